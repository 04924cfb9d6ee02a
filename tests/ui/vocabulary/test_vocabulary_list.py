"""The list of saved words, over a real vocabulary."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.paths import Paths
from reader.settings import Theme as ThemeChoice
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_list import VocabularyList
from reader.ui.vocabulary.vocabulary_model import Column
from reader.ui.vocabulary.word_table import WordTable
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.store import Vocabulary

Stored = Callable[[WordKey], SavedWord | None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen

FISH = SavedWord(WordKey(1, "魚", "さかな"), "noun", "fish")
CAT = SavedWord(WordKey(2, "猫", "ねこ"), "noun", "cat")


@pytest.fixture
def words(qtbot: QtBot, saved: SavedWords) -> VocabularyList:
    saved.save(FISH)
    saved.save(CAT)
    words = VocabularyList(Theme(ThemeChoice.LIGHT), saved, QMenu())
    qtbot.addWidget(words)
    words.resize(360, 400)
    words.show()
    qtbot.waitUntil(lambda: shown(words) == ["猫", "魚"])
    return words


def table(words: VocabularyList) -> WordTable:
    found = words.findChild(WordTable)
    assert isinstance(found, WordTable)
    return found


def shown(words: VocabularyList) -> list[str]:
    model = table(words).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def heading(words: VocabularyList) -> str:
    label = words.findChild(QLabel, "heading")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_newest_word_stands_first_and_the_heading_counts(words: VocabularyList) -> None:
    assert shown(words) == ["猫", "魚"]
    assert heading(words) == "Vocabulary (2)"


def test_an_empty_list_says_why_it_is_empty(qtbot: QtBot, words: VocabularyList, saved: SavedWords) -> None:
    field, choice = words.findChild(QLineEdit), words.findChild(QComboBox)
    remark = table(words).viewport().findChild(QLabel)
    assert isinstance(field, QLineEdit)
    assert isinstance(choice, QComboBox)
    assert isinstance(remark, QLabel)
    assert not remark.isVisible()
    QTest.keyClicks(field, "bird")
    qtbot.waitUntil(remark.isVisible)
    assert remark.text() == "No saved word matches."
    field.clear()
    qtbot.waitUntil(lambda: not remark.isVisible())
    saved.delete([FISH.key, CAT.key])
    qtbot.waitUntil(remark.isVisible)
    assert "that you save" in remark.text()


def test_typing_and_choosing_a_status_filter(qtbot: QtBot, words: VocabularyList, saved: SavedWords) -> None:
    field, choice = words.findChild(QLineEdit), words.findChild(QComboBox)
    assert isinstance(field, QLineEdit)
    assert isinstance(choice, QComboBox)
    QTest.keyClicks(field, "fi")
    qtbot.waitUntil(lambda: shown(words) == ["魚"])
    field.clear()
    saved.set_status([FISH], Status.KNOWN)
    qtbot.waitUntil(lambda: shown(words) == ["猫"])
    choice.setCurrentText("Known")
    qtbot.waitUntil(lambda: shown(words) == ["魚"])
    assert heading(words) == "Vocabulary (1)"


def test_delete_takes_the_selected_words_out_and_undo_brings_them_back(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords
) -> None:
    table(words).selectRow(0)
    QTest.keyClick(table(words), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(words) == ["魚"])
    saved.undo()
    qtbot.waitUntil(lambda: shown(words) == ["猫", "魚"])


def test_enter_and_a_double_click_show_the_word(qtbot: QtBot, words: VocabularyList) -> None:
    table(words).selectRow(1)
    with qtbot.waitSignal(words.word_chosen) as chosen:
        QTest.keyClick(table(words), Qt.Key.Key_Return)
    assert chosen.args[0].key == FISH.key


def test_the_selection_stays_on_its_word_when_another_is_saved(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords
) -> None:
    table(words).selectRow(1)
    saved.save(SavedWord(WordKey(3, "犬", "いぬ"), "noun", "dog"))
    qtbot.waitUntil(lambda: shown(words) == ["犬", "猫", "魚"])
    qtbot.waitUntil(lambda: [word.key for word in table(words).selected()] == [FISH.key])


def test_a_note_is_edited_and_kept(qtbot: QtBot, words: VocabularyList, stored: Stored) -> None:
    table(words).selectRow(1)
    position = table(words).visualRect(table(words).model().index(1, 0)).center()
    table(words).customContextMenuRequested.emit(position)
    menu = words.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Edit note…").trigger()
    menu.close()
    field = words.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("from the harbour\t\n")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: (word := stored(FISH.key)) is not None and word.note == "from the harbour")


def test_the_sort_is_reported_and_taken_again(words: VocabularyList, qtbot: QtBot) -> None:
    header = table(words).horizontalHeader()
    with qtbot.waitSignal(words.sort_changed) as changed:
        header.setSortIndicator(Column.SPELLING, Qt.SortOrder.DescendingOrder)
    assert changed.args == ["-spelling"]
    words.set_sort("spelling")
    qtbot.waitUntil(lambda: shown(words) == ["魚", "猫"])
    words.set_sort("a column of another version")
    qtbot.waitUntil(lambda: shown(words) == ["猫", "魚"])


def test_columns_are_as_wide_as_their_words(qtbot: QtBot, words: VocabularyList, saved: SavedWords) -> None:
    view = table(words)
    before = view.columnWidth(Column.SPELLING)
    saved.save(SavedWord(WordKey(3, "緊張緩和策", "きんちょうかんわさく"), "noun", "détente"))
    qtbot.waitUntil(lambda: len(shown(words)) == 3)
    assert view.columnWidth(Column.SPELLING) >= view.sizeHintForColumn(Column.SPELLING) > before
    words.resize(236, 400)
    assert view.isColumnHidden(Column.READING)
    gloss = view.horizontalHeader().sectionSizeHint(Column.GLOSS)
    assert view.columnWidth(Column.GLOSS) >= gloss


def test_what_another_window_saves_is_shown_after_a_refresh(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords, paths: Paths
) -> None:
    other = Vocabulary(paths.vocabulary)
    other.save(SavedWord(WordKey(3, "犬", "いぬ"), "noun", "dog"))
    other.close()
    saved.refresh()
    qtbot.waitUntil(lambda: shown(words) == ["犬", "猫", "魚"])


def test_what_was_never_in_sight_is_changed_with_the_rest(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords
) -> None:
    many = [SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", f"word {n}") for n in range(10, 460)]
    saved.save_all(many)
    qtbot.waitUntil(lambda: table(words).words.rowCount() == 452)
    assert len(shown(words)) == 452
    table(words).selectAll()
    table(words).words.show_query(table(words).words.query)  # all but the first page is forgotten again
    qtbot.waitUntil(lambda: len(table(words).selected()) < 452)
    table(words).selectAll()
    assert len(table(words).selected()) < 452
    QTest.keyClick(table(words), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: saved.statuses() == {})
    saved.undo()
    qtbot.waitUntil(lambda: len(saved.statuses()) == 452)


def test_all_stay_selected_and_some_out_of_sight_do_not(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords
) -> None:
    saved.save_all([SavedWord(WordKey(n, f"語{n}", "ご"), "noun", "word") for n in range(100, 550)])
    qtbot.waitUntil(lambda: table(words).model().rowCount() == 452)

    def selected() -> int:
        return sum(table(words).selectionModel().isRowSelected(row) for row in range(452))

    table(words).selectAll()
    with qtbot.waitSignal(table(words).reloaded):
        QTest.keyClick(table(words), Qt.Key.Key_L)
    qtbot.waitUntil(lambda: set(saved.statuses().values()) == {Status.LEARNING})
    assert selected() == 452
    table(words).selectRow(0)
    end = table(words).model().index(400, 0)
    flags = QItemSelectionModel.SelectionFlag
    selection = QItemSelection(table(words).model().index(0, 0), end)
    table(words).selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
    with qtbot.waitSignal(table(words).reloaded):
        saved.save(SavedWord(WordKey(3, "犬", "いぬ"), "noun", "dog"))
    assert selected() == 0


def test_tags_are_edited_for_all_that_are_selected(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords, stored: Stored
) -> None:
    saved.tag([FISH.key], ["sea", "food"])
    saved.tag([CAT.key], ["home", "food"])
    table(words).selectAll()
    qtbot.waitUntil(lambda: all(word.tags for word in table(words).selected()))
    position = table(words).visualRect(table(words).model().index(0, 0)).center()
    table(words).customContextMenuRequested.emit(position)
    menu = words.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Edit tags…").trigger()
    menu.close()
    dialog = words.findChild(QDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "food"
    field.setText("animal, dear to me")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (fish := stored(FISH.key)) is not None and "animal" in fish.tags)
    tags = [word.tags if (word := stored(key)) else () for key in (FISH.key, CAT.key)]
    assert tags == [("animal", "dear to me", "sea"), ("animal", "dear to me", "home")]


def test_a_key_gives_the_selected_words_a_status(
    qtbot: QtBot, words: VocabularyList, saved: SavedWords
) -> None:
    table(words).selectAll()
    QTest.keyClick(table(words), Qt.Key.Key_L)
    qtbot.waitUntil(lambda: set(saved.statuses().values()) == {Status.LEARNING})
    table(words).selectRow(0)
    QTest.keyClick(table(words), Qt.Key.Key_K)
    qtbot.waitUntil(lambda: saved.status(CAT.key) is Status.KNOWN)
    assert saved.status(FISH.key) is Status.LEARNING
