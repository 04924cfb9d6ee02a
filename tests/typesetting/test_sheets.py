"""Cutting a column into sheets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.sheets import pieces


@pytest.mark.parametrize(
    ("lines", "depth", "expected"),
    [
        ([], 100, []),
        ([(0, 40), (40, 80), (80, 120)], 100, [(0, 80), (80, 120)]),
        ([(10, 50), (60, 100), (110, 150)], 100, [(10, 100), (110, 150)]),  # space at a cut is dropped
        ([(0, 40), (40, 80)], 80, [(0, 80)]),
        ([(0, 40), (40, 300), (300, 340)], 100, [(0, 40), (40, 300), (300, 340)]),
    ],
)
def test_pieces(lines: list[tuple[float, float]], depth: float, expected: list[tuple[float, float]]) -> None:
    assert pieces(lines, depth) == expected


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 60))), st.integers(60, 300))
def test_every_line_is_in_one_piece(steps: list[tuple[int, int]], depth: int) -> None:
    lines, end = [], 0
    for space, height in steps:
        lines.append((end + space, end + space + height))
        end += space + height
    found = pieces(lines, depth)
    for top, bottom in lines:
        assert sum(piece.top <= top and bottom <= piece.bottom for piece in found) == 1
    assert all(piece.bottom - piece.top <= depth for piece in found)
    assert all(one.bottom <= other.top for one, other in pairwise(found))
