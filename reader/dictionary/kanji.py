"""KANJIDIC2: a kanji's page, and the readings of all kanji for splitting words."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from reader.kana import to_hiragana
from reader.model import Kanji


class KanjiReadings(NamedTuple):
    """How a kanji may be read inside words, in hiragana, each reading once, in KANJIDIC2's order.

    ``kun`` are stems, without okurigana (つな for つな.がる); ``nouns`` are verbs as nouns whose okurigana is
    left out, as in 受付 (うけ for う.ける). Sound changes inside words are not listed.
    """

    on: tuple[str, ...]
    kun: tuple[str, ...]
    nouns: tuple[str, ...] = ()


def read_kanji(connection: sqlite3.Connection, literal: str) -> Kanji | None:
    """The page of one kanji; None for what KANJIDIC2 does not have. Takes some 6 ms."""
    row = connection.execute(
        "SELECT ID, stroke_count, grade, jlpt, freq FROM character WHERE literal = ?", (literal,)
    ).fetchone()
    if row is None:
        return None
    key, strokes, grade, jlpt, frequency = row
    readings = connection.execute(
        "SELECT r_type, value FROM reading WHERE gid IN (SELECT ID FROM rm_group WHERE cid = ?)"
        " ORDER BY rowid",
        (key,),
    ).fetchall()
    meanings = connection.execute(
        "SELECT value FROM meaning WHERE gid IN (SELECT ID FROM rm_group WHERE cid = ?) AND m_lang = ''"
        " ORDER BY rowid",
        (key,),
    )
    nanori = connection.execute("SELECT value FROM nanori WHERE cid = ? ORDER BY rowid", (key,))
    return Kanji(
        literal,
        meanings=tuple(value for (value,) in meanings),
        on=tuple(value for kind, value in readings if kind == "ja_on"),
        kun=tuple(value for kind, value in readings if kind == "ja_kun"),
        nanori=tuple(value for (value,) in nanori),
        strokes=_number(strokes),
        grade=_number(grade),
        jlpt=_number(jlpt),
        frequency=_number(frequency),
    )


def pack_readings(connection: sqlite3.Connection) -> dict[str, str]:
    """The readings of every kanji, packed as ``unpack_readings`` reads them: some 3 MB, read in 50 ms.

    One query for all, since the table has no index by kanji.
    """
    # "+" keeps SQLite from the index on r_type: reading the whole table in its order is several times as fast
    return dict(
        connection.execute(
            "SELECT literal, group_concat(substr(r_type, 4, 1) || value, ' ') FROM reading"
            " JOIN rm_group ON rm_group.ID = gid JOIN character ON character.ID = cid"
            " WHERE +r_type IN ('ja_on', 'ja_kun') GROUP BY gid"
        )
    )


_VERB_ENDINGS = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
_ICHIDAN_BEFORE = frozenset("いきぎしじちにひびみりえけげせぜてでねへべめれ")


def unpack_readings(packed: str) -> KanjiReadings:
    """ "kつな.ぐ k-つな.ぎ oケイ" as on ("けい",) and kun ("つな",)."""
    on: dict[str, None] = {}
    kun: dict[str, None] = {}
    nouns: dict[str, None] = {}
    for value in to_hiragana(packed).split():
        stem, _, okurigana = value[1:].strip("-").partition(".")
        if value[0] == "o":
            on[stem] = None
        else:
            kun[stem] = None
            if okurigana and okurigana[-1] in _VERB_ENDINGS:
                nouns[stem + _as_noun(okurigana)] = None
    return KanjiReadings(*(tuple(filter(None, readings)) for readings in (on, kun, nouns)))


def _as_noun(okurigana: str) -> str:
    """That of a verb as a noun: け of う.ける, り of う.る."""
    if okurigana[-1] == "る" and okurigana[-2:-1] in _ICHIDAN_BEFORE:
        return okurigana[:-1]
    return okurigana[:-1] + _VERB_ENDINGS[okurigana[-1]]


def _number(value: int | str | None) -> int | None:
    return None if value is None or value == "" else int(value)
