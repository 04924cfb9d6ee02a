"""How characters stand in vertical writing."""

import pytest

from reader.typesetting.vertical import Stance, combined, stance


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("港あア々１Ａ％①★🙂𠮷한㎡〒", Stance.UPRIGHT),
        ("aZ07%-+.,…—―→“”ｱ ", Stance.TURNED),
        ("、。，．ぁっョヶㇷ！？", Stance.FORM_OR_UPRIGHT),
        ("「」『』（）［］【】〈〉ー〜～：；＝＿｜", Stance.FORM_OR_TURNED),
    ],
)
def test_stance(characters: str, expected: Stance) -> None:
    assert {character: stance(character) for character in characters} == dict.fromkeys(characters, expected)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("12月30日に1時間", ["12", "30", "1"]),
        ("2021年の100人", []),
        ("3.5と10%と7,000", []),  # parts of a longer Western text lie with the rest of it
        ("A氏がG7で", ["A"]),
        ("何!?と!!", ["!?", "!!"]),
        ("NATO", []),
        ("An essay from a harbor on page 3", []),  # its words belong together
        ("第 3 回、A と B と", ["3", "A", "B"]),
    ],
)
def test_what_shares_a_cell(text: str, cells: list[str]) -> None:
    assert [text[start:end] for start, end in combined(text)] == cells
