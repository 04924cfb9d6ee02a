"""Whether two texts are in the languages that they should be in, so that a mix-up is told and not aligned."""

from __future__ import annotations

import re

from reader.errors import ReaderError

_KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾝ]")
_KANJI = re.compile("[一-鿿㐀-䶿々]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[A-Za-z]+")
_COMMON = frozenset("the of and to in a is was that for on with as it he she at by from be".split())

_LOOKED_AT = 100_000  # characters
_ENOUGH = 60  # letters or words: of less, anything may be right
_LEAST_JAPANESE = 0.2  # of the letters
_LEAST_KANA = 0.03  # of the Japanese letters; Chinese has none
_LEAST_LATIN = 0.5
_LEAST_COMMON = 0.05  # of the words; other languages have less, English up to a third


def check_languages(japanese: str, english: str) -> None:
    """Raises ReaderError, with what to do, where a text is clearly in another language than it should be."""
    japanese, english = japanese[:_LOOKED_AT], english[:_LOOKED_AT]
    if not (_may_be_japanese(japanese) or _may_be_english(english)) and _may_be_japanese(english):
        raise ReaderError("The two texts are the wrong way round. Give the Japanese first, then its English.")
    if not _may_be_japanese(japanese):
        raise ReaderError("The Japanese of this pair does not look like Japanese. Choose another text.")
    if not _may_be_english(english):
        raise ReaderError("The English of this pair does not look like English. Choose another text.")


def _may_be_japanese(text: str) -> bool:
    kana, kanji = len(_KANA.findall(text)), len(_KANJI.findall(text))
    letters = sum(map(str.isalpha, text))
    if letters < _ENOUGH:
        return True
    return kana + kanji >= _LEAST_JAPANESE * letters and kana >= _LEAST_KANA * (kana + kanji)


def _may_be_english(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    if letters >= _ENOUGH and len(_LATIN.findall(text)) < _LEAST_LATIN * letters:
        return False
    words = _WORD.findall(text.lower())
    return len(words) < _ENOUGH or sum(word in _COMMON for word in words) >= _LEAST_COMMON * len(words)
