"""Breaking a measured paragraph into lines, and placing every character and reading on them.

Positions run along two axes: the inline axis, along which characters follow each other (to the right in
horizontal writing, down in vertical writing), and the block axis, along which lines follow each other.
Fonts are not known here: widths and break opportunities come in as data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from reader.typesetting import kinsoku
from reader.typesetting.ruby import MeasuredRuby, base_runs, overhang, spread

_TOLERANCE = 0.01  # sums of widths are not exact
_MOST_STRETCH = 0.15  # of an em, between two characters of a justified line


class Break(IntEnum):
    """Whether a line may begin before a character, as the text's script has it; the higher, the better."""

    NEVER = 0  # inside a grapheme
    INSIDE_WORD = 1  # only where a word is wider than the line
    ALLOWED = 2
    MANDATORY = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """A text, the width of each code point (marks that join the one before have none), its line breaks.

    ``breaks[i]`` is the ``Break`` before code point ``i``. Kinsoku is not in it.
    """

    text: str
    advances: Sequence[float]
    breaks: Sequence[int]


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set, in pixels: ``measure`` is their length, ``pitch`` the distance from one to the next.

    ``justify`` stretches full lines to the measure by a little between characters; ``hang`` lets 、 and 。
    stand in the margin after a full line.
    """

    measure: float
    em: float
    ruby_em: float
    pitch: float
    justify: bool = True
    hang: bool = True


@dataclass(frozen=True, slots=True)
class PlacedRuby:
    """Code points ``start`` to ``end`` of reading number ``index``, with their positions on the inline axis.

    All of the reading, unless its base is wider than a whole line. ``extent`` is where the last one ends.
    """

    index: int
    start: int
    end: int
    inline: tuple[float, ...]
    extent: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: code points ``start`` to ``end``, its place on the block axis, and theirs on the inline axis.

    ``ends`` holds where each code point's own box ends; space to the next one's beginning belongs to nobody.
    """

    start: int
    end: int
    block: float
    inline: tuple[float, ...]
    ends: tuple[float, ...]
    rubies: tuple[PlacedRuby, ...]

    @property
    def extent(self) -> float:
        """Where the line's last character or reading ends, the space after it not counted in."""
        return max((*self.ends, *(ruby.extent for ruby in self.rubies)), default=0.0)


class _Rank(IntEnum):
    """How good a place is to begin a line."""

    AGAINST_KINSOKU = 0
    INSIDE_WORD = 1
    ALLOWED = 2
    MANDATORY = 3


class _Unit(NamedTuple):
    """What is never torn: a grapheme, or a base with its reading.

    ``width`` counts inside a line, ``edge`` at its beginning or end, where a reading may not reach out.
    """

    start: int
    end: int
    width: float
    edge: float
    rank: _Rank
    is_space: bool
    ruby: tuple[int, int, int] | None  # its number, and which of its code points


@dataclass(frozen=True, slots=True)
class _Task:
    measured: Measured
    rubies: Sequence[MeasuredRuby]
    setting: Setting


