"""Measuring for vertical writing: which glyphs stand upright, and how much of the line each takes."""

from __future__ import annotations

from array import array
from math import isnan, nan
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextLayout

from reader.typesetting.vertical import Stance, combined, stance
from reader.ui.page.measure import Measurer
from reader.ui.page.shaped import ASCENT, VerticalShaped


class _Standing(NamedTuple):
    """A character's glyph, and where that begins across the line; not a number if it lies turned."""

    glyph: int
    across: float


class VerticalMeasurer(Measurer):
    """Shapes texts for vertical writing in one font, whose size is in pixels."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self._form_font = QFont(font)
        self._form_font.setFeature(QFont.Tag("vert"), 1)
        self._standing: dict[str, _Standing] = {}

    def shape(self, text: str) -> VerticalShaped:
        """Measure the text and find its glyphs, those with a form of their own for vertical writing."""
        flat = super().shape(text)
        glyphs, advances = flat.glyphs, flat.advances
        for character in set(text).difference(self._standing):
            self._standing[character] = self._stand(character, self._known[character][0])
        standing = [self._standing[character] for character in text]
        across = array("f", [begin for _, begin in standing])
        for offset, (form, begin) in enumerate(standing):
            if glyphs[offset]:
                glyphs[offset] = form
                if not isnan(begin) and advances[offset] != self.em / 2:  # set tight
                    advances[offset] = self.em
        for start, end in flat.strings:
            if not isnan(across[start]):
                across[start] = self._centred(sum(advances[start:end]))
                advances[start] = self.em
        cells = tuple(span for span in combined(text) if all(glyphs[span[0] : span[1]]))
        for start, end in cells:
            widths = advances[start:end]
            position = self._centred(sum(widths))
            for offset in range(start, end):
                across[offset] = position
                position += widths[offset - start]
                advances[offset] = self.em if offset == start else 0.0
        return VerticalShaped(
            text, advances, glyphs, flat.strings, self.raw_font, float(self.em), across, cells
        )

    def _stand(self, character: str, glyph: int) -> _Standing:
        how = stance(character)
        if how is Stance.TURNED:
            return _Standing(glyph, nan)
        if glyph and how in {Stance.FORM_OR_TURNED, Stance.FORM_OR_UPRIGHT}:
            form = self._vertical_form(character)
            if how is Stance.FORM_OR_TURNED and form == glyph:
                return _Standing(glyph, nan)
            if form:
                self.forms[form] = glyph
                glyph = form
        return _Standing(glyph, self._centred(self.width_of(glyph)) if glyph else 0.0)

    def _vertical_form(self, character: str) -> int:
        """The glyph of the character's form for vertical writing, or of its usual one."""
        layout = QTextLayout(character, self._form_font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        for run in layout.glyphRuns():
            if run.rawFont() == self.raw_font and len(run.glyphIndexes()) == 1:
                return int(run.glyphIndexes()[0])
        return 0

    def _centred(self, width: float) -> float:
        """Where a glyph of this width begins if its middle is that of the line's full-width cells."""
        return (ASCENT - 1) * self.em + (self.em - width) / 2
