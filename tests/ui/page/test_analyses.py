"""Analyses that are packed when there are many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.engine.packing import packed
from reader.model import Analysis
from reader.ui.page import analyses as module
from reader.ui.page.analyses import Analyses
from tests.ui.reading_samples import SENTENCE, analyse

LONG = analyse("|".join([SENTENCE] * 100))
SHORT = analyse(SENTENCE)


@pytest.fixture
def few_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_HAND", 2 * len(LONG.words))


def test_what_was_packed_is_the_same(few_at_hand: None) -> None:
    analyses = Analyses()
    for number in range(6):
        analyses[number] = LONG if number % 2 else SHORT
    assert list(analyses) == list(range(6)) and len(analyses) == 6
    assert [analyses[number] for number in range(6)] == [SHORT, LONG] * 3
    assert 3 in analyses and 6 not in analyses
    assert analyses.get(6) is None


def test_what_is_in_use_is_at_hand(few_at_hand: None) -> None:
    analyses = Analyses()
    for number in range(6):
        analyses[number] = LONG
    assert analyses[5] is LONG
    assert analyses[0] is not LONG  # it was packed
    assert analyses[0] is analyses[0]


def test_what_comes_packed_is_unpacked_when_it_is_asked_for(few_at_hand: None) -> None:
    analyses = Analyses()
    for number in range(6):
        analyses.put(number, packed(LONG))
    assert list(analyses) == list(range(6))
    assert analyses[5] == LONG and analyses[5] is analyses[5]
    analyses.put(5, packed(SHORT))
    assert analyses[5] == SHORT
    analyses[5] = LONG
    assert analyses[5] is LONG


def test_a_copy_stays(few_at_hand: None) -> None:
    analyses = Analyses()
    for number in range(4):
        analyses[number] = LONG
    copy = analyses.copy()
    analyses.clear()
    assert len(analyses) == 0 and dict(copy) == dict.fromkeys(range(4), LONG)


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([SHORT, LONG, None]))))
def test_as_a_dictionary(steps: list[tuple[int, Analysis | None]]) -> None:
    expected: dict[int, Analysis] = {}
    analyses = Analyses()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_AT_HAND", len(LONG.words))
        for number, analysis in steps:
            if analysis is not None:
                analyses[number] = expected[number] = analysis
            elif number in expected:
                del analyses[number], expected[number]
            assert analyses.get(number) == expected.get(number)
    assert dict(analyses) == expected
