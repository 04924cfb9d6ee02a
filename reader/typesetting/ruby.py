"""Where the characters of a reading and of its base stand when one is longer than the other.

The space left over goes between the characters in the proportion 1-2-1: a full share between two, half a
share before the first and after the last.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from reader.typesetting.kinsoku import may_be_overhung


@dataclass(frozen=True, slots=True)
class MeasuredRuby:
    """A reading over ``text[start:end]``: the width of each of its code points, in pixels."""

    start: int
    end: int
    advances: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of the reading set solid."""
        return sum(self.advances)


def spread(widths: Sequence[float], start: float, extent: float) -> list[float]:
    """Positions of boxes of these widths in ``start`` to ``start + extent``, what is left over shared 1-2-1.

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


def base_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a base that may be spaced apart: its characters; a number or Latin word is one part."""
    runs: list[tuple[int, int]] = []
    for offset in range(start, end):
        if runs and _joins(text[offset]) and _joins(text[offset - 1]):
            runs[-1] = (runs[-1][0], offset + 1)
        else:
            runs.append((offset, offset + 1))
    return runs


def _joins(character: str) -> bool:
    return character < "\u2e80" and not character.isspace()


def overhang(
    text: str, advances: Sequence[float], ruby: MeasuredRuby, ruby_em: float, taken: Container[int]
) -> tuple[float, float]:
    """How far the reading reaches over the character before its base, and over the one after.

    ``taken`` holds the offsets of all characters that carry a reading. At most half a ruby em and half the
    neighbour: two readings that share a neighbour cannot meet.
    """
    longer_by = ruby.width - sum(advances[ruby.start : ruby.end])

    def reach(neighbour: int) -> float:
        if not 0 <= neighbour < len(text) or neighbour in taken or not may_be_overhung(text[neighbour]):
            return 0.0
        return max(min(longer_by / 2, ruby_em / 2, advances[neighbour] / 2), 0.0)

    return reach(ruby.start - 1), reach(ruby.end)
