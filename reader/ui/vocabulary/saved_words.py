"""The vocabulary as the window knows it: what is painted is kept in memory, the rest is asked for in pages.
Every change is made on disk first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.errors import DamagedError
from reader.model import Place, WordKey
from reader.recovery import Recovered
from reader.ui.background import BackgroundWorker, Result
from reader.vocabulary.json_file import Contents
from reader.vocabulary.model import Correction, CorrectionTarget, Encounter, SavedWord, Status
from reader.vocabulary.restoring import recover_vocabulary
from reader.vocabulary.store import Step, Vocabulary

# What becomes of a word that is no longer known or ignored: it is as it was when it was saved.
_BEFORE = {Status.KNOWN: Status.LEARNING, Status.IGNORED: Status.NEW}


class Mark(NamedTuple):
    """What the page and the panel show of a word of the vocabulary; no ``senses`` stand for all of them."""

    status: Status
    senses: tuple[int, ...] = ()


Changed = Mapping[WordKey, SavedWord | None]
"""What was changed: the words as they now stand, None for those that are gone."""


class SavedWords(QObject):
    """What is saved, at hand for painting; the disk is read and written on the worker's thread.

    Signals: ``changed()`` after the vocabulary changed on disk; ``said(sentence, undoable)`` what was done,
    for the status bar; ``refused(sentence)`` where the file could not be read or written;
    ``recovered(Recovered)`` where it was damaged and is now what could be read of it.
    """

    changed = Signal()
    said = Signal(str, bool)
    refused = Signal(str)
    recovered = Signal(object)

    def __init__(self, path: Path, worker: BackgroundWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._worker = worker
        self._vocabulary: Vocabulary | None = None
        self._marks: dict[WordKey, Mark] = {}

    def load(self) -> None:
        """Read the file; ``changed`` follows. Then read all of it for damage, and make the day's backup."""
        self.fetch(_marks, self._replace)
        self.fetch(Vocabulary.maintain, lambda _nothing: None)

    def refresh(self) -> None:
        """Read the file again if another window or program has changed it; ``changed`` follows then."""

        def read(vocabulary: Vocabulary) -> dict[WordKey, Mark] | None:
            return _marks(vocabulary) if vocabulary.changed_elsewhere() else None

        def refreshed(marks: dict[WordKey, Mark] | None) -> None:
            if marks is not None:
                self._replace(marks)

        self.fetch(read, refreshed)

    # --- asking ---

    def get(self, key: WordKey) -> Mark | None:
        """What is shown of the word with this identity, None if it is not in the vocabulary."""
        return self._marks.get(key)

    def status(self, key: WordKey) -> Status | None:
        """Its status, None if it is not in the vocabulary."""
        mark = self._marks.get(key)
        return mark.status if mark else None

    def statuses(self, keys: Set[WordKey] | None = None) -> dict[WordKey, Status]:
        """The status of those of the words that are in the vocabulary; of all that are, if none are named."""
        found = self._marks.keys() if keys is None else self._marks.keys() & keys
        return {key: self._marks[key].status for key in found}

    def fetch(self, read: Callable[[Vocabulary], Result], then: Callable[[Result], None]) -> None:
        """Call ``then`` with what ``read`` finds in the file, or in what could be recovered of it."""
        self._fetch(read, then, self.refused.emit)

    def _fetch(
        self,
        read: Callable[[Vocabulary], Result],
        then: Callable[[Result], None],
        failed: Callable[[str], None],
    ) -> None:
        def found(answer: tuple[Result, Recovered | None]) -> None:
            result, recovered = answer
            then(result)
            if recovered:
                self.load()
                self.recovered.emit(recovered)

        self._worker.run(partial(self._with_vocabulary, read), found, failed)

    @property
    def path(self) -> Path:
        """The vocabulary's file."""
        return self._path

    def run(
        self, work: Callable[[], Result], then: Callable[[Result], None], failed: Callable[[str], None]
    ) -> None:
        """Do what concerns the file as a whole on the thread that reads and writes it."""
        self._worker.run(work, then, failed)

    # --- changing ---

    def save(self, word: SavedWord) -> None:
        """Save the word, or the new sentence and sense of one that is there."""
        self.change(lambda vocabulary: (vocabulary.save(word),), f"Saved {word.key.spelling}")

    def save_all(self, words: Sequence[SavedWord]) -> None:
        """Save several words in one step."""
        self.change(
            lambda vocabulary: vocabulary.save_all(words), f"Saved {_names(word.key for word in words)}"
        )

    def set_status(self, words: Iterable[SavedWord], status: Status) -> None:
        """Give the words this status, whether or not they are saved yet."""
        words = tuple(words)
        names = _names(word.key for word in words)
        self.change(lambda vocabulary: vocabulary.set_status(words, status), f"{names}: {status.value}")

    def toggle(self, word: SavedWord, status: Status) -> None:
        """Mark a word as known or ignored, or no longer so: it is then as it was saved, or not there at all
        if it was only marked."""

        def toggled(vocabulary: Vocabulary) -> Changed:
            stored = vocabulary.get(word.key)
            if stored is None or stored.status is not status:
                return _by_key(vocabulary.set_status([word], status))
            if stored.encounters or stored.note or stored.tags:
                return _by_key(vocabulary.set_status([stored], _BEFORE[status]))
            vocabulary.delete([word.key])
            return {word.key: None}

        def done(changed: Changed) -> None:
            self._apply(changed)
            now = changed[word.key]
            self.said.emit(f"{word.key.spelling}: {now.status if now else f'no longer {status}'}", True)

        self.fetch(toggled, done)

    def edit_note(self, key: WordKey, note: str) -> None:
        """Replace the note of a saved word."""
        self.change(
            lambda vocabulary: (vocabulary.edit_note(key, note),), f"The note on {key.spelling} is kept"
        )

    def tag(self, keys: Sequence[WordKey], add: Sequence[str], remove: Sequence[str] = ()) -> None:
        """Add tags to saved words and take others off them."""
        self.change(lambda vocabulary: vocabulary.tag(keys, add, remove), f"Tagged {_names(keys)}")

    def delete(self, keys: Iterable[WordKey]) -> None:
        """Take the words out."""
        keys = tuple(keys)

        def deleted(_number: int) -> None:
            self._apply(dict.fromkeys(keys))
            self.said.emit(f"Deleted {_names(keys)}", True)

        self.fetch(lambda vocabulary: vocabulary.delete(keys), deleted)

    def change(self, change: Callable[[Vocabulary], Iterable[SavedWord]], sentence: str) -> None:
        """Make a change that returns the words as they now stand, and then say ``sentence``."""

        def changed(words: Changed) -> None:
            self._apply(words)
            self.said.emit(sentence, True)

        self.fetch(lambda vocabulary: _by_key(change(vocabulary)), changed)

    def take_in(self, words: Sequence[SavedWord], status: Status | None) -> None:
        """Add words of a list in one step, with this status or, for None, with those that they come with."""
        marked = [word._replace(status=status or word.status) for word in words]
        self.change(
            lambda vocabulary: vocabulary.mark(marked), f"Imported {_names(word.key for word in words)}"
        )

    def merge(self, contents: Contents) -> None:
        """Take in what was exported, in one step; ``changed`` follows."""

        def merged(_report: object) -> None:
            self.load()
            self.said.emit(f"Imported {_names(word.key for word in contents.words)}", True)

        self.fetch(lambda vocabulary: vocabulary.merge(contents), merged)

    def correct(self, correction: Correction, sentence: str = "") -> None:
        """Keep what the user says about a stretch of text, and then say ``sentence``; ``changed`` follows."""
        self._correcting(
            lambda vocabulary: vocabulary.correct(correction),
            sentence or f"Corrected {correction.target.surface}",
        )

    def withdraw(self, targets: Sequence[CorrectionTarget]) -> None:
        """Take corrections away; ``changed`` follows."""
        self._correcting(
            lambda vocabulary: vocabulary.withdraw(targets),
            f"The correction of {targets[0].surface} is taken back",
        )

    def _correcting(self, change: Callable[[Vocabulary], object], sentence: str) -> None:
        def corrected(_result: object) -> None:
            self.changed.emit()
            self.said.emit(sentence, True)

        self.fetch(change, corrected)

    def undo(self) -> None:
        """Take back the last change."""
        self._move(Vocabulary.undo, "There is nothing to undo")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._move(Vocabulary.redo, "There is nothing to do again")

    def add_english(self, article_id: str, english_of: Callable[[Place], str]) -> None:
        """Give the sentences of an article their English that were saved before it was known; ``english_of``
        tells that of the sentence at a place."""

        def found(without: tuple[tuple[WordKey, Encounter], ...]) -> None:
            told = [(key, met.sentence, english_of(met.place)) for key, met in without]
            told = [(key, sentence, english) for key, sentence, english in told if english]
            if told:
                self.fetch(
                    lambda vocabulary: vocabulary.add_english(told), lambda _nothing: self.changed.emit()
                )

        self.fetch(lambda vocabulary: vocabulary.without_english(article_id), found)

    # --- counting ---

    def count_looked_up(self, key: WordKey) -> None:
        """Count that a word was looked up, if it is in the vocabulary."""
        if key in self._marks:
            self._count(lambda vocabulary: vocabulary.add_looked_up(key))

    def count_seen(self, times: Mapping[WordKey, int]) -> None:
        """Count how often words were met in a text, those that are in the vocabulary."""
        if met := {key: number for key, number in times.items() if key in self._marks}:
            self._count(lambda vocabulary: vocabulary.add_seen(met))

    def note_in_anki(self, keys: Sequence[WordKey]) -> None:
        """Note that Anki has these words now; ``changed`` follows."""
        self.fetch(lambda vocabulary: vocabulary.set_in_anki(keys), lambda _nothing: self.changed.emit())

    def _count(self, count: Callable[[Vocabulary], None]) -> None:
        # What could not be counted is no loss worth a message; what matters will say so when it is saved.
        self._fetch(count, lambda _nothing: None, lambda _sentence: None)

    # --- behind it ---

    def close(self) -> None:
        """Close the file once everything is written."""
        self._worker.run(self._close, lambda _nothing: None, self.refused.emit)

    def _close(self) -> None:
        if self._vocabulary is not None:
            self._vocabulary.close()

    def _move(self, move: Callable[[Vocabulary], Step | None], nothing: str) -> None:
        def moved(step: Step | None) -> None:
            if step is not None:
                self._apply(step.words)
            self.said.emit(step.sentence if step else nothing, False)

        self.fetch(move, moved)

    def _with_vocabulary(self, work: Callable[[Vocabulary], Result]) -> tuple[Result, Recovered | None]:
        """On the worker's thread, the only one that touches the file.

        Where that is damaged, ``work`` is done on what could be recovered.
        """
        try:
            return work(self._at_hand()), None
        except DamagedError:
            self._close()
            self._vocabulary = None
            recovered = recover_vocabulary(self._path)
            return work(self._at_hand()), recovered

    def _at_hand(self) -> Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._path)
        return self._vocabulary

    def _replace(self, marks: dict[WordKey, Mark]) -> None:
        self._marks = marks
        self.changed.emit()

    def _apply(self, changed: Changed) -> None:
        for key, word in changed.items():
            if word is None:
                self._marks.pop(key, None)
            else:
                self._marks[key] = Mark(word.status, word.senses)
        self.changed.emit()


def words_to_learn(vocabulary: Vocabulary) -> dict[WordKey, SavedWord]:
    """The words that are new or being learned."""
    return {word.key: word for word in vocabulary.words() if word.status in {Status.NEW, Status.LEARNING}}


def _marks(vocabulary: Vocabulary) -> dict[WordKey, Mark]:
    senses = vocabulary.chosen_senses()
    return {key: Mark(status, senses.get(key, ())) for key, status in vocabulary.statuses().items()}


def _by_key(words: Iterable[SavedWord]) -> dict[WordKey, SavedWord | None]:
    return {word.key: word for word in words}


def _names(keys: Iterable[WordKey]) -> str:
    match tuple(keys):
        case (key,):
            return key.spelling
        case several:
            return f"{len(several):,} words"
