"""What the vocabulary holds and hands out: words with their sentences, reviews, corrections.

Plain immutable values, like those of ``reader.model``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader.model import Place, Ruby, WordKey


class Status(StrEnum):
    """How well the user knows a word of their vocabulary."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"


class Encounter(NamedTuple):
    """A sentence in which a word was met: ``sentence[start:end]`` is the word as it stood there.

    ``article`` is the article's title, ``source`` where that came from; ``met`` is ISO 8601 in UTC.
    ``article_id`` is the digest of the article's text (empty: unknown), ``place`` the word's place in it,
    ``english`` the sentence's English where there is one.
    """

    sentence: str
    start: int
    end: int
    article: str
    source: str
    met: str
    article_id: str = ""
    place: Place = Place()
    english: str = ""

    @property
    def surface(self) -> str:
        """The word as it stood in the sentence: its inflected form."""
        return self.sentence[self.start : self.end]


class ReviewCard(NamedTuple):
    """What the scheduler (FSRS) knows about a word; ``due`` and ``last_review`` are ISO 8601 in UTC."""

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: str
    last_review: str = ""


class Review(NamedTuple):
    """One answer given in a review: ``rating`` is 1 (again) to 4 (easy), ``reviewed`` ISO 8601 in UTC."""

    key: WordKey
    rating: int
    reviewed: str
    milliseconds: int = 0


class StatusChange(NamedTuple):
    """That a word had ``status`` from ``at`` (ISO 8601 in UTC) on; None once it was deleted."""

    key: WordKey
    status: Status | None
    at: str


class SavedWord(NamedTuple):
    """A word of the vocabulary.

    ``senses`` are JMdict's sense numbers from 1 (empty: all); ``gloss`` is kept as text beside them, so that
    it outlives a newer dictionary. ``ruby`` splits the reading over the spelling. ``frequency`` is JMdict's
    band from 1 (the most frequent), None where it has none. ``card`` is there once the word was reviewed.

    How often it was ``seen`` in a text and ``looked_up``, when it was ``changed`` and when Anki got it last
    (``in_anki``; both ISO 8601 in UTC, empty: never) is counted beside it: words that differ only in that
    are equal.
    """

    key: WordKey
    pos: str
    gloss: str
    senses: tuple[int, ...] = ()
    ruby: tuple[Ruby, ...] = ()
    status: Status = Status.NEW
    note: str = ""
    added: str = ""
    encounters: tuple[Encounter, ...] = ()
    tags: tuple[str, ...] = ()
    frequency: int | None = None
    card: ReviewCard | None = None
    seen: int = 0
    looked_up: int = 0
    changed: str = ""
    in_anki: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SavedWord) and self[:_COUNTED] == other[:_COUNTED]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:_COUNTED])


_COUNTED = SavedWord._fields.index("seen")  # from here on


class Scope(StrEnum):
    """Where a correction holds."""

    PLACE = "place"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


class CorrectionTarget(NamedTuple):
    """What is corrected: the text ``surface`` at one place, in one article or everywhere.

    ``article_id`` is the digest of the article's text, empty for everywhere; ``place`` is where the surface
    begins, the beginning of the article but for a place.
    """

    surface: str
    scope: Scope
    article_id: str = ""
    place: Place = Place()


class Correction(NamedTuple):
    """What the user says about a stretch of text, against the analysis; None where they say nothing.

    ``pieces`` are the lengths of the words that it consists of, in order: one for words that were joined.
    """

    target: CorrectionTarget
    reading: str | None = None
    pieces: tuple[int, ...] | None = None
    entry_id: int | None = None
