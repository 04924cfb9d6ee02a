"""What the window may ask the engine process, and what it answers.

A question is sent with a priority and answered once, with the type named beside it, unless it is cancelled first.
Where the engine raises a ``ReaderError`` the answer is ``Refused`` with its sentence; any other exception
is our own bug and comes back as ``Failed`` with the traceback for the log file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from reader.model import Analysis, Article, Entry, Kanji, Paragraph, ReadingSource, Word


class Priority(IntEnum):
    """What is answered first. Within POINTER and SCREEN the newest question leads, within REST the oldest."""

    POINTER = 0
    SCREEN = 1
    REST = 2


@dataclass(frozen=True, slots=True)
class Analyse:
    """Analyse one paragraph. Answer: ``Analysis``."""

    paragraph: Paragraph
    source: ReadingSource = ReadingSource.CONTEXT


@dataclass(frozen=True, slots=True)
class FetchEntries:
    """Whole dictionary entries by id. Answer: ``Entries``; ids that no dictionary has are left out."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LookUp:
    """What the search field finds for a typed or selected text: Japanese in any form. Answer: ``Found``."""

    text: str


@dataclass(frozen=True, slots=True)
class DescribeKanji:
    """A kanji's page. Answer: ``KanjiPage``."""

    literal: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Read a file as an article, its English beside it where there is one. Answer: ``Article``."""

    path: Path


@dataclass(frozen=True, slots=True)
class ExportVocabulary:
    """Write the vocabulary to ``target`` in the format ("csv", "tsv", "apkg"). Answer: ``Exported``."""

    database: Path
    format: str
    target: Path


@dataclass(frozen=True, slots=True)
class Entries:
    by_id: dict[int, Entry]


@dataclass(frozen=True, slots=True)
class Found:
    """``words`` are the words of the text that was looked up, its best reading first, empty if nothing was found."""

    text: str
    words: tuple[Word, ...]
    entries: dict[int, Entry]


@dataclass(frozen=True, slots=True)
class KanjiPage:
    kanji: Kanji | None


@dataclass(frozen=True, slots=True)
class Exported:
    path: Path
    count: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The question could not be answered for a reason that the user can do something about."""

    message: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug of ours; ``details`` is the traceback, for the log file."""

    details: str


Question = Analyse | FetchEntries | LookUp | DescribeKanji | ReadFile | ExportVocabulary
Answer = Analysis | Entries | Found | KanjiPage | Article | Exported | Refused | Failed
