"""Chooses the reading of each word in its context.

What the author's ruby, the grammar of numbers or a rule says is taken as it is. Everything else is a choice
between what several sources say (``reading_options``), the likeliest of which the model takes
(``reading_model``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.kana import to_hiragana
from reader.language.characters import KANJI
from reader.language.counting import Piece
from reader.language.passage import Passage
from reader.language.reading_cascade import in_form, spread
from reader.language.reading_model import ReadingModel
from reader.language.reading_options import Unit, units
from reader.language.reading_rules import has_rules
from reader.language.spellings import plain_form, voiced_base
from reader.language.tokenizer import Token
from reader.language.words import Span
from reader.model import Ruby


@dataclass(slots=True)
class Read:
    """A word's reading in pieces that cover it in order, and how sure it is (0 to 1).

    ``others`` are the other readings that stay likely, each in pieces, the likeliest first. ``everywhere``:
    the same tokens are read so whatever stands around them.
    """

    pieces: tuple[Piece, ...]
    confidence: float
    others: tuple[tuple[Piece, ...], ...] = ()
    everywhere: bool = False

    @property
    def text(self) -> str:
        return "".join([piece.reading for piece in self.pieces])


_RULED = 0.97  # how often what a rule reads is right
_GUESSED = 0.4  # no guess is surer than this
_LIKELY = 0.04  # the least probability of another reading that is worth showing
_MOST_OTHERS = 3


def read_word(passage: Passage, span: Span, model: ReadingModel) -> Read:
    """The reading of one word as it stands."""
    tokens = passage.tokens
    start, end = tokens[span.first].start, tokens[span.last - 1].end
    if not _NEEDS_READING.search(passage.text, start, end):
        return _as_it_stands(passage, start, tokens[span.core - 1].end, end)
    read = [_read_unit(passage, unit, model) for unit in units(passage, span)]
    if len(read) == 1:
        return read[0]
    confidence = 1.0
    others = []
    for index, part in enumerate(read):
        confidence *= part.confidence
        for other in part.others:
            parts = [other if at == index else each.pieces for at, each in enumerate(read)]
            others.append(tuple([piece for pieces in parts for piece in pieces]))
    return Read(
        tuple([piece for part in read for piece in part.pieces]),
        confidence,
        tuple(others[:_MOST_OTHERS]),
        all(part.everywhere for part in read),
    )


# What a reading says more about than the text itself.
_NEEDS_READING = re.compile(f"[{KANJI}\\d]")


def _as_it_stands(passage: Passage, start: int, core_end: int, end: int) -> Read:
    """A word in kana or in what stands for itself, its core and its inflection apart."""
    reading = to_hiragana(passage.text[start:end])
    if core_end == end:
        return Read((Piece(start, end, reading),), 1.0, everywhere=True)
    cut = core_end - start
    pieces = Piece(start, core_end, reading[:cut]), Piece(core_end, end, reading[cut:])
    return Read(pieces, 1.0, everywhere=True)


def _read_unit(passage: Passage, unit: Unit, model: ReadingModel) -> Read:
    choice = unit.choice
    if not unit.options:
        is_plain = all(
            to_hiragana(passage.text[piece.start : piece.end]) == piece.reading for piece in choice.pieces
        )
        return Read(choice.pieces, 1.0 if is_plain else _RULED, everywhere=is_plain)
    ranked = model.rank(passage, unit)
    best = ranked[0]
    if best.is_agreed:
        tokens = passage.tokens[unit.first : unit.last]
        everywhere = not any(has_rules(token.surface) for token in tokens)
        return Read(_in_pieces(unit, best.option.reading), best.probability, everywhere=everywhere)
    confidence = min(best.probability, _GUESSED) if choice.guessed else best.probability
    others = [
        _in_pieces(unit, each.option.reading)
        for each in ranked[1 : _MOST_OTHERS + 1]
        if each.probability >= _LIKELY
    ]
    return Read(_in_pieces(unit, best.option.reading), confidence, tuple(others))


def _in_pieces(unit: Unit, reading: str) -> tuple[Piece, ...]:
    pieces = unit.choice.pieces
    return pieces if reading == unit.choice.text else spread(reading, pieces)


def read_under_ruby(text: str, start: int, end: int, ruby: Sequence[Ruby], confidence: float) -> Read:
    """How ``text[start:end]`` reads with this ruby over it (in order), all else standing for itself."""
    pieces: list[Piece] = []
    position = start
    for over in ruby:
        if position < over.start:
            pieces.append(Piece(position, over.start, to_hiragana(text[position : over.start])))
        pieces.append(Piece(over.start, over.end, to_hiragana(over.text)))
        position = over.end
    if position < end:
        pieces.append(Piece(position, end, to_hiragana(text[position:end])))
    return Read(tuple(pieces), confidence)


def base_reading(pieces: Sequence[Piece], tokens: Sequence[Token], span: Span) -> str:
    """The reading of a word's dictionary form, from its reading as it stands."""
    last = tokens[span.core - 1]
    core = "".join([piece.reading for piece in pieces if piece.end <= last.end])
    if not last.ctype or span.headword.endswith(last.surface):
        return core
    if span.core == span.first + 1:
        form = span.headword
    else:
        voiced = voiced_base(last)
        form = voiced if span.headword.endswith(voiced) else plain_form(last) or last.base
    return in_form(core, last, last.surface, form) or core
