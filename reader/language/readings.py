"""Chooses the reading of each word in its context.

A number is read by its grammar; a word of several tokens as UniDic reads them where the dictionary agrees, else as
the dictionary says (株式会社); one token by a rule that knows its neighbours, else as UniDic reads it, else as
whatever reads it: the dictionary, and last ``guess``. A ranker of these candidates would take the place of
``_read_core`` and ``_read_token``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.language.kana import has_kanji, is_hiragana, is_kana, to_hiragana
from reader.language.lexicon import Found, Headword
from reader.language.numbers import Number, Piece
from reader.language.reading_rules import reading_by_rule
from reader.language.ruby import fits
from reader.language.tokenizer import Token
from reader.language.words import Span, plain_form
from reader.model import Ruby

Guess = Callable[[str], str]
"""Reads a spelling that neither UniDic nor JMdict can read, in hiragana; never fails."""


class Read(NamedTuple):
    """A word's reading in pieces that cover it in order, and how sure it is (0 to 1)."""

    pieces: tuple[Piece, ...]
    confidence: float

    @property
    def text(self) -> str:
        return "".join(piece.reading for piece in self.pieces)


# How sure a reading is by where it comes from.
_CERTAIN, _AGREED, _RULED, _TAGGED, _DISPUTED, _GUESSED = 1.0, 0.99, 0.95, 0.9, 0.7, 0.4


def read_word(
    text: str,
    tokens: Sequence[Token],
    span: Span,
    numbers: Mapping[int, Number],
    found: Found,
    guess: Guess,
) -> Read:
    """The reading of one word; ``numbers`` are by their start."""
    pieces, confidence = _read_core(text, tokens, span, numbers, found, guess)
    for index in range(span.core, span.last):
        piece, sure = _read_token(text, tokens, index, found, guess)
        pieces = (*pieces, piece)
        confidence = min(confidence, sure)
    return Read(pieces, confidence)


def base_reading(read: Read, tokens: Sequence[Token], span: Span) -> str:
    """The reading of a word's dictionary form, from its reading as it stands."""
    last = tokens[span.core - 1]
    end = last.end
    core = "".join(piece.reading for piece in read.pieces if piece.end <= end)
    if not last.ctype or span.headword.endswith(last.surface):
        return core
    as_it_stands = _token_kana(last)
    if not core.endswith(as_it_stands) or not last.base_kana:
        return core
    base = to_hiragana(last.base) if is_kana(last.base) else to_hiragana(last.base_kana)
    if span.headword.endswith(plain := plain_form(last)) and plain and not span.headword.endswith(last.base):
        base = base[:-2] + plain[-1]
    return core.removesuffix(as_it_stands) + _with_changes_of(base, core[len(core) - len(as_it_stands) :])


def with_ruby(text: str, start: int, end: int, ruby: Sequence[Ruby], confidence: float) -> Read:
    """How ``text[start:end]`` reads with this ruby over it (in order), everything else standing for itself."""
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


def _read_core(
    text: str,
    tokens: Sequence[Token],
    span: Span,
    numbers: Mapping[int, Number],
    found: Found,
    guess: Guess,
) -> tuple[tuple[Piece, ...], float]:
    start, end = tokens[span.first].start, tokens[span.core - 1].end
    if span.core == span.first + 1 and start in numbers:
        return numbers[start].pieces, _RULED
    read = [_read_token(text, tokens, index, found, guess, numbers) for index in range(span.first, span.core)]
    pieces = tuple(piece for piece, _ in read)
    surface = text[start:end]
    if len(pieces) == 1 or not has_kanji(surface):
        return pieces, min(sure for _, sure in read)
    joined = "".join(piece.reading for piece in pieces)
    known = [reading for reading in _dictionary_readings(span, tokens, found) if fits(surface, reading)]
    if not known and not all(
        token.kana or not has_kanji(token.surface) for token in tokens[span.first : span.core]
    ):
        return (Piece(start, end, guess(surface)),), _GUESSED  # a name that UniDic has cut into pieces
    if not known or (joined in known and not _same_but_voiced(joined, known[0])):
        return pieces, _AGREED if known else min(sure for _, sure in read)
    return _spread(known[0], pieces), _TAGGED


