"""Which paragraphs are analysed, in which order; the engine is one that only writes down what it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from reader.engine.packing import packed
from reader.engine.protocol import Analyse, FetchEntries, Priority, Question, Refused
from reader.model import (
    Analysis,
    Article,
    EntryKind,
    EntryRef,
    Paragraph,
    PartOfSpeech,
    Place,
    ReadingSource,
    Word,
)
from reader.ui.engine_bridge import EngineBridge
from reader.ui.page.analyses import Analyses
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.reading_session import ReadingSession
from reader.vocabulary.model import Correction, CorrectionTarget, Scope


class Notebook:
    """Takes the questions; the test answers them."""

    def __init__(self) -> None:
        self.waiting: dict[int, tuple[Question, Priority, Callable[[Any], None]]] = {}
        self.number = 0

    def ask(self, question: Question, then: Callable[[Any], None], priority: Priority) -> int:
        self.number += 1
        self.waiting[self.number] = question, priority, then
        return self.number

    def cancel(self, ticket: int) -> None:
        self.waiting.pop(ticket, None)

    def asked(self, priority: Priority) -> list[str]:
        """The texts that wait with this priority, oldest first."""
        return [
            question.paragraph.text
            for question, of, _then in self.waiting.values()
            if isinstance(question, Analyse) and of is priority
        ]

    def answer(self, text: str, answer: Analysis | Refused) -> None:
        for ticket, (question, _priority, then) in list(self.waiting.items()):
            if isinstance(question, Analyse) and question.paragraph.text == text:
                del self.waiting[ticket]
                then(packed(answer) if isinstance(answer, Analysis) else answer)
                return
        raise AssertionError(f"{text} was not asked for")


WORD = Word(
    0,
    1,
    surface="猫",
    base="猫",
    base_reading="ねこ",
    reading="ねこ",
    pos=PartOfSpeech.NOUN,
    entries=(EntryRef(7, EntryKind.WORD, 0, 1, "猫", "ねこ"),),
)
PARTICLE = Word(1, 2, "は", "は", "は", "は", PartOfSpeech.PARTICLE)
CAT = Analysis((WORD, PARTICLE), ((0, 2),))


@pytest.fixture
def engine() -> Notebook:
    return Notebook()


@pytest.fixture
def session(qtbot: QtBot, engine: Notebook) -> ReadingSession:
    bridge = cast(EngineBridge, engine)
    analyses = Analyses()
    session = ReadingSession(bridge, EntryCache(bridge), analyses.get)
    session.analysed.connect(analyses.put)
    return session


def article(*texts: str) -> Article:
    return Article("", tuple(Paragraph(text) for text in texts))


def test_what_is_on_screen_comes_first_and_from_the_top(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b", "c", "d", "e", "f", "g"))
    session.set_visible(2, 3)
    # among questions of this priority the engine answers the newest first
    assert engine.asked(Priority.SCREEN) == ["d", "c"]
    assert engine.asked(Priority.REST) == ["a", "b", "e"]


def test_the_rest_follows_a_few_at_a_time(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b", "c", "d", "e"))
    session.set_visible(0, 0)
    engine.answer("b", CAT)
    assert engine.asked(Priority.REST) == ["c", "d", "e"]


def test_a_paragraph_that_comes_into_sight_overtakes(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b", "c", "d", "e", "f"))
    session.set_visible(0, 0)
    session.set_visible(3, 4)
    assert engine.asked(Priority.SCREEN) == ["e", "d"]
    assert "d" not in engine.asked(Priority.REST)


def test_a_paragraph_that_leaves_the_screen_unanswered_is_not_forgotten(
    engine: Notebook, session: ReadingSession
) -> None:
    session.open(article("a", "b", "c"))
    session.set_visible(0, 2)
    session.set_visible(0, 1)
    assert engine.asked(Priority.SCREEN) == ["b", "a"]
    assert engine.asked(Priority.REST) == ["c"]


def test_another_article_drops_what_was_asked(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b"))
    session.set_visible(0, 1)
    session.open(article("c"))
    session.set_visible(0, 0)
    assert engine.asked(Priority.SCREEN) == ["c"]
    assert engine.asked(Priority.REST) == []


def test_other_readings_are_asked_for_at_once(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b"))
    session.set_visible(0, 0)
    engine.answer("a", CAT)
    session.read_from(ReadingSource.PYKAKASI)
    (question,) = [
        q
        for q, priority, _ in engine.waiting.values()
        if priority is Priority.SCREEN and isinstance(q, Analyse)
    ]
    assert (question.paragraph.text, question.source) == ("a", ReadingSource.PYKAKASI)


def test_of_a_long_article_only_what_is_near_is_analysed(engine: Notebook, session: ReadingSession) -> None:
    texts = [f"{number:04}".ljust(1000, "あ") for number in range(1000)]
    session.open(article(*texts))
    session.set_visible(500, 501)
    seen: set[str] = set()
    while waiting := [*engine.asked(Priority.SCREEN), *engine.asked(Priority.REST)]:
        seen.add(waiting[0][:4])
        engine.answer(waiting[0], Analysis((), ()))
    numbers = sorted(int(text) for text in seen)
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert 440 <= numbers[0] <= 460
    assert 540 <= numbers[-1] <= 560


def test_words_are_counted_without_particles(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b"))
    session.set_visible(0, 1)
    engine.answer("a", CAT)
    engine.answer("b", CAT)
    assert session.counts() == {WORD.key: 2}


def test_a_word_that_is_read_otherwise_is_counted_once(engine: Notebook, session: ReadingSession) -> None:
    session.open(Article("", (Paragraph("猫は"),)))
    session.set_visible(0, 0)
    engine.answer("猫は", CAT)
    other = WORD._replace(entries=(), base_reading="びょう", reading="びょう")
    session.analysed.emit(0, Analysis((other, PARTICLE), CAT.sentences))  # as the page has it at once
    session.count_as(0, [WORD], [other])
    assert session.counts() == {other.key: 1}
    target = CorrectionTarget("猫", Scope.PLACE, "id", Place(0, 0))
    session.set_corrections([Correction(target, "びょう")])
    assert session.counts() == {}
    session.count_as(0, [other], [WORD])  # all of it is on its way
    assert session.counts() == {}
    engine.answer("猫は", Analysis((other, PARTICLE), CAT.sentences))
    assert session.counts() == {other.key: 1}


def test_counting_is_over_when_every_paragraph_is_analysed(engine: Notebook, session: ReadingSession) -> None:
    session.open(Article("", (Paragraph("猫は"), Paragraph("猫"))))
    session.set_visible(0, 0)
    engine.answer("猫は", CAT)
    assert not session.is_complete
    engine.answer("猫", Analysis((WORD,), ((0, 1),)))
    assert session.is_complete


def test_entries_of_what_is_on_screen_are_fetched_ahead_and_once(
    engine: Notebook, session: ReadingSession
) -> None:
    session.open(article("a", "b", "c"))
    session.set_visible(0, 1)
    for text in "abc":
        engine.answer(text, CAT)
    fetched = [question for question, _, _ in engine.waiting.values() if isinstance(question, FetchEntries)]
    assert fetched == [FetchEntries((7,))]


def test_a_refusal_is_passed_on(engine: Notebook, session: ReadingSession, qtbot: QtBot) -> None:
    session.open(article("a"))
    session.set_visible(0, 0)
    with qtbot.waitSignal(session.refused) as refused:
        engine.answer("a", Refused("No dictionary."))
    assert refused.args == ["No dictionary."]


def test_progress_is_reckoned_in_characters(engine: Notebook, session: ReadingSession) -> None:
    assert session.progress_ahead() is None
    session.open(article("a", "bbb", "cccc"))
    session.set_visible(0, 0)
    assert session.progress_ahead() == 0
    engine.answer("a", CAT)
    engine.answer("bbb", CAT)
    assert session.progress_ahead() == 0.5
    engine.answer("cccc", CAT)
    assert session.progress_ahead() is None


def test_stopped_only_what_comes_on_screen_is_analysed(engine: Notebook, session: ReadingSession) -> None:
    session.open(article("a", "b", "c", "d", "e", "f"))
    session.set_visible(0, 0)
    session.stop()
    assert session.progress_ahead() is None
    assert engine.asked(Priority.REST) == []
    engine.answer("a", CAT)
    session.set_visible(3, 3)
    assert engine.asked(Priority.SCREEN) == ["d"]
    assert engine.asked(Priority.REST) == []
    session.analyse_all()
    assert engine.asked(Priority.REST) == ["b", "c", "e"]
    session.stop()
    session.open(article("g", "h"))
    session.set_visible(0, 0)
    assert engine.asked(Priority.REST) == ["h"]
