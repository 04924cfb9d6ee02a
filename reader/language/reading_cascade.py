"""The first choice of a reading, source by source, before the readings are ranked.

One token is read as UniDic reads it in context, else as whatever can read it: the dictionary, and last a
guess. A core of several tokens is read as its tokens are where the dictionary agrees, else as the dictionary
says (株式会社).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.kana import to_hiragana
from reader.language.characters import KANA, has_kanji, is_kana
from reader.language.counting import Piece
from reader.language.lexicon import Headword
from reader.language.names import is_titled_surname
from reader.language.passage import Passage
from reader.language.reading_rules import reading_by_rule
from reader.language.ruby import fits
from reader.language.tokenizer import Token
from reader.language.words import Span


@dataclass(slots=True)
class FirstChoice:
    """A reading in pieces that cover its text in order.

    ``ruled``: a rule or the grammar of numbers made it, so that nothing else need be asked. ``guessed``:
    nothing that knows the word could read it.
    """

    pieces: tuple[Piece, ...]
    ruled: bool = False
    guessed: bool = False

    @property
    def text(self) -> str:
        return "".join([piece.reading for piece in self.pieces])


def token_choice(passage: Passage, index: int) -> FirstChoice:
    """How to read the token ``index``."""
    token = passage.tokens[index]
    if number := passage.numbers.get(token.start):
        return FirstChoice(number.pieces, ruled=True)
    surface = token.surface
    if not has_kanji(surface):  # kana, and Latin letters and signs, which stand for themselves
        return _whole(token, to_hiragana(surface), ruled=True)
    if by_rule := reading_by_rule(passage.text, passage.tokens, index):
        return _whole(token, by_rule, ruled=True)
    kana = to_hiragana(token.kana)
    if kana and fits(surface, kana):
        return _whole(token, kana, ruled=token.pos[3] == "姓" and _is_titled(passage, index, kana))
    for entry in by_likelihood(passage.found.get(token.base) or passage.found.get(surface, ())):
        for reading in entry.readings:
            if fits(surface, reading):
                return _whole(token, reading)
    return _whole(token, passage.guess(surface), guessed=True)


def _is_titled(passage: Passage, index: int, kana: str) -> bool:
    """Whether a title tells that a surname is one and not the common word so spelt: 平野さん."""
    if not is_titled_surname(passage.tokens, index):
        return False
    words = by_likelihood(passage.found.get(passage.tokens[index].surface, ()))
    return bool(words) and words[0].readings[:1] != (kana,)


def _whole(token: Token, reading: str, ruled: bool = False, guessed: bool = False) -> FirstChoice:
    return FirstChoice((Piece(token.start, token.end, reading),), ruled, guessed)


def core_choice(passage: Passage, span: Span) -> FirstChoice:
    """How to read the core of a word that has several tokens and some kanji."""
    tokens = passage.tokens[span.first : span.core]
    parts = [token_choice(passage, index) for index in range(span.first, span.core)]
    read = FirstChoice(tuple([piece for part in parts for piece in part.pieces]))
    start, end = tokens[0].start, tokens[-1].end
    known = dictionary_readings(passage, span)
    if not known and any(not token.kana and has_kanji(token.surface) for token in tokens):
        guess = passage.guess(passage.text[start:end])  # a name cut into pieces
        return FirstChoice((Piece(start, end, guess),), guessed=True)
    if _by_rule(passage, span, parts) and (read.text in known or _is_name(passage, start, end, read.text)):
        return FirstChoice(read.pieces, ruled=True)
    if not known or (read.text in known and not differ_in_voicing(read.text, known[0])):
        return read
    return FirstChoice(spread(known[0], read.pieces))


def _is_name(passage: Passage, start: int, end: int, reading: str) -> bool:
    return any(reading in name.readings for name in passage.names.get(passage.text[start:end], ()))


def _by_rule(passage: Passage, span: Span, parts: Sequence[FirstChoice]) -> bool:
    """Whether a rule reads one of a core's tokens (方 of あの方), not just the grammar of numbers."""
    return any(
        part.ruled and has_kanji(token.surface) and token.start not in passage.numbers
        for part, token in zip(parts, passage.tokens[span.first : span.core], strict=True)
    )


def dictionary_readings(passage: Passage, span: Span) -> list[str]:
    """What the dictionary says of a core of several tokens as it stands, the likeliest first."""
    last = passage.tokens[span.core - 1]
    surface = passage.text[passage.tokens[span.first].start : last.end]
    entries = by_likelihood(passage.found.get(span.headword, ()))
    readings = [reading for entry in entries for reading in entry.readings]
    if last.ctype and last.base != last.surface and span.headword.endswith(last.base):
        readings = [in_form(reading, last, last.base, last.surface) for reading in readings]
    return [reading for reading in dict.fromkeys(readings) if reading and fits(surface, reading)]


def in_form(reading: str, token: Token, form: str, other: str) -> str:
    """A reading that ends in that of a form of ``token``, turned into that of another; else "".

    One of the two is the token as it stands. The kana behind the kanji tell what changes, whatever verb
    UniDic takes it for: 煙草を止めて is a form of やめる, not of とめる.
    """
    if not token.ctype.startswith(KURU) and (other_form := respelt(reading, form, other)):
        return other_form
    kana = kana_of(token)
    base = to_hiragana(token.base if is_kana(token.base) else token.base_kana)
    return with_ending(reading, base, kana) if other == token.surface else with_ending(reading, kana, base)


def respelt(reading: str, form: str, other: str) -> str:
    """The reading of ``form`` turned into that of ``other``, which differs in the kana at its end alone.

    "" where that tells nothing.
    """
    stem, other_stem = _KANA_ENDING.sub("", form), _KANA_ENDING.sub("", other)
    ending = to_hiragana(form[len(stem) :])
    if stem != other_stem or not reading.endswith(ending) or (stem and len(reading) == len(ending)):
        return ""
    other_ending = to_hiragana(other[len(stem) :])
    if form.endswith("良い") and reading.endswith("いい") and not other_ending.startswith("い"):
        return f"{reading[:-2]}よ{other_ending}"  # ちょうどいい, but ちょうどよかった
    return reading[: len(reading) - len(ending)] + other_ending


_KANA_ENDING = re.compile(f"[{KANA}]*$")
KURU = "カ行変格"  # 来る is く, き or こ, which its inflection decides


def by_likelihood(entries: Iterable[Headword]) -> list[Headword]:
    """The entries, those out of use last, the frequent first."""
    return sorted(entries, key=lambda entry: (entry.obsolete, entry.rank))


def with_ending(reading: str, old: str, new: str) -> str:
    """``reading`` with ``new`` for its ending ``old``, voiced if that is (づける: づけ); else ""."""
    rest, ending = reading[: len(reading) - len(old)], reading[len(reading) - len(old) :]
    if not old or not new:
        return ""
    if ending == old:
        return rest + new
    return rest + ending[0] + new[1:] if differ_in_voicing(ending, old) else ""


def spread(reading: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
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


def differ_in_voicing(one: str, other: str) -> bool:
    """Whether the only difference is that of かいしゃ and がいしゃ, where the dictionary knows best."""
    is_alike = len(one) == len(other) and one != other
    return is_alike and one.translate(_UNVOICED) == other.translate(_UNVOICED)


def kana_of(token: Token) -> str:
    """A token's reading as it stands, in hiragana."""
    return to_hiragana(token.surface if is_kana(token.surface) else token.kana)
