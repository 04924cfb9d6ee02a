"""Joins tokens into what a reader sees as one word.

A word is a core and its inflection: 持ち続け+ている, 行わ+れた. The core is one token, or several where a
dictionary has them as one (緊張緩和, 引き続き) or the grammar makes them one (10万人, について).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.language.auxiliaries import BEHIND_TE, inflection_end
from reader.language.characters import has_kanji, is_hiragana, is_katakana
from reader.language.expressions import (
    ADJECTIVES_IN_NAI,
    CLOSING_EXPRESSIONS,
    FIXED_PHRASES,
    FUNCTION_EXPRESSIONS,
    HEAD_EXPRESSIONS,
    SELDOM_ONE_WORD,
)
from reader.language.lexicon import UNRANKED, Found, Headword
from reader.language.names import name_end
from reader.language.numbers import Number
from reader.language.spellings import CONTENT, Run, modern_form, plain_causative, plain_form, voiced_base
from reader.language.tokenizer import Token, touches


@dataclass(slots=True)
class Span:
    """The word ``tokens[first:last]``; ``tokens[first:core]`` is its core, the rest inflects it.

    ``headword`` is the core's dictionary form in the spelling of the text.
    """

    first: int
    core: int
    last: int
    headword: str


def merge_numbers(text: str, tokens: Sequence[Token], numbers: Sequence[Number]) -> list[Token]:
    """The tokens with each number and its counter as one; what is left of a token that it cuts is others."""
    merged: list[Token] = []
    pending = iter(numbers)
    number = next(pending, None)
    for token in tokens:
        start = token.start
        while number and number.start < token.end:
            if start < number.start:
                merged.append(_piece_of(token, text, start, number.start))
            if token.start <= number.start:
                merged.append(_number_token(number))
            start = max(start, number.end)
            if number.end > token.end:
                break
            number = next(pending, None)
        if start == token.start:
            merged.append(token)
        elif start < token.end:
            merged.append(_piece_of(token, text, start, token.end))
    return merged


def _piece_of(token: Token, text: str, start: int, end: int) -> Token:
    surface = text[start:end]
    return Token(start, end, surface, "", surface, "", surface, "", token.pos, "", "")


def _number_token(number: Number) -> Token:
    """12月, also for one in full-width digits, so that both are saved as one word."""
    kind = "普通名詞" if number.is_name else "数詞"
    base = unicodedata.normalize("NFKC", number.surface)
    return Token(
        number.start, number.end, number.surface, "", base, "", base, "", ("名詞", kind, "", ""), "", ""
    )


def find_words(
    tokens: Sequence[Token], runs: Sequence[Sequence[Run]], found: Found, names: Collection[str] = ()
) -> list[Span]:
    """The words of a text, in order: every token is in exactly one.

    ``found`` is what a dictionary has of ``spellings_to_look_up``, ``names`` what it has of
    ``possible_names``; ``runs`` are ``known_runs``.
    """
    spans: list[Span] = []
    first = 0
    while first < len(tokens):
        span = _longest_of(runs[first], tokens, first, found) or _single(tokens, first, found)
        if span.core == first + 2 and _longer_follows(runs, tokens, first, found):
            span = _single(tokens, first, found)
        last = name_end(tokens, first, found, names)
        if last and (last > span.core or span.core == first + 1):
            span = Span(first, last, last, _surface(tokens, first, last))
        if _is_name_suffix(tokens, span.last) and (
            _ends_name(tokens, span) or (span.last == last and _belongs_to_end(tokens, last, found))
        ):
            last = span.last + 1
            span = Span(first, last, last, _surface(tokens, first, last))
        if tokens[span.last - 1].surface in _FOUNDERS and _is_founded(tokens, span.last):
            last = span.last + 1
            span = Span(first, last, last, _surface(tokens, first, last))
        spans.append(span)
        first = span.last
    return spans


def join_under(
    spans: Sequence[Span], tokens: Sequence[Token], stretches: Collection[tuple[int, int]]
) -> list[Span]:
    """The words, those made one over which one stretch of text (one ruby of the author's) goes."""
    joined: list[Span] = []
    for span in spans:
        start = tokens[span.first].start
        if joined and any(begin < start < end for begin, end in stretches):
            first = joined.pop().first
            joined.append(Span(first, span.last, span.last, _surface(tokens, first, span.last)))
        else:
            joined.append(span)
    return joined


def _surface(tokens: Sequence[Token], first: int, last: int) -> str:
    return "".join(token.surface for token in tokens[first:last])


def _single(tokens: Sequence[Token], first: int, found: Found) -> Span:
    token = tokens[first]
    if not token.ctype:
        return Span(first, first + 1, first + 1, token.base)
    return Span(first, first + 1, inflection_end(tokens, first), _headword(token, found))


def _headword(token: Token, found: Found) -> str:
    """The dictionary form of one token that is conjugated, in the spelling of the text."""
    if token.lemma == "為る" and token.base == "す":  # すべき
        return "する"
    if token.cform.startswith("命令形") and (plain := plain_form(token)):  # 読めよ
        return plain
    if (modern := modern_form(token)) in found:
        return modern
    if token.cform.startswith("語幹") and token.base not in found and token.surface in found:
        return token.surface  # 手軽 of 手軽さ, which UniDic takes for 手軽い
    if token.base in found:
        return token.base
    causative = plain_causative(token)
    return plain_form(token) or (causative if causative in found else token.base)  # 飲む of 飲めない


def _longest_of(runs: Sequence[Run], tokens: Sequence[Token], first: int, found: Found) -> Span | None:
    """The longest of the runs from ``first`` that is one word."""
    if (
        tokens[first].surface in _BEHIND_NUMBER
        and touches(tokens, first)
        and tokens[first - 1].pos[1] == "数詞"
    ):
        return None  # 一か月 前 に, not 前に
    for core, spellings in runs:
        as_it_stands = spellings[-1]
        if _is_fixed(tokens, first, core, as_it_stands, found):
            return Span(first, core, core, as_it_stands)
        last = inflection_end(tokens, core - 1)
        for spelling in spellings:
            if _is_expression(tokens[first], spelling) and not _is_said(tokens, core):
                if spelling != as_it_stands or not _is_verb_after_all(tokens, core, last):
                    return Span(first, core, last, spelling)
            elif (
                spelling in found
                and _is_sensible(tokens[first:core], spelling, found)
                and not _is_cut_off(tokens, first, core)
            ):
                return Span(first, core, last, spelling)
    return None


def _is_fixed(tokens: Sequence[Token], first: int, core: int, spelling: str, found: Found) -> bool:
    """Whether ``tokens[first:core]`` are one as they stand, here, and no form of anything."""
    if spelling in HEAD_EXPRESSIONS and _is_head(tokens, first):
        return True
    if spelling in CLOSING_EXPRESSIONS and _closes(tokens, core):
        return True
    return spelling in FIXED_PHRASES or _is_interjection(tokens[first:core], spelling, found)


def _is_cut_off(tokens: Sequence[Token], first: int, core: int) -> bool:
    """Whether a phrase would end within another expression (どこか in どこかな), or begin within one."""
    if tokens[core - 1].surface == "か" and touches(tokens, core) and tokens[core].pos[1] == "終助詞":
        return True
    return touches(tokens, first) and _begins_within(tokens, first, core)


_FORMAL_NOUNS = frozenset(
    "こと もの ところ 事 物 所 人".split()
)  # what stands before them says what they are


def _begins_within(tokens: Sequence[Token], first: int, core: int) -> bool:
    """Whether what stands before a phrase belongs with its first word alone.

    責任を負う in 無限責任を負う, 時に in 終了時に, ことによって in 分けることによって.
    """
    head, before, last = tokens[first], tokens[first - 1], tokens[core - 1]
    if _surface(tokens, first, core) == "後に" and before.pos[0] == "助動詞":  # 食べた後に
        return True
    if head.surface in _FORMAL_NOUNS and before.ctype and last.pos[0] == "動詞":
        return tokens[core - 2].surface != "で"  # ものである is grammar
    if head.pos[0] != "名詞" or before.pos[0] != "名詞" or before.pos[2] == "副詞可能":  # 今日気がついた
        return False
    is_phrase = any(token.pos[0] == "助詞" for token in tokens[first + 1 : core - 1])
    return is_phrase or (head.surface in ("時", "前") and last.pos[0] == "助詞")


def _longer_follows(runs: Sequence[Sequence[Run]], tokens: Sequence[Token], first: int, found: Found) -> bool:
    """Whether two nouns are better parted: in 米連邦準備制度 a much longer word begins with the second."""
    if tokens[first + 1].pos[0] != "名詞" or not any(last >= first + 4 for last, _ in runs[first + 1]):
        return False
    following = _longest_of(runs[first + 1], tokens, first + 1, found)
    return following is not None and following.core >= first + 4


_BEHIND_NUMBER = frozenset("前後間中")


def _is_interjection(tokens: Sequence[Token], spelling: str, found: Found) -> bool:
    """すみません, ありがとうございました: no longer felt as forms of verbs."""
    if tokens[0].pos[0] == "感動詞":
        kinds = {"int", "exp"}
    elif len(tokens) > 2 and is_hiragana(spelling):  # but 知らない is 知る
        kinds = {"int"}
    else:
        return False
    return any(not entry.pos.isdisjoint(kinds) and not entry.obsolete for entry in found.get(spelling, ()))


def _is_head(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sentence or clause begins at a token: at the very beginning, or behind a sign that ends none
    (in 『花』では, で is a particle).
    """
    if not touches(tokens, first):
        return True
    before = tokens[first - 1].pos
    return before[0] in ("補助記号", "記号") and before[1] != "括弧閉"


# Behind a name these are part of it: NATO軍, ロシア側, パリ市. Titles and さん, 氏 are words of their own.
_NAME_SUFFIXES = frozenset("軍部省庁党派語人教島川山湖州県市区町村駅港線城寺社系製産流式級側家族海峡門橋") | {
    "通り"
}
_FOUNDERS = frozenset("都道府県市区町村")  # of a school or a library: 大阪府立
_COMPASS = frozenset("東西南北")


def _ends_name(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word is a name, or a point of the compass such as 東南, that a suffix may follow."""
    last, surface = tokens[span.last - 1], tokens[span.first].surface
    if span.last > span.first + 1:
        return last.pos[1] == "固有名詞" and last.pos[2] != "人名"
    is_latin = surface.isascii() and surface.isupper() and len(surface) > 1
    return is_latin or (last.pos[1] == "固有名詞" and last.pos[0] == "名詞") or _COMPASS.issuperset(surface)


def _belongs_to_end(tokens: Sequence[Token], index: int, found: Found) -> bool:
    """Whether a suffix goes with the last piece of the name before it: 中日新聞+社, シルダリヤ+川."""
    before = tokens[index - 1].surface
    return before + tokens[index].surface in found or is_katakana(before)


def _is_name_suffix(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].surface in _NAME_SUFFIXES and touches(tokens, index)


def _is_founded(tokens: Sequence[Token], index: int) -> bool:
    return touches(tokens, index) and tokens[index].surface == "立"


def _is_expression(head: Token, spelling: str) -> bool:
    """Whether the grammar has it as one; in 読んである, で is no copula and である is not said."""
    is_copula = head.pos[0] == "助動詞" or not spelling.startswith("であ")
    return spelling in FUNCTION_EXPRESSIONS and is_copula


_BEHIND_THE_END = frozenset("です でし だ だっ ね よ な ねえ なあ って と けど".split())


def _closes(tokens: Sequence[Token], core: int) -> bool:
    """Whether a sentence ends with the token before ``core``, but for what softens or quotes it."""
    if not touches(tokens, core):
        return True
    following = tokens[core]
    return following.surface in _BEHIND_THE_END or (
        following.pos[0] in ("補助記号", "記号") and following.surface != "、"
    )


def _is_said(tokens: Sequence[Token], core: int) -> bool:
    """Whether 言う at the end of an expression says something: 行くと言われた, 「はい」と言った。

    In という and といった it stands before what is called so.
    """
    verb = tokens[core - 1]
    if verb.lemma != "言う" or verb.cform.startswith(("終止形", "連体形")):
        return False
    if not verb.cform.endswith("促音便") or not touches(tokens, core) or tokens[core].surface != "た":
        return True
    is_before_noun = touches(tokens, core + 1) and tokens[core + 1].pos[0] in ("名詞", "接頭辞", "形状詞")
    return has_kanji(verb.surface) and not is_before_noun


def _is_verb_after_all(tokens: Sequence[Token], core: int, last: int) -> bool:
    """Whether what looks like an expression is but a verb that goes on: を始め+たい, に付いて+いる."""
    if last > core:
        return tokens[core - 1].pos[0] == "動詞"
    behind_te = touches(tokens, core) and tokens[core - 1].pos[1] == "接続助詞"
    return behind_te and tokens[core].pos[0] == "動詞" and tokens[core].lemma == "居る"


# --- which headwords of several tokens are words here ---------------------------------------------

# Particles that a headword may end in. は and が at the end betray a greedy match: 今日は, これは.
_NEVER_ENDING = frozenset("はがを")
_ENDING_PARTICLES = frozenset("に と も で の か て だけ たり".split())


def _is_sensible(tokens: Sequence[Token], spelling: str, found: Found) -> bool:
    """Whether a headword that spans several tokens is one word here, and no accident of spelling."""
    entries = found[spelling]
    head, last = tokens[0], tokens[-1]
    if len(tokens) == 2 and head.pos[1] == "数詞" and last.pos[2] == "助数詞":  # ひとつ
        return True
    if len(tokens) == 2 and head.ctype and last.pos[0] == "助動詞" and last.lemma == "ない":
        if spelling in ADJECTIVES_IN_NAI:
            return True
        return head.base not in found and has_kanji(spelling)  # 思いがけない, but 食べない is 食べる
    if (
        spelling in SELDOM_ONE_WORD
        or tokens[0].pos[0] not in CONTENT
        or any(token.surface == "は" for token in tokens[1:-1])
    ):
        return False
    return _may_end(tokens, spelling, entries) and (
        _is_sensible_in_kana(tokens, spelling, entries)
        if is_hiragana(spelling)
        else not all(entry.obsolete for entry in entries)
    )


def _may_end(tokens: Sequence[Token], spelling: str, entries: Sequence[Headword]) -> bool:
    """Whether a headword of these parts of speech may end in the last of the tokens."""
    head, last = tokens[0], tokens[-1]
    if last.surface == "は":  # または, あるいは
        return head.pos[0] in ("接続詞", "副詞") and _has(entries, "conj")
    if last.pos[0] == "助詞":
        return _may_end_in_particle(tokens, entries)
    if last.pos[0] == "助動詞":
        return _may_end_in_auxiliary(tokens, entries)
    if last.pos[0] == "動詞" and not _may_end_in_verb(tokens, entries):
        return False
    is_dictionary_form = spelling.endswith((voiced_base(last), plain_form(last) or last.base))
    return not last.ctype or is_dictionary_form or _is_noun_like(last, entries)


def _may_end_in_auxiliary(tokens: Sequence[Token], entries: Sequence[Headword]) -> bool:
    """どのように, 間違いない, but 見られる is 見る, and 行ってきました no form of the farewell."""
    head, last = tokens[0], tokens[-1]
    if last.surface == "ず" and head.pos[0] == "名詞":  # 親知らず
        return _has(entries, "n", "adj-no", "adj-na")
    if last.lemma == "ます" and last.surface != "ます":
        return False
    only_inflects = len(tokens) == 2 and bool(head.ctype)
    return not only_inflects and (last.lemma == "ない" or _has(entries, "exp", "adv", "adj-pn"))


def _may_end_in_verb(tokens: Sequence[Token], entries: Sequence[Headword]) -> bool:
    """協議する stays 協議 + する; 行ってくる is inflected, but やってくる is a word that many use."""
    before, last = tokens[-2], tokens[-1]
    if before.pos[1] == "接続助詞" and last.lemma in BEHIND_TE:
        return any(entry.rank < UNRANKED for entry in entries)
    return not (last.lemma == "為る" and before.pos[0] == "名詞" and len(tokens) == 2)


def _has(entries: Sequence[Headword], *codes: str) -> bool:
    return any(not entry.pos.isdisjoint(codes) for entry in entries)


def _may_end_in_particle(tokens: Sequence[Token], entries: Sequence[Headword]) -> bool:
    """一度に, 主として: adverbs and conjunctions; never a noun that merely is followed by a particle."""
    head, before, last = tokens[0], tokens[-2], tokens[-1]
    if len(tokens) == 2 and head.pos[0] == "副詞":  # 必ずしも, どうやら
        return last.surface not in _NEVER_ENDING and _has(entries, "adv", "conj")
    if last.surface not in _ENDING_PARTICLES:
        return False
    if len(tokens) > 2 and before.pos[0] in ("助詞", "助動詞") and _begins_adverb(head):
        is_any = head.pos[0] == "代名詞" and last.surface == "も"  # 誰でも
        return _has(entries, "adv", "conj") or (is_any and _has(entries, "exp"))
    if before.cform.startswith(("終止形", "連体形")) and before.pos[0] == "動詞":  # 要するに
        return _has(entries, "adv", "conj")
    if before.pos[0] in ("動詞", "形容詞", "助動詞", "助詞"):  # 何とかして, 行ったり来たり
        return (before.surface == "し" or last.surface == "たり") and _has(entries, "adv", "conj", "exp")
    is_someone = head.pos[0] == "代名詞" and last.surface == "か"  # 誰か, which is a pronoun, too
    return is_someone or _has(entries, "adv", "conj", "exp", "adv-to", "adj-no")


def _begins_adverb(token: Token) -> bool:
    """いつ of いつの間にか, どう of どうしても, 今 of 今にも."""
    return token.pos[0] in ("代名詞", "副詞") or token.pos[2] == "副詞可能" or is_hiragana(token.surface)


def _is_noun_like(token: Token, entries: Sequence[Headword]) -> bool:
    """Whether a conjugated form at the end is the headword's own end: 位置付け, 組み合わせ, いずれにせよ."""
    if _has(entries, "conj", "adv"):
        return True
    is_stem = token.cform.startswith("連用形-一般")
    return is_stem and _has(entries, "n", "vs", "adj-no", "adj-na", "n-suf", "exp")


_NO_ACCIDENT = 7  # kana


def _is_sensible_in_kana(tokens: Sequence[Token], spelling: str, entries: Sequence[Headword]) -> bool:
    """Kana meets a headword by accident easily: only words that are usually so written may, or long ones."""
    is_long = len(spelling) >= _NO_ACCIDENT
    usual = [entry for entry in entries if (entry.in_kana or is_long) and not entry.obsolete]
    if not usual or len(spelling) < 3:
        return False
    head, last = tokens[0], tokens[-1]
    if last.pos[0] == "助動詞" and last.surface not in _ENDING_PARTICLES and last.lemma != "ない":
        return _has(usual, "adj-pn")  # ちょっとした
    if head.pos[0] == "動詞" and last.pos[0] == "助詞":  # a verb with its endings: おいた, みて
        return False
    return len(tokens) < 4 or _has(usual, "exp", "adv")
