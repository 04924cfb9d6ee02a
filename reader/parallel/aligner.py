"""Aligns a Japanese text and its English: splits both into sentences and groups those that say the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reader.dictionary.database import Dictionary
from reader.language.sentences import sentence_spans
from reader.model import Alignment, Pair, Span
from reader.parallel.english_sentences import english_sentence_spans
from reader.parallel.evidence import Evidence, Side
from reader.parallel.fixing import Gap, gaps, split_at, usable
from reader.parallel.grouping import Score, Tick, group
from reader.parallel.japanese_clues import japanese_clues
from reader.parallel.matching import English, english_clues, matches, spellings
from reader.parallel.meanings import Meanings

_SHAPE = {(1, 1): 0.0, (1, 2): -2.5, (2, 2): -6.0, (1, 3): -5.0}  # smaller side, larger side
_LEFT_OUT = -0.5
_LENGTH_WEIGHT = 0.3
_ENGLISH_PER_JAPANESE = 2.4  # letters for each character, where the texts do not say so themselves


class Aligner:
    """Aligns texts with the help of a dictionary. It belongs to the thread that made it, as that does."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._meanings = Meanings(dictionary)

    def align(
        self, japanese: str, english: str, fixed: Sequence[Pair] = (), tick: Tick = lambda done: None
    ) -> Alignment:
        """The pairs of two texts; those ``fixed`` by the user stay as they are, all else goes around them."""
        tick(0.0)
        fixed = usable(fixed, japanese, english)
        ja = split_at(japanese, sentence_spans(japanese, within_quotations=True), [pair.ja for pair in fixed])
        en = split_at(english, english_sentence_spans(english), [pair.en for pair in fixed])
        between = gaps(ja, en, fixed)
        pairs = list(fixed)
        for number, gap in enumerate(between):
            pairs += self._align_gap(japanese, english, gap, _part(tick, number, len(between)))
        return Alignment(_in_order(pairs), ja, en)

    def _align_gap(self, japanese: str, english: str, gap: Gap, tick: Tick) -> list[Pair]:
        ja = [japanese[start:end] for start, end in gap.ja]
        en = [english[start:end] for start, end in gap.en]
        score = self._score(ja, en)
        return [
            Pair(
                _joined(gap.ja[found.ja_start : found.ja_end]),
                _joined(gap.en[found.en_start : found.en_end]),
                found.confidence,
            )
            for found in group(len(ja), len(en), score, tick=tick)
        ]

    def _score(self, ja: Sequence[str], en: Sequence[str]) -> Score:
        ja_clues, en_clues = [japanese_clues(text) for text in ja], [english_clues(text) for text in en]
        ja_types = {clue.key: clue for clues in ja_clues for clue in clues}
        self._meanings.prepare(*spellings(ja_types.values()))
        there = English(clue for clues in en_clues for clue in clues)
        matching = {
            key: {other: match.sureness for other, match in matches(clue, there, self._meanings).items()}
            for key, clue in ja_types.items()
        }
        ja_side = Side([[clue.key for clue in clues] for clues in ja_clues], list(map(_ja_length, ja)))
        en_side = Side(
            [[clue.key for clue in clues] for clues in en_clues], [float(len(text)) for text in en]
        )
        evidence = Evidence(ja_side, en_side, matching)
        per_japanese = sum(en_side.lengths) / (sum(ja_side.lengths) or 1.0)
        if not 0.6 < per_japanese / _ENGLISH_PER_JAPANESE < 1.6:
            per_japanese = _ENGLISH_PER_JAPANESE

        def score(ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
            a, b = sorted((ja_end - ja_start, en_end - en_start))
            if a == 0:
                return _LEFT_OUT
            expected = sum(ja_side.lengths[ja_start:ja_end]) * per_japanese
            there = sum(en_side.lengths[en_start:en_end])
            off = (there - expected) / math.sqrt(4.5 * (there + expected) + 60)
            return (
                _SHAPE[a, b]
                - _LENGTH_WEIGHT * min(off * off, 30.0)
                + evidence.score(ja_start, ja_end, en_start, en_end)
            )

        return score


def _part(tick: Tick, number: int, parts: int) -> Tick:
    return lambda done: tick((number + done) / parts)


def _joined(spans: Sequence[Span]) -> Span | None:
    return (spans[0][0], spans[-1][1]) if spans else None


def _ja_length(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _in_order(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """In the order of the Japanese; what only the English has comes behind what the English before it has."""
    place: dict[Pair, tuple[int, int]] = {}
    last = -1
    for pair in sorted(pairs, key=lambda pair: pair.en or (-1, -1)):
        if pair.ja:
            last = pair.ja[0] if pair.en else last
            place[pair] = pair.ja[0], 0
        else:
            place[pair] = last, 1
    return tuple(sorted(pairs, key=lambda pair: (place[pair], pair.en or (0, 0))))
