"""The page as screen readers meet it: a text with a caret at the current word, whose reading and meaning
are told.

Qt asks for interfaces through a factory and keeps no reference to what it gets from Python; here they are
kept as long as their view lives. A screen reader counts UTF-16 units from the beginning of the article, whose
paragraphs are lines.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from weakref import WeakSet

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, VoidPtr

from reader.model import Article, Place, Word, WordAt
from reader.ui.page.page import Span
from reader.ui.page.reading_view import ReadingView
from reader.ui.page.selection import Selection
from reader.ui.page.utf16 import code_points_by_unit

_MOST_SAID = 200  # characters of what is selected
Describe = Callable[[Word], str]
"""Says how a word is read and what it means."""


class Transcript:
    """An article as one text, and where its places are in it, counted in UTF-16 units."""

    def __init__(self, article: Article) -> None:
        texts = [paragraph.text for paragraph in article.paragraphs]
        self.text = "\n".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1] or [0]
        self._code_points = code_points_by_unit(self.text)
        self._units: Sequence[int] = range(len(self.text) + 1)
        if len(self._code_points) != len(self._units):
            units = array("I", bytes(4 * len(self._units)))
            for unit in range(len(self._code_points) - 1, -1, -1):
                units[self._code_points[unit]] = unit
            self._units = units

    @property
    def length(self) -> int:
        """How many units it has."""
        return self._units[-1]

    def slice(self, start: int, end: int) -> str:
        """The text from unit ``start`` to ``end``; -1 is the end of it all."""
        last = self._code_points[self._limited(self.length if end < 0 else end)]
        return self.text[self._code_points[self._limited(start)] : last]

    def place(self, unit: int) -> Place:
        """The place of a unit in the article."""
        offset = self._code_points[self._limited(unit)]
        paragraph = bisect_right(self._starts, offset) - 1
        return Place(paragraph, offset - self._starts[paragraph])

    def unit(self, place: Place) -> int:
        """The unit at a place of the article."""
        if place.paragraph >= len(self._starts):
            return self.length
        return self._units[min(self._starts[place.paragraph] + place.offset, len(self.text))]

    def _limited(self, unit: int) -> int:
        return min(max(unit, 0), self.length)


class PageAccessible(QAccessibleWidget, QAccessibleTextInterface):
    """What a view tells Qt's accessibility bridge. It is made by the factory, never otherwise."""

    def __init__(self, view: ReadingView, describe: Describe) -> None:
        QAccessibleWidget.__init__(self, view, QAccessible.Role.Document, "")
        QAccessibleTextInterface.__init__(self)
        self._view, self._describe = view, describe
        self._article: Article | None = None
        self._transcript = Transcript(Article("", ()))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        # Qt calls this for every kind; None, or what the base class returns, would crash it.
        if kind is QAccessible.InterfaceType.TextInterface:
            return VoidPtr(Shiboken.getCppPointer(self)[1])
        return VoidPtr(0)

    def text(self, kind: object, end: int | None = None) -> str:
        """The text between two units; or, of an accessible object, its name or description."""
        if end is not None:
            assert isinstance(kind, int)
            return self.transcript().slice(kind, end)
        if kind is QAccessible.Text.Name:
            return self._view.article().title
        if kind is QAccessible.Text.Description:
            current = self._view.current()
            return description(current.word, self._describe) if current else ""
        return ""

    def state(self) -> QAccessible.State:
        state = QAccessibleWidget.state(self)
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def transcript(self) -> Transcript:
        """The text of the article that is shown."""
        if self._view.article() is not self._article:
            self._article = self._view.article()
            self._transcript = Transcript(self._article)
        return self._transcript

    # --- the text interface ---

    def characterCount(self) -> int:
        return self.transcript().length

    def cursorPosition(self) -> int:
        return self.transcript().unit(caret_of(self._view))

    def setCursorPosition(self, position: int) -> None:
        self._view.set_current_at(self.transcript().place(position))

    def characterRect(self, offset: int) -> QRect:
        place = self.transcript().place(offset)
        rect = self._view.rect_at(place)
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        place = self._view.character_at(self._view.viewport().mapFromGlobal(point))
        return -1 if place is None else self.transcript().unit(place)

    def selectionCount(self) -> int:
        # PySide has no way to answer what is selected: asked, it would give numbers that mean nothing. What
        # the user selects is said instead.
        return 0

    def setSelection(self, _index: int, start: int, end: int) -> None:
        self._view.select(Selection(self.transcript().place(start), self.transcript().place(end)))

    def addSelection(self, start: int, end: int) -> None:
        self.setSelection(0, start, end)

    def removeSelection(self, _index: int) -> None:
        self._view.clear_selection()

    def scrollToSubstring(self, start: int, end: int) -> None:
        place = self.transcript().place(start)
        self._view.bring_into_sight(Span(place.paragraph, place.offset, place.offset + max(end - start, 1)))


class PageSpeaker(QObject):
    """Tells screen readers what happens on a page. It has no signals."""

    def __init__(self, view: ReadingView, describe: Describe) -> None:
        super().__init__(view)
        self._view = view
        self._describe = describe
        self._interface: PageAccessible | None = None
        if not _speakers:
            QAccessible.installFactory(_interface_of)
        _speakers.add(self)
        view.current_changed.connect(self._tell_current)
        view.selection_changed.connect(self._tell_selection)

    def interface(self, watched: QObject | None = None) -> PageAccessible | None:
        """What tells Qt of the page, made at the first call; None if ``watched`` is something else."""
        if watched is not None and watched is not self._view:
            return None
        if self._interface is None:
            self._interface = PageAccessible(self._view, self._describe)
        return self._interface

    def _tell_current(self, at: WordAt | None) -> None:
        if QAccessible.isActive() and at is not None and (page := self.interface()) is not None:
            unit = page.cursorPosition()
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._view, unit))
            self._say(description(at.word, self._describe))

    def _tell_selection(self) -> None:
        if QAccessible.isActive():
            text = self._view.selected_text()
            self._say(f"{text[:_MOST_SAID]} selected" if text else "nothing selected")

    def _say(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, sentence))


_speakers: WeakSet[PageSpeaker] = WeakSet()


def _interface_of(_class_name: str, watched: QObject | None) -> QAccessibleInterface | None:
    if watched is None:
        return None
    return next((found for speaker in list(_speakers) if (found := speaker.interface(watched))), None)


def description(word: Word, describe: Describe) -> str:
    """What is said of a word: itself, its reading and its meaning."""
    return ", ".join([word.surface, *describe(word).split("\u3000")]).rstrip(", ")


def caret_of(view: ReadingView) -> Place:
    """Where the caret is: at the moving end of what is selected, at the current word, or else at the top."""
    if not view.selection().is_empty:
        return view.selection().cursor
    current = view.current()
    return Place(current.paragraph, current.word.start) if current else view.place()
