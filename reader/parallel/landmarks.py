"""Where a long text stands in the other: rare things that both mention, as far as in the same order.

A book is aligned in windows of some dozen sentences; landmarks say which window of the other side to look at,
whatever was left out before. Time and memory grow with the number of sentences alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

_RARE = 3  # what more sentences of a side mention tells nothing of the place
_ASKED = 3  # landmarks whose middle one is believed, since a single one may be a mistake


class Landmarks:
    """Which sentences of two texts mention the same rare things."""

    def __init__(self, ja: Sequence[Iterable[Hashable]], en: Sequence[Iterable[Hashable]]) -> None:
        """Takes, for each sentence, what it mentions, comparable between the two sides."""
        chain = _longest_chain(_shared(ja, en))
        self._ja = [ja_sentence for ja_sentence, _ in chain]
        self._en = [en_sentence for _, en_sentence in chain]
        self._n_en = len(en)

    def before(self, ja: int) -> int:
        """An English sentence that Japanese sentence number ``ja`` comes behind; 0 where nothing is known."""
        at = bisect_left(self._ja, ja)
        return sorted(self._en[at - _ASKED : at])[_ASKED // 2] if at >= _ASKED else 0

    def behind(self, ja: int) -> int:
        """An English sentence that comes behind Japanese sentence number ``ja``; the end if none is known."""
        at = bisect_left(self._ja, ja)
        near = self._en[at : at + _ASKED]
        return near[_ASKED // 2] if len(near) == _ASKED else self._n_en


class _Point(NamedTuple):
    """Sentences that may be each other's, and how much speaks for it."""

    ja: int
    en: int
    weight: float


def _shared(ja: Sequence[Iterable[Hashable]], en: Sequence[Iterable[Hashable]]) -> list[_Point]:
    ja_places, en_places = _places(ja), _places(en)
    weights: dict[tuple[int, int], float] = {}
    for thing, mine in ja_places.items():
        its = en_places.get(thing, ())
        if len(mine) <= _RARE and 0 < len(its) <= _RARE:
            for one in mine:
                for other in its:
                    weights[one, other] = weights.get((one, other), 0.0) + 1 / (len(mine) * len(its))
    return [_Point(*place, weight) for place, weight in weights.items()]


def _places(sentences: Sequence[Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    """The sentences that mention each thing; of what is not rare, only enough to see that."""
    places: dict[Hashable, list[int]] = {}
    for number, things in enumerate(sentences):
        for thing in set(things):
            known = places.setdefault(thing, [])
            if len(known) <= _RARE:
                known.append(number)
    return places


def _longest_chain(points: Iterable[_Point]) -> list[tuple[int, int]]:
    """The points that come in the same order on both sides and together weigh the most."""
    ordered = sorted(points, key=lambda point: (point.ja, -point.en))
    width = max((point.en for point in ordered), default=0) + 2
    # a Fenwick tree: the heaviest chain that ends at or before each English sentence
    best: list[tuple[float, int]] = [(0.0, -1)] * width
    links: list[int] = []
    for number, point in enumerate(ordered):
        weight, before = 0.0, -1
        at = point.en
        while at > 0:
            if best[at][0] > weight:
                weight, before = best[at]
            at -= at & -at
        links.append(before)
        at = point.en + 1
        while at < width:
            if best[at][0] < weight + point.weight:
                best[at] = weight + point.weight, number
            at += at & -at
    last = max(best, default=(0.0, -1))[1]
    chain: list[tuple[int, int]] = []
    while last >= 0:
        chain.append((ordered[last].ja, ordered[last].en))
        last = links[last]
    return chain[::-1]
