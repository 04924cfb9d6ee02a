"""The two kana scripts as each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader import kana


def test_conversion() -> None:
    assert kana.to_hiragana("カタカナのヴィヶー・A") == "かたかなのゔぃゖー・A"
    assert kana.to_katakana("ひらがな") == "ヒラガナ"


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096)))
def test_there_and_back(text: str) -> None:
    assert kana.to_hiragana(kana.to_katakana(text)) == text


def test_readings_stand_as_in_a_dictionary() -> None:
    mixed = ["ぱん", "きじ", "がき", "しき", "カエル", "あさ", "じかん", "きしゃ", "かき", "がか", "かいだん"]
    ordered = [
        "あさ",
        "かいだん",
        "カエル",
        "がか",
        "かき",
        "がき",
        "きじ",
        "きしゃ",
        "じかん",
        "しき",
        "ぱん",
    ]
    assert sorted(mixed, key=kana.reading_order) == ordered


def test_large_kana() -> None:
    assert kana.with_large_kana("きょうカップっ") == "きようカツプつ"
