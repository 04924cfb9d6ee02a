"""What the user corrected, as rows of the database and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from reader.model import Place
from reader.vocabulary.model import Correction, CorrectionTarget, Scope
from reader.vocabulary.rows import numbers_in

_SELECT = """
    SELECT surface, scope, article_id, paragraph, place_offset, reading, pieces, entry_id FROM corrections
"""
_IS_TARGET = "surface = ? AND scope = ? AND article_id = ? AND paragraph = ? AND place_offset = ?"
_PUT = """
    INSERT INTO corrections (surface, scope, article_id, paragraph, place_offset, reading, pieces, entry_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        reading = excluded.reading, pieces = excluded.pieces, entry_id = excluded.entry_id
"""


def read_corrections(connection: sqlite3.Connection, article_id: str | None) -> tuple[Correction, ...]:
    """Those that hold in an article, or all of them for None; the widest scope first, then the oldest."""
    if article_id is None:
        return _read(connection, "ORDER BY instr('everywhere article place', scope), id", ())
    rest = "WHERE article_id IN ('', ?) ORDER BY instr('everywhere article place', scope), id"
    return _read(connection, rest, (article_id,))


def read_correction(connection: sqlite3.Connection, target: CorrectionTarget) -> Correction | None:
    """What was corrected of this target."""
    return next(iter(_read(connection, f"WHERE {_IS_TARGET}", _identity(target))), None)


def write_correction(
    connection: sqlite3.Connection, target: CorrectionTarget, after: Correction | None
) -> None:
    """Put the correction of this target in place of the one that may be there; None takes it away."""
    if after is None:
        connection.execute(f"DELETE FROM corrections WHERE {_IS_TARGET}", _identity(target))
        return
    pieces = None if after.pieces is None else json.dumps(after.pieces)
    connection.execute(_PUT, (*_identity(target), after.reading, pieces, after.entry_id))


def _read(connection: sqlite3.Connection, rest: str, values: Sequence[object]) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            CorrectionTarget(surface, Scope(scope), article_id, Place(paragraph, offset)),
            reading,
            None if pieces is None else numbers_in(pieces),
            entry_id,
        )
        for surface, scope, article_id, paragraph, offset, reading, pieces, entry_id in connection.execute(
            _SELECT + rest, values
        )
    )


def _identity(target: CorrectionTarget) -> tuple[object, ...]:
    return (target.surface, target.scope, target.article_id, *target.place)
