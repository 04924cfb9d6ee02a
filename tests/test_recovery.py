"""Damaged databases and backups: what can be had back, and that the program always starts."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.backups import back_up, backups_of
from reader.errors import DamagedError, ReaderError
from reader.model import WordKey
from reader.recovery import newest_sound_backup, recover, restore
from reader.vocabulary.model import SavedWord
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, met

PACKAGE, TABLE = "reader.vocabulary", "words"
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vocabulary.sqlite"


def _many(number: int) -> list[SavedWord]:
    return [
        KAIDAN._replace(
            key=WordKey(n, f"言葉{n}", "ことば"),
            note="メモ" * 20,
            tags=("news", f"tag{n % 7}"),
            encounters=(met(f"これは言葉{n}です。", "言葉"),),
        )
        for n in range(1, number + 1)
    ]


def _filled(path: Path, number: int = 400) -> dict[WordKey, SavedWord]:
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save_all(_many(number))
        return {word.key: word for word in vocabulary.words()}


def _reopened(path: Path) -> dict[WordKey, SavedWord]:
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.maintain()
        assert vocabulary.count(WordFilter(text="言葉")) <= vocabulary.count(WordFilter())
        vocabulary.history()
        vocabulary.corrections()
        vocabulary.reviews()
        return {word.key: word for word in vocabulary.words()}


def _pages_of(path: Path, table: str) -> list[int]:
    """The numbers of the pages, from 0, that hold rows of the table."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
        return [number - 1 for (number,) in rows]


def test_what_stands_around_the_damage_is_recovered(path: Path) -> None:
    before = _filled(path)
    pages = _pages_of(path, "words")
    data = bytearray(path.read_bytes())
    at = PAGE * pages[len(pages) // 2]
    data[at : at + PAGE] = b"\xff" * PAGE
    path.write_bytes(data)
    with closing(Vocabulary(path)) as damaged, pytest.raises(DamagedError):
        damaged.words()

    told = recover(path, PACKAGE, TABLE).told

    after = _reopened(path)
    lost = len(before) - len(after)
    assert 0 < lost <= 20  # those on one page
    assert all(before[key] == word for key, word in after.items())
    assert f"What could be read was recovered (words: {len(after)})." in told
    (aside,) = path.parent.glob("vocabulary.damaged-*.sqlite")
    assert aside.name in told
    assert aside.read_bytes() == bytes(data)


def test_a_damaged_index_costs_nothing(path: Path) -> None:
    before = _filled(path)
    page = _pages_of(path, "words_identity")[0]
    data = bytearray(path.read_bytes())
    data[page * PAGE : (page + 1) * PAGE] = b"\0" * PAGE
    path.write_bytes(data)
    assert "All that was in it was recovered (words: 400)." in recover(path, PACKAGE, TABLE).told
    assert _reopened(path) == before


@pytest.mark.parametrize("keep", [0.0, 0.02, 0.3, 0.9, 0.999])
def test_a_truncated_file(path: Path, keep: float) -> None:
    before = _filled(path)
    with closing(sqlite3.connect(path)) as connection:
        back_up(connection, path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(DamagedError), closing(Vocabulary(path)) as vocabulary:
        vocabulary.maintain()
    told = recover(path, PACKAGE, TABLE).told
    changed = [word for key, word in _reopened(path).items() if before.get(key) != word]
    assert len(changed) <= 40  # what stood on the pages next to the cut
    backup = newest_sound_backup(path)
    assert backup
    assert f"A backup of {backup.day} can be restored." in told
    restore(path, backup.path, PACKAGE, TABLE)
    assert _reopened(path) == before


@pytest.mark.parametrize("seed", range(12))
def test_any_damage_leaves_a_vocabulary_that_opens(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    _filled(path, 150)
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 10, 300])):
        at = chance.randrange(len(data))
        data[at : at + 8] = chance.randbytes(8)
    path.write_bytes(data)
    try:
        with closing(Vocabulary(path)) as vocabulary:
            vocabulary.maintain()
            vocabulary.words()
    except ReaderError:  # and nothing else
        recover(path, PACKAGE, TABLE)
    _reopened(path)


def test_what_is_in_the_log_is_recovered_too(path: Path, tmp_path: Path) -> None:
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save(KAIDAN)
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        copy = tmp_path / "copied" / path.name
        copy.parent.mkdir()
        for suffix in ("", "-wal"):
            Path(f"{copy}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    recover(copy, PACKAGE, TABLE)
    assert [key.spelling for key in _everything(copy)] == ["会談"]
    assert sorted(file.name.partition(".")[0] for file in copy.parent.iterdir()) == ["vocabulary"] * 3


def _everything(path: Path) -> dict[WordKey, SavedWord]:
    with closing(Vocabulary(path)) as vocabulary:
        return {word.key: word for word in vocabulary.words()}


def test_two_damaged_files_on_one_day_are_both_kept(path: Path) -> None:
    for content in (b"my notes " * 1000, b"other notes " * 1000):
        path.write_bytes(content)
        assert "was recovered (words: 0)." in recover(path, PACKAGE, TABLE).told
    assert len(list(path.parent.glob("vocabulary.damaged-*"))) == 2


def test_restoring_backs_up_first_and_reaches_an_open_window(path: Path) -> None:
    with closing(Vocabulary(path)) as window:
        window.save(KAIDAN)
        backup = window.back_up()
        window.save(MITOMERU)
        window.changed_elsewhere()
        restore(path, backup, PACKAGE, TABLE)
        assert window.changed_elsewhere()
        assert [word.key for word in window.words()] == [KAIDAN.key]
        assert [word.key for word in window.page(WordFilter(text="認"), SortBy.ADDED)] == []
    newest = backups_of(path)[0]
    restore(path, newest.path, PACKAGE, TABLE)
    assert set(_everything(path)) == {KAIDAN.key, MITOMERU.key}


@pytest.mark.parametrize("content", [b"notes " * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_backup_is_refused(path: Path, content: bytes) -> None:
    before = _filled(path, 3)
    backup = path.with_name("backup.sqlite")
    backup.write_bytes(content)
    with pytest.raises(ReaderError, match="Choose another"):
        restore(path, backup, PACKAGE, TABLE)
    assert _everything(path) == before


def test_a_backup_from_a_newer_version_is_refused(path: Path) -> None:
    before = _filled(path, 3)
    with closing(sqlite3.connect(path)) as connection:
        backup = back_up(connection, path).path
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(ReaderError, match="newer version"):
        restore(path, backup, PACKAGE, TABLE)
    assert _everything(path) == before
