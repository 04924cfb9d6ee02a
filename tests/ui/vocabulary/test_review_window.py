"""A review as it is done: with the keyboard, on a real vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.settings import Settings
from reader.settings import Theme as ThemeChoice
from reader.ui.theme import Theme
from reader.ui.vocabulary.review_window import NEW_A_DAY, ReviewWindow
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import Encounter, SavedWord, Status

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen

MET = Encounter("<i>猫が眠る。", 3, 4, "猫", "", "2026-01-02T03:00:00+00:00", english="A cat & a nap.")
CAT = SavedWord(WordKey(1, "猫", "ねこ"), "noun", "cat", encounters=(MET,), added="2026-01-01", note="soft")
DOG = SavedWord(WordKey(2, "犬", "いぬ"), "noun", "dog", added="2026-01-02")
Stored = Callable[[WordKey], SavedWord | None]


@pytest.fixture
def window(qtbot: QtBot, saved: SavedWords) -> Iterator[ReviewWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    saved.save_all([CAT, DOG])
    window = ReviewWindow(Theme(ThemeChoice.LIGHT), saved, Settings(), lambda **_: None, parent)
    window.begin()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: asked(window) == "猫")
    yield window


def asked(window: ReviewWindow) -> str:
    return window._word.key.spelling if window._word else ""


def visible(window: ReviewWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def press(
    window: ReviewWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window, key, modifier)


def test_the_answer_is_shown_when_asked_for(window: ReviewWindow) -> None:
    assert "2 to go" in visible(window)
    assert "&lt;i&gt;" in visible(window)
    assert "cat" not in visible(window)
    press(window, Qt.Key.Key_4)  # nothing was shown yet
    assert asked(window) == "猫"
    press(window, Qt.Key.Key_Space)
    for text in ("cat", "A cat &amp; a nap.", "soft"):
        assert text in visible(window)
    buttons = [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
    assert buttons[0].startswith("1  Again · 1 min")
    assert buttons[3].startswith("4  Easy · ")


def test_answers_are_kept_and_forgotten_words_come_again(
    window: ReviewWindow, qtbot: QtBot, stored: Stored
) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_4):
        press(window, key)
    assert asked(window) == "猫"  # again, for there is nothing else

    def kept() -> bool:
        words = [stored(key) for key in (CAT.key, DOG.key)]
        return all(word and word.card and word.status is Status.LEARNING for word in words)

    qtbot.waitUntil(kept)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_4)
    assert asked(window) == ""
    assert "Nothing is due" in visible(window)


def test_the_last_answer_is_taken_back(window: ReviewWindow, qtbot: QtBot, stored: Stored) -> None:
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Space)  # good
    assert asked(window) == "犬"
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked(window) == "猫"
    qtbot.waitUntil(lambda: (cat := stored(CAT.key)) is not None and cat.card is None)
    press(window, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: (cat := stored(CAT.key)) is not None and cat.status is Status.KNOWN)
    assert asked(window) == "犬"


def test_words_in_anki_are_left_out_if_wanted(window: ReviewWindow, qtbot: QtBot, saved: SavedWords) -> None:
    saved.note_in_anki([CAT.key])
    box = window.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    qtbot.waitUntil(lambda: asked(window) == "犬")
    box.setChecked(False)
    qtbot.waitUntil(lambda: asked(window) == "猫")


def test_new_words_come_a_few_a_day(window: ReviewWindow, qtbot: QtBot, saved: SavedWords) -> None:
    saved.save_all([SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", "") for n in range(10, 60)])
    window.begin()
    qtbot.waitUntil(lambda: f"{NEW_A_DAY} to go" in visible(window))
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_4)
    window.begin()
    qtbot.waitUntil(lambda: f"{NEW_A_DAY - 1} to go" in visible(window))


def test_a_long_note_can_be_scrolled_and_leaves_the_window_as_it_was(
    window: ReviewWindow, saved: SavedWords, qtbot: QtBot
) -> None:
    size = window.size()
    saved.edit_note(CAT.key, "a long story\n" * 500)
    window.begin()
    qtbot.waitUntil(lambda: window._word is not None and "story" in window._word.note)
    press(window, Qt.Key.Key_Space)
    page = window.findChild(QScrollArea)
    assert isinstance(page, QScrollArea)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1000)
    assert window.size() == size


def test_the_window_keeps_its_size_from_word_to_word(window: ReviewWindow) -> None:
    size = window.size()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_1):
        press(window, key)
        QApplication.processEvents()
    assert window.size() == size
