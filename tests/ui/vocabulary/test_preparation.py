"""The unknown words of an article, to learn before reading."""

from __future__ import annotations

from reader.model import Analysis, WordKey
from reader.ui.vocabulary.preparation import unknown_words
from reader.vocabulary.model import Status
from tests.ui.reading_samples import analyse

ANALYSES: dict[int, Analysis] = {
    1: analyse("港|の|朝|。"),
    0: analyse("大統領|は|港|で|訴え|。|港|。"),
}


def test_the_most_frequent_come_first_then_in_the_order_of_the_text() -> None:
    found = unknown_words(ANALYSES, lambda key: None)
    assert [(unknown.at.word.surface, unknown.times) for unknown in found] == [
        ("港", 3),
        ("大統領", 1),
        ("訴え", 1),
        ("朝", 1),
    ]
    assert [unknown.at.paragraph for unknown in found] == [0, 0, 0, 1]


def test_what_is_saved_or_marked_is_left_out() -> None:
    statuses = {
        WordKey(None, "港", "みなと"): Status.KNOWN,
        WordKey(None, "朝", "あさ"): Status.NEW,
        WordKey(None, "訴え", "うったえ"): Status.IGNORED,
    }
    found = unknown_words(ANALYSES, statuses.get)
    assert [unknown.at.word.surface for unknown in found] == ["大統領"]
