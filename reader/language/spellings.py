"""Under which spellings a dictionary may have the words of a text: tokens, runs of them, halves of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from reader.language.characters import KANJI, has_kanji, is_hiragana, is_kanji, is_katakana
from reader.language.expressions import (
    CLOSING_EXPRESSIONS,
    FIXED_PHRASES,
    FUNCTION_EXPRESSIONS,
    HEAD_EXPRESSIONS,
)
from reader.language.inflection import is_potential
from reader.language.tokenizer import Facts, Token

# What a compound or a set phrase of several tokens may begin with.
CONTENT = frozenset("名詞 動詞 形容詞 形状詞 副詞 連体詞 接頭辞 代名詞 接続詞 感動詞".split())
_LONGEST_RUN = 8  # tokens in a compound or set phrase
_SIGNS = frozenset(("補助記号", "空白", "記号"))
_EXPRESSIONS = FUNCTION_EXPRESSIONS | HEAD_EXPRESSIONS | FIXED_PHRASES | CLOSING_EXPRESSIONS
_EXPRESSION_HEADS = frozenset(expression[0] for expression in _EXPRESSIONS)
_EXPRESSION_BEGINNINGS = {
    expression[:length] for expression in _EXPRESSIONS for length in range(1, len(expression) + 1)
}
_VOICED = dict(
    zip("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True)
)
_CAUSATIVE_TO_BASE = dict(zip("かがさたなばまらわ", "くぐすつぬぶむるう", strict=True))
_STEM_TO_BASE = dict(zip("いきぎしちにびみりく", "うくぐすつぬぶむるい", strict=True))


def spellings_to_look_up(tokens: Sequence[Token], runs: Iterable[Iterable[Run]]) -> set[str]:
    """Every spelling that the words of these tokens, and their parts, may have in a dictionary.

    ``runs`` are ``possible_runs`` of the tokens.
    """
    wanted = {form for token in tokens for form in dictionary_forms(token)}
    wanted.update(
        [form for token in tokens for pair in halves(token) for part in pair for form in part.forms]
    )
    wanted.update([spelling for from_one in runs for _, spellings in from_one for spelling in spellings])
    return wanted


# --- one token ------------------------------------------------------------------------------------


def dictionary_forms(token: Token) -> tuple[str, ...]:
    """The spellings under which a dictionary may have one token, the likeliest first; none for signs."""
    return _forms(token.facts)


@lru_cache(maxsize=8192)
def _forms(facts: Facts) -> tuple[str, ...]:
    """The spellings of a token by its facts: the same tokens come again and again."""
    token = Token(0, len(facts[0]), *facts)
    if is_sign(token):
        return ()
    kind, base = token.pos[0], token.base
    forms = [base]
    if kind == "動詞":
        forms += _other_verb_forms(token)
    if not token.ctype or (len(token.surface) > 1 and token.cform in ("連用形-一般", "命令形", "語幹-一般")):
        forms.append(token.surface)  # 動き of 動く, 広く of 広い, 手軽 of 手軽さ
    forms += filter(None, (plain_causative(token), modern_form(token)))
    if kind in ("動詞", "形容詞") and is_hiragana(base):
        forms.append(token.lemma)
    if kind == "名詞" and len(base) > 1 and base[-1] in _STEM_TO_BASE and has_kanji(base):  # 楽しみ of 楽しむ
        forms += [base[:-1] + _STEM_TO_BASE[base[-1]], base + "る"]
    return tuple(dict.fromkeys(filter(None, forms)))


def plain_form(token: Token) -> str:
    """防ぐ for the potential 防げる, which UniDic gives as lemma only; "" for what is no potential verb."""
    return token.base[:-2] + token.lemma[-1] if is_potential(token) and is_hiragana(token.lemma[-1]) else ""


def plain_causative(token: Token) -> str:
    """書く for 書かす, the short causative, which few dictionaries have; "" for what cannot be one."""
    if token.ctype != "五段-サ行" or len(token.base) < 3 or token.base[-2] not in _CAUSATIVE_TO_BASE:
        return ""
    return token.base[:-2] + _CAUSATIVE_TO_BASE[token.base[-2]]


def modern_form(token: Token) -> str:
    """高い for 高し, 感じる for the 感じ of 感ずる; "" for what is modern as it stands."""
    if token.ctype.startswith("文語形容詞"):
        return token.base + "い" if token.ctype.endswith("シク") else token.base[:-1] + "い"
    if token.base.endswith("ずる") and token.surface.startswith(token.base[:-2] + "じ"):
        return token.base[:-2] + "じる"
    return ""


def plain_lemma(token: Token) -> str:
    """UniDic's headword without what tells it from others: 差す of 差す-他動詞."""
    return token.lemma.partition("-")[0]


