"""How well a few sentences of each side go together: what they say, their lengths, their seams."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from reader.parallel.evidence import Evidence

_LEFT_OUT = 0.2
_SEAM = -3.0  # what it costs to join two sentences
_SEAM_OF_PARAGRAPHS = -5.0  # a translator rarely makes one sentence of two paragraphs
_SEAM_IN_QUOTATION = -1.0
_BOTH_JOINED = -1.0  # two sentences of each side that can be told apart by nothing
_ENOUGH_IN_COMMON = 2.0  # what a sentence must have in common with those that it is joined with
_LENGTH_WEIGHT = 0.4
_ENGLISH_PER_JAPANESE = 2.4  # letters for each character, where the texts do not say so themselves


class Fit:
    """The score of any group of the sentences of two texts, for ``grouping.group``.

    ``ja`` and ``en`` are the sentences, ``ja_seams`` and ``en_seams`` what stands between each and the next.
    """

    def __init__(
        self,
        ja: Sequence[str],
        en: Sequence[str],
        ja_seams: Sequence[str],
        en_seams: Sequence[str],
        evidence: Evidence,
    ) -> None:
        self._evidence = evidence
        self._ja_before = list(accumulate(map(japanese_length, ja), initial=0.0))
        self._en_before = list(accumulate((float(len(text)) for text in en), initial=0.0))
        self._ja_joined = list(accumulate(_seams(ja, ja_seams), initial=0.0))
        self._en_joined = list(accumulate(_seams(en, en_seams), initial=0.0))
        self._common: list[dict[int, bool]] = [{} for _ in ja]
        self._ratio = self._en_before[-1] / (self._ja_before[-1] or 1.0)
        if not 0.6 < self._ratio / _ENGLISH_PER_JAPANESE < 1.6:
            self._ratio = _ENGLISH_PER_JAPANESE

    def score(self, ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        """See ``grouping.Score``."""
        n_ja, n_en = ja_end - ja_start, en_end - en_start
        if n_ja == 0 or n_en == 0:
            return _LEFT_OUT * (n_ja + n_en)
        if n_ja + n_en > 2 and not self._may_join(ja_start, ja_end, en_start, en_end):
            return -math.inf
        score = self._score(ja_start, ja_end, en_start, en_end)
        score += self._ja_joined[ja_end - 1] - self._ja_joined[ja_start]
        score += self._en_joined[en_end - 1] - self._en_joined[en_start]
        return score + _BOTH_JOINED if n_ja > 1 and n_en > 1 else score

    def _may_join(self, ja_start: int, ja_end: int, en_start: int, en_end: int) -> bool:
        """Whether each of the sentences has something of one of the others: most groups are nothing."""
        ja, en = range(ja_start, ja_end), range(en_start, en_end)
        return all(any(self._in_common(one, other) for other in en) for one in ja) and all(
            any(self._in_common(one, other) for one in ja) for other in en
        )

    def _in_common(self, ja: int, en: int) -> bool:
        row = self._common[ja]
        if (common := row.get(en)) is None:
            common = row[en] = self._evidence.in_common(ja, en) >= _ENOUGH_IN_COMMON
        return common

    def _score(self, ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        """What the clues and the lengths say."""
        expected = (self._ja_before[ja_end] - self._ja_before[ja_start]) * self._ratio
        there = self._en_before[en_end] - self._en_before[en_start]
        off = (there - expected) / math.sqrt(4.5 * (there + expected) + 60)
        score = self._evidence.score(ja_start, ja_end, en_start, en_end)
        return score - _LENGTH_WEIGHT * min(off * off, 30.0)


def japanese_length(text: str) -> float:
    """The length of a Japanese text in characters; those of ASCII count half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _seams(sentences: Sequence[str], between: Sequence[str]) -> list[float]:
    """The cost of joining each sentence to the next."""
    costs = []
    for sentence, gap in zip(sentences, between, strict=False):
        if "\n" in gap or "\r" in gap:
            costs.append(_SEAM_OF_PARAGRAPHS)
        elif _is_within_quotation(sentence):
            costs.append(_SEAM_IN_QUOTATION)
        else:
            costs.append(_SEAM)
    return costs


def _is_within_quotation(sentence: str) -> bool:
    return sum(map(sentence.count, "「『“")) > sum(map(sentence.count, "」』”"))
