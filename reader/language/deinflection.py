"""Leads a form back to the dictionary forms that it may come from, by its ending alone.

A second opinion beside the tokenizer's, which does not know every contraction and has one answer only.
Whether a dictionary has the words, and as parts of speech that can conjugate so, is for the caller to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.kana import to_hiragana
from reader.language.conjugation import DICTIONARY_CLASSES, ENDINGS

_LONGEST = max(map(len, ENDINGS))


class Origin(NamedTuple):
    """A dictionary form that a form may come from.

    ``pos`` are JMdict's codes of the words that conjugate so, ``steps`` what happened on the way, in order:
    keys of ``inflection.EXPLANATIONS``.
    """

    base: str
    pos: frozenset[str]
    steps: tuple[str, ...]


def origins(form: str) -> list[Origin]:
    """The dictionary forms that ``form`` may come from, those with the fewest steps first.

    The form itself is not among them. Emphasis is looked through: すっげーー is read as すげー, too.
    """
    found: dict[tuple[str, frozenset[str]], Origin] = {}
    for variant in _variants(form):
        for origin in _origins(variant):
            found.setdefault((origin.base, origin.pos), origin)
    return list(found.values())


def _origins(form: str) -> Iterator[Origin]:
    """Undo one ending after the other, each wherever what is left could have been conjugated so."""
    waiting = [Origin(form, frozenset(), ())]
    for base, pos, steps in waiting:
        for length in range(min(_LONGEST, len(base)), -1, -1):
            rest = base[: len(base) - length]
            for ending in ENDINGS.get(base[len(rest) :], ()):
                # What nothing was taken from yet may be any form, but for those that have no name.
                if not pos.isdisjoint(ending.result) if pos else ending.steps:
                    waiting.append(Origin(rest + ending.end, ending.classes, _joined(ending.steps, steps)))
    return (origin for origin in waiting if not origin.pos.isdisjoint(DICTIONARY_CLASSES))


def _joined(first: tuple[str, ...], steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps in order; behind a causative there is no doubt about られる."""
    if first == ("causative",) and steps[:1] == ("passive or potential",):
        return (*first, "passive", *steps[1:])
    return first + steps


_EMPHASIS = re.compile(
    "[っー〜～]+|(?<=[あぁ])ぁ+|(?<=[いぃ])ぃ+|(?<=[うぅ])ぅ+|(?<=[えぇ])ぇ+|(?<=[おぉ])ぉ+"
)


def _variants(form: str) -> tuple[str, ...]:
    """The form in hiragana, as it is; then with its emphasis less and gone."""
    form = to_hiragana(form)
    if not _EMPHASIS.search(form):
        return (form,)
    less = _EMPHASIS.sub(lambda found: found[0][0], form)
    return tuple(dict.fromkeys((form, less, less.replace("っ", ""), _EMPHASIS.sub("", form))))
