"""The window of all words, over a real vocabulary and the real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from reader.model import Place, WordKey
from reader.settings import Theme as ThemeChoice
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_model import Column
from reader.ui.vocabulary.vocabulary_window import VocabularyWindow
from reader.ui.vocabulary.word_details import WordDetails
from reader.vocabulary.model import Encounter, SavedWord, Status

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen

MET = Encounter(
    "<b>猫が眠る。", 3, 4, "猫 & 犬", "", "2026-01-02T03:00:00+00:00", "abc", Place(2, 7), "A cat sleeps."
)
CAT = SavedWord(
    WordKey(1467640, "猫", "ねこ"), "noun", "cat", encounters=(MET,), tags=("animal",), frequency=4
)
RUN = SavedWord(
    WordKey(1408900, "走る", "はしる"), "Godan verb", "to run", status=Status.LEARNING, note="fast"
)
FAST = SavedWord(WordKey(1401960, "早く", "はやく"), "adverb", "quickly", status=Status.KNOWN, frequency=9)


@pytest.fixture
def window(qtbot: QtBot, saved: SavedWords, engine: EngineBridge) -> Iterator[VocabularyWindow]:
    saved.save_all([CAT, RUN, FAST])
    theme, parent = Theme(ThemeChoice.LIGHT), QWidget()
    qtbot.addWidget(parent)
    details = WordDetails(theme, saved, engine=engine, entries=EntryCache(engine))
    window = VocabularyWindow(theme, saved, details, (), parent)
    window.show()
    qtbot.waitUntil(lambda: listed(window) == ["早く", "走る", "猫"])
    yield window
    window.close()  # it then waits for no answer of the engine any more


def listed(window: VocabularyWindow) -> list[str]:
    model = window.table.words
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def box(window: QWidget, name: str) -> QComboBox:
    return next(found for found in window.findChildren(QComboBox) if found.accessibleName() == name)


def details(window: VocabularyWindow) -> WordDetails:
    found = window.findChild(WordDetails)
    assert isinstance(found, WordDetails)
    return found


def open_page(window: VocabularyWindow, qtbot: QtBot, row: int) -> QTextBrowser:
    window.table.selectRow(row)
    met = next(
        found
        for found in details(window).findChildren(QTextBrowser)
        if found.accessibleName().startswith("Sent")
    )
    qtbot.waitUntil(lambda: met.toPlainText() != "")
    return met


@pytest.mark.parametrize(
    ("name", "choice", "expected"),
    [
        ("Status", "Known", ["早く"]),
        ("Status", "New, learning", ["走る", "猫"]),
        ("Tag", "animal (1)", ["猫"]),
        ("Article", "猫 & 犬 (1)", ["猫"]),
        ("Part of speech", "Verbs", ["走る"]),
        ("Part of speech", "Adverbs", ["早く"]),
        ("Frequency", "The 3,000 most frequent", ["猫"]),
        ("Frequency", "To 12,000", ["早く"]),
        ("Added", "Today", ["早く", "走る", "猫"]),
    ],
)
def test_each_filter_leaves_what_it_names(
    window: VocabularyWindow, qtbot: QtBot, name: str, choice: str, expected: list[str]
) -> None:
    qtbot.waitUntil(lambda: box(window, "Tag").count() == 2)
    box(window, name).setCurrentText(choice)
    qtbot.waitUntil(lambda: listed(window) == expected)


def test_the_filters_take_two_rows_where_one_is_too_narrow(window: VocabularyWindow, qtbot: QtBot) -> None:
    def rows() -> int:
        return len({choice.y() for choice in window.findChildren(QComboBox) if choice.toolTip()})

    def fits(width: int, expected: int) -> None:
        window.resize(width, 600)
        qtbot.waitUntil(lambda: rows() == expected)

    fits(1600, 1)
    fits(780, 2)
    fits(1600, 1)


def test_typing_searches_and_escape_clears_then_closes(window: VocabularyWindow, qtbot: QtBot) -> None:
    field = next(found for found in window.findChildren(QLineEdit) if "Search" in found.placeholderText())
    QTest.keyClicks(field, "hashiru fast")
    qtbot.waitUntil(lambda: listed(window) == [])
    field.setText("はし")
    qtbot.waitUntil(lambda: listed(window) == ["走る"])
    window._escape()
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    window._escape()
    assert not window.isVisible()


def test_a_word_s_page_shows_its_sentences_as_text_and_its_history(
    window: VocabularyWindow, qtbot: QtBot
) -> None:
    text = open_page(window, qtbot, 2).toPlainText()
    assert "<b>猫が眠る。\nA cat sleeps.\n猫 & 犬 · 2026-01-02" in text
    assert "became new" in text


def test_a_sentence_is_asked_for_where_it_stands(window: VocabularyWindow, qtbot: QtBot) -> None:
    met = open_page(window, qtbot, 2)
    with qtbot.waitSignal(window.encounter_wanted) as wanted:
        met.anchorClicked.emit(QUrl("met:0"))
    assert wanted.args == [MET]


def test_status_tags_and_note_are_kept_when_they_are_left(
    window: VocabularyWindow, qtbot: QtBot, stored: Callable[[WordKey], SavedWord | None]
) -> None:
    open_page(window, qtbot, 1)
    page = details(window)
    box(page, "").activated.emit(list(Status).index(Status.IGNORED))
    tags = next(found for found in page.findChildren(QLineEdit) if "commas" in found.placeholderText())
    tags.setText("sport, sport,  daily life")
    tags.editingFinished.emit()
    note = page.findChild(QPlainTextEdit)
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    note.setPlainText("marathon\n")
    tags.setFocus()

    def kept() -> bool:
        word = stored(RUN.key)
        assert word is not None
        return (word.status, word.tags, word.note) == (Status.IGNORED, ("daily life", "sport"), "marathon")

    qtbot.waitUntil(kept)


def test_what_is_counted_and_reviewed_is_told(
    window: VocabularyWindow, saved: SavedWords, qtbot: QtBot
) -> None:
    saved.count_seen({CAT.key: 3, WordKey(None, "犬", "いぬ"): 2})
    saved.count_looked_up(CAT.key)
    met = open_page(window, qtbot, 2)
    qtbot.waitUntil(lambda: "seen 3 ×, looked up 1 ×" in met.toPlainText())


def test_undo_works_here_too(window: VocabularyWindow, qtbot: QtBot, saved: SavedWords) -> None:
    window.table.selectRow(0)
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(window) == ["走る", "猫"])
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(window) == ["早く", "走る", "猫"])


def test_a_narrow_window_leaves_columns_out_and_the_meaning_in(
    window: VocabularyWindow, qtbot: QtBot
) -> None:
    window.resize(1600, 600)
    qtbot.waitUntil(lambda: not any(window.table.isColumnHidden(column) for column in Column))
    window.resize(window.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: window.table.isColumnHidden(Column.IN_ANKI))
    assert not window.table.isColumnHidden(Column.SPELLING)
    assert window.table.columnWidth(Column.GLOSS) >= 60
