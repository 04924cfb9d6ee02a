"""The database that comes with jamdict-data, opened so that nothing can write to it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from reader.errors import ReaderError


def connect() -> sqlite3.Connection:
    """Open the dictionaries' database, for the thread that asks. Raises ReaderError where it is missing."""
    path = _installed()
    try:
        # immutable: no locks and no look at the file for changes, which makes small queries twice as fast
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        # twice SQLite's usual 2 MB of pages: the words of a paragraph are scattered over many thousands
        connection.execute("PRAGMA cache_size = -4000")
        connection.execute("SELECT 1 FROM Entry LIMIT 1")
    except sqlite3.Error as error:
        raise ReaderError(
            f"The dictionary at {path} cannot be read ({error}). Install the package jamdict-data again."
        ) from error
    return connection


def _installed() -> Path:
    try:
        import jamdict_data  # noqa: PLC0415  (so that its absence can be told in words)
    except ImportError as error:
        raise ReaderError("The dictionary is not installed. Install the package jamdict-data.") from error
    path = Path(jamdict_data.JAMDICT_DB_PATH).absolute()
    if not path.is_file():
        raise ReaderError(f"The dictionary is missing: {path}. Install the package jamdict-data again.")
    return path


def as_json(values: Iterable[int] | Iterable[str]) -> str:
    """Any number of values as the one parameter of ``json_each(?)``: faster here than IN (?, ?, …).

    Half of a surrogate pair, which SQLite cannot take and no dictionary has, becomes a question mark.
    """
    return json.dumps(list(values), ensure_ascii=False).encode(errors="replace").decode()
