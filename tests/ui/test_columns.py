"""What stands beside the page, and when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.columns import Columns, Side

WIDE, NARROW = 1200, 720


@pytest.fixture
def columns(qtbot: QtBot) -> Iterator[Columns]:
    window = QWidget()
    qtbot.addWidget(window)
    columns = Columns(QWidget(), QWidget(), QWidget(), window)
    columns.resize(WIDE, 600)
    window.resize(WIDE, 600)
    window.show()
    yield columns
    window.close()


def shown(columns: Columns) -> list[bool]:
    """Whether each column is really shown."""
    return [part is not None and part.isVisible() for part in map(columns.widget, range(3))]


def test_both_sides_are_shown_at_first_and_hidden_by_themselves(columns: Columns) -> None:
    assert shown(columns) == [True, True, True]
    columns.toggle(Side.ARTICLES)
    assert shown(columns) == [False, True, True]
    columns.toggle(Side.PANEL)
    assert shown(columns) == [False, True, False]
    assert columns.hidden() == (Side.ARTICLES, Side.PANEL)
    columns.toggle(Side.ARTICLES)
    assert shown(columns) == [True, True, False]


def test_a_side_comes_back_as_wide_as_it_was(columns: Columns) -> None:
    columns.restore((250, 590, 358), ())
    columns.toggle(Side.PANEL)
    assert columns.sizes()[1] > 900
    assert columns.widths()[::2] == (250, 358)
    columns.toggle(Side.PANEL)
    assert columns.sizes()[::2] == [250, 358]


def test_what_was_hidden_stays_hidden_in_the_next_window(columns: Columns) -> None:
    columns.restore((250, 590, 358), ("panel", "nonsense"))
    assert shown(columns) == [True, True, False]
    assert columns.hidden() == (Side.PANEL,)


@pytest.mark.parametrize("widths", [(), (250, 590), (0, 590, 0)])
def test_widths_that_make_no_sense_leave_what_there_is(columns: Columns, widths: tuple[int, ...]) -> None:
    before = columns.widths()
    columns.restore(widths, ())
    assert columns.widths() == before


def test_in_a_narrow_window_the_articles_step_back_and_come_again(columns: Columns) -> None:
    columns.resize(NARROW, 600)
    assert shown(columns) == [False, True, True]
    assert columns.sizes()[1] >= 420
    assert columns.hidden() == ()
    columns.resize(WIDE, 600)
    assert shown(columns) == [True, True, True]
    assert columns.sizes()[::2] == [216, 360]


def test_where_there_is_no_room_a_side_comes_for_the_moment(columns: Columns) -> None:
    columns.resize(NARROW, 600)
    columns.toggle(Side.ARTICLES)
    assert shown(columns) == [True, True, True]
    assert columns.dismiss()
    assert shown(columns) == [False, True, True]
    assert not columns.dismiss()
    columns.toggle(Side.ARTICLES)
    columns.toggle(Side.ARTICLES)
    assert shown(columns) == [False, True, True]
    assert columns.hidden() == ()


def test_a_hidden_side_is_called_until_it_is_dismissed(columns: Columns) -> None:
    columns.toggle(Side.PANEL)
    columns.call(Side.PANEL)
    assert shown(columns) == [True, True, True]
    assert columns.hidden() == (Side.PANEL,)
    assert not columns.dismiss((Side.ARTICLES,))
    assert columns.dismiss((Side.PANEL,))
    assert shown(columns) == [True, True, False]


def test_a_side_that_is_shown_need_not_be_called(columns: Columns) -> None:
    columns.call(Side.PANEL)
    assert not columns.dismiss()
    assert shown(columns) == [True, True, True]


def test_what_was_called_in_a_narrow_window_is_there_for_good_in_a_wide_one(columns: Columns) -> None:
    columns.resize(NARROW, 600)
    columns.call(Side.ARTICLES)
    columns.resize(WIDE, 600)
    assert not columns.dismiss()
    assert shown(columns) == [True, True, True]


def test_a_page_alone_has_what_is_called_beside_it(columns: Columns) -> None:
    columns.set_alone(True)
    assert shown(columns) == [False, True, False]
    columns.call(Side.PANEL)
    assert shown(columns) == [False, True, True]
    columns.set_alone(False)
    assert shown(columns) == [True, True, True]
    assert columns.hidden() == ()


def test_in_the_narrowest_window_one_side_comes_at_a_time(columns: Columns) -> None:
    columns.resize(570, 600)
    assert shown(columns) == [False, True, False]
    columns.call(Side.PANEL)
    assert shown(columns) == [False, True, True]
    columns.toggle(Side.ARTICLES)
    assert shown(columns) == [True, True, False]
    columns.call(Side.PANEL)
    assert shown(columns) == [False, True, True]
    assert sum(columns.sizes()) <= 570


def test_each_change_is_told_once(columns: Columns, qtbot: QtBot) -> None:
    told: list[bool] = []
    columns.changed.connect(lambda: told.append(columns.shows(Side.ARTICLES)))
    columns.resize(WIDE + 50, 600)
    assert told == []
    columns.resize(NARROW, 600)
    columns.resize(NARROW + 10, 600)
    columns.toggle(Side.ARTICLES)
    assert told == [False, True]
