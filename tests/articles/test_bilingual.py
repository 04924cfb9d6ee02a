"""Texts with both languages in one, by turns or one after the other."""

from __future__ import annotations

import pytest

from reader.articles.bilingual import Side, english_in, is_japanese, propose_split, separate
from reader.articles.plain_text import from_text
from reader.errors import ReaderError
from reader.model import Article, Paragraph, ParagraphKind, Ruby

# J: Japanese, E: English; one letter for each line of the text
BY_TURNS = """JE
港の朝はにぎやかだ
The harbor is lively in the morning
船は三時に帰ってくる。市場では魚が並ぶ。
The boats return at three o'clock. Fish is laid out in the market.
空が白むころ、仲買人が集まる。
When the sky turns pale, the brokers gather.
"""
BY_TURNS_WITH_BYLINE = """JEJJE
港の朝はにぎやかだ
The harbor is lively in the morning
By Ann Lee and Bob Roe – The Harbor Times – Thursday, December 30, 2021
船は三時に帰ってくる。市場では魚が並ぶ。
The boats return at three o'clock. Fish is laid out in the market.
"""
TITLE_IN_JAPANESE_ONLY = """JJJEJE
港の朝
By Ann Lee
船は三時に帰ってくる。
The boats return at three o'clock.
市場では魚が並ぶ。
Fish is laid out in the market.
"""
ONE_AFTER_THE_OTHER = """JJJJEEEE
港の朝
By Ann Lee
船は三時に帰ってくる。
市場では魚が並ぶ。
A Harbor Morning
By Ann Lee
The boats return at three o'clock.
Fish is laid out in the market.
"""
ENGLISH_FIRST = """EEEJJ
A Harbor Morning
By Ann Lee
The boats return at three o'clock.
港の朝
船は三時に帰ってくる。
"""
WITH_ASTERISKS = """JEEJE
船は三時に帰ってくる。
The boats return at three o'clock.
* * *
「A glass of beer」と彼は言った。
“A glass of beer,” he said, and sat down.
"""


def sides_of(marks: str) -> tuple[Side, ...]:
    return tuple({"J": Side.JAPANESE, "E": Side.ENGLISH, "-": Side.LEFT_OUT}[mark] for mark in marks)


@pytest.mark.parametrize(
    "example",
    [
        BY_TURNS,
        BY_TURNS_WITH_BYLINE,
        TITLE_IN_JAPANESE_ONLY,
        ONE_AFTER_THE_OTHER,
        ENGLISH_FIRST,
        WITH_ASTERISKS,
    ],
)
def test_proposal(example: str) -> None:
    marks, text = example.split("\n", maxsplit=1)
    article = from_text(text, "")
    marks *= len(article.paragraphs) // len(marks)
    assert propose_split(article) == sides_of(marks)


@pytest.mark.parametrize(
    "text",
    [
        "港の朝\nBy Ann Lee – The Times – Thursday, December 30, 2021\n船は三時に帰ってくる。",
        "歌\n春が来た、春が来た、どこに来た。山に来た。\nOh yeah\n花が咲く、どこに咲く。",
        "Windowsの更新\nWindows Updateを実行し、再起動する。\nOK\nCANCEL\n更新の履歴を確かめ、選ぶ。",
        "Only English here.\nAnd nothing else at all in this text.",
        "日本語だけの文章。\nほかには何もない。",
        "猫\n" + "This is a long English text with one Japanese title that means cat.\n" * 20,
        "",
    ],
)
def test_no_proposal(text: str) -> None:
    paragraphs = tuple(map(Paragraph, text.splitlines()))
    assert propose_split(Article("", paragraphs)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("船が帰る。", True),
        ("The boats return.", False),
        ("The word 緊張緩和 (きんちょうかんわ) is often met in the news.", False),
        ("彼は“a very long English quotation, longer than all the rest”と言った。", True),
        ("NATO軍", True),
        ("* * *", False),
    ],
)
def test_language(text: str, expected: bool) -> None:
    assert is_japanese(text) is expected


def test_separated_article_has_title_byline_and_english() -> None:
    article = separate(from_text(BY_TURNS_WITH_BYLINE.split("\n", 1)[1], "a file"), sides_of("JEJJE"))
    assert article.title == "港の朝はにぎやかだ"
    assert article.source == "a file"
    kinds = [ParagraphKind.TITLE, ParagraphKind.BYLINE, ParagraphKind.BODY]
    assert [paragraph.kind for paragraph in article.paragraphs] == kinds
    assert article.english == (
        "The harbor is lively in the morning",
        "The boats return at three o'clock. Fish is laid out in the market.",
    )


def test_what_the_user_leaves_out_is_in_neither_and_ruby_stays() -> None:
    ruby = (Ruby(0, 2, "まじ"),)
    article = Article("", (Paragraph("本気と書く。", ruby=ruby), Paragraph("広告"), Paragraph("Seriously.")))
    separated = separate(article, sides_of("J-E"))
    assert [(p.text, p.ruby) for p in separated.paragraphs] == [("本気と書く。", ruby)]
    assert separated.english == ("Seriously.",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A title\n\nA text.\n", ("A title", "A text.")),
        (
            "港の朝\nA Harbor Morning\n船が帰る。\nThe boats return.",
            ("A Harbor Morning", "The boats return."),
        ),
        ("The word is\n緊張緩和\n" + "and more.\n" * 20, ("The word is", "緊張緩和", *["and more."] * 20)),
    ],
)
def test_english_in(text: str, expected: tuple[str, ...]) -> None:
    assert english_in(text, "a.txt") == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" \n", "a.txt is empty"),
        ("港の朝\n船が帰る。", "a.txt is in Japanese"),
        ("Утро в порту", "a.txt is not in English"),
    ],
)
def test_no_english_in(text: str, problem: str) -> None:
    with pytest.raises(ReaderError, match=problem):
        english_in(text, "a.txt")
