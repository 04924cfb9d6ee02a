"""What kind of characters a text is made of."""

from __future__ import annotations

import re
from functools import lru_cache

# 々 repeats a kanji, 〆 and 〇 are read like one; the rest are the ideograph blocks.
KANJI = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
KANA = "ぁ-ゖゝゞァ-ヺーヽヾｦ-ﾟ"
_HAS_KANJI = re.compile(f"[{KANJI}]")
_ALL_KANJI = re.compile(f"[{KANJI}ヶヵ]+")
_ALL_KANA = re.compile(f"[{KANA}・]+")
_ALL_KATAKANA = re.compile("[ァ-ヺーヽヾｦ-ﾟ・]+")
_ALL_HIRAGANA = re.compile("[ぁ-ゖゝゞー]+")
_HAS_JAPANESE = re.compile(f"[{KANJI}{KANA}]")
_of_words = lru_cache(maxsize=4096)  # the same words are asked about again and again


def has_kanji(text: str) -> bool:
    """Whether there is any kanji, 々〆〇 included."""
    return _HAS_KANJI.search(text) is not None


def has_japanese(text: str) -> bool:
    """Whether there is any kanji or kana."""
    return _HAS_JAPANESE.search(text) is not None


@_of_words
def is_kanji(text: str) -> bool:
    """Whether ``text`` is kanji only, 々〆〇 included, and the ヶ and ヵ that are read か; not so for ""."""
    return _ALL_KANJI.fullmatch(text) is not None


@_of_words
def is_kana(text: str) -> bool:
    """Whether ``text`` is kana only, ー and ・ included; not so for ""."""
    return _ALL_KANA.fullmatch(text) is not None


@_of_words
def is_katakana(text: str) -> bool:
    """Whether ``text`` is katakana only, ー and ・ included; not so for ""."""
    return _ALL_KATAKANA.fullmatch(text) is not None


@_of_words
def is_hiragana(text: str) -> bool:
    """Whether ``text`` is hiragana only, ー included; not so for ""."""
    return _ALL_HIRAGANA.fullmatch(text) is not None
