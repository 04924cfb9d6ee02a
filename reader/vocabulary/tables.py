"""The vocabulary as a table: CSV for spreadsheets, TSV for spreadsheets and the command line.

Both are UTF-8 with a byte order mark, because Excel takes a file without one for the old encoding of the
system and shows Japanese as rubbish; LibreOffice, Numbers, Google Sheets and Anki read either.

What a spreadsheet would take for a formula, or cannot show, is disguised; ``revealed`` undoes that, so that a
CSV file comes back exactly.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.kana import to_hiragana
from reader.model import WordKey
from reader.vocabulary.furigana import bracketed, is_kana, reading_shown
from reader.vocabulary.model import Encounter, SavedWord, Status

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
"""What a table has if nothing else is chosen."""


def source_of(word: SavedWord) -> str:
    """Where the word's first sentence is from: the article's title, and in brackets where that came from."""
    if not word.encounters:
        return ""
    first = word.encounters[0]
    if first.article and first.source:
        return f"{first.article} ({first.source})"
    return first.article or first.source


_CELLS: dict[str, Callable[[SavedWord], str]] = {
    "Expression": lambda word: word.key.spelling,
    "Reading": lambda word: reading_shown(word.key.spelling, word.key.reading),
    "Furigana": lambda word: bracketed(word.key.spelling, word.key.reading, word.ruby),
    "Meaning": lambda word: word.gloss,
    "PartOfSpeech": lambda word: word.pos,
    "Inflected": lambda word: word.encounters[0].surface if word.encounters else "",
    "Sentence": lambda word: word.encounters[0].sentence if word.encounters else "",
    "English": lambda word: word.encounters[0].english if word.encounters else "",
    "Source": source_of,
    "Status": lambda word: word.status,
    "Note": lambda word: word.note,
    "Tags": lambda word: ", ".join(word.tags),
    "Frequency": lambda word: "" if word.frequency is None else str(word.frequency),
    "Seen": lambda word: str(word.seen),
    "LookedUp": lambda word: str(word.looked_up),
    "Added": lambda word: word.added,
    "Changed": lambda word: word.changed,
    "EntryId": lambda word: "" if word.key.entry_id is None else str(word.key.entry_id),
}
ALL_COLUMNS = tuple(_CELLS)
"""What a table may have; the sentence, its English and the source are those that were saved first."""

# What no spreadsheet shows, and backslashes that would be taken for its disguise.
_INVISIBLE = re.compile(r"[\0-\x08\x0b-\x1f\x7f\x85\u2028\u2029]|\\(?=u[0-9a-f]{4})")
_DISGUISED = re.compile(r"\\u([0-9a-f]{4})")
_DANGEROUS = re.compile(r"'*(\s*[=+\-@＝＋－＠]|[\t\n])")
_TO_GUARD = re.compile(r"\|['=+\-@＝＋－＠ ]")  # among printable cells with a bar before each
_MARK = "\ufeff"  # written by itself: Python's own "utf-8-sig" takes four times as long for all that follows
_LIMIT = 2**31 - 1  # of a cell, when read


def write_csv(words: Sequence[SavedWord], path: Path, columns: Sequence[str] = COLUMNS) -> None:
    """Write a header and one row a word. Every cell is quoted; what has lines keeps them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_MARK)
        # Quoted, a cell stays whole even where the spreadsheet's separator is the semicolon.
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerow(columns)
        rows.writerows(rows_from(words, columns))


def write_tsv(words: Sequence[SavedWord], path: Path, columns: Sequence[str] = COLUMNS) -> None:
    """Write a header and one line a word; within a cell, tabs and line ends become spaces."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_MARK)
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(columns)
        rows.writerows([re.sub("[\t\n]", " ", cell) for cell in row] for row in rows_from(words, columns))


def rows_from(words: Sequence[SavedWord], columns: Sequence[str] = COLUMNS) -> Iterator[tuple[str, ...]]:
    """The words' cells, as ``guarded`` gives them: a row for each of the words, in it one for each column.

    Column by column, since nearly all are harmless as a whole.
    """
    return zip(*[_guarded_all(list(map(_CELLS[column], words))) for column in columns], strict=True)


def _guarded_all(cells: list[str]) -> list[str]:
    joined = "|" + "|".join(cells)
    if joined.isprintable() and "\\u" not in joined and not _TO_GUARD.search(joined):
        return cells
    return [guarded(cell) for cell in cells]


def guarded(text: str) -> str:
    """``text`` as a spreadsheet may safely show it; ``revealed`` gives it back.

    What would begin a formula gets an apostrophe before it, full-width signs too (Japanese spreadsheets take
    them), and so does what looks as if it had got one. Control characters and the rarer line ends, which no
    spreadsheet shows, are written as \\u000d.
    """
    text = _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f"'{text}" if _DANGEROUS.match(text) else text


def revealed(cell: str) -> str:
    """What ``guarded`` was given."""
    if cell.startswith("'") and _DANGEROUS.match(cell[1:]):
        cell = cell[1:]
    return _DISGUISED.sub(lambda match: chr(int(match[1], 16)), cell)


def is_own_table(header: Sequence[str]) -> bool:
    """Whether a table with this header is one of ours, and ``words_of`` reads it."""
    return {"Expression", "Reading"} <= set(header) <= set(ALL_COLUMNS)


def words_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[SavedWord, ...]:
    """The words of a table that ``write_csv`` wrote, as far as its columns tell. Raises ReaderError."""
    words = []
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(header, map(revealed, row), strict=False))
        try:
            words.append(_word_of(cells))
        except ValueError as error:
            raise ReaderError(f"Row {number} cannot be read ({error}), so nothing was imported.") from error
    return tuple(words)


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV or TSV text, blank ones left out; the first line tells which it is.

    Raises ReaderError where a quotation mark is never closed.
    """
    first = text.partition("\n")[0]
    delimiter = max("\t,;", key=first.count)
    old_limit = csv.field_size_limit(_LIMIT)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ReaderError(f"This table cannot be read ({error}). Check its quotation marks.") from error
    finally:
        csv.field_size_limit(old_limit)


def _word_of(cells: dict[str, str]) -> SavedWord:
    spelling, shown = cells["Expression"], cells["Reading"]
    if not spelling:
        raise ValueError("it has no Expression")
    reading = to_hiragana(shown) if shown == spelling and is_kana(spelling) else shown
    sentence = cells.get("Sentence", "")
    surface = cells.get("Inflected") or spelling
    start = max(sentence.find(surface), 0)
    end = start + len(surface) if surface in sentence else start
    added, source, english = (cells.get(name, "") for name in ("Added", "Source", "English"))
    met = Encounter(sentence, start, end, source, "", added, english=english)
    return SavedWord(
        key=WordKey(int(cells.get("EntryId") or 0) or None, spelling, reading),
        pos=cells.get("PartOfSpeech", ""),
        gloss=cells.get("Meaning", ""),
        status=Status(cells.get("Status") or Status.NEW),
        note=cells.get("Note", ""),
        added=added,
        encounters=(met,) if sentence else (),
        tags=tuple(filter(None, cells.get("Tags", "").split(", "))),
        frequency=int(cells["Frequency"]) if cells.get("Frequency") else None,
        seen=int(cells.get("Seen") or 0),
        looked_up=int(cells.get("LookedUp") or 0),
        changed=cells.get("Changed", ""),
    )