def _other_verb_forms(token: Token) -> list[str]:
    """JMdict may have 応じる for 応ずる, 属す for 属する and the other way round, and few potential verbs."""
    base = token.base
    forms = [plain_form(token)]
    if base.endswith("ずる"):
        forms.append(base[:-2] + "じる")
    elif base.endswith("する") and len(base) == 3:
        forms.append(base[:-1])
    elif base.endswith("す") and len(base) == 2:
        forms.append(base + "る")
    return forms


def voiced_base(token: Token) -> str:
    """The dictionary form, voiced where the token is: づける for the づけ of 関連づけ, つける to UniDic."""
    first, base = token.surface[0], token.base
    return first + base[1:] if base and _VOICED.get(base[0]) == first else base


def is_sign(token: Token) -> bool:
    return token.pos[0] in _SIGNS and not token.surface[0].isalpha()  # UniDic counts rare kanji as signs, too


# --- halves of a token ----------------------------------------------------------------------------


class Part(NamedTuple):
    """A part of one token, ``text[start:end]``, and the spellings under which a dictionary may have it."""

    start: int
    end: int
    forms: tuple[str, ...]


_COMPOUND_VERB = re.compile(f"(.*[{KANJI}][ぁ-ん]*)([{KANJI}][ぁ-ん]+)")
_SHORTEST_KATAKANA = 3  # of the halves: アナリスト is no アナ and リスト


def halves(token: Token) -> Iterator[tuple[Part, Part]]:
    """The ways to take one token apart into two words, evenly first: 打ち合う, 不動産, ハイパーテキスト."""
    surface, start, end = token.surface, token.start, token.end
    if token.pos[0] == "動詞":
        if compound := _COMPOUND_VERB.fullmatch(token.base):
            stem, second = compound.groups()
            forms = (stem[:-1] + _STEM_TO_BASE.get(stem[-1], stem[-1]), stem + "る")
            middle = start + len(stem)
            yield Part(start, middle, forms), Part(middle, end, (second,))
        return
    if len(surface) <= 2:
        return
    if is_katakana(surface):
        cuts = range(_SHORTEST_KATAKANA, len(surface) - _SHORTEST_KATAKANA + 1)
    elif is_kanji(surface):
        cuts = range(1, len(surface))
    else:
        return
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(surface))):
        yield Part(start, start + cut, (surface[:cut],)), Part(start + cut, end, (surface[cut:],))


# --- runs of tokens -------------------------------------------------------------------------------


Run = tuple[int, tuple[str, ...]]
"""Two and more tokens that may be one headword: the index behind them, and how it would be spelt.

Where the last of them is conjugated, that is with its dictionary form and as it stands; else as it stands.
A potential verb counts as a form of the verb that it comes from, too.
A plain tuple, since there are two or three for each token, and hardly any is a headword.
"""


def possible_runs(tokens: Sequence[Token]) -> list[list[Run]]:
    """For each token, the runs that begin with it, the longest first."""
    endings = [_endings(token) for token in tokens]
    return [_runs_from(first, tokens, endings) for first in range(len(tokens))]


def first_runs(tokens: Sequence[Token]) -> list[Run]:
    """The runs that begin with the first token, the longest first."""
    return _runs_from(0, tokens, [_endings(token) for token in tokens])


def _endings(token: Token) -> tuple[str, ...]:
    """The spellings with which a token may end a run, the one that it has last; none for signs."""
    if is_sign(token):
        return ()
    if not token.ctype:
        return (token.surface,)
    plain = plain_form(token)  # 聞き取る of 聞き取れない
    base = voiced_base(token) if token.base != token.surface else ""
    return tuple(filter(None, (plain, base, token.surface)))


def _runs_from(first: int, tokens: Sequence[Token], endings: Sequence[tuple[str, ...]]) -> list[Run]:
    before, kind, end = tokens[first].surface, tokens[first].pos[0], tokens[first].end
    if kind not in CONTENT and before[0] not in _EXPRESSION_HEADS:
        return []
    runs: list[Run] = []
    for index in range(first + 1, min(len(tokens), first + _LONGEST_RUN)):
        token, ways = tokens[index], endings[index]
        if not ways or token.start != end:
            break
        as_it_stands = before + ways[-1]
        spellings = (as_it_stands,) if len(ways) == 1 else tuple([before + way for way in ways])
        runs.append((index + 1, spellings))
        if kind == "助詞" and _EXPRESSION_BEGINNINGS.isdisjoint(spellings):
            break  # a particle begins nothing else
        before, end = as_it_stands, token.end
    runs.reverse()
    return runs


def known_runs(runs: Iterable[Iterable[Run]], found: Set[str]) -> list[list[Run]]:
    """Those that the grammar or the dictionary (``found``) has as one under any of their spellings."""
    return [
        [run for run in from_one if not (found.isdisjoint(run[1]) and _EXPRESSIONS.isdisjoint(run[1]))]
        for from_one in runs
    ]
