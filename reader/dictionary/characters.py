"""The little that the dictionary must know about scripts."""

from __future__ import annotations

import re
from collections.abc import Collection

_KANA = re.compile("[ぁ-ヿ〜]+")
_ASCII = re.compile("[!-~]")
_KATAKANA = re.compile("[ァ-ヿ〜]+")
# The dictionaries spell Latin letters and digits full width: ＤＶＤ.
_TO_FULL_WIDTH = 0xFEE0
_FULL_WIDTH = {code: code + _TO_FULL_WIDTH for code in range(ord("!"), ord("~") + 1)}


def to_full_width(text: str) -> str:
    """``text`` with its ASCII letters, digits and marks in the full width that the dictionaries use."""
    return text.translate(_FULL_WIDTH) if _ASCII.search(text) else text


def all_to_full_width(texts: Collection[str]) -> dict[str, str]:
    """Each of the texts → itself in full width."""
    joined = "\n".join(texts)
    if not _ASCII.search(joined):
        return dict(zip(texts, texts, strict=True))
    widened = _ASCII.sub(lambda sign: chr(ord(sign[0]) + _TO_FULL_WIDTH), joined).split("\n")
    if len(widened) > len(texts):  # a line break in one of them
        return {text: to_full_width(text) for text in texts}
    return dict(zip(texts, widened, strict=True))


def is_kana(text: str) -> bool:
    """Whether ``text`` is spelt as the dictionaries spell readings: hiragana, katakana, ・ and ー."""
    return _KANA.fullmatch(text) is not None


def is_katakana(text: str) -> bool:
    """Whether ``text`` is katakana, ・ and ー only."""
    return _KATAKANA.fullmatch(text) is not None
