"""What the user has selected in an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reader.model import Analysis, Article, Place
from reader.ui.page import word_walk
from reader.ui.page.page import Span

_START = Place()


class Unit(Enum):
    """What is selected as a whole: by dragging, after a double click, after a triple click."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Selection:
    """The text between where the user began to select and where they are now, in either order."""

    anchor: Place = _START
    cursor: Place = _START

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.cursor

    def spans(self, article: Article, first: int, last: int) -> list[Span]:
        """What is selected of the paragraphs ``first`` to ``last``, one span for each."""
        if self.is_empty:
            return []
        begin, end = self.ordered()
        spans = []
        for paragraph in range(max(first, begin.paragraph), min(last, end.paragraph) + 1):
            start = begin.offset if paragraph == begin.paragraph else 0
            stop = end.offset if paragraph == end.paragraph else len(article.paragraphs[paragraph].text)
            spans.append(Span(paragraph, start, stop))
        return spans

    def text(self, article: Article) -> str:
        """The text that is selected, its paragraphs on lines of their own."""
        last = len(article.paragraphs) - 1
        return "\n".join(
            article.paragraphs[span.paragraph].text[span.start : span.end]
            for span in self.spans(article, 0, last)
        )

    def moved(self, article: Article, step: int) -> Selection:
        """The selection with its cursor one character on (``step`` 1) or back (-1)."""
        paragraph, offset = self.cursor.paragraph, self.cursor.offset + step
        if offset < 0:
            if paragraph == 0:
                return self
            paragraph -= 1
            offset = len(article.paragraphs[paragraph].text)
        elif offset > len(article.paragraphs[paragraph].text):
            if paragraph == len(article.paragraphs) - 1:
                return self
            paragraph, offset = paragraph + 1, 0
        return Selection(self.anchor, Place(paragraph, offset))

    def moved_by_word(self, article: Article, analyses: Mapping[int, Analysis], step: int) -> Selection:
        """The selection with its cursor at the end of the next word, or (-1) the beginning of the last one.

        Paragraphs whose words are not known are passed over as a whole, and so is what follows the last word.
        """
        paragraph, offset = self.cursor
        last = len(article.paragraphs) - 1
        words = analyses[paragraph].words if paragraph in analyses else ()
        if step > 0:
            ends = [word.end for word in words if word.end > offset]
            length = len(article.paragraphs[paragraph].text)
            if offset == length and paragraph < last:
                return Selection(self.anchor, Place(paragraph + 1))
            return Selection(self.anchor, Place(paragraph, min(ends, default=length)))
        starts = [word.start for word in words if word.start < offset]
        if offset == 0 and paragraph > 0:
            before = paragraph - 1
            return Selection(self.anchor, Place(before, len(article.paragraphs[before].text)))
        return Selection(self.anchor, Place(paragraph, max(starts, default=0)))

    def extended(self, other: Selection) -> Selection:
        """What holds both, its anchor at the far side of this one."""
        begin, end = self.ordered()
        other_begin, other_end = other.ordered()
        if other_begin < begin:
            return Selection(end, other_begin)
        return Selection(begin, max(end, other_end))

    def ordered(self) -> tuple[Place, Place]:
        """Where the selected text begins and ends."""
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)


def selection_around(place: Place, unit: Unit, article: Article, analysis: Analysis | None) -> Selection:
    """The unit that holds the place, or begins there; nothing if there is none."""
    paragraph, offset = place
    text = article.paragraphs[paragraph].text
    if unit is Unit.CHARACTER:
        return Selection(place, place)
    if unit is Unit.SENTENCE:
        sentences = analysis.sentences if analysis else ()
        spans = [(start, end) for start, end in sentences if start <= offset < end]
        start, end = spans[0] if spans else (0, len(text))
    elif word := word_walk.word_at(analysis, offset):
        start, end = word.start, word.end
    else:
        start, end = offset, min(offset + 1, len(text))
    return Selection(Place(paragraph, start), Place(paragraph, end))
