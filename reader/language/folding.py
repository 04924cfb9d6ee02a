"""Text as the tokenizer and the dictionaries spell it, and the way back to the text as it stands.

Half-width katakana become katakana (ｶﾞ is two characters, ガ is one), marks join the kana before them, kanji
that are the same but for their code (compatibility ideographs, radicals, variation selectors) become one, and
rare variants the kanji that dictionaries have: 髙, 﨑 and 𠮷 are 高, 崎 and 吉.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.model import Analysis, Paragraph, Ruby, Word

_VARIANTS = dict(
    zip(
        "髙﨑𠮷濵栁𣘺槗桒德瀨靑黑淸曻增敎彥緖緣橫鄕晚步每溫眾強姬戶戾吳吿說稅銳閱產歲絕虛衞",
        "高崎吉浜柳橋橋桑徳瀬青黒清昇増教彦緒縁横郷晩歩毎温衆強姫戸戻呉告説税鋭閲産歳絶虚衛",
        strict=True,
    )
)
_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_HALF_WIDTH = "\uff61-\uff9f"
_MARKS = "\u3099\u309a"
_COMPATIBILITY = "\uf900-\ufaff\U0002f800-\U0002fa1f\u2f00-\u2fd5\u2e80-\u2ef3"
_FOLDABLE = re.compile(
    f"[{_HALF_WIDTH}][ﾞﾟ]?|[ぁ-ヺ][{_MARKS}]|[{_COMPATIBILITY}{''.join(_VARIANTS)}]|(?<=[^\\W\\d_])[{_SELECTOR}]"
)


class Folded(NamedTuple):
    """``text`` folded; ``offsets`` says where each of its characters begins in the text that it stands for.

    The last offset is the end of that text.
    """

    text: str
    offsets: Sequence[int]


def fold(text: str) -> Folded | None:
    """The text as the dictionaries spell it; None for most texts, where nothing is to be done."""
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for found in _FOLDABLE.finditer(text):
        characters = found[0]
        folded = _folded(characters)
        if len(folded) > 1:  # ｶﾟ is カ and a mark
            characters = characters[0]
            folded = _folded(characters)
        if len(folded) > 1 or folded == characters:
            continue
        pieces += [text[done : found.start()], folded]
        offsets += range(done, found.start())
        offsets += [found.start()] * len(folded)
        done = found.start() + len(characters)
    if not pieces:
        return None
    return Folded("".join((*pieces, text[done:])), (*offsets, *range(done, len(text) + 1)))


def _folded(characters: str) -> str:
    first = characters[0]
    if first in _VARIANTS:
        return _VARIANTS[first]
    if re.fullmatch(f"[{_SELECTOR}]", first):
        return ""
    return unicodedata.normalize("NFKC", characters)


# --- offsets there and back -----------------------------------------------------------------------


def folded_paragraph(paragraph: Paragraph, folded: Folded) -> Paragraph:
    """The paragraph with the folded text, the author's ruby at its offsets."""
    ruby = (
        Ruby(bisect_left(folded.offsets, start), bisect_left(folded.offsets, end), text)
        for start, end, text in paragraph.ruby
    )
    return replace(paragraph, text=folded.text, ruby=tuple(over for over in ruby if over.start < over.end))


def unfolded_analysis(analysis: Analysis, text: str, folded: Folded) -> Analysis:
    """The analysis of the folded text at the offsets of ``text``, the text that it stands for."""
    at = folded.offsets
    words = tuple(unfolded_word(word, text, folded) for word in analysis.words)
    return Analysis(words, tuple((at[start], at[end]) for start, end in analysis.sentences))


def unfolded_word(word: Word, text: str, folded: Folded) -> Word:
    """The word at the offsets of ``text``, as it stands there."""
    at = folded.offsets
    start, end = at[word.start], at[word.end]
    return word._replace(
        start=start,
        end=end,
        surface=text[start:end],
        ruby=_unfolded_ruby(word.ruby, folded),
        entries=tuple(ref._replace(start=at[ref.start], end=at[ref.end]) for ref in word.entries),
        others=tuple(other._replace(ruby=_unfolded_ruby(other.ruby, folded)) for other in word.others),
    )


def _unfolded_ruby(ruby: tuple[Ruby, ...], folded: Folded) -> tuple[Ruby, ...]:
    return tuple(Ruby(folded.offsets[start], folded.offsets[end], text) for start, end, text in ruby)
