"""Rare things that two texts mention in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.parallel.landmarks import Landmarks

# Forty sentences: Japanese number i and English number i + 10 mention the same, the rest what is common.
_JA = [{f"rare {number}", "common"} for number in range(30)] + [{"common"}] * 10
_EN = [{"common"}] * 10 + [{f"rare {number}", "common"} for number in range(30)]


def test_a_place_is_found_between_landmarks() -> None:
    landmarks = Landmarks(_JA, _EN)
    assert 20 - 3 <= landmarks.before(10) <= 20 <= landmarks.behind(10) <= 20 + 3


def test_where_nothing_is_known_all_is_possible() -> None:
    landmarks = Landmarks(_JA, _EN)
    assert landmarks.before(1) == 0
    assert landmarks.behind(35) == len(_EN)
    assert Landmarks([], []).behind(0) == 0


def test_a_mistaken_landmark_is_passed_over() -> None:
    ja = [*_JA]
    en = [*_EN]
    ja[5], en[39] = ja[5] | {"mistake"}, en[39] | {"mistake"}
    assert Landmarks(ja, en).behind(5) <= 20


_mentions = st.lists(st.sets(st.integers(0, 12), max_size=3), max_size=12)


@given(_mentions, _mentions, st.integers(0, 12))
def test_answers_are_places_in_the_text(ja: list[set[int]], en: list[set[int]], place: int) -> None:
    landmarks = Landmarks(ja, en)
    assert 0 <= landmarks.before(place) <= len(en)
    assert 0 <= landmarks.behind(place) <= len(en)
