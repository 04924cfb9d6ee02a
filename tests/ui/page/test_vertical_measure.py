"""Measuring for vertical writing with a real font."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from reader.ui.page.measure import Measurer
from reader.ui.page.vertical_measure import VerticalMeasurer

EM = 20


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    font = QFont()
    font.setFamilies(["Noto Serif CJK JP", "Noto Sans CJK JP"])
    font.setPixelSize(EM)
    return font


@pytest.mark.parametrize("character", "港が１。「ー🙂★")
def test_what_stands_upright_takes_a_cell(font: QFont, character: str) -> None:
    shaped = VerticalMeasurer(font).shape(character)
    assert (list(shaped.advances), isnan(shaped.across[0])) == ([EM], False)


@pytest.mark.parametrize("text", ["NATO", "2021", "—", "ｱ"])
def test_what_lies_keeps_its_width(font: QFont, text: str) -> None:
    shaped = VerticalMeasurer(font).shape(text)
    assert all(isnan(across) for across in shaped.across)
    assert shaped.advances == Measurer(font).shape(text).advances


@pytest.mark.parametrize("character", "。「ーっ")
def test_forms_for_vertical_writing(font: QFont, character: str) -> None:
    vertical, flat = VerticalMeasurer(font).shape(character), Measurer(font).shape(character)
    assert vertical.glyphs != flat.glyphs


def test_kanji_keep_their_glyphs_so_that_a_pdf_can_be_searched(font: QFont) -> None:
    text = "緊張緩和とウクライナ"
    assert VerticalMeasurer(font).shape(text).glyphs == Measurer(font).shape(text).glyphs


def test_a_number_of_two_digits_shares_a_cell(font: QFont) -> None:
    shaped = VerticalMeasurer(font).shape("月30日")
    assert list(shaped.advances) == [EM, EM, 0, EM]
    assert list(shaped.joined()) == [2]
    middle = (shaped.across[0] + EM / 2, (shaped.across[1] + shaped.across[2]) / 2 + EM * 0.28)
    assert middle[0] == pytest.approx(middle[1], abs=1.5)
    standing = shaped.drawn(0, 4, [0, EM, 2 * EM, 2 * EM]).upright
    assert standing is not None
    heights = [position.y() for position in standing.glyphs.positions()]
    assert heights[1] == heights[2] and heights[3] - heights[2] == EM


def test_punctuation_is_set_tight(font: QFont) -> None:
    assert list(VerticalMeasurer(font).shape("港。」").advances) == [EM, EM / 2, EM]


@given(st.text(alphabet="港が、。「ー１1a!? 🙂\u3099\u200d\n한ا", max_size=30))
def test_all_is_drawn_once(text: str) -> None:
    font = QFont("Noto Serif CJK JP")
    font.setPixelSize(EM)
    shaped = VerticalMeasurer(font).shape(text)
    assert len(shaped.advances) == len(shaped.glyphs) == len(shaped.across) == len(text)
    drawn = shaped.drawn(0, len(text), [0.0] * len(text))
    assert drawn.upright is not None
    glyphs = len(drawn.glyphs.glyphIndexes()) + len(drawn.upright.glyphs.glyphIndexes())
    assert glyphs == sum(1 for glyph in shaped.glyphs if glyph)
    strings = [string for _, string in (*drawn.strings, *drawn.upright.strings)]
    assert sum(map(len, strings)) == sum(end - start for start, end in shaped.strings)
