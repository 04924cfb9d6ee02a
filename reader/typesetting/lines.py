"""Breaking a measured paragraph into lines, and placing every character and reading on them.

Positions run along two axes: the inline axis, along which characters follow each other (to the right in
horizontal writing, down in vertical writing), and the block axis, along which lines follow each other.
Fonts are not known here: widths and break opportunities come in as data.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple, overload

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


_ALLOWED, _MANDATORY = int(Break.ALLOWED), int(Break.MANDATORY)


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

    All of the reading, unless its base is wider than a whole line. The room from ``begin`` to ``extent`` is
    the reading's own; a short one leaves some of it white on both sides.
    """

    index: int
    start: int
    end: int
    inline: tuple[float, ...]
    begin: float
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


class _Group(NamedTuple):
    """A base with code points ``start`` to ``end`` of reading number ``ruby``, which reaches ``before`` and
    ``after`` its own room over the neighbours, but not at the beginning or end of a line.
    """

    before: float
    after: float
    ruby: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Units:
    """A text as what is never torn: graphemes, and bases with their readings.

    ``starts`` and ``before`` (the widths of all units before one, set inside a line) have one item more than
    there are units, ``groups`` only those units that have a reading. ``breaks`` is, by code point, how well
    a line may begin there, kinsoku included.
    """

    starts: list[int]
    before: list[float]
    groups: dict[int, _Group]
    breaks: bytearray

    def __len__(self) -> int:
        return len(self.before) - 1


@dataclass(frozen=True, slots=True)
class _Task:
    measured: Measured
    rubies: Sequence[MeasuredRuby]
    setting: Setting
    units: _Units


class Lines(Sequence[Line]):
    """The lines of a text. Where they break is known; what stands where is found when asked for."""

    def __init__(self, task: _Task, first_units: list[int]) -> None:
        self._task = task
        self._first_units = [*first_units, len(task.units)]
        self._placed: dict[int, Line] = {}
        self.starts = [task.units.starts[unit] for unit in first_units]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, number: int) -> Line: ...

    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...

    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, slice):
            return [self[index] for index in range(*number.indices(len(self)))]
        index = range(len(self))[number]
        if index not in self._placed:
            first, end = self._first_units[index : index + 2]
            self._placed[index] = _place(self._task, first, end, index * self._task.setting.pitch)
        return self._placed[index]


