"""Reading with the English beside the text, as a person does it: real window, engine and files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from reader.articles.library import Library
from reader.paths import Paths
from reader.ui.colours import DARK, LIGHT
from reader.ui.english.aligning import Aligning
from reader.ui.english.english_pane import EnglishPane
from reader.vocabulary.store import Vocabulary
from tests.ui.conftest import OpenWindow, find_word
from tests.ui.test_main_window import NO_MODIFIER, NO_WINDOW_MANAGER, Reader, child, drop

JAPANESE = """港の朝
午前3時に船が12隻帰ってきた。魚は500匹だった。
猫が7匹、市場へ来た。
"""
ENGLISH = """A morning at the harbor
At 3 a.m. 12 boats came home. There were 500 fish.
Seven cats (7) came to the market.
"""
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = "At 3 a.m. 12 boats came home.", "There were 500 fish."


class EnglishReader(Reader):
    """A reader of an article with its English."""

    def trigger(self, text: str) -> None:
        """Choose the command with this text."""
        next(action for action in self.window.findChildren(QAction) if action.text() == text).trigger()

    @property
    def pane(self) -> EnglishPane:
        pane = self.window.findChild(EnglishPane)
        assert pane is not None
        return pane

    def below(self) -> dict[int, str]:
        """The English below each paragraph."""
        blocks = self.view.edition().blocks
        return {block.paragraph: block.text for block in blocks if block.role == "english"}

    def lit(self) -> list[str]:
        """What is lit up in the second column."""
        return [
            selection.cursor.selectedText()
            for selection in self.pane.extraSelections()
            if selection.format.background().style() is not Qt.BrushStyle.NoBrush
        ]

    def is_lit(self, surface: str) -> bool:
        """Whether a word on the page is lit up."""
        at = find_word(self.view, surface)
        assert at is not None
        rect = self.view.rect_of(at)
        image = self.view.viewport().grab().toImage()
        colours = {image.pixelColor(rect.left(), y).name() for y in range(rect.top(), rect.bottom())}
        return not colours.isdisjoint({LIGHT.lit, DARK.lit})

    def choose(self, surface: str) -> None:
        """Make a word the current one."""
        self.wait(lambda: find_word(self.view, surface))
        self.view.set_current(find_word(self.view, surface))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbor.ja.txt").write_text(JAPANESE, encoding="utf-8")
    (tmp_path / "harbor.en.txt").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reader(open_window: OpenWindow, qtbot: QtBot, folder: Path) -> EnglishReader:
    return opened(open_window, qtbot, folder / "harbor.ja.txt")


def opened(open_window: OpenWindow, qtbot: QtBot, file: Path | None = None) -> EnglishReader:
    window = open_window(file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reader = EnglishReader(window, qtbot)
    reader.wait(lambda: find_word(reader.view, "市場"))
    reader.view.setFocus()
    return reader


def test_t_shows_the_english_of_a_sentence_and_hides_it_again(reader: EnglishReader) -> None:
    reader.choose("船")
    reader.key(Qt.Key.Key_T)
    reader.wait(lambda: reader.below() == {1: FIRST})
    reader.choose("魚")
    reader.key(Qt.Key.Key_T)
    assert reader.below() == {1: f"{FIRST} {SECOND}"}
    reader.choose("船")
    reader.key(Qt.Key.Key_T)
    assert reader.below() == {1: SECOND}


def test_the_english_stands_below_each_paragraph(reader: EnglishReader) -> None:
    reader.trigger("Below each paragraph")
    lines = ENGLISH.splitlines()
    reader.wait(lambda: reader.below() == {0: lines[0], 1: f"{FIRST} {SECOND}", 2: lines[2]})


def test_in_the_second_column_the_current_sentence_lights_up_and_that_is_remembered(
    reader: EnglishReader, open_window: OpenWindow, qtbot: QtBot
) -> None:
    reader.trigger("In a second column")
    assert reader.pane.isVisible()
    assert reader.pane.toPlainText() == ENGLISH.strip()
    reader.choose("魚")
    reader.wait(lambda: reader.lit() == [SECOND])
    reader.choose("猫")
    assert reader.lit() == [ENGLISH.splitlines()[2]]
    reader.window.close()
    again = opened(open_window, qtbot)
    assert again.pane.isVisible()
    again.trigger("Hidden until asked for")
    assert not again.pane.isVisible()


def test_pointing_at_the_english_lights_up_the_japanese(reader: EnglishReader) -> None:
    reader.trigger("In a second column")
    reader.choose("猫")
    reader.wait(reader.lit)
    assert not reader.is_lit("魚")
    at = reader.pane.cursorRect(reader.pane.document().find("500")).center()
    QTest.mouseMove(reader.pane.viewport(), at)
    reader.wait(lambda: reader.lit() == [SECOND])
    assert reader.is_lit("魚")
    assert not reader.is_lit("船")
    QApplication.sendEvent(reader.pane, QEvent(QEvent.Type.Leave))
    assert not reader.is_lit("魚")


def test_pairs_are_corrected_undone_and_kept(
    reader: EnglishReader, open_window: OpenWindow, qtbot: QtBot
) -> None:
    reader.trigger("In a second column")
    reader.choose("船")
    reader.wait(lambda: reader.lit() == [FIRST])
    reader.key(Qt.Key.Key_J)
    reader.wait(lambda: reader.lit() == [f"{FIRST} {SECOND}"])
    assert reader.status.text() == "Joined"
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.lit() == [FIRST])
    reader.key(Qt.Key.Key_Z, CTRL_SHIFT)
    reader.wait(lambda: reader.lit() == [f"{FIRST} {SECOND}"])
    assert reader.status.text() == "Joined done again"
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.lit() == [FIRST])
    reader.key(Qt.Key.Key_X)
    reader.wait(lambda: reader.lit() == [])
    reader.window.close()
    again = opened(open_window, qtbot)
    again.choose("魚")
    again.wait(lambda: again.lit() == [SECOND])
    again.choose("船")
    assert again.lit() == []


def test_a_sentence_is_moved_by_keys_and_by_its_menu(reader: EnglishReader) -> None:
    reader.trigger("In a second column")
    reader.choose("魚")
    reader.wait(lambda: reader.lit() == [SECOND])
    reader.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.status.text() == "Moved up" and reader.lit() == [])
    reader.choose("船")
    assert reader.lit() == [f"{FIRST} {SECOND}"]
    reader.trigger("Copy the English")
    assert QGuiApplication.clipboard().text() == f"{FIRST} {SECOND}"


def test_the_word_keeps_the_english_of_its_sentence(reader: EnglishReader, paths: Paths) -> None:
    reader.trigger("In a second column")
    reader.choose("猫")
    reader.wait(reader.lit)
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.window.close()
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        (word,) = vocabulary.words()
    assert [met.english for met in word.encounters] == [ENGLISH.splitlines()[2]]


def test_a_word_that_was_saved_too_early_gets_its_english_later(reader: EnglishReader, paths: Paths) -> None:
    aligning = reader.window.findChild(Aligning)
    assert aligning is not None
    aligning.cancel()
    reader.choose("猫")
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    aligning.resume()

    def english() -> list[str]:
        with closing(Vocabulary(paths.vocabulary)) as vocabulary:
            return [met.english for word in vocabulary.words() for met in word.encounters]

    reader.wait(lambda: english() == [ENGLISH.splitlines()[2]])


def test_a_word_that_was_clicked_too_early_is_told_what_the_english_says(reader: EnglishReader) -> None:
    aligning = reader.window.findChild(Aligning)
    assert aligning is not None
    aligning.cancel()
    reader.click("市場")
    body = child(reader.panel, QTextBrowser)
    reader.wait(lambda: "market" in body.toPlainText())
    aligning.resume()
    reader.wait(lambda: "the English here: “market”" in body.toPlainText())


def test_the_english_says_which_entry_and_sense_is_meant(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: Paths
) -> None:
    (tmp_path / "talks.ja.txt").write_text(
        "市場で会談\nバイデン氏とトランプは12月30日に会談した。\n機関が必要だ。", encoding="utf-8"
    )
    (tmp_path / "talks.en.txt").write_text(
        "Talks at a market\nMr. Biden and Mr. Trump held talks on Dec. 30.\nAn agency is needed.",
        encoding="utf-8",
    )
    reader = opened(open_window, qtbot, tmp_path / "talks.ja.txt")
    reader.wait(lambda: first_gloss(reader, "トランプ") == "Trump")
    reader.click("トランプ")
    body = child(reader.panel, QTextBrowser)
    reader.wait(lambda: "the English here: “Trump”" in body.toPlainText())
    reader.key(Qt.Key.Key_S)
    reader.wait(reader.rows)
    reader.click("機関")
    reader.wait(lambda: "the English here: “agency”" in body.toPlainText())
    assert body.toPlainText().startswith("2\tagency")
    reader.trigger("In a second column")
    at = reader.pane.cursorRect(reader.pane.document().find("Biden"))
    QTest.mouseClick(
        reader.pane.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, at.center() - QPoint(9, 0)
    )
    current = reader.view.current()
    assert current is not None
    assert current.word.surface == "バイデン"
    reader.window.close()
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        assert [word.gloss for word in vocabulary.words()] == ["Trump"]


def first_gloss(reader: EnglishReader, surface: str) -> str:
    """What the first entry of a word means."""
    at = find_word(reader.view, surface)
    return at.word.entries[0].gloss[0] if at else ""


class TestAdding:
    """English that was not there when the article was opened."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "harbor.ja.txt").write_text(JAPANESE, encoding="utf-8")
        (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
        (tmp_path / "other.txt").write_text(JAPANESE, encoding="utf-8")
        return tmp_path

    def test_from_the_clipboard_and_away_again(self, reader: EnglishReader) -> None:
        QGuiApplication.clipboard().setText(ENGLISH)
        reader.trigger("Add English from the clipboard")
        reader.wait(lambda: reader.status.text().startswith("English added: 100 %"))
        reader.trigger("Below each paragraph")
        assert len(reader.below()) == 3
        reader.trigger("Remove the English")
        assert reader.below() == {}
        reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        reader.wait(lambda: len(reader.below()) == 3)

    def test_from_a_file(
        self, reader: EnglishReader, folder: Path, monkeypatch: pytest.MonkeyPatch, paths: Paths
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(folder / "english.txt"), ""))
        reader.trigger("Add English from a file…")
        reader.wait(lambda: reader.status.text().startswith("English added"))
        reader.window.close()
        with closing(Library(paths.library)) as library:
            item = library.last_opened()
            assert item is not None
            assert library.article(item).english == tuple(ENGLISH.splitlines())

    def test_another_language_is_refused(
        self, reader: EnglishReader, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(folder / "other.txt"), ""))
        reader.trigger("Add English from a file…")
        reader.wait(lambda: "is in Japanese" in reader.banner.text())
        QGuiApplication.clipboard().clear()
        reader.trigger("Add English from the clipboard")
        reader.wait(lambda: "The clipboard is empty" in reader.banner.text())

    @NO_WINDOW_MANAGER
    def test_another_text_must_be_confirmed(self, reader: EnglishReader) -> None:
        QGuiApplication.clipboard().setText("Nothing here.\nIt says so.\nOr does it?\n")
        reader.trigger("Add English from the clipboard")
        reader.wait(lambda: reader.window.findChild(QMessageBox))
        box = reader.window.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        assert "do not seem to match" in box.text()
        QTest.keyClick(box, Qt.Key.Key_Escape)
        assert reader.status.text() == "The English was not added"
        reader.trigger("The English of this sentence")
        assert reader.status.text().startswith("This article has no English")


@NO_WINDOW_MANAGER
def test_a_text_in_two_languages_is_taken_apart(reader: EnglishReader, tmp_path: Path) -> None:
    lines = zip(JAPANESE.splitlines(), ENGLISH.splitlines(), strict=True)
    both = tmp_path / "both.txt"
    both.write_text("\n".join(line for pair in lines for line in pair).replace("朝", "夜"), encoding="utf-8")
    drop(reader.window, both)
    reader.wait(lambda: reader.window.findChild(QDialog))
    dialog = reader.window.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    reader.wait(lambda: reader.window.windowTitle().startswith("港の夜"))
    reader.trigger("Below each paragraph")
    reader.wait(lambda: len(reader.below()) == 3)
    drop(reader.window, both)  # once it is known, nothing is asked
    reader.wait(lambda: reader.window.findChild(QDialog) is None)
    assert reader.window.windowTitle().startswith("港の夜")
