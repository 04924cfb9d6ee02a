"""Work that waits for the disk, done off the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import ReaderError

Result = TypeVar("Result")
_Task = tuple[Callable[[], Any], Callable[[Any], None], Callable[[str], None]]


class BackgroundWorker(QObject):
    """One thread that does what it is given in order; the callbacks run on the UI thread.

    With ``waits_at_close`` (for what is written) closing waits for all that was given, else for nothing (what
    another program may never answer).

    Signals: ``broke(error)`` when a function raised what is not a ``ReaderError``, that is, a bug of ours.
    """

    broke = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, waits_at_close: bool = True) -> None:
        super().__init__(parent)
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        # Not concurrent.futures, whose import costs more of the start than these lines.
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._waits_at_close = waits_at_close
        self._thread = threading.Thread(target=self._work, name="background", daemon=not waits_at_close)
        self._thread.start()

    def run(
        self,
        function: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[str], None],
    ) -> None:
        """Call ``function`` on the thread, then ``then`` with its result or ``failed`` with a
        ReaderError's sentence."""
        self._tasks.put((function, then, failed))

    def close(self) -> None:
        """Finish what was given, or leave it; no callback runs any more."""
        self._finished.disconnect(self._hand_over)
        self._tasks.put(None)
        if self._waits_at_close:
            self._thread.join()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            function, then, failed = task
            try:
                result = function()
            except ReaderError as error:
                self._finished.emit(failed, str(error))
            except Exception as error:  # whoever listens to ``broke`` reports it
                self._finished.emit(self.broke.emit, error)
            else:
                self._finished.emit(then, result)

    def _hand_over(self, callback: Callable[[Any], None], value: object) -> None:
        callback(value)
