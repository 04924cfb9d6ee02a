"""An article on sheets of paper, for the printer and for PDF files.

The page is the one on the screen, set at the sheet's width and cut between lines. Where a line would be too
long to read, a sheet has two or more columns: side by side, or one above the other in vertical writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPagedPaintDevice, QPainter, QTransform

from reader.model import Direction
from reader.typesetting.sheets import Piece, pieces
from reader.ui.page.ahead import prepare
from reader.ui.page.blocks import Block, WordRuby
from reader.ui.page.edition import Edition
from reader.ui.page.page import Page
from reader.ui.page.painting import Marks, PageColours
from reader.ui.page.typography import BODY_SIZE, Role, typography
from reader.ui.sharing.searchable import SearchablePainter

_BODY_POINTS = 11.0
_FINENESS = 4.0  # how much larger than on the screen is measured, since paper shows fractions of a pixel
_UNIT = _BODY_POINTS / (BODY_SIZE * _FINENESS)  # points in a pixel of the page
_MARGIN = 54.0  # points
_LONGEST_LINE, _GAP = 46, 2.5  # ems: of a line, and between two columns
_TOUCH = 0.5  # pixels: lines above and below touch
_SLICE = 0.004  # seconds
_FOOTER = 0.6  # of the margin: where the number of the sheet stands, above the lower edge


class Sheets:
    """The sheets of an edition, for paper of this size in points. They are there once ``lay_out`` is done."""

    def __init__(self, edition: Edition, colours: PageColours, paper: QSizeF) -> None:
        self._edition = edition
        self._colours = colours
        self._is_vertical = edition.look.direction is Direction.VERTICAL
        self._size = QSizeF(paper.width() / _UNIT, paper.height() / _UNIT)
        look = replace(edition.look, zoom=edition.look.zoom * _FINENESS)
        styles = typography(look)
        self._em = styles.styles[Role.BODY].base.em
        margin = _MARGIN / _UNIT
        room = self._size - QSizeF(2 * margin, 2 * margin)
        breadth, self._depth = room.width(), room.height()
        if self._is_vertical:
            breadth, self._depth = self._depth, breadth
        self._columns = max(ceil(breadth / (_LONGEST_LINE * self._em)), 1)
        gaps = (self._columns - 1) * _GAP * self._em
        self._column = max((breadth - gaps) / self._columns // self._em, 1) * self._em
        self._indent = (breadth - gaps - self._columns * self._column) / 2
        self._page = Page(edition.blocks, styles, self._column, self._rubies_of)
        self._pieces: list[Piece] = []

    def __len__(self) -> int:
        return ceil(len(self._pieces) / self._columns)

    def lay_out(self) -> Iterator[float]:
        """Set everything, block by block; tells how much is done (0 to 1)."""
        page, lines = self._page, []
        for number in range(len(page)):
            layout = page.layout(number)
            top = page.top(number)
            for line in range(len(layout.lines)):
                begin = top + layout.line_top(line)
                lines.append((begin, begin + layout.style.pitch))
            page.trim(range(number, number + 1))
            yield (number + 1) / len(page)
        self._pieces = pieces(lines, self._depth)

    def prepare(self, number: int) -> Iterator[None]:
        """Get the lines of a sheet ready for ``paint``, a few at a time."""
        for piece in self._on_sheet(number):
            while not prepare(self._page, piece.top, piece.bottom - _TOUCH, _SLICE):
                yield

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one sheet, whose upper left corner is the painter's origin, in points."""
        painter.save()
        painter.scale(_UNIT, _UNIT)
        painter.fillRect(QRectF(QPointF(), self._size), self._colours.background)
        for column, piece in enumerate(self._on_sheet(number)):
            painter.save()
            painter.setTransform(self._to_sheet(column, piece.top), True)
            # What hangs over the end of a line is part of it; the line below begins where this piece ends.
            clip = QRectF(
                -self._em, piece.top, self._column + 2 * self._em, piece.bottom - piece.top - _TOUCH
            )
            painter.setClipRect(clip)
            SearchablePainter(painter, self._page, self._colours).paint(clip, Marks())
            painter.restore()
        self._page.trim(range(0))
        if len(self) > 1:
            self._paint_number(painter, number)
        painter.restore()

    def _on_sheet(self, number: int) -> list[Piece]:
        first = number * self._columns
        return self._pieces[first : first + self._columns]

    def _to_sheet(self, column: int, top: float) -> QTransform:
        """From the page's coordinates to the sheet's, for the column that begins at ``top``."""
        margin = _MARGIN / _UNIT
        inline = margin + self._indent + column * (self._column + _GAP * self._em)
        if self._is_vertical:
            return QTransform(0, 1, -1, 0, self._size.width() - margin + top, inline)
        return QTransform.fromTranslate(inline, margin - top)

    def _paint_number(self, painter: QPainter, number: int) -> None:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(round(self._em * 0.75))
        painter.setFont(font)
        painter.setPen(self._colours.muted)
        below = QRectF(0, 0, self._size.width(), self._size.height() - _FOOTER * _MARGIN / _UNIT)
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, int(where), str(number + 1))

    def _rubies_of(self, block: Block) -> list[WordRuby]:
        if block.role is Role.ENGLISH:
            return []
        return [
            ruby._replace(start=ruby.start - block.start, end=ruby.end - block.start)
            for ruby in self._edition.readings_of(block.paragraph)
            if block.start <= ruby.start and ruby.end <= block.end
        ]


def paint_sheets(
    device: QPagedPaintDevice, edition: Edition, colours: PageColours, first: int = 1, last: int = 0
) -> Iterator[float]:
    """Paint the sheets ``first`` to ``last`` (from 1; 0 for all) on a device; tells how much is done.

    Raises OSError where the device cannot be painted on.
    """
    paper = device.pageLayout().fullRectPoints()
    sheets = Sheets(edition, colours, QSizeF(paper.size()))
    yield from (done / 2 for done in sheets.lay_out())
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the device cannot be painted on")
    try:
        factor = device.logicalDpiX() / 72
        painter.scale(factor, factor)
        numbers = range(max(first, 1) - 1, min(last or len(sheets), len(sheets)))
        for number in numbers:
            if number > numbers[0]:
                device.newPage()
            for _ in sheets.prepare(number):
                yield 0.5 + (number - numbers[0]) / len(numbers) / 2
            sheets.paint(painter, number)
            yield 0.5 + (number - numbers[0] + 1) / len(numbers) / 2
    finally:
        painter.end()
