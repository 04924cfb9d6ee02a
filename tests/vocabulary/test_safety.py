"""Nothing that was confirmed is lost, whatever happens to the program and to the disk."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import reader
from reader.backups import backups_of
from reader.errors import ReaderError
from reader.vocabulary.model import Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, said

_ROOT = Path(reader.__file__).parents[1]
_SCHEMAS = sorted(Path(__file__).with_name("schemas").glob("*.sql"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vocabulary.sqlite"


# --- killed ---


@pytest.mark.skipif(sys.platform != "linux", reason="system calls are counted by Linux's ptrace")
def test_killed_at_any_system_call(tmp_path: Path) -> None:
    """``READER_KILLS=400 READER_SEED=2 make test ARGS="-k killed -s"`` kills more often, and at others."""
    kills = os.environ.get("READER_KILLS", "300")
    seed = os.environ.get("READER_SEED", "1")
    done = subprocess.run(
        [sys.executable, "-m", "tests.vocabulary.killed", str(tmp_path), kills, seed],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if "ptrace does not work" in done.stderr:
        pytest.skip(done.stderr)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


# --- past schemas ---


@pytest.mark.parametrize("schema", _SCHEMAS, ids=lambda schema: str(schema.stem))
def test_a_vocabulary_of_every_past_version_is_migrated(path: Path, schema: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.read_text(encoding="utf-8"))
    with closing(Vocabulary(path)) as vocabulary:
        words = {word.key.spelling: word for word in vocabulary.words()}
        assert list(words) == ["あの", "10万人", "認める", "会談"]
        assert words["会談"].encounters[1].sentence == "会談は続く。"
        assert words["会談"].encounters[1].surface == "会談"
        assert words["認める"].note == "見留める\n'\"<b>=1"
        assert words["認める"].ruby == MITOMERU.ruby
        assert [word.status for word in words.values()] == [
            Status.IGNORED,
            Status.KNOWN,
            Status.LEARNING,
            Status.NEW,
        ]
        assert {word.changed for word in words.values()} == {word.added for word in words.values()}
        found = vocabulary.page(WordFilter(text="admit"), SortBy.READING)
        assert found == (words["認める"],)
        by_reading = [word.key.spelling for word in vocabulary.page(WordFilter(), SortBy.READING)]
        assert by_reading == ["あの", "会談", "10万人", "認める"]
        assert [change.status for change in vocabulary.history(KAIDAN.key)] == [Status.NEW]
    (backup,) = backups_of(path)
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (int(schema.stem),)


def test_there_is_a_fixture_for_every_past_schema() -> None:
    migrations = sorted((_ROOT / "reader/vocabulary/migrations").glob("*.sql"))
    assert [schema.stem for schema in _SCHEMAS] == [script.name[:4] for script in migrations[:-1]]


def test_a_migration_whose_backup_cannot_be_made_is_not_begun(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_SCHEMAS[0].read_text(encoding="utf-8"))
    (path.parent / "backups").write_text("a file in the place of the folder")
    with pytest.raises(ReaderError, match="No backup"):
        Vocabulary(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


# --- the disk ---


def test_a_full_disk(path: Path) -> None:
    with closing(Vocabulary(path)) as vocabulary:
        saved = vocabulary.save(KAIDAN)
        connection = vocabulary._connection
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(ReaderError, match="Make room on the disk"):
            vocabulary.save(MITOMERU._replace(note="長い" * 100_000))
        assert vocabulary.words() == (saved,)
        connection.execute("PRAGMA max_page_count=1000000")
        vocabulary.save(MITOMERU)
        assert said(vocabulary.undo()) == "Saving 認める undone"


_MOUNT = 'mount -t tmpfs -o size=3m none "$0" && "$@"'


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """A real one: a file system of three megabytes that only this test's process sees."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        pytest.skip("only Linux lets a process have a disk of its own")
    mount = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNT]
    if subprocess.run([*mount, str(tmp_path), "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system does not let us")
    command = [sys.executable, "-m", "tests.vocabulary.full_disk", str(tmp_path)]
    done = subprocess.run(
        [*mount, str(tmp_path), *command], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


_SAVE = """
import sys
from pathlib import Path
from reader.errors import ReaderError
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import MITOMERU
try:
    vocabulary = Vocabulary(Path(sys.argv[1]))
    vocabulary.save(MITOMERU)
except ReaderError as error:
    print("refused:", error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
@pytest.mark.parametrize("rights", [(0o500, 0o600), (0o500, 0o400), (0o700, 0o400), (0o700, 0o000)], ids=str)
def test_a_folder_or_a_file_without_permission(path: Path, rights: tuple[int, int]) -> None:
    with closing(Vocabulary(path)) as vocabulary:
        saved = vocabulary.save(KAIDAN)
    folder_rights, file_rights = rights
    command = [sys.executable, "-c", _SAVE, str(path)]
    if os.geteuid() == 0:  # who may do anything, unless that right is taken away
        if not shutil.which("setpriv"):
            pytest.skip("root has every permission, and there is no setpriv to take it away")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    path.chmod(file_rights)
    path.parent.chmod(folder_rights)
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    path.parent.chmod(0o700)
    path.chmod(0o600)
    assert done.stdout.startswith("refused: "), done.stdout + done.stderr
    assert "permission" in done.stdout
    assert done.stderr == ""
    with closing(Vocabulary(path)) as vocabulary:
        assert vocabulary.words() == (saved,)


def test_a_clock_set_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(f"20{year}-01-01T00:00:00+00:00" for year in (30, 30, 26, 26, 26, 26))
    monkeypatch.setattr("reader.vocabulary.store._now", lambda: next(times))
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save(KAIDAN)
        vocabulary.add_export("csv", vocabulary.revision())
        vocabulary.save(MITOMERU)
        newer = vocabulary.page(WordFilter(newer_than=vocabulary.last_export("csv")), SortBy.ADDED)
        assert [word.key for word in newer] == [MITOMERU.key]
        assert said(vocabulary.undo()) == "Saving 認める undone"
