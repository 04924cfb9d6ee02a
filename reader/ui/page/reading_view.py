"""The view in which an article is read: its words under the pointer and under the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.model import Direction, Place, Word, WordAt
from reader.ui.actions import Keys
from reader.ui.keys import page_keys
from reader.ui.page import word_walk
from reader.ui.page.page_view import single_shot
from reader.ui.page.selectable_view import SelectableView
from reader.ui.page.typography import Role

_REST = 300  # milliseconds until the pointer is taken to rest
_ZOOM_STEP = 1.1
_LINES_PER_NOTCH = 1.5  # of the wheel
_NOTCH = 120  # eighths of a degree
_TURNED_KEYS = {
    Qt.Key.Key_Down: Qt.Key.Key_Right,
    Qt.Key.Key_Up: Qt.Key.Key_Left,
    Qt.Key.Key_Left: Qt.Key.Key_Down,
    Qt.Key.Key_Right: Qt.Key.Key_Up,
}
"""What an arrow means in vertical writing, by the arrow that means the same in horizontal writing."""


class ReadingView(SelectableView):
    """Lets the user walk through the words of an article, with pointer and keys.

    Keys that mean nothing here are left to the window.

    Signals, beside those of ``SelectableView``:
        word_rested(WordAt, QRect): the pointer rests on a word, whose box is given in global coordinates.
        word_activated(WordAt): it was clicked, or Enter was pressed on the current word.
        phrase_activated(str, str): Enter was pressed on what is selected; see ``phrase_selected``.
        menu_requested(WordAt | None, QPoint): a context menu is wanted at this global position.
        english_hovered(Place | None): the pointer is over other English below a paragraph, or over none.
        english_activated(Place): that was clicked.
        english_menu_requested(Place, QPoint): a context menu is wanted for it at this global position.
        zoom_changed(float): the user changed the zoom with Ctrl and the wheel.
    """

    word_rested = Signal(object, QRect)
    word_activated = Signal(object)
    phrase_activated = Signal(str, str)
    menu_requested = Signal(object, QPoint)
    english_hovered = Signal(object)
    english_activated = Signal(object)
    english_menu_requested = Signal(object, QPoint)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered_english: Place | None = None
        self._pointed_at: WordAt | None = None
        self._keys = page_keys({})
        self._rest_timer = single_shot(self, _REST, self._report_rest)
        self.viewport().setMouseTracking(True)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._hover_again)

    # --- from word to word --------------------------------------------------------------------------------

    def next_word(self) -> None:
        """Go to the word after the current one, or to the first in sight."""
        self._go(1, word_walk.is_steppable)

    def previous_word(self) -> None:
        """Go to the word before the current one, or before what is in sight."""
        self._go(-1, word_walk.is_steppable)

    def next_unknown(self) -> None:
        """Go to the next word that is not known yet."""
        self._go(1, self._is_unknown)

    def previous_unknown(self) -> None:
        """Go to the last word before that is not known yet."""
        self._go(-1, self._is_unknown)

    def _is_unknown(self, word: Word) -> bool:
        return word_walk.is_unknown(word, self._status_of(word))

    def _go(self, step: int, accept: Callable[[Word], bool]) -> None:
        start = self._start_of_walk(step)
        if start is None:
            return
        self.clear_selection()
        if step > 0:
            last = len(self._article.paragraphs) - 1
            found = word_walk.next_word(self._analyses, start, last, accept)
        else:
            found = word_walk.previous_word(self._analyses, start, accept)
        if isinstance(found, int):
            # Not analysed yet: it will be once it is in sight, and the next key press goes on from there.
            end = len(self._article.paragraphs[found].text)
            self._bring_into_sight(found, 0 if step > 0 else max(end - 1, 0), 1 if step > 0 else end)
        elif found is not None:
            self.set_current(found)

    def _start_of_walk(self, step: int) -> Place | None:
        if not self._article.paragraphs:
            return None
        if self._current is None:
            return self.place()
        word = self._current.word
        return Place(self._current.paragraph, word.end if step > 0 else word.start)

    def _go_to_line(self, step: int) -> None:
        """Make the word above (-1) or below (1) the current one."""
        if self._current is None:
            self._go(1, word_walk.is_steppable)
            return
        self.clear_selection()
        word = self._current
        rects = self._page.rects(word.paragraph, word.word.start, word.word.end)
        if not rects:
            return
        y = rects[0].center().y()
        for _ in range(50):  # lines without words are passed over
            y += step * rects[0].height() * 0.6
            line = self._page.line_span_at(y)
            if line is None:
                return
            at = self._page.position_at(rects[0].center().x(), y)
            found = word_walk.nearest_word(
                self._analyses.get(line.paragraph), line.start, line.end, at.offset
            )
            if found is not None and WordAt(line.paragraph, found) != word:
                self.set_current(WordAt(line.paragraph, found))
                return

    # --- pointer ------------------------------------------------------------------------------------------

    def _set_hovered(self, word: WordAt | None) -> None:
        if word == self._hovered:
            return
        super()._set_hovered(word)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if word else Qt.CursorShape.ArrowCursor)
        self._rest_timer.stop()
        self._pointed_at = None

    def _set_hovered_english(self, at: Place | None) -> None:
        if at != self._hovered_english:
            self._hovered_english = at
            self.english_hovered.emit(at)

    def _point_at(self, point: QPoint) -> None:
        """The pointer is at a point of the viewport, or something else has come to be there."""
        word = self.word_at(point)
        self._set_hovered(word)
        self._set_hovered_english(None if word else self.english_at(point))

    def _await_rest(self) -> None:
        """The pointer was moved. A page that moves below it asks for nothing; tips would only cover it."""
        if self._hovered is not None and self._hovered != self._pointed_at:
            self._pointed_at = self._hovered
            self._rest_timer.start()

    def _report_rest(self) -> None:
        if self._hovered is not None:
            rect = self.rect_of(self._hovered)
            self.word_rested.emit(
                self._hovered, QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._rest_timer.stop()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None:
            self._point_at(event.position().toPoint())
            self._await_rest()
        elif self._is_selecting:
            self._set_hovered(None)

    def _clicked(self, point: QPoint) -> None:
        word = self.word_at(point)
        if word is not None:
            self.set_current(word)
            self.word_activated.emit(word)
        elif (english := self.english_at(point)) is not None:
            self.english_activated.emit(english)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            word = self._current
            point = self.rect_of(word).bottomLeft() if word else QPoint(0, 0)
            self.menu_requested.emit(word, self.viewport().mapToGlobal(point))
        elif (english := self.english_at(event.pos())) is not None:
            self.english_menu_requested.emit(english, event.globalPos())
        else:
            word = self.word_at(event.pos())
            if word is not None and not self._is_selected(word):
                self.clear_selection()
            self.menu_requested.emit(word, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * _ZOOM_STEP ** (event.angleDelta().y() / _NOTCH))
            self.zoom_changed.emit(self.zoom())
        elif event.hasPixelDelta():
            self._glide.stop()
            self._scroll_by(-self._onwards(event.pixelDelta()))
        else:
            notches = -self._onwards(event.angleDelta()) / _NOTCH
            lines = notches * QApplication.wheelScrollLines() / 3 * _LINES_PER_NOTCH
            self._glide.add(lines * self._typography.styles[Role.BODY].pitch)
        event.accept()

    def _onwards(self, delta: QPoint) -> int:
        """How much of a wheel's turn moves the page; vertical writing goes on to the left."""
        return delta.y() - delta.x() if self._look.direction is Direction.VERTICAL else delta.y()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._set_hovered(None)
        self._set_hovered_english(None)

    def _hover_again(self) -> None:
        """The page has moved below a pointer that stays."""
        if self._pointer is not None and self._pressed is None:
            self._point_at(self._pointer)

    # --- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_of(event)
        if action is None:
            event.ignore()
        else:
            action()

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        if self._look.direction is Direction.VERTICAL:
            key = _TURNED_KEYS.get(key, key)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, key))
        command = self._keys.get(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        return self.commands()[command] if command else None

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the commands do that the page handles itself, by their ids."""
        return {
            "next_word": self.next_word,
            "previous_word": self.previous_word,
            "next_line": lambda: self._go_to_line(1),
            "previous_line": lambda: self._go_to_line(-1),
            "next_unknown": self.next_unknown,
            "previous_unknown": self.previous_unknown,
            "look_up": self._look_up,
            "screen_on": lambda: self._glide.add(self._screen()),
            "screen_back": lambda: self._glide.add(-self._screen()),
            "beginning": lambda: self._scroll_by(-self.scroll_bar().maximum()),
            "end": lambda: self._scroll_by(self.scroll_bar().maximum()),
            "select_next": lambda: self._extend_selection(1),
            "select_previous": lambda: self._extend_selection(-1),
            "select_next_word": lambda: self._extend_by_word(1),
            "select_previous_word": lambda: self._extend_by_word(-1),
            "select_next_line": lambda: self._extend_by_line(1),
            "select_previous_line": lambda: self._extend_by_line(-1),
            "select_line_end": lambda: self._extend_to_edge(1),
            "select_line_beginning": lambda: self._extend_to_edge(-1),
            "select_end": lambda: self._extend_to_limit(1),
            "select_beginning": lambda: self._extend_to_limit(-1),
            "select_all": self.select_all,
            "copy": self.copy,
        }

    def set_keys(self, keys: Keys) -> None:
        """Let the commands of the page have these keys, where they are not their own."""
        self._keys = page_keys(keys)

    def _screen(self) -> float:
        """How far the page is turned: the last line becomes the first."""
        return self._depth() - self._typography.styles[Role.BODY].pitch

    def _look_up(self) -> None:
        """Look up what is selected, else the current word."""
        if phrase := self._phrase():
            self.phrase_activated.emit(*phrase)
        elif self._selection.is_empty and self._current is not None:
            self.word_activated.emit(self._current)
