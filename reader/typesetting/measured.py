"""What comes into the typesetting: a text that was measured, its readings, and how lines are to be set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Break(IntEnum):
    """Whether a line may begin before a character, as the text's script has it; the higher, the better."""

    NEVER = 0  # inside a grapheme
    INSIDE_WORD = 1  # only where a word is wider than the line
    ALLOWED = 2
    MANDATORY = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """A text, the width of each code point (marks that join the one before have none), its line breaks.

    ``breaks[i]`` is the ``Break`` before code point ``i``. Kinsoku is not in it. ``spaces`` holds the widths
    of white that comes before some code points, but at the beginning of a line.
    """

    text: str
    advances: Sequence[float]
    breaks: Sequence[int]
    spaces: Mapping[int, float] = field(default_factory=dict)


class MeasuredRuby(NamedTuple):
    """A reading over ``text[start:end]``: the width of each of its code points, in pixels.

    Readings side by side with the same ``word`` number belong to one word, and are set as a whole.
    """

    start: int
    end: int
    advances: tuple[float, ...]
    word: int

    @property
    def width(self) -> float:
        """The width of the reading set solid."""
        return sum(self.advances)


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