def _spread(reading: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The reading of a whole as pieces: those that read as before, and one for what lies between them."""
    first, last = 0, len(pieces)
    start, end = 0, len(reading)
    while first < last - 1 and reading.startswith(pieces[first].reading, start):
        start += len(pieces[first].reading)
        first += 1
    while last > first + 1 and reading.endswith(pieces[last - 1].reading, start, end):
        end -= len(pieces[last - 1].reading)
        last -= 1
    changed = Piece(pieces[first].start, pieces[last - 1].end, reading[start:end])
    return (*pieces[:first], changed, *pieces[last:])


_UNVOICED = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼ", "かきくけこさしすせそたちつてとはひふへほ"
)


def _same_but_voiced(one: str, other: str) -> bool:
    return one != other and one.translate(_UNVOICED) == other.translate(_UNVOICED)


def _dictionary_readings(span: Span, tokens: Sequence[Token], found: Found) -> list[str]:
    """What the dictionary says of a core of several tokens, the likeliest first, inflected as it stands."""
    last = tokens[span.core - 1]
    readings = [
        to_hiragana(reading) for entry in _by_likelihood(found, span.headword) for reading in entry.readings
    ]
    if span.headword.endswith(last.base) and last.base != last.surface and last.ctype:
        base, as_it_stands = to_hiragana(last.base_kana), _token_kana(last)
        readings = [
            reading[: len(reading) - len(base)]
            + _with_changes_of(as_it_stands, reading[len(reading) - len(base) :])
            for reading in readings
            if len(reading) >= len(base) and reading[len(reading) - len(base) + 1 :] == base[1:]
        ]
    return list(dict.fromkeys(readings))


def _with_changes_of(reading: str, changed: str) -> str:
    """``reading`` with the first sound of ``changed``: づけ for つけ where づける is said."""
    return changed[:1] + reading[1:]


def _by_likelihood(found: Found, spelling: str) -> list[Headword]:
    return sorted(found.get(spelling, ()), key=lambda entry: (entry.obsolete, entry.rank))


def _token_kana(token: Token) -> str:
    return to_hiragana(token.surface if is_kana(token.surface) else token.kana)


def _read_token(
    text: str,
    tokens: Sequence[Token],
    index: int,
    found: Found,
    guess: Guess,
    numbers: Mapping[int, Number] | None = None,
) -> tuple[Piece, float]:
    token = tokens[index]
    reading, confidence = _reading_of_token(text, tokens, index, found, guess, numbers or {})
    return Piece(token.start, token.end, reading), confidence


def _reading_of_token(
    text: str, tokens: Sequence[Token], index: int, found: Found, guess: Guess, numbers: Mapping[int, Number]
) -> tuple[str, float]:
    token = tokens[index]
    surface = token.surface
    if token.start in numbers:
        return numbers[token.start].reading, _RULED
    if not has_kanji(surface):  # Latin letters and signs stand for themselves
        return to_hiragana(surface), _CERTAIN
    if ruled := reading_by_rule(text, tokens, index):
        return ruled, _RULED
    kana = to_hiragana(token.kana)
    entries = _by_likelihood(found, token.base) or _by_likelihood(found, surface)
    if kana and fits(surface, kana):
        known = {to_hiragana(reading) for entry in entries for reading in entry.readings}
        agreed = not known or to_hiragana(token.base_kana) in known or kana in known
        return kana, _AGREED if agreed and len(known) < 2 else _TAGGED if agreed else _DISPUTED
    for entry in entries:
        for reading in entry.readings:
            if fits(surface, to_hiragana(reading)):
                return to_hiragana(reading), _DISPUTED
    return guess(surface), _GUESSED
