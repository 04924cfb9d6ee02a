"""The window as a reader uses it: real engine, real files, real keys and clicks."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSlider,
    QSplitter,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.articles.library import Library
from reader.model import FuriganaMode, WordKey
from reader.paths import Paths
from reader.ui.actions import Group
from reader.ui.article_list import ArticleList
from reader.ui.banner import Banner
from reader.ui.columns import Columns, Side
from reader.ui.find.find_bar import FindBar
from reader.ui.looks import LooksPopup
from reader.ui.main_window import MainWindow
from reader.ui.page.reading_view import ReadingView
from reader.ui.panel.gloss_pages import CharacterPage, WordPage
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.panel.hover_tip import HoverTip
from reader.ui.panel.ruby_label import RubyLabel
from reader.ui.reading_session import ReadingSession
from reader.ui.status_bar import StatusBar
from reader.ui.toolbar import Toolbar
from reader.ui.vocabulary.corrections import CorrectionDialog
from reader.ui.vocabulary.export_dialog import ExportDialog
from reader.ui.vocabulary.preparation import PreparationWindow
from reader.ui.vocabulary.restore_dialog import RestoreDialog
from reader.ui.vocabulary.review_window import ReviewWindow
from reader.ui.vocabulary.vocabulary_desk import VocabularyDesk
from reader.ui.vocabulary.vocabulary_list import VocabularyList
from reader.ui.vocabulary.vocabulary_window import VocabularyWindow
from reader.ui.workbench import Workbench
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.store import Vocabulary
from tests.ui.conftest import OpenWindow, find_word

NO_WINDOW_MANAGER = pytest.mark.qt_log_ignore("This plugin does not support")
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
Part = TypeVar("Part", bound=QObject)

TEXT = "港で会談が行われる\n町長は漁師と会談した。猫が魚を見ていた。\n夕方、雨が降った。"


def child(parent: QWidget, kind: type[Part]) -> Part:
    found = parent.findChild(kind)
    assert found is not None
    return found


def child_action(reader: Reader, text: str) -> QAction:
    """The command with this text."""
    return next(action for action in reader.window.findChildren(QAction) if action.text() == text)


class Reader:
    """The window's parts, and what a person does with them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.view = child(window, ReadingView)
        self.panel = child(window, GlossPanel)
        self.status = child(window, StatusBar)
        self.banner = child(window, Banner)
        self.field = child(child(window, Toolbar), QLineEdit)
        self.vocabulary = child(child(window, VocabularyList), QTableView)
        self.articles = child(child(window, ArticleList), QListView)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15_000)

    def click(self, surface: str) -> None:
        """Click a word of the article as soon as it is analysed."""
        self.wait(lambda: find_word(self.view, surface))
        at = find_word(self.view, surface)
        assert at is not None
        viewport = self.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NO_MODIFIER, self.view.rect_of(at).center())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def shown_word(self) -> str:
        page = self.panel.page()
        return page.word.base if isinstance(page, WordPage) else ""

    def look_up(self, text: str) -> None:
        self.field.setText(text)
        QTest.keyClick(self.field, Qt.Key.Key_Return)

    def rows(self) -> list[str]:
        model = self.vocabulary.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def titles(self) -> list[str]:
        model = self.articles.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def reader(open_window: OpenWindow, qtbot: QtBot, article: Path) -> Reader:
    """A window in which the article is open, analysed and has the focus."""
    window = open_window(article)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reader = Reader(window, qtbot)
    reader.wait(lambda: all(find_word(reader.view, word) for word in ("港", "漁師", "雨")))
    reader.view.setFocus()
    return reader


def on_disk(paths: Paths) -> dict[str, Status]:
    vocabulary = Vocabulary(paths.vocabulary)
    try:
        return {key.spelling: status for key, status in vocabulary.statuses().items()}
    finally:
        vocabulary.close()


