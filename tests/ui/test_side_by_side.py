"""Where the English stands, and how much room it has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.side_by_side import SideBySide

BESIDE, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def sides(qtbot: QtBot) -> Iterator[SideBySide]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    sides = SideBySide(QWidget(), window)
    sides.add_english(QWidget())
    sides.resize(1000, 800)
    window.show()
    yield sides
    window.close()


def test_hidden_at_first_and_again(sides: SideBySide) -> None:
    assert not sides.shows_english()
    sides.show_english(True, beside=True)
    assert sides.shows_english()
    sides.show_english(False, beside=True)
    assert not sides.shows_english()


@pytest.mark.parametrize(
    ("width", "beside", "orientation"),
    [(1000, True, BESIDE), (1000, False, BELOW), (470, True, BELOW), (490, True, BESIDE)],
)
def test_beside_only_where_there_is_room(
    sides: SideBySide, width: int, beside: bool, orientation: Qt.Orientation
) -> None:
    sides.show_english(True, beside=beside)
    sides.resize(width, 800)
    assert sides.orientation() == orientation


def test_the_room_that_the_user_gave_it_is_kept(sides: SideBySide) -> None:
    sides.restore_shares((25, 50))
    sides.show_english(True, beside=True)
    assert sides.sizes()[1] == pytest.approx(250, abs=2)
    sides.show_english(True, beside=False)
    assert sides.sizes()[1] == pytest.approx(400, abs=2)
    sides.moveSplitter(600, 1)
    assert sides.shares() == (25, 25)
    sides.restore_shares((0, 200))  # senseless
    assert sides.shares() == (25, 25)
