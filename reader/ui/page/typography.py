"""How each kind of paragraph is set: fonts, sizes and distances at a zoom factor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QFont, QGuiApplication

from reader.model import ParagraphKind
from reader.typesetting.measured import Setting
from reader.ui.page.measure import Measurer

BODY_SIZE = 20  # pixels at zoom 1
_COLUMN = 32  # characters
_JAPANESE = (
    "Noto Serif CJK JP",
    "Noto Serif JP",
    "Source Han Serif",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "IPAexMincho",
    "MS Mincho",
)


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
    """The styles of a page, its widest column and the white above, below and beside it."""

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
    """What can be chosen: font families (empty: ours), the zoom factor, and whether readings have room."""

    japanese: str = ""
    english: str = ""
    zoom: float = 1.0
    has_readings: bool = True


def typography(look: Look) -> Typography:
    """The styles of a page that is to look so."""
    em = max(round(BODY_SIZE * look.zoom), 6)
    serif = [family for family in (look.japanese, *_JAPANESE) if family]
    latin = [family for family in (look.english, *serif) if family]
    sans = QGuiApplication.font().families()
    byline_size, english_size = max(round(em * 0.68), 6), max(round(em * 0.78), 6)
    styles = {
        Role.TITLE: _japanese(serif, round(em * 1.3), em * 0.2, look.has_readings, is_title=True),
        Role.BYLINE: _plain(sans, byline_size, pitch=1.75, after=em * 0.6),
        Role.BODY: _japanese(serif, em, em * 0.55, look.has_readings),
        Role.ENGLISH: replace(
            _plain(latin, english_size, pitch=1.55, after=em * 0.9),
            space_before=round(em * 0.1),
            indent=round(em * 0.8),
        ),
    }
    return Typography(styles, widest=_COLUMN * em, margin=em * 1.5, top=round(em * 1.6), bottom=round(em * 4))


def _japanese(
    families: list[str], em: int, after: float, has_readings: bool, is_title: bool = False
) -> Style:
    """Japanese text: if it has readings there is room for them above each line, with or without any."""
    if has_readings:
        style = _with_ruby(families, em, after, is_title)
    else:
        style = _plain(families, em, 1.55 if is_title else 1.8, after, is_title)
    return replace(style, is_balanced=is_title, is_justified=not is_title)


def _with_ruby(families: list[str], em: int, after: float, is_title: bool) -> Style:
    ruby = Measurer(_font(families, max(round(em / 2), 4), is_title))
    pitch = round(em * (2.0 if is_title else 2.25))
    baseline = round((pitch - em - ruby.em) / 2 + ruby.em + em * 0.9)
    return Style(
        base=Measurer(_font(families, em, is_title)),
        ruby=ruby,
        pitch=pitch,
        baseline=baseline,
        ruby_baseline=round(baseline - em * 0.9 - ruby.em * 0.16),
        space_after=round(after),
    )


def _plain(families: list[str], em: int, pitch: float, after: float, is_bold: bool = False) -> Style:
    """Text without readings; ``pitch`` in ems."""
    return Style(
        base=Measurer(_font(families, em, is_bold)),
        ruby=None,
        pitch=round(em * pitch),
        baseline=round(em * (pitch / 2 + 0.36)),
        ruby_baseline=0.0,
        space_after=round(after),
    )


def _font(families: list[str], size: int, is_bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(size)
    font.setBold(is_bold)
    font.setKerning(False)  # characters are measured one by one
    return font
