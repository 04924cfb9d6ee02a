"""The vocabulary as a table: CSV for spreadsheets, TSV for spreadsheets and the command line.

Both are UTF-8 with a byte order mark, because Excel takes a file without one for the old encoding of the
system and shows Japanese as rubbish; LibreOffice, Numbers, Google Sheets and Anki read either.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from reader.model import SavedWord
from reader.vocabulary.furigana import bracketed, reading_shown

COLUMNS = (
    "Expression",
    "Reading",
    "Furigana",
    "Meaning",
    "PartOfSpeech",
    "Sentence",
    "Source",
    "Status",
    "Note",
    "Added",
    "EntryId",
)

_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")  # all but tab and line feed
_STARTS_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def write_csv(words: Sequence[SavedWord], path: Path) -> None:
    """Write a header and one row a word. Every cell is quoted; a note keeps its lines."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        # Quoted, a cell stays whole even where the spreadsheet's separator is the semicolon.
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerow(COLUMNS)
        rows.writerows(map(cells_of, words))


def write_tsv(words: Sequence[SavedWord], path: Path) -> None:
    """Write a header and one line a word; within a cell, tabs and line ends become spaces."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows([re.sub("[\t\n]", " ", cell) for cell in cells_of(word)] for word in words)


def cells_of(word: SavedWord) -> list[str]:
    """The word's cells, one for each of ``COLUMNS``; the sentence is the first that was saved."""
    first = word.encounters[0] if word.encounters else None
    return [
        guarded(text)
        for text in (
            word.key.spelling,
            reading_shown(word.key.spelling, word.key.reading),
            bracketed(word.key.spelling, word.key.reading, word.ruby),
            word.gloss.replace("\n", "; "),
            word.pos,
            first.sentence if first else "",
            source_of(word),
            word.status,
            word.note,
            word.added,
            "" if word.key.entry_id is None else str(word.key.entry_id),
        )
    ]


def source_of(word: SavedWord) -> str:
    """Where the word's first sentence is from: the article's title, and in brackets where that came from."""
    if not word.encounters:
        return ""
    first = word.encounters[0]
    if first.article and first.source:
        return f"{first.article} ({first.source})"
    return first.article or first.source


def guarded(text: str) -> str:
    """``text`` as a spreadsheet may safely show it.

    What would begin a formula gets an apostrophe before it, full-width signs too (Japanese spreadsheets take
    them); line ends become line feeds, and control characters, which no spreadsheet shows, go.
    """
    text = _CONTROL.sub("", _LINE_END.sub("\n", text))
    return f"'{text}" if _STARTS_FORMULA.match(text) or text.startswith(("\t", "\n")) else text
