"""What is known of a text when its words are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.language.lexicon import Found, HasReadings, KanjiReadings
from reader.language.numbers import Number
from reader.language.tokenizer import Token


@dataclass(slots=True)
class Passage:
    """A text and what is known of it: its tokens (numbers merged) and its numbers by their start.

    ``found`` and ``names`` are what dictionaries have for it; ``guess`` reads (in hiragana) what nothing else
    can read; ``kanji`` gives the readings of one kanji (None where it is unknown).
    """

    text: str
    tokens: Sequence[Token]
    numbers: Mapping[int, Number]
    found: Found
    names: Mapping[str, Sequence[HasReadings]]
    guess: Callable[[str], str]
    kanji: Callable[[str], KanjiReadings | None]
