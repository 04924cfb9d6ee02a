"""Painting a page: marks behind the text, the text, its readings, and lines under saved words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from reader.ui.page.furigana import Stretch, is_over
from reader.ui.page.measure import Measurer
from reader.ui.page.page import Layout, Page, Span
from reader.ui.page.shaped import Drawn
from reader.ui.page.typography import Role
from reader.vocabulary.model import Status

_RADIUS = 5.0
_UNDERLINE = 2.0
_PATTERNS: Mapping[Status | None, Sequence[float]] = {Status.LEARNING: (3.0, 2.0), None: (1.0, 2.0)}
"""Dashes and gaps in widths of the line; where none are given it is whole."""
_UNDERLINE_INSET = 4.0  # from the word's box: so the lines under two words side by side stay apart

_FOCUS_RING = 2.0  # pixels
_DOT = 1.0  # pixels: of the dots between a word and a reading that is not sure
_DOTS_INSET = 3.0
_DOTS_LEVEL = 0.04  # of an em, below the top of the word's box


@dataclass(frozen=True, slots=True)
class PageColours:
    """The colours of the page. ``accents`` holds the underline of each status that has one; None stands for
    a word that the user has not met yet."""

    background: QColor = field(default_factory=lambda: QColor("#fbfaf7"))
    text: QColor = field(default_factory=lambda: QColor("#24211c"))
    ruby: QColor = field(default_factory=lambda: QColor("#716b60"))
    muted: QColor = field(default_factory=lambda: QColor("#716b60"))
    hover: QColor = field(default_factory=lambda: QColor("#ebe8df"))
    current: QColor = field(default_factory=lambda: QColor("#dcebf1"))
    lit: QColor = field(default_factory=lambda: QColor("#e4eeda"))
    selection: QColor = field(default_factory=lambda: QColor("#cfe3ec"))
    hit: QColor = field(default_factory=lambda: QColor("#f4e3b2"))
    hit_current: QColor = field(default_factory=lambda: QColor("#e0a52e"))
    bar: QColor = field(default_factory=lambda: QColor("#2f6f8f"))
    accents: Mapping[Status | None, QColor] = field(
        default_factory=lambda: {
            Status.NEW: QColor("#d9a441"),
            Status.LEARNING: QColor("#d9a441"),
            None: QColor("#a09b91"),
        }
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on the page: spans behind the text, what was found in each paragraph, the spans of saved
    words with their status, what is read in a way that is not sure, and where in each paragraph readings are
    drawn (None: everywhere).

    What is ``lit`` says the same as what is pointed at in the other language; what is tentative may belong to
    another sentence. Spans of English are offsets into the text below their paragraph.
    """

    hovered: Span | None = None
    current: Span | None = None
    has_focus: bool = False
    selection: Sequence[Span] = ()
    hits: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)
    current_hit: Span | None = None
    underlined: Mapping[int, Sequence[tuple[int, int, Status | None]]] = field(default_factory=dict)
    unsure: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)
    readings: Mapping[int, Sequence[Stretch]] | None = None
    lit: Sequence[Span] = ()
    lit_english: Sequence[Span] = ()
    tentative_english: Sequence[Span] = ()

    def shows_reading(self, paragraph: int, offset: int) -> bool:
        """Whether a reading that begins there is drawn."""
        return self.readings is None or is_over(offset, self.readings.get(paragraph, ()))


def word_box(layout: Layout, line: int, start: int, end: int) -> QRectF:
    """The box behind the characters ``start`` to ``end`` on a line of a block, from the block's top left."""
    left, right = layout.box(line, start, end)
    em = layout.style.base.em
    top = layout.line_top(line) + layout.style.baseline - em * 0.94
    return QRectF(left - 2, top, right - left + 4, em * 1.24)


