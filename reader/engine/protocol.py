"""What the window may ask the engine process, what it answers, and how both cross the pipe.

A question is sent with a priority and answered once, with the type named beside it, unless it is
cancelled first. Where the engine raises a ``ReaderError`` the answer is ``Refused`` with its sentence;
any other exception is our own bug and comes back as ``Failed`` with the traceback for the log file.

On the wire each message is one pickle: the two ends are the same program on the same machine, and nobody
else can write to their pipes.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.model import (
    Alignment,
    Article,
    Entry,
    Kanji,
    Pair,
    Paragraph,
    ReadingSource,
    Support,
    Word,
    WordKey,
)
from reader.vocabulary.model import Correction, SavedWord

if TYPE_CHECKING:  # the first window need not wait for what only names their types
    from reader.vocabulary.selection import Selection
    from reader.vocabulary.word_tables import ListedWord


class Priority(IntEnum):
    """What is answered first: the lowest. Among equals the newest leads, in REST the oldest."""

    POINTER = 0
    SCREEN = 1
    REST = 2


# --- questions ----------------------------------------------------------------------------------


class Analyse(NamedTuple):
    """Analyse one paragraph, with what the user corrected in it, the widest scope first.

    Answer: ``PackedAnalysis``.
    """

    paragraph: Paragraph
    source: ReadingSource = ReadingSource.CONTEXT
    corrections: tuple[Correction, ...] = ()


class CountWords(NamedTuple):
    """Count the words of some paragraphs. Answer: ``WordCounts``."""

    paragraphs: tuple[Paragraph, ...]


class FetchEntries(NamedTuple):
    """Whole dictionary entries by id. Answer: ``Entries``; ids that no dictionary has are left out."""

    ids: tuple[int, ...]


class LookUp(NamedTuple):
    """What the search field finds for a typed or selected text in any form; where that is no word, for the
    text ``around`` it, unless that is empty. Answer: ``Found``.
    """

    text: str
    around: str = ""


class LookFurther(NamedTuple):
    """What else may stand from ``text[start:end]`` on or within it, by a scan. Answer: ``FoundFurther``.

    ``listed`` are the entries known already: ids, and where what they explain begins.
    """

    text: str
    start: int
    end: int
    listed: tuple[tuple[int, int], ...] = ()


class DescribeKanji(NamedTuple):
    """A kanji's page. Answer: ``KanjiPage``."""

    literal: str


class ReadFile(NamedTuple):
    """Read a file as an article, its English beside it where there is one. Answer: ``Article``."""

    path: Path


class ReadEnglish(NamedTuple):
    """Read a file as the English of an article. Answer: ``EnglishText``."""

    path: Path


class ExportVocabulary(NamedTuple):
    """Write words to ``target`` in one of ``vocabulary.export.FORMATS``. Answer: ``Exported``.

    Without a selection these are the words that the user keeps; ``columns`` are for tables, empty for the
    usual ones, ``recall`` (cards that ask for the word) is for Anki.
    """

    database: Path
    format: str
    target: Path
    selection: Selection | None = None
    columns: tuple[str, ...] = ()
    recall: bool = False


class Align(NamedTuple):
    """Find the English of each Japanese sentence. Answer: ``Alignment``, after ``Progress``.

    Both texts are whole: their paragraphs joined by one line break each. ``fixed`` are pairs that the user
    made, with offsets into these texts; all else is aligned around them.
    """

    japanese: str
    english: str
    fixed: tuple[Pair, ...] = ()


class FindSupport(NamedTuple):
    """Which words of a pair's Japanese its English supports, and with which words. Answer: ``Supports``."""

    japanese: str
    english: str


class ReadWordTables(NamedTuple):
    """The tables of a list of words: a file (text, CSV, TSV, a package or a collection of Anki's) or a pasted
    text. Answer: ``WordTables``."""

    source: Path | str


class ReadListedWords(NamedTuple):
    """The words in two columns (from 0) of one of the tables (from 0) of a list. Answer: ``ListedWords``."""

    source: Path | str
    table: int
    word_column: int
    reading_column: int | None = None


