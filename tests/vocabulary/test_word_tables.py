"""Lists of words from elsewhere: their columns, their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.vocabulary.model import Status
from reader.vocabulary.word_tables import (
    ListedWord,
    WordTable,
    likely_columns,
    listed_words,
    plain,
    table_of_text,
)
from tests.vocabulary.examples import texts


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("猫\n犬\n\n", ("Column 1",), (("猫",), ("犬",))),
        ("猫\tねこ\r\n犬\tいぬ", ("Column 1", "Column 2"), (("猫", "ねこ"), ("犬", "いぬ"))),
        ("Word,Kana\n猫,ねこ\n犬", ("Word", "Kana"), (("猫", "ねこ"), ("犬", ""))),
        ('語;"説明; 長い"\n', ("Column 1", "Column 2"), (("語", "説明; 長い"),)),
        ("", (), ()),
    ],
)
def test_tables(text: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    assert table_of_text(text) == WordTable("", columns, rows)


def test_a_table_that_is_none_is_told() -> None:
    with pytest.raises(ReaderError, match="quotation marks"):
        table_of_text('猫,"ねこ')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("猫", (0, None)),
        ("1,猫,ねこ,cat\n2,犬,いぬ,dog\n", (1, 2)),
        ("cat;猫\ndog;犬", (1, None)),
        ("ねこ\t猫\nいぬ\t犬", (1, 0)),
        ("ねこ\nいぬ", (0, None)),
        ("猫\n犬\tいぬ\nxyz\n食べた", (0, None)),
        ("猫\tねこ\t猫が魚を食べているところを見たことがある。", (0, 1)),
        ("", (0, None)),
    ],
)
def test_likely_columns(text: str, expected: tuple[int, int | None]) -> None:
    assert likely_columns(table_of_text(text)) == expected


@pytest.mark.parametrize(
    ("cell", "spelling", "reading"),
    [
        ("会談", "会談", ""),
        ("  会談　", "会談", ""),
        ("<b>会談</b>", "会談", ""),
        ("会談[かいだん]", "会談", "かいだん"),
        ("認[みと]める", "認める", "みとめる"),
        ("行[おこな]われる 会[かい] 談[だん]", "行われる会談", "おこなわれるかいだん"),
        ("会談（カイダン）", "会談", "かいだん"),
        ("会談【かいだん】", "会談", "かいだん"),
        ("会談 (talks)", "会談", ""),
        ("<ruby>会談<rt>かいだん</rt></ruby>", "会談", ""),
        ("会談[sound:kaidan.mp3]", "会談", ""),
        ("～的", "的", ""),
        ("会談<br>talks", "会談", ""),
        ("a &lt; b", "a < b", ""),
        ("会&nbsp;談", "会 談", ""),
    ],
)
def test_words_in_cells(cell: str, spelling: str, reading: str) -> None:
    assert listed_words(WordTable("", ("x",), ((cell,),)), 0) == (ListedWord(spelling, reading),)


def test_columns_statuses_and_doubles() -> None:
    rows = (("猫", "ネコ"), ("", "x"), ("猫", "ねこ"), ("長" * 101, ""), ("犬", "dog"))
    statuses = (Status.KNOWN, Status.KNOWN, Status.NEW, Status.NEW, Status.LEARNING)
    assert listed_words(WordTable("", ("a", "b"), rows, statuses), 0, 1) == (
        ListedWord("猫", "ねこ", Status.KNOWN),
        ListedWord("犬", "", Status.LEARNING),
    )


@given(st.lists(st.lists(texts, min_size=1, max_size=3), max_size=4))
def test_any_cells_can_be_read(rows: list[list[str]]) -> None:
    width = max(map(len, rows), default=0)
    table = WordTable("", ("x",) * width, tuple(tuple([*row, "", ""][:width]) for row in rows))
    word, reading = likely_columns(table)
    if width:
        for listed in listed_words(table, word, reading):
            assert listed.spelling
            assert len(listed.spelling) <= 100
    for row in rows:
        for cell in row:
            plain(cell)