def test_the_first_start_shows_a_sample_and_what_to_do(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    reader = Reader(window, qtbot)
    reader.wait(lambda: len(reader.titles()) >= 4)
    assert window.windowTitle().startswith(reader.titles()[0])
    assert reader.panel.page() is None
    assert reader.banner.text() == ""
    assert QApplication.activeModalWidget() is None
    reader.wait(lambda: "different" in reader.status.text())


def test_a_click_shows_the_word_and_its_entry(reader: Reader) -> None:
    reader.click("会談")
    assert reader.shown_word() == "会談"  # in the same frame; its entry, if not fetched yet, in a moment
    reader.wait(lambda: isinstance(page := reader.panel.page(), WordPage) and page.entry)
    page = reader.panel.page()
    assert isinstance(page, WordPage)
    assert page.entry is not None
    assert any("conference" in gloss for sense in page.entry.senses for gloss in sense.glosses)


def test_s_saves_the_word_with_its_sentence_before_the_window_says_so(reader: Reader, paths: Paths) -> None:
    reader.click("漁師")
    reader.key(Qt.Key.Key_S)
    reader.wait(lambda: reader.status.text() == "Saved 漁師")
    vocabulary = Vocabulary(paths.vocabulary)
    (word,) = vocabulary.words()
    vocabulary.close()
    (met,) = word.encounters
    assert met.sentence[met.start : met.end] == "漁師"
    assert met.sentence == "町長は漁師と会談した。"
    assert (met.article, met.source) == ("港で会談が行われる", "harbour.txt")
    assert word.gloss.startswith("fisherman")
    reader.wait(lambda: reader.rows() == ["漁師"])  # the list reads its page in the background


def test_a_digit_saves_that_sense_alone(reader: Reader, paths: Paths) -> None:
    reader.click("見ていた")
    reader.key(Qt.Key.Key_2)
    reader.wait(reader.rows)
    vocabulary = Vocabulary(paths.vocabulary)
    (word,) = vocabulary.words()
    vocabulary.close()
    assert word.key.spelling == "見る"
    assert word.senses == (2,)


def test_a_sense_that_is_not_there_is_not_saved(reader: Reader, paths: Paths) -> None:
    reader.click("漁師")
    reader.key(Qt.Key.Key_9)
    reader.wait(lambda: reader.status.text() == "漁師 has no sense 9")
    assert on_disk(paths) == {}


def test_arrow_keys_and_enter_do_what_the_pointer_does(reader: Reader) -> None:
    for _ in range(3):
        reader.key(Qt.Key.Key_Right)
    reader.key(Qt.Key.Key_Return)
    assert reader.shown_word() == "会談"


def test_the_star_saves_and_takes_out_again(reader: Reader, paths: Paths) -> None:
    reader.click("漁師")
    reader.wait(lambda: reader.shown_word() == "漁師")
    reader.panel.save_wanted.emit(0)
    reader.wait(lambda: on_disk(paths) == {"漁師": Status.NEW})
    reader.panel.unsave_wanted.emit()
    reader.wait(lambda: on_disk(paths) == {})


def test_known_and_ignored_are_toggles(reader: Reader, paths: Paths) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_K)
    reader.wait(lambda: on_disk(paths) == {"猫": Status.KNOWN})
    reader.key(Qt.Key.Key_I)
    reader.wait(lambda: on_disk(paths) == {"猫": Status.IGNORED})
    reader.wait(lambda: "ignored" in reader.status.text())
    reader.key(Qt.Key.Key_I)
    reader.wait(lambda: on_disk(paths) == {})


def test_undo_and_redo(reader: Reader, paths: Paths) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(lambda: reader.rows() == ["猫"])
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.rows() == [])
    assert on_disk(paths) == {}
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    reader.wait(lambda: reader.rows() == ["猫"])
    assert on_disk(paths) == {"猫": Status.NEW}


def test_letters_typed_into_a_field_are_text(reader: Reader, paths: Paths) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is reader.field
    QTest.keyClicks(reader.field, "skif1")
    assert reader.field.text() == "skif1"
    assert reader.window.settings.furigana is FuriganaMode.ALL
    reader.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is reader.view
    assert on_disk(paths) == {}


def test_what_is_found_is_the_current_word_when_one_goes_back_to_the_text(reader: Reader) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("りょうし")
    reader.wait(lambda: child(reader.window, FindBar).findChildren(QLabel)[0].text() == "1 of 1")
    reader.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is reader.view
    current = reader.view.current()
    assert current is not None
    assert current.word.surface == "漁師"


@NO_WINDOW_MANAGER
def test_aa_changes_how_the_page_looks_and_esc_closes_it(reader: Reader) -> None:
    reader.key(Qt.Key.Key_A)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, LooksPopup)
    assert popup.focusWidget() is popup.findChildren(QComboBox)[0]
    length = popup.findChildren(QSlider)[2]
    length.setValue(20)
    assert reader.window.settings.line_length == 20
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_r_shows_another_reading_if_there_is_one(reader: Reader) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_R)
    assert reader.status.text() == "No other reading of 猫 is likely"


def test_a_typed_word_is_looked_up_and_the_panel_goes_back(reader: Reader) -> None:
    reader.look_up("食べた")
    reader.wait(lambda: reader.shown_word() == "食べる")
    reader.look_up("魚")
    reader.wait(lambda: reader.shown_word() == "魚")
    reader.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.shown_word() == "食べる"
    reader.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert reader.shown_word() == "魚"


