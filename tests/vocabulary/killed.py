"""Kills a process that changes a vocabulary at random system calls, and looks what is left.

    python -m tests.vocabulary.killed FOLDER KILLS SEED

Of the kills, one in six is in a migration. Prints what was lost, and returns 1 if anything was. Linux only:
the process is stopped at each of its system calls by ptrace. The parent has no other threads, so that it may
fork.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.model import WordKey
from reader.vocabulary.json_file import Contents
from reader.vocabulary.model import Correction, CorrectionTarget, Review, ReviewCard, Scope, Status
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, met

_TRACE_ME, _NEXT_SYSCALL = 0, 24  # of sys/ptrace.h
_SCHEMA = Path(__file__).with_name("schemas") / "0001.sql"
_WHEN = "2026-01-01T00:00:00+00:00"

State = tuple[object, ...]
_IMPORTED = [
    KAIDAN._replace(key=WordKey(n, f"語{n}", "ご"), added=_WHEN, note="長い" * 50) for n in range(1, 41)
]

ACTIONS: list[Callable[[Vocabulary], object]] = [
    lambda v: v.save(KAIDAN._replace(added=_WHEN)),
    lambda v: v.save(MITOMERU._replace(added=_WHEN)),
    lambda v: v.save(KAIDAN._replace(encounters=(met("会談は続く。", "会談"),))),
    lambda v: v.edit_note(KAIDAN.key, "a note"),
    lambda v: v.save_all(_IMPORTED),
    lambda v: v.set_status([*_IMPORTED[:10], TEN_THOUSANDS._replace(added=_WHEN)], Status.KNOWN),
    lambda v: v.tag([word.key for word in _IMPORTED], add=["imported"]),
    lambda v: v.review(
        Review(KAIDAN.key, 3, _WHEN), ReviewCard(1, 0, 1.0, 2.0, _WHEN, _WHEN), Status.LEARNING
    ),
    lambda v: v.correct(Correction(CorrectionTarget("今日", Scope.EVERYWHERE), reading="きょう")),
    lambda v: v.delete([word.key for word in _IMPORTED[5:25]]),
    lambda v: v.undo(),
    lambda v: v.merge(Contents(tuple(word._replace(tags=("merged",)) for word in _IMPORTED[:20]))),
    lambda v: v.back_up(),
    lambda v: v.edit_note(MITOMERU.key, "another note"),
]


def state_of(vocabulary: Vocabulary) -> State:
    """All that must not be lost, but for the times at which it changed."""
    history = tuple((change.key, change.status) for change in vocabulary.history())
    return (vocabulary.words(), vocabulary.corrections(), vocabulary.reviews(), history)


def main() -> int:
    """Kill, look, tell."""
    folder, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(sys.argv[3])
    states = _states(folder / "whole.sqlite")
    old = folder / "old.sqlite"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    migrated = [_words_of_the_first_version(old)] * 2
    lost = 0
    lengths = {True: 0, False: 0}  # of a whole run, in stops
    for number in range(kills):
        migrating = number % 6 == 0
        path = folder / str(number) / "vocabulary.sqlite"
        path.parent.mkdir()
        if migrating:
            shutil.copyfile(old, path)
        actions: list[Callable[[Vocabulary], object]] = [] if migrating else ACTIONS
        if not lengths[migrating]:  # the first run is not killed: it tells how long one is
            _confirmed, lengths[migrating] = _run(path, actions, sys.maxsize)
        else:
            stop = chance.randrange(lengths[migrating])
            confirmed, _ = _run(path, actions, stop)
            complaint = _complaint(path, migrated if migrating else states, confirmed)
            if complaint:
                lost += 1
                print(f"killed at stop {stop} of {lengths[migrating]}, {confirmed} confirmed: {complaint}")
        shutil.rmtree(path.parent)
    print(f"{kills} runs of {lengths[False]} stops, {lengths[True]} where it migrates; {lost} with a loss")
    return 1 if lost else 0


def _states(path: Path) -> list[State]:
    """What there must be after each of the actions."""
    with closing(Vocabulary(path)) as vocabulary:
        states = [state_of(vocabulary)]
        for action in ACTIONS:
            action(vocabulary)
            states.append(state_of(vocabulary))
    return states


def _words_of_the_first_version(old: Path) -> State:
    copy = old.with_name("migrated.sqlite")
    shutil.copyfile(old, copy)
    with closing(Vocabulary(copy)) as vocabulary:
        return state_of(vocabulary)


def _complaint(path: Path, states: list[State], confirmed: int) -> str:
    """What is wrong with the file of one that was killed after so many actions were confirmed."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)]:
            return str(found)
    with closing(Vocabulary(path)) as vocabulary:
        state = state_of(vocabulary)
    if state == states[confirmed] or (confirmed + 1 < len(states) and state == states[confirmed + 1]):
        return ""
    return f"{len(state[0])} words"  # type: ignore[arg-type]


def _run(path: Path, actions: list[Callable[[Vocabulary], object]], stops: int) -> tuple[int, int]:
    """Open the vocabulary and do the actions in a process of its own, killed at one of its stops.

    Returns how many actions were confirmed, and the number of stops.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _change(path, actions, writing)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    stopped = 0
    while os.WIFSTOPPED(status) and stopped < stops:
        received = os.WSTOPSIG(status)
        if _ptrace(_NEXT_SYSCALL, child, 0 if received in (signal.SIGTRAP, signal.SIGSTOP) else received):
            sys.exit("ptrace does not work here")
        _, status = os.waitpid(child, 0)
        stopped += 1
    if os.WIFSTOPPED(status):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as confirmations:
        return len(confirmations.read()), stopped


def _change(path: Path, actions: list[Callable[[Vocabulary], object]], confirmations: int) -> None:
    _ptrace(_TRACE_ME, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    vocabulary = Vocabulary(path)
    for action in actions:
        action(vocabulary)
        os.write(confirmations, b".")
    os._exit(0)


def _ptrace(request: int, pid: int, data: int) -> int:
    return int(_LIBC.ptrace(request, pid, None, ctypes.c_void_p(data)))


_LIBC = ctypes.CDLL(None, use_errno=True)

if __name__ == "__main__":
    sys.exit(main())
