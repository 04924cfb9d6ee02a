"""A headword with its furigana, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

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
from reader.typesetting.lines import Line, typeset
from reader.typesetting.measured import Measured, MeasuredRuby, Setting
from reader.ui.fonts import ruby_families
from reader.ui.page.measure import line_breaks
from reader.ui.theme import japanese_font

_RUBY_SIZE = 0.42  # of the headword's
_SMALLEST = 0.55  # of its size, to which a long headword shrinks before it breaks into lines


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

    def __init__(self, family: str, size: int, parent: QWidget | None = None) -> None:
        """``family`` is the user's typeface, "" if there is none; ``size`` that of the word in pixels."""
        super().__init__(parent)
        self._size = size
        self.set_family(family)
        self._text = ""
        self._ruby: tuple[Ruby, ...] = ()
        self._lines: list[Line] = []
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

    def set_family(self, family: str) -> None:
        """The user's typeface, "" if there is none."""
        self._font, self._ruby_families = japanese_font(family, self._size), ruby_families(family)
        self._laid_out_for = -1
        self.updateGeometry()

    def set_word(self, text: str, ruby: Sequence[Ruby]) -> None:
        """Show ``text`` under ``ruby``, whose offsets are code points into it, in order."""
        self._text, self._ruby = text, tuple(ruby)
        self._laid_out_for = self._lit = -1
        if self.hasFocus():
            self._light_first()
        self.setAccessibleName(f"{text} ({_reading(text, ruby)})")
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
        return round(max(len(self._lines), 1) * self._line_height())

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
        font.setFamilies(self._ruby_families)
        font.setPixelSize(self._ruby_pixels())
        return font

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_for:
            return
        self._laid_out_for = width
        self._font.setPixelSize(self._size)
        self._lines = self._typeset(inf)
        needed = max((line.extent for line in self._lines), default=0.0)
        if needed > width > 0:
            self._font.setPixelSize(max(int(self._size * width / needed), int(self._size * _SMALLEST)))
            self._lines = self._typeset(width)

    def _typeset(self, width: float) -> list[Line]:
        base, reading = QFontMetricsF(self._font), QFontMetricsF(self._ruby_font())
        advances = [base.horizontalAdvance(character) for character in self._text]
        rubies = [
            MeasuredRuby(start, end, tuple(reading.horizontalAdvance(kana) for kana in text), word=0)
            for start, end, text in self._ruby
        ]
        setting = Setting(
            measure=width,
            em=self._font.pixelSize(),
            ruby_em=self._ruby_pixels(),
            pitch=self._line_height(),
            justify=False,
            hang=False,
        )
        return typeset(Measured(self._text, advances, line_breaks(self._text)), rubies, setting)[:]

    def _character_boxes(self) -> list[tuple[int, QRectF]]:
        """The offset of each character and where it stands."""
        self._lay_out(self.width())
        above, height = self._ruby_pixels() * 1.15, QFontMetricsF(self._font).height()
        return [
            (offset, QRectF(begin, line.block + above, end - begin, height))
            for line in self._lines
            for offset, begin, end in zip(range(line.start, line.end), line.inline, line.ends, strict=True)
        ]

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())  # which settles the font's size, so it comes first
        with QPainter(self) as painter:
            base = QFontMetricsF(self._font)
            painter.setFont(self._font)
            for offset, box in self._character_boxes():
                lit = offset == self._lit
                painter.setPen(self._link if lit else self.palette().windowText().color())
                painter.drawText(QPointF(box.left(), box.top() + base.ascent()), self._text[offset])
                if lit:
                    below = box.top() + base.ascent() + base.descent() * 0.5
                    painter.drawLine(QPointF(box.left(), below), QPointF(box.right(), below))
            painter.setFont(self._ruby_font())
            painter.setPen(self._quiet)
            for line in self._lines:
                # base characters are set in the middle of their em, so their reading may sit on their box
                baseline = line.block + self._ruby_pixels()
                for placed in line.rubies:
                    reading = self._ruby[placed.index].text[placed.start : placed.end]
                    for character, x in zip(reading, placed.inline, strict=True):
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


def _reading(text: str, ruby: Sequence[Ruby]) -> str:
    """How the text is read: its ruby in place of what that stands over."""
    parts: list[str] = []
    position = 0
    for start, end, reading in ruby:
        parts += text[position:start], reading
        position = end
    return "".join(parts) + text[position:]
