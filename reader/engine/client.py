"""The window's end of the engine process: starts it, asks, delivers answers, starts it again if it dies."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue

from reader.engine.protocol import (
    Answer,
    Ask,
    Begun,
    Cancel,
    Failed,
    Priority,
    Progress,
    Question,
    Reply,
)

_COMMAND = (sys.executable, "-m", "reader.engine")

_DEATHS_BEFORE_ANY_ANSWER = 3
"""An engine that dies this often in a row without answering anything is not started again by itself."""


@dataclass(slots=True)
class _Pending:
    """A question without an answer. ``deaths`` counts the engines that died while working on it."""

    ask: Ask
    deaths: int = 0


class Engine:
    """One engine process and the questions that wait for it. Needs no Qt, and is safe for several threads.

    A question that kills the process is asked once more, and then answered with ``Failed``.
    """

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        """Start the process with ``command``. Nothing may be asked before ``connect``."""
        self._command = command
        self._deliver: Callable[[int, Answer], None]
        self._restarted: Callable[[], None]
        self._progress: Callable[[int, float], None]
        self._tickets = count(1)
        self._lock = threading.Lock()
        self._pending: dict[int, _Pending] = {}
        self._begun: int | None = None
        self._closed = False
        self._fruitless_deaths = 0
        self._outbox: SimpleQueue[Ask | Cancel | None]
        self._process: subprocess.Popen[bytes]
        self._start()

    def connect(
        self,
        deliver: Callable[[int, Answer], None],
        restarted: Callable[[], None] = lambda: None,
        progress: Callable[[int, float], None] = lambda ticket, done: None,
    ) -> None:
        """Say who gets the answers: ``deliver(ticket, answer)``, once a question, unless cancelled.

        It is called on a thread of the engine's: hand the answer over to your own thread there and return.
        So is ``restarted()``, each time that the process died and a new one took its place, and
        ``progress(ticket, done)``, now and then while a long question is answered (0 to 1 done).
        """
        self._deliver, self._restarted, self._progress = deliver, restarted, progress

    def ask(self, question: Question, priority: Priority = Priority.POINTER) -> int:
        """Send a question; returns its ticket at once. The answer comes through ``deliver``."""
        ask = Ask(next(self._tickets), priority, question)
        with self._lock:
            self._pending[ask.ticket] = _Pending(ask)
            if self._process.poll() is not None and self._fruitless_deaths >= _DEATHS_BEFORE_ANY_ANSWER:
                self._fruitless_deaths -= 1  # it was given up; a new question is worth one more try
                self._start()
            self._outbox.put(ask)
        return ask.ticket

    def cancel(self, ticket: int) -> None:
        """Forget a question: no answer will be delivered, and no work is begun on it, or soon given up."""
        with self._lock:
            if self._pending.pop(ticket, None) is not None:
                self._outbox.put(Cancel(ticket))

    def close(self) -> None:
        """End the process. It finishes an export that it has begun; nothing is delivered any more."""
        with self._lock:
            self._closed = True
            self._pending.clear()
            self._outbox.put(None)

    @property
    def process_id(self) -> int:
        """The process that answers at present."""
        return self._process.pid

    def _start(self) -> None:
        self._begun = None
        self._outbox = SimpleQueue()
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=_write, args=(self._process, self._outbox), daemon=True).start()
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        with suppress(EOFError, pickle.UnpicklingError):  # the latter: it died inside a message
            while True:
                match pickle.load(process.stdout):
                    case Begun(ticket):
                        self._begun = ticket
                    case Progress(ticket, done):
                        with self._lock:
                            wanted = ticket in self._pending
                        if wanted:
                            self._progress(ticket, done)
                    case Reply(ticket, answer):
                        self._fruitless_deaths = 0
                        with self._lock:
                            wanted = self._pending.pop(ticket, None) is not None
                        if wanted:
                            self._deliver(ticket, answer)
        process.wait()
        self._died(process.returncode)

    def _died(self, code: int) -> None:
        """Start anew and ask again what was not answered, unless closed or too short-lived."""
        abandoned: list[int] = []
        with self._lock:
            if self._closed:
                return
            self._outbox.put(None)
            self._fruitless_deaths += 1
            guilty = self._pending.get(self._begun or 0)
            if guilty is not None:
                guilty.deaths += 1
                if guilty.deaths > 1:
                    abandoned.append(guilty.ask.ticket)
            given_up = self._fruitless_deaths >= _DEATHS_BEFORE_ANY_ANSWER
            if given_up:
                abandoned = list(self._pending)
            for ticket in abandoned:
                del self._pending[ticket]
            if not given_up:
                self._start()
                for pending in self._pending.values():
                    self._outbox.put(pending.ask)
        for ticket in abandoned:
            self._deliver(ticket, Failed(f"The engine process ended with exit code {code}."))
        if not given_up:
            self._restarted()


def _write(process: subprocess.Popen[bytes], outbox: SimpleQueue[Ask | Cancel | None]) -> None:
    """Send what is put into the outbox until None; on a thread, since a full pipe makes a writer wait."""
    assert process.stdin is not None
    with suppress(BrokenPipeError, OSError):  # it died; whoever listens to it deals with that
        while (message := outbox.get()) is not None:
            pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
    with suppress(OSError):
        process.stdin.close()
