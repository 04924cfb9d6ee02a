"""Taking apart a text in two languages, with the keys and the mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableView, QWidget

from reader.articles.bilingual import Side
from reader.articles.plain_text import from_text
from reader.model import Article
from reader.ui.english.split_dialog import show_split

TEXT = from_text("港の朝\nA Harbor Morning\n船が帰る。\n広告\nThe boats return.", "a file")
SIDES = (Side.JAPANESE, Side.ENGLISH, Side.JAPANESE, Side.JAPANESE, Side.ENGLISH)


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    parent = QWidget()
    yield parent
    parent.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else its windows catch the pointer


def open_dialog(parent: QWidget) -> tuple[QDialog, QTableView, list[Article]]:
    accepted: list[Article] = []
    dialog = show_split(parent, TEXT, SIDES, accepted.append)
    table = dialog.findChild(QTableView)
    assert table is not None
    return dialog, table, accepted


def button_of(dialog: QDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def press(dialog: QDialog, text: str) -> None:
    QTest.mouseClick(button_of(dialog, text), Qt.MouseButton.LeftButton)


def column(table: QTableView, number: int) -> list[str]:
    model = table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_each_paragraph_stands_on_its_side(parent: QWidget) -> None:
    _dialog, table, _accepted = open_dialog(parent)
    assert column(table, 0) == ["港の朝", "", "船が帰る。", "広告", ""]
    assert column(table, 1) == ["", "A Harbor Morning", "", "", "The boats return."]


def test_keys_move_and_leave_out(parent: QWidget) -> None:
    dialog, table, accepted = open_dialog(parent)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert any("1 left out" in label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "Read side by side")
    (article,) = accepted
    assert [paragraph.text for paragraph in article.paragraphs] == ["港の朝", "船が帰る。"]
    assert article.english == ("A Harbor Morning", "The boats return.")


def test_a_click_moves_a_paragraph_to_the_other_side(parent: QWidget) -> None:
    dialog, table, accepted = open_dialog(parent)
    other = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(other)
    )
    assert column(table, 0)[1] == "A Harbor Morning"
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert column(table, 1)[1] == "A Harbor Morning"
    press(dialog, "Read side by side")
    assert len(accepted[0].english) == 2


def test_one_language_alone_cannot_be_read_side_by_side(parent: QWidget) -> None:
    dialog, table, _accepted = open_dialog(parent)
    for row in (1, 4):
        table.setCurrentIndex(table.model().index(row, 1))
        QTest.keyClick(table, Qt.Key.Key_Left)
    assert not button_of(dialog, "Read side by side").isEnabled()


def test_kept_as_it_is_or_not_opened_at_all(parent: QWidget) -> None:
    dialog, _table, accepted = open_dialog(parent)
    press(dialog, "Keep as one text")
    assert accepted == [TEXT]
    dialog, _table, accepted = open_dialog(parent)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert accepted == []
