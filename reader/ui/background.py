"""Work that waits for the disk, done off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import ReaderError

Result = TypeVar("Result")


class BackgroundWorker(QObject):
    """One thread that does what it is given in order; the callbacks run on the UI thread.

    Signals: ``broke(error)`` when a function raised what is not a ``ReaderError``, that is, a bug of ours.
    """

    broke = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[str], None],
    ) -> None:
        """Call ``function`` on the thread, then ``then`` with its result or ``failed`` with a
        ReaderError's sentence."""
        future = self._threads.submit(function)
        future.add_done_callback(lambda done: self._finished.emit(done, then, failed))

    def close(self) -> None:
        """Finish what was given; no callback runs any more."""
        self._finished.disconnect(self._hand_over)
        self._threads.shutdown(wait=True)

    def _hand_over(
        self, done: Future[Any], then: Callable[[Any], None], failed: Callable[[str], None]
    ) -> None:
        error = done.exception()
        if error is None:
            then(done.result())
        elif isinstance(error, ReaderError):
            failed(str(error))
        else:
            self.broke.emit(error)
