"""The engine process: reads questions from standard input, answers on standard output.

One thread reads, so that an urgent question can overtake those that wait; the main thread works. Files are
read and exports written on a thread of their own, so that a long export does not keep the pointer waiting.
"""

from __future__ import annotations

import heapq
import os
import pickle
import signal
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

from reader.engine.corrections import corrected
from reader.engine.packing import packed
from reader.engine.protocol import (
    Align,
    Analyse,
    Answer,
    Ask,
    Begun,
    Cancel,
    CountWords,
    DescribeKanji,
    EnglishText,
    Entries,
    Exported,
    ExportVocabulary,
    Failed,
    FetchEntries,
    FindSupport,
    FoundFurther,
    KanjiPage,
    LookFurther,
    LookUp,
    MatchWords,
    Priority,
    Progress,
    Question,
    ReadEnglish,
    ReadFile,
    ReadListedWords,
    ReadWordTables,
    Refused,
    Reply,
    Supports,
    WordCounts,
    WordMatches,
)
from reader.errors import ReaderError
from reader.vocabulary.coverage import count_words

if TYPE_CHECKING:
    from reader.engine.analysis import Analyser

_NICENESS = 5
_SWITCH_INTERVAL = 0.0005  # seconds until the thread that works lets the one that reads go on
_STEP_OF_PROGRESS = 0.01  # what is less is not worth a message
_DONE = object()  # what nothing else is


