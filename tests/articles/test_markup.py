"""What is seen of Markdown and HTML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.markdown import paragraphs_of_markdown
from reader.articles.text_files import read_file
from reader.articles.web_page import paragraphs_of_html
from reader.errors import ReaderError
from reader.model import Paragraph, ParagraphKind


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def over(paragraph: Paragraph) -> list[tuple[str, str]]:
    return [(paragraph.text[ruby.start : ruby.end], ruby.text) for ruby in paragraph.ruby]


MARKDOWN = [
    ("# 港の朝 #\n## 船\n", ["港の朝", "船"]),
    ("港の朝\n======\n\n船が帰る。\n---\n", ["港の朝", "船が帰る。"]),
    ("船が\n帰る。\n\n猫も\nWest Pier\nにいる。", ["船が帰る。", "猫も West Pier にいる。"]),
    ("一行目  \n二行目\\\n三行目", ["一行目", "二行目", "三行目"]),
    (
        "とても**「大事」**で、*少し*、__強く__、_弱く_、~~消す~~。",
        ["とても「大事」で、少し、強く、弱く、消す。"],
    ),
    ("**太く*斜め*に**", ["太く斜めに"]),
    ("3 * 4 * 5 と snake_case_name と 2_000_000", ["3 * 4 * 5 と snake_case_name と 2_000_000"]),
    ('[港](https://example.org/a_(b) "海")と[船][1]\n\n[1]: https://example.org', ["港と船"]),
    ("![絵](a.png)船 <https://example.org/>", ["船 https://example.org/"]),
    ("`a *b* <i>` と \\*星\\*", ["a *b* <i> と *星*"]),
    ("- 船\n- 猫\n  と魚\n\n1. 一\n2. 二", ["・船", "・猫と魚", "1. 一", "2. 二"]),
    ("> 引用は\n> 続く\n>> 深く", ["引用は続く深く"]),
    ("```python\nx = *y*\n\n# 注\n```\n後", ["x = *y*", "# 注", "後"]),
    ("| 船 | **猫** |\n|---|:-:|\n| 港 | 家 |", ["船　猫", "港　家"]),
    ("---\ntitle: 港\n---\n本文だ。", ["本文だ。"]),
    ("一\n\n***\n\n二\n- - -\n三", ["一", "二", "三"]),
    ("5 < 6 & 7 > 2 <!-- 見えない -->", ["5 < 6 & 7 > 2"]),
]


@pytest.mark.parametrize(("text", "paragraphs"), MARKDOWN)
def test_markdown(text: str, paragraphs: list[str]) -> None:
    assert texts(paragraphs_of_markdown(text)) == paragraphs


HTML = [
    ("<p>船が<b>帰る</b>。<p>猫もいる。<br>魚も。", ["船が帰る。", "猫もいる。", "魚も。"]),
    ("<html><head><title>題</title><style>p { }</style><body><h1>港</h1>\n<p>船", ["港", "船"]),
    ("<p>船が\n  帰る。\n West\n Pier", ["船が帰る。 West Pier"]),
    ("<nav>案内</nav><article><h2>港</h2><p>船</p></article><footer>下</footer>", ["港", "船"]),
    ("<article> </article><p>船", ["船"]),
    ("<p>5 &lt; 6 &amp; 7</p><script>x()</script><!-- 無 -->", ["5 < 6 & 7"]),
    ("<![if lt IE 9]><p>船<![endif]><p>A<![x", ["船", "A<![x"]),
    ("<ul><li>船<li>猫</ul><table><tr><td>港<td>家</table>", ["船", "猫", "港", "家"]),
]


@pytest.mark.parametrize(("html", "paragraphs"), HTML)
def test_html(html: str, paragraphs: list[str]) -> None:
    assert texts(paragraphs_of_html(html)) == paragraphs


RUBY = [
    ("古い<ruby>灯台<rp>（</rp><rt>とうだい</rt><rp>）</rp></ruby>だ", "古い灯台だ", [("灯台", "とうだい")]),
    ("<ruby>灯<rt>とう</rt>台<rt>だい</rt></ruby>", "灯台", [("灯", "とう"), ("台", "だい")]),
    ("<ruby>灯<rt>とう</rt>台<rt></rt></ruby>", "灯台", [("灯", "とう")]),
    (
        "<ruby><rb>灯</rb><rb>台</rb><rt>とう</rt><rt>だい</rt></ruby>",
        "灯台",
        [("灯", "とう"), ("台", "だい")],
    ),
    ("<ruby><rb>灯<rb>台<rt>とう<rt>だい</ruby>だ", "灯台だ", [("灯", "とう"), ("台", "だい")]),
    ("<ruby>\n <rb><b>灯台</b></rb>\n <rt>とう\n だい</rt>\n</ruby>\nだ", "灯台だ", [("灯台", "とうだい")]),
    (
        "海の\n<ruby>灯<rt>ひ</rt></ruby>と the\n<ruby>pier<rt>桟橋</rt></ruby>",
        "海の灯と the pier",
        [("灯", "ひ"), ("pier", "桟橋")],
    ),
]


@pytest.mark.parametrize("read", [paragraphs_of_html, paragraphs_of_markdown])
@pytest.mark.parametrize(("html", "text", "ruby"), RUBY)
def test_ruby(
    read: Callable[[str], tuple[Paragraph, ...]], html: str, text: str, ruby: list[tuple[str, str]]
) -> None:
    (paragraph,) = read(html)
    assert (paragraph.text, over(paragraph)) == (text, ruby)


@given(st.text("<>!/[]&;=\"' \n-*_`#|p灯rubyt()", max_size=60))
def test_any_text_goes_through(text: str) -> None:
    for paragraph in (*paragraphs_of_html(text), *paragraphs_of_markdown(text)):
        assert paragraph.text.strip()
        assert all(0 <= ruby.start < ruby.end <= len(paragraph.text) for ruby in paragraph.ruby)


def test_files_are_read_by_their_endings(tmp_path: Path) -> None:
    for name, text in (
        ("a.md", "# 港の朝\n\n**船**が帰る。"),
        ("b.HTML", "<h1>港の朝</h1><p><b>船</b>が帰る。"),
        ("c.txt", "港の朝\n船が帰る。"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        article = read_file(tmp_path / name)
        assert texts(article.paragraphs) == ["港の朝", "船が帰る。"]
        assert article.paragraphs[0].kind is ParagraphKind.TITLE
        assert (article.title, article.source) == ("港の朝", name)
    (tmp_path / "c.en.txt").write_text("The boats return.", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The boats return.", encoding="utf-8")
    assert read_file(tmp_path / "a.md").english == ("The boats return.",)


def test_a_page_without_text_is_said_to_be_so(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<script>x()</script>", encoding="utf-8")
    with pytest.raises(ReaderError, match="no text that is shown"):
        read_file(page)