class PagePainter:
    """Paints the part of a page inside ``clip``, in the page's coordinates.

    Only the blocks in sight are touched, and all of those are laid out already.
    """

    def __init__(self, painter: QPainter, page: Page, colours: PageColours) -> None:
        self._painter = painter
        self._page = page
        self._colours = colours

    def paint(self, clip: QRectF, marks: Marks) -> None:
        """Paint what the clip touches, on a background that is there already."""
        if not len(self._page):
            return
        number = self._page.block_at(clip.top())
        while number < len(self._page) and (top := self._page.top(number)) < clip.bottom():
            self._paint_block(self._page.layout(number), top, clip, marks)
            number += 1

    def _paint_block(self, layout: Layout, top: float, clip: QRectF, marks: Marks) -> None:
        painter, style = self._painter, layout.style
        painter.translate(0, top)
        first = layout.line_at(clip.top() - top)
        lines = range(first, min(layout.line_at(clip.bottom() - top) + 1, len(layout.lines)))
        if layout.block.role is Role.ENGLISH:
            bar = QRectF(0, style.space_before, 2, len(layout.lines) * style.pitch)
            painter.fillRect(bar, self._colours.bar)
            self._paint_english_marks(layout, lines, marks)
        else:
            self._paint_backgrounds(layout, lines, marks)
            self._paint_lines(layout, lines, marks)
            painter.setPen(Qt.PenStyle.NoPen)
        is_quiet = layout.block.role in {Role.ENGLISH, Role.BYLINE}
        painter.setPen(self._colours.muted if is_quiet else self._colours.text)
        for line in lines:
            baseline = layout.line_top(line) + style.baseline
            self._draw(layout.draw_line(line), QPointF(style.indent, baseline), style.base)
        if style.ruby is not None:
            painter.setPen(self._colours.ruby)
            for line in lines:
                origin = QPointF(style.indent, layout.line_top(line) + style.ruby_baseline)
                for drawn in self._readings(layout, line, marks):
                    self._draw(drawn, origin, style.ruby)
        painter.translate(0, -top)

    def _paint_backgrounds(self, layout: Layout, lines: range, marks: Marks) -> None:
        painter, colours = self._painter, self._colours
        painter.setPen(Qt.PenStyle.NoPen)
        self._light(layout, lines, marks.lit)
        for span in marks.selection:
            for box in _boxes(layout, lines, span):
                painter.fillRect(box, colours.selection)
        for marked, colour in ((marks.current, colours.current), (marks.hovered, colours.hover)):
            if marked is None or (marked == marks.current and colour is colours.hover):
                continue
            painter.setBrush(colour)
            is_focused = marks.has_focus and marked == marks.current
            painter.setPen(QPen(colours.bar, 1) if is_focused else Qt.PenStyle.NoPen)
            for box in _boxes(layout, lines, marked):
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        for start, end in marks.hits.get(layout.block.paragraph, ()):
            hit = Span(layout.block.paragraph, start, end)
            is_current = hit == marks.current_hit
            painter.setBrush(colours.hit_current if is_current else colours.hit)
            painter.setPen(QPen(colours.text, 1) if is_current else Qt.PenStyle.NoPen)
            for box in _boxes(layout, lines, hit):
                painter.drawRoundedRect(box, _RADIUS / 2, _RADIUS / 2)

    def _paint_lines(self, layout: Layout, lines: range, marks: Marks) -> None:
        painter, colours = self._painter, self._colours
        for start, end, status in marks.underlined.get(layout.block.paragraph, ()):
            accent = colours.accents.get(status)
            if accent is None:
                continue
            for box in _boxes(layout, lines, Span(layout.block.paragraph, start, end)):
                y = box.bottom() + _UNDERLINE / 2
                painter.setPen(_underline(accent, status))
                painter.drawLine(
                    QPointF(box.left() + _UNDERLINE_INSET, y), QPointF(box.right() - _UNDERLINE_INSET, y)
                )
        for start, end in marks.unsure.get(layout.block.paragraph, ()):
            if marks.shows_reading(layout.block.paragraph, start):
                painter.setPen(_dots(colours.ruby))
                for box in _boxes(layout, lines, Span(layout.block.paragraph, start, end)):
                    y = box.top() + layout.style.base.em * _DOTS_LEVEL
                    painter.drawLine(
                        QPointF(box.left() + _DOTS_INSET, y), QPointF(box.right() - _DOTS_INSET, y)
                    )

    def _paint_english_marks(self, layout: Layout, lines: range, marks: Marks) -> None:
        painter = self._painter
        self._light(layout, lines, marks.lit_english)
        painter.setPen(QPen(self._colours.muted, 1, Qt.PenStyle.DotLine))
        for span in marks.tentative_english:
            for box in _boxes(layout, lines, span):
                painter.drawLine(
                    QPointF(box.left() + 2, box.bottom()), QPointF(box.right() - 2, box.bottom())
                )
        painter.setPen(Qt.PenStyle.NoPen)

    def _light(self, layout: Layout, lines: range, spans: Sequence[Span]) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.lit)
        for span in spans:
            for box in _boxes(layout, lines, span):
                self._painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _readings(self, layout: Layout, line: int, marks: Marks) -> Iterator[Drawn]:
        if marks.readings is None:
            drawn = layout.draw_readings(line)
            if drawn is not None:
                yield drawn
        elif stretches := marks.readings.get(layout.block.paragraph):
            yield from layout.draw_readings_over(line, stretches)

    def _draw(self, drawn: Drawn, origin: QPointF, measurer: Measurer) -> None:
        self._draw_glyphs(drawn.glyphs, origin, measurer)
        if drawn.strings:
            self._painter.setFont(measurer.font)
            for position, string in drawn.strings:
                self._painter.drawText(origin + position, string)
        if drawn.upright is not None:
            self._painter.save()
            self._painter.translate(origin)
            self._painter.rotate(-90)
            self._draw(drawn.upright, QPointF(), measurer)
            self._painter.restore()

    def _draw_glyphs(self, glyphs: QGlyphRun, origin: QPointF, measurer: Measurer) -> None:
        self._painter.drawGlyphRun(origin, glyphs)


def paint_focus_ring(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Frame ``rect``, the whole of a viewport."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, _FOCUS_RING))
    half = _FOCUS_RING / 2
    painter.drawRect(rect.adjusted(half, half, -half, -half))


def _dots(colour: QColor) -> QPen:
    """The line under a reading that is not sure."""
    pen = QPen(colour, _DOT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, 2.0])
    return pen


def _underline(accent: QColor, status: Status | None) -> QPen:
    """The line under a word: what its colour says its pattern says, too."""
    pen = QPen(accent, _UNDERLINE)
    if status in _PATTERNS:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_PATTERNS[status])
    return pen


def _boxes(layout: Layout, lines: range, span: Span) -> Iterator[QRectF]:
    """The boxes of a span on these lines of a block."""
    block = layout.block
    start, end = max(span.start, block.start), min(span.end, block.end)
    if span.paragraph != block.paragraph or start >= end:
        return
    for line in range(layout.line_of(start), layout.line_of(end - 1) + 1):
        if line in lines:
            yield word_box(layout, line, start, end)
