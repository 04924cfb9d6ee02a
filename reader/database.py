"""The SQLite files that hold what is the user's: opened so that a commit is on disk, and migrated by number.

Migrations are files ``NNNN-name.sql`` beside the module that owns the database; the file's ``user_version`` is the
number of the last one applied.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from reader.errors import ReaderError


def open_database(path: Path, package: str) -> sqlite3.Connection:
    """Open (or make) the database at ``path`` and bring it up to the migrations in ``package``/migrations.

    The connection is in autocommit mode: use explicit BEGIN and COMMIT, or ``transaction``. A commit is durable
    when it returns (WAL with synchronous=FULL). Raises ReaderError where the file cannot be opened, is no
    database, or was written by a newer version of the program; the file is then left as it is.
    """
    scripts = sorted(
        (entry for entry in files(package).joinpath("migrations").iterdir() if entry.name.endswith(".sql")),
        key=lambda entry: entry.name,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(f"{path} cannot be opened ({error}). Check the folder's permissions.") from error
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(scripts):
            raise ReaderError(
                f"{path} was written by a newer version of this program. Update the program, or use another "
                "folder with --data-dir."
            )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        for number, script in enumerate(scripts[version:], start=version + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script.read_text(encoding='utf-8')}\nPRAGMA user_version={number};\nCOMMIT;"
            )
    except sqlite3.Error as error:
        connection.close()
        raise ReaderError(
            f"{path} cannot be used ({error}). If it is damaged, move it away and start again; nothing in it was changed."
        ) from error
    except ReaderError:
        connection.close()
        raise
    return connection
