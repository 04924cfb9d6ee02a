"""What screen readers are told of the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model import Article, Paragraph, Place
from reader.ui.page.accessibility import PageAccessible, PageSpeaker, Transcript, description
from reader.ui.page.reading_view import ReadingView
from tests.ui.reading_samples import SENTENCE, analyse, article, text_of, word_in

PLAIN = Article("", (Paragraph("朝の港"), Paragraph(""), Paragraph("海")))
ASTRAL = Article("", (Paragraph("𠮷野の"), Paragraph("𠮟る")))  # the first characters take two units


@pytest.mark.parametrize(
    ("source", "unit", "place"),
    [
        (PLAIN, 0, (0, 0)),
        (PLAIN, 2, (0, 2)),
        (PLAIN, 4, (1, 0)),
        (PLAIN, 5, (2, 0)),
        (PLAIN, 6, (2, 1)),
        (ASTRAL, 0, (0, 0)),
        (ASTRAL, 2, (0, 1)),
        (ASTRAL, 5, (1, 0)),
        (ASTRAL, 7, (1, 1)),
        (ASTRAL, 8, (1, 2)),
    ],
)
def test_units_and_places(source: Article, unit: int, place: tuple[int, int]) -> None:
    transcript = Transcript(source)
    assert transcript.place(unit) == place
    assert transcript.unit(Place(*place)) == unit


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 2, "𠮷"), (2, 4, "野の"), (4, 8, "\n𠮟る"), (3, -1, "の\n𠮟る"), (6, 99, "𠮟る"), (-5, 2, "𠮷")],
)
def test_slices(start: int, end: int, text: str) -> None:
    assert Transcript(ASTRAL).slice(start, end) == text


def test_nothing_to_read() -> None:
    transcript = Transcript(Article("", ()))
    assert (transcript.length, transcript.place(0), transcript.unit(Place())) == (0, (0, 0), 0)


@pytest.mark.parametrize(
    ("told", "expected"),
    [("みなと\u3000harbour; port", "港, みなと, harbour; port"), ("みなと", "港, みなと"), ("", "港")],
)
def test_description(told: str, expected: str) -> None:
    harbour = analyse("港").words[0]
    assert description(harbour, lambda _word: told) == expected


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReadingView]:
    reading_view = ReadingView()
    qtbot.addWidget(reading_view)
    reading_view.resize(780, 500)
    reading_view.set_article(article([SENTENCE]))
    reading_view.set_analysis(2, analyse(SENTENCE))
    reading_view.show()
    qtbot.waitExposed(reading_view)
    yield reading_view


@pytest.fixture
def page(view: ReadingView) -> PageAccessible:
    found = PageSpeaker(view, lambda word: word.reading).interface()
    assert found is not None
    return found


def start_of(text: str, view: ReadingView) -> int:
    return "\n".join(paragraph.text for paragraph in view.article().paragraphs).index(text)


def test_the_caret_is_at_the_current_word_and_its_reading_is_told(
    view: ReadingView, page: PageAccessible
) -> None:
    analysis = view.analysis(2)
    assert analysis is not None
    view.set_current(word_in(analysis, "緊張緩和", 2))
    assert page.cursorPosition() == start_of("緊張緩和", view)
    assert page.text(QAccessible.Text.Description) == "緊張緩和, きんちょうかんわ"
    assert page.text(QAccessible.Text.Name) == "港町の朝、にぎわう市場"
    start = start_of(text_of(SENTENCE), view)
    assert page.text(start, page.characterCount()) == text_of(SENTENCE)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.cursorPosition() == start_of("緊張緩和", view) + 1


def test_a_screen_reader_moves_the_caret_and_finds_characters(
    view: ReadingView, page: PageAccessible
) -> None:
    page.setCursorPosition(start_of("大統領は", view) + 1)
    current = view.current()
    assert current is not None
    assert current.word.surface == "大統領"
    unit = start_of("港で", view)
    assert page.offsetAtPoint(page.characterRect(unit).center()) == unit
    page.setSelection(0, unit, unit + 2)
    assert view.selected_text() == "港で"
    page.removeSelection(0)
    assert view.selected_text() == ""
    assert page.state().readOnly


def test_qt_is_given_the_page_for_its_view_and_nothing_else(
    view: ReadingView, page: PageAccessible, qtbot: QtBot
) -> None:
    assert QAccessible.queryAccessibleInterface(view).role() is QAccessible.Role.Document
    other = ReadingView()
    qtbot.addWidget(other)
    assert QAccessible.queryAccessibleInterface(other).role() is not QAccessible.Role.Document
