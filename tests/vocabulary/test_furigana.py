"""Furigana in brackets, as Anki's own filter reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Ruby
from reader.vocabulary.furigana import bracketed, reading_shown


@pytest.mark.parametrize(
    ("spelling", "reading", "ruby", "expected"),
    [
        ("会談", "かいだん", (Ruby(0, 2, "かいだん"),), "会談[かいだん]"),
        ("認める", "みとめる", (Ruby(0, 1, "みと"),), "認[みと]める"),
        ("お茶", "おちゃ", (Ruby(1, 2, "ちゃ"),), "お 茶[ちゃ]"),
        ("緊張緩和", "", (Ruby(0, 2, "きんちょう"), Ruby(2, 4, "かんわ")), "緊張[きんちょう] 緩和[かんわ]"),
        ("受け取る", "", (Ruby(0, 1, "う"), Ruby(2, 3, "と")), "受[う]け 取[と]る"),
        ("10万人", "じゅうまんにん", (), "10万人[じゅうまんにん]"),
        ("テレビ", "てれび", (), "テレビ"),
        ("ラーメン", "らーめん", (), "ラーメン"),
        ("会談", "", (), "会談"),
        ("New York", "ニューヨーク", (), "New\N{NO-BREAK SPACE}York[ニューヨーク]"),
        ("", "", (), ""),
    ],
)
def test_bracketed(spelling: str, reading: str, ruby: tuple[Ruby, ...], expected: str) -> None:
    assert bracketed(spelling, reading, ruby) == expected


@pytest.mark.parametrize(
    ("spelling", "reading", "shown"),
    [
        ("会談", "かいだん", "かいだん"),
        ("ラーメン", "らーめん", "ラーメン"),
        ("消しゴム", "けしごむ", "けしごむ"),
        ("", "かいだん", "かいだん"),
    ],
)
def test_a_word_in_kana_is_read_as_it_is_spelt(spelling: str, reading: str, shown: str) -> None:
    assert reading_shown(spelling, reading) == shown


_KANJI = st.text(st.sampled_from("漢字会談緊張緩和万人"), min_size=1, max_size=3)
_KANA = st.text(st.sampled_from("おけるめテレ、 1"), max_size=3)
_READING = st.text(st.sampled_from("かきくけこん"), min_size=1, max_size=4)


@given(st.lists(st.tuples(_KANA, _KANJI, _READING), max_size=4), _KANA)
def test_anki_puts_each_reading_over_its_base(parts: list[tuple[str, str, str]], tail: str) -> None:
    spelling, ruby = "", []
    for before, base, reading in parts:
        spelling += before
        ruby.append(Ruby(len(spelling), len(spelling) + len(base), reading))
        spelling += base
    spelling += tail
    # The pattern is the one that Anki's manual gives for its filter.
    pattern = re.compile(r" ?([^ >]+?)\[(.+?)\]")
    text = bracketed(spelling, "", tuple(ruby))
    assert pattern.findall(text) == [(base, reading) for _, base, reading in parts]
    assert pattern.sub(r"\1", text) == spelling
