"""The marks of Aozora Bunko: what becomes ruby, what vanishes, and what stays as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.aozora import marked_paragraphs
from reader.articles.plain_text import from_text
from reader.model import Paragraph

MARKED = [
    ("古い灯台《とうだい》が立つ。", "古い灯台が立つ。", [("灯台", "とうだい")]),
    (
        "人々《ひとびと》と三ヶ月《さんかげつ》",
        "人々と三ヶ月",
        [("人々", "ひとびと"), ("三ヶ月", "さんかげつ")],
    ),
    ("あの｜灯《ひ》が見える。", "あの灯が見える。", [("灯", "ひ")]),
    ("古い｜灯台守《とうだいもり》", "古い灯台守", [("灯台守", "とうだいもり")]),
    ("｜Ｌｉｇｈｔ《ライト》をつけた", "Ｌｉｇｈｔをつけた", [("Ｌｉｇｈｔ", "ライト")]),
    ("|さくら《桜》の木", "さくらの木", [("さくら", "桜")]),
    ("｜愛《love》と麺麭《パン》", "愛と麺麭", [("愛", "love"), ("麺麭", "パン")]),
    ("［＃３字下げ］一　港［＃「一　港」は中見出し］", "一　港", []),
    ("灯《ひ》［＃「灯」に傍点］が消えた。", "灯が消えた。", [("灯", "ひ")]),
    ("［＃挿絵［＃港］（fig1.png）入る］灯", "灯", []),
    ("※［＃「てへん＋劣」、第3水準1-84-77］《も》ぐ", "挘ぐ", [("挘", "も")]),
    ("※［＃「身＋二点しんにょうの迹」、U+8FEF］", "迯"[:0] + "\u8fef", []),
    ("※［＃小書き片仮名ン、知られない字］だ", "〓だ", []),
    ("※［＃第4水準2-94-99］※［＃1-99-1］", "〓〓", []),
    ("いよ／＼と、ひと／″＼［＃「と」は小書き］", "いよ〳〵と、ひと〴〵", []),
]


@pytest.mark.parametrize(("line", "text", "ruby"), MARKED)
def test_marks_become_ruby_or_vanish(line: str, text: str, ruby: list[tuple[str, str]]) -> None:
    (paragraph,) = marked_paragraphs([line])
    assert paragraph.text == text
    assert [(text[over.start : over.end], over.text) for over in paragraph.ruby] == ruby


@pytest.mark.parametrize(
    "line",
    [
        "普通の文章だ。",
        "新作《灯台》を読む。",
        "交響曲《ジュピター》が流れた。",
        "「《さくら》という曲と《灯台》」",
        "新曲《さくら》と《灯台》、《港へ》を聞く。",  # most are brackets here
        "A｜Bのどちらか",
        "配列［1］と［2］",
        "空《》の括弧",
    ],
)
def test_what_only_looks_like_marks_stays(line: str) -> None:
    assert marked_paragraphs([line]) == (Paragraph(line),)


def test_a_text_that_has_marks_elsewhere_has_katakana_over_kanji_too() -> None:
    first, second = marked_paragraphs(["｜灯台《とうだい》", "倫敦《ロンドン》の『《夜》』"])
    assert (second.text, [over.text for over in second.ruby]) == ("倫敦の『《夜》』", ["ロンドン"])
    assert first.text == "灯台"


def test_the_explanation_of_the_marks_and_lines_of_notes_vanish() -> None:
    lines = [
        "岬の灯",
        "港野波子",
        "-" * 55,
        "【テキスト中に現れる記号について】",
        "《》：ルビ",
        "（例）灯台《とうだい》",
        "-" * 55,
        "［＃改ページ］",
        "　灯台《とうだい》が立つ。",
        "-" * 55,
    ]
    texts = [paragraph.text for paragraph in marked_paragraphs(lines)]
    assert texts == ["岬の灯", "港野波子", "　灯台が立つ。", "-" * 55]


def test_a_title_keeps_its_ruby() -> None:
    article = from_text("岬《みさき》の灯\n　灯台が立つ。", "")
    assert article.title == "岬の灯"
    assert [over.text for over in article.paragraphs[0].ruby] == ["みさき"]


@given(st.lists(st.text("灯台かカ｜|《》［］＃※A、-", min_size=1, max_size=30), max_size=4))
def test_any_text_goes_through(lines: list[str]) -> None:
    for paragraph in marked_paragraphs(lines):
        assert all(0 <= over.start < over.end <= len(paragraph.text) and over.text for over in paragraph.ruby)
        ends = [0, *(edge for over in paragraph.ruby for edge in (over.start, over.end))]
        assert ends == sorted(ends)
