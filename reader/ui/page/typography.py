"""How each kind of paragraph is set: fonts, sizes and distances at a zoom factor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QFont, QGuiApplication

from reader.model import Direction, ParagraphKind
from reader.typesetting.measured import Setting
from reader.ui.fonts import ENGLISH_SERIF, ruby_families, text_families
from reader.ui.page.measure import Measurer
from reader.ui.page.vertical_measure import VerticalMeasurer

BODY_SIZE = 20  # pixels at zoom 1


class Role(StrEnum):
    """What a block of text is to the reader."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    ENGLISH = "english"


ROLES = {
    ParagraphKind.TITLE: Role.TITLE,
    ParagraphKind.BYLINE: Role.BYLINE,
    ParagraphKind.BODY: Role.BODY,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set. Distances are in pixels: ``baseline`` and ``ruby_baseline`` from a line's top."""

    base: Measurer
    ruby: Measurer | None
    pitch: float
    baseline: float
    ruby_baseline: float
    space_after: float
    space_before: float = 0.0
    indent: float = 0.0
    is_balanced: bool = False
    is_justified: bool = False
    is_spaced: bool = False  # between Japanese and Western characters

    def setting(self, column: float) -> Setting:
        """How lines are set in a column of this width."""
        return Setting(
            measure=max(column - self.indent, self.base.em),
            em=self.base.em,
            ruby_em=self.ruby.em if self.ruby else 0.0,
            pitch=self.pitch,
            justify=self.is_justified,
            hang=self.is_justified,
        )


@dataclass(frozen=True, slots=True)
class Typography:
    """The styles of a page, its widest column and the white above, below and beside it.

    "Above" and "width" are those of the page before vertical writing turns it.
    """

    direction: Direction
    has_small_kana: bool
    styles: dict[Role, Style]
    widest: float
    margin: float
    top: float
    bottom: float

    def column(self, width: float) -> float:
        """The width of the column in a page of this width: whole characters; margins give way first."""
        em = self.styles[Role.BODY].base.em
        room = min(self.widest, width - 2 * self.margin)
        return max(room // em, 4) * em


@dataclass(frozen=True, slots=True)
class Look:
    """What can be chosen: font families (empty: ours), the zoom factor, how the lines run, whether readings
    have room, whether small kana in them are small, the distance of lines as a factor, and how many
    characters a line has at most.
    """

    japanese: str = ""
    english: str = ""
    zoom: float = 1.0
    has_readings: bool = True
    has_small_kana: bool = True
    direction: Direction = Direction.HORIZONTAL
    line_spacing: float = 1.0
    line_length: int = 32


def typography(look: Look) -> Typography:
    """The styles of a page that is to look so."""
    em = max(round(BODY_SIZE * look.zoom), 6)
    kind = VerticalMeasurer if look.direction is Direction.VERTICAL else Measurer
    families, over = text_families(look.japanese), ruby_families(look.japanese)
    serif, bold = _Face(kind, families), _Face(kind, families, is_bold=True)
    ruby, bold_ruby = _Face(kind, over), _Face(kind, over, is_bold=True)
    sans = _Face(kind, QGuiApplication.font().families())
    latin = _Face(Measurer, [family for family in (look.english, *ENGLISH_SERIF, *families) if family])
    spacing = look.line_spacing
    byline_size, english_size = max(round(em * 0.68), 6), max(round(em * 0.78), 6)
    styles = {
        Role.TITLE: _title(bold, bold_ruby, round(em * 1.3), em * 0.6, look),
        Role.BYLINE: _plain(sans, byline_size, pitch=1.75, after=em * 0.75),
        Role.BODY: _body(serif, ruby, em, em * 0.55, look),
        Role.ENGLISH: replace(
            _plain(latin, english_size, pitch=1.55 * spacing, after=em * 0.9),
            space_before=round(em * 0.1),
            indent=round(em * 0.8),
        ),
    }
    return Typography(
        look.direction,
        look.has_small_kana,
        styles,
        widest=look.line_length * em,
        margin=em * 1.5,
        top=round(em * 1.6),
        bottom=round(em * 4),
    )


@dataclass(frozen=True, slots=True)
class _Face:
    """A typeface in all sizes, and what measures it."""

    kind: type[Measurer]
    families: list[str]
    is_bold: bool = False

    def measurer(self, size: int) -> Measurer:
        font = QFont()
        font.setFamilies(self.families)
        font.setPixelSize(size)
        font.setBold(self.is_bold)
        font.setKerning(False)  # characters are measured one by one
        return self.kind(font)


def _title(face: _Face, ruby: _Face, em: int, after: float, look: Look) -> Style:
    pitch = 2.0 if look.has_readings else 1.55
    set_ = _set(face, ruby if look.has_readings else None, em, pitch, after)
    return replace(set_, is_balanced=True, is_spaced=True)


def _body(face: _Face, ruby: _Face, em: int, after: float, look: Look) -> Style:
    """Japanese text: if it has readings there is room for them above each line, with or without any."""
    pitch = 2.25 if look.has_readings else 1.8
    set_ = _set(face, ruby if look.has_readings else None, em, pitch * look.line_spacing, after)
    return replace(set_, is_justified=True, is_spaced=True)


def _set(face: _Face, ruby: _Face | None, em: int, pitch: float, after: float) -> Style:
    return _with_ruby(face, ruby, em, pitch, after) if ruby else _plain(face, em, pitch, after)


def _with_ruby(face: _Face, ruby_face: _Face, em: int, pitch: float, after: float) -> Style:
    """Text with room for readings; ``pitch`` in ems."""
    ruby = ruby_face.measurer(max(round(em / 2), 4))
    baseline = round((round(em * pitch) - em - ruby.em) / 2 + ruby.em + em * 0.9)
    return Style(
        base=face.measurer(em),
        ruby=ruby,
        pitch=round(em * pitch),
        baseline=baseline,
        ruby_baseline=round(baseline - em * 0.9 - ruby.em * 0.16),
        space_after=round(after),
    )


def _plain(face: _Face, em: int, pitch: float, after: float) -> Style:
    """Text without readings; ``pitch`` in ems."""
    return Style(
        base=face.measurer(em),
        ruby=None,
        pitch=round(em * pitch),
        baseline=round(em * (pitch / 2 + 0.36)),
        ruby_baseline=0.0,
        space_after=round(after),
    )
