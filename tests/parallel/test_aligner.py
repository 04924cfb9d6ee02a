"""Whole texts: what is paired with what, around what the user fixed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dictionary.database import Dictionary
from reader.model import Alignment, Pair, Span
from reader.parallel.aligner import Aligner
from tests.language.examples import paragraphs

JAPANESE = "市場は3月5日に開いた。店は240軒あった。\n夜は静かだった。客は1万2000人が来た。"
ENGLISH = (
    "The market opened on March 5. There were 240 stalls.\nThe night was quiet. Some 12,000 customers came."
)

_aligner = Aligner(Dictionary())


def align(japanese: str, english: str, fixed: Sequence[Pair] = ()) -> Alignment:
    return _aligner.align(japanese, english, fixed)


def _texts(alignment: Alignment, japanese: str = JAPANESE, english: str = ENGLISH) -> list[tuple[str, str]]:
    def text(whole: str, span: Span | None) -> str:
        return whole[slice(*span)] if span else ""

    return [(text(japanese, pair.ja), text(english, pair.en)) for pair in alignment.pairs]


def _span(whole: str, part: str) -> Span:
    start = whole.index(part)
    return start, start + len(part)


def test_sentences_that_share_amounts_are_paired() -> None:
    assert _texts(align(JAPANESE, ENGLISH)) == [
        ("市場は3月5日に開いた。", "The market opened on March 5."),
        ("店は240軒あった。", "There were 240 stalls."),
        ("夜は静かだった。", "The night was quiet."),
        ("客は1万2000人が来た。", "Some 12,000 customers came."),
    ]


def test_what_the_user_fixed_stays_and_the_rest_goes_around_it() -> None:
    fixed = Pair(_span(JAPANESE, "夜は静かだった。"), _span(ENGLISH, "There were 240 stalls."))
    alignment = align(JAPANESE, ENGLISH, [fixed])
    assert fixed._replace(fixed=True) in alignment.pairs
    texts = _texts(alignment)
    assert ("市場は3月5日に開いた。", "The market opened on March 5.") in texts
    assert ("店は240軒あった。", "") in texts
    assert ("客は1万2000人が来た。", "Some 12,000 customers came.") in texts


def test_the_user_can_say_that_a_sentence_has_no_partner() -> None:
    alone = Pair(_span(JAPANESE, "店は240軒あった。"), None)
    assert ("店は240軒あった。", "") in _texts(align(JAPANESE, ENGLISH, [alone]))


def test_a_fixed_pair_may_cut_a_sentence() -> None:
    fixed = Pair(_span(JAPANESE, "市場は3月5日に"), _span(ENGLISH, "on March 5."))
    alignment = align(JAPANESE, ENGLISH, [fixed])
    assert _span(JAPANESE, "開いた。") in alignment.ja_sentences
    assert _span(ENGLISH, "The market opened") in alignment.en_sentences


def test_fixed_pairs_that_cannot_be_kept_are_dropped() -> None:
    good = Pair((0, 12), (0, 29))
    bad = [Pair((5, 20), (31, 40)), Pair((0, 10_000), None), Pair(None, None), Pair((7, 7), None)]
    alignment = align(JAPANESE, ENGLISH, [good, *bad])
    assert [pair for pair in alignment.pairs if pair.fixed] == [good._replace(fixed=True)]


@pytest.mark.parametrize(("japanese", "english"), [("", ""), ("雨だ。", ""), ("", "Rain."), ("\n\n", " \n")])
def test_an_empty_side_leaves_the_other_without_partners(japanese: str, english: str) -> None:
    alignment = align(japanese, english)
    assert all(pair.ja is None or pair.en is None for pair in alignment.pairs)
    assert len(alignment.pairs) == len(alignment.ja_sentences) + len(alignment.en_sentences)


def test_of_a_long_text_only_what_is_near_a_change_is_done_anew() -> None:
    japanese = "".join(f"客は{number}人が来た。" for number in range(1000, 1200))
    english = " ".join(f"There were {number} customers in the shop." for number in range(1000, 1200))
    first = align(japanese, english)
    assert len(first.pairs) == 200
    fixed = Pair(first.pairs[100].ja, first.pairs[101].en)
    again = align(japanese, english, [fixed])
    assert fixed._replace(confidence=1.0, fixed=True) in again.pairs
    assert (again.pairs[:40], again.pairs[-40:]) == (first.pairs[:40], first.pairs[-40:])
    undone = align(japanese, english)
    assert [pair[:2] for pair in undone.pairs] == [pair[:2] for pair in first.pairs]


def test_a_text_without_any_end_is_cut() -> None:
    alignment = align("猫が、" * 3_000, "the cat, and " * 3_000)
    assert all(end - start <= 1_500 for start, end in (*alignment.ja_sentences, *alignment.en_sentences))
    assert sum(end - start for start, end in alignment.ja_sentences) == 9_000


def test_progress_grows_to_the_end_and_what_it_raises_ends_the_work() -> None:
    heard: list[float] = []
    _aligner.align(JAPANESE, ENGLISH, (), heard.append)
    assert heard == sorted(heard)
    assert 0 == heard[0] < heard[-1] <= 1

    def stop(done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        _aligner.align(JAPANESE, ENGLISH, (), stop)


_english = st.text(st.sampled_from("Abc 3.!?\n“”'"), max_size=50)
_spans = st.one_of(st.none(), st.tuples(st.integers(0, 40), st.integers(0, 60)))


@given(paragraphs, _english, st.lists(st.builds(Pair, _spans, _spans), max_size=4))
def test_every_sentence_is_in_exactly_one_pair(japanese: str, english: str, fixed: list[Pair]) -> None:
    alignment = align(japanese, english, fixed)
    for sentences, side in (
        (alignment.ja_sentences, [pair.ja for pair in alignment.pairs if pair.ja]),
        (alignment.en_sentences, [pair.en for pair in alignment.pairs if pair.en]),
    ):
        for sentence in sentences:
            holding = [span for span in side if span[0] <= sentence[0] and sentence[1] <= span[1]]
            assert len(holding) == 1
    starts = [pair.ja[0] for pair in alignment.pairs if pair.ja]
    assert starts == sorted(starts)
    assert alignment == align(japanese, english, fixed)
