"""The words in an Anki package or in a profile's collection, which are only read."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO, Protocol

from reader.errors import ReaderError
from reader.vocabulary.model import Status
from reader.vocabulary.word_tables import WordTable

_NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")  # a newer one makes the older a stub
_LARGEST = 4 * 2**30  # bytes, unpacked: more than any collection, less than a bomb
_KNOWN_AFTER = 21  # days between two reviews: Anki calls such a card mature
_MOST_FIELDS = 40


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def is_anki_file(path: Path) -> bool:
    """Whether the file is a package or a collection of Anki's, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(16)
    return head.startswith(b"SQLite format 3\0") or (head.startswith(b"PK\3\4") and zipfile.is_zipfile(path))


def tables_of_collection(path: Path) -> tuple[WordTable, ...]:
    """A table for every note type that has notes, its fields as columns; the most notes first.

    A note is known if one of its cards waits at least three weeks between reviews, being learnt if one was
    ever answered, new otherwise. The file may be open in Anki; it is copied first. Raises ReaderError where
    it is neither a package nor a collection, or is damaged.
    """
    try:
        with _unpacked(path) as database, closing(sqlite3.connect(database)) as connection:
            connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
            return tuple(_tables(connection))
    except (sqlite3.Error, zipfile.BadZipFile, ValueError, KeyError, EOFError) as error:
        raise ReaderError(
            f"{path.name} cannot be read as a collection of Anki's ({error}). Export the deck again from "
            "Anki, as an Anki package (.apkg)."
        ) from error
    except OSError as error:
        raise ReaderError(f"{path} cannot be read ({error.strerror or error}).") from error


def _tables(connection: sqlite3.Connection) -> Iterator[WordTable]:
    statuses = dict(_statuses(connection))
    notes: defaultdict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for note, note_type, fields in connection.execute("SELECT id, mid, flds FROM notes ORDER BY id"):
        notes[note_type].append((note, tuple(fields.split("\x1f"))))
    types = _note_types(connection)
    for note_type, rows in sorted(notes.items(), key=lambda item: -len(item[1])):
        name, columns = types.get(note_type, ("", ()))
        width = min(max(len(columns), *(len(fields) for _, fields in rows)), _MOST_FIELDS)
        named = [*columns, *(f"Field {number}" for number in range(len(columns) + 1, width + 1))]
        yield WordTable(
            name or "Notes",
            tuple(named[:width]),
            tuple((*fields, *[""] * (width - len(fields)))[:width] for _, fields in rows),
            tuple(statuses.get(note, Status.NEW) for note, _ in rows),
        )


def _statuses(connection: sqlite3.Connection) -> Iterator[tuple[int, Status]]:
    rows = connection.execute("SELECT nid, max(ivl), max(reps) FROM cards GROUP BY nid")
    for note, interval, answers in rows:
        known = interval >= _KNOWN_AFTER
        yield note, Status.KNOWN if known else Status.LEARNING if answers else Status.NEW


def _note_types(connection: sqlite3.Connection) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Name and fields of every note type, from the tables of today or the JSON of before."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "notetypes" in tables:
        fields: defaultdict[int, list[str]] = defaultdict(list)
        for note_type, field in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            fields[note_type].append(field)
        names = connection.execute("SELECT id, name FROM notetypes")
        return {id_: (name, tuple(fields[id_])) for id_, name in names}
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    return {
        int(id_): (str(model["name"]), tuple(str(field["name"]) for field in model["flds"]))
        for id_, model in json.loads(models).items()
    }


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """The collection's database as a file of its own, for a while."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "collection.anki2")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                _extract(package, database)
        else:
            copyfile(path, database)
            with suppress(FileNotFoundError):
                copyfile(f"{path}-wal", f"{database}-wal")  # what Anki has not yet put into its file
        yield database


def _extract(package: zipfile.ZipFile, target: Path) -> None:
    import zstandard  # noqa: PLC0415  (slow to import, and needed only here)

    name = next((name for name in _NAMES if name in package.namelist()), None)
    if name is None:
        raise ValueError("there is no collection in it")
    with package.open(name) as packed, target.open("wb") as file:
        if not name.endswith("b"):
            _copy(packed, file)
            return
        try:
            _copy(zstandard.ZstdDecompressor().stream_reader(packed), file)
        except zstandard.ZstdError as error:
            raise ValueError(str(error)) from error


def _copy(source: _Readable, target: BinaryIO) -> None:
    size = 0
    while block := source.read(2**20):
        size += len(block)
        if size > _LARGEST:
            raise ValueError("it is larger than any collection")
        target.write(block)
