"""The vocabulary on disk, with undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.backups import back_up, back_up_daily
from reader.database import check, plain_errors, transaction
from reader.errors import ReaderError
from reader.model import WordKey
from reader.vocabulary.changes import (
    Change,
    CorrectionChange,
    ReviewChange,
    WordChange,
    apply,
    are_current,
    reversed_,
)
from reader.vocabulary.corrections import read_correction
from reader.vocabulary.json_file import Contents
from reader.vocabulary.merging import distinct, merged, saved_again
from reader.vocabulary.model import Correction, CorrectionTarget, Review, ReviewCard, SavedWord, Status
from reader.vocabulary.reading import VocabularyReader
from reader.vocabulary.reviews import add_history, forget_history, has_review, newest_history
from reader.vocabulary.rows import (
    IS_KEY,
    identity,
    index_all,
    index_missing,
    read_these,
)

_PROGRESS = {Status.IGNORED: 0, Status.NEW: 0, Status.LEARNING: 1, Status.KNOWN: 2}

_CACHE = 16_384  # KiB at most: what a search through 50,000 words touches

BUSY_MILLISECONDS = 3000  # how long a change waits for another window's before it gives up


@dataclass(frozen=True, slots=True)
class _Action:
    """What the user did in one go, as a phrase that can be followed by "undone"."""

    phrase: str
    changes: tuple[Change, ...]

    def with_word(self, key: WordKey, told: Callable[[SavedWord | None], SavedWord | None]) -> _Action:
        """The same with what ``told`` makes of a word wherever that stands."""
        changes = (
            replace(change, before=told(change.before), after=told(change.after))
            if isinstance(change, WordChange) and change.key == key
            else change
            for change in self.changes
        )
        return replace(self, changes=tuple(changes))


class MergeReport(NamedTuple):
    """How many words an import has added, has changed, and has left as they were."""

    added: int
    updated: int
    unchanged: int


class Step(NamedTuple):
    """What undo or redo has done: a sentence, and the words that it changed, None for those that are gone."""

    sentence: str
    words: dict[WordKey, SavedWord | None]


class Vocabulary(VocabularyReader):
    """The user's words, in the SQLite file at ``path``; what can be asked of them is ``VocabularyReader``'s.

    Every method that changes something is one transaction that is on disk when it returns, and one step
    for ``undo``, but for those that count. What can be undone is forgotten when the program ends; what was
    undone is on disk like the rest. Use it from one thread at a time. Other windows may have the same file
    open: each sees the others' changes.

    Every method raises ReaderError if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the vocabulary, or begin one. Raises ReaderError as ``open_database`` does."""
        super().__init__(path)
        try:
            self._connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
            self._connection.execute(f"PRAGMA cache_size=-{_CACHE}")
            self._index()
        except BaseException:
            self.close()
            raise
        self._done: list[_Action] = []
        self._undone: list[_Action] = []

    def maintain(self) -> None:
        """Read the whole file for damage, and make the day's backup if there is none.

        Raises DamagedError where the file is damaged, ReaderError where the backup cannot be made.
        """
        check(self._connection, self._path)
        back_up_daily(self._connection, self._path)

    def back_up(self) -> Path:
        """Make a backup now, and return its file."""
        return back_up(self._connection, self._path).path

    # --- reviews and history ---

    def review(self, review: Review, card: ReviewCard, status: Status) -> SavedWord:
        """Keep an answer, and what the scheduler makes of it: the word's new card and status."""
        with self._action(f"The answer on {_label(review.key)}") as put:
            stored = _there(self.get(review.key), review.key)
            result = stored._replace(card=card, status=status)
            put(WordChange(review.key, stored, result))
            put(ReviewChange(review.key, None, review))
        return result

    # --- counting ---

    def add_seen(self, times: Mapping[WordKey, int]) -> None:
        """Count how often words were met in a text. Words that are not kept are passed over."""
        self._add("seen", times)

    def add_looked_up(self, key: WordKey) -> None:
        """Count that a word was looked up, if it is kept."""
        self._add("looked_up", {key: 1})

    def _add(self, column: str, times: Mapping[WordKey, int]) -> None:
        with self._transaction():
            self._connection.executemany(
                f"UPDATE words SET {column} = {column} + ? WHERE {IS_KEY}",
                [(number, *identity(key)) for key, number in times.items()],
            )

    def set_in_anki(self, keys: Iterable[WordKey]) -> None:
        """Note that Anki has these words now."""
        now = _now()
        with self._transaction():
            self._connection.executemany(
                f"UPDATE words SET in_anki = ? WHERE {IS_KEY}", [(now, *identity(key)) for key in keys]
            )

    def add_export(self, format_: str, revision: int) -> None:
        """Note that everything up to ``revision`` was exported in this format."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO exports (format, at, revision) VALUES (?, ?, ?)", (format_, _now(), revision)
            )

    # --- the English of what is saved ---

    def add_english(self, found: Iterable[tuple[WordKey, str, str]]) -> None:
        """Give sentences their English: of a word, where it was met in ``sentence``, and has none yet.

        That is no step of its own: what can be undone and done again has it from then on, too. Words that are
        not kept (any more) are passed over.
        """
        for key, sentence, english in found:
            told = partial(_told, sentence=sentence, english=english)
            with self._transaction():
                stored = self.get(key)
                if stored != told(stored):
                    apply(self._connection, WordChange(key, stored, told(stored)), _now())
            for actions in (self._done, self._undone):
                actions[:] = [action.with_word(key, told) for action in actions]

    # --- changing ---

    def save(self, word: SavedWord) -> SavedWord:
        """Save ``word`` with its encounters and return it as it now stands on disk.

        Empty ``added`` and ``met`` become now. If it is there already, it is the same word met again: see
        ``saved_again`` for what is kept and what is added.
        """
        return self.save_all([word], f"Saving {_label(word.key)}")[0]

    def save_all(self, words: Iterable[SavedWord], phrase: str = "") -> tuple[SavedWord, ...]:
        """Save words in one step, each as ``save`` does; ``phrase`` ("Importing 12 words") is for undo."""
        words = tuple(map(_dated, words))
        with self._action(phrase or f"Saving {_labels([word.key for word in words])}") as put:
            _, results = self._unite(words, saved_again, put)
        return tuple(results[word.key] for word in words)

    def mark(self, words: Iterable[SavedWord]) -> tuple[SavedWord, ...]:
        """Give each word the status that it comes with, as ``set_status`` does, in one step.

        A list of known words does not take a word back that is known already or being learnt here.
        """
        words = tuple({word.key: word for word in words}.values())
        results = []
        with self._action(f"Importing {_labels([word.key for word in words])}") as put:
            kept = self._kept(word.key for word in words)
            for word in words:
                stored = kept.get(word.key)
                further = stored is None or _PROGRESS[word.status] > _PROGRESS[stored.status]
                result = (stored or _dated(word))._replace(status=word.status) if further else stored
                assert result is not None
                put(WordChange(word.key, stored, result))
                results.append(result)
        return tuple(results)

    def set_status(self, words: Iterable[SavedWord], status: Status) -> tuple[SavedWord, ...]:
        """Give the words a status and return them as they now stand.

        A word that is not there yet is added without its encounters: to know a word is not to have saved it.
        """
        words = tuple({word.key: word for word in words}.values())
        with self._action(f"Marking {_labels([word.key for word in words])} as {status}") as put:
            results = []
            kept = self._kept(word.key for word in words)
            for word in words:
                stored = kept.get(word.key)
                result = (stored or _dated(word._replace(encounters=())))._replace(status=status)
                put(WordChange(word.key, stored, result))
                results.append(result)
        return tuple(results)

    def edit(
        self, keys: Collection[WordKey], change: Callable[[SavedWord], SavedWord], phrase: str = ""
    ) -> tuple[SavedWord, ...]:
        """Make of each word what ``change`` makes of it; its identity stays. ``phrase`` is for undo.

        Raises ReaderError if one of them is not in the vocabulary (any more).
        """
        results = []
        with self._action(phrase or f"Editing {_labels(keys)}") as put:
            kept = self._kept(keys)
            for key in dict.fromkeys(keys):
                stored = _there(kept.get(key), key)
                results.append(change(stored)._replace(key=key))
                put(WordChange(key, stored, results[-1]))
        return tuple(results)

    def edit_note(self, key: WordKey, note: str) -> SavedWord:
        """Replace a word's note. Raises ReaderError if the word is not in the vocabulary (any more)."""
        phrase = f"Editing the note on {_label(key)}"
        return self.edit([key], lambda word: word._replace(note=note), phrase)[0]

    def tag(
        self, keys: Collection[WordKey], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> tuple[SavedWord, ...]:
        """Add tags to the words and take others off them."""

        def tagged(word: SavedWord) -> SavedWord:
            return word._replace(tags=tidy_tags({*word.tags, *add} - {*remove}))

        return self.edit(keys, tagged, f"Tagging {_labels(keys)}")

    def delete(self, keys: Iterable[WordKey]) -> int:
        """Delete the words with their encounters and notes; returns how many were there to delete.

        What happened to them stays in ``history`` and ``reviews``.
        """
        keys = tuple(dict.fromkeys(keys))
        with self._action(f"Deleting {_labels(keys)}") as put:
            kept = self._kept(keys)
            for key in filter(kept.__contains__, keys):
                put(WordChange(key, kept[key], None))
        return len(kept)

    def merge(self, contents: Contents, phrase: str = "") -> MergeReport:
        """Take in what another vocabulary, or an earlier state of this one, consists of; see ``merged``.

        All of it is one step for undo, but for what the history tells.
        """
        words = tuple(map(_dated, contents.words))
        with self._action(phrase or f"Importing {_labels([word.key for word in words])}") as put:
            newest = newest_history(self._connection)
            kept, results = self._unite(words, merged, put)
            for correction in contents.corrections:
                before = read_correction(self._connection, correction.target)
                put(CorrectionChange(correction.target, before, before or correction))
            for review in dict.fromkeys(contents.reviews):
                if not has_review(self._connection, review):
                    put(ReviewChange(review.key, None, review))
            # What a word that came was told to have been outweighs that it came today.
            come = results.keys() - kept.keys()
            forget_history(self._connection, come & {change.key for change in contents.history}, newest)
            add_history(self._connection, contents.history)
        updated = sum(kept[key] != results[key] for key in kept)
        return MergeReport(len(come), updated, len(kept) - updated)

    # --- corrections ---

    def correct(self, correction: Correction) -> Correction:
        """Add to what was corrected of this target, and return all of that; None leaves it as it was."""
        target = correction.target
        with self._action(f"Correcting {_short(target.surface)}") as put:
            before = read_correction(self._connection, target) or Correction(target)
            given = {name: value for name, value in correction._asdict().items() if value is not None}
            after = before._replace(**given)
            put(CorrectionChange(target, before if before != Correction(target) else None, after))
        return after

    def withdraw(self, targets: Iterable[CorrectionTarget]) -> None:
        """Take corrections away: the analysis stands again."""
        targets = tuple(targets)
        one = len(targets) == 1
        named = f"the correction of {_short(targets[0].surface)}" if one else f"{len(targets)} corrections"
        with self._action(f"Withdrawing {named}") as put:
            for target in targets:
                put(CorrectionChange(target, read_correction(self._connection, target), None))

    # --- taking back ---

    def undo(self) -> Step | None:
        """Take back the last change and say so ("Saving 会談 undone"); None if there is none.

        Raises ReaderError where another window has changed the word since; that change stays.
        """
        return self._move(self._done, self._undone, forwards=False)

    def redo(self) -> Step | None:
        """Do again what was undone last and say so ("Saving 会談 done again"); None if there is nothing."""
        return self._move(self._undone, self._done, forwards=True)

    def _move(self, origin: list[_Action], destination: list[_Action], *, forwards: bool) -> Step | None:
        if not origin:
            return None
        action = origin[-1]
        changes = action.changes if forwards else tuple(map(reversed_, action.changes))
        with self._transaction():
            current = are_current(self._connection, changes)
            if current:
                for change in changes:
                    apply(self._connection, change, _now())
        origin.pop()
        if not current:
            raise ReaderError(
                f"{action.phrase} cannot be {'done again' if forwards else 'undone'}: "
                "another window has changed the vocabulary since. Nothing was changed."
            )
        destination.append(action)
        words = {change.key: change.after for change in changes if isinstance(change, WordChange)}
        return Step(f"{action.phrase} {'done again' if forwards else 'undone'}", words)

    # --- writing ---

    def _index(self) -> None:
        with self._reading():
            missing = index_missing(self._connection)
        if missing:
            with self._transaction():
                index_all(self._connection)

    def _kept(self, keys: Iterable[WordKey]) -> dict[WordKey, SavedWord]:
        with self._reading():
            return read_these(self._connection, dict.fromkeys(keys))

    def _unite(
        self,
        words: Sequence[SavedWord],
        unite: Callable[[SavedWord, SavedWord], SavedWord],
        put: Callable[[Change], None],
    ) -> tuple[dict[WordKey, SavedWord], dict[WordKey, SavedWord]]:
        """Put words beside what there is of each, one that comes twice beside itself, too. Returns what was
        there before, and what is now."""
        kept = self._kept(word.key for word in words)
        results: dict[WordKey, SavedWord] = {}
        for word in words:
            stored = results.get(word.key) or kept.get(word.key)
            results[word.key] = unite(stored, word) if stored else word
        for key, result in results.items():
            put(WordChange(key, kept.get(key), result))
        return kept, results

    @contextmanager
    def _action(self, phrase: str) -> Iterator[Callable[[Change], None]]:
        """One transaction and one step for undo; gives the function that makes a change in it."""
        changes: list[Change] = []

        def put(change: Change) -> None:
            if change.before != change.after:
                apply(self._connection, change, _now())
                changes.append(change)

        with self._transaction():
            yield put
        if changes:
            self._done.append(_Action(phrase, tuple(changes)))
            self._undone.clear()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with plain_errors(self._path), transaction(self._connection):
            yield


def _there(stored: SavedWord | None, key: WordKey) -> SavedWord:
    if stored is None:
        raise ReaderError(f"{_label(key)} is not in the vocabulary. Save it first, then change it.")
    return stored


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags sorted, each once, without white space at their ends and with one space for any within."""
    return tuple(sorted({" ".join(tag.split()) for tag in tags} - {""}))


def _dated(word: SavedWord) -> SavedWord:
    """The word with the present time where it has none, each sentence once and its tags in order."""
    now = _now()
    met = tuple(encounter._replace(met=encounter.met or now) for encounter in word.encounters)
    return word._replace(added=word.added or now, encounters=distinct(met), tags=tidy_tags(word.tags))


def _told(word: SavedWord | None, *, sentence: str, english: str) -> SavedWord | None:
    """The word with the English of a sentence that has none."""
    if word is None:
        return None
    met = (
        encounter._replace(english=english)
        if encounter.sentence == sentence and not encounter.english
        else encounter
        for encounter in word.encounters
    )
    return word._replace(encounters=tuple(met))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _label(key: WordKey) -> str:
    """The word as a message names it, short enough for one line."""
    return _short(key.spelling)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"


def _labels(keys: Iterable[WordKey]) -> str:
    match tuple(keys):
        case (key,):
            return _label(key)
        case several:
            return f"{len(several)} words"
