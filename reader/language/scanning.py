"""What may be a word from the same place on, whatever the tokenizer thinks: as 10ten and Yomitan look.

The dictionary decides which of it are words. It stands below the words in context, so that the right entry is
within reach even where the tokenizer is wrong, and so that a compound can be taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.language.characters import is_kanji, is_katakana
from reader.language.deinflection import origins
from reader.language.spellings import CONTENT, dictionary_forms, first_runs, is_sign, plain_lemma
from reader.language.tokenizer import Token

_LONGEST_FORM = 16  # characters
_MOST_TOKENS = 8
_MOST_KANJI = 4  # in a word that begins within another
_LEAST_KATAKANA = 3
# Behind these no inflected form goes on.
_ENDS_FORM = (("助詞", "格助詞"), ("助詞", "係助詞"), ("助詞", "副助詞"))


class Find(NamedTuple):
    """``text[start:end]`` may be a form of the headword ``spelling``.

    ``pos`` are the parts of speech (JMdict's codes) that conjugate so, ``steps`` what happened on the way;
    both are empty for what stands as it is.
    """

    start: int
    end: int
    spelling: str
    pos: frozenset[str] = frozenset()
    steps: tuple[str, ...] = ()


def scan(text: str, tokens: Sequence[Token], index: int) -> list[Find]:
    """What may be found from the start of a token on, and within it.

    First under UniDic's own headword, which may be spelt otherwise (見る for 診る); then by place, from each
    the longest first.
    """
    token = tokens[index]
    finds = [*_forms_from(text, tokens, index), *_runs(tokens, index), *_itself(token), *_within(token, text)]
    finds.sort(key=lambda find: (find.start, -find.end))
    if token.pos[0] in CONTENT:
        finds.insert(0, Find(token.start, token.end, plain_lemma(token)))
    return list(dict.fromkeys(finds))


def _forms_from(text: str, tokens: Sequence[Token], first: int) -> Iterator[Find]:
    """Inflected forms that begin with the token ``first`` and end where a token ends."""
    is_content = tokens[first].pos[0] in CONTENT
    if not is_content and first > 0 and not is_sign(tokens[first - 1]):
        return  # what begins a sentence may be no particle after all
    start = end = tokens[first].start
    for token in tokens[first : first + _MOST_TOKENS]:
        if token.start != end or token.end - start > _LONGEST_FORM or is_sign(token):
            return
        if token.pos[:2] in _ENDS_FORM and is_content:
            return
        end = token.end
        if "ぁ" <= text[end - 1] <= "ー":
            for base, pos, steps in origins(text[start:end]):
                if len(base) > 1:
                    yield Find(start, end, base, pos, steps)


def _runs(tokens: Sequence[Token], first: int) -> Iterator[Find]:
    window = tokens[first : first + _MOST_TOKENS]
    for last, spellings in first_runs(window):
        for spelling in spellings:
            yield Find(window[0].start, window[last - 1].end, spelling)


def _itself(token: Token) -> Iterator[Find]:
    if token.pos[0] in CONTENT or token.pos[0] == "接尾辞" or is_katakana(token.surface):
        for spelling in dictionary_forms(token):
            yield Find(token.start, token.end, spelling)


def _within(token: Token, text: str) -> Iterator[Find]:
    """Words from each of its characters on: 色 and 緑色 in 青緑色, アイランド in ロングアイランド."""
    if is_katakana(token.surface):
        yield from _within_katakana(token)
        return
    has_okurigana = not is_kanji(text[token.end - 1])
    for start in range(token.start + bool(token.ctype), token.end):  # the kanji of a verb is no word in it
        if has_okurigana and start > token.start and is_kanji(text[start]):
            yield Find(start, token.end, text[start : token.end])  # 持ち of 国持ち
        for end in range(start + 1, min(start + _MOST_KANJI, len(text)) + 1):
            if not is_kanji(text[end - 1]):
                break
            yield Find(start, end, text[start:end])


def _within_katakana(token: Token) -> Iterator[Find]:
    surface, length = token.surface, len(token.surface)
    for start in range(length - _LEAST_KATAKANA + 1):
        for end in range(start + _LEAST_KATAKANA, length + 1):
            if end - start < length:
                yield Find(token.start + start, token.start + end, surface[start:end])
