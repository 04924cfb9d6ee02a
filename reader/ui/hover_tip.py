"""The line beside a word on which the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from reader.model import Word
from reader.ui.keeping import main_reference, reading_beside

_GAP = 6
_WIDEST = 420


def tip_text(word: Word) -> str:
    """The reading and the first gloss, as far as they are known and say more than the word itself."""
    reference = main_reference(word) or (word.entries[0] if word.entries else None)
    reading = reading_beside(word.surface, word.reading)
    gloss = "; ".join(reference.gloss[:2]) if reference else ""
    if reference and reference.headword != word.surface:
        gloss = f"{reference.headword} {gloss}".strip()
    return "　".join(part for part in (reading, gloss) if part)


class HoverTip(QLabel):
    """A small label above everything else, which takes neither focus nor clicks. It has no signals."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("tip")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_for(self, text: str, word: QRect) -> None:
        """Show ``text`` below the rectangle ``word`` (on the screen), or above it where there is no room."""
        if not text:
            self.hide()
            return
        room = _WIDEST - 2 * 10
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.adjustSize()
        screen = QGuiApplication.screenAt(word.center()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = max(area.left(), min(word.left(), area.right() - self.width()))
        y = word.bottom() + _GAP
        if y + self.height() > area.bottom():
            y = word.top() - _GAP - self.height()
        self.move(QPoint(x, y))
        self.show()
