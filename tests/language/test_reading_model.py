"""The model that ranks readings, with memories and weights made up for the purpose."""

from __future__ import annotations

import math

import pytest

from reader.language.passage import Passage
from reader.language.reading_cascade import FirstChoice
from reader.language.reading_memory import (
    Core,
    contexts,
    core_of,
    core_reading,
    recalled,
    setting_of,
    with_remembered,
)
from reader.language.reading_model import ReadingModel, kind_of
from reader.language.reading_options import Option, Unit
from reader.language.tokenizer import tokenize
from tests.language.readings_of_kanji import kanji


def _passage(text: str) -> Passage:
    return Passage(text, tokenize(text), {}, {}, {}, lambda _: "？", kanji)


def _unit(index: int, *options: Option) -> Unit:
    return Unit(index, index + 1, FirstChoice(()), options)


def test_setting() -> None:
    setting = setting_of(_passage("山を行った。"), _unit(2))
    assert setting.core == Core("", "行", "っ")
    assert setting.around == ("山を", "を", "っ", "った")
    assert core_reading("おこなっ", setting.core) == "おこな"


def test_setting_at_both_ends() -> None:
    setting = setting_of(_passage("山"), _unit(0))
    assert (setting.around, setting.behind, setting.ahead) == (("", "", "", ""), "^", "$")


SETTING = setting_of(_passage("その後、"), _unit(1))
OPTIONS = (Option("あと", "FT"), Option("ご", "D0"))


def test_memory_marks_what_it_has_and_adds_what_only_it_has() -> None:
    memory = {"後": {"ご": 3, "のち": 1}}
    assert with_remembered(OPTIONS, SETTING.core, memory) == [
        Option("あと", "FT"),
        Option("ご", "D0M"),
        Option("のち", "M"),
    ]
    assert with_remembered(OPTIONS, SETTING.core, {}) == OPTIONS


def test_memory_adds_only_what_was_seen_before_the_same_kana() -> None:
    memory = {"行": {"い": 5, "おこな": 5}, "c行\tく": {"い": 5}, "c行\tな": {"おこな": 5}}
    assert with_remembered([Option("ゆく", "F")], core_of("行く"), memory) == [
        Option("ゆく", "F"),
        Option("いく", "M"),
    ]


def test_what_was_seen_oftener_is_recalled_as_likelier() -> None:
    memory = {"後": {"ご": 90, "あと": 10}}
    first, second = (column[0] for column in recalled(["あと", "ご"], SETTING, memory))
    assert second > first
    assert math.exp(first) + math.exp(second) == pytest.approx(1)


def test_a_context_makes_likelier_what_was_seen_in_it() -> None:
    behind = 1 + contexts(SETTING).index("a後\tの")
    memory = {"後": {"ご": 1, "あと": 9}, "a後\tの": {"ご": 1}}
    first, second = recalled(["あと", "ご"], SETTING, memory)
    assert first[behind] < 0 < second[behind]
    assert first[behind + 1] == second[behind + 1] == 0  # never seen in that context


@pytest.mark.parametrize(
    ("literal", "reading", "kind"),
    [
        ("山", "さん", "O"),
        ("山", "やま", "K"),
        ("山", "ざん", "Or"),
        ("川", "がわ", "Kr"),
        ("山", "うみ", "?"),
        ("あ", "あ", "-"),
    ],
)
def test_on_and_kun(literal: str, reading: str, kind: str) -> None:
    assert kind_of(literal, reading, kanji) == kind


def test_rank() -> None:
    passage = _passage("その後、")
    unit = _unit(1, *OPTIONS)
    even = ReadingModel({}, {}).rank(passage, unit)
    assert [each.option.reading for each in even] == ["あと", "ご"]
    assert even[0].probability == pytest.approx(1 / 3)  # "none of these" has its share
    ranked = ReadingModel({"w0": 1.0, "none": -9.0}, {"後": {"ご": 90}}).rank(passage, unit)
    assert ranked[0].option.reading == "ご"
    assert sum(each.probability for each in ranked) == pytest.approx(1, abs=0.001)


def test_the_model_that_ships() -> None:
    options = (Option("ふひょう", "FTV0D1"), Option("ほへい", "V1D0"))
    ranked = ReadingModel.load().rank(_passage("歩兵は歩いた"), _unit(0, *options))
    assert ranked[0].option.reading == "ほへい"
