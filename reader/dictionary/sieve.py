"""Tells of most keys in a tenth of a microsecond that a table does not have them; asking SQLite takes two."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

_STEP = 5000  # keys marked at once: some 4 ms
_T = TypeVar("_T")
_Key = TypeVar("_Key", bound=Hashable)


class Sieve:
    """Knows keys by their hashes. Until they are read, anything may be one."""

    def __init__(self, queries: Sequence[str], size: int) -> None:
        """``queries`` give the keys, one a row; ``size`` is how many marks of a byte each there are."""
        self._queries, self._size = queries, size
        self._marks = bytearray()

    def fill(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Read all keys, in steps of some milliseconds."""
        marks, size = bytearray(self._size), self._size
        for query in self._queries:
            rows = connection.execute(query)
            while keys := rows.fetchmany(_STEP):
                for (key,) in keys:
                    marks[hash(key) % size] = 1
                yield
        self._marks = marks

    def passed(self, keys: Mapping[_T, _Key]) -> dict[_T, _Key]:
        """All items whose value is a key, and those of the others that share a mark with one."""
        marks, size = self._marks, self._size
        if not marks:
            return dict(keys)
        return {item: key for item, key in keys.items() if marks[hash(key) % size]}
