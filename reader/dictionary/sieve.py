"""Tells of most strings in a tenth of a microsecond that no dictionary has them; asking SQLite takes two."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_SIZE = 1 << 21  # marks of a byte each, five times as many as headwords: 17 % of all else fall on one
_STEP = 5000  # headwords marked at once: some 4 ms


class Sieve:
    """Knows the headwords of JMdict by their hashes. Until they are read, anything may be one."""

    def __init__(self) -> None:
        self._marks = bytearray()

    def fill(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Read all headwords (0.4 s, 2 MB), in steps of some milliseconds."""
        marks = bytearray(_SIZE)
        for table in ("Kanji", "Kana"):
            rows = connection.execute(f"SELECT text FROM {table}")
            while texts := rows.fetchmany(_STEP):
                for (text,) in texts:
                    marks[hash(text) % _SIZE] = 1
                yield
        self._marks = marks

    def passed(self, headwords: dict[str, str]) -> dict[str, str]:
        """Of spellings and how headwords would spell them, all that are headwords, and 17 % of the others."""
        marks = self._marks
        if not marks:
            return headwords
        return {spelling: text for spelling, text in headwords.items() if marks[hash(text) % _SIZE]}
