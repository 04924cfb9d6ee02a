"""Collections that Anki itself has made, read."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DeckId

from reader.errors import ReaderError
from reader.vocabulary.anki import write_apkg
from reader.vocabulary.anki_collection import is_anki_file, tables_of_collection
from reader.vocabulary.model import Status
from reader.vocabulary.notes import FIELDS
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A profile with three of our words (mature, answered once, new) and a note of another type."""
    package = tmp_path / "words.apkg"
    write_apkg([KAIDAN, MITOMERU, TEN_THOUSANDS], package)
    collection = Collection(str(tmp_path / "collection.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    )
    basic = collection.models.by_name("Basic")
    assert basic
    note = collection.new_note(basic)
    note["Front"] = "猫"
    collection.add_note(note, DeckId(1))
    assert collection.db
    collection.db.execute(
        "UPDATE cards SET ivl = 30, reps = 5 WHERE nid IN (SELECT id FROM notes WHERE flds LIKE '会談%')"
    )
    collection.db.execute(
        "UPDATE cards SET reps = 1 WHERE nid IN (SELECT id FROM notes WHERE flds LIKE '認%')"
    )
    yield collection
    collection.close()


_EXPECTED = {"会談": Status.KNOWN, "認める": Status.LEARNING, "10万人": Status.NEW}


def _check(path: Path) -> None:
    assert is_anki_file(path)
    ours, basic = tables_of_collection(path)
    assert ours.name == "Japanese Reader"
    assert ours.columns[: len(FIELDS)] == FIELDS
    assert {row[0]: status for row, status in zip(ours.rows, ours.statuses, strict=True)} == _EXPECTED
    assert basic.columns[0] == "Front"
    assert [row[0] for row in basic.rows] == ["猫"]


def test_a_profile_that_is_open(collection: Collection) -> None:
    collection.save()
    _check(Path(collection.path))


@pytest.mark.parametrize("legacy", [False, True])
def test_a_package(collection: Collection, tmp_path: Path, legacy: bool) -> None:
    target = tmp_path / "exported.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=legacy)
    collection.export_anki_package(out_path=str(target), options=options, limit=None)
    with zipfile.ZipFile(target) as package:
        assert ("collection.anki21b" in package.namelist()) is not legacy
    _check(target)


def test_the_packages_of_this_program(tmp_path: Path) -> None:
    write_apkg([KAIDAN._replace(gloss="talks")], tmp_path / "words.apkg")
    (table,) = tables_of_collection(tmp_path / "words.apkg")
    assert table.rows[0][0] == "会談"
    assert table.statuses == (Status.NEW,)


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\0" + b"\xff" * 5000, b"no collection at all", b"PK\3\4 broken"]
)
def test_what_is_no_collection_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "collection.anki2"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match="Export the deck again"):
        tables_of_collection(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.txt", b"x"), ("collection.anki21b", b"not packed"), ("collection.anki2", b"nothing")],
)
def test_a_package_without_a_collection_in_it(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / "words.apkg"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, content)
    with pytest.raises(ReaderError, match="Export the deck again"):
        tables_of_collection(path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id, mid, flds)")
    with pytest.raises(ReaderError, match="Export the deck again"):
        tables_of_collection(path)
