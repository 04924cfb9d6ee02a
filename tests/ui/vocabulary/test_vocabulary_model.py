"""What the vocabulary list shows, in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model import SavedWord, Status, WordKey
from reader.ui.vocabulary.vocabulary_model import Column, VocabularyFilter, VocabularyModel

WORDS = [
    SavedWord(WordKey(1, "魚", "さかな"), "noun", "fish\nseafood"),
    SavedWord(WordKey(2, "猫", "ねこ"), "noun", "cat", status=Status.LEARNING, note="my first"),
    SavedWord(WordKey(3, "犬", "いぬ"), "noun", "dog", status=Status.KNOWN),
    SavedWord(WordKey(4, "ピアノ", "ぴあの"), "noun", "piano", status=Status.IGNORED),
]


def make() -> VocabularyFilter:
    model = VocabularyModel()
    model.set_words(WORDS)
    filtered = VocabularyFilter(model)
    model.setParent(filtered)
    return filtered


def shown(filtered: VocabularyFilter, column: Column = Column.SPELLING) -> list[str]:
    return [filtered.index(row, column).data() for row in range(filtered.rowCount())]


def test_the_order_is_that_of_saving_until_a_column_is_chosen(qtbot: QtBot) -> None:
    filtered = make()
    assert shown(filtered) == ["魚", "猫", "犬", "ピアノ"]
    filtered.sort(Column.READING, Qt.SortOrder.AscendingOrder)
    assert shown(filtered) == ["犬", "魚", "猫", "ピアノ"]
    filtered.sort(Column.SPELLING, Qt.SortOrder.AscendingOrder)
    assert shown(filtered) == ["犬", "魚", "猫", "ピアノ"]
    filtered.sort(Column.STATUS, Qt.SortOrder.DescendingOrder)
    assert shown(filtered) == ["ピアノ", "犬", "猫", "魚"]
    filtered.sort(-1)
    assert shown(filtered) == ["魚", "猫", "犬", "ピアノ"]


def test_text_is_sought_in_spelling_reading_gloss_and_note(qtbot: QtBot) -> None:
    filtered = make()
    for text, expected in {
        "猫": ["猫"],
        "いぬ": ["犬"],
        "SEA": ["魚"],
        "my f": ["猫"],
        "  ": ["魚", "猫", "犬", "ピアノ"],
        "horse": [],
    }.items():
        filtered.show_only(text, frozenset(Status))
        assert shown(filtered) == expected


def test_statuses_are_filtered(qtbot: QtBot) -> None:
    filtered = make()
    filtered.show_only("", frozenset({Status.NEW, Status.LEARNING}))
    assert shown(filtered) == ["魚", "猫"]


def test_cells_say_no_more_than_needed(qtbot: QtBot) -> None:
    filtered = make()
    assert shown(filtered, Column.GLOSS) == ["fish", "✎ cat", "dog", "piano"]
    assert shown(filtered, Column.READING)[-1] == ""
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert filtered.index(1, Column.STATUS).data(role) == "learning"
        assert filtered.headerData(Column.STATUS, Qt.Orientation.Horizontal, role) == "Status"
