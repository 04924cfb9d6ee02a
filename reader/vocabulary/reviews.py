"""Answers given in reviews, and the changes of words' statuses, as rows of the database and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.model import WordKey
from reader.vocabulary.model import Review, Status, StatusChange
from reader.vocabulary.rows import identity, key_from

_STATUSES = {"": None} | {status.value: status for status in Status}  # all else is damage

_IS_WORD = "WHERE entry_id = ? AND spelling = ? AND reading = ?"


def read_reviews(connection: sqlite3.Connection, key: WordKey | None) -> tuple[Review, ...]:
    """All answers, or those on one word, in the order in which they were given."""
    rows = connection.execute(
        "SELECT entry_id, spelling, reading, rating, reviewed, milliseconds FROM reviews"
        f" {_IS_WORD if key else ''} ORDER BY id",
        identity(key) if key else (),
    )
    return tuple(Review(key_from(*row[:3]), *row[3:]) for row in rows)


def has_review(connection: sqlite3.Connection, review: Review) -> bool:
    """Whether this very answer is kept."""
    values = (*identity(review.key), review.rating, review.reviewed)
    found = connection.execute(f"SELECT 1 FROM reviews {_IS_WORD} AND rating = ? AND reviewed = ?", values)
    return found.fetchone() is not None


def write_review(connection: sqlite3.Connection, before: Review | None, after: Review | None) -> None:
    """Take back the answer ``before``, give the answer ``after``."""
    if before:
        connection.execute(
            "DELETE FROM reviews WHERE id = (SELECT max(id) FROM reviews"
            f" {_IS_WORD} AND rating = ? AND reviewed = ?)",
            (*identity(before.key), before.rating, before.reviewed),
        )
    if after:
        connection.execute(
            "INSERT INTO reviews (entry_id, spelling, reading, rating, reviewed, milliseconds)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (*identity(after.key), after.rating, after.reviewed, after.milliseconds),
        )


def read_history(connection: sqlite3.Connection, key: WordKey | None) -> tuple[StatusChange, ...]:
    """All changes of status, or those of one word, in the order in which they happened."""
    rows = connection.execute(
        f"SELECT entry_id, spelling, reading, status, at FROM history {_IS_WORD if key else ''} ORDER BY id",
        identity(key) if key else (),
    )
    return tuple(
        StatusChange(key_from(*row[:3]), _STATUSES[row[3]], row[4]) for row in rows if row[3] in _STATUSES
    )


def newest_history(connection: sqlite3.Connection) -> int:
    """The number of the change of a status that was kept last."""
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM history").fetchone()[0])


def forget_history(connection: sqlite3.Connection, keys: Iterable[WordKey], after: int) -> None:
    """Take away the changes of the words' statuses that were kept after number ``after``."""
    connection.executemany(
        f"DELETE FROM history {_IS_WORD} AND id > ?", [(*identity(key), after) for key in keys]
    )


def add_history(connection: sqlite3.Connection, changes: Iterable[StatusChange]) -> None:
    """Add the changes of status that are not there yet."""
    connection.executemany(
        "INSERT INTO history (entry_id, spelling, reading, status, at)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM history"
        " WHERE entry_id = ?1 AND spelling = ?2 AND reading = ?3 AND status = ?4 AND at = ?5)",
        [(*identity(change.key), change.status or "", change.at) for change in changes],
    )
