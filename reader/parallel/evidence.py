"""How much what two texts have in common speaks for a group of sentences.

A clue is something of a sentence that its partner can be recognised by: a number, a name, a word. Where a
clue of one side matches clues in several sentences of the other, each of them has a share of it; so what is
everywhere counts for little, without a word list or corpus that says what is frequent.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Matches = Mapping[str, Mapping[str, float]]
"""Japanese clue → English clue → how sure it is (0 to 1) that they mean the same."""

_REPEATED = 0.3  # what a clue adds each time that a sentence repeats it
_MOST_GAIN = 30.0  # how many times likelier than chance a share can make a partner

_FEWEST_SENTENCES = 3  # where there are fewer, a clue is compared with as many others all the same


class _Weighed(NamedTuple):
    """A clue of one sentence: the sentences of the other side that share it, and how sure that is."""

    sureness: float
    shares: dict[int, float]
    weight: float

    def gain(self, ratio: float) -> float:
        """What it adds where its share is ``ratio`` times what chance would give."""
        return self.weight * math.log(1 + self.sureness * min(ratio, _MOST_GAIN) / (1 - self.sureness))


class Side(NamedTuple):
    """One text: the clues and the length of each sentence (in any unit, the same for all)."""

    clues: Sequence[Sequence[str]]
    lengths: Sequence[float]


class Evidence:
    """What the clues of two texts say about any group of their sentences."""

    def __init__(self, ja: Side, en: Side, matches: Matches) -> None:
        back: dict[str, dict[str, float]] = {}
        for one, others in matches.items():
            for other, sureness in others.items():
                back.setdefault(other, {})[one] = sureness
        self._ja = _Direction(ja, en, matches)
        self._en = _Direction(en, ja, back)

    def score(self, ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        """The logarithm of how much likelier the clues are if these sentences say the same than if not."""
        return self._ja.score(ja_start, ja_end, en_start, en_end) + self._en.score(
            en_start, en_end, ja_start, ja_end
        )

    def in_common(self, ja: int, en: int) -> float:
        """What of the score of two sentences is in favour of them, what only one has left out."""
        return self._ja.in_common(ja, en) + self._en.in_common(en, ja)


class _Direction:
    """The clues of ``source`` looked for in ``target``."""

    def __init__(self, source: Side, target: Side, matches: Matches) -> None:
        self._before = [0.0]
        total = (sum(target.lengths) or 1.0) * max(1.0, _FEWEST_SENTENCES / max(1, len(target.lengths)))
        for length in target.lengths:
            self._before.append(self._before[-1] + length / total)
        self._least = 0.6 / max(_FEWEST_SENTENCES, len(target.lengths))
        weighed = _weigh(source, target, matches)
        self._unseen = [sum(c.weight * math.log(1 - c.sureness) for c in clues) for clues in weighed]
        self._by_target: list[dict[int, list[tuple[int, _Weighed]]]] = []
        for clues in weighed:
            at: dict[int, list[tuple[int, _Weighed]]] = {}
            for number, clue in enumerate(clues):
                for sentence in clue.shares:
                    at.setdefault(sentence, []).append((number, clue))
            self._by_target.append(at)

    def score(self, start: int, end: int, target_start: int, target_end: int) -> float:
        chance = max(self._before[target_end] - self._before[target_start], self._least)
        score = 0.0
        for sentence in range(start, end):
            score += self._unseen[sentence]
            by_target = self._by_target[sentence]
            seen: dict[int, tuple[_Weighed, float]] = {}
            for target in range(target_start, target_end):
                for number, clue in by_target.get(target, ()):
                    share = seen[number][1] if number in seen else 0.0
                    seen[number] = clue, share + clue.shares[target]
            for clue, share in seen.values():
                score += clue.gain(share / chance)
        return score

    def in_common(self, sentence: int, target: int) -> float:
        chance = max(self._before[target + 1] - self._before[target], self._least)
        clues = self._by_target[sentence].get(target, ())
        return sum(clue.gain(clue.shares[target] / chance) for _, clue in clues)


def _weigh(source: Side, target: Side, matches: Matches) -> list[list[_Weighed]]:
    """The clues of each source sentence that the target has anywhere."""
    where: dict[str, list[int]] = {}
    for sentence, clues in enumerate(target.clues):
        for clue in dict.fromkeys(clues):
            where.setdefault(clue, []).append(sentence)
    known: dict[str, tuple[float, dict[int, float]] | None] = {}
    weighed: list[list[_Weighed]] = []
    for clues in source.clues:
        weighed.append([])
        for clue, count in Counter(clues).items():
            if clue not in known:
                known[clue] = _shares(matches.get(clue, {}), where)
            if found := known[clue]:
                weighed[-1].append(_Weighed(*found, 1 + _REPEATED * (count - 1)))
    return weighed


def _shares(
    matches: Mapping[str, float], where: Mapping[str, Sequence[int]]
) -> tuple[float, dict[int, float]] | None:
    """The sureness of a clue, and how it is shared by the sentences that match it; None where none does."""
    best: dict[int, float] = {}
    for clue, sureness in matches.items():
        for sentence in where.get(clue, ()):
            best[sentence] = max(sureness, best.get(sentence, 0.0))
    if not best:
        return None
    total = sum(sureness**2 for sureness in best.values())
    return max(best.values()), {sentence: sureness**2 / total for sentence, sureness in best.items()}
