"""A text whose glyphs are known, and what draws a stretch of it.

In vertical writing the page is turned a quarter clockwise as a whole, so that what lies in the line is drawn
as ever; what stands upright is drawn apart, turned back.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

ASCENT = 0.88  # of an em: how far a full-width cell rises above the baseline in Japanese fonts


class Drawn(NamedTuple):
    """What to draw for a stretch of text: glyphs, and strings at their positions on the baseline.

    ``upright`` is to be drawn turned back by a quarter, about the same origin.
    """

    glyphs: QGlyphRun
    strings: tuple[tuple[QPointF, str], ...]
    upright: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text, each code point's width in pixels and glyph (0: none), and the spans to draw as strings."""

    text: str
    advances: array[float]
    glyphs: array[int]
    strings: tuple[tuple[int, int], ...]
    raw_font: QRawFont

    def drawn(self, start: int, end: int, inline: Sequence[float]) -> Drawn:
        """What draws code points ``start`` to ``end`` with their origins at ``inline``, on the baseline 0."""
        indexes: list[int] = []
        positions: list[QPointF] = []
        for glyph, position in zip(self.glyphs[start:end], inline, strict=True):
            if glyph:
                indexes.append(glyph)
                positions.append(QPointF(position, 0.0))
        strings = (
            (QPointF(inline[first - start], 0.0), self.text[first:last])
            for first, last in self._strings(start, end)
        )
        return Drawn(self._run(indexes, positions), tuple(strings))

    def joined(self) -> Iterator[int]:
        """The code points that no line may begin with, because they share the cell of those before them."""
        return iter(())

    def cell_edges(self) -> set[int]:
        """Where several code points that share a cell begin and end."""
        return set()

    def _run(self, indexes: list[int], positions: list[QPointF]) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self.raw_font)
        run.setGlyphIndexes(indexes)
        run.setPositions(positions)
        return run

    def _strings(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of the strings that stand between ``start`` and ``end``."""
        number = bisect_left(self.strings, start, key=lambda span: span[1] - 1)
        for first, last in self.strings[number:]:
            if first >= end:
                break
            yield max(first, start), min(last, end)


@dataclass(frozen=True, slots=True)
class VerticalShaped(Shaped):
    """A text for vertical writing. ``across`` is where a glyph or string that stands upright begins, to the
    right of the line's baseline, in pixels; not a number for what lies turned. ``cells`` are the spans that
    share a cell, whose first code point has all of its height.
    """

    em: float
    across: array[float]
    cells: tuple[tuple[int, int], ...]

    def drawn(self, start: int, end: int, inline: Sequence[float]) -> Drawn:
        """What draws code points ``start`` to ``end``, as ``Shaped.drawn``."""
        lying: tuple[list[int], list[QPointF]] = ([], [])
        upright: tuple[list[int], list[QPointF]] = ([], [])
        for offset, position in enumerate(inline, start):
            if glyph := self.glyphs[offset]:
                indexes, positions = lying if isnan(self.across[offset]) else upright
                indexes.append(glyph)
                positions.append(self._origin(offset, position))
        lying_strings: list[tuple[QPointF, str]] = []
        upright_strings: list[tuple[QPointF, str]] = []
        for first, last in self._strings(start, end):
            strings = lying_strings if isnan(self.across[first]) else upright_strings
            strings.append((self._origin(first, inline[first - start]), self.text[first:last]))
        return Drawn(
            self._run(*lying), tuple(lying_strings), Drawn(self._run(*upright), tuple(upright_strings))
        )

    def joined(self) -> Iterator[int]:
        """The code points that no line may begin with, because they share the cell of those before them."""
        return (offset for start, end in self.cells for offset in range(start + 1, end))

    def cell_edges(self) -> set[int]:
        """Where several code points that share a cell begin and end."""
        return {offset for cell in self.cells for offset in cell}

    def _origin(self, offset: int, position: float) -> QPointF:
        across = self.across[offset]
        if isnan(across):
            return QPointF(position, 0.0)
        cell = position if self.advances[offset] else position - self.em  # a cell's second begins at its end
        return QPointF(across, cell + ASCENT * self.em)
