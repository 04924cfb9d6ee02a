"""Words as rows of the database and back."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reader.errors import DamagedError
from reader.kana import reading_order
from reader.model import Place, Ruby, WordKey
from reader.vocabulary.model import Encounter, ReviewCard, SavedWord, Status
from reader.vocabulary.search import indexed, searched

IS_KEY = "ifnull(words.entry_id, 0) = ? AND words.spelling = ? AND words.reading = ?"

_RUBY = [int, int, str]
_STATUSES = {status.value: status for status in Status}

_SELECT = """
    SELECT words.id, entry_id, spelling, reading, pos, gloss, senses, ruby, status, note, added,
           frequency, seen, looked_up, changed, in_anki,
           cards.state, cards.step, cards.stability, cards.difficulty, cards.due, cards.last_review
    FROM words LEFT JOIN cards ON cards.word_id = words.id
"""
_ENCOUNTERS = """
    SELECT word_id, sentence, start_offset, end_offset, article, source, met, article_id,
           paragraph, place_offset, english
    FROM encounters {which} ORDER BY id
"""
_TAGS = "SELECT word_id, tag FROM tags {which} ORDER BY tag"
_OF_THESE = "WHERE word_id IN (SELECT value FROM json_each(?))"
_MANY = 1_000  # words: not to look each up among all, if these are all

# Exports count, too: were a word deleted that has the newest revision, the next would not look new to them.
_NEXT_REVISION = """
    1 + max(ifnull((SELECT max(revision) FROM words), 0), ifnull((SELECT max(revision) FROM exports), 0))
"""
_UPSERT = f"""
    INSERT INTO words (entry_id, spelling, reading, pos, gloss, senses, ruby, status, note, added, frequency,
                       changed, collation, seen, looked_up, in_anki, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {_NEXT_REVISION})
    ON CONFLICT (ifnull(entry_id, 0), spelling, reading) DO UPDATE SET
        pos = excluded.pos, gloss = excluded.gloss, senses = excluded.senses, ruby = excluded.ruby,
        status = excluded.status, note = excluded.note, added = excluded.added,
        frequency = excluded.frequency, changed = excluded.changed,
        collation = excluded.collation, revision = excluded.revision
    RETURNING id
"""
_PUT_ENCOUNTER = """
    INSERT INTO encounters (word_id, sentence, start_offset, end_offset, article, source, met, article_id,
                            paragraph, place_offset, english)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (word_id, sentence) DO UPDATE SET
        start_offset = excluded.start_offset, end_offset = excluded.end_offset, article = excluded.article,
        source = excluded.source, met = excluded.met, article_id = excluded.article_id,
        paragraph = excluded.paragraph, place_offset = excluded.place_offset, english = excluded.english
"""
_PUT_CARD = "INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?)"


def identity(key: WordKey) -> tuple[int, str, str]:
    """The key as the values of ``IS_KEY``, and as the tables hold it that name words by it."""
    return (key.entry_id or 0, key.spelling, key.reading)


def key_from(entry_id: int, spelling: str, reading: str) -> WordKey:
    """The key that ``identity`` was made of."""
    return WordKey(entry_id or None, spelling, reading)


def read_words(connection: sqlite3.Connection, rest: str, values: Sequence[object]) -> list[SavedWord]:
    """The words of ``SELECT ... FROM words`` + ``rest`` (WHERE, ORDER BY), in its order, with all of theirs.

    Their encounters are in the order in which they were saved, their tags in that of the characters.
    """
    rows = connection.execute(_SELECT + rest, values).fetchall()
    if not rows:
        return []
    which, ids = _OF_THESE, [json.dumps([row[0] for row in rows])]
    if len(rows) > _MANY and len(rows) == connection.execute("SELECT count(*) FROM words").fetchone()[0]:
        which, ids = "", []
    ruby = _all_ruby([row[7] for row in rows])
    encounters: defaultdict[int, list[Encounter]] = defaultdict(list)
    for row in connection.execute(_ENCOUNTERS.format(which=which), ids):
        word_id, sentence, start, end, article, source, met, article_id, *place, english = row
        encounters[word_id].append(
            Encounter(sentence, start, end, article, source, met, article_id, Place(*place), english)
        )
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for word_id, tag in connection.execute(_TAGS.format(which=which), ids):
        tags[word_id].append(tag)
    try:
        return [
            _word_from(row, parts, tuple(encounters.get(row[0], ())), tuple(tags.get(row[0], ())))
            for row, parts in zip(rows, ruby, strict=True)
        ]
    except LookupError as error:
        raise DamagedError(f"The vocabulary is damaged ({error}).") from error


def read_word(connection: sqlite3.Connection, key: WordKey) -> SavedWord | None:
    """The word with this identity."""
    return next(iter(read_words(connection, f"WHERE {IS_KEY}", identity(key))), None)


def read_these(connection: sqlite3.Connection, keys: Iterable[WordKey]) -> dict[WordKey, SavedWord]:
    """Those of the words with these identities that there are; many take a tenth of one after the other."""
    select = f"SELECT id FROM words WHERE {IS_KEY}"
    found = (connection.execute(select, identity(key)).fetchone() for key in keys)
    ids = json.dumps([row[0] for row in found if row])
    words = read_words(connection, "WHERE words.id IN (SELECT value FROM json_each(?))", (ids,))
    return {word.key: word for word in words}


def write_word(
    connection: sqlite3.Connection, before: SavedWord | None, after: SavedWord | None, now: str
) -> None:
    """Turn ``before`` into ``after`` (None: no such word), leaving every row alone that is the same in both.

    A word that is there keeps its counts and what Anki got, and changes ``now``; one that comes brings all
    that with it. The history gets the new status.
    """
    word = after or before
    assert word is not None
    if (before and before.status) != (after and after.status):
        connection.execute(
            "INSERT INTO history (entry_id, spelling, reading, status, at) VALUES (?, ?, ?, ?, ?)",
            (*identity(word.key), after.status if after else "", now),
        )
    if after is None:
        connection.execute(
            f"DELETE FROM search WHERE rowid IN (SELECT id FROM words WHERE {IS_KEY})", identity(word.key)
        )
        connection.execute(f"DELETE FROM words WHERE {IS_KEY}", identity(word.key))
        return
    changed = (before is None and after.changed) or now
    word_id = connection.execute(_UPSERT, _values(after, changed)).fetchone()[0]
    _write_encounters(connection, word_id, before.encounters if before else (), after.encounters)
    _write_tags(connection, word_id, before.tags if before else (), after.tags)
    had_card = before and before.card
    if had_card and after.card is None:
        connection.execute("DELETE FROM cards WHERE word_id = ?", (word_id,))
    elif after.card is not None and had_card != after.card:
        connection.execute(_PUT_CARD, (word_id, *after.card))
    if before is None or searched(before) != searched(after):
        _index(connection, word_id, indexed(after))


def index_missing(connection: sqlite3.Connection) -> bool:
    """Whether the index does not hold all words: they are from before there was one, or were recovered."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM words) <> (SELECT count(*) FROM search_docsize)"
        " OR EXISTS (SELECT 1 FROM words WHERE collation IS NULL)"
    ).fetchone()
    return bool(row[0])


