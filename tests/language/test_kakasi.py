"""pykakasi's stretches keep their places in the text."""

from __future__ import annotations

from hypothesis import given, settings

from reader.language.kakasi import convert
from tests.language.examples import paragraphs


def test_reads_kanji() -> None:
    assert "".join(item.reading for item in convert("猫の話")) == "ねこのはなし"


@settings(max_examples=30)
@given(paragraphs)
def test_stretches_are_in_order_and_inside(text: str) -> None:
    position = 0
    for item in convert(text):
        assert position <= item.start < item.end <= len(text)
        position = item.end
