"""Short remarks on a word, each in a rounded frame, as many to a line as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 6
_PADDING = 9


class Tags(QWidget):
    """Draws the remarks it is given. It has no signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._text = self._frame = QColor()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_colours(self, text: str, frame: str) -> None:
        """The colours of the remarks and of their frames."""
        self._text, self._frame = QColor(text), QColor(frame)
        self.update()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these and no others."""
        self._tags = tuple(tags)
        self.setVisible(bool(tags))
        self.setAccessibleName(", ".join(tags))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return round(boxes[-1].bottom()) + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._small_font())
            for tag, box in zip(self._tags, self._boxes(self.width()), strict=True):
                painter.setPen(self._frame)
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                painter.setPen(self._text)
                inside = box.adjusted(_PADDING - 2, 0, 2 - _PADDING, 0)
                text = QFontMetricsF(painter.font()).elidedText(
                    tag, Qt.TextElideMode.ElideRight, inside.width() + 1
                )
                painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _boxes(self, width: int) -> list[QRectF]:
        metrics = QFontMetricsF(self._small_font())
        height = round(metrics.height()) + 3
        boxes = []
        x = y = 0.5
        for tag in self._tags:
            box_width = min(metrics.horizontalAdvance(tag) + 2 * _PADDING, max(width - 1.0, 40.0))
            if x > 1 and x + box_width > width:
                x, y = 0.5, y + height + 4
            boxes.append(QRectF(x, y, box_width, height))
            x += box_width + _GAP
        return boxes
