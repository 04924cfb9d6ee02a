"""One engine process for all tests of the window, and windows on empty data folders."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.engine.client import Engine
from reader.model import WordAt
from reader.paths import Paths
from reader.settings import load_settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.main_window import MainWindow
from reader.ui.page.reading_view import ReadingView

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="module", autouse=True)
def collected_here() -> Iterator[None]:
    """Cycles that hold widgets are collected on this thread, as in the program: see ``spare_the_window``."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def engine_process() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


@pytest.fixture
def engine(qapp: QApplication, engine_process: Engine) -> EngineBridge:
    return EngineBridge(engine_process)


@pytest.fixture
def open_window(qtbot: QtBot, paths: Paths, engine: EngineBridge) -> Iterator[OpenWindow]:
    """Opens windows on the same data folder, one after the other, and closes what is left open."""
    windows: list[MainWindow] = []

    def open_(file: Path | None = None) -> MainWindow:
        settings, _complaint = load_settings(paths.settings)
        window = MainWindow(paths, settings, engine, file)
        windows.append(window)
        if not settings.window_geometry:
            window.resize(1360, 860)  # wider than the screen that tests have
        with qtbot.waitSignal(window.furnished):
            window.show()
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def find_word(view: ReadingView, surface: str) -> WordAt | None:
    """The first word of the article that is written so, once it is analysed."""
    for paragraph in range(20):
        analysis = view.analysis(paragraph)
        for word in analysis.words if analysis else ():
            if word.surface == surface:
                return WordAt(paragraph, word)
    return None
