"""Breaking a measured paragraph into lines, and placing every character and reading on them.

Positions run along two axes: the inline axis, along which characters follow each other (to the right in
horizontal writing, down in vertical writing), and the block axis, along which lines follow each other.
Fonts are not known here: widths and break opportunities come in as data.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from reader.typesetting import kinsoku
from reader.typesetting.measured import Break, Measured, MeasuredRuby, Setting
from reader.typesetting.ruby import Room, base_runs, base_spacing, place_readings, spread, widening
from reader.typesetting.units import Compound, Units, units_of

_TOLERANCE = 0.01  # sums of widths are not exact
_MOST_STRETCH = 0.25  # of an em, between two characters of a justified line: no more than beside Latin words
_ALLOWED, _MANDATORY = int(Break.ALLOWED), int(Break.MANDATORY)

_Boxes = list[tuple[float, float]]  # where code points begin and end


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


@dataclass(frozen=True, slots=True)
class _Task:
    measured: Measured
    rubies: Sequence[MeasuredRuby]
    setting: Setting
    units: Units


class Lines(Sequence[Line]):
    """The lines of a text. Where they break is known; what stands where is found when asked for."""

    def __init__(self, task: _Task, first_units: list[int]) -> None:
        self.task = task
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
            self._placed[index] = _place(self.task, first, end, index * self.task.setting.pitch)
        return self._placed[index]


def typeset(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> Lines:
    """Set the text into lines; every code point stands on exactly one, in order.

    ``rubies`` are in order and do not overlap. A text without characters has no lines.
    """
    return _broken(_Task(measured, rubies, setting, units_of(measured, rubies, setting)))


def typeset_again(lines: Lines, measure: float) -> Lines:
    """What ``typeset`` gave, for lines of another length; quicker than to begin from the text."""
    task = lines.task
    setting = replace(task.setting, measure=measure)
    units = task.units if task.units.fit(measure) else units_of(task.measured, task.rubies, setting)
    return _broken(replace(task, setting=setting, units=units))


def _broken(task: _Task) -> Lines:
    setting = task.setting
    first_units: list[int] = []
    unit = 0
    while unit < len(task.units):
        first_units.append(unit)
        unit = _end_of_line(task, unit)
    if setting.justify and len(first_units) > 1:
        first_units[-1] = _beginning_of_last(task, *first_units[-2:])
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


def _beginning_of_last(task: _Task, before: int, last: int) -> int:
    """Where the last line better begins than at unit ``last``, if only one character stands there: the line
    from unit ``before`` on gives it another, where stretching makes up for that.
    """
    units, text = task.units, task.measured.text
    if units.breaks[units.starts[last]] != _ALLOWED:
        return last
    alone = [
        sign
        for sign in text[units.starts[last] :]
        if not (kinsoku.is_half_empty_after(sign) or sign.isspace())
    ]
    if len(alone) > 1:
        return last
    for earlier in range(last - 1, before, -1):
        if units.breaks[units.starts[earlier]] == _ALLOWED:
            is_full = _stretch(task, before, _last_visible(task, before, earlier)) > 0
            return earlier if is_full else last
    return last


def _furthest(task: _Task, first: int, limit: float) -> int:
    """The last unit that might begin the next line: after what fits, signs that take no room at the end."""
    units, text = task.units, task.measured.text
    beginning = units.compounds.get(first)
    if beginning is not None:
        limit += beginning.white * sum(
            cell.runs for cell in beginning.cells
        )  # which need not be there when its first units are on the line before
    if units.spaces:
        limit += task.setting.em  # more than the white before the next unit
    number = bisect_right(units.before, units.before[first] + limit, lo=first + 1) - 1
    ending = units.compounds.get(number)
    if ending is not None and ending.white:
        number = ending.end  # alone, its first units may be less wide
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


def _part(task: _Task, compound: Compound, first: int, last: int) -> Compound:
    """What stands of the compound on the line with the units ``first`` to ``last``, set for itself."""
    begin, end = max(compound.first, first), min(compound.end, last + 1)
    # Nothing reaches out of the line, nor into the other part.
    room = Room(compound.room.before if begin > first else 0.0, compound.room.after if end <= last else 0.0)
    cells = compound.cells[begin - compound.first : end - compound.first]
    if begin > compound.first and (space := task.measured.spaces.get(task.units.starts[begin])):
        cells = (cells[0]._replace(base=cells[0].base - space), *cells[1:])
    if room == compound.room and len(cells) == len(compound.cells):
        return compound
    return Compound(begin, cells, room, widening(cells, room, task.setting.ruby_em))


def _length(task: _Task, first: int, last: int) -> float:
    """What the units ``first`` to ``last`` (included) take of the measure as one line."""
    units = task.units
    length = units.extent(first, last + 1)
    at_start, at_end = units.compounds.get(first), units.compounds.get(last)
    if at_start is not None:
        part = _part(task, at_start, first, last)
        length += part.extent - units.extent(part.first, part.end)
    if at_end is not None and at_end is not at_start:
        part = _part(task, at_end, first, last)
        length += part.extent - units.extent(part.first, part.end)
    trimmed = _trimmed_at_end(task, last)
    if trimmed and last > first and last - 1 in units.compounds:
        length_before = length - units.widths[last]
        part = _part(task, units.compounds[last - 1], first, last)
        return max(length - trimmed, length_before + _overhang_after(task, part))
    return length - trimmed


def _overhang_after(task: _Task, part: Compound) -> float:
    """How far the last reading reaches over what follows the part."""
    boxes, end = _place_bases(task, part, 0.0, 0.0)
    return max([ruby.extent for ruby in _place_readings(task, part, boxes, 0.0, end)], default=end) - end


def _trimmed_at_end(task: _Task, number: int) -> float:
    """How much of a unit's width does not count when it is the last on its line."""
    units = task.units
    width = units.widths[number]
    last = task.measured.text[units.starts[number + 1] - 1]
    if task.setting.hang and kinsoku.hangs(last):
        return width
    if kinsoku.is_half_empty_after(last) and width > 0.75 * task.setting.em:
        return task.setting.em / 2
    return 0.0


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
    number = first
    while number < end:
        start = units.starts[number]
        if number > first:
            if gap and number <= last and units.breaks[start] == _ALLOWED:
                position += gap
            position += units.spaces.get(number, 0.0)
        compound = units.compounds.get(number)
        if compound is not None:
            part = _part(task, compound, first, last)
            begin = position
            boxes, position = _place_bases(task, part, begin, gap)
            inline.extend([box_begin for base in boxes for box_begin, _ in base])
            ends.extend([box_end for base in boxes for _, box_end in base])
            placed.extend(_place_readings(task, part, boxes, begin, position))
            number = part.end
            continue
        for offset in range(start, units.starts[number + 1]):
            inline.append(position)
            if number <= last or not is_full:  # spaces at a line's end take no room
                position += advances[offset]
            ends.append(position)
        number += 1
    return Line(units.starts[first], units.starts[end], block, tuple(inline), tuple(ends), tuple(placed))


