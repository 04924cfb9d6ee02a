"""A row that leads to another page of the panel."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.theme import Colours

_PADDING = 4


class RowText(NamedTuple):
    """What a row says; reading and gloss may be empty."""

    headword: str
    reading: str
    gloss: str


class LinkRow(QAbstractButton):
    """A headword, its reading and its meaning, which wraps. Signals: ``clicked(bool)``."""

    def __init__(self, text: RowText, font: QFont, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._headword, self._reading, self._gloss = text
        self._font, self._colours = font, colours
        self._layout = QTextLayout()
        self._laid_out = (0, 0.0)  # for this width, the height of the lines
        self._column = 0.0
        self.setAccessibleName(" ".join(part for part in text if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text_height = self._lay_out(width)
        return round(max(text_height, QFontMetricsF(self._font).height())) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(self._font).height() + 2 * _PADDING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        height = self._lay_out(self.width())
        with QPainter(self) as painter:
            if self.underMouse() or self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._colours.hover))
                painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            painter.setPen(QColor(self._colours.text))
            painter.setFont(self._font)
            headword, text = QFontMetricsF(self._font), QFontMetricsF(self.font())
            baseline = _PADDING + headword.ascent()
            painter.drawText(QPointF(_PADDING, baseline), self._headword)
            top = baseline - text.ascent() if height <= text.height() * 1.5 else float(_PADDING)
            self._layout.draw(painter, QPointF(self._column, max(top, 0.0)))

    def _lay_out(self, width: int) -> float:
        """Break reading and meaning into lines; returns their height together."""
        if self._laid_out[0] != width:  # Qt asks many times for one width
            self._laid_out = (width, self._break_lines(width))
        return self._laid_out[1]

    def _break_lines(self, width: int) -> float:
        headword = QFontMetricsF(self._font).horizontalAdvance(self._headword)
        self._column = max(headword + 14, 68.0) + _PADDING
        self._layout = QTextLayout(
            " ".join(part for part in (self._reading, self._gloss) if part), self.font()
        )
        reading, gloss = QTextCharFormat(), QTextCharFormat()
        reading.setForeground(QColor(self._colours.text))
        gloss.setForeground(QColor(self._colours.quiet))
        split = len(self._reading)
        self._layout.setFormats([_range(0, split, reading), _range(split, len(self._gloss) + 1, gloss)])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        room = max(width - self._column - _PADDING, 40.0)
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height


def _range(start: int, length: int, text_format: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, text_format
    return result
