"""The line beside a word on which the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
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
    """A small label over the rest of ``window``, which takes neither focus nor clicks. It has no signals.

    It is no window of its own: those have black corners where nothing composes the screen.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_for(self, text: str, word: QRect) -> None:
        """Show ``text`` below the box ``word`` (on the screen), or above it where there is no room."""
        if not text:
            self.hide()
            return
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST))
        self.adjustSize()
        area = self._window.rect()
        corner = self._window.mapFromGlobal(word.topLeft())
        x = max(0, min(corner.x(), area.width() - self.width()))
        y = corner.y() + word.height() + _GAP
        if y + self.height() > area.height():
            y = corner.y() - _GAP - self.height()
        self.move(x, y)
        self.raise_()
        self.show()
