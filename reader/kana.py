"""The two kana scripts as each other."""

from __future__ import annotations

from functools import lru_cache

_LONGEST_WORD = 12
# Hiragana and katakana stand 0x60 apart, from ぁ/ァ to ゖ/ヶ; ヷヸヹヺ and the marks ・ー have no hiragana.
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_TO_HIRAGANA |= {ord("ヽ"): ord("ゝ"), ord("ヾ"): ord("ゞ")}
_TO_KATAKANA = {hiragana: katakana for katakana, hiragana in _TO_HIRAGANA.items()}
_PLAIN = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔぁぃぅぇぉっゃゅょゎ",
    "かきくけこさしすせそたちつてとはひふへほはひふへほうあいうえおつやゆよわ",
)
_LARGE = str.maketrans(
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ", "あいうえおつやゆよわかけアイウエオツヤユヨワカケ"
)


def with_large_kana(text: str) -> str:
    """``text`` with small kana as large ones, as furigana have them in many books (きよう for きょう)."""
    return text.translate(_LARGE)


def to_hiragana(text: str) -> str:
    """``text`` with its katakana as hiragana; ー and everything else stays."""
    return _word_to_hiragana(text) if len(text) <= _LONGEST_WORD else text.translate(_TO_HIRAGANA)


@lru_cache(maxsize=4096)  # the same words are turned again and again
def _word_to_hiragana(word: str) -> str:
    return word.translate(_TO_HIRAGANA)


def reading_order(reading: str) -> tuple[str, str]:
    """The key that sorts readings as a dictionary does: か and が count as one, ゃ as や, until all else is
    the same."""
    hiragana = to_hiragana(reading)
    return hiragana.translate(_PLAIN), hiragana


def to_katakana(text: str) -> str:
    """``text`` with its hiragana as katakana."""
    return text.translate(_TO_KATAKANA)
