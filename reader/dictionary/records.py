"""Reads whole entries from the database: any number of them in a fixed number of queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from sys import intern
from typing import Any, NamedTuple

from reader.dictionary.labels import pos_label
from reader.dictionary.source import as_json
from reader.model import Entry, EntryKind, Form, Sense

UNRANKED = 99  # the rank of a form that is in none of JMdict's lists of frequent words

# JMdict's bands nf01 to nf48 hold 500 words each, counted in newspapers; the other marks on about that scale.
# The best counts: 食べる is rare in newspapers (nf25), but everyone's word (ichi1).
_RANKS = {f"nf{band:02}": band for band in range(1, 49)} | {
    "ichi1": 12,
    "news1": 24,
    "spec1": 24,
    "gai1": 24,
    "spec2": 36,
    "news2": 48,
    "gai2": 48,
    "ichi2": 60,
}
_COMMON = frozenset({"news1", "ichi1", "spec1", "spec2", "gai1"})  # what JMdict calls common words
_NOT_OF_THE_KANJI = "not a reading of the kanji"


class Record(NamedTuple):
    """An entry, and what ranking needs besides: the ranks of its forms, 1 being the most frequent."""

    entry: Entry
    spelling_ranks: tuple[int, ...]
    reading_ranks: tuple[int, ...]


_Texts = tuple[str, ...]
_Attributes = dict[int, _Texts]


def read_words(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The JMdict entries with these ids; ids that it does not have are left out."""
    wanted = as_json(ids)
    spellings = _rows(connection, "Kanji", "idseq", wanted)
    readings = _rows(connection, "Kana", "idseq", wanted)
    senses = _rows(connection, "Sense", "idseq", wanted)
    spelling_forms = _spelling_forms(connection, spellings)
    reading_forms = _reading_forms(connection, readings)
    of_entry = _senses(connection, senses)
    return {
        id_: Record(
            Entry(
                id_,
                EntryKind.WORD,
                tuple(form for form, _ in spelling_forms.get(id_, ())),
                tuple(form for form, _ in reading_forms.get(id_, ())),
                tuple(of_entry.get(id_, ())),
            ),
            tuple(rank for _, rank in spelling_forms.get(id_, ())),
            tuple(rank for _, rank in reading_forms.get(id_, ())),
        )
        for id_ in reading_forms  # an entry without a reading does not exist
    }


def read_names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The JMnedict entries with these ids; ids that it does not have are left out. None has a rank."""
    wanted = as_json(ids)
    spellings = _texts_by_entry(_rows(connection, "NEKanji", "idseq", wanted))
    readings = _texts_by_entry(_rows(connection, "NEKana", "idseq", wanted))
    translations = _rows(connection, "NETranslation", "idseq", wanted)
    keys = as_json(row[0] for row in translations)
    kinds = _attributes(connection, "NETransType", "tid", keys)
    glosses = _attributes(connection, "NETransGloss", "tid", keys)
    see_also = _attributes(connection, "NETransXRef", "tid", keys)
    senses: dict[int, list[Sense]] = {}
    for key, id_ in translations:
        types = tuple(_NAME_KINDS.get(kind, kind) for kind in kinds.get(key, ()))
        sense = Sense(glosses.get(key, ()), pos=types, see_also=see_also.get(key, ()))
        senses.setdefault(id_, []).append(sense)
    return {
        id_: Record(
            Entry(
                id_,
                EntryKind.NAME,
                tuple(Form(text) for text in spellings.get(id_, ())),
                tuple(Form(text) for text in texts),
                tuple(senses.get(id_, ())),
            ),
            (UNRANKED,) * len(spellings.get(id_, ())),
            (UNRANKED,) * len(texts),
        )
        for id_, texts in readings.items()
    }


_NAME_KINDS = {
    "fem": "female given name",
    "masc": "male given name",
    "given": "given name",
    "unclass": "name",
    "station": "railway station",
    "work": "work of art",
    "product": "product name",
}


def _spelling_forms(
    connection: sqlite3.Connection, rows: list[tuple[Any, ...]]
) -> dict[int, list[tuple[Form, int]]]:
    keys = as_json(row[0] for row in rows)
    info = _attributes(connection, "KJI", "kid", keys)
    marks = _attributes(connection, "KJP", "kid", keys)
    forms: dict[int, list[tuple[Form, int]]] = {}
    for key, id_, text in rows:
        mark = marks.get(key, ())
        form = Form(text, not _COMMON.isdisjoint(mark), info.get(key, ()))
        forms.setdefault(id_, []).append((form, _rank(mark)))
    return forms


def _reading_forms(
    connection: sqlite3.Connection, rows: list[tuple[Any, ...]]
) -> dict[int, list[tuple[Form, int]]]:
    keys = as_json(row[0] for row in rows)
    info = _attributes(connection, "KNI", "kid", keys)
    marks = _attributes(connection, "KNP", "kid", keys)
    only_for = _attributes(connection, "KNR", "kid", keys)
    forms: dict[int, list[tuple[Form, int]]] = {}
    for key, id_, text, no_kanji in rows:
        mark = marks.get(key, ())
        remarks = (*info.get(key, ()), _NOT_OF_THE_KANJI) if no_kanji else info.get(key, ())
        form = Form(text, not _COMMON.isdisjoint(mark), remarks, only_for.get(key, ()))
        forms.setdefault(id_, []).append((form, _rank(mark)))
    return forms


def is_for_kanji(reading: Form, spelling: str) -> bool:
    """Whether ``spelling`` can be read as ``reading``, by JMdict's restrictions."""
    if reading.only_for:
        return spelling in reading.only_for
    return _NOT_OF_THE_KANJI not in reading.info


