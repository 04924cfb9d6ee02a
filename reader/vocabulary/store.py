"""The vocabulary on disk, with undo."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from reader.database import open_database, transaction
from reader.errors import ReaderError
from reader.model import Encounter, Ruby, SavedWord, Status, WordKey
from reader.vocabulary.merging import distinct, saved_again

BUSY_MILLISECONDS = 3000  # how long a change waits for another window's before it gives up

_SELECT = """
    SELECT words.id, entry_id, spelling, reading, pos, gloss, senses, ruby, status, note, added,
           sentence, start_offset, end_offset, article, source, met
    FROM words LEFT JOIN encounters ON word_id = words.id
"""
_ORDER = " ORDER BY added DESC, words.id DESC, encounters.id"
_IS_KEY = " ifnull(entry_id, 0) = ? AND spelling = ? AND reading = ?"
_UPSERT = """
    INSERT INTO words (entry_id, spelling, reading, pos, gloss, senses, ruby, status, note, added)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (ifnull(entry_id, 0), spelling, reading) DO UPDATE SET
        pos = excluded.pos, gloss = excluded.gloss, senses = excluded.senses, ruby = excluded.ruby,
        status = excluded.status, note = excluded.note, added = excluded.added
    RETURNING id
"""
_ADD_ENCOUNTER = """
    INSERT INTO encounters (word_id, sentence, start_offset, end_offset, article, source, met)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_OUR_BUGS = (sqlite3.ProgrammingError, sqlite3.IntegrityError)


@dataclass(frozen=True, slots=True)
class _Change:
    """One word before and after; None where there was, or is, no such word."""

    key: WordKey
    before: SavedWord | None
    after: SavedWord | None


@dataclass(frozen=True, slots=True)
class _Action:
    """What the user did in one go, as a phrase that can be followed by "undone"."""

    phrase: str
    changes: tuple[_Change, ...]


class Vocabulary:
    """The user's words, in the SQLite file at ``path``.

    Every method that changes something is one transaction that is on disk when it returns, and one step
    for ``undo``. What can be undone is forgotten when the program ends; what was undone is on disk like the
    rest. Use it from one thread at a time. Other windows may have the same file open: each sees the others'
    changes.

    Every method raises ReaderError if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the vocabulary, or begin one. Raises ReaderError as ``open_database`` does."""
        self._path = path
        self._connection = open_database(path, "reader.vocabulary")
        self._connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        self._seen = self._data_version()
        self._done: list[_Action] = []
        self._undone: list[_Action] = []

    def close(self) -> None:
        """Close the file. Nothing is pending: every change was written when it was made."""
        self._connection.close()

    # --- reading ---

    def words(self) -> tuple[SavedWord, ...]:
        """All words, the newest first, each with its encounters in the order in which they were saved."""
        with self._plain_errors():
            return tuple(_words_of(self._connection.execute(_SELECT + _ORDER)))

    def changed_elsewhere(self) -> bool:
        """Whether another window or program has changed the file since this was asked last."""
        with self._plain_errors():
            before, self._seen = self._seen, self._data_version()
        return self._seen != before

    def get(self, key: WordKey) -> SavedWord | None:
        """The word with this identity, None if it is not in the vocabulary."""
        with self._plain_errors():
            rows = self._connection.execute(f"{_SELECT} WHERE {_IS_KEY} {_ORDER}", _key_values(key))
            return next(_words_of(rows), None)

    def statuses(self) -> dict[WordKey, Status]:
        """Every word's status, for marking words in a text."""
        with self._plain_errors():
            rows = self._connection.execute("SELECT entry_id, spelling, reading, status FROM words")
            return {WordKey(*identity): Status(status) for *identity, status in rows}

    def counts(self) -> dict[Status, int]:
        """How many words have each status; every status is there."""
        with self._plain_errors():
            rows = self._connection.execute("SELECT status, count(*) FROM words GROUP BY status")
            found = {Status(status): count for status, count in rows}
        return {status: found.get(status, 0) for status in Status}

    # --- changing ---

    def save(self, word: SavedWord) -> SavedWord:
        """Save ``word`` with its encounters and return it as it now stands on disk.

        Empty ``added`` and ``met`` become now. If it is there already, it is the same word met again: see
        ``saved_again`` for what is kept and what is added.
        """
        with self._action(f"Saving {_label(word.key)}") as put:
            stored = self.get(word.key)
            word = _dated(word)
            result = saved_again(stored, word) if stored else word
            put(_Change(word.key, stored, result))
        return result

    def set_status(self, words: Iterable[SavedWord], status: Status) -> tuple[SavedWord, ...]:
        """Give the words a status and return them as they now stand.

        A word that is not there yet is added without its encounters: to know a word is not to have saved it.
        """
        words = tuple({word.key: word for word in words}.values())
        with self._action(f"Marking {_labels([word.key for word in words])} as {status}") as put:
            results = []
            for word in words:
                stored = self.get(word.key)
                result = replace(stored or _dated(replace(word, encounters=())), status=status)
                put(_Change(word.key, stored, result))
                results.append(result)
        return tuple(results)

    def edit_note(self, key: WordKey, note: str) -> SavedWord:
        """Replace a word's note. Raises ReaderError if the word is not in the vocabulary (any more)."""
        with self._action(f"Editing the note on {_label(key)}") as put:
            stored = self.get(key)
            if stored is None:
                raise ReaderError(
                    f"{_label(key)} is not in the vocabulary. Save it first, then add the note."
                )
            result = replace(stored, note=note)
            put(_Change(key, stored, result))
        return result

    def delete(self, keys: Iterable[WordKey]) -> int:
        """Delete the words with their encounters and notes; returns how many were there to delete."""
        keys = tuple(dict.fromkeys(keys))
        found = 0
        with self._action(f"Deleting {_labels(keys)}") as put:
            for key in keys:
                stored = self.get(key)
                found += stored is not None
                put(_Change(key, stored, None))
        return found

    # --- taking back ---

    def undo(self) -> str | None:
        """Take back the last change and say so ("Saving 会談 undone"); None if there is none.

        Raises ReaderError where another window has changed the word since; that change stays.
        """
        return self._move(self._done, self._undone, forwards=False)

    def redo(self) -> str | None:
        """Do again what was undone last and say so ("Saving 会談 done again"); None if there is nothing."""
        return self._move(self._undone, self._done, forwards=True)

    def _move(self, origin: list[_Action], destination: list[_Action], *, forwards: bool) -> str | None:
        if not origin:
            return None
        action = origin[-1]
        changes = action.changes
        if not forwards:
            changes = tuple(_Change(change.key, change.after, change.before) for change in changes)
        with self._transaction():
            current = all(self.get(change.key) == change.before for change in changes)
            if current:
                for change in changes:
                    self._write(change)
        origin.pop()
        if not current:
            raise ReaderError(
                f"{action.phrase} cannot be {'done again' if forwards else 'undone'}: "
                "another window has changed the vocabulary since. Nothing was changed."
            )
        destination.append(action)
        return f"{action.phrase} {'done again' if forwards else 'undone'}"

    # --- writing ---

    def _data_version(self) -> int:
        """A number that other connections' commits change, and ours do not."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _action(self, phrase: str) -> Iterator[Callable[[_Change], None]]:
        """One transaction and one step for undo; gives the function that makes a change in it."""
        changes: list[_Change] = []

        def put(change: _Change) -> None:
            if change.before != change.after:
                self._write(change)
                changes.append(change)

        with self._transaction():
            yield put
        if changes:
            self._done.append(_Action(phrase, tuple(changes)))
            self._undone.clear()

    def _write(self, change: _Change) -> None:
        """Turn ``before`` into ``after``, leaving every row alone that is the same in both."""
        before, after = change.before, change.after
        if after is None:
            self._connection.execute(f"DELETE FROM words WHERE {_IS_KEY}", _key_values(change.key))
            return
        word_id = self._connection.execute(_UPSERT, _row_of(after)).fetchone()[0]
        had = before.encounters if before else ()
        gone = [(word_id, encounter.sentence) for encounter in had if encounter not in after.encounters]
        come = [
            (word_id, *_encounter_row(encounter)) for encounter in after.encounters if encounter not in had
        ]
        self._connection.executemany("DELETE FROM encounters WHERE word_id = ? AND sentence = ?", gone)
        self._connection.executemany(_ADD_ENCOUNTER, come)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._plain_errors(), transaction(self._connection):
            yield

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """Turn what the disk or the text itself may do to us into sentences for the user."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise ReaderError("This text has a broken character in it and cannot be saved.") from error
        except _OUR_BUGS:
            raise
        except sqlite3.DatabaseError as error:
            raise ReaderError(
                f"{self._path} cannot be used ({error}). Nothing was changed; keep a copy of the file."
            ) from error


