"""Classes of characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import kana


def test_conversion() -> None:
    assert kana.to_hiragana("カタカナのヴィヶー・A") == "かたかなのゔぃゖー・A"
    assert kana.to_katakana("ひらがな") == "ヒラガナ"


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096)))
def test_there_and_back(text: str) -> None:
    assert kana.to_hiragana(kana.to_katakana(text)) == text


@pytest.mark.parametrize(
    ("text", "kanji", "japanese"),
    [
        ("漢", True, True),
        ("𠮷", True, True),
        ("々", True, True),
        ("あ", False, True),
        ("한글", False, False),
        ("A1", False, False),
    ],
)
def test_what_a_text_holds(text: str, kanji: bool, japanese: bool) -> None:
    assert (kana.has_kanji(text), kana.has_japanese(text)) == (kanji, japanese)


def test_only_kana() -> None:
    assert kana.is_kana("ひらカター・")
    assert kana.is_katakana("ジョー・バイデン")
    assert kana.is_hiragana("ああー")
    assert not any(check("") for check in (kana.is_kana, kana.is_katakana, kana.is_hiragana))
    assert not kana.is_kana("仮名")
