"""Aligns a Japanese text and its English: splits both into sentences and groups those that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.dictionary.database import Dictionary
from reader.language.sentences import sentence_spans
from reader.model import Alignment, Pair, Span, Support
from reader.parallel.english_sentences import english_sentence_spans
from reader.parallel.evidence import Evidence, Side
from reader.parallel.fit import Fit, japanese_length
from reader.parallel.fixing import Gap, gaps, split_at, usable
from reader.parallel.grouping import Group, Tick, group
from reader.parallel.japanese_clues import japanese_clues
from reader.parallel.matching import English, english_clues, matches, spellings
from reader.parallel.meanings import Meanings
from reader.parallel.support import find_support

_ACROSS_PARAGRAPHS = 0.85  # a sentence that the other side leaves out is easily taken for part of a neighbour


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

    def support(self, japanese: str, english: str) -> tuple[Support, ...]:
        """What in the English of a pair supports which words of its Japanese, the surest first."""
        return find_support(japanese, english, self._meanings)

    def _align_gap(self, japanese: str, english: str, gap: Gap, tick: Tick) -> list[Pair]:
        ja, ja_seams = _cut(japanese, gap.ja)
        en, en_seams = _cut(english, gap.en)
        fit = Fit(ja, en, ja_seams, en_seams, self._evidence(ja, en))
        return [
            _pair(japanese, english, gap, found) for found in group(len(ja), len(en), fit.score, tick=tick)
        ]

    def _evidence(self, ja: Sequence[str], en: Sequence[str]) -> Evidence:
        ja_clues, en_clues = [japanese_clues(text) for text in ja], [english_clues(text) for text in en]
        ja_types = {clue.key: clue for clues in ja_clues for clue in clues}
        self._meanings.prepare(*spellings(ja_types.values()))
        there = English(clue for clues in en_clues for clue in clues)
        matching = {
            key: {other: match.sureness for other, match in matches(clue, there, self._meanings).items()}
            for key, clue in ja_types.items()
        }
        ja_side = Side([[clue.key for clue in clues] for clues in ja_clues], list(map(japanese_length, ja)))
        en_side = Side(
            [[clue.key for clue in clues] for clues in en_clues], [float(len(text)) for text in en]
        )
        return Evidence(ja_side, en_side, matching)


def _cut(text: str, sentences: Sequence[Span]) -> tuple[list[str], list[str]]:
    """The sentences, and what stands between each and the next."""
    seams = [text[end:start] for (_, end), (start, _) in pairwise(sentences)]
    return [text[start:end] for start, end in sentences], seams


def _part(tick: Tick, number: int, parts: int) -> Tick:
    return lambda done: tick((number + done) / parts)


def _pair(japanese: str, english: str, gap: Gap, found: Group) -> Pair:
    ja = _joined(gap.ja[found.ja_start : found.ja_end])
    en = _joined(gap.en[found.en_start : found.en_end])
    confidence = found.confidence
    if ja and en and ("\n" in japanese[slice(*ja)] or "\n" in english[slice(*en)]):
        confidence *= _ACROSS_PARAGRAPHS
    return Pair(ja, en, confidence)


def _joined(spans: Sequence[Span]) -> Span | None:
    return (spans[0][0], spans[-1][1]) if spans else None


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
