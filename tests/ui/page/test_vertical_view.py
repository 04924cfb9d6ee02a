"""The view in vertical writing: pointer, keys, wheel and place, and what is painted where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model import Article, Direction, Paragraph, Place, Ruby
from reader.ui.page.reading_view import ReadingView
from tests.ui.page.test_reading_view import COLOURS, LONG, has_colour, mark_at, picture, reddish, word
from tests.ui.reading_samples import SENTENCE, analyse, article


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReadingView]:
    """A vertical view of an article of which the first two paragraphs of the body are analysed."""
    reading_view = ReadingView()
    qtbot.addWidget(reading_view)
    reading_view.set_colours(COLOURS)
    reading_view.resize(780, 600)
    reading_view.set_direction(Direction.VERTICAL)
    reading_view.set_article(article([SENTENCE, LONG] + [LONG] * 20))
    reading_view.set_analysis(2, analyse(SENTENCE))
    reading_view.set_analysis(3, analyse(LONG))
    reading_view.show()
    qtbot.waitExposed(reading_view)
    yield reading_view
    QGuiApplication.clipboard().clear()


def turn(view: ReadingView, angle: QPoint, pixels: QPoint | None = None) -> None:
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


def test_lines_run_down_and_follow_each_other_to_the_left(view: ReadingView) -> None:
    first, second = view.rect_of(mark_at(Place(3, 0))), view.rect_of(mark_at(Place(3, 3)))
    assert second.left() == first.left() and second.top() > first.top()
    below, beside = view.rect_of(word(view, "大統領", 2)), view.rect_of(word(view, "大統領", 3))
    assert beside.right() < below.left()
    assert below.height() > below.width()


def test_readings_stand_at_the_right(view: ReadingView) -> None:
    rect = view.rect_of(word(view, "緊張緩和"))
    image = picture(view)
    right = rect.adjusted(rect.width() * 2 // 3, 0, 0, 0)
    left = rect.adjusted(0, 0, -rect.width() * 2 // 3, 0)
    assert reddish(image, right) and not reddish(image, left)


def test_click_activates(view: ReadingView, qtbot: QtBot) -> None:
    point = view.rect_of(word(view, "朝")).center()
    with qtbot.waitSignal(view.word_activated) as activated:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert activated.args == [word(view, "朝")]
    assert has_colour(picture(view), view.rect_of(word(view, "朝")), QColor("cyan"))


def test_drag_selects(view: ReadingView) -> None:
    start, end = view.rect_of(word(view, "朝")), view.rect_of(word(view, "港"))
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(start.center().x(), start.top() + 1))
    QTest.mouseMove(viewport, QPoint(end.center().x(), end.bottom() - 1))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(end.center().x(), end.bottom() - 1))
    assert view.selected_text() == "朝の港"


def test_arrows_follow_the_writing(view: ReadingView) -> None:
    view.set_current(word(view, "大統領", 3))
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == word(view, "の", 3)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.current() == word(view, "朝", 3)
    before = view.rect_of(word(view, "朝", 3))
    QTest.keyClick(view, Qt.Key.Key_Left)
    current = view.current()
    assert current is not None
    assert view.rect_of(current).right() < before.left() + 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    back = view.current()
    assert back is not None
    assert view.rect_of(back).left() == before.left()


def test_shift_and_arrows_select_characters(view: ReadingView) -> None:
    view.set_current(word(view, "緊張緩和"))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "緊張"


def test_shift_and_arrows_select_lines(view: ReadingView) -> None:
    view.set_current(word(view, "港", 3))
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    begin, end = view.selection().ordered()
    begun, at = view.rect_at(begin), view.rect_at(end)
    assert at.right() + 1 == begun.left()
    assert abs(at.top() - begun.top()) <= at.height()


@pytest.mark.parametrize(
    ("angle", "pixels"),
    [(QPoint(0, -120), None), (QPoint(0, -30), QPoint(0, -30)), (QPoint(30, 0), QPoint(30, 0))],
)
def test_the_wheel_goes_on_to_the_left(
    view: ReadingView, qtbot: QtBot, angle: QPoint, pixels: QPoint | None
) -> None:
    before = view.rect_of(word(view, "朝", 3)).left()
    turn(view, angle, pixels)
    qtbot.waitUntil(lambda: view.rect_of(word(view, "朝", 3)).left() >= before + 20)
    assert view.scroll_bar() is view.horizontalScrollBar()
    assert view.scroll_bar().value() >= 20


def test_pages_turn(view: ReadingView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.scroll_bar().value() > 600)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.scroll_bar().value() == view.scroll_bar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.place() == Place()


def test_the_place_is_kept_when_the_page_is_turned(view: ReadingView) -> None:
    view.scroll_bar().setValue(1500)
    place = view.place()
    for direction in (Direction.HORIZONTAL, Direction.VERTICAL):
        view.set_direction(direction)
        after = view.place()
        assert after.paragraph == place.paragraph
        assert after.offset <= place.offset < after.offset + 40
    assert view.place() == place


@pytest.mark.parametrize("size", [(780, 60), (60, 600), (1400, 900)])
def test_and_when_the_window_changes(view: ReadingView, size: tuple[int, int]) -> None:
    view.scroll_bar().setValue(1500)
    place = view.place()
    before = view.viewport().width() - view.rect_of(mark_at(place)).right()
    view.resize(*size)
    assert view.viewport().width() - view.rect_of(mark_at(place)).right() == before


STRANGE = (
    "",
    "\n",
    "𠮷野家で👩\u200d👧と🍣を食べ、か\u3099と書く",
    "カ" * 100,
    "https://example.org/" + "a" * 300,
    "「『（重なる括弧）』」、。——……12!?",
    "ا" * 60,
)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("size", [(1, 1), (24, 24), (400, 30), (30, 400), (700, 500)])
def test_hard_texts_in_small_windows(view: ReadingView, direction: Direction, size: tuple[int, int]) -> None:
    """All can be painted and reached, and every character has a box."""
    ruby = (Ruby(0, 2, "よしの"), Ruby(3, 4, "で"))
    paragraphs = tuple(Paragraph(text, ruby=ruby if len(text) > 8 else ()) for text in STRANGE)
    view.set_direction(direction)
    view.resize(*size)
    view.set_article(Article("", paragraphs))
    for _ in range(3):
        picture(view)
        QTest.keyClick(view, Qt.Key.Key_End)
    for number, text in enumerate(STRANGE):
        for offset in range(len(text)):
            assert not view.rect_of(mark_at(Place(number, offset))).isNull()


def test_a_number_stands_in_one_cell(view: ReadingView) -> None:
    view.set_article(Article("", (Paragraph("時は12月、2021年"),)))
    first, second, month = (view.rect_of(mark_at(Place(0, offset))) for offset in (2, 3, 4))
    assert first.height() == 20
    assert second.top() == first.bottom() + 1  # the second digit takes no room of its own
    assert month.top() == pytest.approx(first.bottom() + 1, abs=1)
    lying = view.rect_of(mark_at(Place(0, 6)))
    assert lying.height() < 15  # a digit of a longer number lies


def test_ink_is_where_the_characters_are(view: ReadingView) -> None:
    """Brackets and stops have their forms for vertical writing: ink in the other half of the cell."""
    view.set_article(Article("", (Paragraph("国「国。国"),)))
    image = picture(view)

    def has_ink(offset: int, *, upper: bool) -> bool:
        cell = view.rect_of(mark_at(Place(0, offset)))
        half = cell.height() // 2
        part = cell.adjusted(0, 0, 0, -half) if upper else cell.adjusted(0, half, 0, 0)
        return any(
            image.pixelColor(x, y).lightness() < 128
            for y in range(part.top() + 1, part.bottom())
            for x in range(part.left(), part.right() + 1)
        )

    assert has_ink(0, upper=True) and has_ink(0, upper=False)
    assert (has_ink(1, upper=True), has_ink(1, upper=False)) == (False, True)
    assert (has_ink(3, upper=True), has_ink(3, upper=False)) == (True, False)
