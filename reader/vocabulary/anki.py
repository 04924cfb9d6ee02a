"""The vocabulary as an Anki package.

A note's guid comes from the word's identity, and the note type and the deck have fixed ids: importing again
updates the notes that are there, keeps their scheduling, and adds the new ones.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import sqlite3
import time
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reader.model import WordKey
from reader.vocabulary.model import SavedWord
from reader.vocabulary.notes import FIELDS, fields_of, tags_of

# Any other numbers would do, but once used they may never change: by them Anki knows its own notes again.
_NOTE_TYPE_ID = 1_483_206_597
_DECK_ID = 1_483_206_598
_NAME = "Japanese Reader"
_RECALL = "Recall"  # the field whose text says that there is a card for recall

# -1: not yet known to AnkiWeb. Anki reckons the checksum itself, and gives new cards an order by ``due``.
_NOTE = """
    INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
    VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')
"""
_CARDS = """
    INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue,
                       odid, flags, data)
    SELECT id + :apart, id, :deck, :number, mod, -1, 0, 0, id - :first, 0, 0, 0, 0, 0, 0, 0, 0, '' FROM notes
"""

_TEMPLATES = Path(__file__).with_name("templates")


def write_apkg(words: Sequence[SavedWord], path: Path, *, recall: bool = False) -> None:
    """Write a package with one note a word; new cards come up in the order of ``words``.

    Each note has a card that asks for the meaning and, with ``recall``, one that asks for the word.
    """
    import genanki  # noqa: PLC0415  (slow to import, and needed only here)

    note_type = genanki.Model(
        _NOTE_TYPE_ID,
        _NAME,
        fields=[{"name": name} for name in (*FIELDS, _RECALL)],
        templates=[
            {"name": "Recognition", "qfmt": _template("front.html"), "afmt": _template("back.html")},
            {"name": "Recall", "qfmt": _template("recall_front.html"), "afmt": _template("back.html")},
        ],
        css=_template("style.css"),
    )
    deck = genanki.Deck(_DECK_ID, _NAME)
    deck.add_model(note_type)
    now = time.time()
    with closing(sqlite3.connect(":memory:")) as collection:
        # Not write_to_file: that leaves its temporary database behind.
        genanki.Package(deck).write_to_db(collection.cursor(), now, itertools.count(int(now * 1000)))
        _write_notes(collection, words, int(now), recall=recall)
        collection.commit()
        database = collection.serialize()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("collection.anki2", database)
        archive.writestr("media", "{}")


def _write_notes(
    collection: sqlite3.Connection, words: Sequence[SavedWord], now: int, *, recall: bool
) -> None:
    """The notes and their cards, where genanki would first render every card to see whether it is empty."""
    first = now * 1000
    notes = []
    for note, word in enumerate(words, start=first):
        fields, tags = [*fields_of(word), "1" if recall else ""], f" {' '.join(tags_of(word))} "
        notes.append((note, guid_of(word.key), _NOTE_TYPE_ID, now, tags, "\x1f".join(fields), fields[0]))
    collection.executemany(_NOTE, notes)
    for number in range(1 + recall):
        apart = number * len(notes)
        collection.execute(_CARDS, {"apart": apart, "deck": _DECK_ID, "number": number, "first": first})


def guid_of(key: WordKey) -> str:
    """The note's id in every collection: the same for the same word, whenever and wherever it is exported."""
    # As ``json.dumps`` writes the list, which makes an encoder for each.
    entry = "null" if key.entry_id is None else key.entry_id
    identity = f"[{entry}, {json.dumps(key.spelling)}, {json.dumps(key.reading)}]"
    return base64.urlsafe_b64encode(hashlib.sha256(identity.encode()).digest()[:15]).decode()


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
