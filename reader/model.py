"""What the parts of the program hand to each other.

Plain immutable values, no behaviour beyond what follows from their own fields, and no imports from the
rest of the program. Offsets are Unicode code points into the text of one paragraph; ``end`` is exclusive.
Readings are hiragana unless said otherwise.

Most are named tuples: those unpickle four times as fast as dataclasses, of which thousands cross the process
boundary, and are made seven times as fast when the program starts. Dataclasses are left for what is changed
field by field.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

_LIKELY = 0.5  # the least confidence of a pair that is likelier than not
_MATCHING = 0.45  # where fewer of the sentences find a partner, two texts do not seem to say the same

# --- an article ---------------------------------------------------------------------------------


class Ruby(NamedTuple):
    """A reading that stands over ``text[start:end]``: the author's, or one that the analysis found."""

    start: int
    end: int
    text: str


class ParagraphKind(StrEnum):
    """How a paragraph is set: every article has at most one title and one byline, first."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the author wrote it; ``ruby`` is the author's own and always wins over ours."""

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    ruby: tuple[Ruby, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read. ``paragraphs`` holds everything that is shown, title and byline included.

    ``source`` says where it came from, for people: a file name, a web address, "pasted text".
    ``english`` holds the paragraphs of its English, empty where there is none.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    source: str = ""
    english: tuple[str, ...] = ()


class Place(NamedTuple):
    """A place in an article: the code point ``offset`` in paragraph number ``paragraph``."""

    paragraph: int = 0
    offset: int = 0


# --- what the dictionaries say ------------------------------------------------------------------


class EntryKind(StrEnum):
    """The dictionary an entry is from: a word from JMdict, a name from JMnedict."""

    WORD = "word"
    NAME = "name"


class Form(NamedTuple):
    """One spelling or one reading of an entry.

    ``info`` are JMdict's remarks ("irregular kana usage"); ``only_for`` are the spellings that a reading
    is restricted to (empty: all). ``band`` is how frequent it is: JMdict's bands of 500 words from 1 to 48,
    None where it is in none of its lists.
    """

    text: str
    common: bool = False
    info: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    band: int | None = None


USUALLY_KANA = "word usually written using kana alone"
"""What JMdict says in ``misc`` of a sense in which nobody writes the kanji."""


class Sense(NamedTuple):
    """One sense of an entry. ``only_for`` are the spellings or readings that it is restricted to."""

    glosses: tuple[str, ...]
    pos: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    misc: tuple[str, ...] = ()
    dialect: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    antonyms: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A whole dictionary entry. ``id`` is the JMdict or JMnedict sequence number (they do not overlap)."""

    id: int
    kind: EntryKind
    spellings: tuple[Form, ...]
    readings: tuple[Form, ...]
    senses: tuple[Sense, ...]

    @property
    def common(self) -> bool:
        """Whether JMdict marks any of its forms as common."""
        return any(form.common for form in (*self.spellings, *self.readings))


class EntryRef(NamedTuple):
    """That entry ``id`` explains ``text[start:end]``, there spelt and read as ``headword`` and ``reading``.

    ``headword`` is the dictionary form in the spelling met in the text (認める for 認めた); ``gloss`` are the
    glosses of its first fitting sense.
    """

    id: int
    kind: EntryKind
    start: int
    end: int
    headword: str
    reading: str
    gloss: tuple[str, ...] = ()


class Kanji(NamedTuple):
    """A kanji as KANJIDIC2 describes it.

    Kun readings keep their okurigana dot (つな.がる); on readings are katakana.
    """

    literal: str
    meanings: tuple[str, ...]
    on: tuple[str, ...]
    kun: tuple[str, ...]
    nanori: tuple[str, ...] = ()
    strokes: int | None = None
    grade: int | None = None
    jlpt: int | None = None
    frequency: int | None = None


# --- an analysed paragraph ----------------------------------------------------------------------


class PartOfSpeech(StrEnum):
    """What a word is in its sentence, as coarse as a reader cares."""

    NOUN = "noun"
    NAME = "name"
    NUMBER = "number"
    PRONOUN = "pronoun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    NA_ADJECTIVE = "na-adjective"
    ADVERB = "adverb"
    ADNOMINAL = "adnominal"
    CONJUNCTION = "conjunction"
    INTERJECTION = "interjection"
    PARTICLE = "particle"
    AUXILIARY = "auxiliary"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    SYMBOL = "symbol"


class ReadingSource(StrEnum):
    """Where furigana come from: readings chosen in context (the default), or pykakasi alone."""

    CONTEXT = "context"
    PYKAKASI = "pykakasi"


class FuriganaMode(StrEnum):
    """Which furigana the page draws: all, those of words not known yet, those where a word comes first in the
    article, that of the word under the pointer, or none.
    """

    ALL = "all"
    UNKNOWN = "unknown"
    FIRST = "first"
    HOVER = "hover"
    NONE = "none"


class EnglishView(StrEnum):
    """Where the English stands: nowhere until asked for, below each paragraph, or beside the page."""

    HIDDEN = "hidden"
    BELOW = "below"
    BESIDE = "beside"


class Direction(StrEnum):
    """How lines run: to the right and then down, or down and then to the left."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Duplicates(StrEnum):
    """What becomes of a word that Anki has a note of already."""

    SKIP = "skip"
    UPDATE = "update"
    ADD = "add"


class WordKey(NamedTuple):
    """A word's identity in the vocabulary: met again in another sentence, it has the same key.

    ``entry_id`` is None for what no dictionary has (10万人, a name); spelling and reading are those of the
    dictionary form.
    """

    entry_id: int | None
    spelling: str
    reading: str


class OtherReading(NamedTuple):
    """How a word might be read instead, and the ruby that would then stand above it."""

    reading: str
    ruby: tuple[Ruby, ...]


class Word(NamedTuple):
    """What a reader sees as one word at ``text[start:end]``: 行われた, 大統領, 10万人.

    ``base`` and ``base_reading`` are its dictionary form (行う, おこなう), ``reading`` is the reading as it
    stands (おこなわれた). ``ruby`` is what is drawn above it, never over kana, inside the word and in order.
    ``inflection`` names what happened to the dictionary form, in order: ("passive", "past").
    ``entries`` is what the panel lists, in its order; ``confidence`` (0 to 1) is that of the reading, and
    ``others`` are the readings that stay likely beside it, the likeliest first. ``meaning`` is what a number
    means in English ("100,000 people"), "" for all other words. ``corrected``: the user had a say in it.
    """

    start: int
    end: int
    surface: str
    base: str
    base_reading: str
    reading: str
    pos: PartOfSpeech
    ruby: tuple[Ruby, ...] = ()
    inflection: tuple[str, ...] = ()
    entries: tuple[EntryRef, ...] = ()
    confidence: float = 1.0
    others: tuple[OtherReading, ...] = ()
    meaning: str = ""
    corrected: bool = False

    @property
    def key(self) -> WordKey:
        """The identity under which this word is saved when the user does not choose another entry."""
        for ref in self.entries:
            if ref.start == self.start and ref.end == self.end:
                return WordKey(ref.id, ref.headword, ref.reading)
        return WordKey(None, self.base, self.base_reading)


class Analysis(NamedTuple):
    """The words of one paragraph, in order and without overlaps, and the spans of its sentences.

    What lies between words is white space or punctuation. Sentences cover the paragraph but for the white
    space between them.
    """

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]


