"""Where the readings of a compound stand over its characters, and how far they space these apart.

A compound is a row of cells, each a base (one kanji, or what has one reading as a whole) and its reading. Its
readings keep their order and stand as near as they can to the middle of their own base. A long one reaches
over its neighbours in the compound as far as their readings leave room, and into the room that there is
before and after the compound. Only where that does not do is white space added around the characters, to
all of them the same. (The jukugo-ruby of JIS X 4051 and of the W3C's Requirements for Japanese Text Layout.)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple


class Cell(NamedTuple):
    """The widths of a base and of its reading; ``runs`` counts the parts of the base that may be spaced."""

    base: float
    runs: int
    reading: float


class Room(NamedTuple):
    """How far the readings may reach out of a compound on either side; if negative, what is to stay free."""

    before: float
    after: float


def spread(widths: Sequence[float], start: float, extent: float) -> list[float]:
    """Positions of boxes of these widths in ``start`` to ``start + extent``, what is left over shared 1-2-1:
    a full share between two, half a share before the first and after the last.

    A box without width (a combining mark) takes no share. Boxes wider than the extent together stand solid,
    centred on it.
    """
    takers = sum(1 for width in widths if width > 0)
    left_over = extent - sum(widths)
    if left_over < 0 or not takers:
        share, position = 0.0, start + left_over / 2
    else:
        share = left_over / takers
        position = start + share / 2
    positions: list[float] = []
    for width in widths:
        # A mark without width belongs to the box before it, not to the gap after that.
        positions.append(position if width > 0 or not positions else position - share)
        if width > 0:
            position += width + share
    return positions


def base_runs(text: str, advances: Sequence[float], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a base that may be spaced apart: its characters; a Latin word or a number is one part."""
    runs: list[tuple[int, int]] = []
    for offset in range(start, end):
        is_joined = not advances[offset] or _are_joined(text[offset - 1], text[offset])
        if runs and is_joined:
            runs[-1] = (runs[-1][0], offset + 1)
        else:
            runs.append((offset, offset + 1))
    return runs


def _are_joined(before: str, after: str) -> bool:
    return before < "\u2e80" and after < "\u2e80" and not before.isspace() and not after.isspace()


@lru_cache(maxsize=4096)
def widening(cells: tuple[Cell, ...], room: Room, ruby_em: float) -> float:
    """The white space that each run of the compound needs, half of it on either side, for its readings."""
    starts = list(accumulate((cell.base for cell in cells), initial=0.0))
    runs = list(accumulate((cell.runs for cell in cells), initial=0))
    lowest = [start - _reach(cell, ruby_em) for start, cell in zip(starts, cells, strict=False)]
    highest = [end + _reach(cell, ruby_em) for end, cell in zip(starts[1:], cells, strict=True)]
    lowest[0], highest[-1] = -room.before, starts[-1] + room.after
    needed = 0.0
    for first in range(len(cells)):
        readings = 0.0
        for last in range(first, len(cells)):
            # All that is between the bounds of two cells must hold the readings from the one to the other.
            readings += cells[last].reading
            lacking = readings - (highest[last] - lowest[first])
            needed = max(needed, lacking / (runs[last + 1] - runs[first]))
    return needed


def base_spacing(cells: Sequence[Cell], room: Room, white: float) -> tuple[float, float]:
    """How far the first base is indented and how much white each run has then, when each was given ``white``.

    Of a single base, which stands centred below its reading even where that may reach out on one side only.
    """
    if len(cells) > 1 or not white:
        return 0.0, white
    whole = white * cells[0].runs
    spaced = max(whole - abs(room.after - room.before), 0.0)
    return whole - spaced if room.after > room.before else 0.0, spaced / cells[0].runs


def place_readings(
    cells: Sequence[Cell],
    boxes: Sequence[tuple[float, float]],
    limits: tuple[float, float],
    white: float,
    ruby_em: float,
) -> list[tuple[float, float]]:
    """Where each reading begins and ends when the bases stand in these ``boxes``, their runs in ``white``.

    No reading leaves the ``limits``. Over a base of several runs a short reading is as wide as its base, if
    its neighbours allow it; over a single character it stands solid.
    """
    begins = [(begin + end - cell.reading) / 2 for (begin, end), cell in zip(boxes, cells, strict=True)]
    if _are_crowded(begins, cells, limits):
        begins = _made_room(
            begins, cells, boxes, limits, [_reach(cell, ruby_em) + white / 2 for cell in cells]
        )
    placed: list[tuple[float, float]] = []
    reached = limits[0]
    for cell, box, begin, following in zip(cells, boxes, begins, [*begins[1:], limits[1]], strict=True):
        end, growth = begin + cell.reading, 0.0
        if cell.runs > 1 and cell.reading < cell.base:
            growth = max(min(begin - max(box[0], reached), min(box[1], following) - end), 0.0)
        reached = end + growth
        placed.append((begin - growth, reached))
    return placed


def _are_crowded(begins: Sequence[float], cells: Sequence[Cell], limits: tuple[float, float]) -> bool:
    reached = limits[0]
    for begin, cell in zip(begins, cells, strict=True):
        if begin < reached:
            return True
        reached = begin + cell.reading
    return reached > limits[1]


def _made_room(
    begins: Sequence[float],
    cells: Sequence[Cell],
    boxes: Sequence[tuple[float, float]],
    limits: tuple[float, float],
    reaches: Sequence[float],
) -> list[float]:
    """Where readings that would begin there stand when they make room for each other, inside the limits and
    not further from their own boxes than these reaches.
    """
    # Without their own widths, readings that follow each other are positions that do not decrease.
    offsets = list(accumulate((cell.reading for cell in cells[:-1]), initial=0.0))
    wanted = [begin - offset for begin, offset in zip(begins, offsets, strict=True)]
    lowest = [box[0] - reach for box, reach in zip(boxes, reaches, strict=True)]
    highest = [box[1] + reach - cell.reading for box, reach, cell in zip(boxes, reaches, cells, strict=True)]
    lowest[0], highest[-1] = limits[0], limits[1] - cells[-1].reading
    low = accumulate((place - offset for place, offset in zip(lowest, offsets, strict=True)), max)
    high = [place - offset for place, offset in zip(highest, offsets, strict=True)]
    high = list(accumulate(reversed(high), min))[::-1]
    return [
        min(max(position, least), most) + offset
        for position, least, most, offset in zip(_in_order(wanted), low, high, offsets, strict=True)
    ]


def _in_order(wanted: Sequence[float]) -> list[float]:
    """Positions that do not decrease, as near as can be to those wanted: those that push each other stand
    together, at their mean.
    """
    pools: list[tuple[float, int]] = []
    for position in wanted:
        mean, count = position, 1
        while pools and pools[-1][0] > mean:
            earlier, number = pools.pop()
            mean = (earlier * number + mean * count) / (number + count)
            count += number
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def _reach(cell: Cell, ruby_em: float) -> float:
    """How far a reading reaches over a neighbour in its compound: its middle stays above its own base."""
    return min(cell.reading / 2, ruby_em)
