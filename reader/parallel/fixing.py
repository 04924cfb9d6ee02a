"""What the user's own pairs leave to be aligned: they are walls that no other pair crosses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.model import Pair, Span

_LONGEST = 1_500  # characters: three times the longest sentence of a newspaper


class _Run(NamedTuple):
    """A run of pairs in order: its last pair, and the run before that."""

    end: Span
    pair: tuple[Span, Span]
    before: _Run | None


class Gap(NamedTuple):
    """Sentences of both sides between two walls, the user's own pairs taken out."""

    ja: tuple[Span, ...]
    en: tuple[Span, ...]


def usable(fixed: Iterable[Pair], japanese: str, english: str) -> list[Pair]:
    """The fixed pairs that can be kept: not those beyond the texts' ends or overlapping an earlier one."""
    kept: list[Pair] = []
    for pair in fixed:
        inside = all(
            span is None or 0 <= span[0] < span[1] <= len(text)
            for span, text in ((pair.ja, japanese), (pair.en, english))
        )
        overlaps = any(overlap(pair.ja, other.ja) or overlap(pair.en, other.en) for other in kept)
        if inside and not overlaps and (pair.ja or pair.en):
            kept.append(pair._replace(confidence=1.0, fixed=True))
    return kept


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two spans have anything in common."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def not_too_long(text: str, sentences: Iterable[Span]) -> list[Span]:
    """The sentences, cut where one has no end for pages, so that none takes all time and memory."""
    pieces: list[Span] = []
    for start, end in sentences:
        at = start
        while end - at > _LONGEST:
            cut = max(text.rfind(mark, at, at + _LONGEST) for mark in " 　、,;；") + 1 or at + _LONGEST
            pieces.append((at, cut))
            at = cut
        pieces.append((at, end))
    return pieces


def split_at(text: str, sentences: Sequence[Span], fixed: Iterable[Span | None]) -> tuple[Span, ...]:
    """The sentences, those that a fixed span cuts through split there, so that each is inside or outside."""
    cuts = sorted({place for span in fixed if span for place in span})
    split: list[Span] = []
    for start, end in sentences:
        places = [start, *cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)], end]
        for first, last in pairwise(places):
            part = text[first:last]
            if part.strip():
                split.append((last - len(part.lstrip()), first + len(part.rstrip())))
    return tuple(split)


def gaps(ja: Sequence[Span], en: Sequence[Span], fixed: Sequence[Pair]) -> list[Gap]:
    """The gaps between the fixed pairs, in order, empty ones left out.

    A fixed pair that crosses others takes its sentences out of their gaps, but is no wall: the walls are the
    longest run of pairs that are in order on both sides.
    """
    walls = _in_order([(pair.ja, pair.en) for pair in fixed if pair.ja and pair.en])
    free_ja = _without(ja, [pair.ja for pair in fixed if pair.ja])
    free_en = _without(en, [pair.en for pair in fixed if pair.en])
    found: list[Gap] = []
    ja_from = en_from = 0
    for ja_wall, en_wall in (*walls, (None, None)):
        ja_to = bisect_left(free_ja, ja_wall) if ja_wall else len(free_ja)
        en_to = bisect_left(free_en, en_wall) if en_wall else len(free_en)
        if ja_to > ja_from or en_to > en_from:
            found.append(Gap(tuple(free_ja[ja_from:ja_to]), tuple(free_en[en_from:en_to])))
        ja_from, en_from = ja_to, en_to
    return found


def _in_order(pairs: Iterable[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The longest run of pairs whose English is in the order of their Japanese."""
    runs: list[_Run] = []  # by length: the one that ends the earliest
    for pair in sorted(pairs):
        at = bisect_left(runs, pair[1], key=_end_of_run)
        runs[at : at + 1] = [_Run(pair[1], pair, runs[at - 1] if at else None)]
    longest: list[tuple[Span, Span]] = []
    run = runs[-1] if runs else None
    while run:
        longest.append(run.pair)
        run = run.before
    return longest[::-1]


def _end_of_run(run: _Run) -> Span:
    return run.end


def _without(sentences: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    taken = sorted(taken)
    return [sentence for sentence in sentences if not _inside(sentence, taken)]


def _inside(sentence: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, (sentence[0] + 1, 0)) - 1
    return at >= 0 and sentence[1] <= taken[at][1]