def typeset(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> Lines:
    """Set the text into lines; every code point stands on exactly one, in order.

    ``rubies`` are in order and do not overlap. A text without characters has no lines.
    """
    task = _Task(measured, rubies, setting, _units(measured, rubies, setting))
    first_units: list[int] = []
    unit = 0
    while unit < len(task.units):
        first_units.append(unit)
        unit = _end_of_line(task, unit)
    return Lines(task, first_units)


def typeset_balanced(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> Lines:
    """As ``typeset``, for titles: lines of nearly the same length, ending with a phrase at no more lines."""
    lines = typeset(measured, rubies, setting)
    if len(lines) < 2:
        return lines
    phrases = _with_breaks_at_phrases(measured)
    if len(in_phrases := typeset(phrases, rubies, setting)) == len(lines):
        lines, measured = in_phrases, phrases
    too_short, enough = setting.measure / 2, setting.measure
    while enough - too_short > setting.em / 4:
        measure = (too_short + enough) / 2
        narrower = typeset(measured, rubies, replace(setting, measure=measure))
        if len(narrower) == len(lines) and all(line.extent <= setting.measure for line in narrower):
            lines, enough = narrower, measure
        else:
            too_short = measure
    return lines


def _with_breaks_at_phrases(measured: Measured) -> Measured:
    text = measured.text
    breaks = [
        Break.INSIDE_WORD
        if opportunity == Break.ALLOWED
        and offset
        and not kinsoku.begins_phrase(text[offset - 1], text[offset])
        else opportunity
        for offset, opportunity in enumerate(measured.breaks)
    ]
    return replace(measured, breaks=breaks)


def _units(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> _Units:
    breaks = bytearray(measured.breaks)
    for offset in kinsoku.forbidden_starts(measured.text):
        if breaks[offset] != Break.MANDATORY:
            breaks[offset] = Break.NEVER
    starts: list[int] = []
    widths: list[float] = []
    groups: dict[int, _Group] = {}
    taken = {offset for ruby in rubies for offset in range(ruby.start, ruby.end)}
    done = 0
    for index, ruby in enumerate(rubies):
        _append_graphemes(starts, widths, measured, range(done, ruby.start))
        width = max(sum(measured.advances[ruby.start : ruby.end]), ruby.width)
        if width > setting.measure and ruby.end - ruby.start > 1:
            first = len(starts)
            _append_graphemes(starts, widths, measured, range(ruby.start, ruby.end))
            groups.update(_torn(ruby, index, first, widths))
        else:
            before, after = overhang(measured.text, measured.advances, ruby, setting.ruby_em, taken)
            groups[len(starts)] = _Group(before, after, index, 0, len(ruby.advances))
            starts.append(ruby.start)
            widths.append(width - before - after)
        done = ruby.end
    _append_graphemes(starts, widths, measured, range(done, len(measured.text)))
    starts.append(len(measured.text))
    return _Units(starts, list(accumulate(widths, initial=0.0)), groups, breaks)


def _append_graphemes(starts: list[int], widths: list[float], measured: Measured, offsets: range) -> None:
    advances, breaks = measured.advances, measured.breaks
    for offset in offsets:
        if breaks[offset] or offset == offsets.start:
            starts.append(offset)
            widths.append(advances[offset])
        else:
            widths[-1] += advances[offset]


def _torn(ruby: MeasuredRuby, index: int, first: int, widths: list[float]) -> Iterator[tuple[int, _Group]]:
    """The units from number ``first`` on are one base wider than the line, which must be broken after all:
    each takes its part of the reading, and is widened for it.
    """
    count = len(widths) - first
    for place in range(count):
        start = place * len(ruby.advances) // count
        end = (place + 1) * len(ruby.advances) // count
        if start < end:
            number = first + place
            widths[number] = max(widths[number], sum(ruby.advances[start:end]))
            yield number, _Group(0.0, 0.0, index, start, end)


def _end_of_line(task: _Task, first: int) -> int:
    """The number of the unit that begins the line after the one that unit number ``first`` begins."""
    units = task.units
    limit = task.setting.measure + _TOLERANCE
    number = _furthest(task, first, limit)
    best: dict[int, int] = {}
    while number > first:
        if _length(task, first, _last_visible(task, first, number)) <= limit:
            quality = _MANDATORY if number == len(units) else units.breaks[units.starts[number]]
            if quality >= _ALLOWED:
                return number
            best.setdefault(quality, number)
        number -= 1
    return best[max(best)] if best else first + 1


def _furthest(task: _Task, first: int, limit: float) -> int:
    """The last unit that might begin the next line: after what fits, signs that take no room at the end."""
    units, text = task.units, task.measured.text
    number = bisect_right(units.before, units.before[first] + limit, lo=first + 1) - 1
    signs = 1
    while number < len(units):
        if not text[units.starts[number]].isspace():
            signs -= 1
        if signs < 0:
            break
        number += 1
    for earlier in range(first + 1, number):
        if units.breaks[units.starts[earlier]] == _MANDATORY:
            return earlier
    return number


def _last_visible(task: _Task, first: int, end: int) -> int:
    """The last of the units ``first`` to ``end`` that is no space, or else the first."""
    last = end - 1
    while last > first and task.measured.text[task.units.starts[last]].isspace():
        last -= 1
    return last


def _length(task: _Task, first: int, last: int) -> float:
    """What the units ``first`` to ``last`` (included) take of the measure as one line."""
    units = task.units
    before = units.before[last] - units.before[first]
    if first in units.groups:
        before += units.groups[first].before
    reading_end = before
    if last > first and last - 1 in units.groups:
        reading_end += units.groups[last - 1].after
    return max(before + _width_at_end(task, last), reading_end)


def _width_at_end(task: _Task, number: int) -> float:
    """What a unit takes of the measure when it is the last on its line."""
    units = task.units
    width = units.before[number + 1] - units.before[number]
    if number in units.groups:
        width += units.groups[number].after
    last = task.measured.text[units.starts[number + 1] - 1]
    if task.setting.hang and kinsoku.hangs(last):
        return 0.0
    if kinsoku.is_half_empty_after(last) and width > 0.75 * task.setting.em:
        return width - task.setting.em / 2
    return width


def _place(task: _Task, first: int, end: int, block: float) -> Line:
    """The units ``first`` to ``end`` as a line."""
    units, advances = task.units, task.measured.advances
    last = _last_visible(task, first, end)
    is_full = end < len(units) and units.breaks[units.starts[end]] != _MANDATORY
    gap = _stretch(task, first, last) if is_full and task.setting.justify else 0.0
    inline: list[float] = []
    ends: list[float] = []
    placed: list[PlacedRuby] = []
    position = 0.0
    for number in range(first, end):
        start = units.starts[number]
        if gap and first < number <= last and units.breaks[start] == _ALLOWED:
            position += gap
        group = units.groups.get(number)
        if group is not None:
            before = group.before if number > first else 0.0
            after = group.after if number < last else 0.0
            base = range(start, units.starts[number + 1])
            reading = _place_reading(task, group, base, position - before)
            for begin, stop in _place_base(task.measured, base, reading, (position, reading.extent - after)):
                inline.append(begin)
                ends.append(stop)
            placed.append(reading)
            position = reading.extent - after
            continue
        for offset in range(start, units.starts[number + 1]):
            inline.append(position)
            if number <= last or not is_full:  # spaces at a line's end take no room
                position += advances[offset]
            ends.append(position)
    return Line(units.starts[first], units.starts[end], block, tuple(inline), tuple(ends), tuple(placed))


def _stretch(task: _Task, first: int, last: int) -> float:
    """The gap that makes the line as long as the measure; none where it would be seen as a hole."""
    left_over = task.setting.measure - _length(task, first, last)
    starts, breaks = task.units.starts, task.units.breaks
    gaps = sum(1 for number in range(first + 1, last + 1) if breaks[starts[number]] == _ALLOWED)
    if not gaps or not 0 < left_over <= gaps * _MOST_STRETCH * task.setting.em:
        return 0.0
    return left_over / gaps


def _place_base(
    measured: Measured, base: range, reading: PlacedRuby, room: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Where the box of each code point of the base begins and ends: in its room, centred on the reading."""
    runs = base_runs(measured.text, base.start, base.stop)
    widths = [sum(measured.advances[start:end]) for start, end in runs]
    centre = (reading.begin + reading.extent) / 2
    extent = 2 * min(centre - room[0], room[1] - centre)
    for (start, end), run_position in zip(runs, spread(widths, centre - extent / 2, extent), strict=True):
        begin = run_position
        for offset in range(start, end):
            yield begin, begin + measured.advances[offset]
            begin += measured.advances[offset]


def _place_reading(task: _Task, group: _Group, base: range, begin: float) -> PlacedRuby:
    widths = task.rubies[group.ruby].advances[group.start : group.end]
    extent = max(sum(task.measured.advances[base.start : base.stop]), sum(widths))
    positions = tuple(spread(widths, begin, extent))
    return PlacedRuby(group.ruby, group.start, group.end, positions, begin, begin + extent)
