"""The readings of kanji from the real dictionary, for tests."""

from __future__ import annotations

from functools import cache

from reader.dictionary.database import Dictionary
from reader.dictionary.kanji import KanjiReadings

_DICTIONARY = Dictionary()


@cache
def kanji(literal: str) -> KanjiReadings | None:
    return _DICTIONARY.kanji_readings([literal]).get(literal)


def readings_of(literal: str) -> frozenset[str]:
    """As ``reader.language.ruby.ReadingsOf``."""
    found = kanji(literal)
    return frozenset((*found.on, *found.kun, *found.nouns)) if found else frozenset()
