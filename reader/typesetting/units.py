"""A text as what is never torn, with the widths of these units inside a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reader.typesetting import kinsoku
from reader.typesetting.measured import Break, Measured, MeasuredRuby, Setting
from reader.typesetting.ruby import Cell, Room, base_runs, widening

_FIRST_JAPANESE = "\u2e80"
_OVERHANG = 0.5  # of a ruby em, over a neighbour without a reading
_GAP = 0.25  # of a ruby em, between the readings of two words


_Row = tuple[int, list[Cell]]  # the first unit of a compound, and its cells


class Part(NamedTuple):
    """Code points ``start`` to ``end`` of reading number ``ruby``: those that stand over one unit."""

    ruby: int
    start: int
    end: int


class Compound(NamedTuple):
    """The readings of one word over the units from ``first`` on, a cell for each; the room for them inside a
    line, and the white space that each run of the bases is given for them there.
    """

    first: int
    cells: tuple[Cell, ...]
    room: Room
    white: float

    @property
    def end(self) -> int:
        """The unit after the last one."""
        return self.first + len(self.cells)

    @property
    def extent(self) -> float:
        """How much room the bases take, with the white around them."""
        return sum([cell.base + cell.runs * self.white for cell in self.cells])


@dataclass(frozen=True, slots=True)
class Units:
    """A text as what is never torn: graphemes, and bases with their readings.

    ``starts`` and ``before`` (where a unit begins if all stand on one line) have one item more than there are
    units. ``widths`` are those inside a line, without the ``spaces`` before some units. ``parts`` and
    ``compounds`` hold, by number, only units that have a reading. ``breaks`` is, by code point, how well a
    line may begin there, kinsoku included. For a measure below ``narrowest`` bases must be torn, as some are
    if ``is_torn``.
    """

    starts: list[int]
    widths: list[float]
    before: list[float]
    spaces: dict[int, float]
    parts: dict[int, Part]
    compounds: dict[int, Compound]
    breaks: bytearray
    narrowest: float
    is_torn: bool

    def __len__(self) -> int:
        return len(self.widths)

    def extent(self, first: int, end: int) -> float:
        """How much of a line the units ``first`` to ``end`` take, set as inside it."""
        return self.before[end - 1] + self.widths[end - 1] - self.before[first]

    def fit(self, measure: float) -> bool:
        """Whether the text need not be taken apart anew for lines of this length."""
        return measure >= self.narrowest and not self.is_torn


def units_of(measured: Measured, rubies: Sequence[MeasuredRuby], setting: Setting) -> Units:
    """Take the text apart. ``rubies`` are in order and do not overlap."""
    starts: list[int] = []
    widths: list[float] = []
    parts: dict[int, Part] = {}
    rows: list[_Row] = []
    text = measured.text
    done, word, was_alone = 0, None, False
    narrowest, is_torn = 0.0, False
    for index, (start, end, advances, its_word) in enumerate(rubies):
        if start > done:
            _append_graphemes(starts, widths, measured, done, start)
        is_alone = text[start] < _FIRST_JAPANESE and _is_overlong(measured, rubies[index], setting.ruby_em)
        if start > done or its_word != word or is_alone or was_alone:
            rows.append((len(starts), []))
        cells, first = rows[-1][1], len(starts)
        if end - start == 1 and not measured.spaces:
            base = measured.advances[start]
        else:
            base = _width(measured, start, end, is_inside=bool(cells))
        reading = sum(advances)
        if end - start > 1:
            narrowest = max(narrowest, base, reading)
        if end - start > 1 and max(base, reading) > setting.measure:
            is_torn = True
            _append_graphemes(starts, widths, measured, start, end)
            for unit, part in enumerate(_torn(rubies[index], index, len(starts) - first), first):
                parts[unit] = part
                begin, following = starts[unit], starts[unit + 1] if unit + 1 < len(starts) else end
                width = _width(measured, begin, following, is_inside=bool(cells))
                cells.append(Cell(width, 1, sum(advances[part.start : part.end])))
        else:
            runs = 1 if end - start == 1 else len(base_runs(measured.text, measured.advances, start, end))
            parts[first] = Part(index, 0, len(advances))
            cells.append(Cell(base, runs, reading))
            starts.append(start)
            widths.append(base)
        done, word, was_alone = end, its_word, is_alone
    _append_graphemes(starts, widths, measured, done, len(measured.text))
    starts.append(len(measured.text))
    compounds: dict[int, Compound] = {}
    for compound in _compounds(rows, starts, measured, setting.ruby_em):
        for unit, cell in enumerate(compound.cells, compound.first):
            compounds[unit] = compound
            widths[unit] = cell.base + compound.white * cell.runs
    spaces = _spaces_between(starts, compounds, measured)
    before = _positions(widths, spaces)
    breaks = _with_kinsoku(measured)
    return Units(starts, widths, before, spaces, parts, compounds, breaks, narrowest, is_torn)


def _positions(widths: Sequence[float], spaces: Mapping[int, float]) -> list[float]:
    """Where each unit begins if all stand on one line, and where the last one ends."""
    steps = [0.0, *widths]
    for unit, space in spaces.items():
        steps[unit] += space
    return list(accumulate(steps))


def _is_overlong(measured: Measured, ruby: MeasuredRuby, ruby_em: float) -> bool:
    """Whether digits are so much narrower than their reading (341: さんびゃくよんじゅういち) that the white
    around them is theirs alone, and none is given to the counter behind them."""
    return sum(ruby.advances) - sum(measured.advances[ruby.start : ruby.end]) > 2 * ruby_em


def _with_kinsoku(measured: Measured) -> bytearray:
    breaks = bytearray(measured.breaks)
    for offset in kinsoku.forbidden_starts(measured.text):
        if breaks[offset] != Break.MANDATORY:
            breaks[offset] = Break.NEVER
    return breaks


def _width(measured: Measured, start: int, end: int, *, is_inside: bool) -> float:
    """How wide a base is with the white in it; the white before it is part of it inside a compound."""
    spaces = measured.spaces
    if end - start == 1:
        width = measured.advances[start]
        return width + spaces[start] if is_inside and start in spaces else width
    width = sum(measured.advances[start:end])
    for offset in range(start if is_inside else start + 1, end) if spaces else ():
        width += spaces.get(offset, 0.0)
    return width


def _spaces_between(
    starts: Sequence[int], compounds: Mapping[int, Compound], measured: Measured
) -> dict[int, float]:
    """The white before units, by number; that inside compounds is part of these."""
    spaces: dict[int, float] = {}
    for offset, space in measured.spaces.items():
        unit = bisect_left(starts, offset)
        compound = compounds.get(unit)
        if starts[unit] == offset and (compound is None or compound.first == unit):
            spaces[unit] = space
    return spaces


def _append_graphemes(
    starts: list[int], widths: list[float], measured: Measured, start: int, end: int
) -> None:
    advances, breaks = measured.advances, measured.breaks
    if Break.NEVER not in breaks[start + 1 : end]:
        starts.extend(range(start, end))
        widths.extend(advances[start:end])
        return
    for offset in range(start, end):
        if breaks[offset] or offset == start:
            starts.append(offset)
            widths.append(advances[offset])
        else:
            widths[-1] += advances[offset]


def _torn(ruby: MeasuredRuby, index: int, count: int) -> Iterator[Part]:
    """The reading shared out over the units of a base that must be broken, since the line is less wide."""
    for place in range(count):
        start = place * len(ruby.advances) // count
        end = (place + 1) * len(ruby.advances) // count
        yield Part(index, start, end)


def _compounds(
    rows: Sequence[_Row], starts: Sequence[int], measured: Measured, ruby_em: float
) -> Iterator[Compound]:
    """The room for the readings of each compound: over a neighbour that may be overhung, half a ruby em.

    Where two compounds meet, it is less than none: between their readings there is a gap, at the cost of the
    one that has white to give.
    """
    text, advances = measured.text, measured.advances
    befores: list[float] = []
    afters: list[float] = []
    spare_before = 0.0  # white that the compound before can do without
    last_end = 0
    for number, (first, row) in enumerate(rows):
        end, spare, before, after = first + len(row), 0.0, 0.0, 0.0
        for base, _, reading in row:
            spare += base - reading
        meets_next = number + 1 < len(rows) and rows[number + 1][0] == end
        if not meets_next and (neighbour := starts[end]) < len(text):
            after = _overhang(text[neighbour], advances[neighbour], ruby_em)
        if number and first == last_end:
            given, own = _share(_GAP * ruby_em, max(spare_before, 0.0), max(spare + after, 0.0))
            afters[-1] -= given
            before -= own
        elif first:
            neighbour = starts[first] - 1
            before = _overhang(text[neighbour], advances[neighbour], ruby_em)
        befores.append(before)
        afters.append(after)
        spare_before, last_end = spare + before, end
    for (first, row), before, after in zip(rows, befores, afters, strict=True):
        cells, room, white = tuple(row), Room(before, after), 0.0
        if before < 0 or after < 0 or any([reading > base for base, _, reading in row]):  # noqa: C419
            white = widening(cells, room, ruby_em)
        yield Compound(first, cells, room, white)


@lru_cache(maxsize=1024)
def _overhang(neighbour: str, advance: float, ruby_em: float) -> float:
    """How far a reading may reach over a neighbour without one; from both sides it leaves a gap."""
    if not kinsoku.may_be_overhung(neighbour):
        return 0.0
    return max(min(_OVERHANG * ruby_em, (advance - _GAP * ruby_em) / 2), 0.0)


def _share(gap: float, one: float, other: float) -> tuple[float, float]:
    """What each of two gives to the gap, half of it if both have as much; what none has, both owe."""
    from_one = min(max(gap / 2, gap - other), one)
    from_other = min(gap - from_one, other)
    owed = (gap - from_one - from_other) / 2
    return from_one + owed, from_other + owed
