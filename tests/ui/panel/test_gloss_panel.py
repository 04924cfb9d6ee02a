"""The panel as it stands in the window, with its star and its links."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.settings import Theme as ThemeChoice
from reader.ui.panel.gloss_body import GlossBody
from reader.ui.panel.gloss_pages import WordPage
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import Mark
from reader.vocabulary.model import Status
from tests.ui.panel.test_gloss_html import ENTRY, WORD

PAGE = WordPage(WORD, {1: ENTRY})


@pytest.fixture
def saved() -> dict[WordKey, Mark]:
    return {}


@pytest.fixture
def panel(qtbot: QtBot, saved: dict[WordKey, Mark]) -> Iterator[GlossPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    panel = GlossPanel(Theme(ThemeChoice.LIGHT), saved.get, window)
    window.resize(320, 160)
    panel.resize(320, 160)
    panel.show_page(PAGE)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield panel


def body(panel: GlossPanel) -> GlossBody:
    found = panel.findChild(GlossBody)
    assert found is not None
    return found


def star(panel: GlossPanel) -> str:
    button = panel.findChild(QPushButton, "save")
    assert button is not None
    return button.text()


def keep(saved: dict[WordKey, Mark], status: Status = Status.NEW) -> None:
    saved[WORD.key] = Mark(status, (2,))


def test_the_star_and_the_sense_follow_the_vocabulary(panel: GlossPanel, saved: dict[WordKey, Mark]) -> None:
    assert (star(panel), "✓" in body(panel).toPlainText()) == ("☆ Save", False)
    keep(saved)
    panel.refresh_saved()
    assert (star(panel), "✓" in body(panel).toPlainText()) == ("★ Saved", True)
    keep(saved, Status.KNOWN)
    panel.refresh_saved()
    assert (star(panel), "✓" in body(panel).toPlainText()) == ("☆ Save", False)


def test_saving_moves_nothing(panel: GlossPanel, saved: dict[WordKey, Mark]) -> None:
    bar = body(panel).verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    assert before > 0
    keep(saved)
    panel.refresh_saved()
    assert bar.value() == before


def test_another_page_begins_at_its_top(panel: GlossPanel) -> None:
    bar = body(panel).verticalScrollBar()
    bar.setValue(bar.maximum())
    panel.show_page(WordPage(WORD))
    panel.show_page(PAGE)
    assert bar.value() == 0


def test_the_keys_reach_senses_and_rows(panel: GlossPanel, qtbot: QtBot) -> None:
    text = body(panel)
    text.setFocus()
    senses: list[int] = []
    panel.save_wanted.connect(senses.append)
    for _ in range(2):
        QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert senses == [2]
    with qtbot.waitSignal(panel.word_wanted) as chosen:
        QTest.keyClick(text, Qt.Key.Key_Tab)
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].word.base == "来"


def test_the_focus_stays_on_the_sense_that_was_saved(panel: GlossPanel, saved: dict[WordKey, Mark]) -> None:
    text = body(panel)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    keep(saved)
    panel.refresh_saved()
    assert QApplication.focusWidget() is text
    senses: list[int] = []
    panel.save_wanted.connect(senses.append)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert senses == [1]
