"""Tokens keep their exact places, whatever is in the text."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given

from reader.language.tokenizer import Token, tokenize, touches
from tests.language.examples import paragraphs


@given(paragraphs)
def test_tokens_and_white_space_rebuild_the_text(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert not text[position : token.start].strip()
        assert token.surface == text[token.start : token.end] != ""
        assert not token.surface.isspace()
        position = token.end
    assert not text[position:].strip()


def test_what_is_known_of_a_token() -> None:
    assert tokenize("行った")[0] == Token(
        start=0,
        end=2,
        surface="行っ",
        kana="イッ",
        base="行く",
        base_kana="イク",
        lemma="行く",
        lform="イク",
        pos=("動詞", "非自立可能", "", ""),
        ctype="五段-カ行",
        cform="連用形-促音便",
    )


@pytest.mark.parametrize("surface", ["2024", "Xq", "\x00", "\ud800"])
def test_an_unknown_word_stands_for_itself(surface: str) -> None:
    (token,) = tokenize(surface)
    assert (token.base, token.lemma, token.kana) == (surface, surface, "")


def test_a_quoted_comma_does_not_shift_the_columns() -> None:
    assert [(token.surface, token.kana, token.pos[0]) for token in tokenize("犬,猫")] == [
        ("犬", "イヌ", "名詞"),
        (",", "", "記号"),
        ("猫", "ネコ", "名詞"),
    ]


def test_a_line_of_ten_thousand_characters() -> None:
    text = "猫が庭で寝ている。" * 1111
    assert "".join(token.surface for token in tokenize(text)) == text


def test_each_thread_has_its_own_tagger() -> None:
    found: list[list[Token]] = []
    threads = [threading.Thread(target=lambda: found.append(tokenize("猫が寝る"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [tokenize("猫が寝る")] * 2


def test_touching() -> None:
    tokens = tokenize("猫が 寝る")
    assert [touches(tokens, index) for index in range(4)] == [False, True, False, False]
