"""Which English words of a pair say which of its Japanese words, and by which sense of which entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Span, Support
from reader.parallel.japanese_clues import japanese_clues
from reader.parallel.matching import English, english_clues, matches, spellings
from reader.parallel.meanings import Meanings

_DOUBTFUL = 0.3  # less sure than this, only what leaves little doubt counts


def find_support(japanese: str, english: str, meanings: Meanings) -> tuple[Support, ...]:
    """The supports, the surest first, of equals the one for the longest Japanese."""
    clues = japanese_clues(japanese)
    meanings.prepare(*spellings(clues))
    in_english = english_clues(english)
    there = English(in_english)
    en_places = _places((clue.key, (clue.start, clue.end)) for clue in in_english)
    ja_places = _places((clue.key, (clue.start, clue.end)) for clue in clues)
    found: dict[tuple[Span, Span, int, int], Support] = {}
    for clue in {clue.key: clue for clue in clues}.values():
        for key, match in matches(clue, there, meanings).items():
            if match.sureness < _DOUBTFUL and not match.plain:
                continue
            for ja, en in _couples(ja_places[clue.key], en_places[key]):
                support = Support(ja, en, match.sureness, match.entry, match.sense)
                known = found.setdefault((ja, en, match.entry, match.sense), support)
                if known.sureness < support.sureness:
                    found[ja, en, match.entry, match.sense] = support
    return tuple(_without_rivals(japanese, sorted(found.values(), key=_order)))


def _without_rivals(japanese: str, ordered: Iterable[Support]) -> Iterator[Support]:
    """An English word says one thing: what it supports best, with its compounds, parts and repetitions."""
    best: dict[Span, Span] = {}
    for support in ordered:
        start, end = best.setdefault(support.en, support.ja)
        overlaps = support.ja[0] < end and start < support.ja[1]
        if overlaps or japanese[slice(*support.ja)] == japanese[start:end]:
            yield support


def _order(support: Support) -> tuple[float, int, Span, Span, int]:
    start, end = support.ja
    return -support.sureness, start - end, support.ja, support.en, support.entry


def _places(clues: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    places: dict[str, list[Span]] = {}
    for key, span in clues:
        places.setdefault(key, []).append(span)
    return places


def _couples(ja: Sequence[Span], en: Sequence[Span]) -> list[tuple[Span, Span]]:
    """What each of the same words on one side goes with: one by one if there are as many on the other."""
    if len(ja) == len(en):
        return list(zip(ja, en, strict=True))
    return [(one, other) for one in ja for other in en]
