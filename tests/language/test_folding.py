"""Other codes for the same characters, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.language.folding import fold
from tests.language.examples import paragraphs


@pytest.mark.parametrize(
    ("text", "folded", "offsets"),
    [
        ("ｶﾞｽ代", "ガス代", (0, 2, 3, 4)),
        ("ｶﾟ", "カﾟ", (0, 1, 2)),
        ("ﾊﾟﾝ｡", "パン。", (0, 2, 3, 4)),
        ("か\u3099", "が", (0, 2)),
        ("葛\U000e0100湯", "葛湯", (0, 2, 3)),
        ("\ufa19社", "神社", (0, 1, 2)),
        ("⼈", "人", (0, 1)),
        ("髙﨑𠮷", "高崎吉", (0, 1, 2, 3)),
    ],
)
def test_what_is_folded(text: str, folded: str, offsets: tuple[int, ...]) -> None:
    found = fold(text)
    assert found is not None
    assert (found.text, tuple(found.offsets)) == (folded, offsets)


@pytest.mark.parametrize("text", ["", "漢字とかな、カタカナ。", "❤\ufe0f", "１Ａ㈱", "한글 é"])
def test_what_stays(text: str) -> None:
    assert fold(text) is None


@given(paragraphs)
def test_offsets_lead_back(text: str) -> None:
    if found := fold(text):
        assert len(found.offsets) == len(found.text) + 1
        assert list(found.offsets) == sorted(set(found.offsets))
        assert found.offsets[-1] == len(text)
        for index, character in enumerate(found.text):
            start, end = found.offsets[index : index + 2]
            assert text[start] == character or fold(text[start:end])
        assert fold(found.text) is None or len(found.text) < len(text)
