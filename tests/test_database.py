"""Opening and migrating the user's databases."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader import database
from reader.backups import backups_of
from reader.database import check, open_database, plain_errors, transaction
from reader.errors import DamagedError, ReaderError

FIRST = """
-- A comment; with a semicolon.
CREATE TABLE word (spelling TEXT UNIQUE);
CREATE TRIGGER no_empty BEFORE INSERT ON word WHEN new.spelling = '' BEGIN
    SELECT raise(ABORT, 'empty');
END;
INSERT INTO word VALUES ('港;船');
"""
SECOND = "ALTER TABLE word ADD COLUMN reading TEXT NOT NULL DEFAULT '';\nUPDATE word SET reading = 'みなと';"

Package = Callable[..., str]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """Makes the package ``migrated`` with the migrations given, and returns its name."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(*scripts: str) -> str:
        folder = tmp_path / "migrated" / "migrations"
        folder.mkdir(parents=True, exist_ok=True)
        (tmp_path / "migrated" / "__init__.py").touch()
        for number, script in enumerate(scripts, start=1):
            (folder / f"{number:04}-step.sql").write_text(script, encoding="utf-8")
        return "migrated"

    yield make
    sys.modules.pop("migrated", None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deep" / "words.sqlite"


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_database(path: Path, package: Package) -> None:
    connection = open_database(path, package(FIRST, SECOND))
    assert connection.execute("SELECT * FROM word").fetchall() == [("港;船", "みなと")]
    assert version(connection) == 2
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_opening_again_migrates_nothing(path: Path, package: Package) -> None:
    name = package(FIRST)
    open_database(path, name).close()
    connection = open_database(path, name)
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (1,)
    connection.close()


def test_a_later_migration_keeps_what_is_there_and_copies_it_first(path: Path, package: Package) -> None:
    connection = open_database(path, package(FIRST))
    connection.execute("INSERT INTO word VALUES ('灯台')")
    connection.close()
    connection = open_database(path, package(FIRST, SECOND))
    assert connection.execute("SELECT spelling FROM word").fetchall() == [("港;船",), ("灯台",)]
    connection.close()
    (backup,) = backups_of(path)
    copy = sqlite3.connect(backup.path)
    assert copy.execute("SELECT * FROM word").fetchall() == [("港;船",), ("灯台",)]
    assert version(copy) == 1
    copy.close()


def test_a_migration_that_fails_in_the_middle_changes_nothing(path: Path, package: Package) -> None:
    open_database(path, package(FIRST)).close()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        open_database(path, package(FIRST, SECOND + "INSERT INTO missing VALUES (1);"))
    connection = sqlite3.connect(path)
    assert version(connection) == 1
    assert connection.execute("SELECT * FROM word").fetchall() == [("港;船",)]
    connection.close()
    connection = open_database(path, package(FIRST, SECOND))
    assert version(connection) == 2
    connection.close()


@pytest.mark.parametrize("attempt", range(20))
def test_two_that_open_it_at_once_migrate_it_once(path: Path, package: Package, attempt: int) -> None:
    name = package(FIRST, SECOND)
    with ThreadPoolExecutor(4) as pool:
        connections = list(pool.map(lambda _: open_database(path, name), range(8)))
    for connection in connections:
        assert connection.execute("SELECT count(*) FROM word").fetchone() == (1,)
        connection.close()


def test_a_file_that_another_program_holds_for_long(
    path: Path, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    path.parent.mkdir(parents=True)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE note (text)")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ReaderError, match="Another program holds the file"):
        open_database(path, package(FIRST))
    other.close()


def test_a_newer_file_is_left_alone(path: Path, package: Package) -> None:
    open_database(path, package(FIRST, SECOND)).close()
    before = path.read_bytes()
    (path.parents[2] / "migrated" / "migrations" / "0002-step.sql").unlink()
    with pytest.raises(ReaderError, match="newer version"):
        open_database(path, "migrated")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, but notes. " * 50, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_file_that_is_no_database_is_left_alone(path: Path, package: Package, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="is damaged"):
        open_database(path, package(FIRST))
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made(tmp_path: Path, package: Package) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(ReaderError, match="cannot be opened"):
        open_database(tmp_path / "data" / "words.sqlite", package(FIRST))


def test_a_folder_in_the_place_of_the_file(tmp_path: Path, package: Package) -> None:
    with pytest.raises(ReaderError, match="cannot be opened"):
        open_database(tmp_path, package(FIRST))


def test_a_package_that_is_missing_is_our_bug(path: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        open_database(path, "reader_that_is_not")


@pytest.fixture
def words(path: Path, package: Package) -> Iterator[sqlite3.Connection]:
    connection = open_database(path, package(FIRST))
    yield connection
    connection.close()


def test_transaction_writes_all(words: sqlite3.Connection, path: Path) -> None:
    with transaction(words):
        words.execute("INSERT INTO word VALUES ('一')")
        words.execute("INSERT INTO word VALUES ('二')")
    other = sqlite3.connect(path)
    assert other.execute("SELECT count(*) FROM word").fetchone() == (3,)
    other.close()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_transaction_writes_nothing_after_an_error(
    words: sqlite3.Connection, error: type[BaseException]
) -> None:
    with pytest.raises(error), transaction(words):
        words.execute("INSERT INTO word VALUES ('一')")
        raise error
    assert words.execute("SELECT count(*) FROM word").fetchone() == (1,)
    with transaction(words):
        words.execute("INSERT INTO word VALUES ('二')")


def test_a_mistake_of_ours_in_a_transaction_is_no_sentence(words: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError), transaction(words):
        words.execute("INSERT INTO word VALUES ('港;船')")


def test_a_full_disk_is_a_sentence_and_changes_nothing(words: sqlite3.Connection, path: Path) -> None:
    pages = words.execute("PRAGMA page_count").fetchone()[0]
    words.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(ReaderError, match="Make room on the disk"), plain_errors(path), transaction(words):
        words.execute("INSERT INTO word VALUES (?)", ("長" * 100_000,))
    assert words.execute("SELECT count(*) FROM word").fetchone() == (1,)


def test_a_database_that_another_program_holds(words: sqlite3.Connection, path: Path) -> None:
    words.execute("PRAGMA busy_timeout=0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ReaderError, match="Another program"), plain_errors(path), transaction(words):
        pytest.fail("the block must not run")
    other.close()


class _Faulty(sqlite3.Connection):
    """A connection on which every write fails as it does on a share whose locks do not work."""

    code = 0

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        if sql.startswith("BEGIN"):
            error = sqlite3.OperationalError("locking protocol")
            error.sqlite_errorcode = self.code
            raise error
        return super().execute(sql, *values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (sqlite3.SQLITE_PROTOCOL, "instead of a network folder"),
        (sqlite3.SQLITE_IOERR | 15 << 8, "on a network folder"),  # SQLITE_IOERR_LOCK
        (sqlite3.SQLITE_BUSY, "Another program holds"),
        (sqlite3.SQLITE_READONLY, "permissions"),
    ],
)
def test_what_a_share_does_is_a_sentence(path: Path, package: Package, code: int, advice: str) -> None:
    open_database(path, package(FIRST)).close()
    connection = sqlite3.connect(path, factory=_Faulty, isolation_level=None)
    assert isinstance(connection, _Faulty)
    connection.code = code
    with pytest.raises(ReaderError, match=advice), plain_errors(path), transaction(connection):
        connection.execute("INSERT INTO word VALUES ('一')")
    connection.close()


def test_damage_is_found_by_reading_the_whole_file(path: Path, package: Package) -> None:
    connection = open_database(path, package(FIRST))
    with transaction(connection):
        connection.executemany("INSERT INTO word VALUES (?)", [(f"言葉{number}",) for number in range(2000)])
    check(connection, path)
    connection.close()
    data = bytearray(path.read_bytes())
    data[-4096:] = b"\xff" * 4096
    path.write_bytes(data)
    connection = open_database(path, "migrated")
    with pytest.raises(DamagedError):
        check(connection, path)
    connection.close()


def test_a_file_that_was_emptied_is_not_taken_for_a_new_one(path: Path, package: Package) -> None:
    open_database(path, package(FIRST)).close()
    open_database(path, package(FIRST, SECOND)).close()
    path.write_bytes(b"")
    with pytest.raises(DamagedError, match="is empty"):
        open_database(path, "migrated")
