"""Marks on a scroll bar that show where in the whole page something is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.ui.page.page_view import single_shot

_DELAY = 200  # milliseconds: heights change often while one scrolls
_THICKNESS = 3.0  # pixels
_INSET = 2.0


class ScrollMarks(QWidget):
    """Lies over a scroll bar, and leaves the pointer to it. It has no signals.

    ``parts`` tells which parts (0 to 1) of the page to mark; it is asked again when the height changes.
    """

    def __init__(self, bar: QScrollBar, parts: Callable[[], Iterable[float]]) -> None:
        super().__init__(bar)
        self._bar, self._parts = bar, parts
        self._positions: list[int] = []
        self._colour = QColor("#e0a52e")
        self._timer = single_shot(self, _DELAY, self._refresh)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.installEventFilter(self)
        bar.rangeChanged.connect(self.refresh_soon)

    def refresh_soon(self) -> None:
        """Ask again for the parts."""
        if not self._timer.isActive():
            self._timer.start()

    def set_colour(self, colour: QColor) -> None:
        """Choose the colour of the marks."""
        self._colour = colour
        self.update()

    def _refresh(self) -> None:
        length = self._length()
        self._positions = sorted({round(part * (length - _THICKNESS)) for part in self._parts()})
        self.setVisible(bool(self._positions))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the scroll bar."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.setGeometry(self._bar.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        for position in self._positions:
            if self._bar.orientation() is Qt.Orientation.Vertical:
                mark = QRectF(_INSET, position, width - 2 * _INSET, _THICKNESS)
            elif self._bar.invertedAppearance():
                mark = QRectF(width - position - _THICKNESS, _INSET, _THICKNESS, height - 2 * _INSET)
            else:
                mark = QRectF(position, _INSET, _THICKNESS, height - 2 * _INSET)
            painter.fillRect(mark, self._colour)
        painter.end()

    def _length(self) -> int:
        is_vertical = self._bar.orientation() is Qt.Orientation.Vertical
        return self._bar.height() if is_vertical else self._bar.width()
