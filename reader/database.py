"""The SQLite files that hold what is the user's: opened so that a commit is on disk, and migrated by number.

Migrations are files ``NNNN-name.sql`` in the folder ``migrations`` of the package that owns the database; the
file's ``user_version`` is how many of them have been applied.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from reader.errors import ReaderError
from reader.files import replacing

# What the user can do something about: a full disk, a lost permission, another program, damage.
_ENVIRONMENT = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
}


def open_database(path: Path, package: str) -> sqlite3.Connection:
    """Open (or make) the database at ``path`` and bring it up to the migrations in ``package``/migrations.

    The connection is in autocommit mode: write inside ``transaction``. A commit is durable when it returns
    (WAL with synchronous=FULL). Each migration is applied whole or not at all, and a file that already holds
    something is copied to ``NAME.before-NNNN`` first. Raises ReaderError where the file cannot be opened, is
    no database, or was written by a newer version of the program; the file is then left as it is.
    """
    scripts = _migrations(package)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(f"{path} cannot be opened ({error}). Check the folder's permissions.") from error
    try:
        version = _version(connection)
        if version > len(scripts):
            raise ReaderError(
                f"{path} was written by a newer version of this program. Update the program, or use another "
                "folder with --data-dir."
            )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        if 0 < version < len(scripts):
            _copy(connection, path.with_name(f"{path.name}.before-{version + 1:04}"))
        if version < len(scripts):
            _migrate(connection, scripts)
    except (OSError, sqlite3.Error) as error:
        connection.close()
        if isinstance(error, sqlite3.Error) and not _is_environment(error):
            raise
        raise ReaderError(
            f"{path} cannot be used ({error}). If it is damaged, move it away and start again; nothing in it "
            "was changed."
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything in the block, durably, or nothing of it.

    Raises ReaderError where the disk is full, the file is read-only or another program holds it.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error) and _is_environment(error):
            raise ReaderError(
                f"This could not be saved ({error}), and nothing was changed. Check the disk's free space "
                "and the folder's permissions, then try again."
            ) from error
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


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    if not target.exists():
        with replacing(target) as temporary:
            connection.execute("VACUUM INTO ?", (str(temporary),))


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


def _is_environment(error: sqlite3.Error) -> bool:
    # Extended codes hold the primary one in their lowest byte. Errors of the module itself have none.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _ENVIRONMENT
