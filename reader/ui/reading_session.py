"""The analysis of the open article: what is on screen first, then the rest, a few paragraphs at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QObject, Signal

from reader.engine.protocol import Analyse, PackedAnalysis, Priority, Refused
from reader.model import Analysis, Article, ReadingSource, Word, WordKey
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.gloss_pages import ids_needed
from reader.vocabulary.coverage import count_words
from reader.vocabulary.model import Correction, Scope

_REST_AT_ONCE = 3
_LONG = 200_000  # characters: of a longer article only what is near the screen is analysed
_NEAR = 50_000  # characters before and after the screen


class ReadingSession(QObject):
    """Asks the engine for the words of the open article.

    ``analysis_of`` gives what was found in a paragraph, for as long as nothing else was.

    Signals: ``analysed(paragraph, PackedAnalysis | Analysis)`` for each paragraph as it comes, or is revised;
    ``screen_analysed()`` when that was the last of those on screen, ``counted()`` after the counts changed,
    ``refused(sentence)`` where the engine cannot do it.
    """

    analysed = Signal(int, object)
    screen_analysed = Signal()
    counted = Signal()
    refused = Signal(str)

    def __init__(
        self,
        engine: EngineBridge,
        entries: EntryCache,
        analysis_of: Callable[[int], Analysis | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._entries = entries
        self._analysis_of = analysis_of
        self._source = ReadingSource.CONTEXT
        self._article = Article("", ())
        self._corrections: tuple[Correction, ...] = ()
        self._next = 0  # the paragraph whose turn is next
        self._is_whole = False  # even if it is long
        self._is_stopped = False
        self._reset()

    def open(self, article: Article) -> None:
        """Analyse ``article`` from now on; what is left of another is dropped."""
        self.close()
        if article is not self._article:
            self._corrections = ()
        self._article = article
        self._reset()

    def read_from(self, source: ReadingSource) -> None:
        """Take readings from ``source`` and analyse the open article again."""
        visible, self._source = self._visible, source
        self.open(self._article)
        if visible:
            self.set_visible(visible[0], visible[-1])

    def set_visible(self, first: int, last: int) -> None:
        """The paragraphs ``first`` to ``last`` (included) are on screen."""
        self._visible = range(first, min(last + 1, len(self._article.paragraphs)))
        for number in [number for number in self._screen if number not in self._visible]:
            self._engine.cancel(self._screen.pop(number))
            self._next = min(self._next, number)  # its turn comes again with the rest
        # the newest question is answered first, so the first paragraph is asked for last
        for number in reversed(self._visible):
            if number in self._done or number in self._screen:
                continue
            if number in self._rest:
                self._engine.cancel(self._rest.pop(number))
            self._screen[number] = self._ask(number, Priority.SCREEN)
        self._fetch_entries_ahead()
        self._limit_rest()
        self._ask_rest()

    @property
    def visible(self) -> range:
        """The paragraphs on screen."""
        return self._visible

    @property
    def is_complete(self) -> bool:
        """Whether the whole article is analysed."""
        return len(self._done) == len(self._article.paragraphs)

    def counts(self) -> Counter[WordKey]:
        """How often each word stands in what is analysed so far, without particles, numbers and the like."""
        return self._counts

    @property
    def progress(self) -> float:
        """The share of the paragraphs that are analysed, 0 to 1."""
        return len(self._done) / max(len(self._article.paragraphs), 1)

    def analyse_all(self) -> None:
        """Analyse the whole of the open article, however long it is."""
        if not self._is_whole:
            self._is_whole, self._is_stopped, self._next = True, False, 0
            self._limit_rest()
            self._ask_rest()

    def set_corrections(self, corrections: Sequence[Correction]) -> None:
        """What the user corrected in the open article; the paragraphs that it concerns are analysed again."""
        numbers = range(len(self._article.paragraphs))
        before = {number: self._corrections_of(number) for number in numbers}
        self._corrections = tuple(corrections)
        for number in reversed(numbers):
            if self._corrections_of(number) != before[number]:
                self._ask_again(number)

    def _ask_again(self, number: int) -> None:
        was_asked = number in self._done
        if was_asked and (old := self._analysis_of(number)) is not None:
            self._done.remove(number)
            self._counts -= count_words(old.words)
        for tickets in (self._screen, self._rest):
            if number in tickets:
                was_asked = True
                self._engine.cancel(tickets.pop(number))
        if number in self._visible:
            self._screen[number] = self._ask(number, Priority.SCREEN)
        elif was_asked:
            self._rest[number] = self._ask(number, Priority.REST)

    def _corrections_of(self, number: int) -> tuple[Correction, ...]:
        text = self._article.paragraphs[number].text
        return tuple(
            correction
            for correction in self._corrections
            if correction.target.surface in text
            and (correction.target.scope is not Scope.PLACE or correction.target.place.paragraph == number)
        )

    def stop(self) -> None:
        """Analyse only what comes on screen from now on."""
        self._is_stopped, self._is_whole = True, False
        for number, ticket in self._rest.items():
            self._engine.cancel(ticket)
            self._next = min(self._next, number)
        self._rest.clear()

    def progress_ahead(self) -> float | None:
        """How much of what is to be analysed is done, from 0 to 1; None if nothing is left to do."""
        if not self._rest:
            return None
        lengths = [
            (number in self._done, len(self._article.paragraphs[number].text))
            for number in range(self._first, self._limit)
        ]
        done = sum(length for is_done, length in lengths if is_done)
        return done / max(sum(length for _, length in lengths), 1)

    def close(self) -> None:
        """Wait for no answer any more."""
        for ticket in (*self._screen.values(), *self._rest.values()):
            self._engine.cancel(ticket)

    def _reset(self) -> None:
        self._screen: dict[int, int] = {}  # paragraph number → ticket
        self._rest: dict[int, int] = {}
        self._done: set[int] = set()
        self._fetched: set[int] = set()  # the paragraphs on screen whose entries are at hand, or on their way
        self._counts: Counter[WordKey] = Counter()
        self._visible = range(0)
        self._ends = list(accumulate(len(paragraph.text) for paragraph in self._article.paragraphs))
        self._next = 0
        self._first = self._limit = 0
        self._is_whole = self._is_stopped = False

    def _limit_rest(self) -> None:
        """Set which paragraphs the background analysis runs through."""
        self._first, self._limit = 0, len(self._ends)
        if self._is_whole or not self._ends or self._ends[-1] <= _LONG or not self._visible:
            return
        first, last = self._visible[0], self._visible[-1]
        start = self._ends[first] - _NEAR
        end = self._ends[last] + _NEAR
        self._first = next((number for number in range(first) if self._ends[number] > start), first)
        self._next = self._first
        self._limit = next(
            (number for number in range(last, len(self._ends)) if self._ends[number] > end), len(self._ends)
        )

    def _ask_rest(self) -> None:
        while not self._is_stopped and len(self._rest) < _REST_AT_ONCE and self._next < self._limit:
            number = self._next
            self._next += 1
            if number not in self._done and number not in self._screen and number not in self._rest:
                self._rest[number] = self._ask(number, Priority.REST)

    def _ask(self, number: int, priority: Priority) -> int:
        question = Analyse(self._article.paragraphs[number], self._source, self._corrections_of(number))
        return self._engine.ask(question, partial(self._arrived, number), priority)

    def _fetch_entries_ahead(self) -> None:
        """Have the entries of what is on screen ready for a click; its readings come first."""
        if self._screen:
            return
        for number in self._visible:
            if number in self._done and number not in self._fetched and (found := self._analysis_of(number)):
                self._entries.prefetch(entry for word in found.words for entry in ids_needed(word))
        self._fetched = self._done.intersection(self._visible)

    def revise(self, paragraph: int, before: Analysis, after: Analysis) -> None:
        """Take over what has become of a paragraph's analysis: the same words, more being known of them."""
        self.count_as(paragraph, before.words, after.words)
        self._fetched.discard(paragraph)
        self.analysed.emit(paragraph, after)
        self._fetch_entries_ahead()
        self.counted.emit()

    def count_as(self, paragraph: int, before: Iterable[Word], after: Iterable[Word]) -> None:
        """Count words of a paragraph as what they have become, unless all of it is asked for again."""
        if paragraph in self._done:
            self._counts.subtract(count_words(before))
            self._counts.update(count_words(after))
            self._counts = +self._counts  # without what has become none

    def _arrived(self, number: int, answer: PackedAnalysis | Refused) -> None:
        self._screen.pop(number, None)
        self._rest.pop(number, None)
        if isinstance(answer, Refused):
            self.refused.emit(answer.message)
            return  # the rest would be refused for the same reason
        self._done.add(number)
        self._counts.update(answer.counts)
        self.analysed.emit(number, answer)
        if number in self._visible and not self._screen:
            self.screen_analysed.emit()
            self._fetch_entries_ahead()
        self.counted.emit()
        self._ask_rest()
