"""Classes of characters."""

from __future__ import annotations

import pytest

from reader.language import characters


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
    assert (characters.has_kanji(text), characters.has_japanese(text)) == (kanji, japanese)


def test_only_kana() -> None:
    assert characters.is_kana("ひらカター・")
    assert characters.is_katakana("ジョー・バイデン")
    assert characters.is_hiragana("ああー")
    assert not characters.is_kana("")
    assert not characters.is_katakana("")
    assert not characters.is_hiragana("")
    assert not characters.is_kana("仮名")
