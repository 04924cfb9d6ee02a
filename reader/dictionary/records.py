"""Reads whole entries from the database: any number of them in a fixed number of queries."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from reader.dictionary.labels import pos_label
from reader.dictionary.sieve import Sieve
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
    """An entry, and what ranking needs besides: the ranks of its forms, 1 being the most frequent.

    Those of its spellings come first, then those of its readings.
    """

    entry: Entry
    ranks: tuple[int, ...]


def read_words(connection: sqlite3.Connection, ids: Iterable[int], remarked: Sieve) -> dict[int, Record]:
    """The JMdict entries with these ids; ids that it does not have are left out.

    ``remarked`` knows the ``REMARKED_SENSES``.
    """
    wanted = (as_json(ids),)
    ranks: defaultdict[int, list[int]] = defaultdict(list)
    spellings: defaultdict[int, list[Form]] = defaultdict(list)
    for id_, text, info, marks in connection.execute(_SPELLINGS, wanted):
        rank, common, band = _frequency(marks)
        spellings[id_].append(Form(text, common, _labels(info), (), band))
        ranks[id_].append(rank)
    readings: defaultdict[int, list[Form]] = defaultdict(list)
    for id_, text, no_kanji, info, marks, only_for in connection.execute(_READINGS, wanted):
        rank, common, band = _frequency(marks)
        remarks = (*_labels(info), _NOT_OF_THE_KANJI) if no_kanji else _labels(info)
        readings[id_].append(Form(text, common, remarks, _texts(only_for), band))
        ranks[id_].append(rank)
    senses: defaultdict[int, list[Sense]] = defaultdict(list)
    sense_rows = connection.execute(_SENSES, wanted).fetchall()
    keys = [row[1] for row in sense_rows]
    further = _further_fields(connection, remarked.passed(dict(zip(keys, keys, strict=True))))
    for id_, key, glosses, pos in sense_rows:
        senses[id_].append(Sense(_texts(glosses), _pos_labels(pos), *further.get(key, ())))
    return {
        id_: Record(
            Entry(id_, EntryKind.WORD, tuple(spellings[id_]), tuple(forms), tuple(senses[id_])),
            tuple(ranks[id_]),
        )
        for id_, forms in readings.items()  # an entry without a reading does not exist
    }


def read_names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Entry]:
    """The JMnedict entries with these ids; ids that it does not have are left out."""
    wanted = (as_json(ids),)
    spellings: defaultdict[int, list[Form]] = defaultdict(list)
    for id_, text in connection.execute(_NAME_SPELLINGS, wanted):
        spellings[id_].append(Form(text))
    readings: defaultdict[int, list[Form]] = defaultdict(list)
    for id_, text in connection.execute(_NAME_READINGS, wanted):
        readings[id_].append(Form(text))
    senses: defaultdict[int, list[Sense]] = defaultdict(list)
    for id_, _, glosses, kinds, see_also in connection.execute(_NAME_SENSES, wanted):
        senses[id_].append(Sense(_texts(glosses), pos=_name_kinds(kinds), see_also=_texts(see_also)))
    return {
        id_: Entry(id_, EntryKind.NAME, tuple(spellings[id_]), tuple(forms), tuple(senses[id_]))
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


# The fields of Sense behind its parts of speech, and where each is. Most senses have nothing for any of them:
# one query finds the few that have.
_FURTHER_TABLES = (
    ("field",),
    ("misc",),
    ("dialect",),
    ("SenseInfo",),
    ("xref",),
    ("antonym",),
    ("stagk", "stagr"),
)
_FURTHER_FIELDS = " UNION ALL ".join(
    f"SELECT sid, {field}, text FROM json_each(?1) AS wanted CROSS JOIN {table} ON sid = wanted.value"
    for field, tables in enumerate(_FURTHER_TABLES)
    for table in tables
)
REMARKED_SENSES = tuple(f"SELECT sid FROM {table}" for tables in _FURTHER_TABLES for table in tables)
"""Queries for the keys of all senses that have any of these fields."""


def _further_fields(
    connection: sqlite3.Connection, senses: Collection[int]
) -> dict[int, list[tuple[str, ...]]]:
    """The further fields of those senses that have any, by their key in the database."""
    found: dict[int, list[tuple[str, ...]]] = {}
    if not senses:
        return found
    for key, field, text in connection.execute(_FURTHER_FIELDS, (as_json(senses),)):
        fields = found.setdefault(key, [()] * len(_FURTHER_TABLES))
        fields[field] += (intern(text),)
    return found


# Few labels are used over and over: each is kept once, as the tuple that all senses and forms share.
_labels = lru_cache(maxsize=512)(_texts)


@lru_cache(maxsize=512)
def _pos_labels(joined: str | None) -> tuple[str, ...]:
    return tuple(map(pos_label, _texts(joined)))


@lru_cache(maxsize=64)
def _name_kinds(joined: str | None) -> tuple[str, ...]:
    return tuple(_NAME_KINDS.get(kind, kind) for kind in _texts(joined))


@lru_cache(maxsize=512)
def _frequency(marks: str | None) -> tuple[int, bool, int | None]:
    """A form's rank, whether it is common, and its band, by its marks in JMdict."""
    texts = _texts(marks)
    rank = min((_RANKS.get(mark, UNRANKED) for mark in texts), default=UNRANKED)
    band = None if rank == UNRANKED else min(rank, _LAST_BAND)  # what is in a list is at least in the last
    return rank, not _COMMON.isdisjoint(texts), band
