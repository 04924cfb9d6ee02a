"""Getting the user's data back: out of a damaged database, or out of a backup."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from reader.backups import Backup, back_up, backups_of, is_sound
from reader.database import check, open_database, plain_errors
from reader.errors import DamagedError, ReaderError
from reader.files import replacing

_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)  # even a message of SQLite's may quote the damage

_GIVE_UP_AFTER = 100_000
"""So many row numbers after the last row that could be read are tried where the end cannot be found."""


class Recovered(NamedTuple):
    """What came of a recovery: sentences for the user, and the newest backup that is sound, if any is."""

    told: str
    backup: Backup | None


def recover(path: Path, package: str, table: str) -> Recovered:
    """Set the damaged database at ``path`` aside and put one in its place with all that could be read of it.

    The user is told where the damaged file is now, how much of ``table`` was recovered, and which backup
    there is. Raises ReaderError where the disk does not let us; nothing was changed then.
    """
    with _work_folder(path) as folder:
        damaged, fresh = Path(folder, "damaged.sqlite"), Path(folder, "fresh.sqlite")
        for suffix in ("", "-wal"):
            with suppress(FileNotFoundError):
                copyfile(f"{path}{suffix}", f"{damaged}{suffix}")
        with closing(open_database(fresh, package)) as connection, plain_errors(fresh):
            whole = _salvage(damaged, connection)
            rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            connection.execute("PRAGMA journal_mode=DELETE")  # one file again
        aside = _set_aside(path)
        with replacing(path) as temporary:
            copyfile(fresh, temporary)
    backup = newest_sound_backup(path)
    sentences = [
        f"{path.name} was damaged; it is kept as {aside.name}.",
        f"{'All that was in it' if whole else 'What could be read'} was recovered ({table}: {rows}).",
        f"A backup of {backup.day} can be restored." if backup else "There is no backup.",
    ]
    return Recovered(" ".join(sentences), backup)


def newest_sound_backup(path: Path) -> Backup | None:
    """The newest backup of the database that can be read from beginning to end."""
    return next((backup for backup in backups_of(path) if is_sound(backup.path)), None)


def restore(path: Path, backup: Path, package: str, table: str) -> None:
    """Put what is in ``backup`` in the place of what is in the database at ``path``; that is backed up first.

    Other windows that have the database open see the change. A damaged database is set aside as in
    ``recover``. Raises ReaderError where the backup is damaged or from a newer version of the program, or the
    disk does not let us; nothing is changed then.
    """
    with readable_copy(backup, package) as copy:
        try:
            with closing(open_database(path, package)) as current:
                check(current, path)
                back_up(current, path)
        except DamagedError:
            recover(path, package, table)
        with (
            closing(open_database(copy, package)) as source,
            closing(open_database(path, package)) as target,
            plain_errors(path),
        ):
            source.backup(target)


@contextmanager
def readable_copy(backup: Path, package: str) -> Iterator[Path]:
    """A copy of the backup for a while, migrated to what this version of the program reads.

    Raises ReaderError where the backup is damaged or from a newer version of the program.
    """
    if not is_sound(backup):
        raise DamagedError(f"{backup} is damaged or no backup. Choose another one.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, backup.name)
        copyfile(backup, copy)
        open_database(copy, package).close()
        yield copy


@contextmanager
def _work_folder(path: Path) -> Iterator[str]:
    """A folder beside the database for a while, so that what is made there can take its place."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".recovery-") as folder:
            yield folder
    except OSError as error:
        raise ReaderError(
            f"{path} is damaged and cannot be recovered where it is ({error.strerror}). Make room on the "
            "disk, check the folder's permissions, or use another folder with --data-dir."
        ) from error


def _set_aside(path: Path) -> Path:
    """Rename the database and its log to names that are free, and return the first."""
    aside = path.with_name(f"{path.stem}.damaged-{date.today()}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{date.today()}-{number}{path.suffix}")
    with suppress(FileNotFoundError):
        copyfile(f"{path}-wal", f"{aside}-wal")  # first: SQLite throws away a log without its database
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    return aside


# --- reading what is damaged ---


class _Table(NamedTuple):
    """A table that holds something of the user's; ``order`` is what its rows lie in the file by."""

    name: str
    columns: list[str]
    order: str


def _salvage(damaged: Path, target: sqlite3.Connection) -> bool:
    """Copy every row that can be read into the new database; whether that is all, as far as can be told."""
    whole = True
    target.execute("PRAGMA foreign_keys=OFF")
    with closing(sqlite3.connect(damaged, isolation_level=None)) as source:
        source.text_factory = lambda data: data.decode("utf-8", "replace")
        target.execute("BEGIN")
        for table in _tables(target):
            try:
                there = _columns(source, table.name)
            except _UNREADABLE:
                whole = False
                continue
            columns = [name for name in table.columns if name in there]
            for row in _rows(source, table, columns) if columns else ():
                whole &= row is not None and _put(target, table, columns, row)
        for table in _tables(target):
            for link in target.execute(f"PRAGMA foreign_key_list({table.name})").fetchall():
                parent, child_column, parent_column = link[2:5]
                orphaned = f"{child_column} NOT IN (SELECT {parent_column or 'rowid'} FROM {parent})"
                whole &= target.execute(f"DELETE FROM {table.name} WHERE {orphaned}").rowcount == 0
        target.execute("COMMIT")
    return whole


def _put(target: sqlite3.Connection, table: _Table, columns: list[str], row: tuple[object, ...]) -> bool:
    """Insert the row, unless the damage has made something impossible of it."""
    into = f"{table.name} ({', '.join(columns)})"
    try:
        put = target.execute(f"INSERT OR IGNORE INTO {into} VALUES ({', '.join('?' * len(row))})", row)
    except (sqlite3.Error, UnicodeEncodeError):
        return False
    return put.rowcount == 1


def _rows(
    source: sqlite3.Connection, table: _Table, columns: list[str]
) -> Iterator[tuple[object, ...] | None]:
    """Every row that can be read, and None where one cannot.

    That is from the beginning to where the damage is, from the end back to it, and one by one in between.
    """
    select = f"SELECT {table.order}, {', '.join(columns)} FROM {table.name} NOT INDEXED"
    last: int | None = None
    try:
        for row in source.execute(f"{select} ORDER BY {table.order}"):
            yield row[1:]
            last = row[0]
        return
    except _UNREADABLE:
        yield None
    first: int | None = None
    with suppress(*_UNREADABLE):
        for row in source.execute(f"{select} ORDER BY {table.order} DESC"):
            if row[0] == last:
                return
            yield row[1:]
            first = row[0]
    if table.order == "rowid":
        begin = 0 if last is None else last + 1
        for rowid in range(begin, begin + _GIVE_UP_AFTER if first is None else first):
            with suppress(*_UNREADABLE):
                yield from (row[1:] for row in source.execute(f"{select} WHERE rowid = ?", (rowid,)))


def _tables(connection: sqlite3.Connection) -> list[_Table]:
    """The tables of a database, but for what SQLite keeps for itself or for a search."""
    listed = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    )
    return [
        _Table(name, columns, columns[0] if without_rowid else "rowid")
        for name, without_rowid in listed.fetchall()
        if not name.startswith("sqlite_")
        for columns in [_columns(connection, name)]
    ]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
