"""Lists of words that the user has elsewhere: pasted, from a spreadsheet, or from Anki.

Nothing is known of them but their columns; which of these hold the words and their readings, the user says.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from reader.kana import to_hiragana
from reader.vocabulary.model import Status
from reader.vocabulary.tables import rows_of

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)
_RT = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_SOUND = re.compile(r"\[(?:sound|anki):[^\]]*\]")
_ANKI_RUBY = re.compile(r" ?([^ \[\]]+)\[([^\[\]]*)\]")
_IN_BRACKETS = re.compile(r"\s*[(（【\[「]([^)）】\]」]*)[)）】\]」]\s*$")
_JAPANESE = re.compile("[\u3041-\u30ff\u3005\u3400-\u9fff\U00020000-\U0003ffff]")
_KANJI = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3041-\u30ff]+")
_ONLY_KANA = re.compile("^[\u3041-\u30ff]+$")
_MOST = 0.5  # of a column's cells
_PLACEHOLDERS = " \t\u3000~〜～…"
_LONGEST = 100  # characters: what is longer is no word


class WordTable(NamedTuple):
    """A table of texts. ``statuses``, where there are some, say how well each row's word is known."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    statuses: tuple[Status, ...] = ()


class ListedWord(NamedTuple):
    """A word as a list has it: its reading in hiragana, empty where the list has none."""

    spelling: str
    reading: str = ""
    status: Status = Status.KNOWN


def table_of_text(text: str, name: str = "") -> WordTable:
    """A list with one word a line, or a table in CSV or TSV. Raises ReaderError where it cannot be read."""
    rows = rows_of(text) if any(mark in text for mark in "\t,;") else [[line] for line in text.splitlines()]
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    width = max(map(len, rows), default=0)
    full = [tuple(row) + ("",) * (width - len(row)) for row in rows]
    if len(full) > 1 and not any(map(_JAPANESE.search, full[0])) and any(map(_JAPANESE.search, full[1])):
        return WordTable(name, full[0], tuple(full[1:]))
    return WordTable(name, tuple(f"Column {number}" for number in range(1, width + 1)), tuple(full))


def likely_columns(table: WordTable) -> tuple[int, int | None]:
    """Which columns (from 0) seem to hold the words and, if any does, their readings."""
    sample = table.rows[:200]

    def share(column: int, pattern: re.Pattern[str], most: int) -> float:
        cells = [plain(row[column]) for row in sample]
        return sum(0 < len(cell) <= most and bool(pattern.search(cell)) for cell in cells) / len(cells)

    def likeliness(column: int) -> float:
        return share(column, _JAPANESE, 12) + share(column, _KANJI, 12) if sample else 0

    columns = range(len(table.columns))
    word = max(columns, key=lambda column: (round(likeliness(column), 1), -column), default=0)
    readings = [column for column in columns if column != word and share(column, _ONLY_KANA, 30) > _MOST]
    return word, readings[0] if readings else None


def listed_words(table: WordTable, word: int, reading: int | None = None) -> tuple[ListedWord, ...]:
    """The words of these columns, each once; what is no word (empty, or a whole text) is left out."""
    found: dict[tuple[str, str], ListedWord] = {}
    for number, row in enumerate(table.rows):
        spelling, own_reading = _word_in(row[word])
        given = to_hiragana(plain(row[reading])) if reading is not None else ""
        read = given if _KANA.fullmatch(given) else own_reading
        if spelling and len(spelling) <= _LONGEST:
            status = table.statuses[number] if table.statuses else Status.KNOWN
            found.setdefault((spelling, read), ListedWord(spelling, read, status))
    return tuple(found.values())


def plain(cell: str) -> str:
    """The text of a field of Anki's, or of a table: without markup, sounds and furigana."""
    return _ANKI_RUBY.sub(r"\1", _without_markup(cell)).strip(_PLACEHOLDERS)


def _word_in(cell: str) -> tuple[str, str]:
    """The spelling in a cell, and the reading if that stands in brackets: 会談[かいだん]."""
    text = _without_markup(cell)
    lines = [line for line in text.splitlines() if line.strip()]
    text = lines[0] if lines else ""
    reading = to_hiragana(_ANKI_RUBY.sub(r"\2", text).strip(_PLACEHOLDERS))
    if _ANKI_RUBY.search(text) and _KANA.fullmatch(reading):
        return _ANKI_RUBY.sub(r"\1", text).strip(_PLACEHOLDERS), reading
    bracketed = _IN_BRACKETS.search(text)
    spelling = _IN_BRACKETS.sub("", text).strip(_PLACEHOLDERS)
    inner = to_hiragana(bracketed[1].strip()) if bracketed else ""
    return spelling, inner if _KANA.fullmatch(inner) else ""


def _without_markup(cell: str) -> str:
    text = _SOUND.sub("", _RT.sub("", cell[:10_000]))
    text = re.sub(r"<(?:br|/?div|/?p)\b[^<>]*>", "\n", text, flags=re.IGNORECASE)
    return html.unescape(_TAG.sub("", text)).replace("\N{NO-BREAK SPACE}", " ")
