"""Cutting a long column of lines into pieces that fit on sheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_TOLERANCE = 0.01  # sums of heights are not exact


class Piece(NamedTuple):
    """A part of the column, from the top of its first line to the bottom of its last one."""

    top: float
    bottom: float


def pieces(lines: Iterable[tuple[float, float]], depth: float) -> list[Piece]:
    """The pieces of at most ``depth``, of lines from the first to the second number each, in order.

    The space between two pieces belongs to neither. A line that is higher has a piece of its own.
    """
    found: list[Piece] = []
    for top, bottom in lines:
        if found and bottom - found[-1].top <= depth + _TOLERANCE:
            found[-1] = Piece(found[-1].top, bottom)
        else:
            found.append(Piece(top, bottom))
    return found
