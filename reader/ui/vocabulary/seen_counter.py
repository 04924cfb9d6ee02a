"""Counts which words were met while reading: those of paragraphs that stay on the screen for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.ui.page.reading_view import ReadingView
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.coverage import count_words

_READ_AFTER = 4000  # milliseconds on the screen


class SeenCounter(QObject):
    """Tells the vocabulary, once for each paragraph when an article is opened. It has no signals."""

    def __init__(self, view: ReadingView, saved: SavedWords) -> None:
        super().__init__(view)
        self._view, self._saved = view, saved
        self._visible = range(0)
        self._counted: set[int] = set()
        self._timer = QTimer(self, interval=_READ_AFTER, singleShot=True)
        self._timer.timeout.connect(self._count)
        view.visible_changed.connect(self._look)

    def begin(self) -> None:
        """Another article is open."""
        self._counted.clear()
        self._visible = range(0)

    def _look(self, first: int, last: int) -> None:
        self._visible = range(first, last + 1)
        self._timer.start()

    def _count(self) -> None:
        for paragraph in set(self._visible) - self._counted:
            if analysis := self._view.analysis(paragraph):
                self._counted.add(paragraph)
                self._saved.count_seen(count_words(analysis.words))
