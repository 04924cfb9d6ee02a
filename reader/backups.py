"""Copies of the user's databases, kept beside them in the folder ``backups``.

A copy is named NAME.NUMBER.DATE.sqlite. The number grows with every copy, so that their order does not
depend on the clock. The last ten are kept, and the last of every month.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.files import replacing

KEPT = 10
"""So many of the newest copies are kept; older ones one a month."""

_NAME = re.compile(r"(?P<stem>.+)\.(?P<number>\d{5,})\.(?P<day>\d{4}-\d\d-\d\d)\.sqlite")


class Backup(NamedTuple):
    """A copy: its file, its number and the day on which it was made."""

    path: Path
    number: int
    day: date


def backups_of(database: Path) -> list[Backup]:
    """The copies of a database, the newest first."""
    found = []
    for path in _folder(database).glob("*.sqlite"):
        match = _NAME.fullmatch(path.name)
        if match and match["stem"] == database.stem:
            with suppress(ValueError):  # a name that somebody else has thought out
                found.append(Backup(path, int(match["number"]), date.fromisoformat(match["day"])))
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def back_up(connection: sqlite3.Connection, database: Path) -> Backup:
    """Copy the database that ``connection`` has open, verify the copy, and let older ones go.

    Raises ReaderError where the copy cannot be written or cannot be read again; there is none then.
    """
    existing = backups_of(database)
    number = existing[0].number + 1 if existing else 1
    today = date.today()
    target = _folder(database) / f"{database.stem}.{number:05}.{today}.sqlite"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as temporary:
            connection.execute("VACUUM INTO ?", (str(temporary),))
            if not is_sound(temporary):
                raise ReaderError(f"The backup of {database} could not be read again. Check the disk.")
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(
            f"No backup of {database} could be made ({error}). Make room on the disk, and check the "
            "folder's permissions."
        ) from error
    for old in _superfluous([Backup(target, number, today), *existing]):
        old.path.unlink(missing_ok=True)
    return Backup(target, number, today)


def back_up_daily(connection: sqlite3.Connection, database: Path) -> Backup | None:
    """Make the day's copy, unless there is one. Raises ReaderError as ``back_up`` does."""
    existing = backups_of(database)
    # Whatever is not today's, even from a day to come: the clock may have been wrong.
    return None if existing and existing[0].day == date.today() else back_up(connection, database)


def is_sound(database: Path) -> bool:
    """Whether the file is a database that can be read from its beginning to its end."""
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def _superfluous(backups: list[Backup]) -> list[Backup]:
    """Those that need not be kept, of all copies, newest first."""
    months = {(backup.day.year, backup.day.month) for backup in backups[:KEPT]}
    superfluous = []
    for backup in backups[KEPT:]:
        month = (backup.day.year, backup.day.month)
        if month in months:
            superfluous.append(backup)
        months.add(month)
    return superfluous


def _folder(database: Path) -> Path:
    return database.parent / "backups"
