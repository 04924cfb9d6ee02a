"""The windows that only tell something: all keys, and whose work this is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.credits import CREDITS
from reader.ui.actions import Group, Keys
from reader.ui.keys import overview
from reader.ui.panel.heading import heading

_COLUMNS = (  # about as long as each other
    (Group.ARTICLE, Group.MOVING),
    (Group.WORD, Group.VIEW),
    (Group.SELECTING, Group.ENGLISH, Group.PROGRAM),
)
_BESIDE = 60  # pixels of the screen's width, for what is beside it
_AROUND = 180  # pixels of the screen's height, for what is above and below the list of keys


def show_keys(parent: QWidget, keys: Keys) -> None:
    """Open the overview of all keys; ``keys`` are those that the user gave to commands."""
    dialog = _dialog(parent, "All keys")
    content = QWidget(dialog)
    columns = QHBoxLayout(content)
    columns.setContentsMargins(0, 0, 12, 0)
    columns.setSpacing(36)
    lists = [QVBoxLayout() for _ in _COLUMNS]
    rows = dict(overview(keys))
    for column, groups in zip(lists, _COLUMNS, strict=True):
        column.setSpacing(12)
        columns.addLayout(column)
        column.addLayout(_keys_grid({group: rows[group] for group in groups}, content))
    note = QLabel("In vertical writing the arrows are turned with the page: ↓ goes to the next word.", dialog)
    note.setObjectName("quiet")
    note.setWordWrap(True)
    lists[-1].addWidget(note)
    for column in lists:
        column.addStretch()
    area = QScrollArea(dialog)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    area.setWidgetResizable(True)
    wanted, room = content.sizeHint(), parent.screen().availableSize() - QSize(_BESIDE, _AROUND)
    beside = area.verticalScrollBar().sizeHint().width() if wanted.height() > room.height() else 0
    area.setMinimumSize(QSize(wanted.width() + beside, wanted.height()).boundedTo(room))
    whole = QVBoxLayout()
    whole.addWidget(area)
    _open(dialog, whole)


def _keys_grid(groups: Mapping[Group, Sequence[tuple[str, str]]], parent: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 108)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for group, rows in groups.items():
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 12)
        grid.addWidget(heading(group.value, parent), grid.rowCount(), 0, 1, 2)
        for shown, text in rows:
            key = QLabel(shown, parent)
            key.setObjectName("key")
            number = grid.rowCount()
            grid.addWidget(key, number, 0)
            grid.addWidget(QLabel(text, parent), number, 1)
    return grid


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
