"""Which characters may begin and end lines."""

import pytest

from reader.typesetting.kinsoku import begins_phrase, forbidden_starts, is_tight, may_be_overhung


@pytest.mark.parametrize("after", list("。、，．」』）］｝〉》】〕”ーっゃゅょァッャ々ゝ・：；！？…)],.:%"))
def test_no_line_begins_with(after: str) -> None:
    assert list(forbidden_starts("空" + after)) == [1]


@pytest.mark.parametrize("before", list("「『（［｛〈《【〔“(["))
def test_no_line_ends_with(before: str) -> None:
    assert list(forbidden_starts(before + "空")) == [1]


@pytest.mark.parametrize("pair", ["……", "――", "‥‥", "——"])
def test_two_that_are_one_sign_stay_together(pair: str) -> None:
    assert list(forbidden_starts(pair)) == [1]


@pytest.mark.parametrize("pair", ["空が", "が空", "。空", "」と", "空「", "空1", "a空"])
def test_other_pairs_may_part(pair: str) -> None:
    assert list(forbidden_starts(pair)) == []


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


@pytest.mark.parametrize(
    ("pair", "begins"),
    [
        ("の朝", True),
        ("、朝", True),
        ("朝「", True),
        ("のコ", True),
        ("朝の", False),
        ("朝夜", False),
        ("のを", False),
    ],
)
def test_beginnings_of_phrases(pair: str, begins: bool) -> None:
    assert begins_phrase(pair[0], pair[1]) is begins


def test_readings_reach_over_kana_and_punctuation_only() -> None:
    assert all(map(may_be_overhung, "のノー、。「」"))
    assert not any(map(may_be_overhung, "空々a1 "))
