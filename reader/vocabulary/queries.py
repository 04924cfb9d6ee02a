"""Some of the words: filtered, sorted and a page at a time, so that a list of 50,000 opens like one of 50."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.rows import read_words
from reader.vocabulary.search import query_for


@dataclass(frozen=True, slots=True)
class WordFilter:
    """Which words. Each field that is not left empty must hold.

    ``text`` is searched as in ``search.query_for``. ``tags`` must all be there; ``article`` is a title and
    ``pos`` the beginning of any word of the parts of speech. ``added_from`` and ``added_before`` are ISO 8601
    in UTC or the beginnings of it ("2026-11"). ``bands`` are the lowest and the highest of JMdict's frequency
    bands. ``in_anki``: whether Anki ever got it. ``newer_than`` is a revision, such as that of
    ``Vocabulary.last_export``.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    tags: tuple[str, ...] = ()
    article: str = ""
    added_from: str = ""
    added_before: str = ""
    pos: str = ""
    bands: tuple[int, int] | None = None
    in_anki: bool | None = None
    newer_than: int | None = None


class SortBy(StrEnum):
    """What a list is sorted by; the value is SQL, that of an index where there is one."""

    ADDED = "words.added"
    CHANGED = "words.changed"
    READING = "words.collation"
    GLOSS = "words.gloss COLLATE NOCASE"
    POS = "words.pos"
    STATUS = "instr('new learning known ignored', words.status)"
    FREQUENCY = "ifnull(words.frequency, 99)"
    TAGS = "(SELECT group_concat(tag) FROM tags WHERE word_id = words.id)"
    IN_ANKI = "words.in_anki"
    SEEN = "words.seen"
    LOOKED_UP = "words.looked_up"


def page(
    connection: sqlite3.Connection,
    which: WordFilter,
    sort: SortBy,
    *,
    descending: bool,
    offset: int = 0,
    limit: int = -1,
) -> list[SavedWord]:
    """``limit`` of the words that pass the filter (all if negative), from number ``offset`` on."""
    where, values = _where(which)
    order = "DESC" if descending else "ASC"
    sorted_ = f"ORDER BY {sort} {order}, words.id {order}"
    if not where:
        return read_words(connection, f"{sorted_} LIMIT ? OFFSET ?", (limit, offset))
    # The numbers first: an index alone finds them, where rows of sentences' length would have to be sorted.
    select = f"SELECT id FROM words {where} {sorted_} LIMIT ? OFFSET ?"
    rows = connection.execute(select, (*values, limit, offset))
    ids = json.dumps([number for (number,) in rows])
    return read_words(connection, f"WHERE words.id IN (SELECT value FROM json_each(?)) {sorted_}", (ids,))


def count(connection: sqlite3.Connection, which: WordFilter) -> int:
    """How many words pass the filter."""
    query = query_for(which.text)
    if query and which == WordFilter(text=which.text):
        counted = connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query,))
        return int(counted.fetchone()[0])
    where, values = _where(which)
    return int(connection.execute(f"SELECT count(*) FROM words {where}", values).fetchone()[0])


def _where(which: WordFilter) -> tuple[str, list[object]]:
    """The SQL of the conditions, and its values.

    The plus signs keep SQLite on the index that the order follows: it then looks up each word in the set that
    was found, instead of sorting that.
    """
    conditions: list[str] = []
    values: list[object] = []

    def add(condition: str, *given: object) -> None:
        conditions.append(condition)
        values.extend(given)

    if query := query_for(which.text):
        add("+words.id IN (SELECT rowid FROM search WHERE search MATCH ?)", query)
    if which.statuses:
        add(f"words.status IN ({', '.join('?' * len(which.statuses))})", *sorted(which.statuses))
    for tag in which.tags:
        add("+words.id IN (SELECT word_id FROM tags WHERE tag = ?)", tag)
    if which.article:
        add("+words.id IN (SELECT word_id FROM encounters WHERE article = ?)", which.article)
    if which.added_from:
        add("words.added >= ?", which.added_from)
    if which.added_before:
        add("words.added < ?", which.added_before)
    if which.pos:
        add("instr(' ' || words.pos, ' ' || ?)", which.pos)
    if which.bands:
        add("words.frequency BETWEEN ? AND ?", *which.bands)
    if which.in_anki is not None:
        add("words.in_anki <> ''" if which.in_anki else "words.in_anki = ''")
    if which.newer_than is not None:
        add("words.revision > ?", which.newer_than)
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), values
