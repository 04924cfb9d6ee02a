"""Giving keys to commands in the preferences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from reader.ui.actions import Keys
from reader.ui.keys_page import keys_page


class Page:
    """The page and what it changed last."""

    def __init__(self, keys: Keys, qtbot: QtBot) -> None:
        self.keys = keys
        self.widget = keys_page(Settings(keys=keys), self.change)
        qtbot.addWidget(self.widget)
        self.list = self.widget.findChildren(QTreeWidget)[0]
        self.field = self.widget.findChildren(QKeySequenceEdit)[0]

    def change(self, **fields: object) -> None:
        keys = fields["keys"]
        assert isinstance(keys, dict)
        self.keys = keys

    def choose(self, text: str) -> None:
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        self.list.setCurrentItem(self.list.findItems(text, exactly)[0])

    def press(self, key: str) -> None:
        self.field.setKeySequence(QKeySequence(key))

    def button(self, text: str) -> QPushButton:
        return next(each for each in self.widget.findChildren(QPushButton) if each.text() == text)

    def said(self) -> str:
        return self.widget.findChildren(QLabel, "said")[0].text()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page({}, qtbot)


def test_a_new_key(page: Page) -> None:
    page.choose("Save")
    assert page.field.keySequence().toString() == "S"
    page.press("Ctrl+S")
    assert page.keys == {"save": ("Ctrl+S",)}
    assert page.list.selectedItems()[0].text(1) == "Ctrl+S"
    page.button("As it was").click()
    assert page.keys == {}
    assert not page.button("As it was").isEnabled()


def test_a_key_that_another_command_has_is_refused(page: Page) -> None:
    page.choose("Save")
    page.press("K")
    assert page.keys == {}
    assert page.said() == "K is the key of “Known”. Give that another key first."
    assert page.field.keySequence().toString() == "S"
    page.choose("Known")
    assert page.said() == ""
    page.button("No key").click()
    assert page.keys == {"known": ()}
    page.choose("Save")
    page.press("K")
    assert page.keys == {"known": (), "save": ("K",)}
    page.choose("Known")
    page.button("As it was").click()
    assert page.said() == "K is the key of “Save”. Give that another key first."
