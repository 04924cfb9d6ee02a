"""A word read in the other way that is likely."""

from __future__ import annotations

from itertools import takewhile

from reader.kana import to_hiragana
from reader.model import OtherReading, Word

_UNSURE = 0.8


def is_unsure(word: Word) -> bool:
    """Whether the reader should know that a word may well be read in another way."""
    return word.confidence < _UNSURE and bool(word.others) and bool(word.ruby)


def read_otherwise(word: Word) -> Word:
    """The word with the likeliest of its other readings, and the one that it had as the last of the others.

    Done once more than there are others, it is read as it was. Of what explains the whole word, what has that
    reading comes first.
    """
    if not word.others:
        return word
    other, *rest = word.others
    base_reading = _base_reading(word, other.reading)
    whole = (word.start, word.end)
    return word._replace(
        reading=other.reading,
        base_reading=base_reading,
        ruby=other.ruby,
        others=(*rest, OtherReading(word.reading, word.ruby)),
        entries=tuple(
            sorted(
                word.entries,
                key=lambda entry: (
                    (entry.start, entry.end) != whole
                    or to_hiragana(entry.reading) != to_hiragana(base_reading)
                ),
            )
        ),
    )


def _base_reading(word: Word, reading: str) -> str:
    """The dictionary form's reading, changed at its beginning as the word's own is: くだりて → おりて."""
    pairs = zip(reversed(word.reading), reversed(reading), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    before, after = word.reading[: len(word.reading) - same], reading[: len(reading) - same]
    if not word.base_reading.startswith(before):
        return word.base_reading
    return after + word.base_reading[len(before) :]
