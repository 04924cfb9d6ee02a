"""What the English of its sentence says about a word: which entry is meant, and in which sense."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from reader.model import Analysis, EntryRef, PartOfSpeech, Support, Word

_SURE = 0.3  # what is less sure may be chance
_MUCH_SURER = 0.05
_FAR = 2  # code points between two words that are not said together


class Evidence(NamedTuple):
    """That the English of the sentence has ``english`` (a word or some, as they stand there) for an entry's
    ``sense`` (from 1; 0 for a name, which has no senses to tell apart)."""

    entry: int
    sense: int
    english: str


def likely(supports: Iterable[Support]) -> tuple[Support, ...]:
    """The supports in the same order, without those for an English word that surely belongs to another
    Japanese one: “states” beside 国 says nothing about 声明, which may mean a statement."""
    supports = tuple(supports)
    surest: dict[tuple[int, int], Support] = {}
    for support in supports:
        if support.en not in surest or surest[support.en].sureness < support.sureness:
            surest[support.en] = support
    return tuple(
        support
        for support in supports
        if _overlap(support.ja, surest[support.en].ja)
        or support.sureness >= surest[support.en].sureness - _MUCH_SURER
    )


def evidence_for(word: Word, supports: Iterable[Support], english: str) -> tuple[Evidence, ...]:
    """What there is for a word and its parts, the surest first; offsets of ``supports`` are those of the word
    and of the text ``english``.

    A word that the dictionaries do not have may be known by its sound: entry 0. Numbers need no evidence.
    """
    if word.pos is PartOfSpeech.NUMBER:
        return ()
    inside = [
        support
        for support in supports
        if word.start <= support.ja[0] and support.ja[1] <= word.end and support.sureness >= _SURE
    ]
    known = [support for support in inside if support.entry] or inside
    order = {_about(support): number for number, support in reversed(list(enumerate(known)))}
    groups = groupby(sorted(known, key=lambda support: order[_about(support)]), _about)
    found = [Evidence(*about[:2], _said(english, list(group))) for about, group in groups]
    return tuple(dict.fromkeys(found))


def supported_first(analysis: Analysis, supports: Sequence[Support]) -> Analysis:
    """The analysis with the entries that the English supports before others for the same stretch of text.

    Those stay where they are if the first of them is supported as well.
    """
    sure = {
        (support.ja, support.entry) for support in supports if support.entry and support.sureness >= _SURE
    }
    words = tuple(_reordered(word, sure) for word in analysis.words)
    return analysis if words == analysis.words else analysis._replace(words=words)


def _reordered(word: Word, sure: set[tuple[tuple[int, int], int]]) -> Word:
    entries = list(word.entries)
    for span in {(reference.start, reference.end) for reference in entries}:
        places = [n for n, reference in enumerate(entries) if (reference.start, reference.end) == span]
        here = [entries[n] for n in places]
        if not _is_supported(here[0], sure):
            here.sort(key=lambda reference: not _is_supported(reference, sure))
            for place, reference in zip(places, here, strict=True):
                entries[place] = reference
    return word if tuple(entries) == word.entries else word._replace(entries=tuple(entries))


def _is_supported(reference: EntryRef, sure: set[tuple[tuple[int, int], int]]) -> bool:
    return ((reference.start, reference.end), reference.id) in sure


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _about(support: Support) -> tuple[int, int, tuple[int, int]]:
    return support.entry, support.sense, support.ja


def _said(english: str, supports: Sequence[Support]) -> str:
    """The English words as they stand there, those apart from each other with an ellipsis between."""
    spans = sorted({support.en for support in supports})
    said = english[slice(*spans[0])]
    for before, span in pairwise(spans):
        gap = english[before[1] : span[0]]
        said += (gap if len(gap) <= _FAR else " … ") + english[slice(*span)]
    return " ".join(said.split())
