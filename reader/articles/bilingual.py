"""Texts that hold an article and its English in one: recognised, and taken apart again.

Bilingual pages print both by turns, paragraph after paragraph, or one language after the other. What is found
here is a proposal, for the user to look at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from reader.articles.plain_text import from_paragraphs, paragraphs_of
from reader.errors import ReaderError
from reader.model import Article

_JAPANESE = re.compile(r"[々〆ぁ-ゖァ-ヺ㐀-䶿一-鿿豈-﫿ｦ-ﾝ\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[A-Za-z]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_QUOTED = re.compile(r"\([^()]*\)|（[^（）]*）|“[^“”]*”|\"[^\"]*\"|「[^「」]*」")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FEWEST_WORDS = 4  # of a line of prose

_BYLINE = re.compile(
    r"(?:by|from|story by|text by)\s+[A-Z].*"
    r"|.*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]*\.?,?\s+\d.*",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 200
_SENTENCE_END = (".", "!", "?", ".”", '."', "!”", "?”")

_LETTERS_PER_CHARACTER = 2.3  # of an English translation, for each Japanese character
_FEW_QUOTED = 0.1  # of its lines an English text may have in Japanese, and be one text
_FEWEST, _MOST = 0.25, 4.0  # how much English there may be, where 1 is a whole translation


class Side(StrEnum):
    """Where a paragraph of such a text belongs."""

    JAPANESE = "japanese"
    ENGLISH = "english"
    LEFT_OUT = "left out"


def propose_split(article: Article) -> tuple[Side, ...] | None:
    """The side of each paragraph, where ``article`` holds its own English; None where it does not.

    Some English in a Japanese text is no translation: there must be about as much as one would have.
    """
    texts = [paragraph.text for paragraph in article.paragraphs]
    sides = _sides(texts)
    japanese = sum(len(_JAPANESE.findall(text)) for text in texts)
    english = [text for text, side in zip(texts, sides, strict=True) if side is Side.ENGLISH]
    letters = sum(map(_letters, english))
    prose = sum(_letters(text) for text in english if len(_WORD.findall(text)) >= _FEWEST_WORDS)
    share = letters / _LETTERS_PER_CHARACTER / max(japanese, 1)
    is_translation = _FEWEST <= share <= _MOST and prose * 2 >= letters > 0
    return sides if is_translation else None


def separate(article: Article, sides: Sequence[Side]) -> Article:
    """The article that the Japanese paragraphs are, the others as its English; ``sides`` has one for each.

    What is left out is in neither. Raises ReaderError if no paragraph is Japanese.
    """
    chosen = [
        paragraph for paragraph, side in zip(article.paragraphs, sides, strict=True) if side is Side.JAPANESE
    ]
    english = tuple(
        paragraph.text
        for paragraph, side in zip(article.paragraphs, sides, strict=True)
        if side is Side.ENGLISH
    )
    return replace(from_paragraphs(chosen, article.source), english=english)


def english_in(text: str, source: str) -> tuple[str, ...]:
    """The paragraphs of an English text, or the English ones of a text in two languages.

    Raises ReaderError, with a sentence that names the ``source``, where there are none.
    """
    paragraphs = paragraphs_of(text)
    if not paragraphs:
        raise ReaderError(f"{source} is empty: there is no English in it.")
    english = tuple(line for line in paragraphs if not is_japanese(line))
    if not any(map(_LETTER.search, english)):
        language = "in Japanese" if len(english) < len(paragraphs) else "not in English"
        raise ReaderError(f"{source} is {language}. Choose the English of this article.")
    is_mixed = len(paragraphs) - len(english) > _FEW_QUOTED * len(paragraphs)
    return english if is_mixed else paragraphs


def is_japanese(text: str) -> bool:
    """Whether a text is rather Japanese than English, whatever it quotes of the other."""
    unquoted = _QUOTED.sub("", text)
    if _HIRAGANA.search(unquoted):
        return True
    rest = unquoted if _LETTER.search(unquoted) else text
    japanese = len(_JAPANESE.findall(rest))
    return japanese > 0 and japanese >= len(_WORD.findall(rest))


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _sides(texts: Sequence[str]) -> tuple[Side, ...]:
    sides: list[Side] = []
    for number, text in enumerate(texts):
        if is_japanese(text) or _is_byline(texts, number):
            sides.append(Side.JAPANESE)
        elif _LETTER.search(text):
            sides.append(Side.ENGLISH)
        else:  # asterisks, a number: it stays with what stands before it
            sides.append(sides[-1] if sides else Side.JAPANESE)
    return tuple(sides)


def _is_byline(texts: Sequence[str], number: int) -> bool:
    """Whether this is the English byline of the Japanese: below the title, or the title in both languages."""
    text = texts[number].strip()
    if not 1 <= number <= 2 or not any(map(is_japanese, texts[:number])):
        return False
    looks_so = _BYLINE.fullmatch(text) is not None and not text.endswith(_SENTENCE_END)
    return looks_so and len(text) <= _LONGEST_BYLINE
