"""Dynamic programming over made-up scores."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from reader.parallel.grouping import SHAPES, Score, group

Link = tuple[int, int]


def _scorer(links: set[Link]) -> Score:
    """Each link within a group speaks for it, each pair of sentences that is none against it."""

    def score(ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        pairs = [(ja, en) for ja in range(ja_start, ja_end) for en in range(en_start, en_end)]
        return sum(4.0 if pair in links else -4.0 for pair in pairs) if pairs else -1.0

    return score


def _groups(n_ja: int, n_en: int, links: set[Link]) -> list[tuple[int, int, int, int]]:
    found = group(n_ja, n_en, _scorer(links))
    return [(one.ja_start, one.ja_end, one.en_start, one.en_end) for one in found]


def test_one_to_one() -> None:
    assert _groups(2, 2, {(0, 0), (1, 1)}) == [(0, 1, 0, 1), (1, 2, 1, 2)]


def test_several_of_one_side_go_with_one_of_the_other() -> None:
    assert _groups(3, 2, {(0, 0), (1, 1), (2, 1)}) == [(0, 1, 0, 1), (1, 3, 1, 2)]
    assert _groups(1, 3, {(0, 0), (0, 1), (0, 2)}) == [(0, 1, 0, 3)]


def test_what_has_no_partner_is_left_out() -> None:
    assert _groups(2, 3, {(0, 0), (1, 2)}) == [(0, 1, 0, 1), (1, 1, 1, 2), (1, 2, 2, 3)]


def test_an_empty_side() -> None:
    assert _groups(0, 0, set()) == []
    assert _groups(0, 2, set()) == [(0, 0, 0, 1), (0, 0, 1, 2)]
    assert _groups(2, 0, set()) == [(0, 1, 0, 0), (1, 2, 0, 0)]


def test_confidence_is_that_of_the_weakest_link() -> None:
    def score(ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
        if (ja_end - ja_start, en_end - en_start) != (1, 1):
            return -math.log(3)  # left out twice: a ninth
        return 0.0

    (found,) = [found for found in group(1, 1, score) if found.ja_end and found.en_end][:1]
    # the one pair (1) against both left out, in either order (1/9 each)
    assert math.isclose(found.confidence, 1 / (1 + 2 / 9))


def test_a_band_keeps_the_path_inside() -> None:
    band = [(0, 1), (0, 2), (1, 2)]
    groups = group(2, 2, _scorer({(0, 0), (1, 1)}), band)
    assert [tuple(found[:4]) for found in groups] == [(0, 1, 0, 1), (1, 2, 1, 2)]


_links = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)))


@given(st.integers(0, 8), st.integers(0, 8), _links)
def test_every_sentence_is_in_one_group_and_in_order(n_ja: int, n_en: int, links: set[Link]) -> None:
    groups = group(n_ja, n_en, _scorer(links))
    ja = en = 0
    for found in groups:
        assert (found.ja_start, found.en_start) == (ja, en)
        ja, en = found.ja_end, found.en_end
        assert (ja - found.ja_start, en - found.en_start) in SHAPES
        assert 0.0 <= found.confidence <= 1.0
    assert (ja, en) == (n_ja, n_en)
    assert groups == group(n_ja, n_en, _scorer(links))
