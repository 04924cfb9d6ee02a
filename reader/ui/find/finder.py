"""Searching the open article, a little at a time, and going from hit to hit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model import Article, Place
from reader.ui.find.matching import Query, hits_in, query_of
from reader.ui.page.furigana import Stretch
from reader.ui.page.page import Span
from reader.ui.page.reading_view import ReadingView

_SLICE = 0.006  # seconds, so that a frame is never missed


class Finder(QObject):
    """Finds a text in the article of a view, marks the hits there and brings the current one into sight.

    The search begins at the line that is at the top of the page, goes on to the end and then from the
    beginning on. Signals: ``changed()`` when there are more hits, or another one is the current one.
    """

    changed = Signal()

    def __init__(self, view: ReadingView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._article = Article("", ())
        self._query = query_of("")
        self._hits: dict[int, list[Stretch]] = {}
        self._current: Span | None = None
        self._origin = Place()
        self._pending: deque[int] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_on)

    @property
    def is_searching(self) -> bool:
        """Whether a part of the article has not been searched yet."""
        return bool(self._pending)

    @property
    def current(self) -> Span | None:
        """The hit that the user is at."""
        return self._current

    def count(self) -> int:
        """How many hits there are, so far."""
        return sum(map(len, self._hits.values()))

    def number(self) -> int:
        """Which of them is the current one, from 1 on; 0 for none."""
        if self._current is None:
            return 0
        paragraph, start = self._current.paragraph, self._current.start
        before = sum(len(hits) for number, hits in self._hits.items() if number < paragraph)
        return before + bisect_right(self._hits[paragraph], start, key=lambda hit: hit.start)

    def set_article(self, article: Article) -> None:
        """Search another article from now on, for the same text."""
        self._article = article
        self._origin = Place()
        self._start(self._query)

    def look_for(self, typed: str) -> None:
        """Look for another text, from the current hit on or else from where the page is."""
        query = query_of(typed)
        if query != self._query:
            self._origin = self._here()
            self._start(query)

    def close(self) -> None:
        """Look for nothing any more; the word at the current hit becomes the current one."""
        if hit := self._current:
            self._view.set_current_at(Place(hit.paragraph, hit.start))
        self.look_for("")

    def refresh(self, paragraph: int) -> None:
        """Search a paragraph again: its words are known now."""
        if self._query.text:
            self._pending.append(paragraph)
            self._timer.start()

    def go(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1); after the last one comes the first."""
        if not self._hits:
            return
        places = sorted(self._hits)
        here = self._here()
        inside = self._hits.get(here.paragraph, [])
        if step > 0:
            if self._current is not None:
                number = bisect_right(inside, here.offset, key=lambda hit: hit.start)
            else:
                number = bisect_left(inside, here.offset, key=lambda hit: hit.start)
            following = bisect_right(places, here.paragraph)
            paragraph = places[following % len(places)]
            chosen = 0
        else:
            number = bisect_left(inside, here.offset, key=lambda hit: hit.start) - 1
            paragraph = places[bisect_left(places, here.paragraph) - 1]
            chosen = -1
        if 0 <= number < len(inside):
            paragraph, chosen = here.paragraph, number
        self._go_to(paragraph, self._hits[paragraph][chosen])

    def _start(self, query: Query) -> None:
        self._query = query
        self._hits.clear()
        self._current = None
        first, number = self._origin.paragraph, len(self._article.paragraphs)
        order = (*range(first, number), *range(first)) if query.text else ()
        self._pending = deque(order)
        self._timer.start()

    def _search_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._pending and perf_counter() < until:
            self._search(self._pending.popleft())
        if not self._pending:
            self._timer.stop()
        if self._current is None and self._hits:
            self._go_to_first()
        self._show()

    def _search(self, paragraph: int) -> None:
        hits = hits_in(self._query, self._article.paragraphs[paragraph], self._view.analysis(paragraph))
        if hits:
            self._hits[paragraph] = hits
        else:
            self._hits.pop(paragraph, None)
        current = self._current
        if current and current.paragraph == paragraph and (current.start, current.end) not in hits:
            self._current = None

    def _go_to_first(self) -> None:
        """Go to the first hit from the origin on, once it is certain which that is."""
        from_origin = [
            (paragraph, hit)
            for paragraph in sorted(self._hits)
            for hit in self._hits[paragraph][:1]
            if paragraph > self._origin.paragraph
        ]
        inside = self._hits.get(self._origin.paragraph, [])
        later = [hit for hit in inside if hit.end > self._origin.offset]
        if later:
            self._go_to(self._origin.paragraph, later[0])
        elif from_origin:
            self._go_to(*from_origin[0])
        elif not self._pending:
            paragraph = min(self._hits)
            self._go_to(paragraph, self._hits[paragraph][0])

    def _go_to(self, paragraph: int, hit: Stretch) -> None:
        self._current = Span(paragraph, hit.start, hit.end)
        self._view.bring_into_sight(self._current)
        self._show()

    def _here(self) -> Place:
        if self._current is not None:
            return Place(self._current.paragraph, self._current.start)
        return self._view.place()

    def _show(self) -> None:
        self._view.set_hits(self._hits, self._current)
        self.changed.emit()
