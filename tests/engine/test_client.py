"""The engine as a process: it answers, refuses, survives its own death, and goes when it is told to."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader.engine.client import Engine
from reader.engine.packing import unpack
from reader.engine.protocol import (
    Align,
    Analyse,
    Answer,
    CountWords,
    DescribeKanji,
    Entries,
    ExportVocabulary,
    Failed,
    FetchEntries,
    FindSupport,
    Found,
    FoundFurther,
    KanjiPage,
    LookFurther,
    LookUp,
    PackedAnalysis,
    Priority,
    ReadFile,
    Refused,
    Supports,
    WordCounts,
)
from reader.model import Alignment, Article, Paragraph

_PATIENCE = 30.0
"""Seconds: far more than any answer takes, so that a slow machine fails no test."""


class Asker:
    """An engine whose answers can be waited for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.restarts: SimpleQueue[None] = SimpleQueue()
        self.progress: SimpleQueue[tuple[int, float]] = SimpleQueue()
        self._answers: SimpleQueue[tuple[int, Answer]] = SimpleQueue()
        engine.connect(
            lambda ticket, answer: self._answers.put((ticket, answer)),
            lambda: self.restarts.put(None),
            lambda ticket, done: self.progress.put((ticket, done)),
        )

    def next_answer(self) -> tuple[int, Answer]:
        return self._answers.get(timeout=_PATIENCE)

    def silent(self) -> bool:
        return self._answers.empty()


@pytest.fixture
def asker() -> Iterator[Asker]:
    asker = Asker(Engine())
    yield asker
    asker.engine.close()


def _speaking(script: str) -> Engine:
    """An engine that is a small script, with the wire protocol at hand."""
    head = (
        "import pickle, sys, os\n"
        "from reader.engine.protocol import *\n"
        "def receive(): return pickle.load(sys.stdin.buffer)\n"
        "def send(message): pickle.dump(message, sys.stdout.buffer); sys.stdout.buffer.flush()\n"
    )
    return Engine([sys.executable, "-c", head + script])


def test_it_answers_each_kind_of_question(asker: Asker, tmp_path: Path) -> None:
    text = tmp_path / "猫.txt"
    text.write_text("猫の話\n猫が窓辺で眠っている。\n", encoding="utf-8")
    expected = {
        asker.engine.ask(Analyse(Paragraph("猫が眠る。"))): PackedAnalysis,
        asker.engine.ask(CountWords((Paragraph("猫が眠る。"), Paragraph("猫だ。")))): WordCounts,
        asker.engine.ask(FetchEntries((1467640,))): Entries,
        asker.engine.ask(LookUp("眠った")): Found,
        asker.engine.ask(LookFurther("眠った", 0, 3)): FoundFurther,
        asker.engine.ask(DescribeKanji("猫")): KanjiPage,
        asker.engine.ask(FindSupport("猫が来た。", "A cat came.")): Supports,
        asker.engine.ask(Align("猫が2匹来た。", "Two cats came.")): Alignment,
        asker.engine.ask(ReadFile(text)): Article,
        asker.engine.ask(ReadFile(tmp_path / "no such file")): Refused,
        asker.engine.ask(ExportVocabulary(tmp_path / "v.sqlite", "csv", tmp_path / "out.csv")): Refused,
    }
    answers = dict(asker.next_answer() for _ in expected)
    assert {ticket: type(answer) for ticket, answer in answers.items()} == expected


def test_a_killed_engine_is_replaced_and_forgets_no_question(asker: Asker) -> None:
    tickets = {
        asker.engine.ask(Analyse(Paragraph("長い夜が明けて、町に朝が来た。" * 40)), Priority.REST)
        for _ in range(20)
    }
    first, _ = asker.next_answer()
    os.kill(asker.engine.process_id, signal.SIGKILL)
    answers = dict(asker.next_answer() for _ in range(len(tickets) - 1))
    assert set(answers) | {first} == tickets
    assert all(isinstance(answer, PackedAnalysis) for answer in answers.values())
    asker.restarts.get(timeout=_PATIENCE)


