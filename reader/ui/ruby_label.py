"""A headword with its furigana, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.model import Ruby
from reader.typesetting.ruby import spread

_RUBY_SIZE = 0.42  # of the headword's
_SMALLEST = 0.55  # of its size, to which a long headword shrinks before it breaks into lines


@dataclass(frozen=True, slots=True)
class _Cell:
    """Characters that share one reading, or one character without. ``start`` is the offset in the text."""

    start: int
    base: str
    reading: str


@dataclass(frozen=True, slots=True)
class _PlacedCell:
    cell: _Cell
    x: float
    line: int
    width: float


def is_kanji(character: str) -> bool:
    """Whether KANJIDIC2 may have a page on it."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


class RubyLabel(QWidget):
    """Shows a word with its reading above the characters that it belongs to; its kanji can be chosen.

    Signals: ``kanji_chosen(literal)`` when a kanji was clicked, or chosen with the arrow keys and Enter.
    """

    kanji_chosen = Signal(str)

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = font
        self._size = font.pixelSize()
        self._text = ""
        self._cells: list[_Cell] = []
        self._placed: list[_PlacedCell] = []
        self._laid_out_for = -1
        self._lit = -1  # offset of the kanji under the pointer or chosen by key
        self._link = self._quiet = QColor()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_colours(self, quiet: str, link: str) -> None:
        """The colours of the reading and of the kanji that is about to be chosen."""
        self._quiet, self._link = QColor(quiet), QColor(link)
        self.update()

    def set_font(self, font: QFont) -> None:
        """The font of the word, its size in pixels."""
        self._font, self._size = font, font.pixelSize()
        self._laid_out_for = -1
        self.updateGeometry()

    def set_word(self, text: str, ruby: Sequence[Ruby]) -> None:
        """Show ``text`` under ``ruby``, whose offsets are code points into it, in order."""
        self._text = text
        self._cells = _cells(text, ruby)
        self._laid_out_for = self._lit = -1
        if self.hasFocus():
            self._light_first()
        self.setAccessibleName(f"{text} ({''.join(cell.reading or cell.base for cell in self._cells)})")
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word without its reading."""
        return self._text

    # --- layout ---

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        lines = self._placed[-1].line + 1 if self._placed else 1
        return round(lines * self._line_height())

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self.width())
        super().resizeEvent(event)

    def _line_height(self) -> float:
        return QFontMetricsF(self._font).height() + self._ruby_pixels() * 1.15

    def _ruby_pixels(self) -> int:
        return max(round(self._font.pixelSize() * _RUBY_SIZE), 9)

    def _ruby_font(self) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(self._ruby_pixels())
        return font

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_for:
            return
        self._laid_out_for = width
        self._font.setPixelSize(self._size)
        widths = self._widths()
        needed = sum(widths)
        if needed > width > 0:
            self._font.setPixelSize(max(int(self._size * width / needed), int(self._size * _SMALLEST)))
            widths = self._widths()
        self._placed = []
        x, line = 0.0, 0
        for cell, cell_width in zip(self._cells, widths, strict=True):
            if x > 0 and x + cell_width > width:
                x, line = 0.0, line + 1
            self._placed.append(_PlacedCell(cell, x, line, cell_width))
            x += cell_width

    def _widths(self) -> list[float]:
        base, ruby = QFontMetricsF(self._font), QFontMetricsF(self._ruby_font())
        return [
            max(base.horizontalAdvance(cell.base), ruby.horizontalAdvance(cell.reading))
            for cell in self._cells
        ]

    def _character_boxes(self) -> list[tuple[int, QRectF]]:
        """The offset of each character and where it stands."""
        self._lay_out(self.width())
        metrics = QFontMetricsF(self._font)
        top_of_base, height = self._ruby_pixels() * 1.15, metrics.height()
        boxes = []
        for placed in self._placed:
            advances = [metrics.horizontalAdvance(character) for character in placed.cell.base]
            for index, x in enumerate(spread(advances, placed.x, placed.width)):
                top = placed.line * self._line_height() + top_of_base
                boxes.append((placed.cell.start + index, QRectF(x, top, advances[index], height)))
        return boxes

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            base, ruby_font = QFontMetricsF(self._font), self._ruby_font()
            ruby = QFontMetricsF(ruby_font)
            painter.setFont(self._font)
            for offset, box in self._character_boxes():
                lit = offset == self._lit
                painter.setPen(self._link if lit else self.palette().windowText().color())
                painter.drawText(QPointF(box.left(), box.top() + base.ascent()), self._text[offset])
                if lit:
                    below = box.top() + base.ascent() + base.descent() * 0.5
                    painter.drawLine(QPointF(box.left(), below), QPointF(box.right(), below))
            painter.setFont(ruby_font)
            painter.setPen(self._quiet)
            for placed in self._placed:
                advances = [ruby.horizontalAdvance(character) for character in placed.cell.reading]
                # base characters are set in the middle of their em, so their reading may sit on their box
                baseline = placed.line * self._line_height() + self._ruby_pixels()
                for character, x in zip(
                    placed.cell.reading, spread(advances, placed.x, placed.width), strict=True
                ):
                    painter.drawText(QPointF(x, baseline), character)

    # --- choosing a kanji ---

    def _kanji_at(self, position: QPointF) -> int:
        for offset, box in self._character_boxes():
            if box.contains(position) and is_kanji(self._text[offset]):
                return offset
        return -1

    def _light(self, offset: int) -> None:
        if offset != self._lit:
            self._lit = offset
            self.setCursor(Qt.CursorShape.PointingHandCursor if offset >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._light(self._kanji_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        if self.hasFocus():
            self._light_first()
        else:
            self._light(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        offset = self._kanji_at(event.position())
        if offset >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.kanji_chosen.emit(self._text[offset])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and self._lit >= 0:
            below = self.mapToGlobal(self.rect().bottomLeft())
            QToolTip.showText(below, f"About {self._text[self._lit]}", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._light_first()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._light(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kanji = self._kanji_offsets()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self._lit not in kanji:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.kanji_chosen.emit(self._text[self._lit])
        elif step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._light(kanji[(kanji.index(self._lit) + step) % len(kanji)])
        else:
            event.ignore()

    def _light_first(self) -> None:
        self._light(next(iter(self._kanji_offsets()), -1))

    def _kanji_offsets(self) -> list[int]:
        return [offset for offset, character in enumerate(self._text) if is_kanji(character)]


def _cells(text: str, ruby: Sequence[Ruby]) -> list[_Cell]:
    cells: list[_Cell] = []
    position = 0
    for start, end, reading in ruby:
        cells.extend(_Cell(offset, text[offset], "") for offset in range(position, start))
        cells.append(_Cell(start, text[start:end], reading))
        position = end
    cells.extend(_Cell(offset, text[offset], "") for offset in range(position, len(text)))
    return cells