def typeset(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> list[Line]:
    """Set the text into lines; every code point stands on exactly one, in order.

    ``rubies`` are in order and do not overlap. A text without characters has no lines.
    """
    task = _Task(measured, rubies, setting)
    units = _units(task)
    lines: list[Line] = []
    first = 0
    while first < len(units):
        last = _end_of_line(task, units, first)
        is_full = last < len(units) and units[last].rank is not _Rank.MANDATORY
        lines.append(_place(task, units[first:last], len(lines) * setting.pitch, is_full))
        first = last
    return lines


def typeset_balanced(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> list[Line]:
    """As ``typeset``, with lines of nearly the same length, for titles: none ends on a lonely character."""
    lines = typeset(measured, rubies, setting)
    if len(lines) < 2:
        return lines
    too_short, enough = setting.measure / 2, setting.measure
    while enough - too_short > setting.em / 4:
        measure = (too_short + enough) / 2
        narrower = typeset(measured, rubies, replace(setting, measure=measure))
        if len(narrower) == len(lines) and all(line.extent <= setting.measure for line in narrower):
            lines, enough = narrower, measure
        else:
            too_short = measure
    return lines


def _units(task: _Task) -> list[_Unit]:
    measured, setting = task.measured, task.setting
    units: list[_Unit] = []
    taken = {offset for ruby in task.rubies for offset in range(ruby.start, ruby.end)}
    done = 0
    for number, ruby in enumerate(task.rubies):
        _append_graphemes(units, measured, done, ruby.start)
        edge = max(sum(measured.advances[ruby.start : ruby.end]), ruby.width)
        if edge > setting.measure and ruby.end - ruby.start > 1:
            _append_torn(units, measured, number, ruby)
        else:
            reach = overhang(measured.text, measured.advances, ruby, setting.ruby_em, taken)
            units.append(
                _Unit(
                    start=ruby.start,
                    end=ruby.end,
                    width=edge - 2 * reach,
                    edge=edge,
                    rank=_rank(measured, ruby.start),
                    is_space=False,
                    ruby=(number, 0, len(ruby.advances)),
                )
            )
        done = ruby.end
    _append_graphemes(units, measured, done, len(measured.text))
    return units


def _append_graphemes(units: list[_Unit], measured: Measured, start: int, end: int) -> None:
    text, advances, breaks = measured.text, measured.advances, measured.breaks
    offset = start
    while offset < end:
        width = advances[offset]
        following = offset + 1
        while following < end and not breaks[following]:
            width += advances[following]
            following += 1
        rank = _rank(measured, offset)
        units.append(_Unit(offset, following, width, width, rank, text[offset].isspace(), None))
        offset = following


def _append_torn(units: list[_Unit], measured: Measured, number: int, ruby: MeasuredRuby) -> None:
    """A base wider than the line must be broken after all: each grapheme takes its part of the reading."""
    graphemes: list[_Unit] = []
    _append_graphemes(graphemes, measured, ruby.start, ruby.end)
    for place, unit in enumerate(graphemes):
        first = place * len(ruby.advances) // len(graphemes)
        last = (place + 1) * len(ruby.advances) // len(graphemes)
        edge = max(unit.width, sum(ruby.advances[first:last]))
        part = (number, first, last) if last > first else None
        units.append(unit._replace(width=edge, edge=edge, ruby=part))


def _rank(measured: Measured, offset: int) -> _Rank:
    opportunity = measured.breaks[offset]
    if opportunity == Break.MANDATORY:
        return _Rank.MANDATORY
    if offset == 0 or not kinsoku.may_begin_line(measured.text[offset - 1], measured.text[offset]):
        return _Rank.AGAINST_KINSOKU
    return _Rank.ALLOWED if opportunity == Break.ALLOWED else _Rank.INSIDE_WORD


def _end_of_line(task: _Task, units: list[_Unit], first: int) -> int:
    """The number of the unit that begins the line after the one that ``units[first]`` begins."""
    limit = task.setting.measure + _TOLERANCE
    best: dict[_Rank, int] = {}
    width = fitted = 0.0  # of all units so far, and of what of them must stand inside the line
    reading_end = 0.0  # a reading that reaches over a hanging 。 must stand inside, too
    for number in range(first, len(units)):
        unit = units[number]
        if number > first:
            if fitted <= limit:
                best[unit.rank] = number
                if unit.rank is _Rank.MANDATORY:
                    return number
            elif width > limit:
                break
        if not unit.is_space:
            fitted = max(width + _width_at_end(task, unit), reading_end)
        width += unit.edge if number == first else unit.width
        reading_end = width + (unit.edge - unit.width) / 2
    else:
        if fitted <= limit:
            return len(units)
    return best[max(best)] if best else first + 1


def _width_at_end(task: _Task, unit: _Unit) -> float:
    """What a unit takes of the measure when it is the last on its line."""
    last = task.measured.text[unit.end - 1]
    if task.setting.hang and kinsoku.hangs(last):
        return 0.0
    if kinsoku.is_half_empty_after(last) and unit.width > 0.75 * task.setting.em:
        return unit.edge - task.setting.em / 2
    return unit.edge


def _place(task: _Task, units: list[_Unit], block: float, is_full: bool) -> Line:
    visible = len(units)
    while visible > 1 and units[visible - 1].is_space:
        visible -= 1
    widths = [unit.width for unit in units]
    widths[0] = units[0].edge
    widths[visible - 1] = units[visible - 1].edge
    if is_full:
        widths[visible:] = [0.0] * (len(units) - visible)  # spaces at a line's end take no room
    gap = _stretch(task, units[:visible], widths) if task.setting.justify and is_full else 0.0
    inline: list[float] = []
    ends: list[float] = []
    placed: list[PlacedRuby] = []
    position = 0.0
    for number, (unit, width) in enumerate(zip(units, widths, strict=True)):
        if 0 < number < visible and unit.rank is _Rank.ALLOWED:
            position += gap
        for begin, end in _place_base(task, unit, position, width):
            inline.append(begin)
            ends.append(end)
        if unit.ruby is not None:
            placed.append(_place_reading(task, unit, unit.ruby, position + width / 2))
        position += width
    return Line(units[0].start, units[-1].end, block, tuple(inline), tuple(ends), tuple(placed))


def _stretch(task: _Task, units: list[_Unit], widths: list[float]) -> float:
    """The gap that makes the line as long as the measure; none where it would be seen as a hole."""
    gaps = sum(1 for unit in units[1:] if unit.rank is _Rank.ALLOWED)
    last = len(units) - 1
    before = sum(widths[:last])
    reading_end = before + (units[last - 1].edge - widths[last - 1]) / 2 if last else 0.0
    left_over = task.setting.measure - max(before + _width_at_end(task, units[last]), reading_end)
    if not gaps or not 0 < left_over <= gaps * _MOST_STRETCH * task.setting.em:
        return 0.0
    return left_over / gaps


def _place_base(task: _Task, unit: _Unit, position: float, width: float) -> Iterator[tuple[float, float]]:
    """Where the box of each code point of the unit begins and ends."""
    text, advances = task.measured.text, task.measured.advances
    if unit.end - unit.start == 1 and unit.ruby is None:
        yield position, position + width
        return
    runs = base_runs(text, unit.start, unit.end) if unit.ruby else [(unit.start, unit.end)]
    run_widths = [sum(advances[start:end]) for start, end in runs]
    for (start, end), run_position in zip(runs, spread(run_widths, position, width), strict=True):
        begin = run_position
        for offset in range(start, end):
            yield begin, begin + advances[offset]
            begin += advances[offset]


def _place_reading(task: _Task, unit: _Unit, part: tuple[int, int, int], centre: float) -> PlacedRuby:
    index, start, end = part
    widths = task.rubies[index].advances[start:end]
    extent = max(sum(task.measured.advances[unit.start : unit.end]), sum(widths))
    begin = centre - extent / 2
    return PlacedRuby(index, start, end, tuple(spread(widths, begin, extent)), begin + extent)