def _rank(marks: _Texts) -> int:
    return min((_RANKS.get(mark, UNRANKED) for mark in marks), default=UNRANKED)


def _senses(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> dict[int, list[Sense]]:
    keys = as_json(row[0] for row in rows)
    glosses, pos, field, misc, dialect, info, see_also, antonyms, spellings, readings = (
        _attributes(connection, table, "sid", keys)
        for table in (
            "SenseGloss",
            "pos",
            "field",
            "misc",
            "dialect",
            "SenseInfo",
            "xref",
            "antonym",
            "stagk",
            "stagr",
        )
    )
    senses: dict[int, list[Sense]] = {}
    for key, id_ in rows:
        sense = Sense(
            glosses.get(key, ()),
            tuple(pos_label(text) for text in pos.get(key, ())),
            field.get(key, ()),
            misc.get(key, ()),
            dialect.get(key, ()),
            info.get(key, ()),
            see_also.get(key, ()),
            antonyms.get(key, ()),
            (*spellings.get(key, ()), *readings.get(key, ())),
        )
        senses.setdefault(id_, []).append(sense)
    return senses


_COLUMNS = {
    "Kanji": "ID, idseq, text",
    "Kana": "ID, idseq, text, nokanji",
    "Sense": "ID, idseq",
    "NEKanji": "ID, idseq, text",
    "NEKana": "ID, idseq, text",
    "NETranslation": "ID, idseq",
}
# Every gloss of the database is English, so its language is not asked for.


def _rows(connection: sqlite3.Connection, table: str, key: str, wanted: str) -> list[tuple[Any, ...]]:
    """The rows of ``table`` for the ids in ``wanted`` (JSON), those of an entry in the dictionary's order."""
    columns = ", ".join(f"{table}.{column}" for column in _COLUMNS[table].split(", "))
    # CROSS JOIN: SQLite is to go through the ids and search the table, never the other way round
    return connection.execute(
        f"SELECT {columns} FROM json_each(?) AS wanted CROSS JOIN {table} ON {table}.{key} = wanted.value",
        (wanted,),
    ).fetchall()


def _attributes(connection: sqlite3.Connection, table: str, key: str, wanted: str) -> _Attributes:
    """The texts that ``table`` has for each of the keys in ``wanted`` (JSON), in the dictionary's order."""
    found: _Attributes = {}
    for owner, text in connection.execute(
        f"SELECT {key}, text FROM json_each(?) AS wanted CROSS JOIN {table} ON {key} = wanted.value",
        (wanted,),
    ):
        found[owner] = (*found.get(owner, ()), intern(text))
    return found


def _texts_by_entry(rows: list[tuple[Any, ...]]) -> _Attributes:
    texts: _Attributes = {}
    for _, id_, text in rows:
        texts[id_] = (*texts.get(id_, ()), text)
    return texts
