"""What the user has selected in an article."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, Place
from reader.ui.page.page import Span

_START = Place()


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
        begin, end = self._ordered()
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

    def _ordered(self) -> tuple[Place, Place]:
        places = sorted((self.anchor, self.cursor), key=lambda place: (place.paragraph, place.offset))
        return places[0], places[1]
