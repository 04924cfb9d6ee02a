"""The charts: painted without complaint, whatever there is, and told to screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.settings import Theme as ThemeChoice
from reader.ui.theme import Theme
from reader.ui.vocabulary.charts import AreaChart, BarChart, Chart, Series, ShareChart, nice_step
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.statistics_window import StatisticsWindow
from reader.vocabulary.model import Status
from tests.vocabulary.examples import KAIDAN, MITOMERU

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(ThemeChoice.LIGHT)


def colours(chart: Chart) -> set[str]:
    """The colours of a chart as painted, at 300 by 160 pixels."""
    chart.resize(300, 160)
    image: QImage = chart.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("highest", "step"), [(0, 1), (1, 1), (4, 1), (5, 2), (9, 5), (40, 10), (170, 50), (50_000, 20_000)]
)
def test_lines_across_stand_at_round_numbers(highest: float, step: float) -> None:
    assert nice_step(highest) == step


def test_empty_charts_say_so(theme: Theme, qtbot: QtBot) -> None:
    for chart in (AreaChart(theme, "a"), BarChart(theme, "b"), ShareChart(theme, "c")):
        qtbot.addWidget(chart)
        assert theme.colours.accent not in colours(chart)


def test_charts_paint_their_values_and_name_them(theme: Theme, qtbot: QtBot) -> None:
    area, bars, shares = AreaChart(theme, "a"), BarChart(theme, "b"), ShareChart(theme, "c")
    area.show_series(
        [Series("known", [0, 3], theme.colours.accent), Series("new", [0, 0], "#000000")], "1", "2"
    )
    bars.show_bars([(3, 2), (0, 0), (1, 1)], "1", "3", "asked; filled: remembered")
    shares.show_shares([("A title far too long for the room that it has", 0.5), ("B", 0)])
    for chart in (area, bars, shares):
        qtbot.addWidget(chart)
        assert theme.colours.accent in colours(chart)
    assert area.accessibleDescription() == "known: 3"
    assert bars.accessibleDescription() == "asked; filled: remembered. In all 4, of them 3"
    assert shares.accessibleDescription().endswith("B: 0%")


@pytest.fixture
def window(theme: Theme, saved: SavedWords, qtbot: QtBot) -> Iterator[StatisticsWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield StatisticsWindow(theme, saved, lambda: [("Harbour", 0.25), ("Hill", 0.75)], parent)


def test_the_page_follows_the_vocabulary(window: StatisticsWindow, saved: SavedWords, qtbot: QtBot) -> None:
    saved.save_all([KAIDAN, MITOMERU])
    window.begin()
    window.show()
    area, shares = window.findChild(AreaChart), window.findChild(ShareChart)
    assert isinstance(area, AreaChart)
    assert isinstance(shares, ShareChart)
    qtbot.waitUntil(lambda: area.accessibleDescription() == "new: 2")
    assert shares.accessibleDescription() == "Hill: 75%, Harbour: 25%"
    saved.set_status([KAIDAN], Status.KNOWN)
    qtbot.waitUntil(lambda: area.accessibleDescription() == "known: 1, new: 1")
