"""A page: blocks of text set below each other in one column, laid out only where somebody looks.

Coordinates are pixels from the page's own top left corner. A page is always set as for horizontal writing;
vertical writing turns it by a quarter, clockwise, so that its top becomes the right edge. Offsets are code
points of a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from reader.kana import with_large_kana
from reader.model import Place
from reader.typesetting.lines import Lines, typeset, typeset_again, typeset_balanced
from reader.typesetting.measured import Break, Measured, MeasuredRuby
from reader.typesetting.spacing import QUARTER, script_boundaries
from reader.typesetting.stack import Stack
from reader.ui.page.blocks import Block, WordRuby
from reader.ui.page.furigana import Stretch, is_over
from reader.ui.page.measure import line_breaks
from reader.ui.page.shaped import Drawn, Shaped
from reader.ui.page.typography import Role, Style, Typography

_MOST_CHARACTERS = 5_000  # of which layouts are kept, some 600 bytes for each; a screen has 1,000 to 2,000
_FULLNESS = 0.97  # of a line, for estimates
_LATIN_WIDTH = 0.5  # of an em, for estimates


@dataclass(frozen=True, slots=True)
class Span:
    """The code points ``start`` to ``end`` of a paragraph."""

    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class Layout:
    """A block that is laid out. What is drawn is made when it is first painted: ``drawn`` and
    ``drawn_readings`` by line, ``drawn_single`` by line and number of the reading on it.
    """

    block: Block
    style: Style
    shaped: Shaped
    readings: Shaped | None
    reading_starts: list[int]
    rubies: list[WordRuby]
    lines: Lines
    drawn: dict[int, Drawn] = field(default_factory=dict)
    drawn_readings: dict[int, Drawn] = field(default_factory=dict)
    drawn_single: dict[tuple[int, int], Drawn] = field(default_factory=dict)

    @property
    def extent(self) -> float:
        """The height of the block with the space around it."""
        after = self.style.space_after if self.block.is_last_part else 0.0
        return self.style.space_before + max(len(self.lines), 1) * self.style.pitch + after

    def line_of(self, offset: int) -> int:
        """The number of the line that holds the offset (into the paragraph); the nearest for others."""
        local = offset - self.block.start
        return max(bisect_right(self.lines.starts, local) - 1, 0)

    def line_at(self, y: float) -> int:
        """The number of the line nearest to ``y``, counted from the block's top."""
        number = int((y - self.style.space_before) // self.style.pitch)
        return min(max(number, 0), max(len(self.lines) - 1, 0))

    def line_top(self, number: int) -> float:
        """Where a line begins, counted from the block's top."""
        return self.style.space_before + number * self.style.pitch

    def draw_line(self, number: int) -> Drawn:
        """What draws the base text of a line."""
        if number not in self.drawn:
            line = self.lines[number]
            self.drawn[number] = self.shaped.drawn(line.start, line.end, line.inline)
        return self.drawn[number]

    def draw_readings(self, number: int) -> Drawn | None:
        """What draws all readings of a line."""
        line = self.lines[number]
        if not line.rubies or self.readings is None:
            return None
        if number not in self.drawn_readings:
            start = self.reading_starts[line.rubies[0].index] + line.rubies[0].start
            end = self.reading_starts[line.rubies[-1].index] + line.rubies[-1].end
            inline = [position for ruby in line.rubies for position in ruby.inline]
            self.drawn_readings[number] = self.readings.drawn(start, end, inline)
        return self.drawn_readings[number]

    def draw_readings_over(self, number: int, stretches: Sequence[Stretch]) -> Iterator[Drawn]:
        """What draws those readings of a line that begin in one of the stretches, which are in order."""
        if self.readings is None:
            return
        for place, placed in enumerate(self.lines[number].rubies):
            start = self.block.start + self.rubies[placed.index].start
            if not is_over(start, stretches):
                continue
            if (number, place) not in self.drawn_single:
                first = self.reading_starts[placed.index]
                drawn = self.readings.drawn(first + placed.start, first + placed.end, placed.inline)
                self.drawn_single[number, place] = drawn
            yield self.drawn_single[number, place]

    def box(self, number: int, start: int, end: int) -> tuple[float, float]:
        """Where ``start`` to ``end`` of the paragraph begin and end on a line that holds some of it."""
        line = self.lines[number]
        first = max(start - self.block.start, line.start) - line.start
        last = min(end - self.block.start, line.end) - line.start
        return line.inline[first] + self.style.indent, line.ends[last - 1] + self.style.indent


class Page:
    """The blocks of an article in a column; remembers the layouts of those last asked for.

    ``rubies_of`` gives a block's readings; ``invalidate`` says that they have changed.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        typography: Typography,
        column: float,
        rubies_of: Callable[[Block], list[WordRuby]],
    ) -> None:
        self.blocks = blocks
        self.typography = typography
        self.column = column
        self._rubies_of = rubies_of
        self._layouts: OrderedDict[int, Layout] = OrderedDict()
        self._characters = 0
        self._outdated: dict[int, Layout] = {}  # of other widths
        self._paragraph_starts = [block.paragraph for block in blocks]
        self._stack = Stack(self._estimates())

    def __len__(self) -> int:
        return len(self.blocks)

    @property
    def height(self) -> float:
        """The height of everything, as far as it is known, with the white above and below."""
        return self.typography.top + self._stack.before(len(self.blocks)) + self.typography.bottom

    def set_column(self, column: float) -> None:
        """Set everything anew in a column of another width."""
        if column == self.column:
            return
        self.column = column
        self._outdated = {**self._outdated, **self._layouts}  # what is out of sight may come back, too
        spare = sum(layout.block.length for layout in self._outdated.values()) - _MOST_CHARACTERS
        while spare > 0 and len(self._outdated) > len(self._layouts):
            spare -= self._outdated.pop(next(iter(self._outdated))).block.length
        self._layouts.clear()
        self._characters = 0
        self._stack = Stack(self._estimates())

    def top(self, number: int) -> float:
        """Where a block begins; exact if all blocks above it are laid out, else estimated."""
        return self.typography.top + self._stack.before(number)

    def extent(self, number: int) -> float:
        """The height of a block, estimated if it is not laid out."""
        return self._stack[number]

    def block_at(self, y: float) -> int:
        """The block nearest to ``y``. The page may not be empty."""
        return self._stack.at(y - self.typography.top)

    def block_of(self, paragraph: int, offset: int) -> int:
        """The block that holds the offset of a paragraph; the nearest one for others."""
        first = bisect_left(self._paragraph_starts, paragraph)
        after = bisect_right(self._paragraph_starts, paragraph)
        chosen = min(first, len(self.blocks) - 1)
        for number in range(first, after):
            block = self.blocks[number]
            if block.role is not Role.ENGLISH and block.start <= offset:
                chosen = number
        return chosen

    def parts(self, places: Iterable[Place], depth: float) -> set[float]:
        """How far down the page the places are, from 0 to 1, one for places that are hardly apart.

        A page is taken to be at least as high as what shows it, which is ``depth``.
        """
        found: set[float] = set()
        height = max(self.height, depth)
        for paragraph, offset in places if len(self.blocks) else ():
            number = self.block_of(paragraph, offset)
            block = self.blocks[number]
            inside = (offset - block.start) / max(block.length, 1) * self.extent(number)
            found.add(round((self.top(number) + inside) / height, 3))
        return found

    def blocks_of(self, paragraph: int) -> range:
        """The numbers of all blocks of a paragraph, its English included."""
        return range(
            bisect_left(self._paragraph_starts, paragraph), bisect_right(self._paragraph_starts, paragraph)
        )

    def invalidate(self, paragraph: int) -> None:
        """Forget the layouts of a paragraph, because its readings have changed. Its height is kept so far."""
        for number in self.blocks_of(paragraph):
            self._forget(number)

    def layout(self, number: int) -> Layout:
        """The layout of a block, made now if need be; the height of the page changes with it."""
        layout = self._layouts.get(number)
        if layout is None:
            layout = self._lay_out_again(number) or self._lay_out(self.blocks[number])
            self._layouts[number] = layout
            self._characters += layout.block.length
            self._stack[number] = layout.extent
        self._layouts.move_to_end(number)
        return layout

    def trim(self, keep: range) -> None:
        """Forget the layouts that were not asked for lately, but not those of the blocks ``keep``."""
        for number in list(self._layouts):
            if self._characters <= _MOST_CHARACTERS:
                return
            if number not in keep:
                self._forget(number)

    def place_at(self, y: float) -> Place:
        """The beginning of the line nearest to ``y``."""
        number = self.block_at(y)
        layout = self.layout(number)
        line = layout.line_at(y - self.top(number))
        start = layout.lines[line].start if layout.lines else 0
        return Place(layout.block.paragraph, layout.block.start + start)

    def line_top(self, place: Place) -> float:
        """Where the line that holds the place begins."""
        number = self.block_of(place.paragraph, place.offset)
        layout = self.layout(number)
        return self.top(number) + layout.line_top(layout.line_of(place.offset))

    def position_at(self, x: float, y: float) -> Place:
        """The place between two characters that is nearest to a point (for selecting)."""
        number, line_number, layout = self._line_at(y)
        if layout.block.role is Role.ENGLISH or not layout.lines:
            return Place(layout.block.paragraph, layout.block.end)
        line = layout.lines[line_number]
        offset = line.start
        for begin, end in zip(line.inline, line.ends, strict=True):
            if x < (begin + end) / 2:
                break
            offset += 1
        return Place(self.blocks[number].paragraph, layout.block.start + min(offset, line.end))

    def caret(self, place: Place, *, is_after: bool) -> QPointF:
        """The middle of the caret at a place between two characters: behind the first one if ``is_after``, or
        else before the second, which may stand on the next line.
        """
        held = place.offset - 1 if is_after and place.offset else place.offset
        number = self.block_of(place.paragraph, held)
        layout = self.layout(number)
        line = layout.line_of(held)
        y = self.top(number) + layout.line_top(line) + layout.style.pitch / 2
        if not layout.lines:
            return QPointF(layout.style.indent, y)
        last = min(held, layout.block.end - 1)
        left, right = layout.box(line, last, last + 1)
        return QPointF(right if last < place.offset else left, y)

    def line_span_at(self, y: float) -> Span | None:
        """The text on the line at ``y``; none above the first and below the last line."""
        if not self.typography.top <= y < self.height - self.typography.bottom:
            return None
        _, line_number, layout = self._line_at(y)
        if layout.block.role is Role.ENGLISH or not layout.lines:
            return Span(layout.block.paragraph, layout.block.end, layout.block.end)
        line, start = layout.lines[line_number], layout.block.start
        return Span(layout.block.paragraph, start + line.start, start + line.end)

    def character_at(self, x: float, y: float) -> Place | None:
        """The character whose box, widened to the next one's, holds the point; none beside the text."""
        number, line_number, layout = self._line_at(y)
        within = y - self.top(number) - layout.style.space_before
        if layout.block.role is Role.ENGLISH or not 0 <= within < len(layout.lines) * layout.style.pitch:
            return None
        line = layout.lines[line_number]
        index = bisect_right(line.inline, x) - 1
        if index < 0 or x > line.extent:
            return None
        return Place(layout.block.paragraph, layout.block.start + line.start + index)

    def english_at(self, x: float, y: float) -> Place | None:
        """The character of the English below a paragraph that is at a point: its offset in that text."""
        number, line_number, layout = self._line_at(y)
        within = y - self.top(number) - layout.style.space_before
        if layout.block.role is not Role.ENGLISH or not 0 <= within < len(layout.lines) * layout.style.pitch:
            return None
        line = layout.lines[line_number]
        index = bisect_right(line.inline, x - layout.style.indent) - 1
        if index < 0 or x - layout.style.indent > line.extent:
            return None
        return Place(layout.block.paragraph, layout.block.start + line.start + index)

    def rects(self, paragraph: int, start: int, end: int) -> list[QRectF]:
        """The boxes of ``start`` to ``end`` of a paragraph, one for each line, as high as a line."""
        found = []
        for number in self.blocks_of(paragraph):
            block = self.blocks[number]
            if block.role is Role.ENGLISH or block.end <= start or end <= block.start:
                continue
            layout = self.layout(number)
            first = layout.line_of(max(start, block.start))
            for line in range(first, layout.line_of(min(end, block.end) - 1) + 1):
                left, right = layout.box(line, start, end)
                top = self.top(number) + layout.line_top(line)
                found.append(QRectF(left, top, right - left, layout.style.pitch))
        return found

    def _line_at(self, y: float) -> tuple[int, int, Layout]:
        number = self.block_at(y)
        layout = self.layout(number)
        return number, layout.line_at(y - self.top(number)), layout

    def _forget(self, number: int) -> None:
        self._outdated.pop(number, None)
        layout = self._layouts.pop(number, None)
        if layout is not None:
            self._characters -= layout.block.length

    def _estimates(self) -> list[float]:
        """The heights of all blocks, judged by the lengths of their texts alone."""
        heights = {role: self._estimate(style, role) for role, style in self.typography.styles.items()}
        return [
            (ceil(block.length / per_line) or 1) * pitch + around
            for block in self.blocks
            for per_line, pitch, around in (heights[block.role],)
        ]

    def _estimate(self, style: Style, role: Role) -> tuple[float, float, float]:
        """How many characters there may be to a line, the pitch, and the space around a block."""
        width = style.base.em * (_LATIN_WIDTH if role in {Role.ENGLISH, Role.BYLINE} else 1.0)
        per_line = style.setting(self.column).measure * _FULLNESS / width
        return per_line, style.pitch, style.space_before + style.space_after

    def _lay_out_again(self, number: int) -> Layout | None:
        """A block that was laid out when the column had another width."""
        before = self._outdated.pop(number, None)
        if before is None or before.style.is_balanced:
            return None
        lines = typeset_again(before.lines, before.style.setting(self.column).measure)
        return replace(before, lines=lines, drawn={}, drawn_readings={}, drawn_single={})

    def _spaces(self, text: str, style: Style, shaped: Shaped) -> dict[int, float]:
        """The white between Japanese and Western characters, by what it comes before."""
        if not style.is_spaced:
            return {}
        edges = shaped.cell_edges()
        return {offset: QUARTER * style.base.em for offset in script_boundaries(text) if offset not in edges}

    def _lay_out(self, block: Block) -> Layout:
        style = self.typography.styles[block.role]
        rubies = self._rubies_of(block) if style.ruby else []
        starts: list[int] = []
        joined = ""
        for ruby in rubies:
            starts.append(len(joined))
            joined += ruby.text
        if not self.typography.has_small_kana:
            joined = with_large_kana(joined)
        readings = style.ruby.shape(joined) if style.ruby and rubies else None
        widths = readings.advances if readings else ()
        measured_rubies = [
            MeasuredRuby(start, end, tuple(widths[first : first + len(text)]), word)
            for (start, end, text, word), first in zip(rubies, starts, strict=True)
        ]
        text = block.text
        shaped = style.base.shape(text)
        breaks = line_breaks(text)
        for offset in shaped.joined():
            breaks[offset] = Break.NEVER
        spaces = self._spaces(text, style, shaped)
        measured = Measured(text, shaped.advances, breaks, spaces)
        set_lines = typeset_balanced if style.is_balanced else typeset
        lines = set_lines(measured, measured_rubies, style.setting(self.column))
        return Layout(block, style, shaped, readings, starts, rubies, lines)
