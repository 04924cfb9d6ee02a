"""The SQLite files that hold what is the user's: opened so that a commit is on disk, and migrated by number.

Migrations are files ``NNNN-name.sql`` in the folder ``migrations`` of the package that owns the database; the
file's ``user_version`` is how many of them have been applied.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from reader.backups import back_up, backups_of
from reader.errors import DamagedError, ReaderError

# What the user can do something about, by SQLite's code for it.
_ADVICE = {
    sqlite3.SQLITE_PERM: "Check the permissions of the file and its folder",
    sqlite3.SQLITE_BUSY: "Another program holds the file: close it",
    sqlite3.SQLITE_LOCKED: "Another program holds the file: close it",
    sqlite3.SQLITE_NOMEM: "There is not enough memory: close other programs",
    sqlite3.SQLITE_READONLY: "Check the permissions of the file and its folder",
    sqlite3.SQLITE_IOERR: "Check the disk; on a network folder, use --data-dir with one of this computer",
    sqlite3.SQLITE_FULL: "Make room on the disk",
    sqlite3.SQLITE_CANTOPEN: "Check the permissions of the file and its folder",
    sqlite3.SQLITE_PROTOCOL: "Use --data-dir with a folder of this computer instead of a network folder",
    sqlite3.SQLITE_NOLFS: "Use --data-dir with a folder on another disk",
}
_PATIENCE, _PAUSE = 10.0, 0.01  # seconds: how long another process is waited for, and between two tries
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def open_database(path: Path, package: str) -> sqlite3.Connection:
    """Open (or make) the database at ``path`` and bring it up to the migrations in ``package``/migrations.

    The connection is in autocommit mode: write inside ``transaction``. A commit is durable when it returns
    (WAL with synchronous=FULL; where a network folder has no WAL, with SQLite's older journal). Each
    migration is applied whole or not at all, and a file that already holds something is backed up first.

    Raises DamagedError where the file is no (whole) database, and ReaderError where it cannot be opened or
    was written by a newer version of the program; the file is then left as it is.
    """
    scripts = _migrations(package)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        emptied = path.exists() and path.stat().st_size == 0
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE)
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(f"{path} cannot be opened ({error}). Check the folder's permissions.") from error
    try:
        with plain_errors(path):
            _prepare(connection, path, scripts, emptied=emptied)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, scripts: list[Path], *, emptied: bool) -> None:
    if emptied and backups_of(path):
        raise DamagedError(f"{path} is empty, though it once was not.")
    version = _version(connection)
    if version > len(scripts):
        raise ReaderError(
            f"{path} was written by a newer version of this program. Update the program, or use another "
            "folder with --data-dir."
        )
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    if 0 < version < len(scripts):
        back_up(connection, path)
    if version < len(scripts):
        _migrate(connection, scripts)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have the file keep a write-ahead log. For this change alone SQLite waits for nobody: it is tried again
    while another process, which opens the same new file, is at it."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Raise what goes wrong with the database at ``path`` as a ReaderError, if the user can do something
    about it: a full disk, a lost permission, another program, damage (as DamagedError)."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise ReaderError("This text has a broken character in it and cannot be saved.") from error
    except UnicodeDecodeError as error:  # even a message of SQLite's may quote the damage
        raise DamagedError(f"{path} is damaged. Nothing in it was changed.") from error
    except sqlite3.Error as error:
        raise _explained(error, path) from error


def _explained(error: sqlite3.Error, path: Path) -> Exception:
    """What to raise instead of SQLite's ``error``, which is the same if it is our own mistake."""
    # Extended codes hold the primary one in their lowest byte. Errors of the module itself have none: what
    # cannot be decoded was damaged, for what we write is UTF-8.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in _DAMAGE or (primary is None and "decode to UTF-8" in str(error)):
        return DamagedError(f"{path} is damaged ({error}). Nothing in it was changed.")
    if primary in _ADVICE:
        return ReaderError(
            f"{path} cannot be used ({error}), and nothing was changed. {_ADVICE[primary]}, then try again."
        )
    return error


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Read the whole file for damage; 50,000 words take about 0.1 s. Raises DamagedError if there is some."""
    with plain_errors(path):
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise DamagedError(f"{path} is damaged ({found[0]}). Nothing in it was changed.")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything in the block, durably, or nothing of it.

    What goes wrong in SQLite is raised as SQLite's error, for ``plain_errors``.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrations(package: str) -> list[Path]:
    # Not importlib.resources: importing it costs more than opening the database.
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is no package")
    folder = Path(spec.submodule_search_locations[0], "migrations")
    return sorted(folder.glob("*.sql"), key=lambda script: script.name)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection, scripts: list[Path]) -> None:
    """Apply what is missing. Each transaction reads the version again: another process may have migrated."""
    for number, script in enumerate(scripts, start=1):
        with transaction(connection):
            if _version(connection) < number:
                for statement in _statements(script.read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit before the first."""
    statement = ""
    for piece in re.split("(?<=;)", script):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
