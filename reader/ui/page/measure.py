"""Measuring with Qt: the width of every code point, the glyphs to draw, and where lines may break.

A text is shaped once, whatever the width of the page; lines take their glyphs from it. Nearly all characters
of a Japanese article are one glyph of one fixed width, found in a table; only what is not (emoji, combining
marks, other scripts, characters that the font lacks) is left to Qt's own layout, as strings.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from reader.typesetting.kinsoku import is_tight
from reader.typesetting.measured import Break
from reader.ui.page.shaped import Shaped
from reader.ui.page.utf16 import code_points_by_unit

_ROUNDING = 0.1  # of a pixel
_LONGEST_STRING = 40  # graphemes
_MOST_STRING_WIDTHS = 4096
_LINE_ENDS = "\n\v\f\r\x85\u2028\u2029"
_AFTER_LINE_END = re.compile(f"(?<=[{_LINE_ENDS}]).", re.DOTALL)
_TAB_IN_SPACES = 4

# Characters that never join with others into one glyph, nor change their shape beside others.
_SIMPLE = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u218b\u2190-\u23ff\u2460-\u26ff"
    "\u3000-\u3029\u3030-\u3096\u309b-\u30ff\u31f0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uff01-\uff9d\uffe0-\uffee"
)
_SIMPLE_TEXT = re.compile(f"[{_SIMPLE}]*")
_CONNECTED = re.compile("[\u0590-\u109f\u1780-\u18af\ua840-\uabff\ufb1d-\ufdff\ufe70-\ufefc]")

# Classes of characters that fonts draw one em wide, with samples that tell: loading a glyph takes time.
_FULL_WIDTH = (
    (re.compile("[\u4e00-\u9fff\u3400-\u4dbf々〆]"), "国一鬱"),
    (re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe]"), "ありッー"),
    (re.compile("[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff5e]"), "。「！０"),
)
_COUNTER = re.compile("(?<=[0-9０-９])[\u4e00-\u9fff]")
_PUNCTUATION_PAIR = re.compile(r"[^\w\s](?=[^\w\s])")


class Measurer:
    """Shapes texts in one font, whose size is in pixels, and remembers what it measured."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.em = font.pixelSize()
        self._metrics = QFontMetricsF(font)
        self.raw_font = QRawFont.fromFont(font)
        self._known: dict[str, tuple[int, float]] = {}
        self._full_width = [pattern for pattern, samples in _FULL_WIDTH if self._are_full_width(samples)]
        self._string_widths: dict[str, float] = {}
        self.forms: dict[int, int] = {}
        """The usual glyphs of characters that were given another one, by that one."""

    def shape(self, text: str) -> Shaped:
        """Measure the text and find its glyphs."""
        self._learn(text)
        found = list(map(self._known.__getitem__, text))
        glyphs = array("I", [glyph for glyph, _ in found])
        advances = array("f", [advance for _, advance in found])
        strings: list[tuple[int, int]] = []
        if 0 in glyphs or not _SIMPLE_TEXT.fullmatch(text):
            for start, end in _graphemes(text):
                if end - start > 1 or not glyphs[start]:
                    self._measure_string(text, start, end, advances, strings)
                    glyphs[start:end] = array("I", bytes(4 * (end - start)))
        self._tighten(text, advances)
        return Shaped(text, advances, glyphs, tuple(strings), self.raw_font)

    def _learn(self, text: str) -> None:
        """Look up the glyphs and widths of characters not met before."""
        unknown = sorted(set(text).difference(self._known))
        simple = [character for character in unknown if _SIMPLE_TEXT.fullmatch(character)]
        self._known.update(dict.fromkeys(unknown, (0, 0.0)))
        if not simple:
            return
        glyphs = self.raw_font.glyphIndexesForString("".join(simple))
        for character, glyph in zip(simple, glyphs, strict=True):
            is_full_width = any(pattern.match(character) for pattern in self._full_width)
            self._known[character] = (glyph, float(self.em) if is_full_width else self.width_of(glyph))

    def _are_full_width(self, samples: str) -> bool:
        glyphs = self.raw_font.glyphIndexesForString(samples)
        return all(glyph and self.width_of(glyph) == self.em for glyph in glyphs)

    def width_of(self, glyph: int) -> float:
        """The width of one glyph."""
        return self._rounded(self.raw_font.advancesForGlyphIndexes([glyph])[0].x())

    def _rounded(self, width: float) -> float:
        """Fonts give 19.98 for an em of 20; but a line of 32 ems should hold 32 characters exactly."""
        return float(self.em) if abs(width - self.em) < _ROUNDING else width

    def _measure_string(
        self, text: str, start: int, end: int, advances: array[float], strings: list[tuple[int, int]]
    ) -> None:
        """Note that ``text[start:end]``, a grapheme, is drawn as a string, or as part of the one before it.

        Letters that connect belong into one string, but each should keep its own part of the width.
        """
        grapheme = text[start:end]
        if grapheme == "\t":
            advances[start] = _TAB_IN_SPACES * self._metrics.horizontalAdvance(" ")
            return
        if grapheme[0] in _LINE_ENDS:
            return
        first = start
        if strings and strings[-1][1] == start and _CONNECTED.match(grapheme):
            before = strings[-1][0]
            if _CONNECTED.match(text[before]) and start - before < _LONGEST_STRING:
                first = before
                strings.pop()
        strings.append((first, end))
        width = self._string_width(text[first:end]) - sum(advances[first:start])
        advances[start] = max(width, 0.0)
        for offset in range(start + 1, end):
            advances[offset] = 0.0

    def _string_width(self, string: str) -> float:
        width = self._string_widths.get(string)
        if width is None:
            if len(self._string_widths) >= _MOST_STRING_WIDTHS:
                self._string_widths.clear()
            width = self._rounded(self._metrics.horizontalAdvance(string))
            self._string_widths[string] = width
        return width

    def _tighten(self, text: str, advances: array[float]) -> None:
        """Set 。」 and 」「 with one white half between the signs instead of two."""
        for match in _PUNCTUATION_PAIR.finditer(text):
            here, after = match.start(), match.end()
            if advances[here] == advances[after] == self.em and is_tight(text[here], text[after]):
                advances[here] = self.em / 2


