"""PDF files in which a reader can search for what stands there.

Qt writes for each glyph which character it stands for, as far as the font's table of characters tells. That
leaves two gaps. A vertical form is in no such table; it is painted as a shape over the usual glyph, which is
there but not seen. And where a font has one glyph for a kanji and for the radical of the same shape, Qt names
the radical; there the file is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QRawFont

from reader.ui.page.measure import Measurer
from reader.ui.page.painting import PagePainter

_RADICALS = [chr(code) for code in range(0x2E80, 0x2FD6)]
_NAMES = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_NAME = re.compile(rb"<(2[EF][0-9A-F]{2})>")


class SearchablePainter(PagePainter):
    """Paints a page so that vertical forms can be found as the characters that they are."""

    def _draw_glyphs(self, glyphs: QGlyphRun, origin: QPointF, measurer: Measurer) -> None:
        indexes = glyphs.glyphIndexes()
        if measurer.forms.keys().isdisjoint(indexes):
            super()._draw_glyphs(glyphs, origin, measurer)
            return
        painter, colour, positions = self._painter, self._painter.pen().color(), glyphs.positions()
        for index, position in zip(indexes, positions, strict=True):
            usual = measurer.forms.get(index)
            run = QGlyphRun()
            run.setRawFont(glyphs.rawFont())
            run.setGlyphIndexes([index if usual is None else usual])
            run.setPositions([position])
            if usual is not None:
                painter.setPen(Qt.GlobalColor.transparent)
                shape = glyphs.rawFont().pathForGlyph(index)
                painter.fillPath(shape.translated(origin + position), colour)
            painter.drawGlyphRun(origin, run)
            painter.setPen(colour)


def name_kanji(pdf: bytes, characters: Iterable[str], fonts: Iterable[QRawFont]) -> bytes:
    """Correct a PDF where it names radicals instead of the kanji among these ``characters``.

    It stays as long as it is, so that nothing else in it moves.
    """
    kanji = "".join(character for character in characters if "\u4e00" <= character <= "\u9fff")
    names: dict[bytes, bytes] = {}
    for font in fonts:
        by_glyph = dict(zip(font.glyphIndexesForString(kanji), kanji, strict=True))
        radicals = font.glyphIndexesForString("".join(_RADICALS))
        names |= {
            b"%04X" % ord(radical): b"%04X" % ord(by_glyph[glyph])
            for radical, glyph in zip(_RADICALS, radicals, strict=True)
            if glyph in by_glyph
        }

    def corrected(block: re.Match[bytes]) -> bytes:
        return _NAME.sub(lambda name: b"<%b>" % names.get(name[1], name[1]), block[0])

    return _NAMES.sub(corrected, pdf)
