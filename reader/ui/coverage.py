"""How much of each article in the list is known: counted by the engine when it has nothing else to do."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.articles.library import LibraryItem
from reader.engine.protocol import CountWords, Priority, Refused, WordCounts
from reader.model import Article, Paragraph, WordKey
from reader.ui.background import BackgroundWorker
from reader.ui.engine_bridge import EngineBridge
from reader.ui.reading_session import ReadingSession
from reader.ui.shelf import Shelf
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.coverage import coverage

_BEGIN_AFTER = 1500  # milliseconds: the open article comes first
_UPDATE_AFTER = 300  # milliseconds: many words may change at once
_AT_ONCE = 2000  # characters in one question, so that a click never waits long
_LONGEST = 200_000  # characters: longer articles are not counted


class Coverage(QObject):
    """Keeps the share of known words for every article of the list.

    Signals: ``changed(shares)`` with a dict from item id to the share (0 to 1) of the words that are known.
    """

    changed = Signal(object)

    def __init__(
        self,
        shelf: Shelf,
        session: ReadingSession,
        saved: SavedWords,
        *,
        engine: EngineBridge,
        worker: BackgroundWorker,
    ) -> None:
        super().__init__(shelf)
        self._shelf, self._session, self._saved = shelf, session, saved
        self._engine, self._worker = engine, worker
        self._counts: dict[str, Mapping[WordKey, int]] = {}
        self._waiting: deque[str] = deque()
        self._counting: str = ""
        self._ticket: int | None = None
        self._begin = QTimer(self, interval=_BEGIN_AFTER, singleShot=True)
        self._begin.timeout.connect(self._count_next)
        self._update = QTimer(self, interval=_UPDATE_AFTER, singleShot=True)
        self._update.timeout.connect(self._compute)
        shelf.listed.connect(self._listed)
        session.counted.connect(self._article_counted)
        saved.changed.connect(self._update.start)

    def counts(self) -> Mapping[str, Mapping[WordKey, int]]:
        """How often each word stands in each article, by item id, as far as they are counted."""
        return self._counts

    def close(self) -> None:
        """Wait for no answer any more."""
        if self._ticket is not None:
            self._engine.cancel(self._ticket)

    # --- counting ---

    def _listed(self, items: Sequence[LibraryItem]) -> None:
        missing = [item.id for item in items if item.id not in self._counts and item.length <= _LONGEST]
        listed = {item.id for item in items}
        self._counts = {item: counts for item, counts in self._counts.items() if item in listed}
        if missing:
            self._shelf.fetch_word_counts(partial(self._fetched, missing))
        else:
            self._update.start()

    def _fetched(self, missing: Sequence[str], kept: Mapping[str, Mapping[WordKey, int]]) -> None:
        self._counts = {**kept, **self._counts}
        self._waiting = deque(item for item in missing if item not in self._counts)
        self._update.start()
        if self._waiting and not self._counting:
            self._begin.start()

    def _article_counted(self) -> None:
        """The open article is counted by reading it."""
        opened = self._shelf.current
        if opened is None or not opened.id or not self._session.is_complete:
            return
        counts = dict(self._session.counts())
        if self._counts.get(opened.id) != counts:
            self._keep(opened.id, counts)

    def _count_next(self) -> None:
        while self._waiting:
            item = self._waiting.popleft()
            if item not in self._counts:
                self._counting = item
                self._shelf.fetch_article(item, self._count, self._count_next)
                return
        self._counting = ""

    def _count(self, article: Article) -> None:
        batches: deque[tuple[Paragraph, ...]] = deque(_batches(article.paragraphs))
        self._ask(batches, Counter())

    def _ask(self, batches: deque[tuple[Paragraph, ...]], counts: Counter[WordKey]) -> None:
        if not batches:
            self._keep(self._counting, dict(counts))
            self._count_next()
            return

        def counted(answer: WordCounts | Refused) -> None:
            self._ticket = None
            if isinstance(answer, Refused):  # the window says so where somebody reads
                return
            counts.update(answer.counts)
            self._ask(batches, counts)

        self._ticket = self._engine.ask(CountWords(batches.popleft()), counted, Priority.REST)

    def _keep(self, item: str, counts: Mapping[WordKey, int]) -> None:
        self._counts[item] = counts
        self._shelf.keep_word_counts(item, counts)
        self._update.start()

    # --- what is known of it ---

    def _compute(self) -> None:
        """On the worker's thread: thousands of articles have millions of words."""
        counts, statuses = dict(self._counts), self._saved.statuses()

        def shares() -> dict[str, float]:
            found = {item: coverage(words, statuses) for item, words in counts.items()}
            return {item: share for item, share in found.items() if share is not None}

        self._worker.run(shares, self.changed.emit, lambda _sentence: None)


def _batches(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """The paragraphs in groups of some thousand characters."""
    batches: list[tuple[Paragraph, ...]] = []
    batch: list[Paragraph] = []
    for paragraph in paragraphs:
        batch.append(paragraph)
        if sum(len(each.text) for each in batch) >= _AT_ONCE:
            batches.append(tuple(batch))
            batch = []
    return [*batches, tuple(batch)] if batch else batches