def _words_of(rows: Iterable[tuple[Any, ...]]) -> Iterator[SavedWord]:
    """The words in rows of ``_SELECT``, which has one row per encounter, those of a word together."""
    for _, group in groupby(rows, key=itemgetter(0)):
        of_word = list(group)
        _, entry_id, spelling, reading, pos, gloss, senses, ruby, status, note, added = of_word[0][:11]
        yield SavedWord(
            key=WordKey(entry_id, spelling, reading),
            pos=pos,
            gloss=gloss,
            senses=tuple(json.loads(senses)),
            ruby=tuple(Ruby(*part) for part in json.loads(ruby)),
            status=Status(status),
            note=note,
            added=added,
            encounters=tuple(Encounter(*row[11:]) for row in of_word if row[11] is not None),
        )


def _row_of(word: SavedWord) -> tuple[object, ...]:
    return (
        word.key.entry_id,
        word.key.spelling,
        word.key.reading,
        word.pos,
        word.gloss,
        json.dumps(word.senses),
        json.dumps([(ruby.start, ruby.end, ruby.text) for ruby in word.ruby]),
        word.status,
        word.note,
        word.added,
    )


def _encounter_row(encounter: Encounter) -> tuple[object, ...]:
    return (
        encounter.sentence,
        encounter.start,
        encounter.end,
        encounter.article,
        encounter.source,
        encounter.met,
    )


def _key_values(key: WordKey) -> tuple[int, str, str]:
    return (key.entry_id or 0, key.spelling, key.reading)


def _dated(word: SavedWord) -> SavedWord:
    """The word with the present time where it has none, and each sentence once."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    met = tuple(replace(encounter, met=encounter.met or now) for encounter in word.encounters)
    return replace(word, added=word.added or now, encounters=distinct(met))


def _label(key: WordKey) -> str:
    """The word as a message names it, short enough for one line."""
    return key.spelling if len(key.spelling) <= 20 else f"{key.spelling[:20]}…"


def _labels(keys: Iterable[WordKey]) -> str:
    match tuple(keys):
        case (key,):
            return _label(key)
        case several:
            return f"{len(several)} words"
