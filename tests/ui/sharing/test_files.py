"""Articles as PDF files and as web pages: what can be found in them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reader.model import Article, Direction, FuriganaMode, Paragraph, ParagraphKind, Ruby, WordKey
from reader.ui.page.painting import PageColours
from reader.ui.page.reading_view import ReadingView
from reader.ui.sharing.sharing import html_file, pdf_file
from reader.vocabulary.model import SavedWord
from tests.ui.reading_samples import SENTENCE, analyse, article, word_in

MANY = "人|は|、|大統領|の|プーチン|と|ちょっと|12月30日|に|「|緊張緩和|」|を|訴え|た|。"
ENGLISH = ("Harbour", "By A. Writer", "The president <calls>.", "Many.")


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    reading_view = ReadingView()
    qtbot.addWidget(reading_view)
    reading_view.set_article(article([SENTENCE, "|".join([MANY] * 60)], ENGLISH))
    reading_view.set_analysis(2, analyse(SENTENCE))
    reading_view.set_analysis(3, analyse("|".join([MANY] * 60)))
    return reading_view


def result(work: Generator[float, None, Any]) -> bytes:
    """What comes out at the end, after steps that never go back."""
    done = 0.0
    while True:
        try:
            step = next(work)
        except StopIteration as stop:
            made: bytes = stop.value()
            return made
        assert done <= step <= 1
        done = step


def pdf(view: ReadingView, colours: PageColours | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(result(pdf_file(view.edition(), colours or PageColours())))


def found(document: pypdfium2.PdfDocument, text: str) -> int:
    """How often the text is found."""
    return sum(
        1
        for page in document
        for search in [page.get_textpage().search(text)]
        for _ in iter(search.get_next, None)
    )


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "text", ["人は", "大統領の", "プーチン", "ちょっと", "12月30日", "緊張緩和", "By A. Writer"]
)
def test_what_stands_in_a_pdf_is_found_there(view: ReadingView, direction: Direction, text: str) -> None:
    view.set_direction(direction)
    assert found(pdf(view), text) >= (1 if text == "By A. Writer" else 40)


@pytest.mark.parametrize("direction", Direction)
def test_each_sheet_has_its_part(view: ReadingView, direction: Direction) -> None:
    view.set_direction(direction)
    document = pdf(view)
    texts = [page.get_textpage().get_text_range().replace("\r\n", "").replace(" ", "") for page in document]
    assert len(texts) > 1
    assert sum(text.count("統") for text in texts) == 61  # none is lost, none is there twice
    assert all(text.count("統") > 5 for text in texts[:-1])
    assert all(str(number) in text for number, text in enumerate(texts, start=1))


def test_furigana_are_those_that_are_shown(view: ReadingView) -> None:
    assert found(pdf(view), "だいとうりょう") > 40
    view.set_furigana(FuriganaMode.NONE)
    assert found(pdf(view), "だいとうりょう") == 0


def test_a_dark_pdf(view: ReadingView) -> None:
    bitmap = pdf(view, PageColours(background=QColor("#102030")))[0].render(scale=0.2, rev_byteorder=True)
    assert bytes(bitmap.buffer)[:3] == b"\x10\x20\x30"


def test_an_article_without_text(view: ReadingView) -> None:
    view.set_article(Article("", (Paragraph(""),)))
    assert len(pdf(view)) == 1


class Page(HTMLParser):
    """The text of the elements, without readings, and the readings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.base, self.readings = "", ""
        self.links: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        for name, value in attrs:
            if name in {"href", "id", "title"} and value:
                self.links[value] = name

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "rt" in self.open:
            self.readings += data
        elif "body" in self.open and "rp" not in self.open:
            self.base += data


def web(view: ReadingView, saved: dict[WordKey, SavedWord] | None = None) -> str:
    return result(html_file(view.edition(), PageColours(), saved or {})).decode()


def test_a_web_page_has_the_text_and_its_readings(view: ReadingView) -> None:
    page = Page(web(view))
    assert page.open == []
    paragraphs = [paragraph.text for paragraph in view.edition().article.paragraphs]
    assert page.base.split() == "\n".join(paragraphs).split()
    assert page.readings.startswith("だいとうりょうあさみなと")


def test_small_kana_are_a_choice(view: ReadingView) -> None:
    assert "だいとうりょう" in Page(web(view)).readings
    view.set_small_kana(False)
    assert "だいとうりよう" in Page(web(view)).readings
    assert found(pdf(view), "だいとうりよう") > 40


def test_the_english_is_there_if_it_is_shown(view: ReadingView) -> None:
    assert "president" not in web(view)
    view.set_english({2: "The president <calls>."})
    assert '<p class="english" lang="en">The president &lt;calls&gt;.</p>' in web(view)


def test_the_english_is_there_to_its_end_however_long(view: ReadingView) -> None:
    view.set_english({2: "She calls and calls. " * 200 + "He answers."})
    assert "She calls and calls. He answers.</p>" in web(view)


def test_saved_words_have_notes(view: ReadingView) -> None:
    word = word_in(analyse(SENTENCE), "港", 2).word
    html = web(view, {word.key: SavedWord(word.key, "noun", 'harbour & "port"')})
    links = Page(html).links
    assert links["#note-1"] == "href" and links["#word-1"] == "href"
    assert links["note-1"] == "id" and links["word-1"] == "id"
    assert links['みなと harbour & "port"'] == "title"
    assert html.count("harbour &amp; &quot;port&quot;</li>") == 1


def test_vertical_writing(view: ReadingView) -> None:
    assert "writing-mode: horizontal-tb" in web(view)
    view.set_direction(Direction.VERTICAL)
    view.set_article(Article("", (Paragraph("時は12月&"),)))
    html = web(view)
    assert "writing-mode: vertical-rl" in html
    assert '<p lang="ja">時は<span class="cell">12</span>月&amp;</p>' in html


def test_numbers_stand_upright_below_their_readings(view: ReadingView) -> None:
    view.set_direction(Direction.VERTICAL)
    paragraph = Paragraph("12日に", ruby=(Ruby(0, 3, "じゅうににち"),))
    view.set_article(Article("", (paragraph,)))
    assert '<ruby><span class="cell">12</span>日<rp>' in web(view)


def test_the_authors_readings_and_a_title_with_signs(view: ReadingView) -> None:
    title = Paragraph("<港> & $body", ParagraphKind.TITLE, ruby=(Ruby(1, 2, "みなと"),))
    view.set_article(replace(article([]), title=title.text, paragraphs=(title,)))
    html = web(view)
    assert "<title>&lt;港&gt; &amp; $body</title>" in html
    assert "&lt;<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>&gt; &amp; $body</h1>" in html
