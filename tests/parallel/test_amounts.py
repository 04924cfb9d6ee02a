"""Numbers and months, as they stand in Japanese and in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.tokenizer import tokenize
from reader.parallel.amounts import AmountKind, english_amounts, japanese_amounts, japanese_value
from tests.language.examples import paragraphs

JAPANESE = [
    ("10万人が来た。", ["100000"]),
    ("三億2000万円だ。", ["320000000"]),
    ("9.8万を1,483で割る。", ["98000", "1483"]),
    ("１億2,500万だ。", ["125000000"]),
    ("二〇二一年の話。", ["2021"]),
    ("12月30日に行く。", ["month 12", "30"]),
    ("4か月かかる。", ["4"]),
    ("3割が平成31年に減る。", ["30 or 3", "2019"]),
    ("午後3時に会う。", ["3 or 15"]),
    ("一部の十人だ。", ["10"]),
    ("3・5倍だ。", ["3.5"]),
    ("数字のない文。", []),
]

ENGLISH = [
    ("About 100,000 people came.", ["100000"]),
    ("It cost $320 million.", ["320000000"]),
    ("Twenty-one of 3.5bn went.", ["21", "3500000000"]),
    ("Two hundred and five thousand.", ["205000"]),
    ("On Dec. 30 and in March.", ["month 12", "30", "month 3"]),
    ("You may march in.", []),
    ("The 21st, in the 1990s.", ["21", "1990"]),
    ("The third of three.", ["3", "3"]),
    ("Ten lakh, or 1,00,000.", ["1000000", "100000"]),
    ("One, two and three hundred.", ["1", "2", "300"]),
    ("Half a dozen", ["12"]),
    ("A hundred thousand, or 5 lakh crore.", ["100000", "5e+12"]),
    ("Three million two hundred thousand", ["3200000"]),
]


def _shown(kind: AmountKind, value: float, also: float | None) -> str:
    shown = f"{value:.10g}" if also is None else f"{value:.10g} or {also:.10g}"
    return f"month {shown}" if kind is AmountKind.MONTH else shown


@pytest.mark.parametrize(("text", "amounts"), JAPANESE)
def test_japanese(text: str, amounts: list[str]) -> None:
    found = japanese_amounts(text, tokenize(text))
    assert [_shown(amount.kind, amount.value, amount.also) for amount in found] == amounts


@pytest.mark.parametrize(("text", "amounts"), ENGLISH)
def test_english(text: str, amounts: list[str]) -> None:
    found = english_amounts(text)
    assert [_shown(amount.kind, amount.value, amount.also) for amount in found] == amounts


@given(st.integers(0, 10**16 - 1))
def test_digits_have_their_value(value: int) -> None:
    assert japanese_value(str(value)) == float(value)
    assert japanese_value(f"{value:,}") == float(value)


@given(paragraphs)
def test_any_text_goes(text: str) -> None:
    places = [
        (amount.start, amount.end)
        for found in (japanese_amounts(text, tokenize(text)), english_amounts(text))
        for amount in found
    ]
    assert all(0 <= start < end <= len(text) for start, end in places)