def test_what_a_scan_finds_is_listed_below(reader: Reader) -> None:
    reader.look_up("青緑色")
    reader.wait(lambda: isinstance(page := reader.panel.page(), WordPage) and page.further)
    page = reader.panel.page()
    assert isinstance(page, WordPage)
    assert "色" in [word.surface for word in page.further or ()]


def test_a_kanji_of_the_headword_has_its_page(reader: Reader) -> None:
    reader.click("会談")
    child(reader.panel, RubyLabel).setFocus()
    reader.key(Qt.Key.Key_Right)
    reader.key(Qt.Key.Key_Return)
    reader.wait(lambda: isinstance(reader.panel.page(), CharacterPage))
    page = reader.panel.page()
    assert isinstance(page, CharacterPage)
    assert page.kanji is not None
    assert (page.literal, page.kanji.strokes) == ("談", 15)


def test_what_cannot_be_opened_is_said_and_the_article_stays(reader: Reader, tmp_path: Path) -> None:
    title = reader.window.windowTitle()
    empty = tmp_path / "empty.txt"
    empty.touch()
    drop(reader.window, empty)
    reader.wait(lambda: "empty" in reader.banner.text())
    assert reader.window.windowTitle() == title
    reader.view.setFocus()
    reader.key(Qt.Key.Key_Escape)
    assert reader.banner.text() == ""


def test_a_dropped_file_is_opened_and_listed(reader: Reader, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("山の朝\n霧が晴れた。", encoding="shift_jis")
    drop(reader.window, other)
    reader.wait(lambda: reader.titles()[:2] == ["山の朝", "港で会談が行われる"])
    assert reader.window.windowTitle().startswith("山の朝")


def test_pasted_text_is_an_article(reader: Reader) -> None:
    QGuiApplication.clipboard().setText("川の音\n水が流れている。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.titles()[:1] == ["川の音"])


def test_pasted_ruby_is_the_author_s(reader: Reader) -> None:
    data = QMimeData()
    data.setText("岬の灯(ともしび)\n灯が消えた。")
    data.setHtml("<p>岬の<ruby>灯<rt>ともしび</rt></ruby></p><p>灯が消えた。</p>")
    QGuiApplication.clipboard().setMimeData(data)
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.window.windowTitle().startswith("岬の灯"))
    title, body = reader.view.article().paragraphs
    assert (title.text, [over.text for over in title.ruby]) == ("岬の灯", ["ともしび"])
    assert (body.text, body.ruby) == ("灯が消えた。", ())


def test_a_removed_article_comes_back_with_undo(reader: Reader) -> None:
    reader.wait(reader.titles)
    before = reader.titles()
    reader.articles.setFocus()
    reader.key(Qt.Key.Key_Delete)
    reader.wait(lambda: reader.titles() == before[1:])
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.titles() == before)


def test_keys_change_the_page_and_the_toolbar_says_so(reader: Reader) -> None:
    reader.key(Qt.Key.Key_F)
    reader.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settings = reader.window.settings
    assert settings.furigana is FuriganaMode.UNKNOWN
    assert settings.zoom == pytest.approx(1.1)
    assert reader.view.zoom() == pytest.approx(1.1)
    reader.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert reader.view.zoom() == 1.0


def test_english_is_shown_where_there_is_some(reader: Reader, tmp_path: Path) -> None:
    reader.key(Qt.Key.Key_T)
    assert reader.status.text().startswith("This article has no English")
    button = menu_button(reader, "English")
    assert (button.text(), button.property("active")) == ("English: none ▾", False)
    (tmp_path / "river.ja.txt").write_text("川の音\n水が流れている。", encoding="utf-8")
    (tmp_path / "river.en.txt").write_text("The sound of the river\nWater is flowing.", encoding="utf-8")
    drop(reader.window, tmp_path / "river.ja.txt")
    reader.wait(lambda: button.text() == "English: hidden ▾")
    child_action(reader, "Below each paragraph").trigger()
    reader.wait(lambda: (button.text(), button.property("active")) == ("English: below ▾", True))
    reader.window.resize(720, 480)
    reader.wait(lambda: button.text() == "English ▾")
    assert button.width() >= button.sizeHint().width()
    assert 80 <= reader.field.width() < 210


@NO_WINDOW_MANAGER
def test_after_a_click_beside_the_page_its_keys_work(reader: Reader) -> None:
    reader.wait(reader.titles)
    reader.articles.setFocus()
    box = reader.articles.visualRect(reader.articles.model().index(1, 0))
    QTest.mouseClick(reader.articles.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, box.center())
    reader.wait(lambda: QApplication.focusWidget() is reader.view)
    reader.articles.setFocus()
    larger = next(button for button in toolbar_buttons(reader) if button.text() == "A+")
    QTest.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is reader.view
    reader.articles.setFocus()
    menu = menu_button(reader, "Furigana").menu()
    assert menu is not None
    menu.popup(QPoint(0, 0))
    menu.close()
    reader.wait(lambda: reader.window.focusWidget() is reader.view)


