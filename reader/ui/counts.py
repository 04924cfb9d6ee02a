"""What the status bar says of the open article: how many words it has, and how many of them are known."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.ui.reading_session import ReadingSession
from reader.ui.status_bar import StatusBar
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.coverage import coverage, percentage
from reader.vocabulary.model import Status

_DELAY = 200  # milliseconds: a long text has many words to count, and its paragraphs come fast


class Counts(QObject):
    """Counts again when more is analysed or the vocabulary changes. It has no signals."""

    def __init__(self, session: ReadingSession, saved: SavedWords, status: StatusBar) -> None:
        super().__init__(status)
        self._session, self._saved, self._status = session, saved, status
        self._timer = QTimer(self, interval=_DELAY, singleShot=True)
        self._timer.timeout.connect(self.show)
        session.counted.connect(self._show_soon)
        saved.changed.connect(self._show_soon)

    def show(self) -> None:
        """Say how many words the article has so far, and how many of them the user has."""
        self._status.show_progress(self._session.progress_ahead())
        counts = self._session.counts()
        words = counts.total()
        if not words:
            self._status.show_counts("")
            return
        statuses = self._saved.statuses(counts.keys())
        saved = sum(status in (Status.NEW, Status.LEARNING) for status in statuses.values())
        known = coverage(counts, statuses)
        so_far = "" if self._session.is_complete else " so far"
        parts = [f"{words:,} {'word' if words == 1 else 'words'}{so_far}, {len(counts):,} different"]
        if saved:
            parts.append(f"{saved} saved")
        if known:
            parts.append(f"{percentage(known)} known")
        self._status.show_counts(" · ".join(parts))

    def _show_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
