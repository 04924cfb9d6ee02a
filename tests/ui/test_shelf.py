"""The shelf when the file behind it is not what it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.engine.client import Engine
from reader.model import Place
from reader.paths import Paths
from reader.ui.background import BackgroundWorker
from reader.ui.engine_bridge import EngineBridge
from reader.ui.shelf import Shelf


@pytest.fixture
def worker() -> Iterator[BackgroundWorker]:
    worker = BackgroundWorker()
    yield worker
    worker.close()


def test_a_damaged_list_of_articles_is_set_aside_and_reading_begins(
    qtbot: QtBot, paths: Paths, worker: BackgroundWorker
) -> None:
    paths.library.parent.mkdir(parents=True)
    paths.library.write_bytes(b"no list of articles " * 1000)
    engine = Engine()
    shelf = Shelf(paths.library, EngineBridge(engine), worker)
    told: list[str] = []
    shelf.refused.connect(told.append)
    with qtbot.waitSignal(shelf.opened):
        shelf.open_last()
    assert told
    assert "library.sqlite was damaged; it is kept as library.damaged-" in told[0]
    assert list(paths.library.parent.glob("library.damaged-*"))
    shelf.close(Place())
    engine.close()
