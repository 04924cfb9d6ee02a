"""Where Japanese and Western characters meet."""

import pytest

from reader.typesetting.spacing import script_boundaries


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("港とNATOの", [2, 6]),
        ("12月30日に", [2, 3, 5]),
        ("コーヒー2杯", [4, 5]),
        ("時々A、Bと（C）", [2, 5]),
        ("人々 and 鳥", []),
        ("Ａ社と１月", []),  # full-width letters and digits are Japanese ones
        ("7%は", [2]),
        ("", []),
    ],
)
def test_boundaries(text: str, offsets: list[int]) -> None:
    assert list(script_boundaries(text)) == offsets
