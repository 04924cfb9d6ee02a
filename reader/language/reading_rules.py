"""Words whose reading depends on their neighbours, where UniDic is often wrong: a table with the cause of each rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.language.tokenizer import Token


class Rule(NamedTuple):
    """Reads a token ``reading`` where all that is given holds; the first rule of a spelling that holds is taken.

    ``before`` is searched in the text that ends where the token begins, ``after`` is matched from where it ends.
    ``behind`` and ``ahead`` are the beginnings of the parts of speech that the neighbouring token must have, joined
    with "-"; several are separated by a space.
    """

    spelling: str
    reading: str
    cause: str
    before: str = ""
    after: str = ""
    behind: str = ""
    ahead: str = ""


RULES: tuple[Rule, ...] = (
    Rule("私", "わたし", "UniDic prefers the formal わたくし"),
    Rule("日本", "にほん", "UniDic prefers the solemn にっぽん"),
    Rule("何", "なに", "before a case particle, 何 is no counter's なん", after="[をがもかやにへは]|から|より"),
    Rule("後", "ご", "その後 and the like are Sino-Japanese", before="(その|この|直|以|戦|死|年|月|日|週間|時間|分|秒|世紀)$"),
    Rule("後", "ご", "a suffix to the noun before it", behind="名詞-普通名詞 名詞-固有名詞 名詞-数詞 接尾辞-名詞的"),
    Rule("前", "ぜん", "the former holder of an office", after="政権|大統領|首相|会長|社長|知事|市長|議長|長官|大臣|代表|監督"),
    Rule("前", "まえ", "a time before", behind="名詞-数詞"),
    Rule("人", "じん", "people of a country or place", behind="名詞-固有名詞-地名"),
)


def _compiled() -> dict[str, tuple[_Compiled, ...]]:
    table: dict[str, list[_Compiled]] = {}
    for rule in RULES:
        table.setdefault(rule.spelling, []).append(
            _Compiled(
                rule.reading,
                re.compile(rule.before if not rule.before or rule.before.endswith("$") else f"(?:{rule.before})$"),
                re.compile(rule.after),
                tuple(rule.behind.split()),
                tuple(rule.ahead.split()),
            )
        )
    return {spelling: tuple(rules) for spelling, rules in table.items()}


class _Compiled(NamedTuple):
    reading: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    behind: tuple[str, ...]
    ahead: tuple[str, ...]


_LEFT_CONTEXT = 6
_BY_SPELLING = _compiled()


def reading_by_rule(text: str, tokens: Sequence[Token], index: int) -> str | None:
    """The reading of the token ``index`` (hiragana) if a rule knows better than UniDic."""
    token = tokens[index]
    rules = _BY_SPELLING.get(token.surface)
    if rules is None:
        return None
    before = text[max(0, token.start - _LEFT_CONTEXT) : token.start]
    for rule in rules:
        if (
            rule.before.search(before)
            and rule.after.match(text, token.end)
            and _has_pos(tokens, index - 1, rule.behind, token.start)
            and _has_pos(tokens, index + 1, rule.ahead, token.end)
        ):
            return rule.reading
    return None


def _has_pos(tokens: Sequence[Token], index: int, wanted: tuple[str, ...], meets: int) -> bool:
    """Whether the neighbour ``index``, which must touch the place ``meets``, has one of these parts of speech."""
    if not wanted:
        return True
    if not 0 <= index < len(tokens):
        return False
    neighbour = tokens[index]
    return meets in (neighbour.start, neighbour.end) and "-".join(neighbour.pos).startswith(wanted)
