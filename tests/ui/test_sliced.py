"""Long work in slices."""

from collections.abc import Generator

from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.ui.sliced import SlicedWork


def test_it_comes_to_its_end_and_says_how_far_it_is(qtbot: QtBot) -> None:
    def work() -> Generator[float, None, None]:
        for number in range(1, 5001):
            yield number / 5000

    parts: list[float] = []
    sliced = SlicedWork(work())
    sliced.progressed.connect(parts.append)
    with qtbot.waitSignal(sliced.finished) as finished:
        pass
    assert finished.args == [None]
    assert parts == sorted(parts)


def test_an_error_is_told(qtbot: QtBot) -> None:
    def work() -> Generator[float, None, None]:
        yield 0.5
        raise ReaderError("The disk is full.")

    sliced = SlicedWork(work())
    with qtbot.waitSignal(sliced.failed) as failed:
        pass
    assert failed.args == ["The disk is full."]


def test_when_cancelled_it_cleans_up_and_says_nothing(qtbot: QtBot) -> None:
    cleaned: list[bool] = []

    def work() -> Generator[float, None, None]:
        try:
            while True:
                yield 0.0
        finally:
            cleaned.append(True)

    sliced = SlicedWork(work())
    with qtbot.waitSignal(sliced.progressed):
        pass
    with qtbot.assertNotEmitted(sliced.finished, wait=30):
        sliced.cancel()
    assert cleaned == [True]
