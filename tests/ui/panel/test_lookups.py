"""When the panel has what it shows; the engine is one that only writes down what it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from reader.engine.protocol import FoundFurther, LookFurther, Priority, Question
from reader.model import EntryKind, EntryRef, PartOfSpeech, Word
from reader.settings import Theme as ThemeChoice
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.gloss_pages import WordPage
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.panel.lookups import Lookups
from reader.ui.theme import Theme
from reader.vocabulary.model import Encounter


class Notebook:
    """Takes the questions; the test answers them."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Question, Callable[[Any], None]]] = []

    def ask(
        self, question: Question, then: Callable[[Any], None], priority: Priority = Priority.POINTER
    ) -> int:
        self.waiting.append((question, then))
        return len(self.waiting)

    def asked(self) -> list[LookFurther]:
        return [question for question, _ in self.waiting if isinstance(question, LookFurther)]

    def answer(self, question: LookFurther, *words: Word) -> None:
        for waiting in list(self.waiting):
            if waiting[0] == question:
                self.waiting.remove(waiting)
                waiting[1](FoundFurther(words))


def named(text: str, start: int, entry: int) -> Word:
    end = start + len(text)
    reference = EntryRef(entry, EntryKind.NAME, start, end, text, text)
    return Word(start, end, text, text, text, text, PartOfSpeech.NOUN, entries=(reference,))


WORD, PART = named("ミナト", 2, 7), named("ミナ", 2, 8)
MET = Encounter("朝のミナト。", 2, 5, "", "", met="")
QUESTION = LookFurther("朝のミナト。", 2, 5, ((7, 2),))


@pytest.fixture
def engine() -> Notebook:
    return Notebook()


@pytest.fixture
def panel(qtbot: QtBot) -> GlossPanel:
    panel = GlossPanel(Theme(ThemeChoice.LIGHT), lambda _key: None)
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def lookups(engine: Notebook, panel: GlossPanel) -> Lookups:
    bridge = cast(EngineBridge, engine)
    entries = EntryCache(bridge)
    entries.prefetch((7, 8))
    return Lookups(bridge, entries, panel)


def further(panel: GlossPanel) -> tuple[Word, ...] | None:
    page = panel.page()
    assert isinstance(page, WordPage)
    return page.further


def shown(panel: GlossPanel) -> Word:
    page = panel.page()
    assert isinstance(page, WordPage)
    return page.word


def show(lookups: Lookups) -> None:
    """Show the word without waiting for its entries."""
    lookups.show_word(WORD, MET)
    lookups._show_incomplete()


def test_what_else_may_stand_there_follows(engine: Notebook, panel: GlossPanel, lookups: Lookups) -> None:
    show(lookups)
    assert further(panel) is None
    assert engine.asked() == [QUESTION]
    engine.answer(QUESTION, PART)
    assert further(panel) == (PART,)


def test_where_the_pointer_was_before_it_is_shown_at_once(
    engine: Notebook, panel: GlossPanel, lookups: Lookups, qtbot: QtBot
) -> None:
    lookups.expect(WORD, MET)
    qtbot.waitUntil(lambda: engine.asked() == [QUESTION])
    engine.answer(QUESTION, PART)
    show(lookups)
    assert further(panel) == (PART,)
    assert engine.asked() == []


def test_a_click_before_the_answer_asks_no_second_time(
    engine: Notebook, panel: GlossPanel, lookups: Lookups, qtbot: QtBot
) -> None:
    lookups.expect(WORD, MET)
    qtbot.waitUntil(lambda: engine.asked() == [QUESTION])
    show(lookups)
    assert engine.asked() == [QUESTION]
    engine.answer(QUESTION, PART)
    assert further(panel) == (PART,)


def test_words_that_the_pointer_passes_over_are_not_asked_about(
    engine: Notebook, lookups: Lookups, qtbot: QtBot
) -> None:
    lookups.expect(PART, MET)
    lookups.expect(WORD, MET)
    qtbot.waitUntil(lambda: bool(engine.asked()))
    assert engine.asked() == [QUESTION]


def test_what_is_read_otherwise_takes_the_place_of_what_it_was(
    engine: Notebook, panel: GlossPanel, lookups: Lookups
) -> None:
    other = WORD._replace(reading="みなと")
    for word in (PART, WORD, PART):
        lookups.show_word(word, MET)
        lookups._show_incomplete()
    lookups.move(-1)
    lookups.renew_word(other, MET, ())
    engine.answer(QUESTION, PART)  # meanwhile, for what is still shown
    lookups._show_incomplete()
    assert shown(panel) == other
    lookups.move(-1)
    assert shown(panel) == PART
    lookups.move(1)
    assert shown(panel) == other
    lookups.move(1)
    assert shown(panel) == PART


def test_what_was_asked_for_meanwhile_is_not_replaced(
    engine: Notebook, panel: GlossPanel, lookups: Lookups
) -> None:
    show(lookups)
    lookups.renew_word(WORD._replace(reading="みなと"), MET, ())
    lookups.show_word(PART, MET)
    lookups._show_incomplete()
    lookups.move(-1)
    assert shown(panel) == WORD
