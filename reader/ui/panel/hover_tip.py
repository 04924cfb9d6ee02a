"""The line beside a word on which the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.model import PartOfSpeech, Word
from reader.vocabulary.keeping import main_reference, reading_beside

_GAP = 6
_WIDEST = 420
_FRAME = 24


def tip_text(word: Word) -> str:
    """The reading and the first gloss, as far as they are known and say more than the word itself.

    For a number that is its meaning, never the gloss of a part of it.
    """
    reading = reading_beside(word.surface, word.reading)
    if word.pos is PartOfSpeech.NUMBER:
        return "　".join(part for part in (reading, word.meaning) if part)
    reference = main_reference(word) or (word.entries[0] if word.entries else None)
    gloss = "; ".join(reference.gloss[:2]) if reference else ""
    if reference and reference.headword != word.surface:
        gloss = f"{reference.headword} {gloss}".strip()
    return "　".join(part for part in (reading, gloss) if part)


class HoverTip(QLabel):
    """A small label over the rest of ``page``, which takes neither focus nor clicks. It has no signals.

    It is no window of its own: those have black corners where nothing composes the screen.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)
        self.setObjectName("tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the page is laid out anew: the word is elsewhere then."""
        if event.type() is QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)

    def show_for(self, text: str, word: QRect, *, is_vertical: bool = False) -> None:
        """Show ``text`` below the box ``word`` (on the screen), or above it where there is no room; in
        vertical writing at its right, over what is read already, or at its left.
        """
        if not text:
            self.hide()
            return
        room = min(_WIDEST, self._page.width() - _FRAME)
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.adjustSize()
        area = self._page.rect()
        corner = self._page.mapFromGlobal(word.topLeft())
        if is_vertical:
            self.move(*_beside(corner, word, self.size(), area))
        else:
            self.move(*_below(corner, word, self.size(), area))
        self.raise_()
        self.show()


def _below(corner: QPoint, word: QRect, size: QSize, area: QRect) -> tuple[int, int]:
    y = corner.y() + word.height() + _GAP
    if y + size.height() > area.height():
        y = corner.y() - _GAP - size.height()
    return max(0, min(corner.x(), area.width() - size.width())), y


def _beside(corner: QPoint, word: QRect, size: QSize, area: QRect) -> tuple[int, int]:
    x = corner.x() + word.width() + _GAP
    if x + size.width() > area.width():
        x = corner.x() - _GAP - size.width()
    return x, max(0, min(corner.y(), area.height() - size.height()))