@NO_WINDOW_MANAGER
def test_the_overview_of_keys_opens_from_a_list_but_not_from_a_field(reader: Reader) -> None:
    reader.field.setFocus()
    QTest.keyClicks(reader.field, "?")
    assert reader.field.text() == "?"
    reader.articles.setFocus()
    QTest.keyClick(reader.articles, Qt.Key.Key_Question)
    reader.wait(lambda: reader.window.findChildren(QDialog))
    overview = child(reader.window, QDialog)
    headings = {label.text() for label in overview.findChildren(QLabel) if label.objectName() == "heading"}
    assert headings == {group.value for group in Group}
    overview.close()


def test_the_tip_goes_when_the_page_is_turned(reader: Reader) -> None:
    reader.click("猫")
    word = find_word(reader.view, "猫")
    assert word is not None
    tip = child(reader.view, HoverTip)
    reader.view.word_rested.emit(word, QRect(40, 40, 20, 20))
    assert tip.isVisible()
    reader.key(Qt.Key.Key_W)
    assert not tip.isVisible()


@NO_WINDOW_MANAGER
def test_the_tip_goes_when_a_menu_opens(reader: Reader) -> None:
    word = find_word(reader.view, "猫")
    assert word is not None
    reader.view.word_rested.emit(word, QRect(40, 40, 20, 20))
    reader.view.menu_requested.emit(word, QPoint(0, 0))
    assert not child(reader.view, HoverTip).isVisible()
    for popup in reader.window.findChildren(QMenu):
        popup.close()


def test_an_empty_clipboard_is_said(reader: Reader) -> None:
    QGuiApplication.clipboard().setText(" \n")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert reader.status.text() == "There is no text in the clipboard"