def line_breaks(text: str) -> bytearray:
    """The ``Break`` before each code point, from Unicode's rules for graphemes and for lines.

    Beyond these, a number is not parted from its counter (1時間).
    """
    if _SIMPLE_TEXT.fullmatch(text):
        breaks = bytearray([Break.INSIDE_WORD]) * len(text)
    else:
        breaks = bytearray(len(text))
        for start, _ in _graphemes(text):
            breaks[start] = Break.INSIDE_WORD
    never, allowed = int(Break.NEVER), int(Break.ALLOWED)
    for offset in _boundaries(QTextBoundaryFinder.BoundaryType.Line, text):
        if breaks[offset] != never:
            breaks[offset] = allowed
    for match in _AFTER_LINE_END.finditer(text):
        if breaks[match.start()] == allowed:
            breaks[match.start()] = Break.MANDATORY
    for match in _COUNTER.finditer(text):
        breaks[match.start()] = min(breaks[match.start()], Break.INSIDE_WORD)
    return breaks


def _graphemes(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _boundaries(QTextBoundaryFinder.BoundaryType.Grapheme, text):
        yield start, end
        start = end
    if text:
        yield start, len(text)


def _boundaries(kind: QTextBoundaryFinder.BoundaryType, text: str) -> list[int]:
    """The code points inside the text at which there is a boundary."""
    finder = QTextBoundaryFinder(kind, text)
    units = list(iter(finder.toNextBoundary, -1))
    if units and units[-1] == len(text):  # so all units are code points
        return units[:-1]
    offsets = code_points_by_unit(text)
    # Qt finds boundaries inside the surrogate pairs of unassigned code points.
    found = (offsets[unit] for unit in units if offsets[unit] != offsets[unit - 1])
    return [offset for offset in found if offset < len(text)]
