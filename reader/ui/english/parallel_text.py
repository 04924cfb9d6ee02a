"""An article and its English, and what in one says the same as what in the other.

Pairs count their offsets through a whole text, its paragraphs joined by one line break each; what is shown
counts through each paragraph. Here the one becomes the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model import Alignment, Article, Pair, ParagraphKind, Place
from reader.ui.page.page import Span

TENTATIVE = 0.7
"""A pair of less confidence than this is shown as one that may be wrong."""


class Piece(NamedTuple):
    """English below a paragraph: ``start`` to ``end`` of what stands there is from ``origin`` on in the whole
    English text, and of pair number ``pair``."""

    start: int
    end: int
    origin: int
    pair: int


class Below(NamedTuple):
    """The English below one paragraph, and where its pieces are from."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def origin(self, offset: int) -> int | None:
        """Where in the whole English text the character at ``offset`` stands."""
        for piece in self.pieces:
            if piece.start <= offset < piece.end:
                return piece.origin + offset - piece.start
        return None

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where ``start`` to ``end`` of the whole English text stand here."""
        for piece in self.pieces:
            first = max(start, piece.origin)
            last = min(end, piece.origin + piece.end - piece.start)
            if first < last:
                yield first - piece.origin + piece.start, last - piece.origin + piece.start


class Joined:
    """Paragraphs as one text, joined by one line break each."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.text = "\n".join(paragraphs)
        self._lengths = [len(paragraph) for paragraph in paragraphs]
        self._starts = [0, *accumulate(length + 1 for length in self._lengths)]

    def offset(self, place: Place) -> int:
        """A place in the whole text."""
        return self._starts[place.paragraph] + place.offset

    def place(self, offset: int) -> Place:
        """The paragraph that holds an offset, and the offset in it."""
        paragraph = max(bisect_right(self._starts, offset, hi=len(self._lengths)) - 1, 0)
        return Place(paragraph, offset - self._starts[paragraph])

    def stretches(self, start: int, end: int) -> list[Span]:
        """``start`` to ``end`` of the whole text, paragraph by paragraph."""
        if start >= end:
            return []
        first, last = self.place(start), self.place(end - 1)
        return [
            Span(
                number,
                first.offset if number == first.paragraph else 0,
                last.offset + 1 if number == last.paragraph else self._lengths[number],
            )
            for number in range(first.paragraph, last.paragraph + 1)
        ]


class ParallelText:
    """An article with the alignment of its English."""

    def __init__(self, article: Article, alignment: Alignment) -> None:
        self.article = article
        self.alignment = alignment
        self.japanese = joined_japanese(article)
        self.english = Joined(article.english)
        self._ja = sorted((pair.ja[0], n) for n, pair in enumerate(self.pairs) if pair.ja)
        self._en = sorted((pair.en[0], n) for n, pair in enumerate(self.pairs) if pair.en)
        self._paragraphs = self._paragraphs_of_pairs()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, in the order of the Japanese."""
        return self.alignment.pairs

    def pair_of_japanese(self, place: Place) -> int | None:
        """The number of the pair that holds a place of the article."""
        offset = self.japanese.offset(place)
        number = _last_from(self._ja, offset)
        return None if number is None or offset >= _end(self.pairs[number].ja) else number

    def pair_of_english(self, offset: int) -> int | None:
        """The number of the pair that holds an offset of the whole English text."""
        number = _last_from(self._en, offset)
        return None if number is None or offset >= _end(self.pairs[number].en) else number

    def pairs_in(self, paragraphs: range) -> list[int]:
        """The numbers of the pairs with Japanese in these paragraphs of the article, in order."""
        last = min(paragraphs.stop, len(self.article.paragraphs)) - 1
        if not paragraphs or last < paragraphs.start:
            return []
        start = self.japanese.offset(Place(paragraphs.start))
        end = self.japanese.offset(Place(last, len(self.article.paragraphs[last].text)))
        first = max(bisect_right(self._ja, start, key=lambda pair: pair[0]) - 1, 0)
        after = bisect_right(self._ja, end - 1, key=lambda pair: pair[0])
        return [number for _, number in self._ja[first:after] if _end(self.pairs[number].ja) > start]

    def japanese_of(self, number: int) -> list[Span]:
        """Where the Japanese of a pair stands."""
        ja = self.pairs[number].ja
        return self.japanese.stretches(*ja) if ja else []

    def english_of(self, number: int) -> str:
        """The English of a pair, on one line."""
        en = self.pairs[number].en
        return self.english.text[en[0] : en[1]].replace("\n", " ") if en else ""

    def paragraph_of(self, number: int) -> int:
        """The paragraph below which the English of a pair stands."""
        return self._paragraphs[number]

    def is_tentative(self, number: int) -> bool:
        """Whether a pair may well be wrong."""
        pair = self.pairs[number]
        return pair.ja is not None and pair.en is not None and pair.confidence < TENTATIVE

    def tentative_english(self) -> list[tuple[int, int]]:
        """The English of the pairs that may well be wrong."""
        return [pair.en for n, pair in enumerate(self.pairs) if pair.en and self.is_tentative(n)]

    def below(self, chosen: Collection[int] | None = None) -> dict[int, Below]:
        """The English of each paragraph, or only that of the ``chosen`` pairs.

        What only the English has stands with what it follows. A byline is English on both sides and not
        repeated.
        """
        found: dict[int, Below] = {}
        for number, pair in enumerate(self.pairs):
            if pair.en and (chosen is None or number in chosen):
                paragraph = self._paragraphs[number]
                text, pieces = found.get(paragraph, Below(""))
                start = len(text) + 1 if text else 0
                piece = self.english_of(number)
                found[paragraph] = Below(
                    f"{text} {piece}" if text else piece,
                    (*pieces, Piece(start, start + len(piece), pair.en[0], number)),
                )
        paragraphs = self.article.paragraphs
        return {n: below for n, below in found.items() if below.text != paragraphs[n].text}

    def _paragraphs_of_pairs(self) -> list[int]:
        """For each pair the paragraph in which its Japanese ends, or that of the pair before it."""
        paragraphs: list[int | None] = [
            self.japanese.place(pair.ja[1] - 1).paragraph if pair.ja else None for pair in self.pairs
        ]
        last = next((paragraph for paragraph in paragraphs if paragraph is not None), 0)
        filled = []
        for paragraph in paragraphs:
            last = last if paragraph is None else paragraph
            filled.append(last)
        return filled


def joined_japanese(article: Article) -> Joined:
    """The paragraphs of an article as one text."""
    return Joined([paragraph.text for paragraph in article.paragraphs])


def below_by_number(article: Article) -> dict[int, Below]:
    """The English of each paragraph where nothing is aligned yet: there must be one text for each paragraph,
    for each but the byline, or for each of the body; else there is none."""
    everything = list(ParagraphKind)
    for kinds in (everything, [ParagraphKind.TITLE, ParagraphKind.BODY], [ParagraphKind.BODY]):
        numbers = [n for n, paragraph in enumerate(article.paragraphs) if paragraph.kind in kinds]
        if len(numbers) == len(article.english):
            return {
                number: Below(text)
                for number, text in zip(numbers, article.english, strict=True)
                if text != article.paragraphs[number].text
            }
    return {}


def _last_from(starts: Sequence[tuple[int, int]], offset: int) -> int | None:
    at = bisect_right(starts, offset, key=lambda start: start[0]) - 1
    return starts[at][1] if at >= 0 else None


def _end(span: tuple[int, int] | None) -> int:
    return span[1] if span else 0
