"""Copies of the user's databases: made, verified, let go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader import backups
from reader.backups import back_up, back_up_daily, backups_of, is_sound
from reader.errors import ReaderError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words.sqlite"


@pytest.fixture
def words(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE word (spelling TEXT)")
        connection.execute("INSERT INTO word VALUES ('港')")
        yield connection


class _Calendar(date):
    """What day it is."""

    now = date(2026, 1, 1)

    @classmethod
    def today(cls) -> "_Calendar":
        return cls(cls.now.year, cls.now.month, cls.now.day)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> type[_Calendar]:
    monkeypatch.setattr(backups, "date", _Calendar)
    monkeypatch.setattr(_Calendar, "now", date(2026, 1, 1))
    return _Calendar


def test_a_backup_holds_what_there_was(words: sqlite3.Connection, path: Path) -> None:
    backup = back_up(words, path)
    words.execute("DELETE FROM word")
    assert backups_of(path) == [backup]
    assert is_sound(backup.path)
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("SELECT * FROM word").fetchall() == [("港",)]
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]


def test_one_a_day(words: sqlite3.Connection, path: Path, calendar: type[_Calendar]) -> None:
    assert back_up_daily(words, path)
    assert back_up_daily(words, path) is None
    calendar.now += timedelta(days=1)
    assert back_up_daily(words, path)
    assert len(backups_of(path)) == 2


def test_a_clock_set_back_does_not_cost_the_newest(
    words: sqlite3.Connection, path: Path, calendar: type[_Calendar]
) -> None:
    calendar.now = date(2030, 1, 1)
    for _ in range(12):
        back_up(words, path)
    calendar.now = date(2026, 1, 1)
    backup = back_up_daily(words, path)
    assert backup
    assert backups_of(path)[0] == backup
    assert backup.path.exists()


def test_the_last_ten_and_one_a_month_are_kept(
    words: sqlite3.Connection, path: Path, calendar: type[_Calendar]
) -> None:
    for _ in range(70):
        back_up_daily(words, path)
        calendar.now += timedelta(days=1)
    kept = [backup.day.isoformat() for backup in backups_of(path)]
    assert kept[:10] == [date(2026, 3, day).isoformat() for day in range(11, 1, -1)]
    assert kept[10:] == ["2026-02-28", "2026-01-31"]


def test_other_files_in_the_folder_are_left_alone(words: sqlite3.Connection, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    others = ["library.00001.2026-01-01.sqlite", "words.00001.2026-13-45.sqlite", "words.sqlite", "notes.txt"]
    for name in others:
        (folder / name).touch()
    for _ in range(12):
        back_up(words, path)
    assert {file.name for file in folder.iterdir()} >= {*others}
    assert len(backups_of(path)) == 10


def test_a_copy_that_cannot_be_read_again_is_none(
    words: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "is_sound", lambda _: False)
    with pytest.raises(ReaderError, match="could not be read again"):
        back_up(words, path)
    assert backups_of(path) == []


def test_a_folder_that_cannot_be_made(words: sqlite3.Connection, path: Path) -> None:
    (path.parent / "backups").write_text("a file")
    with pytest.raises(ReaderError, match="No backup"):
        back_up(words, path)


@pytest.mark.parametrize(
    "content", [b"", b"notes, not a database" * 300, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_what_is_not_sound(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert is_sound(path) == (content == b"")  # to SQLite, an empty file is an empty database
    path.unlink()
    assert not is_sound(path)