class Waiting:
    """The questions that wait, in the order in which they are to be answered. Safe for several threads."""

    def __init__(self) -> None:
        self._heap: list[tuple[Priority, int, Ask]] = []
        self._in_hand: set[int] = set()
        self._cancelled: set[int] = set()
        self._closed = False
        self._changed = threading.Condition()

    def put(self, ask: Ask) -> None:
        """Add a question. Tickets grow, so they tell old from new."""
        with self._changed:
            heapq.heappush(self._heap, (*_urgency(ask), ask))
            self._changed.notify()

    def cancel(self, ticket: int) -> None:
        """Forget a question if it still waits; one that was taken becomes ``is_cancelled``."""
        with self._changed:
            if ticket in self._in_hand or any(ask.ticket == ticket for _, _, ask in self._heap):
                self._cancelled.add(ticket)

    def is_cancelled(self, ticket: int) -> bool:
        """Whether a question that was taken is wanted no more, or nothing is because the window has gone."""
        with self._changed:
            return self._closed or ticket in self._cancelled

    def done(self, ticket: int) -> None:
        """A question that was taken has been dealt with."""
        with self._changed:
            self._in_hand.discard(ticket)
            self._cancelled.discard(ticket)

    def close(self) -> None:
        """No more questions will come, and those that wait are not worth answering."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def take(self) -> Ask | None:
        """The most urgent question, waiting for one if need be; None once closed."""
        with self._changed:
            while True:
                while not self._heap and not self._closed:
                    self._changed.wait()
                if self._closed:
                    return None
                if ask := self._pop():
                    return ask

    def is_empty(self) -> bool:
        """Whether there is time for other things: nothing waits, and something may yet be asked."""
        with self._changed:
            return not self._heap and not self._closed

    def take_before(self, ask: Ask) -> Ask | None:
        """A question that is more urgent than ``ask``, if one waits."""
        with self._changed:
            while self._heap and self._heap[0][:2] < _urgency(ask):
                if urgent := self._pop():
                    return urgent
            return None

    def _pop(self) -> Ask | None:
        _, _, ask = heapq.heappop(self._heap)
        if ask.ticket in self._cancelled:
            self._cancelled.remove(ask.ticket)
            return None
        self._in_hand.add(ask.ticket)
        return ask


def _urgency(ask: Ask) -> tuple[Priority, int]:
    """What is answered first sorts first."""
    return ask.priority, ask.ticket if ask.priority is Priority.REST else -ask.ticket


class CancelledError(Exception):
    """The question that is being answered is wanted no more."""


Report = Callable[[float], None]
"""Called now and then while a long question is answered, with how much is done (0 to 1)."""


Pause = Callable[[], None]
"""Called every few milliseconds, for what is more urgent."""


def answer(  # noqa: PLR0911 (one for each question)
    question: Question,
    analyser: Analyser,
    report: Report = lambda done: None,
    pause: Pause = lambda: None,
) -> Answer:
    """Answer one question that needs the language or the dictionary.

    Raises ReaderError, and what ``report`` and ``pause`` raise.
    """
    match question:
        case Analyse(paragraph, source, corrections):
            analysis = analyser.analyse(paragraph, source, pause)
            if corrections:
                analysis = corrected(analysis, paragraph.text, corrections, analyser)
            return packed(analysis)
        case CountWords(paragraphs):
            analyses = (analyser.analyse(paragraph, pause=pause) for paragraph in paragraphs)
            words = (word for analysis in analyses for word in analysis.words)
            return WordCounts(dict(count_words(words)))
        case FetchEntries(ids):
            return Entries(analyser.dictionary.entries(ids))
        case LookUp(text, around):
            return analyser.look_up(text, around)
        case LookFurther(text, start, end, listed):
            return FoundFurther(analyser.look_further(text, start, end, listed))
        case DescribeKanji(literal):
            return KanjiPage(analyser.dictionary.kanji(literal))
        case Align(japanese, english, fixed):
            return analyser.aligner.align(japanese, english, fixed, report)
        case MatchWords(words):
            from reader.engine.matching import match_words  # noqa: PLC0415  (seldom needed)

            return WordMatches(match_words(analyser, words))
        case FindSupport(japanese, english):
            return Supports(analyser.aligner.support(japanese, english))
        case _:
            raise TypeError(f"not a question for the analyser: {question!r}")


_JOBS = (ReadFile, ReadEnglish, ExportVocabulary, ReadWordTables, ReadListedWords)


def do_job(question: Question) -> Answer:
    """Answer a question that needs files only. Raises ReaderError."""
    match question:
        case ReadFile(path):
            from reader.articles.text_files import read_file  # noqa: PLC0415  (detecting encodings is slow to import)

            return read_file(path)
        case ReadEnglish(path):
            from reader.articles.text_files import read_english  # noqa: PLC0415

            return EnglishText(read_english(path))
        case ExportVocabulary():
            return _export(question)
        case ReadWordTables(source):
            from reader.engine.word_lists import samples  # noqa: PLC0415

            return samples(source)
        case ReadListedWords(source, table, word_column, reading_column):
            from reader.engine.word_lists import words_in  # noqa: PLC0415

            return words_in(source, table, word_column, reading_column)
        case _:
            raise TypeError(f"not a job: {question!r}")


def _export(question: ExportVocabulary) -> Exported:
    from reader.vocabulary.export import export  # noqa: PLC0415  (genanki is slow to import)
    from reader.vocabulary.store import Vocabulary  # noqa: PLC0415
    from reader.vocabulary.tables import COLUMNS  # noqa: PLC0415

    target, columns = question.target, question.columns or COLUMNS
    with closing(Vocabulary(question.database)) as vocabulary:
        number = export(
            vocabulary, question.format, target, question.selection, columns, recall=question.recall
        )
    return Exported(target, number)


def _attempt(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except CancelledError:
        raise
    except ReaderError as error:
        return Refused(str(error))
    except Exception:  # the window decides what becomes of our bugs; the engine goes on
        return Failed(traceback.format_exc())


def _start() -> Analyser | Refused | Failed:
    """The analyser, or the answer to every question where it cannot start (a package is damaged, say)."""
    try:
        from reader.engine.analysis import Analyser  # noqa: PLC0415  (jobs need not wait for it)

        return Analyser()
    except ReaderError as error:
        return Refused(str(error))
    except Exception:
        return Failed(traceback.format_exc())


def _read(requests: BinaryIO, waiting: Waiting, jobs: SimpleQueue[Ask | None]) -> None:
    """Sort incoming messages until the window closes the pipe."""
    try:
        while True:
            match pickle.load(requests):
                case Ask(question=question) as ask if isinstance(question, _JOBS):
                    jobs.put(ask)
                case Ask() as ask:
                    waiting.put(ask)
                case Cancel(ticket):
                    waiting.cancel(ticket)
    except EOFError:
        pass
    finally:
        waiting.close()
        jobs.put(None)


def _give_way() -> None:
    """Let the window go first from now on, where there are fewer processors than work."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_NICENESS)


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer what comes in on ``requests`` until it ends; an export once begun is finished."""
    sending = threading.Lock()
    waiting, jobs = Waiting(), SimpleQueue[Ask | None]()

    def send(message: Begun | Progress | Reply) -> None:
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        with sending, suppress(BrokenPipeError):  # the window has gone; its end of the pipe says so to _read
            replies.write(data)
            replies.flush()

    def do_jobs() -> None:
        while (ask := jobs.get()) is not None:
            send(Reply(ask.ticket, _attempt(partial(do_job, ask.question))))

    threading.Thread(target=_read, args=(requests, waiting, jobs), daemon=True).start()
    threading.Thread(target=do_jobs).start()
    analyser = _start()
    _give_way()

    def reply(ask: Ask) -> None:
        send(Begun(ask.ticket))
        try:
            if isinstance(analyser, Refused | Failed):
                send(Reply(ask.ticket, analyser))
            else:
                reported, paused = partial(report, ask, [0.0]), partial(pause, ask)
                found = _attempt(partial(answer, ask.question, analyser, reported, paused))
                send(Reply(ask.ticket, found))
        except CancelledError:
            pass
        finally:
            waiting.done(ask.ticket)

    def report(ask: Ask, reported: list[float], done: float) -> None:
        """Say how far a long question is."""
        pause(ask)
        if done - reported[0] >= _STEP_OF_PROGRESS:
            reported[0] = done
            send(Progress(ask.ticket, done))

    def pause(ask: Ask) -> None:
        """Put what is more urgent in between; give up what is wanted no more."""
        if waiting.is_cancelled(ask.ticket):
            raise CancelledError
        while (urgent := waiting.take_before(ask)) is not None:
            reply(urgent)
            send(Begun(ask.ticket))

    ahead: Iterator[None] = iter(())
    if not isinstance(analyser, Refused | Failed):
        ahead = analyser.read_ahead()
    while (ask := waiting.take()) is not None:
        reply(ask)
        with suppress(sqlite3.Error):  # what cannot be read now is told to who asks for it
            while waiting.is_empty() and next(ahead, _DONE) is not _DONE:
                pass


def main() -> None:
    """Serve on standard input and output; whatever else prints to standard output goes to standard error."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, replies)
