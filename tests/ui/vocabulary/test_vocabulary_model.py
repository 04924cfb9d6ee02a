"""What a list of words shows, in which order, over a real vocabulary."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_model import Column, VocabularyModel
from reader.vocabulary.model import Encounter, SavedWord, Status
from reader.vocabulary.queries import WordFilter

MET = Encounter("犬が走る。", 0, 1, "庭", "", "2026-01-02T00:00:00+00:00")
WORDS = [
    SavedWord(WordKey(4, "ピアノ", "ぴあの"), "noun", "piano", status=Status.IGNORED, added="2026-01-01"),
    SavedWord(
        WordKey(3, "犬", "いぬ"), "noun", "dog", status=Status.KNOWN, added="2026-01-02", encounters=(MET,)
    ),
    SavedWord(
        WordKey(2, "猫", "ねこ"), "noun", "cat", status=Status.LEARNING, note="mine", added="2026-01-03"
    ),
    SavedWord(WordKey(1, "魚", "さかな"), "noun", "fish\nseafood", added="2026-01-04", tags=("sea", "food")),
]


@pytest.fixture
def model(qtbot: QtBot, saved: SavedWords) -> VocabularyModel:
    saved.save_all(WORDS)
    model = VocabularyModel(saved, saved)
    model.show_query(model.query)
    qtbot.waitUntil(lambda: model.rowCount() == len(WORDS))
    return model


def shown(model: VocabularyModel, column: Column = Column.SPELLING) -> list[str | None]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (-1, Qt.SortOrder.AscendingOrder, "魚猫犬ピアノ"),
        (Column.READING, Qt.SortOrder.AscendingOrder, "犬魚猫ピアノ"),
        (Column.SPELLING, Qt.SortOrder.DescendingOrder, "ピアノ猫魚犬"),
        (Column.STATUS, Qt.SortOrder.DescendingOrder, "ピアノ犬猫魚"),
        (Column.GLOSS, Qt.SortOrder.AscendingOrder, "猫犬魚ピアノ"),
        (Column.ADDED, Qt.SortOrder.AscendingOrder, "ピアノ犬猫魚"),
        (Column.TAGS, Qt.SortOrder.DescendingOrder, "魚猫犬ピアノ"),
    ],
)
def test_every_column_sorts(
    model: VocabularyModel, qtbot: QtBot, column: int, order: Qt.SortOrder, expected: str
) -> None:
    model.sort(column, order)
    qtbot.waitUntil(lambda: "".join(map(str, shown(model))) == expected)


@pytest.mark.parametrize("column", Column)
def test_every_column_can_be_asked_for(model: VocabularyModel, qtbot: QtBot, column: Column) -> None:
    with qtbot.waitSignal(model.counted):
        model.sort(column, Qt.SortOrder.DescendingOrder)


def test_a_filter_that_is_overtaken_shows_nothing(model: VocabularyModel, qtbot: QtBot) -> None:
    for text in ("d", "do", "dog"):
        model.show_query(model.query._replace(which=WordFilter(text)))
    with qtbot.waitSignal(model.counted) as counted:
        pass
    assert counted.args == [1]
    assert shown(model) == ["犬"]


def test_a_change_shows_at_once(model: VocabularyModel, saved: SavedWords, qtbot: QtBot) -> None:
    saved.save(SavedWord(WordKey(5, "鳥", "とり"), "noun", "bird"))
    qtbot.waitUntil(lambda: shown(model) == ["鳥", "魚", "猫", "犬", "ピアノ"])


def test_only_what_is_looked_at_is_read(qtbot: QtBot, saved: SavedWords) -> None:
    saved.save_all(
        [*WORDS, *(SavedWord(WordKey(n, f"語{n:03}", f"ご{n:03}"), "noun", "") for n in range(10, 610))]
    )
    model = VocabularyModel(saved, saved)
    model.sort(Column.ADDED, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: model.rowCount() == 604)
    assert model.word(300) is None
    assert model.index(300, Column.SPELLING).data() is None  # asks for it
    qtbot.waitUntil(lambda: model.index(300, Column.SPELLING).data() == "語306")
    assert model.word(500) is None


def test_cells_say_no_more_than_needed(model: VocabularyModel) -> None:
    assert shown(model, Column.GLOSS) == ["fish", "✎ cat", "dog", "piano"]
    assert shown(model, Column.READING)[-1] == ""
    assert shown(model, Column.TAGS)[0] == "food, sea"
    assert shown(model, Column.SEEN) == ["", "", "", ""]
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.index(1, Column.STATUS).data(role) == "learning"
        assert model.headerData(Column.STATUS, Qt.Orientation.Horizontal, role) == "Status"
    assert model.index(2, Column.SPELLING).data(Qt.ItemDataRole.ToolTipRole) == "犬が走る。"
    assert model.index(0, Column.GLOSS).data(Qt.ItemDataRole.ToolTipRole) == "fish\nseafood"