class MatchWords(NamedTuple):
    """Entries for some words of a list; a few hundred at once. Answer: ``WordMatches``."""

    words: tuple[ListedWord, ...]


# --- answers ------------------------------------------------------------------------------------


class PackedAnalysis(NamedTuple):
    """An ``Analysis`` as bytes, which ``packing.unpack`` reads, and what is wanted of it before that: where
    each of its words first stands, and how often each that is learnt for itself does.

    No thread of the window's process can run while one of its threads unpickles, and most paragraphs are not
    on the screen when they come.
    """

    data: bytes
    first_places: dict[WordKey, int]
    counts: dict[WordKey, int]


class WordCounts(NamedTuple):
    """How often each word that is learnt for itself stands in the paragraphs."""

    counts: dict[WordKey, int]


class Entries(NamedTuple):
    """The entries that were asked for and exist."""

    by_id: dict[int, Entry]


class Found(NamedTuple):
    """The words of the text that was looked up, empty if nothing was found, and their entries."""

    text: str
    words: tuple[Word, ...]
    entries: dict[int, Entry]


class FoundFurther(NamedTuple):
    """Words of one entry each, the likeliest from each place first; their offsets are into the text."""

    words: tuple[Word, ...]


class KanjiPage(NamedTuple):
    """The kanji, or None where KANJIDIC2 does not have it."""

    kanji: Kanji | None


class EnglishText(NamedTuple):
    """The paragraphs of an English text."""

    paragraphs: tuple[str, ...]


class Exported(NamedTuple):
    """``words`` is the number of words that were written to ``path``."""

    path: Path
    words: int


class Supports(NamedTuple):
    """The surest first, so that the first that holds a place is the best guess for it."""

    found: tuple[Support, ...]


class TableSample(NamedTuple):
    """A table of words: its first rows, how many there are, and which columns (from 0) seem to hold the words
    and their readings."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    length: int
    word_column: int
    reading_column: int | None


class WordTables(NamedTuple):
    """What a list of words consists of."""

    tables: tuple[TableSample, ...]


class ListedWords(NamedTuple):
    """The words of a list, each once."""

    words: tuple[ListedWord, ...]


class WordMatch(NamedTuple):
    """A word of a list; ``word`` is what the vocabulary would keep, None where no dictionary has it.

    ``others`` is the number of further entries that it could be as well.
    """

    listed: ListedWord
    word: SavedWord | None
    others: int


class WordMatches(NamedTuple):
    """The matches of the words that were asked for, in their order."""

    matches: tuple[WordMatch, ...]


class Refused(NamedTuple):
    """The question could not be answered for a reason that the user can do something about."""

    message: str


class Failed(NamedTuple):
    """A bug of ours; ``details`` is the traceback, for the log file."""

    details: str


Question = (
    Analyse
    | CountWords
    | FetchEntries
    | LookUp
    | LookFurther
    | DescribeKanji
    | ReadFile
    | ReadEnglish
    | ExportVocabulary
    | ReadWordTables
    | ReadListedWords
    | MatchWords
    | Align
    | FindSupport
)
Answer = (
    PackedAnalysis
    | WordCounts
    | Entries
    | Found
    | FoundFurther
    | KanjiPage
    | Article
    | EnglishText
    | Exported
    | WordTables
    | ListedWords
    | WordMatches
    | Alignment
    | Supports
    | Refused
    | Failed
)


# --- messages on the wire -----------------------------------------------------------------------


class Ask(NamedTuple):
    """Window to engine. ``ticket`` is never used twice."""

    ticket: int
    priority: Priority
    question: Question


class Cancel(NamedTuple):
    """Window to engine: forget the question if it is still waiting; give it up if it takes long."""

    ticket: int


class Begun(NamedTuple):
    """Engine to window: the question is being worked on, so it is to blame if the engine dies now."""

    ticket: int


class Progress(NamedTuple):
    """Engine to window: ``done`` (0 to 1) of a question that takes long is answered."""

    ticket: int
    done: float


class Reply(NamedTuple):
    """Engine to window."""

    ticket: int
    answer: Answer
