"""Which sentences belong together, given how well any few of them fit: dynamic programming over two texts.

A group is a run of Japanese sentences and the run of English sentences that says the same; a sentence that
only one side has is a group on its own. The groups keep the order of both texts and hold every sentence once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """Japanese sentences ``ja_start`` to ``ja_end`` and English ones ``en_start`` to ``en_end`` (exclusive).

    ``confidence`` (0 to 1) is the probability of its weakest link: of the sentence that is the least likely
    to have any of its partners in this group; for a left out sentence, that it has no partner.
    """

    ja_start: int
    ja_end: int
    en_start: int
    en_end: int
    confidence: float


SHAPES = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (1, 3), (3, 1))
"""The numbers of Japanese and English sentences that a group may have."""

Score = Callable[[int, int, int, int], float]
"""The logarithm of how much likelier it is that the sentences of a group (its four bounds) belong together
than that they do not, its shape's own likelihood included; minus infinity where they cannot."""

Band = Sequence[tuple[int, int]]
"""For each number of Japanese sentences from 0: the fewest and most English sentences that may go before."""

Tick = Callable[[float], None]
"""Called often with how much of some work is done (0 to 1); what it raises ends the work."""


def part(tick: Tick, start: float, end: float) -> Tick:
    """What hears of a part of the work, from ``start`` to ``end`` of all of it."""
    return lambda done: tick(start + done * (end - start))


_NEVER = -math.inf
_DONE_AFTER_FIRST_PASS = 0.7
_NEGLIGIBLE = 1e-6


def group(
    n_ja: int, n_en: int, score: Score, band: Band | None = None, tick: Tick = lambda done: None
) -> list[Group]:
    """The likeliest groups of ``n_ja`` and ``n_en`` sentences, in order; ``tick`` hears how much is done.

    Time and memory grow with the cells of ``band``; all are allowed where it is None. A band must let a path
    through: its first row allows 0, its last ``n_en``, and neighbouring rows overlap.
    """
    lattice = _Lattice(band or [(0, n_en)] * (n_ja + 1), score, tick)
    path = lattice.best_path()
    lattice.go_back()
    return [Group(*bounds, lattice.confidence(*bounds)) for bounds in path]


class _Cell:
    """All ways to group the sentences before a place: the best, and the sum over all."""

    __slots__ = ("backward", "best", "choice", "forward", "steps")

    def __init__(self) -> None:
        self.best = self.forward = self.backward = _NEVER
        self.choice = -1
        self.steps: list[tuple[int, float]] = []  # shape, score: the groups that end here


class _Lattice:
    def __init__(self, band: Band, score: Score, tick: Tick) -> None:
        self.band, self.tick = band, tick
        self.rows: list[list[_Cell]] = []
        self.links: dict[tuple[int, int], float] = {}
        self.alone_ja: dict[int, float] = {}
        self.alone_en: dict[int, float] = {}
        for ja, (low, high) in enumerate(band):
            tick(_DONE_AFTER_FIRST_PASS * ja / len(band))
            self.rows.append([])
            for en in range(low, high + 1):
                self.rows[-1].append(self._reach(ja, en, score))

    def _at(self, ja: int, en: int) -> _Cell | None:
        if ja < 0:
            return None
        low, high = self.band[ja]
        return self.rows[ja][en - low] if low <= en <= high and en - low < len(self.rows[ja]) else None

    def _reach(self, ja: int, en: int, score: Score) -> _Cell:
        cell = _Cell()
        if ja == en == 0:
            cell.best = cell.forward = 0.0
            return cell
        sums: list[float] = []
        for shape, (a, b) in enumerate(SHAPES):
            before = self._at(ja - a, en - b)
            if before is None or before.best == _NEVER:
                continue
            gain = score(ja - a, ja, en - b, en)
            if gain == _NEVER:
                continue
            cell.steps.append((shape, gain))
            sums.append(before.forward + gain)
            if before.best + gain > cell.best:
                cell.best, cell.choice = before.best + gain, shape
        cell.forward = _log_sum(sums)
        return cell

    def best_path(self) -> list[tuple[int, int, int, int]]:
        path: list[tuple[int, int, int, int]] = []
        ja, en = len(self.band) - 1, self.band[-1][1]
        while ja or en:
            cell = self._at(ja, en)
            assert cell is not None
            a, b = SHAPES[cell.choice]
            path.append((ja - a, ja, en - b, en))
            ja, en = ja - a, en - b
        return path[::-1]

    def go_back(self) -> None:
        """Go through all groups from the end, and add up how likely each link between sentences is."""
        last = self.rows[-1][-1]
        last.backward, total = 0.0, last.forward
        for ja in range(len(self.rows) - 1, -1, -1):
            self.tick(1 - (1 - _DONE_AFTER_FIRST_PASS) * ja / len(self.rows))
            for offset in range(len(self.rows[ja]) - 1, -1, -1):
                cell, en = self.rows[ja][offset], self.band[ja][0] + offset
                if cell.backward == _NEVER:
                    continue
                for shape, gain in cell.steps:
                    a, b = SHAPES[shape]
                    before = self._at(ja - a, en - b)
                    assert before is not None
                    onward = cell.backward + gain
                    before.backward = _log_add(before.backward, onward)
                    likelihood = math.exp(min(0.0, before.forward + onward - total))
                    if likelihood > _NEGLIGIBLE:
                        self._count(ja - a, ja, en - b, en, likelihood)

    def _count(self, ja_start: int, ja_end: int, en_start: int, en_end: int, likelihood: float) -> None:
        if ja_start == ja_end:
            self.alone_en[en_start] = self.alone_en.get(en_start, 0.0) + likelihood
        elif en_start == en_end:
            self.alone_ja[ja_start] = self.alone_ja.get(ja_start, 0.0) + likelihood
        for ja in range(ja_start, ja_end):
            for en in range(en_start, en_end):
                self.links[ja, en] = self.links.get((ja, en), 0.0) + likelihood

    def confidence(self, ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        if ja_start == ja_end:
            return min(1.0, self.alone_en.get(en_start, 0.0))
        if en_start == en_end:
            return min(1.0, self.alone_ja.get(ja_start, 0.0))
        ja_sentences, en_sentences = range(ja_start, ja_end), range(en_start, en_end)
        strongest = [
            *(max(self.links.get((ja, en), 0.0) for en in en_sentences) for ja in ja_sentences),
            *(max(self.links.get((ja, en), 0.0) for ja in ja_sentences) for en in en_sentences),
        ]
        return min(1.0, *strongest)


def _log_add(one: float, other: float) -> float:
    if one < other:
        one, other = other, one
    return one if other == _NEVER else one + math.log1p(math.exp(other - one))


def _log_sum(values: Sequence[float]) -> float:
    if not values:
        return _NEVER
    most = max(values)
    return most if most == _NEVER else most + math.log(sum(math.exp(value - most) for value in values))
