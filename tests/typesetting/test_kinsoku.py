"""Which characters may begin and end lines."""

import pytest

from reader.typesetting.kinsoku import is_tight, may_be_overhung, may_begin_line


@pytest.mark.parametrize("after", list("。、，．」』）］｝〉》】〕”ーっゃゅょァッャ々ゝ・：；！？…)],.:%"))
def test_no_line_begins_with(after: str) -> None:
    assert not may_begin_line("空", after)


@pytest.mark.parametrize("before", list("「『（［｛〈《【〔“(["))
def test_no_line_ends_with(before: str) -> None:
    assert not may_begin_line(before, "空")


@pytest.mark.parametrize("pair", ["……", "――", "‥‥", "——"])
def test_two_that_are_one_sign_stay_together(pair: str) -> None:
    assert not may_begin_line(pair[0], pair[1])


@pytest.mark.parametrize("pair", ["空が", "が空", "。空", "」と", "空「", "空1", "a空"])
def test_other_pairs_may_part(pair: str) -> None:
    assert may_begin_line(pair[0], pair[1])


@pytest.mark.parametrize(
    ("pair", "tight"),
    [
        ("。」", True),
        ("」「", True),
        ("、「", True),
        ("「『", True),
        ("」。", True),
        ("「空", False),
        ("空」", False),
    ],
)
def test_white_halves_that_meet(pair: str, tight: bool) -> None:
    assert is_tight(pair[0], pair[1]) is tight


def test_readings_reach_over_kana_and_punctuation_only() -> None:
    assert all(map(may_be_overhung, "のノー、。「」"))
    assert not any(map(may_be_overhung, "空々a1 "))
