"""Windows on screens that may be small, or whose letters are large."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(8, 40)  # pixels: about what the system puts around a window


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size in pixels, or less where its screen has no room for that."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
