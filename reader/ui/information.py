"""The windows that only tell something: all keys, and whose work this is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.credits import CREDITS
from reader.ui.actions import Group, overview
from reader.ui.panel.heading import heading

_LEFT = (Group.ARTICLE, Group.MOVING, Group.ENGLISH, Group.PROGRAM)


def show_keys(parent: QWidget) -> None:
    """Open the overview of all keys."""
    dialog = _dialog(parent, "All keys")
    columns = QHBoxLayout()
    columns.setSpacing(44)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.setSpacing(6)
    right.setSpacing(6)
    columns.addLayout(left)
    columns.addLayout(right)
    for group, rows in overview():
        column = left if group in _LEFT else right
        column.addWidget(heading(group.value, dialog))
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, 92)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, (keys, text) in enumerate(rows):
            key = QLabel(keys, dialog)
            key.setObjectName("key")
            grid.addWidget(key, number, 0)
            grid.addWidget(QLabel(text, dialog), number, 1)
        column.addLayout(grid)
        column.addSpacing(12)
    left.addStretch()
    right.addStretch()
    _open(dialog, columns)


def show_about(parent: QWidget) -> None:
    """Open the window that names version, licences and the sources of the data."""
    dialog = _dialog(parent, "About Japanese Reader")
    column = QVBoxLayout()
    title = QLabel(f"Japanese Reader {__version__}", dialog)
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    title.setFont(font)
    column.addWidget(title)
    for paragraph in CREDITS.strip().split("\n\n"):
        for line in _sentences(paragraph):
            label = QLabel(line, dialog)
            label.setWordWrap(True)
            label.setMinimumWidth(520)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
    _open(dialog, column)


def _sentences(paragraph: str) -> list[str]:
    """The lines of ``paragraph`` joined again where they were broken to fit a terminal."""
    joined: list[str] = []
    for line in paragraph.split("\n"):
        if joined and not joined[-1].endswith("."):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    return dialog


def _open(dialog: QDialog, content: QLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 16)
    layout.setSpacing(12)
    layout.addLayout(content)
    layout.addWidget(buttons)
    dialog.open()
