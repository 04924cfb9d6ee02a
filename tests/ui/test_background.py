"""Work on the other thread."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.ui.background import BackgroundWorker


def test_the_function_runs_elsewhere_and_the_callback_here(qtbot: QtBot) -> None:
    worker = BackgroundWorker()
    threads: list[int] = []

    def work() -> str:
        threads.append(threading.get_ident())
        return "done"

    results: list[str] = []

    def then(result: str) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    worker.run(work, then, results.append)
    qtbot.waitUntil(lambda: results == ["done"])
    assert threads[0] != threads[1] == threading.get_ident()
    worker.close()


def test_a_sentence_for_the_user_and_a_bug_go_different_ways(qtbot: QtBot) -> None:
    worker = BackgroundWorker()
    sentences: list[str] = []

    def refuse() -> None:
        raise ReaderError("The disk is full.")

    def break_() -> None:
        raise ZeroDivisionError

    worker.run(refuse, lambda _result: None, sentences.append)
    with qtbot.waitSignal(worker.broke) as broke:
        worker.run(break_, lambda _result: None, sentences.append)
    assert sentences == ["The disk is full."]
    assert isinstance(broke.args[0], ZeroDivisionError)
    worker.close()


def test_closing_finishes_what_was_given(qtbot: QtBot) -> None:
    worker = BackgroundWorker()
    done: list[int] = []
    for number in range(5):
        worker.run(partial(done.append, number), lambda _result: None, pytest.fail)
    worker.close()
    assert done == [0, 1, 2, 3, 4]
