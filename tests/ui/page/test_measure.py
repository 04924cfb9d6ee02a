"""Measuring texts with a real font."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from reader.typesetting.measured import Break
from reader.ui.page.measure import Measurer, line_breaks

EM = 20


@pytest.fixture
def measurer(qtbot: QtBot) -> Measurer:
    font = QFont()
    font.setFamilies(["Noto Serif CJK JP", "Noto Sans CJK JP"])
    font.setPixelSize(EM)
    return Measurer(font)


@pytest.mark.parametrize("character", "港がー、「々ッ０𠮷")
def test_japanese_is_one_em_wide(measurer: Measurer, character: str) -> None:
    assert list(measurer.shape(character).advances) == [EM]


@pytest.mark.parametrize(
    ("text", "advances"),
    [("港。」", [EM, EM / 2, EM]), ("」「港", [EM / 2, EM, EM]), ("港、海", [EM, EM, EM]), ("(。)", None)],
)
def test_white_halves_of_punctuation_do_not_add_up(
    measurer: Measurer, text: str, advances: list[float] | None
) -> None:
    measured = list(measurer.shape(text).advances)
    assert measured == advances or (advances is None and measured[1] == EM)


@pytest.mark.parametrize("text", ["か\u3099", "👩\u200d👧", "e\u0301", "葛\U000e0100"])
def test_a_grapheme_is_drawn_as_a_string_and_measured_once(measurer: Measurer, text: str) -> None:
    shaped = measurer.shape(f"港{text}港")
    assert shaped.strings == ((1, 1 + len(text)),)
    assert shaped.advances[1] > 0
    assert not any(shaped.advances[2 : 1 + len(text)])
    drawn = shaped.drawn(0, len(shaped.text), [0.0] * len(shaped.text))
    assert [string for _, string in drawn.strings] == [text]
    assert len(drawn.glyphs.glyphIndexes()) == 2


def test_connected_letters_are_drawn_together(measurer: Measurer) -> None:
    shaped = measurer.shape("港 שלום 港")
    assert shaped.strings == ((2, 6),)
    assert all(shaped.advances)


def test_what_ends_a_line_is_not_drawn(measurer: Measurer) -> None:
    shaped = measurer.shape("港\n\t港")
    assert shaped.advances[1] == 0
    assert shaped.advances[2] > 0
    assert shaped.strings == ()


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("朝の港", [1, 2]), ("朝 NATO 軍", [2, 7]), ("朝12日間", [1, 4]), ("𠮷野", [1]), ("か\u3099の", [2])],
)
def test_line_breaks(text: str, allowed: list[int]) -> None:
    assert [offset for offset, value in enumerate(line_breaks(text)) if value == Break.ALLOWED] == allowed


def test_line_breaks_of_an_empty_text() -> None:
    assert line_breaks("") == bytearray()


def test_a_new_line_is_a_mandatory_break() -> None:
    assert line_breaks("朝\n港")[2] == Break.MANDATORY


def test_no_break_inside_a_surrogate_pair() -> None:
    assert list(line_breaks("\U0008fc3e港")) == [Break.INSIDE_WORD, Break.ALLOWED]


def test_no_break_inside_a_grapheme() -> None:
    assert list(line_breaks("港👩\u200d👧")[2:]) == [Break.NEVER, Break.NEVER]


def test_any_text_can_be_measured(measurer: Measurer) -> None:
    # One measurer for all examples: a fixture that is made once is what is wanted here.
    @settings(max_examples=60)
    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
    def every_code_point_has_a_width(text: str) -> None:
        shaped = measurer.shape(text)
        assert len(shaped.advances) == len(shaped.glyphs) == len(line_breaks(text)) == len(text)
        assert all(advance >= 0 for advance in shaped.advances)
        drawn = shaped.drawn(0, len(text), [0.0] * len(text))
        assert len(drawn.strings) == len(shaped.strings)

    every_code_point_has_a_width()
