"""Long work on the UI thread, done in slices between which the window stays alive."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError

_SLICE = 0.006  # seconds


class SlicedWork(QObject):
    """Runs a generator to its end, a few milliseconds at a time.

    Signals: ``progressed(float)`` what the generator yields, how much is done (0 to 1); ``finished(result)``
    with what it returns; ``failed(sentence)`` where it raises a ReaderError.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Generator[float, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._run_slice)
        self._timer.start()

    def cancel(self) -> None:
        """Leave the rest undone; no signal follows."""
        self._timer.stop()
        self._work.close()

    def _run_slice(self) -> None:
        end = time.perf_counter() + _SLICE
        done = 0.0
        try:
            while time.perf_counter() < end:
                done = next(self._work)
        except StopIteration as stop:
            result = stop.value
            self._end(lambda: self.finished.emit(result))
        except ReaderError as error:
            sentence = str(error)
            self._end(lambda: self.failed.emit(sentence))
        except BaseException:
            self._timer.stop()
            raise
        else:
            self.progressed.emit(done)

    def _end(self, tell: Callable[[], None]) -> None:
        self._timer.stop()
        tell()
