"""A drop-down list of values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QComboBox

Value = TypeVar("Value")


def choice(texts: dict[Value, str], chosen: Value, change: Callable[[Value], None]) -> QComboBox:
    """The texts to choose from; ``change`` is called with the value of the one that the user takes."""
    box = QComboBox()
    values = list(texts)
    box.addItems(list(texts.values()))
    box.setCurrentIndex(values.index(chosen))
    box.currentIndexChanged.connect(lambda index: change(values[index]))
    return box
