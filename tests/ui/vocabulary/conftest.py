"""A vocabulary on disk as the window sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.paths import Paths
from reader.ui.background import BackgroundWorker
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import SavedWord
from reader.vocabulary.store import Vocabulary


@pytest.fixture
def saved(qtbot: QtBot, paths: Paths) -> Iterator[SavedWords]:
    """An empty vocabulary; what cannot be read or written fails the test."""
    worker = BackgroundWorker()
    saved = SavedWords(paths.vocabulary, worker)
    saved.refused.connect(pytest.fail)
    yield saved
    saved.close()
    worker.close()


@pytest.fixture
def stored(paths: Paths) -> Callable[[WordKey], SavedWord | None]:
    """How a word stands on disk."""

    def read(key: WordKey) -> SavedWord | None:
        with closing(Vocabulary(paths.vocabulary)) as vocabulary:
            return vocabulary.get(key)

    return read
