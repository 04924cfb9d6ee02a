"""Joins tokens into what a reader sees as one word.

A word is a core and its inflection: 持ち続け+ている, 行わ+れた. The core is one token, or several where a dictionary
has them as one (緊張緩和, 引き換えに) or the grammar makes them one (10万人, について, ジョー・バイデン).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reader.language.expressions import FUNCTION_EXPRESSIONS
from reader.language.inflection import is_potential
from reader.language.kana import KANJI, has_kanji, is_hiragana, is_kanji, is_katakana
from reader.language.lexicon import Found, Headword
from reader.language.numbers import Number
from reader.language.tokenizer import Token

_LONGEST_SPAN = 8  # tokens in a compound or set phrase
_LONGEST_EXPRESSION = 8


class Span(NamedTuple):
    """The word ``tokens[first:last]``; ``tokens[first:core]`` is its core, the rest inflects it.

    ``headword`` is the core's dictionary form in the spelling of the text.
    """

    first: int
    core: int
    last: int
    headword: str


def merge_numbers(text: str, tokens: Sequence[Token], numbers: Sequence[Number]) -> list[Token]:
    """The tokens with each number and its counter as one token, the rest of a token that it cuts as another."""
    merged: list[Token] = []
    pending = iter(numbers)
    number = next(pending, None)
    for token in tokens:
        while number and number.end <= token.start:
            number = next(pending, None)
        if number is None or token.end <= number.start:
            merged.append(token)
            continue
        if token.start == number.start:
            surface = text[number.start : number.end]
            pos = ("名詞", "数詞", "", "")
            merged.append(Token(number.start, number.end, surface, "", surface, "", surface, "", pos, "", ""))
        if token.end > number.end:
            rest = text[number.end : token.end]
            merged.append(Token(number.end, token.end, rest, "", rest, "", rest, "", token.pos, "", ""))
    return merged


# --- which spellings to ask a dictionary for ------------------------------------------------------

_CONTENT = frozenset(
    ("名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞", "接頭辞", "代名詞", "接続詞", "感動詞")
)
_SYMBOLS = frozenset(("補助記号", "空白", "記号"))  # where no letters: UniDic counts rare kanji as signs, too
# Particles that may end, or stand in, a phrase that the dictionary has; は, が at the end only betray a greedy match.
_ENDING_PARTICLES = frozenset(("に", "と", "も", "で", "の", "か", "て"))
_INNER_NEVER = frozenset(("は", "、"))


def _is_symbol(token: Token) -> bool:
    return token.pos[0] in _SYMBOLS and not token.surface[0].isalpha()


def spellings_to_look_up(tokens: Sequence[Token]) -> set[str]:
    """Every spelling that the words of these tokens, and their parts, may have in a dictionary."""
    wanted = {form for token in tokens for form in dictionary_forms(token)}
    wanted.update(form for token in tokens for pair in halves(token) for part in pair for form in part.forms)
    for first in range(len(tokens)):
        for last in _span_ends(tokens, first):
            wanted.update(_span_spellings(tokens, first, last))
    return wanted


def dictionary_forms(token: Token) -> tuple[str, ...]:
    """The spellings under which a dictionary may have one token: its base, 書く for 書ける, its surface, its lemma."""
    kind, base = token.pos[0], token.base
    if _is_symbol(token):
        return ()
    forms = [base]
    if kind == "動詞":
        forms += _other_verb_forms(token)
    forms.append(token.surface)
    if kind in ("動詞", "形容詞") and token.lemma and is_hiragana(base):
        forms.append(token.lemma)
    if kind == "名詞" and len(base) > 1 and base[-1] in _STEM_TO_BASE and has_kanji(base):  # 楽しみ of 楽しむ
        forms += [base[:-1] + _STEM_TO_BASE[base[-1]], base + "る"]
    return tuple(dict.fromkeys(form for form in forms if form))


_STEM_TO_BASE = dict(zip("いきぎしちにびみりく", "うくぐすつぬぶむるい", strict=True))


def plain_form(token: Token) -> str:
    """防ぐ for the potential 防げる; "" for what is no potential verb."""
    return token.base[:-2] + token.lemma[-1] if is_potential(token) and is_hiragana(token.lemma[-1]) else ""


def _other_verb_forms(token: Token) -> list[str]:
    """JMdict may have 応じる for 応ずる, 属す for 属する and the other way round, and no potential verbs."""
    base = token.base
    forms = [plain_form(token)]
    if base.endswith("ずる"):
        forms.append(base[:-2] + "じる")
    elif base.endswith("する") and len(base) == 3:
        forms.append(base[:-1])
    elif base.endswith("す") and len(base) == 2:
        forms.append(base + "る")
    return forms


class Part(NamedTuple):
    """A part of one token, ``text[start:end]``, and the spellings under which a dictionary may have it."""

    start: int
    end: int
    forms: tuple[str, ...]


_COMPOUND_VERB = re.compile(f"(.*[{KANJI}][ぁ-ん]*)([{KANJI}][ぁ-ん]+)")
_SHORTEST_KATAKANA_COMPOUND = 5


def halves(token: Token) -> Iterator[tuple[Part, Part]]:
    """The ways to take one token apart into two words: 打ち合う, 不動産, ハイパーテキスト."""
    surface, start, end = token.surface, token.start, token.end
    if token.pos[0] == "動詞":
        if compound := _COMPOUND_VERB.fullmatch(token.base):
            stem, second = compound.groups()
            forms = (stem[:-1] + _STEM_TO_BASE.get(stem[-1], stem[-1]), stem + "る")
            yield Part(start, start + len(stem), forms), Part(start + len(stem), end, (second,))
        return
    if is_katakana(surface) and len(surface) >= _SHORTEST_KATAKANA_COMPOUND:
        cuts = range(2, len(surface) - 1)
    elif len(surface) > 2 and all(map(is_kanji, surface)):
        cuts = range(1, len(surface))
    else:
        return
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(surface))):
        yield Part(start, start + cut, (surface[:cut],)), Part(start + cut, end, (surface[cut:],))


def _span_ends(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """The ends of the token runs from ``first``, of two and more, that a dictionary may have as one headword."""
    head = tokens[first]
    if head.pos[0] not in _CONTENT and not head.surface.startswith(_EXPRESSION_HEADS):
        return
    for last in range(first + 1, min(len(tokens), first + _LONGEST_SPAN)):
        token = tokens[last]
        if token.start != tokens[last - 1].end or _is_symbol(token):
            return
        yield last + 1


_EXPRESSION_HEADS = tuple({expression[0] for expression in FUNCTION_EXPRESSIONS})


def subspans(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The runs of two and more tokens from ``first`` that end by ``last``, longest first, and their spellings."""
    for end in reversed([end for end in _span_ends(tokens, first) if end <= last]):
        yield end, _span_spellings(tokens, first, end)