# --- an article and its English -----------------------------------------------------------------

Span = tuple[int, int]
"""``text[start:end]``."""


class Pair(NamedTuple):
    """Japanese and English that say the same; None in place of a side that has no counterpart.

    Offsets are code points into each whole text: its paragraphs joined by one line break each. A span runs
    from the first to the last of its sentences. ``confidence`` (0 to 1) is the probability that the pair is
    right. ``fixed`` pairs are the user's own.
    """

    ja: Span | None
    en: Span | None
    confidence: float = 1.0
    fixed: bool = False


class Alignment(NamedTuple):
    """Which English says what the Japanese says.

    Every sentence of each side is in exactly one of the ``pairs``, which are in the order of the Japanese
    (what only the English has stands where it comes in the English). ``ja_sentences`` and ``en_sentences``
    are the smallest pieces that pairs are made of; a quotation of several sentences is several of them.
    """

    pairs: tuple[Pair, ...]
    ja_sentences: tuple[Span, ...]
    en_sentences: tuple[Span, ...]

    @property
    def share(self) -> float:
        """How many of the Japanese sentences found a partner that is likelier than not, 0 to 1."""
        spans = (pair.ja for pair in self.pairs if pair.ja and pair.en and pair.confidence >= _LIKELY)
        starts = [start for start, _end in self.ja_sentences]
        found = sum(bisect_left(starts, end) - bisect_left(starts, start) for start, end in spans)
        return found / max(len(starts), 1)

    @property
    def mismatch(self) -> str:
        """The sentence that says so where the two texts do not seem to say the same, else ""."""
        if self.share >= _MATCHING:
            return ""
        share = f"{int(self.share * 100)} %"
        return f"These two texts do not seem to match: {share} of the sentences found a partner."


class Support(NamedTuple):
    """That a Japanese word may be what an English one says: offsets into the two texts that were compared.

    ``entry`` and ``sense`` (from 1) name the dictionary's entry that has the English word among its glosses,
    0 where it is known by its sound or as a number. ``sureness`` is 0 to 1.
    """

    ja: Span
    en: Span
    sureness: float
    entry: int = 0
    sense: int = 0


class WordAt(NamedTuple):
    """A word and the number of the paragraph that it stands in."""

    paragraph: int
    word: Word
