"""The view in which an article is read: its words under the pointer and under the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reader.model import Analysis, Article, FuriganaMode, Place, Status, Word, WordAt
from reader.ui import word_walk
from reader.ui.page import Span
from reader.ui.page_view import PageView, single_shot
from reader.ui.painting import Marks, PageColours, PagePainter
from reader.ui.selection import Selection
from reader.ui.typography import Role

_REST = 300  # milliseconds until the pointer is taken to rest
_ZOOM_STEP = 1.1
_LINES_PER_NOTCH = 1.5  # of the wheel
_NOTCH = 120  # eighths of a degree
_START = Place()


class ReadingView(PageView):
    """Shows an article with furigana, and lets the user walk through its words and select its text.

    Keys that mean nothing here are left to the window.

    Signals, beside those of ``PageView``:
        word_hovered(WordAt | None): the pointer moved onto another word, or off.
        word_rested(WordAt, QRect): the pointer rests on a word, whose box is given in global coordinates.
        word_activated(WordAt): it was clicked, or Enter was pressed on the current word.
        current_changed(WordAt | None): another word is the current one.
        menu_requested(WordAt | None, QPoint): a context menu is wanted at this global position.
        zoom_changed(float): the user changed the zoom with Ctrl and the wheel.
        selection_changed(str): the text that is selected now.
    """

    word_hovered = Signal(object)
    word_rested = Signal(object, QRect)
    word_activated = Signal(object)
    current_changed = Signal(object)
    menu_requested = Signal(object, QPoint)
    zoom_changed = Signal(float)
    selection_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = PageColours()
        self._mode = FuriganaMode.ALL
        self._status_of: Callable[[Word], Status | None] = lambda word: None
        self._underlined: dict[int, list[tuple[int, int, Status]]] = {}
        self._hovered: WordAt | None = None
        self._current: WordAt | None = None
        self._selection = Selection()
        self._pressed: QPointF | None = None
        self._is_selecting = False
        self._rest_timer = single_shot(self, _REST, self._report_rest)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- what is shown -----------------------------------------------------------------------------

    def set_article(self, article: Article, place: Place = _START) -> None:
        """Show another article, with the line that holds ``place`` at the top."""
        self._forget_words()
        self._set_selection(Selection())
        super().set_article(article, place)

    def set_analysis(self, paragraph: int, analysis: Analysis) -> None:
        """Give the words of a paragraph: it is set anew, with their readings."""
        self._underlined.pop(paragraph, None)
        super().set_analysis(paragraph, analysis)

    def clear_analyses(self) -> None:
        """Forget all words, because they will be analysed in another way."""
        self._forget_words()
        super().clear_analyses()

    def set_statuses(self, lookup: Callable[[Word], Status | None]) -> None:
        """Set how the status of a word is found; None means that it is not in the vocabulary."""
        self._status_of = lookup
        self.refresh_statuses()

    def refresh_statuses(self) -> None:
        """Ask for the statuses again."""
        self._underlined.clear()
        self.viewport().update()

    def set_furigana(self, mode: FuriganaMode) -> None:
        """Choose which furigana are drawn; nothing moves."""
        self._mode = mode
        self.viewport().update()

    def set_colours(self, colours: PageColours) -> None:
        """Choose the colours of the page."""
        self._colours = colours
        self.viewport().update()

    # --- words -------------------------------------------------------------------------------------

    def current(self) -> WordAt | None:
        """The word that the keys act on."""
        return self._current

    def set_current(self, word: WordAt | None) -> None:
        """Make another word the current one, and bring it into sight."""
        if word == self._current:
            return
        self._update_word(self._current)
        self._current = word
        if word is not None:
            self._bring_into_sight(word.paragraph, word.word.start, word.word.end)
            self._update_word(word)
        self.current_changed.emit(word)

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

    def word_at(self, point: QPoint) -> WordAt | None:
        """The word at a point of the viewport."""
        self._settle()
        if not len(self._page):
            return None
        at = self._to_page(QPointF(point))
        place = self._page.character_at(at.x(), at.y())
        if place is None:
            return None
        word = word_walk.word_at(self._analyses.get(place.paragraph), place.offset)
        return WordAt(place.paragraph, word) if word else None

    def rect_of(self, word: WordAt) -> QRect:
        """The box of a word in the viewport, as high as its line; of its part on the first line if on two."""
        self._settle()
        rects = self._page.rects(word.paragraph, word.word.start, word.word.end)
        return self._to_viewport(rects[0]).toAlignedRect() if rects else QRect()

    def sentence_of(self, word: WordAt) -> tuple[str, int, int]:
        """The sentence of a word, and the word's span in it."""
        text = self._article.paragraphs[word.paragraph].text
        analysis = self._analyses.get(word.paragraph, Analysis((), ()))
        return word_walk.sentence_of(analysis, text, word.word)

    def _is_unknown(self, word: Word) -> bool:
        return word_walk.is_unknown(word, self._status_of(word))

    def _go(self, step: int, accept: Callable[[Word], bool]) -> None:
        start = self._start_of_walk(step)
        if start is None:
            return
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

    def _forget_words(self) -> None:
        self._underlined.clear()
        self._set_hovered(None)
        self.set_current(None)

    def _update_word(self, word: WordAt | None) -> None:
        """Paint the word's lines again, and nothing else."""
        if word is None:
            return
        for rect in self._page.rects(word.paragraph, word.word.start, word.word.end):
            self.viewport().update(self._to_viewport(rect.adjusted(-6, -2, 6, 2)).toAlignedRect())

    # --- selecting ---------------------------------------------------------------------------------

    def selected_text(self) -> str:
        """The text that is selected, as it was put in."""
        return self._selection.text(self._article)

    def copy(self) -> None:
        """Put the text that is selected on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Select the whole article."""
        if self._article.paragraphs:
            last = len(self._article.paragraphs) - 1
            self._set_selection(Selection(Place(), Place(last, len(self._article.paragraphs[last].text))))

    def _set_selection(self, selection: Selection) -> None:
        if selection == self._selection:
            return
        was_empty = self._selection.is_empty
        self._selection = selection
        self.viewport().update()
        if not (was_empty and selection.is_empty):
            self.selection_changed.emit(self.selected_text())

    def _extend_selection(self, step: int) -> None:
        """Select one character more or less, from the current word on if nothing is selected."""
        if not self._article.paragraphs:
            return
        selection = self._selection
        if selection.is_empty and self._current is not None:
            word = self._current.word
            start, end = Place(self._current.paragraph, word.start), Place(self._current.paragraph, word.end)
            selection = Selection(start, start) if step > 0 else Selection(end, end)
        elif selection.is_empty:
            selection = Selection(self.place(), self.place())
        selection = selection.moved(self._article, step)
        self._set_selection(selection)
        cursor = selection.cursor
        self._bring_into_sight(cursor.paragraph, max(cursor.offset - 1, 0), max(cursor.offset, 1))

    # --- pointer -----------------------------------------------------------------------------------

    def _set_hovered(self, word: WordAt | None) -> None:
        if word == self._hovered:
            return
        self._update_word(self._hovered)
        self._hovered = word
        self._update_word(word)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if word else Qt.CursorShape.ArrowCursor)
        self._rest_timer.stop()
        if word is not None:
            self._rest_timer.start()
        self.word_hovered.emit(word)

    def _report_rest(self) -> None:
        if self._hovered is not None:
            rect = self.rect_of(self._hovered)
            self.word_rested.emit(
                self._hovered, QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
            )

    def _position_at(self, point: QPointF) -> Place:
        self._settle()
        at = self._to_page(point)
        return self._page.position_at(at.x(), at.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not len(self._page):
            return
        self._glide.stop()
        self._rest_timer.stop()
        self._pressed = event.position()
        at = self._position_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._is_selecting = True
            self._set_selection(Selection(self._selection.anchor, at))
        else:
            self._is_selecting = False
            self._set_selection(Selection(at, at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._set_hovered(self.word_at(event.position().toPoint()))
            return
        moved = (event.position() - self._pressed).manhattanLength()
        if self._is_selecting or moved >= QApplication.startDragDistance():
            self._is_selecting = True
            self._set_hovered(None)
            self._set_selection(Selection(self._selection.anchor, self._position_at(event.position())))
            self._scroll_towards(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._is_selecting:
            self._is_selecting = False
            return
        word = self.word_at(event.position().toPoint())
        if word is not None:
            self.set_current(word)
            self.word_activated.emit(word)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        word = self.word_at(event.position().toPoint())
        if word is not None and event.button() is Qt.MouseButton.LeftButton:
            start, end = Place(word.paragraph, word.word.start), Place(word.paragraph, word.word.end)
            self._set_selection(Selection(start, end))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            word = self._current
            point = self.rect_of(word).bottomLeft() if word else QPoint(0, 0)
            self.menu_requested.emit(word, self.viewport().mapToGlobal(point))
        else:
            self.menu_requested.emit(self.word_at(event.pos()), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _ZOOM_STEP ** (event.angleDelta().y() / _NOTCH))
            self.zoom_changed.emit(self._zoom)
        elif event.hasPixelDelta():
            self._glide.stop()
            self._scroll_by(-event.pixelDelta().y())
        else:
            notches = -event.angleDelta().y() / _NOTCH
            lines = notches * QApplication.wheelScrollLines() / 3 * _LINES_PER_NOTCH
            self._glide.add(lines * self._typography.styles[Role.BODY].pitch)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)

    def _scroll_towards(self, y: float) -> None:
        """While selecting beyond the edge, scroll on."""
        height = self.viewport().height()
        if y < 0:
            self._scroll_by(round(y / 2))
        elif y > height:
            self._scroll_by(round((y - height) / 2))

    # --- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_of(event)
        if action is None:
            event.ignore()
        else:
            action()

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.select_all
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self._shifted_actions().get(key)
        if modifiers == Qt.KeyboardModifier.NoModifier:
            return self._actions().get(key)
        return None

    def _actions(self) -> dict[Qt.Key, Callable[[], None]]:
        page = self.viewport().height() - self._typography.styles[Role.BODY].pitch
        whole = self.verticalScrollBar().maximum()
        return {
            Qt.Key.Key_Right: self.next_word,
            Qt.Key.Key_Left: self.previous_word,
            Qt.Key.Key_Down: lambda: self._go_to_line(1),
            Qt.Key.Key_Up: lambda: self._go_to_line(-1),
            Qt.Key.Key_N: self.next_unknown,
            Qt.Key.Key_Return: self._activate_current,
            Qt.Key.Key_Enter: self._activate_current,
            Qt.Key.Key_Space: lambda: self._glide.add(page),
            Qt.Key.Key_PageDown: lambda: self._glide.add(page),
            Qt.Key.Key_PageUp: lambda: self._glide.add(-page),
            Qt.Key.Key_Home: lambda: self._scroll_by(-whole),
            Qt.Key.Key_End: lambda: self._scroll_by(whole),
        }

    def _shifted_actions(self) -> dict[Qt.Key, Callable[[], None]]:
        page = self.viewport().height() - self._typography.styles[Role.BODY].pitch
        return {
            Qt.Key.Key_Right: lambda: self._extend_selection(1),
            Qt.Key.Key_Left: lambda: self._extend_selection(-1),
            Qt.Key.Key_N: self.previous_unknown,
            Qt.Key.Key_Space: lambda: self._glide.add(-page),
        }

    def _activate_current(self) -> None:
        if self._current is not None:
            self.word_activated.emit(self._current)

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._left(), -self._top)
        page_painter = PagePainter(painter, self._page, self._colours, self._mode)
        marks = self._marks()
        for rect in event.region():  # type: ignore[attr-defined]  # PySide's stubs do not know that it iterates
            clip = QRectF(rect).translated(-self._left(), self._top)
            painter.setClipRect(clip)
            page_painter.paint(clip, marks)
        painter.end()

    def _marks(self) -> Marks:
        first, last = self._visible_paragraphs
        for paragraph in range(max(first, 0), last + 1):
            if paragraph not in self._underlined:
                self._underlined[paragraph] = self._underlines(paragraph)
        return Marks(
            hovered=_span(self._hovered),
            current=_span(self._current),
            selection=self._selection.spans(self._article, first, last),
            underlined=self._underlined,
        )

    def _underlines(self, paragraph: int) -> list[tuple[int, int, Status]]:
        analysis = self._analyses.get(paragraph)
        if analysis is None:
            return []
        statuses = ((word, self._status_of(word)) for word in analysis.words)
        return [(word.start, word.end, status) for word, status in statuses if status is not None]


def _span(word: WordAt | None) -> Span | None:
    return Span(word.paragraph, word.word.start, word.word.end) if word else None