def test_a_question_that_kills_the_engine_fails_and_the_others_are_answered() -> None:
    asker = Asker(
        _speaking(
            "while True:\n"
            "    ask = receive()\n"
            "    send(Begun(ask.ticket))\n"
            "    if ask.question.text == 'poison': os._exit(9)\n"
            "    send(Reply(ask.ticket, Found(ask.question.text, (), {})))\n"
        )
    )
    good = asker.engine.ask(LookUp("水"))
    bad = asker.engine.ask(LookUp("poison"))
    later = asker.engine.ask(LookUp("茶"))
    answers = dict(asker.next_answer() for _ in range(3))
    asker.engine.close()
    assert answers[good] == Found("水", (), {})
    assert answers[later] == Found("茶", (), {})
    assert isinstance(answers[bad], Failed)


def test_an_engine_that_cannot_start_says_so_instead_of_trying_for_ever() -> None:
    asker = Asker(_speaking("sys.exit(3)"))
    ticket = asker.engine.ask(LookUp("水"))
    answered, answer = asker.next_answer()
    asker.engine.close()
    assert answered == ticket
    assert answer == Failed("The engine process ended with exit code 3.")


def test_a_cancelled_question_is_not_delivered(asker: Asker) -> None:
    cancelled = asker.engine.ask(Analyse(Paragraph("雨が降る。" * 200)), Priority.REST)
    asker.engine.cancel(cancelled)
    kept = asker.engine.ask(DescribeKanji("雨"))
    assert asker.next_answer()[0] == kept
    assert asker.silent()


_BOOK = Align("猫が眠る。犬が走る。\n" * 150, "A cat sleeps. A dog runs.\n" * 150)


def test_the_pointer_is_answered_while_a_book_is_aligned_and_the_book_can_be_cancelled(asker: Asker) -> None:
    book = asker.engine.ask(_BOOK, Priority.SCREEN)
    ticket, done = asker.progress.get(timeout=_PATIENCE)
    assert ticket == book
    assert 0 < done < 1
    pointed = asker.engine.ask(DescribeKanji("雨"))
    assert asker.next_answer()[0] == pointed
    asker.engine.cancel(book)
    later = asker.engine.ask(DescribeKanji("川"), Priority.REST)
    assert asker.next_answer()[0] == later
    assert asker.silent()


def test_the_pointer_is_answered_while_a_paragraph_is_analysed(asker: Asker) -> None:
    asker.engine.ask(DescribeKanji("雨"))
    asker.next_answer()  # it has started
    long = asker.engine.ask(Analyse(Paragraph("雨が降る。" * 10_000)), Priority.REST)
    pointed = asker.engine.ask(DescribeKanji("雨"))
    assert asker.next_answer()[0] == pointed
    asker.engine.cancel(long)
    later = asker.engine.ask(DescribeKanji("川"), Priority.REST)
    assert asker.next_answer()[0] == later
    assert asker.silent()


def test_closing_ends_the_process(asker: Asker) -> None:
    asker.engine.ask(DescribeKanji("川"))
    asker.next_answer()
    asker.engine.close()
    _until(lambda: not _alive(asker.engine.process_id))


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def test_a_long_analysis_arrives_whole(asker: Asker) -> None:
    sentence = "猫が窓辺で眠る。"
    for text in (sentence * 100, sentence):
        asker.engine.ask(Analyse(Paragraph(text)))
        _, answer = asker.next_answer()
        assert isinstance(answer, PackedAnalysis)
        analysis = unpack(answer.data)
        ends = [0, *(word.end for word in analysis.words)]
        assert "".join(
            text[end : word.start] + word.surface for end, word in zip(ends, analysis.words, strict=False)
        ) == text.removesuffix("。")
