"""One page of charts: words by status over time, what of each article is known, reviews per day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.panel.heading import heading
from reader.ui.screen import resize_on_screen
from reader.ui.theme import Theme
from reader.ui.vocabulary.charts import AreaChart, BarChart, Series, ShareChart
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import Status
from reader.vocabulary.statistics import ReviewDay, StatusDay, reviews_by_day, statuses_by_day, thinned
from reader.vocabulary.store import Vocabulary

_SIZE = (720, 760)
_DAYS_OF_REVIEWS = 30
_MOST_POINTS = 200

Shares = Callable[[], Sequence[tuple[str, float]]]
"""The titles of the articles, each with the share (0 to 1) of its words that is known."""


class _Facts(NamedTuple):
    statuses: list[StatusDay]
    reviews: list[ReviewDay]


class StatisticsWindow(QWidget):
    """Shows the charts and keeps them up to date while it is open. It has no signals."""

    def __init__(self, theme: Theme, saved: SavedWords, shares: Shares, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Statistics")
        self._theme, self._saved, self._shares = theme, saved, shares
        self._words = AreaChart(theme, "Words by status over time")
        self._reviews = BarChart(theme, "Reviews per day")
        self._articles = ShareChart(theme, "Known words by article")
        self._facts = _Facts([], [])
        page = QWidget(self)
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for title, chart in (
            ("Words", self._words),
            ("Reviews, last 30 days", self._reviews),
            ("Known of each article", self._articles),
        ):
            column.addWidget(heading(title, page))
            column.addWidget(chart)
            column.addSpacing(14)
        column.addStretch()
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        QShortcut(QKeySequence("Esc"), self, self.hide)
        saved.changed.connect(self._read_if_seen)
        theme.changed.connect(self._show)
        resize_on_screen(self, *_SIZE)

    def begin(self) -> None:
        """Read what there is to show."""
        today = date.today()

        def read(vocabulary: Vocabulary) -> _Facts:
            return _Facts(
                thinned(statuses_by_day(vocabulary.history(), today), _MOST_POINTS),
                reviews_by_day(vocabulary.reviews(), today, _DAYS_OF_REVIEWS),
            )

        def arrived(facts: _Facts) -> None:
            self._facts = facts
            self._show()

        self._saved.fetch(read, arrived)

    def _read_if_seen(self) -> None:
        if self.isVisible():
            self.begin()

    def _show(self) -> None:
        colours, (statuses, reviews) = self._theme.colours, self._facts
        kinds = (
            (Status.KNOWN, colours.accent, Qt.BrushStyle.SolidPattern),
            (Status.LEARNING, colours.saved, Qt.BrushStyle.BDiagPattern),
            (Status.NEW, colours.quiet, Qt.BrushStyle.Dense5Pattern),
        )
        if len(statuses) == 1:
            statuses = statuses * 2  # one day is a line across
        if statuses:
            self._words.show_series(
                [
                    Series(status.value, [day.counts[status] for day in statuses], colour, pattern)
                    for status, colour, pattern in kinds
                ],
                statuses[0].day.isoformat(),
                statuses[-1].day.isoformat(),
            )
        if reviews:
            self._reviews.show_bars(
                [(day.asked, day.remembered) for day in reviews],
                reviews[0].day.isoformat(),
                reviews[-1].day.isoformat(),
                "words asked; filled: remembered",
            )
        self._articles.show_shares(sorted(self._shares(), key=lambda share: -share[1]))
