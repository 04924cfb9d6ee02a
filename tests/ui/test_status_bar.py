"""The line at the bottom."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui import status_bar
from reader.ui.status_bar import StatusBar


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    line = StatusBar()
    qtbot.addWidget(line)
    line.resize(900, 30)
    return line


def button(bar: StatusBar, text: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.text() == text)


def test_what_was_said_gives_way_to_the_counts(bar: StatusBar) -> None:
    bar.show_counts("12 words")
    bar.say("Saved", undoable=True)
    bar.show_counts("13 words")
    assert (bar.text(), button(bar, "Undo").isVisibleTo(bar)) == ("Saved", True)
    bar.clear()
    assert (bar.text(), button(bar, "Undo").isVisibleTo(bar)) == ("13 words", False)


def test_progress_is_shown_once_it_takes_more_than_a_moment(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> bool:
        return button(bar, "Stop").isVisibleTo(bar)

    bar.show_progress(0.1)
    assert not shown()
    monkeypatch.setattr(status_bar, "_MOMENT", 0)
    bar.show_progress(0.42)
    assert shown()
    assert bar.findChildren(QProgressBar)[0].value() == 42
    with qtbot.waitSignal(bar.stop_wanted):
        button(bar, "Stop").click()
    bar.show_progress(None)
    assert not shown()