def test_another_article_ends_what_was_said(reader: Reader) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(lambda: reader.status.text() == "Saved 猫")
    QGuiApplication.clipboard().setText("川の音\n水が流れている。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.titles()[:1] == ["川の音"])
    assert reader.status.text() != "Saved 猫"


@NO_WINDOW_MANAGER
def test_a_damaged_vocabulary_is_offered_its_backup(
    open_window: OpenWindow, qtbot: QtBot, article: Path, paths: Paths
) -> None:
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        vocabulary.save(SavedWord(WordKey(1467640, "猫", "ねこ"), "noun", "cat"))
        vocabulary.back_up()
    with paths.vocabulary.open("rb+") as file:
        file.write(b"\xa5" * 4096)  # what SQLite needs to find anything
    reader = Reader(open_window(article), qtbot)
    reader.wait(lambda: "was recovered (words: 0). A backup of" in reader.banner.text())
    child(reader.banner, QPushButton).click()
    assert reader.banner.text() == ""
    dialog = child(reader.window, RestoreDialog)
    restore = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Restore")
    reader.wait(restore.isEnabled)
    restore.click()
    reader.wait(lambda: reader.rows() == ["猫"])


def test_where_a_file_named_at_the_start_cannot_be_read_the_last_article_opens(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = Reader(open_window(tmp_path / "missing.txt"), qtbot)
    reader.wait(lambda: "missing.txt" in reader.banner.text() and reader.titles())
    assert reader.window.windowTitle().startswith(reader.titles()[0])


def test_a_success_takes_the_banner_away(reader: Reader) -> None:
    reader.window.show_message("Something was in the way.")
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    assert reader.banner.text() == ""


def test_removing_the_open_article_opens_the_next_and_undo_both(reader: Reader) -> None:
    reader.wait(reader.titles)
    before = reader.titles()
    reader.articles.setFocus()
    reader.key(Qt.Key.Key_Delete)
    reader.wait(lambda: reader.window.windowTitle() == before[1])
    assert reader.articles.currentIndex().data() == before[1]
    assert reader.status.text() == "The article was removed from the list"
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.window.windowTitle() == before[0])
    assert reader.status.text() == "The article is back in the list"


def test_a_renamed_article_renames_the_window(reader: Reader, open_window: OpenWindow) -> None:
    reader.wait(reader.titles)
    child(reader.window, ArticleList).renamed.emit("article:1", "Harbour talks")
    reader.wait(lambda: reader.window.windowTitle() == "Harbour talks")


def test_the_place_is_on_disk_soon_after_scrolling(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: Paths
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("長い話\n" + "夕方、雨が降った。\n" * 80, encoding="utf-8")
    reader = Reader(open_window(file), qtbot)
    reader.view.verticalScrollBar().setValue(900)

    def kept() -> bool:
        with closing(Library(paths.library)) as library:
            return library.place("article:1").paragraph > 2

    reader.wait(kept)


def test_what_another_window_saves_shows_when_this_one_is_activated(reader: Reader, paths: Paths) -> None:
    with closing(Vocabulary(paths.vocabulary)) as other:
        other.save(SavedWord(WordKey(1, "魚", "さかな"), "noun", "fish"))
    child(reader.window, Workbench).refresh()
    reader.wait(lambda: reader.rows() == ["魚"])


@NO_WINDOW_MANAGER
def test_the_menu_of_a_word_offers_its_senses(reader: Reader, paths: Paths) -> None:
    reader.click("見ていた")
    reader.wait(lambda: isinstance(page := reader.panel.page(), WordPage) and page.entry)
    reader.view.menu_requested.emit(find_word(reader.view, "見ていた"), QPoint(0, 0))
    menu = next(menu for menu in reader.window.findChildren(QMenu) if menu.title() == "Save with a sense")
    assert menu.actions()[1].text().endswith("\t2")
    menu.actions()[1].trigger()
    reader.wait(lambda: on_disk(paths) == {"見る": Status.NEW})
    for popup in reader.window.findChildren(QMenu):
        popup.close()


def menu_texts() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def menu_at(reader: Reader, position: QPoint) -> set[str]:
    """What the menu offers at a point of the page."""
    viewport = reader.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, viewport.mapToGlobal(position))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = {action.text().partition("\t")[0] for action in menu.actions()}
    menu.close()
    return texts


@NO_WINDOW_MANAGER
def test_beside_the_text_the_menu_is_the_page_s(reader: Reader) -> None:
    reader.click("漁師")
    at = reader.view.current()
    assert at is not None
    on_word = menu_at(reader, reader.view.rect_of(at).center())
    beside = menu_at(reader, QPoint(4, reader.view.viewport().height() - 4))
    assert {"Look up", "Save", "Known"} <= on_word
    assert {"Select everything", "Article list", "Fonts, size and spacing"} <= beside
    assert not {"Look up", "Save", "Known"} & beside


def test_a_click_brings_a_hidden_panel_and_escape_takes_it_away(reader: Reader) -> None:
    reader.key(Qt.Key.Key_F9)
    assert not reader.panel.isVisible()
    reader.key(Qt.Key.Key_S)  # nothing to look up, nothing to show
    assert not reader.panel.isVisible()
    reader.click("漁師")
    assert reader.panel.isVisible()
    assert reader.shown_word() == "漁師"
    assert child_action(reader, "Word panel").isChecked()
    reader.key(Qt.Key.Key_Escape)
    assert not reader.panel.isVisible()
    assert reader.view.hasFocus()


def test_a_looked_up_word_brings_the_panel_and_dragging_does_not(reader: Reader) -> None:
    reader.key(Qt.Key.Key_F9)
    reader.click("漁師")
    reader.key(Qt.Key.Key_Escape)
    at = find_word(reader.view, "会談")
    assert at is not None
    rect = reader.view.rect_of(at)
    viewport, button = reader.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, pos=rect.center() - QPoint(rect.width() // 2 - 2, 0))
    QTest.mouseMove(viewport, rect.center() + QPoint(rect.width() // 2 - 2, 0))
    QTest.mouseRelease(viewport, button, pos=rect.center())
    reader.wait(lambda: reader.shown_word() == "会談")
    assert not reader.panel.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert reader.panel.isVisible()
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Escape)
    assert not reader.panel.isVisible()
    reader.look_up("雨")
    assert reader.panel.isVisible()


def test_the_focus_leaves_a_list_that_goes(reader: Reader) -> None:
    reader.articles.setFocus()
    reader.key(Qt.Key.Key_F8)
    assert not reader.articles.isVisible()
    assert reader.view.hasFocus()


@NO_WINDOW_MANAGER
def test_in_a_narrow_window_the_articles_come_to_choose_one(reader: Reader) -> None:
    reader.wait(reader.titles)
    reader.window.resize(740, 600)
    reader.wait(lambda: not reader.articles.isVisible())
    reader.key(Qt.Key.Key_F8)
    assert reader.articles.hasFocus()
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Return)
    reader.wait(lambda: not reader.articles.isVisible())
    assert reader.view.hasFocus()


@NO_WINDOW_MANAGER
def test_full_screen_is_the_page_alone_until_something_is_asked(reader: Reader) -> None:
    toolbar = child(reader.window, Toolbar)
    reader.key(Qt.Key.Key_F11)
    reader.wait(lambda: not toolbar.isVisible())
    assert not (reader.panel.isVisible() or reader.articles.isVisible())
    assert reader.status.text() == ""
    reader.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert reader.field.hasFocus()
    reader.look_up("雨")
    assert reader.panel.isVisible()
    reader.key(Qt.Key.Key_Escape)
    assert not (toolbar.isVisible() or reader.panel.isVisible())
    assert reader.window.isFullScreen()
    reader.key(Qt.Key.Key_Escape)
    reader.wait(toolbar.isVisible)
    assert reader.panel.isVisible()
    assert reader.articles.isVisible()
    assert "words" in reader.status.text()


def test_what_is_hidden_is_so_in_the_next_window(
    reader: Reader, open_window: OpenWindow, qtbot: QtBot
) -> None:
    reader.key(Qt.Key.Key_F8)
    reader.window.close()
    again = Reader(open_window(), qtbot)
    assert child(again.window, Columns).hidden() == (Side.ARTICLES,)
    assert not child_action(again, "Article list").isChecked()
    again.wait(again.panel.isVisible)


def test_file_dialogs_begin_where_the_last_file_was(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def choose(_parent: QWidget, _title: str, folder: str, _filter: str) -> tuple[str, str]:
        folders.append(folder)
        return str(tmp_path / "harbour.txt"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    for _ in range(2):
        reader.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert folders == ["", str(tmp_path)]


def test_closing_and_opening_again_changes_nothing(
    reader: Reader, open_window: OpenWindow, qtbot: QtBot, paths: Paths
) -> None:
    reader.key(Qt.Key.Key_F)
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.vocabulary.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    reader.window.resize(760, 620)
    columns, right, _reading = reader.window.findChildren(QSplitter)
    right.setSizes([260, 260])
    sizes = right.sizes()
    assert columns.isAncestorOf(right)
    reader.window.close()
    again = Reader(open_window(), qtbot)
    assert again.window.windowTitle().startswith("港で会談が行われる")
    assert again.window.settings.furigana is FuriganaMode.UNKNOWN
    assert again.window.size().width() == 760
    assert again.window.settings.panel_sizes == tuple(sizes)
    assert again.window.findChildren(QSplitter)[1].sizes() == sizes
    assert again.vocabulary.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    again.wait(lambda: again.rows() == ["猫"])
    assert json.loads(paths.settings.read_text(encoding="utf-8"))["furigana"] == "unknown"


@NO_WINDOW_MANAGER
def test_the_vocabulary_is_exported(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "words.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = child(reader.window, ExportDialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export…").click()
    said = next(label for label in dialog.findChildren(QLabel) if label.wordWrap())
    reader.wait(lambda: said.text() == f"Exported 1 word to {target}")
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file)][1:] == ["猫"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    reader.wait(lambda: reader.window.findChild(ExportDialog) is None)


@NO_WINDOW_MANAGER
@pytest.mark.parametrize("text", ["Export the vocabulary…", "Import words…", "Restore the vocabulary…"])
@pytest.mark.parametrize("ends", [QDialog.close, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)])
def test_a_dialog_closes_by_its_frame_and_by_escape(
    reader: Reader, text: str, ends: Callable[[QDialog], object]
) -> None:
    child_action(reader, text).trigger()
    ends(child(reader.window, QDialog))
    reader.wait(lambda: reader.window.findChild(QDialog) is None)


def toolbar_buttons(reader: Reader) -> list[QToolButton]:
    return child(reader.window, Toolbar).findChildren(QToolButton)


def menu_button(reader: Reader, title: str) -> QToolButton:
    return next(button for button in toolbar_buttons(reader) if button.text().startswith(title))


def drop(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_the_rest_in_sight_is_marked_as_known_and_undone_in_one_step(reader: Reader, paths: Paths) -> None:
    reader.click("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.key(Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    reader.wait(lambda: len(on_disk(paths)) > 5)
    assert on_disk(paths)["猫"] is Status.NEW
    assert {status for word, status in on_disk(paths).items() if word != "猫"} == {Status.KNOWN}
    assert "が" not in on_disk(paths)
    reader.wait(lambda: "% known" in child(reader.window, ArticleList).known_of("article:1"))
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: on_disk(paths) == {"猫": Status.NEW})


def test_every_article_of_the_list_says_how_much_of_it_is_known(reader: Reader) -> None:
    articles = child(reader.window, ArticleList)
    reader.wait(lambda: len(reader.titles()) >= 4)
    reader.wait(lambda: all(articles.known_of(row.id) for row in articles.rows()))


@NO_WINDOW_MANAGER
def test_a_word_leads_back_to_where_it_was_met(reader: Reader, paths: Paths) -> None:
    reader.click("漁師")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        ((met,),) = (word.encounters for word in vocabulary.words())
    QGuiApplication.clipboard().setText("川の音\n水が流れている。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.window.windowTitle().startswith("川の音"))
    desk = reader.window.findChild(VocabularyDesk)
    assert desk is not None
    for _ in range(2):  # in another article, then in the open one
        desk.encounter_wanted.emit(met)
        reader.wait(lambda: reader.view.selected_text() == "漁師")
        assert reader.window.windowTitle().startswith("港で会談")
        reader.view.clear_selection()
    desk.encounter_wanted.emit(met._replace(article_id="0" * 64))
    reader.wait(lambda: "no longer in the list" in reader.banner.text())


def test_what_was_looked_up_is_counted(reader: Reader, paths: Paths) -> None:
    reader.click("漁師")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.click("漁師")

    def looked_up() -> int:
        with closing(Vocabulary(paths.vocabulary)) as vocabulary:
            return sum(word.looked_up for word in vocabulary.words())

    reader.wait(lambda: looked_up() == 1)


@NO_WINDOW_MANAGER
def test_an_article_is_prepared_from_the_list_of_its_unknown_words(reader: Reader, paths: Paths) -> None:
    shortcut = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    reader.key(Qt.Key.Key_U, shortcut)
    window = child(reader.window, PreparationWindow)
    table = child(window, QTableView)
    assert [table.model().index(0, column).data() for column in (0, 1)] == ["2", "会談"]
    before = table.model().rowCount()
    window.activateWindow()
    reader.wait(window.isActiveWindow)
    QTest.keyClick(table, Qt.Key.Key_S)
    reader.wait(lambda: on_disk(paths) == {"会談": Status.NEW})
    reader.wait(lambda: table.model().rowCount() == before - 1)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_K)
    reader.wait(lambda: table.model().rowCount() == 0)
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        word = next(word for word in vocabulary.words() if word.status is Status.NEW)
    assert word.gloss != ""
    assert word.encounters[0].sentence == "港で会談が行われる"


def correct(reader: Reader, *, words: str = "", reading: str = "", scope: str = "Only here") -> None:
    """Correct the current word in the dialog."""
    reader.key(Qt.Key.Key_C)
    dialog = reader.window.findChildren(CorrectionDialog)[-1]
    typed, read = dialog.findChildren(QLineEdit)
    if words:
        typed.setText(words)
    if reading:
        read.setText(reading)
    next(box for box in dialog.findChildren(QComboBox) if box.findText(scope) >= 0).setCurrentText(scope)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Correct").click()
    reader.window.activateWindow()
    reader.wait(reader.window.isActiveWindow)
    reader.view.setFocus()


def readings(reader: Reader, surface: str) -> list[str]:
    analyses = (reader.view.analysis(paragraph) for paragraph in range(3))
    words = (word for analysis in analyses if analysis for word in analysis.words)
    return [word.reading for word in words if word.surface == surface]


@NO_WINDOW_MANAGER
def test_a_reading_is_corrected_here_or_everywhere_and_undone(reader: Reader) -> None:
    reader.click("会談")
    correct(reader, reading="かいわ")
    reader.wait(lambda: sorted(readings(reader, "会談")) == ["かいだん", "かいわ"])
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: readings(reader, "会談") == ["かいだん"] * 2)
    reader.click("会談")
    correct(reader, reading="カイワ", scope="In every article")
    reader.wait(lambda: readings(reader, "会談") == ["かいわ"] * 2)
    QGuiApplication.clipboard().setText("川の会談\n会談が続く。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.window.windowTitle().startswith("川の会談"))
    reader.wait(lambda: readings(reader, "会談") == ["かいわ"] * 2)


@NO_WINDOW_MANAGER
def test_the_other_reading_stays_where_it_was_chosen(
    reader: Reader, open_window: OpenWindow, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("風車が回る\n風車を見ていた。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: len(readings(reader, "風車")) == 2)
    found, unchanged = readings(reader, "風車")
    assert found == unchanged
    reader.click("風車")
    reader.view.setFocus()
    reader.key(Qt.Key.Key_R)
    assert readings(reader, "風車") != [found, unchanged]
    reader.wait(lambda: reader.status.text().endswith("here"))
    other, same = readings(reader, "風車")
    assert other != same == found
    reader.window.close()
    again = Reader(open_window(), qtbot)
    again.wait(lambda: readings(again, "風車") == [other, found])
    again.click("風車")
    again.view.setFocus()
    again.key(Qt.Key.Key_R)
    again.wait(lambda: readings(again, "風車") == [found, found])
    again.wait(lambda: again.status.text() == f"風車 is read {found} here")
    again.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    again.wait(lambda: readings(again, "風車") == [other, found])


@NO_WINDOW_MANAGER
def test_a_word_that_is_read_otherwise_is_another_word_and_one(reader: Reader) -> None:
    QGuiApplication.clipboard().setText("店\n色紙を買う。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: find_word(reader.view, "色紙"))
    before = find_word(reader.view, "色紙")
    reader.click("色紙")
    reader.view.setFocus()
    reader.key(Qt.Key.Key_R)
    reader.wait(lambda: (at := find_word(reader.view, "色紙")) and at.word.corrected)
    after = find_word(reader.view, "色紙")
    assert before and after and before.word.key.entry_id != after.word.key.entry_id
    counts = child(reader.window, ReadingSession).counts()
    assert (counts[before.word.key], counts[after.word.key]) == (0, 1)


def test_a_word_that_is_read_otherwise_is_left_with_one_step_back(reader: Reader) -> None:
    QGuiApplication.clipboard().setText("店\n色紙を買う。")
    reader.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: find_word(reader.view, "色紙"))
    reader.click("店")
    reader.wait(lambda: reader.shown_word() == "店")
    reader.click("色紙")
    reader.wait(lambda: reader.shown_word() == "色紙")
    reader.view.setFocus()
    reader.key(Qt.Key.Key_R)
    reader.wait(lambda: isinstance(page := reader.panel.page(), WordPage) and page.word.corrected)
    reader.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.shown_word() == "店"


@NO_WINDOW_MANAGER
def test_words_are_split_and_the_correction_outlives_the_window(
    reader: Reader, open_window: OpenWindow, qtbot: QtBot
) -> None:
    reader.click("町長")
    correct(reader, words="町 長", scope="In this article")
    reader.wait(lambda: find_word(reader.view, "町"))
    reader.wait(lambda: reader.shown_word() == "町")
    reader.window.close()
    again = Reader(open_window(), qtbot)
    again.wait(lambda: find_word(again.view, "町"))
    again.click("町")
    again.view.setFocus()
    again.key(Qt.Key.Key_C)
    dialog = again.window.findChildren(CorrectionDialog)[-1]
    next(button for button in dialog.findChildren(QPushButton) if "back" in button.text()).click()
    again.wait(lambda: find_word(again.view, "町長"))


@NO_WINDOW_MANAGER
def test_what_cannot_be_a_correction_cannot_be_kept(reader: Reader) -> None:
    reader.click("町長")
    reader.key(Qt.Key.Key_C)
    dialog = child(reader.window, CorrectionDialog)
    typed, read = dialog.findChildren(QLineEdit)
    keep = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Correct")
    for words, reading, can_be_kept in (
        ("町長", "ちょうちょう", True),
        ("町長", "choucho", False),
        ("町長", "", False),
        ("町役", "ちょう", False),
        ("町 長", "", True),
        (" 町長 ", "まちおさ", True),
    ):
        typed.setText(words)
        read.setText(reading)
        assert keep.isEnabled() is can_be_kept
    next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Join")).click()
    assert typed.text() == "町長は"
    dialog.close()


def test_the_panel_s_buttons_mark_the_word_that_it_shows(reader: Reader, paths: Paths) -> None:
    reader.click("猫")
    buttons = {button.accessibleName(): button for button in reader.panel.findChildren(QToolButton)}
    buttons["Known"].click()
    reader.wait(lambda: on_disk(paths) == {"猫": Status.KNOWN})
    reader.wait(buttons["Known"].isChecked)
    buttons["Ignore"].click()
    reader.wait(lambda: on_disk(paths) == {"猫": Status.IGNORED})
    reader.wait(lambda: not buttons["Known"].isChecked() and buttons["Ignore"].isChecked())
    buttons["Ignore"].click()
    reader.wait(lambda: on_disk(paths) == {})
    reader.wait(lambda: not buttons["Ignore"].isChecked())


@NO_WINDOW_MANAGER
def test_what_was_opened_beside_the_window_closes_with_it(reader: Reader) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key, modifier in (
        (Qt.Key.Key_V, control | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_R, control),
    ):
        reader.window.activateWindow()
        reader.wait(reader.window.isActiveWindow)
        reader.view.setFocus()
        reader.key(key, modifier)
    beside = [child(reader.window, VocabularyWindow), child(reader.window, ReviewWindow)]
    assert all(window.isVisible() for window in beside)
    reader.window.close()
    assert not any(window.isVisible() for window in beside)
