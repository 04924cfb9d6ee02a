"""Reads whole entries from the database: any number of them in a fixed number of queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

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
_LAST_BAND = 48
_COMMON = frozenset({"news1", "ichi1", "spec1", "spec2", "gai1"})  # what JMdict calls common words
_NOT_OF_THE_KANJI = "not a reading of the kanji"


class Record(NamedTuple):
    """An entry, and what ranking needs besides: the ranks of its forms, 1 being the most frequent."""

    entry: Entry
    spelling_ranks: tuple[int, ...]
    reading_ranks: tuple[int, ...]


def read_words(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The JMdict entries with these ids; ids that it does not have are left out."""
    wanted = (as_json(ids),)
    spellings: dict[int, list[Form]] = {}
    spelling_ranks: dict[int, list[int]] = {}
    for id_, text, info, marks in connection.execute(_SPELLINGS, wanted):
        rank, common = _frequency(marks)
        spellings.setdefault(id_, []).append(Form(text, common, _labels(info), band=_band(rank)))
        spelling_ranks.setdefault(id_, []).append(rank)
    readings: dict[int, list[Form]] = {}
    reading_ranks: dict[int, list[int]] = {}
    for id_, text, no_kanji, info, marks, only_for in connection.execute(_READINGS, wanted):
        rank, common = _frequency(marks)
        remarks = (*_labels(info), _NOT_OF_THE_KANJI) if no_kanji else _labels(info)
        readings.setdefault(id_, []).append(Form(text, common, remarks, _texts(only_for), _band(rank)))
        reading_ranks.setdefault(id_, []).append(rank)
    senses: dict[int, list[Sense]] = {}
    sense_rows = connection.execute(_SENSES, wanted).fetchall()
    further = _further_fields(connection, [row[1] for row in sense_rows])
    for id_, key, glosses, pos in sense_rows:
        sense = Sense(_texts(glosses), _pos_labels(pos), **further.get(key, {}))
        senses.setdefault(id_, []).append(sense)
    return {
        id_: Record(
            Entry(
                id_,
                EntryKind.WORD,
                tuple(spellings.get(id_, ())),
                tuple(forms),
                tuple(senses.get(id_, ())),
            ),
            tuple(spelling_ranks.get(id_, ())),
            tuple(reading_ranks[id_]),
        )
        for id_, forms in readings.items()  # an entry without a reading does not exist
    }


def read_names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The JMnedict entries with these ids; ids that it does not have are left out. None has a rank."""
    wanted = (as_json(ids),)
    spellings: dict[int, list[Form]] = {}
    for id_, text in connection.execute(_NAME_SPELLINGS, wanted):
        spellings.setdefault(id_, []).append(Form(text))
    readings: dict[int, list[Form]] = {}
    for id_, text in connection.execute(_NAME_READINGS, wanted):
        readings.setdefault(id_, []).append(Form(text))
    senses: dict[int, list[Sense]] = {}
    for id_, _, glosses, kinds, see_also in connection.execute(_NAME_SENSES, wanted):
        sense = Sense(_texts(glosses), pos=_name_kinds(kinds), see_also=_texts(see_also))
        senses.setdefault(id_, []).append(sense)
    return {
        id_: Record(
            Entry(
                id_,
                EntryKind.NAME,
                tuple(spellings.get(id_, ())),
                tuple(forms),
                tuple(senses.get(id_, ())),
            ),
            (UNRANKED,) * len(spellings.get(id_, ())),
            (UNRANKED,) * len(forms),
        )
        for id_, forms in readings.items()
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


def is_for_kanji(reading: Form, spelling: str) -> bool:
    """Whether ``spelling`` can be read as ``reading``, by JMdict's restrictions."""
    if reading.only_for:
        return spelling in reading.only_for
    return _NOT_OF_THE_KANJI not in reading.info


# --- the queries ----------------------------------------------------------------------------------


def _query(table: str, columns: str, key: str = "", attributes: str = "") -> str:
    """The rows of ``table`` for a JSON list of entry ids, those of an entry in the dictionary's order.

    Each has its entry's id, the ``columns``, and for every table of ``attributes`` (whose column ``key`` is
    the row's ID) the texts there as one, as ``_texts`` takes them: thousands fewer rows to go through.
    """
    joined = "".join(
        f", (SELECT group_concat(text, char({ord(_SEPARATOR)})) FROM {attribute} WHERE {key} = {table}.ID)"
        for attribute in attributes.split()
    )
    # CROSS JOIN: SQLite is to go through the ids and search the table, never the other way round
    return (
        f"SELECT idseq, {columns}{joined}"
        f" FROM json_each(?) AS wanted CROSS JOIN {table} ON idseq = wanted.value"
    )


_SEPARATOR = "\x1f"  # stands in no text of the dictionaries
_SPELLINGS = _query("Kanji", "text", "kid", "KJI KJP")
_READINGS = _query("Kana", "text, nokanji", "kid", "KNI KNP KNR")
# Every gloss of the database is English, so its language is not asked for.
_SENSES = _query("Sense", "Sense.ID", "sid", "SenseGloss pos")
_NAME_SPELLINGS = _query("NEKanji", "text")
_NAME_READINGS = _query("NEKana", "text")
_NAME_SENSES = _query("NETranslation", "NETranslation.ID", "tid", "NETransGloss NETransType NETransXRef")


def _texts(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(_SEPARATOR)) if joined else ()


# The fields of Sense that most senses have nothing for, and where each is: one query finds the few that have.
_FURTHER_FIELDS = " UNION ALL ".join(
    f"SELECT sid, '{field}', text FROM json_each(?1) AS wanted CROSS JOIN {table} ON sid = wanted.value"
    for field, table in (
        ("field", "field"),
        ("misc", "misc"),
        ("dialect", "dialect"),
        ("info", "SenseInfo"),
        ("see_also", "xref"),
        ("antonyms", "antonym"),
        ("only_for", "stagk"),
        ("only_for", "stagr"),
    )
)


def _further_fields(
    connection: sqlite3.Connection, senses: Iterable[int]
) -> dict[int, dict[str, tuple[str, ...]]]:
    """The further fields of senses, by their key in the database."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for key, field, text in connection.execute(_FURTHER_FIELDS, (as_json(senses),)):
        fields = found.setdefault(key, {})
        fields[field] = (*fields.get(field, ()), intern(text))
    return found


# Few labels are used over and over: each is kept once, as the tuple that all senses and forms share.
_labels = lru_cache(maxsize=512)(_texts)


@lru_cache(maxsize=512)
def _pos_labels(joined: str | None) -> tuple[str, ...]:
    return tuple(map(pos_label, _texts(joined)))


@lru_cache(maxsize=64)
def _name_kinds(joined: str | None) -> tuple[str, ...]:
    return tuple(_NAME_KINDS.get(kind, kind) for kind in _texts(joined))


def _band(rank: int) -> int | None:
    """The rank as one of JMdict's bands: what is in a list of it is at least in the last."""
    return None if rank == UNRANKED else min(rank, _LAST_BAND)


@lru_cache(maxsize=512)
def _frequency(marks: str | None) -> tuple[int, bool]:
    """A form's rank, and whether it is common, by its marks in JMdict."""
    texts = _texts(marks)
    rank = min((_RANKS.get(mark, UNRANKED) for mark in texts), default=UNRANKED)
    return rank, not _COMMON.isdisjoint(texts)
