"""Analyses as bytes, and what is told of them beside."""

from reader.engine.packing import first_places, packed, unpack
from tests.ui.reading_samples import analyse

TWICE = analyse("朝|は|港|で|朝|。")


def test_what_is_unpacked_is_what_was_packed() -> None:
    assert unpack(packed(TWICE).data) == TWICE


def test_each_word_has_its_first_place() -> None:
    morning, _, harbour, _, _ = TWICE.words
    places = first_places(TWICE.words)
    assert places == packed(TWICE).first_places
    assert (places[morning.key], places[harbour.key]) == (0, 2)


def test_words_that_are_learnt_are_counted() -> None:
    morning, _, harbour, _, _ = TWICE.words
    assert packed(TWICE).counts == {morning.key: 2, harbour.key: 1}
