"""Texts with their readings for other programs."""

from __future__ import annotations

import pytest

from reader.ui.page.blocks import WordRuby
from reader.ui.page.ruby_text import with_brackets, with_ruby

TEXT = "港の緊張<緩和>を願う"
READINGS = [
    WordRuby(0, 1, "みなと", 0),
    WordRuby(2, 3, "きん", 1),
    WordRuby(3, 4, "ちょう", 1),
    WordRuby(5, 7, "かんわ", 2),
    WordRuby(9, 10, "ねが", 3),
]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 11, "港(みなと)の緊張(きんちょう)<緩和(かんわ)>を願(ねが)う"),
        (1, 2, "の"),
        (3, 7, "張<緩和(かんわ)"),
        (6, 9, "和>を"),
        (4, 4, ""),
    ],
)
def test_brackets(start: int, end: int, expected: str) -> None:
    assert with_brackets(TEXT, start, end, READINGS) == expected


def test_html_has_a_ruby_for_each_base_and_is_escaped() -> None:
    html = with_ruby(TEXT, 1, 8, READINGS)
    assert html == (
        "の<ruby>緊<rp>(</rp><rt>きん</rt><rp>)</rp></ruby><ruby>張<rp>(</rp><rt>ちょう</rt><rp>)</rp></ruby>"
        "&lt;<ruby>緩和<rp>(</rp><rt>かんわ</rt><rp>)</rp></ruby>&gt;"
    )
