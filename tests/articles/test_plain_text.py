"""What becomes the title, the byline and the paragraphs of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.plain_text import from_text
from reader.errors import ReaderError
from reader.model import ParagraphKind

TITLE, BYLINE, BODY = ParagraphKind.TITLE, ParagraphKind.BYLINE, ParagraphKind.BODY

KINDS = [
    ("新しい橋が開通\n町は喜びに沸いた。", [TITLE, BODY]),
    ("新しい橋が開通\nBy Ann Lee – July 4\n町は喜びに沸いた。", [TITLE, BYLINE, BODY]),
    ("新しい橋が開通\nhttps://example.org/bridge\n町は喜びに沸いた。", [TITLE, BYLINE, BODY]),
    ("新しい橋が開通\nBy 山田\n町は喜びに沸いた。", [TITLE, BODY, BODY]),
    ("新しい橋が開通\n2024/07/04\n町は喜びに沸いた。", [TITLE, BODY, BODY]),
    ("新しい橋が開通\n町は沸いた。\nBy Ann Lee", [TITLE, BODY, BODY]),
    ("新しい橋が開通\n" + "word " * 60, [TITLE, BODY]),
    ("町は喜びに沸いた。\n橋が開通したのだ。", [BODY, BODY]),
    ("　町は喜びに沸いた\n　橋が開通したのだ。", [BODY, BODY]),
    ("　　　新しい橋\n　町は喜びに沸いた。", [TITLE, BODY]),
    ("町は" + "とても" * 30 + "喜んだ\n橋が開通したのだ。", [BODY, BODY]),
    ("町は喜びに沸いた。\nBy Ann Lee", [BODY, BODY]),
    ("緊張緩和", [BODY]),
    ("A new bridge\nThe town was glad.\nSo was the river.", [TITLE, BODY, BODY]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_of_paragraphs(text: str, kinds: list[ParagraphKind]) -> None:
    assert [paragraph.kind for paragraph in from_text(text, "").paragraphs] == kinds


TITLES = [
    ("新しい橋が開通\n町は沸いた。", "新しい橋が開通"),
    ("　　新しい橋　\n町は沸いた。", "新しい橋"),
    ("町は沸いた。橋が開通したのだ。\n川は静かだった。", "町は沸いた"),
    ("「もう春ですね。」と彼は言った。\n川は静かだった。", "「もう春ですね。」"),
    ("緊張緩和", "緊張緩和"),
    ("本当に？ そうだろうか。", "本当に？"),
    ("あ" * 50, "あ" * 29 + "…"),
    ("い" * 28 + "、" + "う" * 30, "い" * 28 + "…"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str) -> None:
    assert from_text(text, "").title == title


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\n\n", "\r\n \t\r\n", "\n　\n", "\v", "\f", "\x85", "\u2028"]
)
def test_any_end_of_a_line_parts_paragraphs(end: str) -> None:
    article = from_text(end.join(["", "題", "一つ目。", "　二つ目。 ", ""]), "")
    assert [paragraph.text for paragraph in article.paragraphs] == ["題", "一つ目。", "　二つ目。 "]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "　\n　", "\ufeff"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(ReaderError, match="no text"):
        from_text(text, "pasted text")


def test_source_is_kept_and_author_ruby_and_english_are_empty() -> None:
    article = from_text("題\n本文。", "pasted text")
    assert article.source == "pasted text"
    assert article.english == ()
    assert all(paragraph.ruby == () for paragraph in article.paragraphs)


def test_halves_of_characters_from_a_clipboard() -> None:
    article = from_text("題\n\ud842\udfb7野家で\ud800食べた。", "")
    assert article.paragraphs[1].text == "𠮷野家で�食べた。"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_text_in_is_text_out(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        with pytest.raises(ReaderError):
            from_text(text, "")
        return
    article = from_text(text, "")
    assert [paragraph.text for paragraph in article.paragraphs] == lines
    assert article.title.strip()
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds.count(TITLE) <= 1
    assert kinds == sorted(kinds, key=[TITLE, BYLINE, BODY].index)
