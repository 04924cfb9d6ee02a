"""What in a Japanese sentence its English could be recognised by: amounts, names, words and compounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from reader.language.characters import has_kanji, is_hiragana
from reader.language.spellings import CONTENT, dictionary_forms, possible_runs
from reader.language.tokenizer import Token, tokenize
from reader.parallel.amounts import Amount, japanese_amounts


class ClueKind(Enum):
    """How a clue is compared with English."""

    AMOUNT = auto()
    LATIN = auto()  # in Latin letters: as it is
    KATAKANA = auto()  # by its sound, as a name and as a word
    NAME = auto()  # a proper noun in kanji: by its reading, and as a name
    KANJI = auto()  # kanji that may be a name, though the tokenizer did not say so
    WORD = auto()  # by the glosses of a word or compound
    READING = auto()  # by its reading, for Japanese words that stand in the English: “niru”
    ORIGIN = auto()  # by the foreign word that UniDic gives as the origin of one in katakana


class Clue(NamedTuple):
    """``text[start:end]`` and what it is compared by.

    ``texts`` are spellings of a word or name, the likeliest first, or what stands in Latin letters;
    ``kana`` is a name's reading; ``amount`` a number or month.
    """

    start: int
    end: int
    kind: ClueKind
    texts: tuple[str, ...] = ()
    kana: str = ""
    amount: Amount | None = None

    @property
    def key(self) -> str:
        """The same for clues that mean the same."""
        if self.amount:
            return f"{self.amount.kind}:{self.amount.value:.10g}:{self.amount.also}:{self.amount.is_day}"
        return f"{self.kind.name}:{self.texts[0]}:{self.kana}"


_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９]*")
_KATAKANA = re.compile("[ァ-ヴー]{2,}")
_KANJI = re.compile("[一-鿿々ヶ]{2,4}")
_WORDS = CONTENT | {"接尾辞"}
_RUNS = frozenset("名詞 接頭辞 形状詞 動詞 形容詞 副詞".split())
_LONGEST_COMPOUND = 12
_MOST_TOKENS = 5


def japanese_clues(text: str) -> list[Clue]:
    """The clues of one sentence."""
    tokens = tokenize(text)
    amounts = list(japanese_amounts(text, tokens))
    clues = [Clue(amount.start, amount.end, ClueKind.AMOUNT, amount=amount) for amount in amounts]
    for match in _LATIN.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0]).lower()
        clues.append(Clue(*match.span(), ClueKind.LATIN, (plain,)))
    for match in _KATAKANA.finditer(text):
        clues.append(Clue(*match.span(), ClueKind.KATAKANA, (match[0],), match[0]))
    for match in _KANJI.finditer(text):
        clues.append(Clue(*match.span(), ClueKind.KANJI, (match[0],)))
    clues += _names(tokens)
    clues += _readings(tokens)
    clues += _words(tokens, amounts)
    return clues


def _names(tokens: Sequence[Token]) -> Iterator[Clue]:
    for token in tokens:
        if token.pos[1] == "固有名詞" and has_kanji(token.surface):
            yield Clue(token.start, token.end, ClueKind.NAME, (token.surface,), token.kana)


def _readings(tokens: Sequence[Token]) -> Iterator[Clue]:
    """Words as they stand and in their dictionary form: 煮えた and 煮える."""
    for first, token in enumerate(tokens):
        if token.pos[0] not in _RUNS or not token.kana:
            continue
        kana, end = token.kana, token.end
        for follower in tokens[first + 1 :]:
            if follower.pos[0] != "助動詞" or follower.start != end:
                break
            kana, end = kana + follower.kana, follower.end
        for reading in dict.fromkeys((kana, token.base_kana)):
            if len(reading) > 1:
                yield Clue(token.start, end, ClueKind.READING, (reading,), reading)


def _words(tokens: Sequence[Token], amounts: Sequence[Amount]) -> Iterator[Clue]:
    counted = {place for amount in amounts for place in range(amount.start, amount.end)}
    runs = possible_runs(tokens)
    for first, token in enumerate(tokens):
        if token.start in counted:
            continue
        _, _, origin = token.lemma.partition("-")
        if origin[:1].isascii() and origin[:1].isalpha():
            yield Clue(token.start, token.end, ClueKind.ORIGIN, (origin.lower(),))
        if token.pos[0] in _RUNS:
            for last, spellings in runs[first]:
                end = tokens[last - 1].end
                if last - first <= _MOST_TOKENS and end - token.start <= _LONGEST_COMPOUND:
                    yield Clue(token.start, end, ClueKind.WORD, spellings)
        if token.pos[0] in _WORDS and not _is_grammar(token):
            lemma = token.lemma.partition("-")[0]
            forms = dict.fromkeys(filter(None, (*dictionary_forms(token), lemma)))
            yield Clue(token.start, token.end, ClueKind.WORD, tuple(forms))


def _is_grammar(token: Token) -> bool:
    """する, いる, こと … in kana: words that are everywhere and say nothing."""
    if len(token.surface) == 1 and is_hiragana(token.surface):
        return True
    return token.pos[:2] == ("動詞", "非自立可能") and is_hiragana(token.surface)
