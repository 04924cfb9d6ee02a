"""What may be a word from a token on, before any dictionary is asked."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.language.scanning import scan
from reader.language.tokenizer import tokenize
from tests.language.examples import paragraphs


@pytest.mark.parametrize(
    ("text", "place", "spelling"),
    [
        ("青緑色だ", (2, 3), "色"),
        ("青緑色だ", (1, 3), "緑色"),
        ("ロングアイランド", (3, 8), "アイランド"),
        ("関連づけられる", (0, 7), "関連づける"),
        ("行ったら", (0, 4), "行く"),
        ("行った", (0, 3), "行う"),
        ("まっぜぇ", (0, 4), "まずい"),
        ("診てもらう", (0, 1), "見る"),
        ("注目を浴びた", (0, 5), "注目を浴びる"),
    ],
)
def test_it_is_among_the_finds(text: str, place: tuple[int, int], spelling: str) -> None:
    tokens = tokenize(text)
    finds = [find for index in range(len(tokens)) for find in scan(text, tokens, index)]
    assert (*place, spelling) in [find[:3] for find in finds]


def test_no_form_goes_beyond_a_particle_or_a_sign() -> None:
    text = "会談を行った。次に"
    forms = [find for find in scan(text, tokenize(text), 0) if find.pos]
    assert all(find.end <= text.index("を") for find in forms)
    assert max(find.end for find in scan(text, tokenize(text), 2)) == text.index("。")


@given(paragraphs)
def test_finds_stay_in_the_text_and_begin_in_the_token(text: str) -> None:
    tokens = tokenize(text)
    for index, token in enumerate(tokens):
        finds = scan(text, tokens, index)
        assert len(finds) == len(set(finds))
        for find in finds:
            assert token.start <= find.start < token.end
            assert find.start < find.end <= len(text)
