"""What the toolbar leaves out where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.settings import Theme as ThemeChoice
from reader.ui.actions import COMMANDS, Actions
from reader.ui.theme import Theme
from reader.ui.toolbar import Toolbar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen


@pytest.fixture
def toolbar(qtbot: QtBot) -> Iterator[Toolbar]:
    theme = Theme(ThemeChoice.LIGHT)
    actions = Actions(theme, {command.id: lambda: None for command in COMMANDS}, {})
    window = QWidget()  # may be wider than the screen that tests have
    qtbot.addWidget(window)
    toolbar = Toolbar(actions, theme, window)
    toolbar.show_choice("furigana", "all", active=True)
    toolbar.show_choice("english", "none", active=False)
    toolbar.resize(1300, 40)
    window.show()
    yield toolbar
    window.close()


def names(toolbar: Toolbar) -> set[str]:
    """What the buttons that are shown are called for screen readers, or say."""
    buttons = toolbar.findChildren(QToolButton)
    return {button.accessibleName() or button.text() for button in buttons if button.isVisibleTo(toolbar)}


def test_all_is_shown_where_there_is_room(toolbar: Toolbar) -> None:
    assert {"Smaller text", "Find in the article", "Furigana: all ▾", "Article list"} <= names(toolbar)


@pytest.mark.parametrize(
    ("width", "gone", "there"),
    [
        (720, {"Smaller text", "Furigana: all ▾"}, {"Furigana ▾", "Horizontal or vertical writing", "Open"}),
        (560, {"Smaller text", "Find in the article"}, {"Article list", "Word panel", "Open", "More"}),
    ],
)
def test_what_can_be_done_elsewhere_goes_first(
    toolbar: Toolbar, width: int, gone: set[str], there: set[str]
) -> None:
    toolbar.resize(width, 40)
    assert not gone & names(toolbar)
    assert there <= names(toolbar)
    field = toolbar.findChild(QLineEdit)
    assert field is not None
    assert field.width() >= 90
    shown = [button for button in toolbar.findChildren(QToolButton) if button.isVisible()]
    assert max(button.geometry().right() for button in shown) <= width
    toolbar.resize(1300, 40)
    assert gone <= names(toolbar)


def test_what_an_icon_stands_for_stays_when_its_command_changes(qtbot: QtBot) -> None:
    theme = Theme(ThemeChoice.LIGHT)
    parent = QObject()
    actions = Actions(parent, {command.id: lambda: None for command in COMMANDS}, {})
    toolbar = Toolbar(actions, theme)
    qtbot.addWidget(toolbar)
    actions["show_articles"].setChecked(True)
    (button,) = (
        each for each in toolbar.findChildren(QToolButton) if each.accessibleName() == "Article list"
    )
    assert not button.icon().isNull()
