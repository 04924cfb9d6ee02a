"""Asking for a text, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.text_dialog import ask_line, ask_lines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_enter_accepts_a_line(parent: QWidget) -> None:
    got: list[str] = []
    ask_line(parent, "Rename", "港", got.append)
    field = parent.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, " harbour ")  # over what was selected
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert got == ["harbour"]


def test_enter_breaks_a_line_of_lines_and_ctrl_enter_accepts(parent: QWidget) -> None:
    got: list[str] = []
    ask_lines(parent, "Note", "", got.append)
    field = parent.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert got == []
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert got == ["one\ntwo"]


def test_tab_moves_on_from_lines(parent: QWidget) -> None:
    ask_lines(parent, "Note", "mine", lambda _text: None)
    dialog, field = parent.findChild(QDialog), parent.findChild(QPlainTextEdit)
    assert isinstance(dialog, QDialog)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.toPlainText() == "mine"
    assert dialog.focusWidget() is not field


def test_escape_changes_nothing(parent: QWidget) -> None:
    got: list[str] = []
    ask_line(parent, "Rename", "港", got.append)
    dialog = parent.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert got == []
    assert not dialog.isVisible()
