"""A scroll area that shows an article as a page, and keeps the reader's place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from reader.engine.protocol import PackedAnalysis
from reader.model import Analysis, Article, Direction, Place
from reader.ui.page.ahead import prepare_glyphs
from reader.ui.page.analyses import Analyses
from reader.ui.page.blocks import Block, WordRuby, blocks_of, rubies_of
from reader.ui.page.page import Page
from reader.ui.page.smooth_scroll import SmoothScroll
from reader.ui.page.typography import Look, Role, typography

_PLACE_DELAY = 250  # milliseconds between two reports of the place
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.5, 4.0
_NEARBY = 3  # screens: when scrolling further than this at once, heights may stay estimates
_AHEAD_DELAY, _AHEAD_SLICE = 30, 0.004  # milliseconds without a change; seconds at a time
_START = Place()


class PageView(QAbstractScrollArea):
    """Lays out what is in sight, and keeps the line at the top where it is on the screen whatever changes:
    readings that arrive, the width of the window, the zoom, the direction, the English in between.

    In vertical writing the page is turned by a quarter: what is said here of its top, of above and below, is
    then seen at the right, to the right and to the left; "depth" is how much of it the viewport shows.

    That line is the anchor: a place in the text and its distance from the top of the viewport. Where the page
    stands follows from it, and only scrolling chooses another one; but where the whole page is set anew, what
    the reader looks at becomes the anchor, so as to stay in sight. A change merely unsettles the page; it is
    settled once, before it is next painted or asked.

    Signals:
        visible_changed(int, int): the first and the last paragraph in sight.
        place_changed(Place): scrolled; comes at most four times a second.
        scrolled(): scrolled, by whatever; comes each time.
        direction_changed(): the lines run in the other direction.
    """

    visible_changed = Signal(int, int)
    place_changed = Signal(object)
    scrolled = Signal()
    direction_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # For a viewport that Qt makes itself, PySide searches all classes of widgets, which takes 30 ms.
        self.setViewport(QWidget())
        self._article = Article("", ())
        self._analyses = Analyses()
        self._english: Mapping[int, str] = {}
        self._look = Look()
        self._typography = typography(self._look)
        self._page = Page((), self._typography, self._column(), self._rubies_of)
        self._anchor = Place()
        self._anchor_y = 0
        self._top = 0  # of the viewport, on the page
        self._visible_blocks = range(0)
        self._visible_paragraphs = (-1, -1)
        self._is_settled = False
        self._settled_depth = 0
        self._is_moving_bar = False

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.horizontalScrollBar().setInvertedAppearance(True)  # vertical writing begins at the right
        self.horizontalScrollBar().setInvertedControls(True)
        self._show_scroll_bar()
        self._glide = SmoothScroll(self._scroll_by, self)
        self._settle_timer = single_shot(self, 0, self._settle)
        self._ahead_timer = single_shot(self, _AHEAD_DELAY, self._prepare_next_screen)
        self._visible_timer = single_shot(self, 0, self._report_visible)
        self._place_timer = single_shot(self, _PLACE_DELAY, self._report_place)

    def set_article(self, article: Article, place: Place = _START) -> None:
        """Show another article, with the line that holds ``place`` at the top, and no English."""
        self._article = article
        self._english = {}
        self._analyses.clear()
        self._visible_paragraphs = (-1, -1)
        self._glide.stop()
        self._anchor = place
        self._anchor_y = 0 if place != _START else round(self._typography.top)
        self._rebuild()

    def set_analysis(self, paragraph: int, analysis: Analysis | PackedAnalysis) -> None:
        """Give the words of a paragraph: it is set anew, with their readings."""
        self._analyses.put(paragraph, analysis)
        self._page.invalidate(paragraph)
        first, last = self._visible_paragraphs
        if first <= paragraph <= last:
            self._unsettle()

    def article(self) -> Article:
        """The article that is shown."""
        return self._article

    def analysis(self, paragraph: int) -> Analysis | None:
        """The words of a paragraph, if they were given."""
        return self._analyses.get(paragraph)

    def analyses(self) -> Mapping[int, Analysis]:
        """The words of all paragraphs that were given, by paragraph."""
        return self._analyses

    def clear_analyses(self) -> None:
        """Forget all words, because they will be analysed in another way."""
        for paragraph in self._analyses:
            self._page.invalidate(paragraph)
        self._analyses.clear()
        self._visible_paragraphs = (-1, -1)
        self._unsettle()

    def set_zoom(self, factor: float) -> None:
        """Set all text larger or smaller; 1 is the usual size."""
        self._set_look(zoom=min(max(factor, _SMALLEST_ZOOM), _LARGEST_ZOOM))

    def zoom(self) -> float:
        """The zoom factor."""
        return self._look.zoom

    def set_direction(self, direction: Direction) -> None:
        """Write horizontally or vertically; the line at the top becomes the one at the right edge."""
        if direction is self._look.direction:
            return
        self._settle()
        self._glide.stop()
        self._anchor_y = min(self._anchor_y, round(self._typography.top))
        self._set_look(direction=direction)
        self._show_scroll_bar()
        self.direction_changed.emit()

    def direction(self) -> Direction:
        """How the lines run."""
        return self._look.direction

    def set_small_kana(self, has_small_kana: bool) -> None:
        """Set small kana in readings small, or as large as the others."""
        self._set_look(has_small_kana=has_small_kana)

    def scroll_bar(self) -> QScrollBar:
        """The scroll bar that moves from line to line; its value grows as the text goes on."""
        is_vertical = self._look.direction is Direction.VERTICAL
        return self.horizontalScrollBar() if is_vertical else self.verticalScrollBar()

    def set_fonts(self, japanese: str, english: str) -> None:
        """Choose the font families; an empty name leaves the choice to us."""
        self._set_look(japanese=japanese, english=english)

    def set_spacing(self, line_spacing: float, line_length: int) -> None:
        """Choose the distance of lines, as a factor, and how many characters a line has at most."""
        self._set_look(line_spacing=line_spacing, line_length=line_length)

    def set_english(self, english: Mapping[int, str]) -> None:
        """Show these English texts, each below the paragraph of its number."""
        if english != self._english:
            self._english = dict(english)
            self._rebuild()

    def place(self) -> Place:
        """The beginning of the line at the top of the viewport."""
        self._settle()
        return self._page.place_at(self._top) if len(self._page) else Place()

    def place_at(self, share: float) -> Place | None:
        """The beginning of the line at this share of the viewport, 0 at its top; none without a text."""
        self._settle()
        return self._page.place_at(self._top + share * self._depth()) if len(self._page) else None

    def english_font(self) -> QFont:
        """The font of the English below the paragraphs."""
        return self._typography.styles[Role.ENGLISH].base.font

    # --- for the view that builds on this ----------------------------------------------------------

    def _to_page(self, point: QPointF) -> QPointF:
        inverted, _ = self._to_screen().inverted()
        return inverted.map(point)

    def _to_viewport(self, rect: QRectF) -> QRectF:
        return self._to_screen().mapRect(rect)

    def _to_screen(self) -> QTransform:
        """From the page's coordinates to the viewport's."""
        left = round((self._breadth() - self._page.column) / 2)
        if self._look.direction is Direction.VERTICAL:
            return QTransform(0, 1, -1, 0, self.viewport().width() + self._top, left)
        return QTransform.fromTranslate(left, -self._top)

    def _depth(self) -> int:
        """How far the viewport reaches in the direction in which lines follow each other."""
        viewport = self.viewport()
        return viewport.width() if self._look.direction is Direction.VERTICAL else viewport.height()

    def _breadth(self) -> int:
        """How far it reaches along the lines."""
        viewport = self.viewport()
        return viewport.height() if self._look.direction is Direction.VERTICAL else viewport.width()

    def _bring_into_sight(self, paragraph: int, start: int, end: int) -> None:
        """Scroll as little as shows the span with some space; from far away, put it into the middle."""
        self._settle()
        height = self._depth()
        rects = self._page.rects(paragraph, start, end)
        if not rects:
            return
        top, bottom = round(rects[0].top()), round(rects[-1].bottom())
        space = min(round(rects[0].height()), max(height - (bottom - top), 0) // 2)
        if top - space < self._top:
            distance = top - space - self._top
        elif bottom + space > self._top + height:
            distance = bottom + space - height - self._top
        else:
            return
        if abs(distance) > height:
            self._anchor, self._anchor_y = Place(paragraph, start), height // 3
            self._unsettle()
            self._settle()
        else:
            self._scroll_by(distance)

    def _scroll_by(self, pixels: int) -> None:
        self._settle()
        page = self._page
        if not len(page):
            return
        if abs(pixels) <= _NEARBY * self._depth():
            # What comes into sight above must have its true height before we go there.
            number = page.block_at(self._top)
            while number > 0 and page.top(number) > self._top + pixels:
                number -= 1
                before = page.extent(number)
                page.layout(number)
                self._top += round(page.extent(number) - before)
        seen = None
        if abs(pixels) < self._depth():
            seen = self._anchor, self._anchor_y
        else:
            self.viewport().update()
        self._move_to(self._top + pixels)
        self._is_settled = False
        self._settle(seen)
        self.scrolled.emit()
        if not self._place_timer.isActive():
            self._place_timer.start()

    def _unsettle(self) -> None:
        """Something has changed: lay out and paint again, soon."""
        self._is_settled = False
        self._settle_timer.start()
        self.viewport().update()

    def _settle(self, seen: tuple[Place, int] | None = None) -> None:
        """Lay out what is in sight of the anchor, and set the scroll bar to it.

        ``seen`` is the anchor before where only that is new: what stays in sight is moved, not painted again.
        """
        if self._is_settled:
            return
        self._is_settled = True
        self._settled_depth = self._depth()
        self._settle_timer.stop()
        if len(self._page):
            self._lay_out_around_anchor()
            limited = min(max(self._top, 0), self._furthest())
            if limited != self._top:
                self._move_to(limited)
                self._lay_out_around_anchor()
            self._page.trim(self._visible_blocks)
            if seen is not None:
                place, before = seen
                self._move_picture(round(self._page.line_top(place)) - self._top - before)
        else:
            self._top, self._visible_blocks = 0, range(0)
        self._move_bar()
        self._note_visible()
        self._ahead_timer.start(_AHEAD_DELAY)

    def _move_picture(self, pixels: int) -> None:
        """Move what is in sight so far down the viewport; only what comes into sight is painted.

        Where our pixels are no whole ones of the screen, all is: parts of pixels would be left behind.
        """
        if not self.viewport().devicePixelRatioF().is_integer():
            self.viewport().update()
        elif self._look.direction is Direction.VERTICAL:
            self.viewport().scroll(-pixels, 0)
        else:
            self.viewport().scroll(0, pixels)

    def _prepare_next_screen(self) -> None:
        if not self._is_settled or not len(self._page):
            return  # it is prepared once the page is settled
        bottom = self._top + self._depth()
        pixels = self.viewport().devicePixelRatioF()
        to_device = self._to_screen() * QTransform.fromScale(pixels, pixels)
        if prepare_glyphs(self._page, bottom, bottom + self._depth(), _AHEAD_SLICE, to_device):
            self._move_bar()
        else:
            self._ahead_timer.start(0)

    # --- inside ------------------------------------------------------------------------------------

    def _column(self) -> float:
        return self._typography.column(self._breadth())

    def _show_scroll_bar(self) -> None:
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        is_vertical = self._look.direction is Direction.VERTICAL
        self.setHorizontalScrollBarPolicy(on if is_vertical else off)
        self.setVerticalScrollBarPolicy(off if is_vertical else on)

    def _set_look(self, **fields: Any) -> None:
        """Set everything anew with these fields of the ``Look`` changed; the place stays."""
        look = replace(self._look, **fields)
        if look != self._look:
            self._look = look
            self._typography = typography(look)
            self._set_blocks(self._page.blocks)

    def _rubies_of(self, block: Block) -> list[WordRuby]:
        """The readings that have room over a block."""
        paragraph = self._article.paragraphs[block.paragraph]
        return rubies_of(block, paragraph, self._analyses.get(block.paragraph))

    def _rebuild(self) -> None:
        self._set_blocks(blocks_of(self._article, self._english))

    def _looked_at(self) -> Place | None:
        """What the reader looks at, if that is known; for the view that builds on this."""
        return None

    def _hold(self) -> None:
        """Take what the reader looks at as the anchor if it is in sight: the page will be set anew."""
        place = self._looked_at()
        if place is None or not self._is_settled or not len(self._page):
            return
        distance = round(self._page.line_top(place)) - self._top
        if 0 <= distance < self._settled_depth:
            self._anchor, self._anchor_y = place, distance

    def _set_blocks(self, blocks: Sequence[Block]) -> None:
        self._hold()
        self._page = Page(blocks, self._typography, self._column(), self._rubies_of)
        self._unsettle()

    def _lay_out_around_anchor(self) -> None:
        page, height = self._page, self._depth()
        lowest = height - 2 * round(self._typography.styles[Role.BODY].pitch)
        self._anchor_y = min(self._anchor_y, max(lowest, 0))
        anchor = page.block_of(self._anchor.paragraph, self._anchor.offset)
        page.layout(anchor)
        first = anchor
        while True:
            self._top = round(page.line_top(self._anchor)) - self._anchor_y
            if first == 0 or page.top(first) <= self._top:
                break
            first -= 1
            page.layout(first)
        last = anchor
        while last < len(page) and page.top(last) < self._top + height:
            page.layout(last)
            last += 1
        self._visible_blocks = range(min(max(first, page.block_at(self._top)), last - 1), last)

    def _furthest(self) -> int:
        return max(ceil(self._page.height) - self._depth(), 0)

    def _move_to(self, top: int) -> None:
        """Take the line at ``top`` as the anchor."""
        top = min(max(top, 0), self._furthest())
        number = self._page.block_at(top)
        block = self._page.blocks[number]
        if block.role is Role.ENGLISH:
            # English has no place of its own in the article: hold on to the end of the text before it.
            self._anchor = Place(block.paragraph, len(self._article.paragraphs[block.paragraph].text))
        else:
            self._anchor = self._page.place_at(top)
        self._anchor_y = round(self._page.line_top(self._anchor)) - top
        self._top = top

    def _move_bar(self) -> None:
        bar, height = self.scroll_bar(), self._depth()
        self._is_moving_bar = True
        bar.setPageStep(height)
        bar.setSingleStep(round(self._typography.styles[Role.BODY].pitch))
        bar.setRange(0, self._furthest() if len(self._page) else 0)
        bar.setEnabled(bar.maximum() > 0)  # an empty one, where all is in sight
        bar.setValue(self._top)
        self._is_moving_bar = False

    def _note_visible(self) -> None:
        if self._visible_blocks:
            blocks = self._page.blocks
            first, last = blocks[self._visible_blocks[0]], blocks[self._visible_blocks[-1]]
            if (first.paragraph, last.paragraph) != self._visible_paragraphs:
                self._visible_paragraphs = (first.paragraph, last.paragraph)
                self._visible_timer.start()

    def _report_visible(self) -> None:
        if self._visible_paragraphs[0] >= 0:
            self.visible_changed.emit(*self._visible_paragraphs)

    def _report_place(self) -> None:
        self.place_changed.emit(self.place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hold()
        self._page.set_column(self._column())
        self._unsettle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._is_moving_bar:
            self._scroll_by(self.scroll_bar().value() - self._top)


def single_shot(parent: QObject, interval: int, call: Callable[[], None]) -> QTimer:
    """A timer that calls once after ``interval`` milliseconds, each time it is started."""
    timer = QTimer(parent, interval=interval, singleShot=True)
    timer.timeout.connect(call)
    return timer
