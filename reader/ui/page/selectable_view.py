"""A page whose text can be selected, with the pointer and with keys, and copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.model import Place, WordAt
from reader.ui.page import word_walk
from reader.ui.page.blocks import readings_of
from reader.ui.page.page import Span
from reader.ui.page.page_view import single_shot
from reader.ui.page.ruby_text import with_brackets, with_ruby
from reader.ui.page.selection import Selection, Unit, selection_around
from reader.ui.page.typography import Role
from reader.ui.page.word_view import WordView

_LONGEST_PHRASE = 60  # characters that are looked up when they are selected
_EDGE_FRAME = 16  # milliseconds between two steps of scrolling while selecting beyond the edge
_EDGE_SLOWNESS = 6  # each step is so small a part of how far the pointer is beyond it


class SelectableView(WordView):
    """Selects characters by dragging, after a double click words, after a triple click sentences.

    Signals, beside those of ``WordView``:
        phrase_selected(str, str): something that can be looked up was selected with the pointer: its text,
            and the whole words that this touches.
    """

    phrase_selected = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._is_selecting = False
        self._unit = Unit.CHARACTER
        self._origin = Selection()  # what was selected when the button went down
        self._double_click = QElapsedTimer()
        self._double_click_at = QPointF()
        self._pointer: QPoint | None = None
        self._line_walk = (Selection(), 0.0)  # what going from line to line has selected, and its way down
        self._edge_timer = single_shot(self, _EDGE_FRAME, self._select_on)

    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    def select(self, selection: Selection) -> None:
        """Select something else, and bring its end into sight."""
        self._set_selection(selection)
        cursor = selection.cursor
        self._bring_into_sight(cursor.paragraph, max(cursor.offset - 1, 0), max(cursor.offset, 1))

    def selected_text(self) -> str:
        """The text that is selected, as it was put in."""
        return self._selection.text(self._article)

    def copy(self) -> None:
        """Put the text that is selected on the clipboard, or else the current word."""
        if text := self._to_copy().text(self._article):
            QGuiApplication.clipboard().setText(text)

    def copy_with_furigana(self) -> bool:
        """The same with all readings: as 漢字(かんじ), and as HTML for programs that ask for it.

        Returns whether the readings of all of it are known yet.
        """
        spans = self._to_copy().spans(self._article, 0, len(self._article.paragraphs) - 1)
        lines, html = [], []
        for span in spans:
            paragraph = self._article.paragraphs[span.paragraph]
            readings = readings_of(paragraph, self._analyses.get(span.paragraph))
            lines.append(with_brackets(paragraph.text, span.start, span.end, readings))
            html.append(with_ruby(paragraph.text, span.start, span.end, readings))
        if spans:
            data = QMimeData()
            data.setText("\n".join(lines))
            data.setHtml("".join(f"<p>{line}</p>" for line in html) if len(html) > 1 else html[0])
            QGuiApplication.clipboard().setMimeData(data)
        return all(span.paragraph in self._analyses for span in spans)

    def _to_copy(self) -> Selection:
        if self._selection.is_empty and self._current is not None:
            word = self._current
            return Selection(Place(word.paragraph, word.word.start), Place(word.paragraph, word.word.end))
        return self._selection

    def select_all(self) -> None:
        """Select the whole article."""
        if self._article.paragraphs:
            last = len(self._article.paragraphs) - 1
            self._set_selection(Selection(Place(), Place(last, len(self._article.paragraphs[last].text))))

    def show_passage(self, paragraph: int, start: int, end: int) -> None:
        """Bring a span into sight and select it."""
        if paragraph < len(self._article.paragraphs):
            self._bring_into_sight(paragraph, start, end)
            self._set_selection(Selection(Place(paragraph, start), Place(paragraph, end)))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._set_selection(Selection())

    def _is_selected(self, word: WordAt) -> bool:
        begin, end = self._selection.ordered()
        return begin < (word.paragraph, word.word.end) and (word.paragraph, word.word.start) < end

    # --- with keys ----------------------------------------------------------------------------------------

    def _extend_selection(self, step: int) -> None:
        """Select one character more or less, from the current word on if nothing is selected."""
        self._move_selection(step, lambda selection: selection.moved(self._article, step))

    def _extend_by_word(self, step: int) -> None:
        """Select one word more or less."""
        self._move_selection(
            step, lambda selection: selection.moved_by_word(self._article, self._analyses, step)
        )

    def _extend_by_line(self, step: int) -> None:
        """Select to the same height of the line after (1) or before (-1) the cursor's; from the last line on
        and the first one back, to its edge."""
        self._move_selection(step, lambda selection: self._moved_by_line(selection, step))

    def _extend_to_edge(self, step: int) -> None:
        """Select to the end (1) or the beginning (-1) of the cursor's line."""

        def moved(selection: Selection) -> Selection:
            line = self._page.line_span_at(self._caret(selection).y())
            return replace(selection, cursor=_edge(line, step)) if line else selection

        self._move_selection(step, moved)

    def _extend_to_limit(self, step: int) -> None:
        """Select to the end (1) or the beginning (-1) of the article."""
        last = len(self._article.paragraphs) - 1

        def moved(selection: Selection) -> Selection:
            end = Place(last, len(self._article.paragraphs[last].text))
            return replace(selection, cursor=end if step > 0 else Place())

        self._move_selection(step, moved)

    def _moved_by_line(self, selection: Selection, step: int) -> Selection:
        caret = self._caret(selection)
        walked, x = self._line_walk
        if selection != walked:
            x = caret.x()
        here = line = self._page.line_span_at(caret.y())
        y = caret.y()
        while line is not None and (line == here or self._is_english(line)):
            y += step * self._typography.styles[Role.BODY].pitch / 2
            line = self._page.line_span_at(y)
        if line is not None:
            cursor = self._page.position_at(x, y)
        else:
            cursor = _edge(here, step) if here else selection.cursor
        moved = replace(selection, cursor=cursor)
        self._line_walk = moved, x
        return moved

    def _is_english(self, line: Span) -> bool:
        return line.start == line.end and bool(self._article.paragraphs[line.paragraph].text)

    def _caret(self, selection: Selection) -> QPointF:
        """Where the selection's cursor is on the page: where lines break, at the side of what is selected."""
        self._settle()
        return self._page.caret(selection.cursor, is_after=selection.cursor > selection.anchor)

    def _move_selection(self, step: int, moved: Callable[[Selection], Selection]) -> None:
        if not self._article.paragraphs:
            return
        selection = self._selection
        if selection.is_empty and self._current is not None:
            word = self._current.word
            start, end = Place(self._current.paragraph, word.start), Place(self._current.paragraph, word.end)
            selection = Selection(start, start) if step > 0 else Selection(end, end)
        elif selection.is_empty:
            selection = Selection(self.place(), self.place())
        self.select(moved(selection))

    # --- with the pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not len(self._page):
            return
        self._glide.stop()
        self._pressed = event.position()
        is_triple = self._is_again_at(event.position())
        self._unit = Unit.SENTENCE if is_triple else Unit.CHARACTER
        self._is_selecting = is_triple
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._is_selecting = True
            self._origin = Selection(self._selection.anchor, self._selection.anchor)
        else:
            self._origin = self._unit_at(event.position())
        self._set_selection(self._origin.extended(self._unit_at(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if self._pressed is None:
            return
        moved = (event.position() - self._pressed).manhattanLength()
        if self._is_selecting or moved >= QApplication.startDragDistance():
            self._is_selecting = True
            if not self._edge_timer.isActive():
                self._select_on()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        self._edge_timer.stop()
        if self._is_selecting:
            self._is_selecting = False
            if self._selection != self._origin and (phrase := self._phrase()):
                self.phrase_selected.emit(*phrase)
        else:
            self._clicked(event.position().toPoint())

    def _clicked(self, point: QPoint) -> None:
        """The button was pressed and released there; for the view that builds on this."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not len(self._page):
            return
        self._pressed = self._double_click_at = event.position()
        self._double_click.start()
        self._unit, self._is_selecting = Unit.WORD, True
        self._origin = self._unit_at(event.position())
        self._set_selection(self._origin)

    def position_at(self, point: QPointF) -> Place:
        """The place between two characters that is nearest to a point of the viewport."""
        self._settle()
        at = self._to_page(point)
        return self._page.position_at(at.x(), at.y())

    def _beyond_edge(self) -> int:
        """How far above (negative) or below the viewport the pointer is, on the page."""
        if self._pointer is None:
            return 0
        y = round(self._to_page(QPointF(self._pointer)).y()) - self._top
        return min(y, 0) + max(y - self._depth(), 0)

    def _select_on(self) -> None:
        """Select to the pointer; while that is beyond the edge, the page scrolls on, faster further out."""
        if beyond := self._beyond_edge():
            self._scroll_by(round(beyond / _EDGE_SLOWNESS))
            self._edge_timer.start()
        if self._pointer is not None:
            self._set_selection(self._origin.extended(self._unit_at(QPointF(self._pointer))))

    def _unit_at(self, point: QPointF) -> Selection:
        """What is selected as one at a point of the viewport."""
        place = self.position_at(point)
        if self._unit is not Unit.CHARACTER:
            at = self._to_page(point)
            place = self._page.character_at(at.x(), at.y()) or place
        return selection_around(place, self._unit, self._article, self._analyses.get(place.paragraph))

    def _is_again_at(self, point: QPointF) -> bool:
        """Whether a press there is the third of a triple click."""
        return (
            self._double_click.isValid()
            and self._double_click.elapsed() < QApplication.doubleClickInterval()
            and (point - self._double_click_at).manhattanLength() < QApplication.startDragDistance()
        )

    def _phrase(self) -> tuple[str, str] | None:
        """What is selected if it can be looked up, a little of one paragraph; and the whole words there."""
        begin, end = self._selection.ordered()
        text = self.selected_text()
        if begin.paragraph != end.paragraph or not text.strip() or len(text) > _LONGEST_PHRASE:
            return None
        start, stop = word_walk.whole_words(self._analyses.get(begin.paragraph), begin.offset, end.offset)
        return text, self._article.paragraphs[begin.paragraph].text[start:stop]


def _edge(line: Span, step: int) -> Place:
    """The end (1) or the beginning (-1) of a line."""
    return Place(line.paragraph, line.end if step > 0 else line.start)
