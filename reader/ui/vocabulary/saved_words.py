"""The vocabulary as the window knows it: a copy in memory, every change made on disk first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.model import SavedWord, Status, WordKey
from reader.ui.background import BackgroundWorker
from reader.vocabulary.store import Vocabulary


class SavedWords(QObject):
    """What is saved, at hand for painting; the disk is written on the worker's thread.

    Signals: ``changed()`` after the copy changed, which is after the disk did; ``said(sentence, undoable)``
    what was done, for the status bar; ``refused(sentence)`` where the file could not be read or written.
    """

    changed = Signal()
    said = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, path: Path, worker: BackgroundWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._worker = worker
        self._vocabulary: Vocabulary | None = None
        self._words: dict[WordKey, SavedWord] = {}

    def load(self) -> None:
        """Read the file; ``changed`` follows."""
        self._do(lambda vocabulary: vocabulary.words(), self._replace)

    def refresh(self) -> None:
        """Read the file again if another window or program has changed it; ``changed`` follows then."""

        def read(vocabulary: Vocabulary) -> tuple[SavedWord, ...] | None:
            return vocabulary.words() if vocabulary.changed_elsewhere() else None

        def refreshed(words: tuple[SavedWord, ...] | None) -> None:
            if words is not None:
                self._replace(words)

        self._do(read, refreshed)

    def words(self) -> list[SavedWord]:
        """All words, the newest first."""
        return sorted(self._words.values(), key=lambda word: word.added, reverse=True)

    def get(self, key: WordKey) -> SavedWord | None:
        """The word with this identity, None if it is not saved."""
        return self._words.get(key)

    def status(self, key: WordKey) -> Status | None:
        """Its status, None if it is not saved."""
        word = self._words.get(key)
        return word.status if word else None

    def statuses(self) -> dict[WordKey, Status]:
        """Every word's status."""
        return {key: word.status for key, word in self._words.items()}

    def save(self, word: SavedWord) -> None:
        """Save the word, or the new sentence and sense of one that is there."""
        self._change(lambda vocabulary: (vocabulary.save(word),), lambda _words: f"Saved {word.key.spelling}")

    def set_status(self, words: Iterable[SavedWord], status: Status) -> None:
        """Give the words this status, whether or not they are saved yet."""
        words = tuple(words)
        self._change(
            lambda vocabulary: vocabulary.set_status(words, status),
            lambda _words: f"{_names([word.key for word in words])}: {status.value}",
        )

    def edit_note(self, key: WordKey, note: str) -> None:
        """Replace the note of a saved word."""
        self._change(
            lambda vocabulary: (vocabulary.edit_note(key, note),),
            lambda _words: f"The note on {key.spelling} is kept",
        )

    def delete(self, keys: Iterable[WordKey]) -> None:
        """Take the words out."""
        keys = tuple(keys)

        def deleted(_number: int) -> None:
            for key in keys:
                self._words.pop(key, None)
            self.changed.emit()
            self.said.emit(f"Deleted {_names(keys)}", True)

        self._do(lambda vocabulary: vocabulary.delete(keys), deleted)

    def undo(self) -> None:
        """Take back the last change."""
        self._move(Vocabulary.undo, "There is nothing to undo")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._move(Vocabulary.redo, "There is nothing to do again")

    def close(self) -> None:
        """Close the file once everything is written."""
        self._worker.run(self._close, lambda _nothing: None, self.refused.emit)

    def _close(self) -> None:
        if self._vocabulary is not None:
            self._vocabulary.close()

    def _move(self, move: Callable[[Vocabulary], str | None], nothing: str) -> None:
        def moved(result: tuple[str | None, tuple[SavedWord, ...]]) -> None:
            sentence, words = result
            if sentence is not None:
                self._replace(words)
            self.said.emit(sentence or nothing, False)

        self._do(lambda vocabulary: (move(vocabulary), vocabulary.words()), moved)

    def _change(
        self,
        change: Callable[[Vocabulary], tuple[SavedWord, ...]],
        sentence: Callable[[tuple[SavedWord, ...]], str],
    ) -> None:
        def changed(words: tuple[SavedWord, ...]) -> None:
            self._words.update({word.key: word for word in words})
            self.changed.emit()
            self.said.emit(sentence(words), True)

        self._do(change, changed)

    def _do(self, work: Callable[[Vocabulary], Any], then: Callable[[Any], None]) -> None:
        self._worker.run(partial(self._with_vocabulary, work), then, self.refused.emit)

    def _with_vocabulary(self, work: Callable[[Vocabulary], Any]) -> Any:
        """On the worker's thread, the only one that touches the file."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._path)
        return work(self._vocabulary)

    def _replace(self, words: tuple[SavedWord, ...]) -> None:
        self._words = {word.key: word for word in words}
        self.changed.emit()


def _names(keys: Iterable[WordKey]) -> str:
    match tuple(keys):
        case (key,):
            return key.spelling
        case several:
            return f"{len(several)} words"
