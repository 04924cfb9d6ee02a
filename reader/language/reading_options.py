"""The readings that a stretch of text may have, each with the sources that give it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.kana import to_hiragana
from reader.language.characters import has_kanji
from reader.language.lexicon import UNRANKED
from reader.language.passage import Passage
from reader.language.reading_cascade import (
    KURU,
    FirstChoice,
    core_choice,
    dictionary_readings,
    kana_of,
    respelt,
    spread,
    token_choice,
)
from reader.language.ruby import fits
from reader.language.tokenizer import Token
from reader.language.unidic import unidic_readings
from reader.language.words import Span


@dataclass(slots=True)
class Option:
    """A reading (hiragana) that a unit may have as it stands.

    ``sources`` has a letter for each that gives it: F the first choice, T the tagger (its tokens together),
    U UniDic's other entries, or V those of the tagger's part of speech (0 to 3 behind it: how much rarer than
    the usual), D the dictionary (0, 1 or 2 behind it: the how manieth of its readings, 2 for all later ones),
    N the names, K the kanji's own readings, M the memory. ``rank`` is how frequent the dictionary's word is.
    """

    reading: str
    sources: str
    rank: int = UNRANKED


@dataclass(slots=True)
class Unit:
    """What is read as one: ``tokens[first:last]``, one token or the core of a word.

    Where ``options`` is empty there is nothing to choose: the first choice holds. They begin with it.
    """

    first: int
    last: int
    choice: FirstChoice
    options: tuple[Option, ...] = ()


def surface_of(passage: Passage, unit: Unit) -> str:
    """The text that a unit covers."""
    return passage.text[passage.tokens[unit.first].start : passage.tokens[unit.last - 1].end]


def units(passage: Passage, span: Span) -> Iterator[Unit]:
    """The units of a word, in order; they cover it."""
    if span.core > span.first + 1:
        yield from _core_units(passage, span)
    else:
        yield _token_unit(passage, span.first)
    for index in range(span.core, span.last):
        yield _token_unit(passage, index)


def _core_units(passage: Passage, span: Span) -> Iterator[Unit]:
    """The core as one unit where something knows it as one, else its tokens."""
    tokens = passage.tokens[span.first : span.core]
    start, end = tokens[0].start, tokens[-1].end
    surface = passage.text[start:end]
    if has_kanji(surface):
        choice = core_choice(passage, span)
        if choice.ruled:
            yield Unit(span.first, span.core, choice)
            return
        known = dictionary_readings(passage, span)
        named = [reading for name in passage.names.get(surface, ()) for reading in name.readings]
        if ancient := _of_a_clan(choice.text, named):
            yield Unit(span.first, span.core, FirstChoice(spread(ancient, choice.pieces), ruled=True))
            return
        if known or named or choice.guessed:
            entries = passage.found.get(span.headword, ())
            rank = min((entry.rank for entry in entries), default=UNRANKED)
            found = _Options(surface)
            found.add([choice.text], "F")
            found.add(["".join([_tagged(passage, index) for index in range(span.first, span.core)])], "T")
            for each in unidic_readings(surface):
                found.add([each.text], f"U{_gap(each.gap)}")
            for order, reading in enumerate(known):
                found.add([reading], f"D{min(order, 2)}", rank)
            found.add(named, "N")
            yield Unit(span.first, span.core, choice, found.options())
            return
    for index in range(span.first, span.core):
        yield _token_unit(passage, index)


def _of_a_clan(reading: str, named: Iterable[str]) -> str:
    """The name with the の between clan and given name that is not written (ふじわらのみちなが), else ""."""
    for name in named:
        for index, kana in enumerate(name):
            if kana == "の" and name[:index] + name[index + 1 :] == reading:
                return name
    return ""


def _token_unit(passage: Passage, index: int) -> Unit:
    choice = token_choice(passage, index)
    token = passage.tokens[index]
    if choice.ruled or token.ctype.startswith(KURU):
        return Unit(index, index + 1, choice)
    found = _Options(token.surface)
    found.add([choice.text], "F")
    found.add([_tagged(passage, index)], "T")
    _add_unidic(found, token)
    for order, (reading, rank) in enumerate(_dictionary_readings(passage, token)):
        found.add([reading], f"D{min(order, 2)}", rank)
    for name in passage.names.get(token.surface, ())[:_MOST_NAMES]:
        found.add(name.readings, "N")
    if choice.guessed and len(token.surface) == 1 and (kanji := passage.kanji(token.surface)):
        found.add(kanji.on, "K")
        found.add(kanji.kun, "K")
    return Unit(index, index + 1, choice, found.options())


def _add_unidic(found: _Options, token: Token) -> None:
    """What UniDic has besides, V where as the part of speech that the tagger takes it for."""
    for each in unidic_readings(token.surface):
        found.add([each.text], f"{'V' if token.pos[0] in each.kinds else 'U'}{_gap(each.gap)}")


def _gap(gap: int) -> int:
    """How much dearer a reading is than the usual, as a digit."""
    return bisect_right((500, 2000, 4000), gap)


_MOST_NAMES = 6  # one spelling may be dozens of people's


def _tagged(passage: Passage, index: int) -> str:
    token = passage.tokens[index]
    if number := passage.numbers.get(token.start):
        return "".join([piece.reading for piece in number.pieces])
    return kana_of(token) or to_hiragana(token.surface)


def _dictionary_readings(passage: Passage, token: Token) -> Iterator[tuple[str, int]]:
    """What the dictionary says of one token as it stands, the likeliest first, and how frequent that is."""
    forms = (token.base,) if token.base == token.surface else (token.base, token.surface)
    entries = [(form, entry) for form in forms for entry in passage.found.get(form, ()) if not entry.obsolete]
    if len(entries) > 1:
        entries.sort(key=lambda pair: pair[1].rank)
    for form, entry in entries:
        for reading in entry.readings:
            if inflected := reading if form == token.surface else respelt(reading, form, token.surface):
                yield inflected, entry.rank


class _Options:
    """Gathers the options of one unit, those that more than one source gives once."""

    def __init__(self, surface: str) -> None:
        self._surface = surface
        self._found: dict[str, tuple[str, int]] = {}

    def add(self, readings: Iterable[str], source: str, rank: int = UNRANKED) -> None:
        for reading in readings:
            if reading not in self._found:
                if reading and (source == "F" or fits(self._surface, reading)):
                    self._found[reading] = source, rank
            else:
                sources, best = self._found[reading]
                if source[0] not in sources:
                    self._found[reading] = sources + source, min(best, rank)

    def options(self) -> tuple[Option, ...]:
        return tuple([Option(reading, *known) for reading, known in self._found.items()])
