"""The table of commands."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.actions import COMMANDS, MENUS, TOOLBAR, Actions, Scope, shown_key

IDS = {command.id for command in COMMANDS}


def test_every_command_has_its_own_name_and_keys() -> None:
    assert len(IDS) == len(COMMANDS)
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, number in keys.items() if number > 1] == []


def test_toolbar_and_menus_name_commands_that_exist() -> None:
    named = {item for menu in MENUS.values() for item in menu if item}
    assert named <= IDS
    assert {item for item in TOOLBAR if item} <= IDS | MENUS.keys()


@pytest.mark.parametrize("key", [key for command in COMMANDS for key in command.keys])
def test_keys_are_ones_that_qt_knows(key: str) -> None:
    assert QKeySequence(key).toString() != ""


def test_single_keys_act_only_where_one_reads() -> None:
    single = [command for command in COMMANDS if any(len(key) == 1 for key in command.keys)]
    assert single
    everywhere = [command.id for command in single if command.scope is Scope.WINDOW]
    assert everywhere == ["keys"]  # text fields take it for text all the same


def test_a_command_without_a_handler_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        Actions(QObject(), {}, {})


def test_keys_bear_the_names_on_a_keyboard() -> None:
    shown = {command.id: shown_key(command.keys[0]) for command in COMMANDS if command.keys}
    assert shown["look_up"] == "Enter"
    assert (shown["previous_word"], shown["next_word"], shown["back"]) == ("←", "→", "Alt+←")
    assert (shown["larger"], shown["smaller"], shown["previous_unknown"]) == ("Ctrl++", "Ctrl+-", "Shift+N")


def test_the_users_keys_take_the_place_of_a_commands_own(qapp: QApplication) -> None:
    parent = QObject()
    actions = Actions(parent, {command.id: lambda: None for command in COMMANDS}, {"save": ("Ctrl+S",)})
    assert actions["save"].shortcut().toString() == "Ctrl+S"
    assert actions["save"].toolTip() == "Save (Ctrl+S)"
    actions.set_keys({"known": (), "next_word": ("J",)})
    assert actions["save"].shortcut().toString() == "S"
    assert actions["known"].shortcuts() == []
    assert actions["next_word"].text() == "Next word\tJ"
