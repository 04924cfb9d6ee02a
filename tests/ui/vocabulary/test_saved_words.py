"""The vocabulary as the window has it, when the file is not what it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.backups import backups_of
from reader.errors import DamagedError
from reader.model import WordKey
from reader.paths import Paths
from reader.ui.background import BackgroundWorker
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import SavedWord
from reader.vocabulary.store import Vocabulary

FISH = SavedWord(WordKey(1, "魚", "さかな"), "noun", "fish")
CAT = SavedWord(WordKey(2, "猫", "ねこ"), "noun", "cat")


@pytest.fixture
def worker() -> Iterator[BackgroundWorker]:
    worker = BackgroundWorker()
    yield worker
    worker.close()


def test_a_file_that_is_damaged_from_the_start_is_set_aside(
    qtbot: QtBot, paths: Paths, worker: BackgroundWorker
) -> None:
    paths.vocabulary.parent.mkdir(parents=True)
    paths.vocabulary.write_bytes(b"no vocabulary " * 1000)
    saved = SavedWords(paths.vocabulary, worker)
    with qtbot.waitSignal(saved.recovered) as told:
        saved.load()
    assert "was damaged; it is kept as vocabulary.damaged-" in told.args[0].told
    saved.save(FISH)
    qtbot.waitUntil(lambda: saved.get(FISH.key) is not None)
    saved.close()


def test_a_file_that_is_damaged_while_it_is_open_is_recovered_and_the_change_made(
    qtbot: QtBot, paths: Paths, worker: BackgroundWorker
) -> None:
    saved = SavedWords(paths.vocabulary, worker)
    saved.save(FISH)
    qtbot.waitUntil(lambda: saved.get(FISH.key) is not None)

    def broken(vocabulary: Vocabulary) -> tuple[SavedWord, ...]:
        if not list(paths.vocabulary.parent.glob("*damaged*")):
            raise DamagedError("The file is damaged.")
        return (vocabulary.save(CAT),)

    with qtbot.waitSignal(saved.recovered) as told:
        saved.change(broken, "Saved")
    assert "was damaged" in told.args[0].told
    assert "(words: 1)" in told.args[0].told
    qtbot.waitUntil(lambda: set(saved.statuses()) == {FISH.key, CAT.key})
    saved.close()


def test_a_file_that_is_found_damaged_while_counting_is_recovered_and_that_is_told(
    qtbot: QtBot, paths: Paths, worker: BackgroundWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = SavedWords(paths.vocabulary, worker)
    saved.save(FISH)
    qtbot.waitUntil(lambda: saved.get(FISH.key) is not None)
    count = Vocabulary.add_looked_up

    def broken(vocabulary: Vocabulary, key: WordKey) -> None:
        monkeypatch.setattr(Vocabulary, "add_looked_up", count)
        raise DamagedError("The file is damaged.")

    monkeypatch.setattr(Vocabulary, "add_looked_up", broken)
    with qtbot.waitSignal(saved.recovered):
        saved.count_looked_up(FISH.key)
    words: list[SavedWord | None] = []
    saved.fetch(lambda vocabulary: vocabulary.get(FISH.key), words.append)
    qtbot.waitUntil(lambda: bool(words))
    assert words[0] is not None and words[0].looked_up == 1
    saved.close()


def test_loading_makes_the_days_backup(qtbot: QtBot, paths: Paths, worker: BackgroundWorker) -> None:
    saved = SavedWords(paths.vocabulary, worker)
    saved.load()
    qtbot.waitUntil(lambda: len(backups_of(paths.vocabulary)) == 1)
    saved.close()
