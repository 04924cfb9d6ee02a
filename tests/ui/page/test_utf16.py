"""UTF-16 units and code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page.utf16 import code_points_by_unit, units_by_code_point


@pytest.mark.parametrize(
    ("text", "offsets"),
    [("", [0]), ("港が", [0, 1, 2]), ("𠮷野", [0, 0, 1, 2]), ("港👩", [0, 1, 1, 2])],
)
def test_offsets(text: str, offsets: list[int]) -> None:
    assert list(code_points_by_unit(text)) == offsets


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_prefix(text: str) -> None:
    offsets = code_points_by_unit(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets[units] == offset
        assert units_by_code_point(text)[offset] == units
