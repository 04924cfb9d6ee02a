"""The page of the preferences on which keys are given to commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui.actions import COMMANDS, Command, Group, Keys, keys_of, plain_text, shown_keys
from reader.ui.change import Change
from reader.ui.keys import normal_key, refusal


def keys_page(settings: Settings, change: Change) -> QWidget:
    """All commands with their keys, and a field that takes another one for the command chosen."""
    return _KeysPage(settings.keys, change)


class _KeysPage(QWidget):
    """It has no signals: each change is handed to ``change`` as soon as it is made."""

    def __init__(self, keys: Keys, change: Change) -> None:
        super().__init__()
        self._keys, self._change = dict(keys), change
        self._list = QTreeWidget(self)
        self._list.setHeaderLabels(["Command", "Keys"])
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(12)
        self._items = self._fill()
        self._list.expandAll()
        self._field = QKeySequenceEdit(self)
        self._field.setMaximumSequenceLength(1)
        self._field.setAccessibleName("New key")
        self._field.setToolTip("Click here and press the new key")
        self._remove = QPushButton("No key", self)
        self._reset = QPushButton("As it was", self)
        self._said = QLabel(self)
        self._said.setObjectName("said")
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(QLabel("New key", self))
        row.addWidget(self._field, 1)
        row.addWidget(self._remove)
        row.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 4)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        layout.addWidget(self._said)
        self._list.currentItemChanged.connect(self._choose)
        self._field.keySequenceChanged.connect(self._give)
        self._remove.clicked.connect(lambda: self._set(()))
        self._reset.clicked.connect(self._set_own)
        self._list.setCurrentItem(next(iter(self._items.values())))

    def _fill(self) -> dict[str, QTreeWidgetItem]:
        items = {}
        for group in Group:
            heading = QTreeWidgetItem([group.value])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setForeground(0, self.palette().placeholderText())
            self._list.addTopLevelItem(heading)
            for command in COMMANDS:
                if command.group is group:
                    item = QTreeWidgetItem([plain_text(command), self._shown(command)])
                    item.setData(0, Qt.ItemDataRole.UserRole, command)
                    heading.addChild(item)
                    items[command.id] = item
        return items

    def _shown(self, command: Command) -> str:
        return shown_keys(keys_of(command, self._keys))

    def _command(self) -> Command | None:
        item = self._list.currentItem()
        command = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        return command if isinstance(command, Command) else None

    def _choose(self) -> None:
        command = self._command()
        own = keys_of(command, self._keys) if command else ()
        self._show_key(own[0] if own else "")
        self._say("")
        self._field.setEnabled(command is not None)
        self._remove.setEnabled(bool(own))
        self._reset.setEnabled(command is not None and command.id in self._keys)

    def _show_key(self, key: str) -> None:
        self._field.blockSignals(True)
        self._field.setKeySequence(QKeySequence(key))
        self._field.blockSignals(False)

    def _give(self, sequence: QKeySequence) -> None:
        command = self._command()
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if command is None or not key or key in map(normal_key, keys_of(command, self._keys)):
            return
        if (sentence := refusal(command, key, self._keys)) is not None:
            self._choose()
            self._say(sentence)
        else:
            self._set((key,))

    def _set_own(self) -> None:
        """Give the command the keys back that the program gave it, unless another one has them by now."""
        command = self._command()
        if command is None:
            return
        for key in command.keys:
            if (sentence := refusal(command, key, self._keys)) is not None:
                self._say(sentence)
                return
        self._set(command.keys)

    def _set(self, keys: tuple[str, ...]) -> None:
        command = self._command()
        if command is None:
            return
        self._keys.pop(command.id, None)
        if keys != command.keys:
            self._keys[command.id] = keys
        self._items[command.id].setText(1, self._shown(command))
        self._choose()
        self._change(keys=dict(self._keys))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