def _stretch(task: _Task, first: int, last: int) -> float:
    """The gap that makes the line as long as the measure; none where it would be seen as a hole."""
    left_over = task.setting.measure - _length(task, first, last)
    starts, breaks = task.units.starts, task.units.breaks
    gaps = sum(1 for number in range(first + 1, last + 1) if breaks[starts[number]] == _ALLOWED)
    if not gaps or not 0 < left_over <= gaps * _MOST_STRETCH * task.setting.em:
        return 0.0
    return left_over / gaps


def _place_bases(task: _Task, part: Compound, begin: float, gap: float) -> tuple[list[_Boxes], float]:
    """The boxes of the code points of each base, from ``begin`` on, and where the part ends."""
    units, measured = task.units, task.measured
    indent, white = base_spacing(part.cells, part.room, part.white)
    bases: list[_Boxes] = []
    position = begin + indent
    for number in range(part.first, part.end):
        start, end = units.starts[number], units.starts[number + 1]
        if gap and number > part.first and units.breaks[start] == _ALLOWED:
            position += gap
        boxes: _Boxes = []
        for run_start, run_end in base_runs(measured.text, measured.advances, start, end):
            position += white / 2
            for offset, advance in enumerate(measured.advances[run_start:run_end], run_start):
                if measured.spaces and offset > units.starts[part.first]:
                    position += measured.spaces.get(offset, 0.0)
                boxes.append((position, position + advance))
                position += advance
            position += white / 2
        bases.append(boxes)
    return bases, begin + part.extent if len(bases) == 1 else position


def _place_readings(
    task: _Task, part: Compound, bases: list[_Boxes], begin: float, end: float
) -> Iterator[PlacedRuby]:
    """The readings over these bases of a part from ``begin`` to ``end``."""
    boxes = [(base[0][0], base[-1][1]) for base in bases]
    limits = (begin - part.room.before, end + part.room.after)
    places = place_readings(part.cells, boxes, limits, part.white, task.setting.ruby_em)
    for unit, (inline, extent) in enumerate(places, part.first):
        index, first, last = task.units.parts[unit]
        widths = task.rubies[index].advances[first:last]
        if widths:  # of a base that is broken, some characters may have no part of the reading
            yield PlacedRuby(index, first, last, tuple(spread(widths, inline, extent - inline)), extent)
