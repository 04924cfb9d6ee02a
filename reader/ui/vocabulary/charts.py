"""Charts, painted: sharp at every size, in the theme's colours, and readable without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.colours import Colours
from reader.ui.theme import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 96.0, 10.0, 24.0
_BAR_ROW, _BAR = 26.0, 10.0
_STEPS = 4  # lines across, about


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over the points of an axis; ``pattern`` tells it apart without its colour."""

    name: str
    values: Sequence[float]
    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


_LEAST_HEIGHT = 150  # pixels; in less nothing can be read off


class Chart(QWidget):
    """What charts have in common: an empty one says ``nothing``. They have no signals."""

    nothing = "Nothing yet"

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(_LEAST_HEIGHT)
        theme.changed.connect(self.update)

    @property
    def _colours(self) -> Colours:
        return self._theme.colours

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.85)
        return small

    def sizeHint(self) -> QSize:
        return QSize(560, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._small())
            if self._is_empty():
                painter.setPen(QColor(self._colours.quiet))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self.nothing)
            else:
                self._draw(painter)
        finally:
            painter.end()

    def _is_empty(self) -> bool:
        raise NotImplementedError

    def _draw(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _draw_grid(self, painter: QPainter, top_value: float, labels: Sequence[tuple[float, str]]) -> QRectF:
        """Lines across with their values, and labels (place from 0 to 1, text) below; returns the plot."""
        plot = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        metrics = QFontMetricsF(painter.font())
        step = nice_step(top_value)
        for number in range(floor(top_value / step) + 1):
            y = plot.bottom() - plot.height() * number * step / top_value
            painter.setPen(QPen(QColor(self._colours.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(self._colours.quiet))
            text = f"{number * step:,.0f}"
            painter.drawText(
                QPointF(plot.left() - 8 - metrics.horizontalAdvance(text), y + metrics.ascent() / 2 - 1), text
            )
        for place, text in labels:
            x = plot.left() + plot.width() * place - metrics.horizontalAdvance(text) * place
            painter.drawText(QPointF(x, plot.bottom() + metrics.height() + 2), text)
        return plot


class AreaChart(Chart):
    """Quantities on top of each other over time, each named where it ends."""

    def show_series(self, series: Sequence[Series], first: str, last: str) -> None:
        """Show these from ``first`` to ``last``, the lowest first."""
        self._series = [each for each in series if any(each.values)]
        self._ends = (first, last)
        self.setAccessibleDescription(
            ", ".join(f"{each.name}: {each.values[-1]:,.0f}" for each in self._series)
        )
        self.update()

    _series: Sequence[Series] = ()
    _ends = ("", "")

    def _is_empty(self) -> bool:
        return not self._series

    def _draw(self, painter: QPainter) -> None:
        points = len(self._series[0].values)
        sums = [0.0] * points
        highest = max(sum(each.values[number] for each in self._series) for number in range(points))
        first, last = self._ends
        ends = [(0, first), (1, last)] if first != last else [(1, last)]
        plot = self._draw_grid(painter, max(highest, 1), ends)
        metrics = QFontMetricsF(painter.font())
        labelled = plot.bottom() + metrics.height()
        for each in self._series:
            lower = [self._at(plot, number, points, sums[number] / highest) for number in range(points)]
            sums = [total + value for total, value in zip(sums, each.values, strict=True)]
            upper = [self._at(plot, number, points, sums[number] / highest) for number in range(points)]
            painter.setPen(Qt.PenStyle.NoPen)
            fill = QColor(each.colour)
            fill.setAlphaF(0.55)
            painter.setBrush(QBrush(fill, each.pattern))
            painter.drawPolygon(QPolygonF([*lower, *reversed(upper)]))
            painter.setPen(QPen(QColor(each.colour), 1.6))
            painter.drawPolyline(QPolygonF(upper))
            middle = (lower[-1].y() + upper[-1].y()) / 2 + metrics.ascent() / 2
            labelled = min(middle, labelled - metrics.height())  # names never lie on each other
            painter.setPen(QColor(self._colours.text))
            painter.drawText(QPointF(plot.right() + 8, labelled), f"{each.name} {each.values[-1]:,.0f}")

    @staticmethod
    def _at(plot: QRectF, number: int, points: int, share: float) -> QPointF:
        x = plot.left() + plot.width() * (number / (points - 1) if points > 1 else number)
        return QPointF(x, plot.bottom() - plot.height() * share)


class BarChart(Chart):
    """A bar for each day, of which a part is filled."""

    nothing = "No reviews yet: Ctrl+R begins one"

    def show_bars(self, bars: Sequence[tuple[float, float]], first: str, last: str, legend: str) -> None:
        """Show whole and filled part of each bar; ``legend`` says what these are."""
        self._bars, self._ends, self._legend = bars, (first, last), legend
        self.setAccessibleDescription(
            f"{legend}. In all {sum(whole for whole, _part in bars):,.0f}, "
            f"of them {sum(part for _whole, part in bars):,.0f}"
        )
        self.update()

    _bars: Sequence[tuple[float, float]] = ()
    _ends = ("", "")
    _legend = ""

    def _is_empty(self) -> bool:
        return not any(whole for whole, _part in self._bars)

    def _draw(self, painter: QPainter) -> None:
        highest = max(whole for whole, _part in self._bars)
        plot = self._draw_grid(painter, highest, ((0, self._ends[0]), (1, self._ends[1])))
        slot = plot.width() / len(self._bars)
        for number, (whole, part) in enumerate(self._bars):
            x = plot.left() + slot * (number + 0.15)
            for value, filled in ((whole, False), (part, True)):
                height = plot.height() * value / highest
                bar = QRectF(x, plot.bottom() - height, slot * 0.7, height)
                painter.setPen(QPen(QColor(self._colours.accent), 1))
                painter.setBrush(QColor(self._colours.accent) if filled else Qt.BrushStyle.NoBrush)
                if value:
                    painter.drawRect(bar)
        painter.setPen(QColor(self._colours.quiet))
        legend = QRectF(plot.right() + 8, plot.top(), _RIGHT - 12, plot.height())
        painter.drawText(legend, Qt.TextFlag.TextWordWrap.value, self._legend)


class ShareChart(Chart):
    """Named shares as bars from 0 to 100 %, below each other."""

    nothing = "No article has been counted yet"

    def show_shares(self, shares: Sequence[tuple[str, float]]) -> None:
        """Show each name with its share (0 to 1)."""
        self._shares = shares
        self.setMinimumHeight(ceil(max(len(shares), 2) * _BAR_ROW + 8))
        self.setAccessibleDescription(", ".join(f"{name}: {share:.0%}" for name, share in shares))
        self.update()

    _shares: Sequence[tuple[str, float]] = ()

    def _is_empty(self) -> bool:
        return not self._shares

    def sizeHint(self) -> QSize:
        return QSize(560, self.minimumHeight())

    def _draw(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(painter.font())
        names = self.width() * 0.42
        room = self.width() - names - 64
        for number, (name, share) in enumerate(self._shares):
            top = 4 + number * _BAR_ROW
            baseline = top + (_BAR_ROW + metrics.ascent() - metrics.descent()) / 2
            painter.setPen(QColor(self._colours.text))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 12)
            painter.drawText(QPointF(0, baseline), shown)
            bar = QRectF(names, top + (_BAR_ROW - _BAR) / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.line))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
            bar.setWidth(max(room * share, _BAR if share else 0))
            painter.setBrush(QColor(self._colours.accent))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
            painter.setPen(QColor(self._colours.quiet))
            painter.drawText(QPointF(names + room + 10, baseline), f"{int(share * 100)} %")


def nice_step(highest: float) -> float:
    """The distance between lines across: 1, 2 or 5 times a power of ten, at least 1, for about four lines."""
    rough = max(highest / _STEPS, 1)
    power: float = 10 ** floor(log10(rough))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
