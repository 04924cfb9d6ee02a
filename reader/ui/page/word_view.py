"""A page whose words are known: what is marked on it, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.engine.packing import first_places
from reader.engine.protocol import PackedAnalysis
from reader.model import Analysis, Article, FuriganaMode, Place, Word, WordAt
from reader.ui.page import other_reading, word_walk
from reader.ui.page.blocks import Block, WordRuby, readings_of
from reader.ui.page.edition import Edition
from reader.ui.page.furigana import ShownReadings, Stretch, is_over, stretches
from reader.ui.page.page import Span
from reader.ui.page.page_view import PageView
from reader.ui.page.painting import Marks, PageColours, PagePainter, paint_focus_ring
from reader.ui.page.scroll_marks import ScrollMarks
from reader.ui.page.selection import Selection
from reader.ui.page.word_lines import WordLines
from reader.vocabulary.model import Status

_START = Place()
_MOST_MARKED = 500  # paragraphs with hits whose places the scroll bar shows


class WordView(PageView):
    """Paints an article with its furigana, the hovered and the current word, what is selected, and lines
    under the words of the vocabulary. What the user does is left to the view that builds on this.

    Signals, beside those of ``PageView``:
        word_hovered(WordAt | None): another word is the hovered one.
        current_changed(WordAt | None): another word is the current one.
        selection_changed(): something else is selected now.
    """

    word_hovered = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = PageColours()
        self._furigana = ShownReadings()
        self._status_of: Callable[[Word], Status | None] = lambda word: None
        self._lines = WordLines()
        self._hovered: WordAt | None = None
        self._current: WordAt | None = None
        self._selection = Selection()
        self._hits: Mapping[int, Sequence[Stretch]] = {}
        self._current_hit: Span | None = None
        self._scroll_marks = [
            ScrollMarks(bar, self._hit_parts)
            for bar in (self.verticalScrollBar(), self.horizontalScrollBar())
        ]
        self._shows_focus = False
        self._lit: Sequence[Span] = ()
        self._lit_english: Sequence[Span] = ()
        self._tentative_english: Sequence[Span] = ()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- what is shown -----------------------------------------------------------------------------

    def set_article(self, article: Article, place: Place = _START) -> None:
        """Show another article, with the line that holds ``place`` at the top."""
        self._forget_words()
        self._set_selection(Selection())
        self.light()
        super().set_article(article, place)

    def set_analysis(self, paragraph: int, analysis: Analysis | PackedAnalysis) -> None:
        """Give the words of a paragraph: it is set anew, with their readings."""
        self._lines.forget(paragraph)
        if isinstance(analysis, PackedAnalysis):
            firsts = analysis.first_places
        else:
            firsts = first_places(analysis.words)
        if self._furigana.add(paragraph, firsts):
            self._choose_readings(is_set_anew=self._furigana.is_compact)
        super().set_analysis(paragraph, analysis)
        for at, put in ((self._hovered, self._set_hovered), (self._current, self.set_current)):
            if at is not None and at.paragraph == paragraph:
                self._find_again(at, put)

    def _find_again(self, at: WordAt, put: Callable[[WordAt | None], None]) -> None:
        """The words of its paragraph are others now."""
        analysis = self._analyses[at.paragraph]
        if at.word not in analysis.words:
            word = word_walk.word_at(analysis, at.word.start)
            put(WordAt(at.paragraph, word) if word else None)

    def clear_analyses(self) -> None:
        """Forget all words, because they will be analysed in another way."""
        self._forget_words()
        super().clear_analyses()

    def set_statuses(self, lookup: Callable[[Word], Status | None]) -> None:
        """Set how the status of a word is found; None means that it is not in the vocabulary."""
        self._status_of = lookup
        self.refresh_statuses()

    def set_unknown_marked(self, marked: bool) -> None:
        """Mark the words that are not in the vocabulary, too, or only those that are."""
        if marked != self._lines.is_unknown_marked:
            self._lines.is_unknown_marked = marked
            self.refresh_statuses()

    def refresh_statuses(self) -> None:
        """Ask for the statuses again."""
        self._lines.forget_statuses()
        if self._furigana.mode is FuriganaMode.UNKNOWN:
            self._choose_readings(is_set_anew=self._furigana.is_compact)
        self.viewport().update()

    def set_furigana(self, mode: FuriganaMode, *, is_compact: bool = False) -> None:
        """Choose which furigana are drawn. All have their room, so that no line moves; if ``is_compact``,
        only those that are drawn have, and the lines close up where there are none at all.
        """
        furigana = self._furigana
        if (mode, is_compact) != (furigana.mode, furigana.is_compact):
            was_compact, furigana.is_compact, furigana.mode = furigana.is_compact, is_compact, mode
            self._set_look(has_readings=not (is_compact and mode is FuriganaMode.NONE))
            self._choose_readings(is_set_anew=is_compact or was_compact)

    def _choose_readings(self, *, is_set_anew: bool) -> None:
        """Find out again which readings are drawn; where only those have room, the text is set anew."""
        self._furigana.forget_choice()
        if is_set_anew:
            self._set_blocks(self._page.blocks)
        self.viewport().update()

    def set_colours(self, colours: PageColours) -> None:
        """Choose the colours of the page."""
        self._colours = colours
        for marks in self._scroll_marks:
            marks.set_colour(colours.hit_current)
        self.viewport().update()

    def set_hits(self, hits: Mapping[int, Sequence[Stretch]], current: Span | None) -> None:
        """Mark what was found, by paragraph, and among that the current hit."""
        self._hits, self._current_hit = hits, current
        for marks in self._scroll_marks:
            marks.refresh_soon()
        self.viewport().update()

    def bring_into_sight(self, span: Span) -> None:
        """Scroll as little as shows the span; from far away, put it into the middle."""
        self._bring_into_sight(span.paragraph, span.start, span.end)

    def _hit_parts(self) -> set[float]:
        """How far down the page the hits are, as far as heights are known."""
        paragraphs = list(self._hits)
        sample = paragraphs[:: len(paragraphs) // _MOST_MARKED + 1]
        places = [Place(paragraph, hit.start) for paragraph in sample for hit in self._hits[paragraph][:20]]
        return self._page.parts(places, self._depth())

    def words(self) -> Iterator[Word]:
        """The words of what is analysed so far, in order."""
        return (word for analysis in self._analyses.copy().values() for word in analysis.words)

    def edition(self) -> Edition:
        """The article as it is shown now, to be taken along; readings that are shown on hover are not."""
        analyses, article = self._analyses.copy(), self._article
        is_bare = self._furigana.mode in {FuriganaMode.HOVER, FuriganaMode.NONE}
        accept = self._furigana.choice(self._status_of)

        def readings(number: int) -> list[WordRuby]:
            paragraph, analysis = article.paragraphs[number], analyses.get(number)
            shown = stretches(number, paragraph, analysis, accept)
            rubies = [] if is_bare else readings_of(paragraph, analysis)
            return [ruby for ruby in rubies if is_over(ruby.start, shown)]

        return Edition(
            article,
            self._page.blocks,
            replace(self._look, has_readings=not is_bare),
            readings,
            lambda number: analyses[number].words if number in analyses else (),
        )

    def set_english(self, english: Mapping[int, str], tentative: Sequence[Span] = ()) -> None:
        """Show these English texts, each below the paragraph of its number; ``tentative`` are spans of them
        that may belong to another sentence."""
        self._tentative_english = tentative
        super().set_english(english)
        self.viewport().update()

    def light(self, japanese: Sequence[Span] = (), english: Sequence[Span] = ()) -> None:
        """Light up what says the same in the other language: spans of the paragraphs, and of the English
        below them."""
        if (japanese, english) != (self._lit, self._lit_english):
            self._lit, self._lit_english = japanese, english
            self.viewport().update()

    # --- words --------------------------------------------------------------------------------------------

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

    def set_current_at(self, place: Place) -> None:
        """Make the word at a place of the text the current one, if there is one."""
        word = word_walk.word_at(self._analyses.get(place.paragraph), place.offset)
        if word is not None:
            self.set_current(WordAt(place.paragraph, word))

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

    def english_at(self, point: QPoint) -> Place | None:
        """The English below a paragraph at a point of the viewport: its paragraph, and the offset in it."""
        self._settle()
        if not len(self._page):
            return None
        at = self._to_page(QPointF(point))
        return self._page.english_at(at.x(), at.y())

    def rect_at(self, place: Place) -> QRect:
        """The box of a character in the viewport, as high as its line; empty at the end of a paragraph."""
        self._settle()
        rects = self._page.rects(place.paragraph, place.offset, place.offset + 1) if len(self._page) else []
        return self._to_viewport(rects[0]).toAlignedRect() if rects else QRect()

    def character_at(self, point: QPoint) -> Place | None:
        """The character at a point of the viewport."""
        self._settle()
        at = self._to_page(QPointF(point))
        return self._page.character_at(at.x(), at.y()) if len(self._page) else None

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

    def words_in_sight(self) -> list[Word]:
        """The words of which anything is on the screen."""
        first, last = self._visible_paragraphs
        screen = self.viewport().rect()
        return [
            word
            for paragraph in range(max(first, 0), last + 1)
            for word in self._analyses.get(paragraph, Analysis((), ())).words
            if screen.intersects(self.rect_of(WordAt(paragraph, word)))
        ]

    def read_otherwise(self, at: WordAt) -> WordAt | None:
        """Read a word of the text in its next other way; None if there is no other, or it is not there."""
        analysis = self._analyses.get(at.paragraph, Analysis((), ()))
        if not at.word.others or at.word not in analysis.words:
            return None
        word = other_reading.read_otherwise(at.word)
        words = tuple([word if each == at.word else each for each in analysis.words])
        self.set_analysis(at.paragraph, analysis._replace(words=words))
        changed = WordAt(at.paragraph, word)
        if self._hovered == at:
            self._set_hovered(changed)
        if self._current == at:
            self.set_current(changed)
        return changed

    def _looked_at(self) -> Place | None:
        return Place(self._current.paragraph, self._current.word.start) if self._current else None

    def _forget_words(self) -> None:
        self._lines.clear()
        self._furigana.clear()
        self._set_hovered(None)
        self.set_current(None)

    def _update_word(self, word: WordAt | None) -> None:
        """Paint the word's lines again, and nothing else."""
        if word is None:
            return
        for rect in self._page.rects(word.paragraph, word.word.start, word.word.end):
            self.viewport().update(self._to_viewport(rect.adjusted(-6, -2, 6, 2)).toAlignedRect())

    def _set_selection(self, selection: Selection) -> None:
        if selection == self._selection:
            return
        was_empty = self._selection.is_empty
        self._selection = selection
        if not (was_empty and selection.is_empty):
            self.viewport().update()
            self.selection_changed.emit()

    # --- focus ---------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is if it came with the keys; the current word shows it by its outline, too."""
        self._shows_focus = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        self.viewport().update()

    def _move_picture(self, pixels: int) -> None:
        super()._move_picture(pixels)
        if self._shows_focus:  # by a frame, which stays where it is
            self.viewport().update()

    # --- painting -----------------------------------------------------------------------------------------

    def _set_hovered(self, word: WordAt | None) -> None:
        if word == self._hovered:
            return
        self._update_word(self._hovered)
        self._hovered = word
        self._update_word(word)
        self.word_hovered.emit(word)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        to_screen = self._to_screen()
        to_page, _ = to_screen.inverted()
        page_painter = PagePainter(painter, self._page, self._colours)
        marks = self._marks()
        for rect in event.region():  # type: ignore[attr-defined]  # PySide's stubs do not know that it iterates
            painter.save()
            painter.setClipRect(rect)
            painter.fillRect(rect, self._colours.background)  # not smoothed: edges may halve pixels
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(to_screen, True)
            page_painter.paint(to_page.mapRect(QRectF(rect)), marks)
            painter.restore()
        if self._shows_focus:
            paint_focus_ring(painter, QRectF(self.viewport().rect()), self._colours.bar)

    def _marks(self) -> Marks:
        first, last = self._visible_paragraphs
        visible = range(max(first, 0), last + 1)
        self._furigana.keep(visible)
        self._lines.find(visible, self._analyses, self._status_of)
        return Marks(
            hovered=_span(self._hovered),
            current=_span(self._current),
            has_focus=self.hasFocus(),
            hits=self._hits,
            current_hit=self._current_hit,
            selection=self._selection.spans(self._article, first, last),
            underlined=self._lines.underlined,
            unsure=self._lines.unsure,
            readings=self._drawn_readings(range(first, last + 1)),
            lit=self._lit,
            lit_english=self._lit_english,
            tentative_english=self._tentative_english,
        )

    def _drawn_readings(self, paragraphs: range) -> dict[int, list[Stretch]] | None:
        if self._furigana.mode is FuriganaMode.ALL:
            return None
        drawn = {paragraph: self._stretches(paragraph) for paragraph in paragraphs if paragraph >= 0}
        if self._furigana.mode is not FuriganaMode.NONE:
            for at in (self._hovered, self._current):
                if at is not None and at.paragraph in drawn:
                    pointed_at = Stretch(at.word.start, at.word.end)
                    drawn[at.paragraph] = sorted({*drawn[at.paragraph], pointed_at})
        return drawn

    def _stretches(self, paragraph: int) -> list[Stretch]:
        """Where readings are drawn in a paragraph, whatever is pointed at."""
        return self._furigana.stretches(
            paragraph,
            self._article.paragraphs[paragraph],
            self._analyses.get(paragraph),
            self._status_of,
        )

    def _rubies_of(self, block: Block) -> list[WordRuby]:
        rubies = super()._rubies_of(block)
        if not self._furigana.leaves_out_room:
            return rubies
        shown = self._stretches(block.paragraph)
        return [ruby for ruby in rubies if is_over(ruby.start + block.start, shown)]


def _span(word: WordAt | None) -> Span | None:
    return Span(word.paragraph, word.word.start, word.word.end) if word else None
