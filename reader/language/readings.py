"""Chooses the reading of each word in its context.

A number is read by its grammar; a word of several tokens as UniDic reads them where the dictionary agrees,
else as the dictionary says (株式会社); one token by a rule that knows its neighbours, else as UniDic does,
else as whatever can read it: the dictionary, and last a guess. A ranker of all these candidates would take
the place of ``_read_compound`` and ``_read_token``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.kana import to_hiragana
from reader.language.characters import has_kanji, is_kana
from reader.language.lexicon import Found, Headword
from reader.language.numbers import Number, Piece
from reader.language.reading_rules import reading_by_rule
from reader.language.ruby import fits
from reader.language.spellings import plain_form
from reader.language.tokenizer import Token
from reader.language.words import Span
from reader.model import Ruby


class Passage(NamedTuple):
    """A text and what is known of it: its tokens (numbers merged) and its numbers by their start.

    ``found`` is what a dictionary has for it; ``guess`` reads (in hiragana) what nothing else can read.
    """

    text: str
    tokens: Sequence[Token]
    numbers: Mapping[int, Number]
    found: Found
    guess: Callable[[str], str]


class Read(NamedTuple):
    """A word's reading in pieces that cover it in order, and how sure it is (0 to 1)."""

    pieces: tuple[Piece, ...]
    confidence: float

    @property
    def text(self) -> str:
        return "".join([piece.reading for piece in self.pieces])


# How sure a reading is, by where it comes from.
_CERTAIN, _AGREED, _RULED, _TAGGED, _DISPUTED, _GUESSED = 1.0, 0.99, 0.95, 0.9, 0.7, 0.4


def read_word(passage: Passage, span: Span) -> Read:
    """The reading of one word as it stands."""
    is_one_token = span.core == span.first + 1
    core = _read_token(passage, span.first) if is_one_token else _read_compound(passage, span)
    if span.core == span.last:
        return core
    return _joined([core, *(_read_token(passage, index) for index in range(span.core, span.last))])


def _joined(parts: Sequence[Read]) -> Read:
    pieces = tuple([piece for part in parts for piece in part.pieces])
    return Read(pieces, min([part.confidence for part in parts]))


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


def base_reading(read: Read, tokens: Sequence[Token], span: Span) -> str:
    """The reading of a word's dictionary form, from its reading as it stands."""
    last = tokens[span.core - 1]
    core = "".join([piece.reading for piece in read.pieces if piece.end <= last.end])
    if not last.ctype or span.headword.endswith(last.surface):
        return core
    base = to_hiragana(last.base if is_kana(last.base) else last.base_kana)
    if not span.headword.endswith(last.base) and (plain := plain_form(last)):
        base = base[:-2] + plain[-1]
    return _with_ending(core, _kana(last), base) or core


# --- a core of several tokens ---------------------------------------------------------------------


def _read_compound(passage: Passage, span: Span) -> Read:
    tokens = passage.tokens[span.first : span.core]
    read = _joined([_read_token(passage, index) for index in range(span.first, span.core)])
    start, end = tokens[0].start, tokens[-1].end
    surface = passage.text[start:end]
    if not has_kanji(surface):
        return read
    known = [
        reading for reading in _dictionary_readings(passage.found, span, tokens[-1]) if fits(surface, reading)
    ]
    if not known and any(not token.kana and has_kanji(token.surface) for token in tokens):
        return Read((Piece(start, end, passage.guess(surface)),), _GUESSED)  # a name cut into pieces
    if not known:
        return read
    if read.text in known and not _differ_in_voicing(read.text, known[0]):
        return Read(read.pieces, _AGREED)
    return Read(_spread(known[0], read.pieces), _TAGGED)


def _dictionary_readings(found: Found, span: Span, last: Token) -> list[str]:
    """What the dictionary says of a core that ends in ``last``, the likeliest first, as it stands."""
    readings = [
        reading for entry in _by_likelihood(found.get(span.headword, ())) for reading in entry.readings
    ]
    if last.ctype and last.base != last.surface and span.headword.endswith(last.base):
        readings = [_with_ending(reading, to_hiragana(last.base_kana), _kana(last)) for reading in readings]
    return [reading for reading in dict.fromkeys(readings) if reading]


def _by_likelihood(entries: Iterable[Headword]) -> list[Headword]:
    return sorted(entries, key=lambda entry: (entry.obsolete, entry.rank))


def _with_ending(reading: str, old: str, new: str) -> str:
    """``reading`` with ``new`` for its ending ``old``, voiced if that is (づける: づけ); else ""."""
    rest, ending = reading[: len(reading) - len(old)], reading[len(reading) - len(old) :]
    if not old or not new:
        return ""
    if ending == old:
        return rest + new
    return rest + ending[0] + new[1:] if _differ_in_voicing(ending, old) else ""


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


def _differ_in_voicing(one: str, other: str) -> bool:
    """Whether the only difference is that of かいしゃ and がいしゃ, where the dictionary knows best."""
    return one != other and one.translate(_UNVOICED) == other.translate(_UNVOICED)


# --- one token ------------------------------------------------------------------------------------


def _read_token(passage: Passage, index: int) -> Read:
    token = passage.tokens[index]
    if number := passage.numbers.get(token.start):
        return Read(number.pieces, _RULED)
    reading, confidence = _reading_of_token(passage, index)
    return Read((Piece(token.start, token.end, reading),), confidence)


def _reading_of_token(passage: Passage, index: int) -> tuple[str, float]:
    token = passage.tokens[index]
    surface = token.surface
    if not has_kanji(surface):  # kana, and Latin letters and signs, which stand for themselves
        return to_hiragana(surface), _CERTAIN
    if ruled := reading_by_rule(passage.text, passage.tokens, index):
        return ruled, _RULED
    kana = to_hiragana(token.kana)
    entries = passage.found.get(token.base) or passage.found.get(surface, ())
    if kana and fits(surface, kana):
        known = {reading for entry in entries for reading in entry.readings}
        return kana, _confidence(to_hiragana(token.base_kana) or kana, known)
    for entry in _by_likelihood(entries):
        for reading in entry.readings:
            if fits(surface, reading):
                return reading, _DISPUTED
    return passage.guess(surface), _GUESSED


def _confidence(reading: str, known: set[str]) -> float:
    """How sure UniDic's reading is, given those that the dictionary knows."""
    if known and reading not in known:
        return _DISPUTED
    return _AGREED if len(known) < 2 else _TAGGED


def _kana(token: Token) -> str:
    return to_hiragana(token.surface if is_kana(token.surface) else token.kana)
