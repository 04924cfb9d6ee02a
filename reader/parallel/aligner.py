"""Aligns a Japanese text and its English: splits both into sentences and groups those that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.dictionary.database import Dictionary
from reader.language.sentences import sentence_spans
from reader.model import Alignment, Pair, Span, Support
from reader.parallel.english_sentences import english_sentence_spans
from reader.parallel.fixing import Gap, gaps, not_too_long, overlap, split_at, usable
from reader.parallel.grouping import Group, Tick, part
from reader.parallel.landmarks import Landmarks
from reader.parallel.languages import check_languages
from reader.parallel.meanings import Meanings
from reader.parallel.passage import group_passage, mentioned_in_english, mentioned_in_japanese
from reader.parallel.support import find_support
from reader.parallel.windows import WINDOW, group_in_windows

_ACROSS_PARAGRAPHS = 0.85  # a sentence that the other side leaves out is easily taken for part of a neighbour
_NEAR = 40  # pairs on each side of a change
_DONE_WITH_LANDMARKS = 0.2  # of the work on a long text


class _Done(NamedTuple):
    """What was aligned last."""

    japanese: str
    english: str
    alignment: Alignment


class Aligner:
    """Aligns texts with the help of a dictionary. It belongs to the thread that made it, as that does.

    Of a long text that is aligned again with other fixed pairs, only what is near these is done anew.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._meanings = Meanings(dictionary)
        self._done = _Done("", "", Alignment((), (), ()))

    def align(
        self, japanese: str, english: str, fixed: Sequence[Pair] = (), tick: Tick = lambda done: None
    ) -> Alignment:
        """The pairs of two texts; those ``fixed`` by the user stay as they are, all else goes around them.

        Raises ReaderError where a text is clearly in another language.
        """
        tick(0.0)
        check_languages(japanese, english)
        fixed = usable(fixed, japanese, english)
        in_japanese = not_too_long(japanese, sentence_spans(japanese, within_quotations=True))
        in_english = not_too_long(english, english_sentence_spans(english))
        ja = split_at(japanese, in_japanese, [pair.ja for pair in fixed])
        en = split_at(english, in_english, [pair.en for pair in fixed])
        pairs, done = [*fixed, *self._settled(japanese, english, fixed, len(ja))], 0
        between = gaps(ja, en, pairs)
        whole = sum(len(gap.ja) + len(gap.en) for gap in between)
        for gap in between:
            size = len(gap.ja) + len(gap.en)
            groups = self._group(japanese, english, gap, part(tick, done / whole, (done + size) / whole))
            pairs += [_pair(japanese, english, gap, found) for found in groups]
            done += size
        alignment = Alignment(_in_order(pairs), ja, en)
        self._done = _Done(japanese, english, alignment)
        return alignment

    def support(self, japanese: str, english: str) -> tuple[Support, ...]:
        """What in the English of a pair supports which words of its Japanese, the surest first."""
        return find_support(japanese, english, self._meanings)

    def _settled(self, japanese: str, english: str, fixed: Sequence[Pair], n_ja: int) -> list[Pair]:
        """The pairs found last time that no change of the fixed ones is near to; none of a short text."""
        if (japanese, english) != self._done[:2] or n_ja <= WINDOW:
            return []
        last = self._done.alignment.pairs
        changed = {pair for pair in last if pair.fixed} ^ set(fixed)
        near: set[int] = set()
        for number, pair in enumerate(last):
            if any(overlap(pair.ja, other.ja) or overlap(pair.en, other.en) for other in changed):
                near.update(range(number - _NEAR, number + _NEAR + 1))
        return [pair for number, pair in enumerate(last) if number not in near and not pair.fixed]

    def _group(self, japanese: str, english: str, gap: Gap, tick: Tick) -> list[Group]:
        """The groups of the sentences in a gap, however long it is."""
        if len(gap.ja) <= WINDOW and len(gap.en) <= 2 * WINDOW:
            return group_passage(japanese, english, gap, self._meanings, tick)
        landmarks = self._landmarks(japanese, english, gap, part(tick, 0.0, _DONE_WITH_LANDMARKS))
        tick = part(tick, _DONE_WITH_LANDMARKS, 1.0)

        def group_window(ja: range, en: range) -> list[Group]:
            window = Gap(gap.ja[ja.start : ja.stop], gap.en[en.start : en.stop])
            done = part(tick, ja.start / len(gap.ja), ja.stop / len(gap.ja))
            return group_passage(japanese, english, window, self._meanings, done)

        return list(group_in_windows(len(gap.ja), len(gap.en), landmarks, group_window))

    def _landmarks(self, japanese: str, english: str, gap: Gap, tick: Tick) -> Landmarks:
        in_ja = []
        for number, (start, end) in enumerate(gap.ja):
            tick(number / len(gap.ja))
            in_ja.append(mentioned_in_japanese(japanese[start:end], self._meanings))
        in_en = []
        for start, end in gap.en:
            tick(1.0)
            in_en.append(mentioned_in_english(english[start:end]))
        return Landmarks(in_ja, in_en)


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