def _span_spellings(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """A run of tokens as it stands, and with the dictionary form of its last token where that differs."""
    before = "".join(token.surface for token in tokens[first : last - 1])
    ending = tokens[last - 1]
    if ending.base == ending.surface or not ending.ctype:
        return (before + ending.surface,)
    return (before + ending.base, before + ending.surface)


# --- cutting a text into words --------------------------------------------------------------------


def find_words(tokens: Sequence[Token], found: Found, names: Collection[str] = ()) -> list[Span]:
    """The words of a text, in order: every token is in exactly one.

    ``names`` are those of ``possible_names`` that are known to be names.
    """
    spans: list[Span] = []
    first = 0
    while first < len(tokens):
        span = (
            _name_at(tokens, first, found, names)
            or _longest_at(tokens, first, found)
            or _single(tokens, first, found)
        )
        spans.append(span)
        first = span.last
    return spans


def _single(tokens: Sequence[Token], first: int, found: Found) -> Span:
    token = tokens[first]
    headword = token.base if token.base in found else plain_form(token) or token.base  # 飲む of 飲めない
    return Span(first, first + 1, _inflection_end(tokens, first), headword)


def _longest_at(tokens: Sequence[Token], first: int, found: Found) -> Span | None:
    """The longest run of tokens from ``first`` that is one word."""
    for core in reversed(list(_span_ends(tokens, first))):
        for spelling in _span_spellings(tokens, first, core):
            as_it_stands = spelling.endswith(tokens[core - 1].surface)
            if _is_expression(tokens, first, spelling) or (
                spelling in found
                and _is_sensible(tokens[first:core], spelling, found[spelling], as_it_stands)
            ):
                return Span(first, core, _inflection_end(tokens, core - 1), spelling)
    return None


def _is_expression(tokens: Sequence[Token], first: int, spelling: str) -> bool:
    if spelling not in FUNCTION_EXPRESSIONS:
        return False
    # と and で after a verb may be a conjunction: 行くと|いう is と+いう all the same, but 読んで|ある is not である.
    return not (
        tokens[first].surface == "で" and tokens[first].pos[0] == "助詞" and spelling.startswith("であ")
    )


def _is_sensible(
    tokens: Sequence[Token], spelling: str, entries: Sequence[Headword], as_it_stands: bool
) -> bool:
    """Whether a headword that spans several tokens is one word here, and no accident of spelling."""
    head, last = tokens[0], tokens[-1]
    if head.pos[0] not in _CONTENT or any(token.surface in _INNER_NEVER for token in tokens[1:-1]):
        return False
    if last.surface == "は":  # または, あるいは, but not 今日は
        return head.pos[0] in ("接続詞", "副詞") and any("conj" in entry.pos for entry in entries)
    if _is_suru(last) and head.pos[0] == "名詞" and len(tokens) == 2:  # 協議する stays 協議 + する
        return False
    if last.pos[0] == "助詞" and not _may_end_in_particle(tokens, entries):
        return False
    if last.pos[0] == "助動詞":  # どのように, このような, 間違いない
        return last.lemma == "ない" or any(entry.pos & {"exp", "adv", "adj-pn"} for entry in entries)
    if last.ctype and as_it_stands and last.base != last.surface and not _is_noun_like(last, entries):
        return False
    if is_hiragana(spelling):
        return _is_sensible_in_kana(tokens, spelling, entries)
    return not all(entry.obsolete for entry in entries)


def _may_end_in_particle(tokens: Sequence[Token], entries: Sequence[Headword]) -> bool:
    """引き換えに, 主として: adverbs and conjunctions; never a noun that merely is followed by a particle."""
    if tokens[-1].surface not in _ENDING_PARTICLES:
        return False
    if tokens[-2].pos[0] in ("動詞", "形容詞", "助動詞", "助詞"):
        return tokens[-2].surface == "し" and any(entry.pos & {"adv", "conj", "exp"} for entry in entries)
    return any(entry.pos & {"adv", "conj", "exp", "adv-to", "adj-no"} for entry in entries)


def _is_noun_like(token: Token, entries: Sequence[Headword]) -> bool:
    """Whether a verb's stem that stands at the end is the headword's own end: 位置付け, 組み合わせ."""
    return token.cform.startswith("連用形-一般") and any(
        entry.pos & {"n", "vs", "adj-no", "adj-na", "adv", "n-suf", "exp"} for entry in entries
    )


_KANA_HEADS = frozenset(
    ("名詞", "副詞", "代名詞", "連体詞", "接続詞", "感動詞", "接頭辞", "動詞", "形容詞", "形状詞")
)


def _is_sensible_in_kana(tokens: Sequence[Token], spelling: str, entries: Sequence[Headword]) -> bool:
    """Kana meets a headword by accident easily: only what is usually so written, and no bare verb with its endings."""
    usual = [entry for entry in entries if entry.in_kana and not entry.obsolete]
    if not usual or len(spelling) < 3:
        return False
    head, last = tokens[0], tokens[-1]
    if last.pos[0] in ("助動詞", "助詞") and last.surface not in _ENDING_PARTICLES and last.lemma != "ない":
        return False
    if head.pos[0] == "動詞" and last.pos[0] == "助詞":
        return False
    return len(tokens) < 4 or any("exp" in entry.pos for entry in usual)


# --- names ----------------------------------------------------------------------------------------


_LONGEST_NAME = 4  # tokens that UniDic may have cut a name into


def possible_names(tokens: Sequence[Token]) -> set[str]:
    """Runs of tokens that may be one name which UniDic does not know: pieces of katakana, unknown kanji."""
    wanted = set()
    for first in range(len(tokens)):
        for last in range(first + 2, min(len(tokens), first + _LONGEST_NAME) + 1):
            run = tokens[first:last]
            if run[-1].start != run[-2].end or run[-1].pos[0] not in ("名詞", "接尾辞", "接頭辞"):
                break
            if all(is_katakana(token.surface) for token in run) or (
                all(map(is_kanji, "".join(token.surface for token in run)))
                and not all(token.kana for token in run)
            ):
                wanted.add("".join(token.surface for token in run))
    return wanted


def _name_at(tokens: Sequence[Token], first: int, found: Found, names: Collection[str]) -> Span | None:
    """A name of several tokens: ジョー・バイデン, 安倍晋三, a foreign name that UniDic cut into pieces."""
    for last in range(min(len(tokens), first + _LONGEST_NAME), first + 1, -1):
        surface = "".join(token.surface for token in tokens[first:last])
        if surface in names and tokens[last - 1].end - tokens[first].start == len(surface):
            return Span(first, last, last, surface)
    if is_katakana(tokens[first].surface) and tokens[first].surface != "・":
        return _katakana_name_at(tokens, first, found)
    if tokens[first].pos[3] == "姓":
        last = first + 1
        while (
            last < len(tokens) and tokens[last].start == tokens[last - 1].end and tokens[last].pos[3] == "名"
        ):
            last += 1
        if last > first + 1:
            return Span(first, last, last, "".join(token.surface for token in tokens[first:last]))
    return None


def _katakana_name_at(tokens: Sequence[Token], first: int, found: Found) -> Span | None:
    """Pieces of katakana are one name if ・ stands between them, or if one of them is no word of its own."""
    parts = [_katakana_run(tokens, first)]
    while True:
        dot = parts[-1][1]
        if not (_touches(tokens, dot) and tokens[dot].surface in "・＝=" and _touches(tokens, dot + 1)):
            break
        if not is_katakana(tokens[dot + 1].surface) or tokens[dot + 1].surface == "・":
            break
        parts.append(_katakana_run(tokens, dot + 1))
    if len(parts) > 1 and any(_is_name(tokens, *part, found) for part in parts):
        last = parts[-1][1]
    elif parts[0][1] - first > 1 and not all(_is_word(token, found) for token in tokens[first : parts[0][1]]):
        last = parts[0][1]
    else:
        return None
    surface = "".join(token.surface for token in tokens[first:last])
    return Span(first, last, last, surface)


def _katakana_run(tokens: Sequence[Token], first: int) -> tuple[int, int]:
    last = first + 1
    while _touches(tokens, last) and is_katakana(tokens[last].surface) and tokens[last].surface != "・":
        last += 1
    return first, last


def _touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether there is a token ``index`` with no white space before it."""
    return index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _is_word(token: Token, found: Found) -> bool:
    return token.surface in found or (bool(token.kana) and len(token.surface) > 2)


def _is_name(tokens: Sequence[Token], first: int, last: int, found: Found) -> bool:
    """Whether a run of katakana is likely part of a person's or a foreign name."""
    surface = "".join(token.surface for token in tokens[first:last])
    if surface in found:
        return False
    return (
        tokens[first].pos[2] == "人名"
        or any(not token.kana for token in tokens[first:last])
        or last - first > 1
    )


def join_under(
    spans: Sequence[Span], tokens: Sequence[Token], stretches: Collection[tuple[int, int]]
) -> list[Span]:
    """The words, those made one that a stretch of text (under one ruby of the author's) has in common."""
    joined: list[Span] = []
    for span in spans:
        start = tokens[span.first].start
        if joined and any(
            begin < start < end and tokens[joined[-1].first].start < end for begin, end in stretches
        ):
            before = joined.pop()
            surface = "".join(token.surface for token in tokens[before.first : span.last])
            joined.append(Span(before.first, span.last, span.last, surface))
        else:
            joined.append(span)
    return joined


# --- inflection -----------------------------------------------------------------------------------

_AUXILIARIES_APART = frozenset(("だ", "です", "らしい"))  # words of their own behind a finished word
_JOINING_PARTICLES = frozenset(
    ("て", "で", "ば", "ちゃ", "じゃ", "ながら", "つつ", "たり", "だり", "ちゃあ", "ど")
)
# Verbs that only colour the verb before them: after て, and after its stem.
_AFTER_TE = frozenset(
    (
        "居る",
        "有る",
        "来る",
        "行く",
        "置く",
        "仕舞う",
        "見る",
        "貰う",
        "呉れる",
        "上げる",
        "遣る",
        "頂く",
        "下さる",
        "参る",
        "おる",
    )
)
_AFTER_STEM = frozenset(
    ("続ける", "始める", "過ぎる", "終わる", "終える", "出す", "得る", "兼ねる", "掛ける", "切る", "合う", "直す", "為さる", "込む",
     "尽くす", "上がる", "上げる", "抜く", "回る", "去る", "付ける", "立てる", "捲る", "損ねる", "損なう", "忘れる", "慣れる")
)  # fmt: skip


def _inflection_end(tokens: Sequence[Token], core: int) -> int:
    """The end of the auxiliaries and particles that inflect the token ``core``."""
    last = core + 1
    if tokens[core].pos[0] not in ("動詞", "形容詞", "助動詞", "接尾辞") or not tokens[core].ctype:
        return last
    while _touches(tokens, last) and _inflects(tokens[last - 1], tokens[last]):
        last += 1
    return last


def _inflects(before: Token, token: Token) -> bool:
    """Whether ``token`` continues the inflection of a verb or adjective that ``before`` ends, so far."""
    kind, detail = token.pos[0], token.pos[1]
    if kind == "助動詞":
        return token.lemma not in _AUXILIARIES_APART
    if kind == "助詞":
        return (
            token.surface in _JOINING_PARTICLES
            and detail in ("接続助詞", "副助詞")
            and before.pos[0] != "助詞"
        )
    stem = before.cform.startswith(("連用形", "語幹"))
    if detail == "助動詞語幹":  # 降りそうだ, but not 降るそうだ
        return stem and token.lemma == "そう-様態"
    if kind == "接尾辞":
        return (
            stem
            and token.surface != "方"
            and detail in ("形容詞的", "動詞的", "形状詞的")
            or (token.surface in ("さ", "み") and before.pos[0] == "形容詞")
        )
    if detail != "非自立可能":
        return False
    if kind == "形容詞":  # 大きくない, してほしい
        return token.lemma in ("無い", "欲しい") and (
            before.cform.startswith("連用形") and before.pos[0] == "形容詞" or before.surface in ("て", "で")
        )
    if before.surface in ("て", "で") and before.pos[1] == "接続助詞":
        return token.lemma in _AFTER_TE
    return stem and before.pos[0] in ("動詞", "形容詞") and token.lemma in _AFTER_STEM


def _is_suru(token: Token) -> bool:
    return token.lemma == "為る" and token.pos[0] == "動詞"
