"""The view in which an article is read, with a pointer, with keys, and by its pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.model import Article, Direction, FuriganaMode, OtherReading, Paragraph, Place, Ruby, WordAt
from reader.ui.page.painting import PageColours
from reader.ui.page.reading_view import ReadingView
from reader.ui.page.selection import Selection
from reader.vocabulary.model import Status
from tests.ui.reading_samples import SENTENCE, analyse, article, text_of, word_in

LONG = "|".join([SENTENCE] * 8)
COLOURS = PageColours(
    background=QColor("white"),
    text=QColor("black"),
    ruby=QColor("red"),
    hover=QColor("yellow"),
    current=QColor("cyan"),
    selection=QColor("lime"),
    accents={Status.NEW: QColor("blue")},
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReadingView]:
    """A view of an article of which the first two paragraphs of the body are analysed."""
    reading_view = ReadingView()
    qtbot.addWidget(reading_view)
    reading_view.set_colours(COLOURS)
    reading_view.resize(780, 600)
    reading_view.set_article(article([SENTENCE, LONG] + [LONG] * 20))
    reading_view.set_analysis(2, analyse(SENTENCE))
    reading_view.set_analysis(3, analyse(LONG))
    reading_view.show()
    qtbot.waitExposed(reading_view)
    yield reading_view
    QGuiApplication.clipboard().clear()


def word(view: ReadingView, surface: str, paragraph: int = 2) -> WordAt:
    analysis = view.analysis(paragraph)
    assert analysis is not None
    return word_in(analysis, surface, paragraph)


def picture(view: ReadingView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def has_colour(image: QImage, rect: QRect, colour: QColor) -> bool:
    """Whether any pixel of the rect has the colour."""
    return any(
        image.pixelColor(x, y) == colour
        for y in range(rect.top(), rect.bottom() + 1)
        for x in range(rect.left(), rect.right() + 1)
    )


def reddish(image: QImage, rect: QRect) -> bool:
    """Whether a reading is drawn: in red, on white, smoothed."""
    return any(
        image.pixelColor(x, y).red() > image.pixelColor(x, y).green() + 60
        for y in range(rect.top(), rect.bottom() + 1)
        for x in range(rect.left(), rect.right() + 1)
    )


def point_at(view: ReadingView, surface: str) -> QPoint:
    point = view.rect_of(word(view, surface)).center()
    QTest.mouseMove(view.viewport(), point)
    return point


@pytest.mark.parametrize("direction", Direction)
def test_pixels_of_the_screen_that_an_edge_halves_are_painted_over(
    view: ReadingView, direction: Direction
) -> None:
    view.set_direction(direction)
    viewport = view.viewport()
    viewport.resize(501, 401)
    image = QImage(752, 602, QImage.Format.Format_RGB32)  # one and a half times as large, and rounded up
    image.setDevicePixelRatio(1.5)
    image.fill(QColor("magenta"))
    viewport.render(image, QPoint(), QRegion(viewport.rect()), QWidget.RenderFlag(0))
    for edge in (QRect(751, 0, 1, 602), QRect(0, 601, 752, 1)):
        assert not reddish(image, edge)


class TestPointer:
    def test_hover_lights_the_word_up(self, view: ReadingView, qtbot: QtBot) -> None:
        rect = view.rect_of(word(view, "港"))
        assert not has_colour(picture(view), rect, QColor("yellow"))
        with qtbot.waitSignal(view.word_hovered) as hovered:
            point_at(view, "港")
        assert hovered.args == [word(view, "港")]
        assert has_colour(picture(view), rect, QColor("yellow"))
        with qtbot.waitSignal(view.word_hovered) as hovered:
            QTest.mouseMove(view.viewport(), QPoint(2, 2))
        assert hovered.args == [None]
        assert not has_colour(picture(view), rect, QColor("yellow"))

    def test_the_page_moves_below_the_pointer(self, view: ReadingView) -> None:
        point_at(view, "港")
        view.verticalScrollBar().setValue(45)
        assert view.word_at(view.rect_of(word(view, "港")).center()) == word(view, "港")
        assert not has_colour(picture(view), view.rect_of(word(view, "港")), QColor("yellow"))

    def test_rest(self, view: ReadingView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.word_rested) as rested:
            point_at(view, "大統領")
        rect = view.rect_of(word(view, "大統領"))
        assert rested.args == [
            word(view, "大統領"),
            QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size()),
        ]

    def test_a_page_that_moves_below_the_pointer_is_no_rest(self, view: ReadingView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.word_rested):
            point = point_at(view, "港")
        with qtbot.assertNotEmitted(view.word_rested, wait=500):
            view.verticalScrollBar().setValue(45)
        lit = view.word_at(point)
        assert lit is not None
        assert lit != word(view, "港")
        with qtbot.waitSignal(view.word_rested) as rested:
            QTest.mouseMove(view.viewport(), point + QPoint(1, 0))
        assert rested.args is not None
        assert rested.args[0] == lit

    def test_click_activates(self, view: ReadingView, qtbot: QtBot) -> None:
        point = view.rect_of(word(view, "朝")).center()
        with qtbot.waitSignals([view.current_changed, view.word_activated], order="strict"):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert view.current() == word(view, "朝")
        assert has_colour(picture(view), view.rect_of(word(view, "朝")), QColor("cyan"))

    def test_beside_the_text_is_no_word(self, view: ReadingView) -> None:
        assert view.word_at(QPoint(1, 1)) is None

    def test_drag_selects(self, view: ReadingView, qtbot: QtBot) -> None:
        start = view.rect_of(word(view, "朝"))
        end = view.rect_of(word(view, "港"))
        viewport = view.viewport()
        QTest.mousePress(
            viewport, Qt.MouseButton.LeftButton, pos=QPoint(start.left() + 1, start.center().y())
        )
        QTest.mouseMove(viewport, QPoint(end.right() - 1, end.center().y()))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(end.right() - 1, end.center().y()))
        assert view.selected_text() == "朝の港"
        assert has_colour(picture(view), end, QColor("lime"))
        assert view.current() is None

    def test_selecting_beyond_the_edge_scrolls_on_until_the_button_is_released(
        self, view: ReadingView, qtbot: QtBot
    ) -> None:
        viewport, bar = view.viewport(), view.verticalScrollBar()
        start = view.rect_of(word(view, "朝")).center()
        below = QPoint(start.x(), viewport.height() + 60)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(viewport, below)
        qtbot.waitUntil(lambda: bar.value() > viewport.height())
        assert len(view.selected_text()) > len(LONG)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=below)
        value, text = bar.value(), view.selected_text()
        qtbot.wait(60)
        assert (bar.value(), view.selected_text()) == (value, text)

    def test_dragging_over_some_words_asks_for_the_phrase(self, view: ReadingView, qtbot: QtBot) -> None:
        start, end = view.rect_of(word(view, "朝")), view.rect_of(word(view, "港"))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.center() - QPoint(8, 0))
        QTest.mouseMove(view.viewport(), end.center() + QPoint(8, 0))
        with qtbot.waitSignal(view.phrase_selected) as phrase:
            QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end.center())
        assert phrase.args == ["朝の港", "朝の港"]
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.selected_text() == ""

    def test_after_a_double_click_whole_words_are_selected(self, view: ReadingView) -> None:
        viewport, button = view.viewport(), Qt.MouseButton.LeftButton
        start, end = view.rect_of(word(view, "緊張緩和")), view.rect_of(word(view, "朝"))
        QTest.mouseDClick(viewport, button, pos=start.center())
        QTest.mousePress(viewport, button, pos=start.center() + QPoint(60, 0))
        QTest.mouseRelease(viewport, button, pos=start.center() + QPoint(60, 0))
        assert view.selected_text() == ""
        press = QMouseEvent(
            QEvent.Type.MouseButtonDblClick,
            QPointF(start.center()),
            viewport.mapToGlobal(QPointF(start.center())),
            button,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QGuiApplication.sendEvent(viewport, press)
        QTest.mouseMove(viewport, end.center() - QPoint(2, 0))
        QTest.mouseRelease(viewport, button, pos=end.center())
        assert view.selected_text() == "朝の港で緊張緩和"

    def test_triple_click_selects_the_sentence(self, view: ReadingView) -> None:
        at = view.rect_of(word(view, "港", 3)).center()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selected_text() == text_of(SENTENCE)

    def test_double_click_selects_the_word(self, view: ReadingView) -> None:
        point = view.rect_of(word(view, "緊張緩和")).center()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert view.selected_text() == "緊張緩和"

    def test_wheel_with_ctrl_zooms(self, view: ReadingView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.zoom_changed) as zoomed:
            turn(view, 120, Qt.KeyboardModifier.ControlModifier)
        assert zoomed.args == [pytest.approx(1.1)]
        assert view.zoom() == pytest.approx(1.1)

    def test_wheel_scrolls(self, view: ReadingView, qtbot: QtBot) -> None:
        turn(view, -120)
        qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 20)


def turn(
    view: ReadingView, angle: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


class TestKeys:
    def test_word_by_word(self, view: ReadingView) -> None:
        view.set_current(word(view, "大統領"))
        for _ in range(3):
            QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.current() == word(view, "の")
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert view.current() == word(view, "朝")

    def test_the_first_word_in_sight(self, view: ReadingView) -> None:
        view.set_analysis(0, analyse("港町|の|朝|、|にぎわう|市場"))
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.current() == word(view, "港町", 0)

    def test_a_paragraph_without_words_yet_comes_into_sight(self, view: ReadingView) -> None:
        last = WordAt(3, analyse(LONG).words[-1])
        view.set_current(last)
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.current() == last
        assert view.viewport().rect().contains(view.rect_of(mark_at(Place(4, 0))))

    def test_unknown_words(self, view: ReadingView) -> None:
        view.set_statuses(lambda w: Status.KNOWN if w.surface in {"港", "大統領"} else None)
        view.set_current(word(view, "朝"))
        QTest.keyClick(view, Qt.Key.Key_N)
        assert view.current() == word(view, "緊張緩和")
        QTest.keyClick(view, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        assert view.current() == word(view, "朝")

    def test_line_by_line(self, view: ReadingView) -> None:
        view.set_current(word(view, "朝", 3))
        before = view.rect_of(word(view, "朝", 3))
        QTest.keyClick(view, Qt.Key.Key_Down)
        below = view.current()
        assert below is not None
        assert view.rect_of(below).top() == before.top() + before.height()
        assert abs(view.rect_of(below).center().x() - before.center().x()) < 60
        QTest.keyClick(view, Qt.Key.Key_Up)
        above = view.current()
        assert above is not None
        assert view.rect_of(above).top() == before.top()

    def test_enter_activates_the_current_word(self, view: ReadingView, qtbot: QtBot) -> None:
        view.set_current(word(view, "港"))
        with qtbot.waitSignal(view.word_activated) as activated:
            QTest.keyClick(view, Qt.Key.Key_Return)
        assert activated.args == [word(view, "港")]

    def test_the_current_word_comes_into_sight(self, view: ReadingView) -> None:
        last = len(article([SENTENCE, LONG] + [LONG] * 20).paragraphs) - 1
        view.set_analysis(last, analyse(LONG))
        view.set_current(word(view, "港", last))
        assert view.viewport().rect().contains(view.rect_of(word(view, "港", last)))

    def test_shift_and_arrows_select_characters(self, view: ReadingView) -> None:
        view.set_current(word(view, "緊張緩和"))
        for _ in range(3):
            QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert view.selected_text() == "緊張"

    def test_ctrl_shift_and_arrows_select_words(self, view: ReadingView) -> None:
        view.set_current(word(view, "港"))
        modifiers = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        for _ in range(3):
            QTest.keyClick(view, Qt.Key.Key_Right, modifiers)
        assert view.selected_text() == "港で緊張緩和"
        QTest.keyClick(view, Qt.Key.Key_Left, modifiers)
        assert view.selected_text() == "港で"

    def test_shift_and_arrows_select_lines(self, view: ReadingView) -> None:
        view.set_current(word(view, "港", 3))
        shift = Qt.KeyboardModifier.ShiftModifier
        text = text_of(LONG)
        QTest.keyClick(view, Qt.Key.Key_End, shift)
        line_end = view.selection().cursor.offset
        assert view.selected_text() == text[view.selection().anchor.offset : line_end] != ""
        QTest.keyClick(view, Qt.Key.Key_End, shift)
        assert view.selection().cursor.offset == line_end  # not that of the next line
        QTest.keyClick(view, Qt.Key.Key_Home, shift)
        assert view.selected_text() == text[: text.index("港")]
        view.clear_selection()
        QTest.keyClick(view, Qt.Key.Key_Down, shift)
        begin, end = view.selection().ordered()
        begun, at = view.rect_at(begin), view.rect_at(end)
        assert at.top() == begun.bottom() + 1
        assert abs(at.left() - begun.left()) <= at.width()
        QTest.keyClick(view, Qt.Key.Key_Up, shift)
        assert view.selection().is_empty

    def test_shift_and_arrows_keep_their_column_over_short_lines(self, view: ReadingView) -> None:
        view.set_article(Article("", tuple(map(Paragraph, ("朝の港で会う", "朝", "", "朝の港で会う")))))
        shift = Qt.KeyboardModifier.ShiftModifier
        view.select(Selection(Place(0, 3), Place(0, 4)))
        for cursor in ((1, 1), (2, 0), (3, 4), (3, 6), (3, 6)):
            QTest.keyClick(view, Qt.Key.Key_Down, shift)
            assert view.selection() == Selection(Place(0, 3), Place(*cursor))

    def test_ctrl_shift_and_end_select_the_rest(self, view: ReadingView) -> None:
        modifiers = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        last = len(view.article().paragraphs) - 1
        view.set_current(word(view, "港"))
        QTest.keyClick(view, Qt.Key.Key_End, modifiers)
        begin = Place(2, word(view, "港").word.start)
        assert view.selection() == Selection(begin, Place(last, len(text_of(LONG))))
        QTest.keyClick(view, Qt.Key.Key_Home, modifiers)
        assert view.selection() == Selection(begin, Place())

    def test_enter_asks_for_what_is_selected(self, view: ReadingView, qtbot: QtBot) -> None:
        view.set_current(word(view, "港"))
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        with qtbot.waitSignal(view.phrase_activated) as phrase:
            QTest.keyClick(view, Qt.Key.Key_Return)
        assert phrase.args == ["港", "港"]

    def test_a_selection_that_cuts_words_comes_with_the_whole_ones(
        self, view: ReadingView, qtbot: QtBot
    ) -> None:
        at = word(view, "緊張緩和")
        start, end = at.word.start, at.word.end
        view.select(Selection(Place(at.paragraph, start + 1), Place(at.paragraph, end - 1)))
        with qtbot.waitSignal(view.phrase_activated) as phrase:
            QTest.keyClick(view, Qt.Key.Key_Return)
        assert phrase.args == ["張緩", "緊張緩和"]

    def test_the_current_word_is_copied_if_nothing_is_selected(self, view: ReadingView) -> None:
        view.set_current(word(view, "緊張緩和"))
        view.copy()
        assert QGuiApplication.clipboard().text() == "緊張緩和"

    def test_copy_with_furigana(self, view: ReadingView) -> None:
        view.set_current(word(view, "緊張緩和"))
        assert view.copy_with_furigana()
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == "緊張緩和(きんちょうかんわ)"
        assert "<rt>きんちょうかんわ</rt>" in data.html()
        view.select_all()
        assert not view.copy_with_furigana()  # most of it has no words yet
        assert (
            QGuiApplication.clipboard().text().startswith("港町の朝、にぎわう市場\nBy A. Writer\n大統領(だい")
        )

    def test_copy_is_what_was_put_in(self, view: ReadingView) -> None:
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        expected = [paragraph.text for paragraph in article([SENTENCE, LONG] + [LONG] * 20).paragraphs]
        assert QGuiApplication.clipboard().text() == "\n".join(expected)

    @pytest.mark.parametrize(
        "key", [Qt.Key.Key_S, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_1, Qt.Key.Key_Escape]
    )
    def test_other_keys_are_left_to_the_window(self, view: ReadingView, key: Qt.Key) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        view.keyPressEvent(event)
        assert not event.isAccepted()

    def test_other_keys_can_be_given_to_the_pages_commands(self, view: ReadingView) -> None:
        view.set_keys({"next_word": ("J", "Ctrl+J")})
        view.set_current(word(view, "大統領"))
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.current() == word(view, "大統領")
        QTest.keyClick(view, Qt.Key.Key_J)
        QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert view.current() == word(view, "朝")

    def test_the_current_word_stays_in_sight_whatever_changes(self, view: ReadingView) -> None:
        view.set_current(word(view, "港", 3))
        changes: list[Callable[[], None]] = [
            lambda: view.set_zoom(2.5),
            lambda: view.set_direction(Direction.VERTICAL),
            lambda: view.resize(500, 330),
            lambda: view.set_direction(Direction.HORIZONTAL),
            lambda: view.set_furigana(FuriganaMode.NONE, is_compact=True),
            lambda: view.resize(900, 250),
            lambda: view.set_zoom(1.0),
        ]
        for change in changes:
            change()
            assert view.viewport().rect().contains(view.rect_of(word(view, "港", 3)).center())

    def test_a_ring_shows_that_the_focus_came_with_the_keys(self, view: ReadingView) -> None:
        corner = QRect(0, 0, 2, 2)
        for reason, is_shown in (
            (Qt.FocusReason.TabFocusReason, True),
            (Qt.FocusReason.MouseFocusReason, False),
        ):
            view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
            assert has_colour(picture(view), corner, COLOURS.bar) is is_shown

    def test_home_and_end(self, view: ReadingView) -> None:
        QTest.keyClick(view, Qt.Key.Key_End)
        assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
        QTest.keyClick(view, Qt.Key.Key_Home)
        assert view.place() == Place()


class TestFurigana:
    def test_modes(self, view: ReadingView, qtbot: QtBot) -> None:
        surfaces = ("大統領", "緊張緩和")
        rects = {surface: view.rect_of(word(view, surface)) for surface in surfaces}
        drawn = {}
        for mode in FuriganaMode:
            view.set_furigana(mode)
            point_at(view, "緊張緩和")
            image = picture(view)
            now = {surface: view.rect_of(word(view, surface)) for surface in surfaces}
            drawn[mode] = [reddish(image, rect) for rect in now.values()]
            assert now == rects
        assert drawn == {
            FuriganaMode.ALL: [True, True],
            FuriganaMode.UNKNOWN: [True, True],
            FuriganaMode.FIRST: [True, True],
            FuriganaMode.HOVER: [False, True],
            FuriganaMode.NONE: [False, False],
        }

    def test_only_over_words_not_known_yet(self, view: ReadingView) -> None:
        known = {"港"}
        view.set_statuses(lambda w: Status.KNOWN if w.surface in known else None)
        view.set_furigana(FuriganaMode.UNKNOWN)
        assert self.drawn(view, ["朝", "港"]) == [True, False]
        known.add("朝")
        view.refresh_statuses()
        assert self.drawn(view, ["朝", "港"]) == [False, False]
        point_at(view, "港")
        assert self.drawn(view, ["朝", "港"]) == [False, True]

    def test_only_where_a_word_comes_first_in_whatever_order_words_are_known(self, view: ReadingView) -> None:
        view.set_furigana(FuriganaMode.FIRST)
        assert self.drawn(view, ["港"], paragraph=2) == [True]
        assert self.drawn(view, ["港"], paragraph=3) == [False]
        marked = "港|の|朝"
        paragraphs = (Paragraph(text_of(marked)), Paragraph(text_of(marked)))
        view.set_article(Article("", paragraphs))
        view.set_analysis(1, analyse(marked))
        assert self.drawn(view, ["港"], paragraph=1) == [True]
        view.set_analysis(0, analyse(marked))
        assert self.drawn(view, ["港"], paragraph=0) == [True]
        assert self.drawn(view, ["港"], paragraph=1) == [False]

    def drawn(self, view: ReadingView, surfaces: list[str], paragraph: int = 2) -> list[bool]:
        """Whether readings are drawn over the words, whose boxes begin with the room for them."""
        image = picture(view)
        return [reddish(image, view.rect_of(word(view, surface, paragraph))) for surface in surfaces]

    @pytest.mark.parametrize("mode", [FuriganaMode.NONE, FuriganaMode.UNKNOWN])
    def test_compact_text_is_set_without_room_for_what_is_not_shown(
        self, view: ReadingView, mode: FuriganaMode
    ) -> None:
        marked = "志|を|承る|。"
        paragraph = Paragraph(text_of(marked), ruby=(Ruby(0, 1, "こころざし"), Ruby(2, 3, "うけたまわ")))
        view.set_article(Article("", (paragraph,)))
        view.set_analysis(0, analyse(marked))
        before = view.rect_of(word(view, "承る", 0)).left()
        view.set_statuses(lambda _word: Status.KNOWN)
        view.set_furigana(mode)
        assert view.rect_of(word(view, "承る", 0)).left() == before
        view.set_furigana(mode, is_compact=True)
        assert view.rect_of(word(view, "承る", 0)).left() < before

    def test_compact_lines_close_up_and_the_place_stays(self, view: ReadingView) -> None:
        height = view.rect_of(word(view, "朝")).height()
        view.verticalScrollBar().setValue(120)
        place = view.place()
        view.set_furigana(FuriganaMode.NONE, is_compact=True)
        assert view.rect_of(word(view, "朝")).height() < height
        assert view.place() == place
        view.set_furigana(FuriganaMode.ALL, is_compact=True)
        assert view.rect_of(word(view, "朝")).height() == height
        assert view.place() == place

    def test_nothing_stands_over_kana(self, view: ReadingView) -> None:
        rect = view.rect_of(word(view, "た"))
        assert not reddish(picture(view), rect)

    def test_the_authors_own_come_before_any_analysis(self, view: ReadingView) -> None:
        view.set_article(Article("", (Paragraph("朝の港", ruby=(Ruby(2, 3, "はとば"),)),)))
        image = picture(view)
        assert reddish(image, image.rect())


class TestLooks:
    def test_line_spacing_and_length(self, view: ReadingView) -> None:
        view.set_spacing(1.0, 32)
        usual = view.rect_of(word(view, "朝", 3))
        view.set_spacing(1.5, 16)
        wide = view.rect_of(word(view, "朝", 3))
        assert wide.height() == round(usual.height() * 1.5)
        assert wide.left() > usual.left()  # the shorter line is in the middle of the page


class TestOtherReading:
    def unsure(self, view: ReadingView, reading: str = "みなと") -> WordAt:
        """The harbour of the first paragraph, which might be read in another way."""
        analysis = view.analysis(2)
        assert analysis is not None
        harbour = next(w for w in analysis.words if w.surface == "港")
        other = OtherReading("こう", (Ruby(harbour.start, harbour.end, "こう"),))
        changed = harbour._replace(reading=reading, confidence=0.5, others=(other,))
        words = tuple(changed if w == harbour else w for w in analysis.words)
        view.set_analysis(2, analysis._replace(words=words))
        return WordAt(2, changed)

    def test_it_is_shown_in_place_of_the_first_and_again_goes_back(self, view: ReadingView) -> None:
        harbour = self.unsure(view)
        view.set_current(harbour)
        other = view.read_otherwise(harbour)
        assert other is not None
        assert (other.word.reading, view.current()) == ("こう", other)
        again = view.read_otherwise(other)
        assert again == harbour
        assert view.current() == harbour

    def test_what_the_pointer_is_on_becomes_what_is_found_later(self, view: ReadingView) -> None:
        harbour = self.unsure(view)
        view._set_hovered(harbour)
        hovered: list[WordAt | None] = []
        view.word_hovered.connect(hovered.append)
        changed = self.unsure(view, reading="みなとまち")
        assert hovered == [changed]

    def test_a_word_without_one_stays(self, view: ReadingView) -> None:
        assert view.read_otherwise(word(view, "朝")) is None

    def test_an_unsure_reading_is_marked_where_it_is_drawn(self, view: ReadingView) -> None:
        """The dots stand between the word and its reading, where nothing else has that colour."""
        harbour = self.unsure(view)

        def dotted(at: WordAt) -> bool:
            rect = view.rect_of(at)
            image = picture(view)
            half = rect.top() + rect.height() // 2
            return any(
                (colour := image.pixelColor(x, y)).red() > colour.green() + 30
                for y in range(half - 6, half)
                for x in (rect.left() + 1, rect.left() + 2, rect.left() + 3)
            )

        assert dotted(harbour)
        assert not dotted(word(view, "朝"))
        view.set_furigana(FuriganaMode.NONE)
        assert not dotted(harbour)


class TestStatuses:
    def test_a_saved_word_is_underlined(self, view: ReadingView) -> None:
        saved: set[str] = set()
        view.set_statuses(lambda w: Status.NEW if w.surface in saved else None)
        rect = view.rect_of(word(view, "港"))
        assert not has_colour(picture(view), rect, QColor("blue"))
        saved.add("港")
        view.refresh_statuses()
        image = picture(view)
        assert has_colour(image, rect, QColor("blue"))
        assert not has_colour(image, view.rect_of(word(view, "朝")), QColor("blue"))

    def test_a_status_without_colour_is_not_shown(self, view: ReadingView) -> None:
        before = picture(view)
        view.set_statuses(lambda w: Status.IGNORED)
        assert picture(view) == before


class TestPlace:
    def test_the_top_line_stays_where_it_is_when_readings_arrive(self, view: ReadingView) -> None:
        view.verticalScrollBar().setValue(1000)
        mark = mark_at(view.place())
        before = view.rect_of(mark).top()
        for paragraph in range(2, 20):
            view.set_analysis(paragraph, analyse(LONG))
        assert view.rect_of(mark).top() == before

    @pytest.mark.parametrize("width", [500, 700, 1000])
    def test_and_when_the_window_changes(self, view: ReadingView, qtbot: QtBot, width: int) -> None:
        view.verticalScrollBar().setValue(1000)
        mark = mark_at(view.place())
        before = view.rect_of(mark).top()
        view.resize(width, 600)
        assert view.rect_of(mark).top() == before
        view.resize(780, 600)
        assert view.rect_of(mark).top() == before

    def test_and_when_the_zoom_changes(self, view: ReadingView) -> None:
        view.verticalScrollBar().setValue(1000)
        place = view.place()
        view.set_zoom(2.0)
        assert view.place().paragraph == place.paragraph
        view.set_zoom(1.0)
        assert view.place() == place

    def test_and_when_the_english_is_shown(self, view: ReadingView) -> None:
        view.verticalScrollBar().setValue(1000)
        mark = mark_at(view.place())
        before = view.rect_of(mark).top()
        view.set_english(dict.fromkeys(range(22), "A sentence about the harbour."))
        assert view.rect_of(mark).top() == before

    def test_an_article_opens_at_a_place(self, view: ReadingView) -> None:
        view.set_article(article([LONG] * 20), Place(9, 120))
        assert view.rect_of(mark_at(Place(9, 120))).top() == 0
        place = view.place()
        assert place.paragraph == 9
        view.set_article(article([LONG] * 20), place)
        assert view.place() == place

    def test_scrolling_reports_the_place(self, view: ReadingView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.place_changed) as changed:
            view.verticalScrollBar().setValue(1000)
        assert changed.args == [view.place()]

    def test_scrolling_reports_what_is_in_sight(self, view: ReadingView, qtbot: QtBot) -> None:
        with qtbot.waitSignal(view.visible_changed) as changed:
            view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        assert changed.args is not None
        first, last = changed.args
        assert last == 23
        assert 2 < first < last

    def test_scrolling_back_and_forth_comes_back(self, view: ReadingView) -> None:
        view.verticalScrollBar().setValue(900)
        place = view.place()
        for _ in range(5):
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 500)
        for _ in range(5):
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 500)
        assert view.place() == place


def mark_at(place: Place) -> WordAt:
    """The character at a place, as a word."""
    (character,) = analyse("港").words
    return WordAt(place.paragraph, character._replace(start=place.offset, end=place.offset + 1))


class TestPage:
    def test_without_an_article(self, qtbot: QtBot) -> None:
        empty = ReadingView()
        qtbot.addWidget(empty)
        empty.set_colours(COLOURS)
        empty.resize(300, 200)
        image = picture(empty)
        assert {image.pixel(x, 50) for x in range(image.width())} == {QColor("white").rgb()}
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_End):
            QTest.keyClick(empty, key)
        QTest.mouseClick(empty.viewport(), Qt.MouseButton.LeftButton)
        assert empty.current() is None
        assert empty.place() == Place()
        assert empty.selected_text() == ""

    def test_the_column_is_centred_and_narrow(self, view: ReadingView) -> None:
        view.resize(1400, 600)
        image = picture(view)
        ink = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).lightness() < 128 for y in range(0, image.height(), 2))
        ]
        assert 32 * 20 - 25 <= ink[-1] - ink[0] <= 33 * 20
        assert abs((ink[0] + ink[-1]) / 2 - image.width() / 2) < 15

    @pytest.mark.parametrize("width", [60, 120, 250])
    def test_even_a_very_narrow_window_can_be_painted(self, view: ReadingView, width: int) -> None:
        view.resize(width, 600)
        picture(view)
        QTest.keyClick(view, Qt.Key.Key_End)
        picture(view)

    def test_strange_text_can_be_painted(self, view: ReadingView) -> None:
        url = "https://example.org/" + "a" * 300
        texts = ["", "𠮷野家👩\u200d👧", "か\u3099" * 50, "カ" * 100, url, "朝\n港\t海"]
        view.set_article(Article("", tuple(map(Paragraph, texts))))
        picture(view)
        view.select_all()
        assert view.selected_text() == "\n".join(texts)

    def test_english_is_shown_below(self, view: ReadingView) -> None:
        before = view.rect_of(word(view, "港", 3)).top()
        view.set_english({2: "A sentence about the harbour."})
        assert view.rect_of(word(view, "港", 3)).top() > before

    def test_the_sentence_of_a_word(self, view: ReadingView) -> None:
        assert view.sentence_of(word(view, "港")) == (text_of(SENTENCE), 6, 7)

    def test_forgetting_the_analyses(self, view: ReadingView, qtbot: QtBot) -> None:
        view.set_current(word(view, "港"))
        with qtbot.waitSignals([view.current_changed, view.visible_changed]):
            view.clear_analyses()
        assert view.analysis(2) is None
        assert view.current() is None


class Paints(QObject):
    """Notes how much of a view's viewport is painted."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.pixels = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels += event.rect().width() * event.rect().height()
        return False


