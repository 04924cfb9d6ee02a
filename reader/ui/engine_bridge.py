"""The engine as the widgets see it: ask with a callback, get the answer on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from reader.engine.client import Engine
from reader.engine.protocol import Answer, Failed, Priority, Question

Then = Callable[[Any], None]
"""Takes the answer to the question that was asked, or ``Refused``."""

Meanwhile = Callable[[float], None]
"""Takes how much of a long question is done, 0 to 1."""


class EngineBridge(QObject):
    """Hands questions to the engine process and its answers to callbacks on the UI thread.

    Signals: ``restarted()`` when the process died and a new one took its place (what was asked is asked again
    by itself), ``failed(details)`` when a question met a bug of ours, instead of an answer.
    """

    restarted = Signal()
    failed = Signal(str)
    _delivered = Signal(int, object)
    _progressed = Signal(int, float)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._waiting: dict[int, Then] = {}
        self._meanwhile: dict[int, Meanwhile] = {}
        self._delivered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        engine.connect(self._delivered.emit, self.restarted.emit, self._progressed.emit)

    def ask(
        self,
        question: Question,
        then: Then,
        priority: Priority = Priority.POINTER,
        meanwhile: Meanwhile | None = None,
    ) -> int:
        """Ask; ``then`` gets the answer (or ``Refused``) on the UI thread. Returns a ticket.

        Of questions that take long, ``meanwhile`` hears how much is done.
        """
        ticket = self._engine.ask(question, priority)
        self._waiting[ticket] = then
        if meanwhile:
            self._meanwhile[ticket] = meanwhile
        return ticket

    def cancel(self, ticket: int) -> None:
        """Forget a question; its callback will not be called."""
        self._meanwhile.pop(ticket, None)
        if self._waiting.pop(ticket, None) is not None:
            self._engine.cancel(ticket)

    def close(self) -> None:
        """End the engine process."""
        self._waiting.clear()
        self._meanwhile.clear()
        self._engine.close()

    def _hand_over(self, ticket: int, answer: Answer) -> None:
        self._meanwhile.pop(ticket, None)
        then = self._waiting.pop(ticket, None)
        if then is None:
            return
        if isinstance(answer, Failed):
            self.failed.emit(answer.details)
        else:
            then(answer)

    def _tell_progress(self, ticket: int, done: float) -> None:
        if meanwhile := self._meanwhile.get(ticket):
            meanwhile(done)
