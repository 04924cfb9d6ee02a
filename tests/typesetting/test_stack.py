"""Sums of extents that change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.stack import Stack


@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=50),
    st.lists(st.tuples(st.integers(0, 49), st.integers(0, 100)), max_size=20),
)
def test_as_plain_sums(extents: list[int], changes: list[tuple[int, int]]) -> None:
    stack = Stack(extents)
    for number, extent in changes:
        if number < len(extents):
            stack[number] = extents[number] = extent
    assert [stack[number] for number in range(len(stack))] == extents
    assert [stack.before(number) for number in range(len(extents) + 1)] == [
        sum(extents[:number]) for number in range(len(extents) + 1)
    ]


@pytest.mark.parametrize(
    ("position", "block"), [(-5, 0), (0, 0), (9.9, 0), (10, 2), (29, 2), (30, 3), (34, 3), (35, 3), (99, 3)]
)
def test_block_at_a_position(position: float, block: int) -> None:
    assert Stack([10, 0, 20, 5]).at(position) == block