def index_all(connection: sqlite3.Connection) -> None:
    """Make the index anew."""
    connection.execute("DELETE FROM search")
    for word in read_words(connection, "", ()):
        row = connection.execute(
            f"UPDATE words SET collation = ? WHERE {IS_KEY} RETURNING id",
            (_collation(word.key), *identity(word.key)),
        ).fetchone()
        _index(connection, row[0], indexed(word))


def _word_from(
    row: tuple[Any, ...], ruby: tuple[Ruby, ...], encounters: tuple[Encounter, ...], tags: tuple[str, ...]
) -> SavedWord:
    _, entry_id, spelling, reading, pos, gloss, senses, _, status, note, added, frequency, *rest = row
    counted, card = rest[:4], rest[4:]
    return SavedWord(
        WordKey(entry_id, spelling, reading),
        pos,
        gloss,
        numbers_in(senses),
        ruby,
        _STATUSES[status],
        note,
        added,
        encounters,
        tags,
        frequency,
        ReviewCard(*card) if card[0] is not None else None,
        *counted,
    )


@lru_cache(4096)
def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of a JSON list; none where damage has made nothing of it, for the rest goes on."""
    return tuple(number for number in _list_in(text) if isinstance(number, int))


def _all_ruby(texts: Sequence[str]) -> list[tuple[Ruby, ...]]:
    """The ruby in each of the JSON lists, read in one go, or one by one if damage has spoilt one of them."""
    try:
        lists = json.loads(f"[{','.join(texts)}]")
    except ValueError:
        lists = []
    if len(lists) != len(texts) or not all(isinstance(parts, list) for parts in lists):
        lists = [_list_in(text) for text in texts]
    return [
        tuple([Ruby(*part) for part in parts if type(part) is list and [*map(type, part)] == _RUBY])
        for parts in lists
    ]


def _list_in(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return []
    return value if isinstance(value, list) else []


def _values(word: SavedWord, changed: str) -> tuple[object, ...]:
    return (
        word.key.entry_id,
        word.key.spelling,
        word.key.reading,
        word.pos,
        word.gloss,
        json.dumps(word.senses),
        json.dumps([tuple(part) for part in word.ruby], ensure_ascii=False),
        word.status,
        word.note,
        word.added,
        word.frequency,
        changed,
        _collation(word.key),
        word.seen,
        word.looked_up,
        word.in_anki,
    )


def _collation(key: WordKey) -> str:
    return "\t".join(reading_order(key.reading or key.spelling))


def _index(connection: sqlite3.Connection, word_id: int, text: str) -> None:
    connection.execute("INSERT OR REPLACE INTO search (rowid, text) VALUES (?, ?)", (word_id, text))


def _write_encounters(
    connection: sqlite3.Connection, word_id: int, before: Iterable[Encounter], after: Iterable[Encounter]
) -> None:
    had, has = {met.sentence: met for met in before}, {met.sentence: met for met in after}
    connection.executemany(
        "DELETE FROM encounters WHERE word_id = ? AND sentence = ?",
        [(word_id, sentence) for sentence in had if sentence not in has],
    )
    connection.executemany(
        _PUT_ENCOUNTER,
        [(word_id, *_encounter_values(met)) for sentence, met in has.items() if had.get(sentence) != met],
    )


def _encounter_values(met: Encounter) -> tuple[object, ...]:
    where = (met.article, met.source, met.met, met.article_id, *met.place)
    return (met.sentence, met.start, met.end, *where, met.english)


def _write_tags(
    connection: sqlite3.Connection, word_id: int, before: Sequence[str], after: Sequence[str]
) -> None:
    connection.executemany(
        "DELETE FROM tags WHERE word_id = ? AND tag = ?", [(word_id, tag) for tag in set(before) - set(after)]
    )
    connection.executemany(
        "INSERT INTO tags VALUES (?, ?)", [(word_id, tag) for tag in set(after) - set(before)]
    )
