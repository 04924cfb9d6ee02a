"""Finding in an article: the hits, the order in which they are visited, and the bar with which it is done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reader.model import Place
from reader.settings import Theme as ThemeChoice
from reader.ui.find.find_bar import FindBar
from reader.ui.find.finder import Finder
from reader.ui.page.page import Span
from reader.ui.page.reading_view import ReadingView
from reader.ui.theme import Theme
from tests.ui.reading_samples import SENTENCE, analyse, article, text_of

NUMBER = 30
LENGTH = len(text_of(SENTENCE))


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    """Thirty paragraphs, of which the first two are analysed."""
    reading_view = ReadingView()
    qtbot.addWidget(reading_view)
    reading_view.resize(700, 400)
    reading_view.set_article(article([SENTENCE] * NUMBER))
    for paragraph in (2, 3):
        reading_view.set_analysis(paragraph, analyse(SENTENCE))
    reading_view.show()
    qtbot.waitExposed(reading_view)
    return reading_view


@pytest.fixture
def finder(view: ReadingView) -> Finder:
    finder = Finder(view, view)
    finder.set_article(article([SENTENCE] * NUMBER))
    return finder


def search(finder: Finder, typed: str, qtbot: QtBot) -> None:
    finder.look_for(typed)
    qtbot.waitUntil(lambda: not finder.is_searching)


def span(paragraph: int, text: str) -> Span:
    start = text_of(SENTENCE).index(text)
    return Span(paragraph, start, start + len(text))


def test_hits_of_the_whole_article_from_where_one_reads(
    view: ReadingView, finder: Finder, qtbot: QtBot
) -> None:
    view.bring_into_sight(span(20, "港"))
    top = view.place()
    search(finder, "港", qtbot)
    assert finder.count() == NUMBER + 1  # one is in the title
    assert finder.current is not None
    assert (finder.current.paragraph, finder.current.start) >= top
    assert view.place().paragraph >= top.paragraph - 1  # it was in sight already
    number = finder.number()
    assert number > 10
    finder.go(-1)
    assert finder.number() == number - 1
    finder.go(1)
    finder.go(1)
    assert finder.number() == number + 1


def test_going_round(finder: Finder, qtbot: QtBot) -> None:
    search(finder, "緊張", qtbot)
    assert finder.current == span(2, "緊張")
    finder.go(-1)
    assert finder.current == span(NUMBER + 1, "緊張")
    finder.go(1)
    assert finder.current == span(2, "緊張")


def test_several_hits_in_a_paragraph(view: ReadingView, finder: Finder, qtbot: QtBot) -> None:
    another = article(["港|の|港|の|港"])
    view.set_article(another)
    finder.set_article(another)
    search(finder, "港", qtbot)
    visited = []
    for _ in range(5):
        visited.append(finder.current)
        finder.go(1)
    first = Span(0, 0, 1)
    assert visited == [first, Span(2, 0, 1), Span(2, 2, 3), Span(2, 4, 5), first]


def test_readings_are_found_as_soon_as_they_are_known(
    view: ReadingView, finder: Finder, qtbot: QtBot
) -> None:
    search(finder, "きんちょう", qtbot)
    assert finder.count() == 2
    view.set_analysis(7, analyse(SENTENCE))
    finder.refresh(7)
    qtbot.waitUntil(lambda: not finder.is_searching)
    assert finder.count() == 3
    assert finder.number() == 1


def test_nothing_found(finder: Finder, qtbot: QtBot) -> None:
    search(finder, "汽車", qtbot)
    assert (finder.count(), finder.number(), finder.current) == (0, 0, None)
    finder.go(1)
    assert finder.current is None


def test_typing_on_stays_at_the_hit(finder: Finder, qtbot: QtBot) -> None:
    search(finder, "緊", qtbot)
    finder.go(1)
    assert finder.current == span(3, "緊")
    search(finder, "緊張緩", qtbot)
    assert finder.current == span(3, "緊張緩")


def test_the_current_hit_is_brought_into_sight(view: ReadingView, finder: Finder, qtbot: QtBot) -> None:
    search(finder, "港", qtbot)
    finder.go(-1)
    assert finder.current == span(NUMBER + 1, "港")
    assert view.place() > Place(5)


class TestBar:
    @pytest.fixture
    def bar(self, view: ReadingView, finder: Finder) -> Iterator[FindBar]:
        theme = Theme(ThemeChoice.LIGHT)
        yield FindBar(finder, theme, view)
        theme.deleteLater()

    def said(self, bar: FindBar) -> str:
        return bar.findChildren(QLabel)[0].text()

    def test_a_search(self, bar: FindBar, view: ReadingView, finder: Finder, qtbot: QtBot) -> None:
        bar.open("")
        field = bar.findChildren(QLineEdit)[0]
        assert (field.hasFocus() or not bar.isActiveWindow(), self.said(bar)) == (True, "")
        field.setText("港")
        qtbot.waitUntil(lambda: self.said(bar) == f"1 of {NUMBER + 1}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert self.said(bar) == f"2 of {NUMBER + 1}"
        bar.go(-1)
        assert self.said(bar) == f"1 of {NUMBER + 1}"
        bar.go(1)
        with qtbot.waitSignal(bar.closed):
            bar.close_bar()
        assert bar.isHidden()
        assert finder.count() == 0
        current = view.current()
        assert current is not None
        assert (current.paragraph, current.word.surface) == (2, "港")
        bar.go(1)  # opens it again, with what was typed
        qtbot.waitUntil(lambda: finder.count() == NUMBER + 1)

    def test_nothing_to_be_found(self, bar: FindBar, qtbot: QtBot) -> None:
        bar.open("汽車")
        qtbot.waitUntil(lambda: self.said(bar) == "not found")
        buttons = {button.accessibleName(): button for button in bar.findChildren(QToolButton)}
        assert not buttons["Next"].isEnabled()
        assert buttons["Close"].isEnabled()