@pytest.mark.parametrize("direction", list(Direction))
class TestScrolledPicture:
    def on_screen(self, view: ReadingView) -> QImage:
        """What was painted and moved until now."""
        QTest.qWait(50)
        window = view.screen().grabWindow(view.winId())
        return window.toImage().copy(view.viewport().geometry()).convertToFormat(QImage.Format.Format_RGB32)

    def test_it_is_as_if_painted_anew(self, view: ReadingView, direction: Direction) -> None:
        view.set_direction(direction)
        for pixels in (45, 3, 100, -20, 1, 300, -7):
            point_at(view, "港")
            view._scroll_by(pixels)
            moved, painted = self.on_screen(view), picture(view)
            differing = sum(
                moved.pixel(x, y) != painted.pixel(x, y)
                for x in range(0, painted.width(), 3)
                for y in range(0, painted.height(), 3)
            )
            assert (
                differing < painted.width() * painted.height() / 9 / 1000
            )  # glyphs turned a quarter are rounded

    def test_only_what_comes_into_sight_is_painted(self, view: ReadingView, direction: Direction) -> None:
        view.set_direction(direction)
        self.on_screen(view)
        paints = Paints(view)
        view._scroll_by(45)
        self.on_screen(view)
        size = view.viewport().size()
        assert 0 < paints.pixels <= 60 * max(size.width(), size.height())

    def test_the_frame_of_the_focus_stays(self, view: ReadingView, direction: Direction) -> None:
        view.set_direction(direction)
        view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
        self.on_screen(view)
        view._scroll_by(45)
        assert self.on_screen(view) == picture(view)
