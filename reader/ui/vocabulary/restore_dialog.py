"""The dialog that brings back the vocabulary of an earlier day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.backups import Backup, backups_of
from reader.ui.screen import resize_on_screen
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import SavedWord
from reader.vocabulary.restoring import RestorePreview, preview_restore, restore_vocabulary

_SIZE = (560, 420)
_WORDS_SHOWN = 12
_NONE_YET = "There is no backup yet: one is made every day on which the vocabulary is used."


class RestoreDialog(QDialog):
    """Lists the backups of the vocabulary at ``path``, says what restoring one would change, and does it.

    Everything is read and written on the thread of ``saved``. It has no signals for others.
    """

    def __init__(self, saved: SavedWords, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Restore the vocabulary")
        self._saved, self._path = saved, path
        self._is_closed = False
        self._backups = QListWidget(self)
        self._backups.setObjectName("pages")
        self._backups.setAccessibleName("Backups")
        self._backups.currentItemChanged.connect(lambda item, _before: self._look_into(item))
        self._said = QLabel("Looking for backups…", self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._restore = QPushButton("Restore", self)
        self._restore.setEnabled(False)
        self._restore.clicked.connect(self._restore_chosen)
        close = QPushButton("Close", self)
        close.clicked.connect(self.close)
        content = QHBoxLayout()
        content.setSpacing(16)
        self._backups.setFixedWidth(170)
        content.addWidget(self._backups)
        content.addWidget(self._said, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._restore)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addLayout(content, 1)
        layout.addLayout(buttons)
        resize_on_screen(self, *_SIZE)
        self._saved.run(
            lambda: [(backup, named(backup)) for backup in backups_of(path)],
            self._if_open(self._offer),
            self._if_open(self._said.setText),
        )

    def _offer(self, backups: Sequence[tuple[Backup, str]]) -> None:
        for backup, name in backups:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            self._backups.addItem(item)
        if not backups:
            self._said.setText(_NONE_YET)
        self._backups.setCurrentRow(0)

    def _look_into(self, item: QListWidgetItem | None) -> None:
        self._restore.setEnabled(False)
        if item is None:
            return
        path, backup = self._path, item.data(Qt.ItemDataRole.UserRole)
        self._said.setText("Comparing…")

        def compared(preview: RestorePreview) -> None:
            if self._backups.currentItem() is item:
                self._said.setText(preview_text(preview))
                self._restore.setEnabled(any(preview))

        self._saved.run(
            lambda: preview_restore(path, backup),
            self._if_open(compared),
            self._if_open(self._said.setText),
        )

    def _restore_chosen(self) -> None:
        path, backup = self._path, self._backups.currentItem().data(Qt.ItemDataRole.UserRole)
        name = self._backups.currentItem().text()
        self._restore.setEnabled(False)

        def restored(_nothing: None) -> None:
            self._saved.load()
            if not self._is_closed:
                self._said.setText(
                    f"The vocabulary is as it was on {name}. What it was before was backed up first."
                )

        self._saved.run(lambda: restore_vocabulary(path, backup), restored, self._if_open(self._said.setText))

    def _if_open(self, then: Callable[..., None]) -> Callable[..., None]:
        """``then``, unless this window has been closed meanwhile."""
        return lambda *given: None if self._is_closed else then(*given)

    def done(self, result: int) -> None:  # however it is closed: by its button, its frame or Esc
        self._is_closed = True
        super().done(result)


def named(backup: Backup) -> str:
    """The day of a backup, and the time on it where the file still tells that: there may be several a day."""
    try:
        written = datetime.fromtimestamp(backup.path.stat().st_mtime)
    except (OSError, ValueError):
        return backup.day.isoformat()
    return f"{backup.day}, {written:%H:%M}" if written.date() == backup.day else backup.day.isoformat()


def preview_text(preview: RestorePreview) -> str:
    """What restoring would change, a paragraph for each kind of change."""
    kinds = (
        ("comes back", "come back", preview.back),
        ("goes", "go", preview.gone),
        ("becomes as it was", "become as they were", preview.changed),
    )
    paragraphs = [
        f"{len(words):,} {'word' if len(words) == 1 else 'words'} {one if len(words) == 1 else several}: "
        f"{_some(words)}"
        for one, several, words in kinds
        if words
    ]
    return "\n\n".join(paragraphs) or "This backup holds the same words as the vocabulary does now."


def _some(words: Sequence[SavedWord]) -> str:
    shown = "、".join(word.key.spelling for word in words[:_WORDS_SHOWN])
    return shown + (" …" if len(words) > _WORDS_SHOWN else "")
