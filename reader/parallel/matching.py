"""Which clues of a Japanese text may mean the same as which words and amounts of an English one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.parallel.amounts import Amount, AmountKind, english_amounts
from reader.parallel.calendar import WEEKDAYS, Calendar
from reader.parallel.english_words import EnglishWord, english_words, stem
from reader.parallel.japanese_clues import Clue, ClueKind
from reader.parallel.meanings import Meanings, plain_name
from reader.parallel.sounds import english_sound, japanese_sound, latin, likeness, may_begin

# How sure it is that what matches in each way means the same, at most.
_SURENESS = {
    ClueKind.AMOUNT: 0.95,
    ClueKind.LATIN: 0.95,
    ClueKind.KATAKANA: 0.9,
    ClueKind.NAME: 0.9,
    ClueKind.KANJI: 0.72,
    ClueKind.READING: 0.9,
    ClueKind.WORD: 0.5,
    ClueKind.ORIGIN: 0.5,
}
_SAME_NAME = 0.9
_SOME_DAY, _THAT_DAY = 0.35, 0.85  # what a day of the week says of 30日, without a calendar and by it
_SAME_ORIGIN = 0.9
_STEM_PREFIX = 5  # letters that words of one family share, at least
_CLOSE_FAMILY, _FAR_FAMILY = 0.7, 0.4
_LIKE_KATAKANA, _LIKE_NAME = 0.66, 0.85  # the likeness of sounds from which on it counts
_NO_NAME = 0.06  # more is asked of an English word without a capital letter
_SHORTEST_SOUND = 3


class EnglishClue(NamedTuple):
    """``text[start:end]`` of an English sentence: a word or an amount."""

    start: int
    end: int
    word: EnglishWord | None = None
    amount: Amount | None = None

    @property
    def key(self) -> str:
        """The same for clues that mean the same."""
        if self.amount:
            return f"{self.amount.kind}:{self.amount.value:.10g}"
        assert self.word
        return self.word.plain


def english_clues(text: str) -> list[EnglishClue]:
    """The clues of one sentence."""
    amounts = list(english_amounts(text))
    counted = {place for amount in amounts for place in range(amount.start, amount.end)}
    clues = [EnglishClue(amount.start, amount.end, amount=amount) for amount in amounts]
    clues += [
        EnglishClue(word.start, word.end, word) for word in english_words(text) if word.start not in counted
    ]
    return clues


class Match(NamedTuple):
    """How sure it is (0 to 1) that two clues mean the same; by which entry and sense, 0 where by none.

    ``plain``: if they are known to be in sentences that say the same, there is little doubt.
    """

    sureness: float
    entry: int = 0
    sense: int = 0
    plain: bool = True


class _Word(NamedTuple):
    """One English word of a text, whatever its place."""

    key: str
    stem: str
    name: str
    sound: str
    capital: bool


class English:
    """The English clues of a text, ordered for looking them up."""

    def __init__(self, clues: Iterable[EnglishClue], calendar: Calendar | None = None) -> None:
        self.calendar = calendar
        self.amounts: dict[str, Amount] = {}
        words: dict[str, EnglishWord] = {}
        for clue in clues:
            if clue.amount:
                self.amounts[clue.key] = clue.amount
            elif clue.word and (
                clue.key not in words
                or clue.word.marked
                or (clue.word.capital and not words[clue.key].marked)
            ):
                words[clue.key] = clue.word
        self.weekdays = [weekday for weekday in WEEKDAYS if weekday in words]
        self.words = [
            _Word(key, word.stem, plain_name(word.plain), english_sound(word.plain), word.capital)
            for key, word in words.items()
        ]
        self.by_prefix: dict[str, list[_Word]] = {}
        self.by_name: dict[str, list[_Word]] = {}
        self.by_beginning: dict[str, list[_Word]] = {}
        self.marked = {plain_name(word.plain): key for key, word in words.items() if word.marked}
        for one in self.words:
            self.by_prefix.setdefault(one.stem[:_STEM_PREFIX], []).append(one)
            self.by_name.setdefault(one.name, []).append(one)
            if len(one.sound) >= _SHORTEST_SOUND:
                self.by_beginning.setdefault(one.sound[0], []).append(one)


def spellings(clues: Iterable[Clue]) -> tuple[set[str], set[str]]:
    """The words and the names that the clues have to be looked up as."""
    words: set[str] = set()
    names: set[str] = set()
    for clue in clues:
        if clue.kind is ClueKind.WORD:
            words.update(clue.texts)
        elif clue.kind in (ClueKind.KATAKANA, ClueKind.NAME, ClueKind.KANJI):
            names.update(clue.texts)
    return words, names


def matches(clue: Clue, english: English, meanings: Meanings) -> dict[str, Match]:
    """What a Japanese clue matches, by the key of the English clue; ``meanings`` are prepared."""
    found: dict[str, Match] = {}
    for key, match in _matches(clue, english, meanings):
        if key not in found or found[key].sureness < match.sureness:
            found[key] = match
    most = _SURENESS[clue.kind]
    return {key: match._replace(sureness=match.sureness * most) for key, match in found.items()}


def _matches(clue: Clue, english: English, meanings: Meanings) -> Iterator[tuple[str, Match]]:
    match clue.kind:
        case ClueKind.AMOUNT:
            assert clue.amount
            yield from _same_amounts(clue.amount, english)
        case ClueKind.LATIN:
            name = plain_name(clue.texts[0])
            yield from ((word.key, Match(_SAME_NAME)) for word in english.by_name.get(name, ()))
            yield from ((key, Match(weight)) for key, weight in _family(stem(clue.texts[0]), english))
        case ClueKind.READING:
            if (key := english.marked.get(plain_name(latin(clue.kana)))) is not None:
                yield key, Match(_SAME_NAME)
        case ClueKind.ORIGIN:
            for word in english_words(clue.texts[0]):
                for key, weight in _family(word.stem, english):
                    yield key, Match(_SAME_ORIGIN * weight)
        case ClueKind.WORD:
            glosses = next(filter(None, map(meanings.glosses, clue.texts)), {})
            for gloss_stem, gloss in glosses.items():
                for key, weight in _family(gloss_stem, english):
                    plain = gloss.whole and weight == 1.0
                    yield key, Match(gloss.weight * weight, gloss.entry, gloss.sense, plain)
        case _:
            yield from _same_names(clue, english, meanings)
            if clue.kind is not ClueKind.KANJI:
                yield from _like_sounds(clue, english)


def _same_amounts(amount: Amount, english: English) -> Iterator[tuple[str, Match]]:
    values = (amount.value,) if amount.also is None else (amount.value, amount.also)
    for value in values:
        key = f"{amount.kind}:{value:.10g}"
        if key in english.amounts:
            yield key, Match(_rarity(amount.kind, value))
    if amount.is_day:
        for weekday in english.weekdays:
            if not english.calendar:
                yield weekday, Match(_SOME_DAY)
            elif amount.value in english.calendar[weekday]:
                yield weekday, Match(_THAT_DAY)


def _rarity(kind: AmountKind, value: float) -> float:
    """How much it says that two sentences have the same amount: one and two are everywhere."""
    if kind is AmountKind.MONTH:
        return 0.9
    if value >= 100 or value != int(value):
        return 0.95
    return 0.85 if value >= 13 else 0.65 if value >= 3 else 0.35


def _family(gloss_stem: str, english: English) -> Iterator[tuple[str, float]]:
    """The English words with a stem, or one that begins like it, and how close they are (1 for the same)."""
    for word in english.by_prefix.get(gloss_stem[:_STEM_PREFIX], ()):
        if word.stem == gloss_stem:
            yield word.key, 1.0
        elif len(gloss_stem) >= _STEM_PREFIX:
            common = _common(gloss_stem, word.stem)
            close = common >= min(len(gloss_stem), len(word.stem)) or common > _STEM_PREFIX
            yield word.key, _CLOSE_FAMILY if close else _FAR_FAMILY


def _common(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning on."""
    for at, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return at
    return min(len(one), len(other))


def _same_names(clue: Clue, english: English, meanings: Meanings) -> Iterator[tuple[str, Match]]:
    for name, entry in meanings.names(clue.texts[0]).items():
        for word in english.by_name.get(name, ()):
            yield word.key, Match(_SAME_NAME, entry)
    if clue.kind is ClueKind.NAME and clue.kana:
        for word in english.by_name.get(plain_name(latin(clue.kana)), ()):
            yield word.key, Match(_SAME_NAME)


def _like_sounds(clue: Clue, english: English) -> Iterator[tuple[str, Match]]:
    sound = japanese_sound(clue.kana)
    if len(sound) < _SHORTEST_SOUND:
        return
    least = _LIKE_KATAKANA if clue.kind is ClueKind.KATAKANA else _LIKE_NAME
    for beginning in may_begin(sound):
        for word in english.by_beginning.get(beginning, ()):
            shorter, longer = sorted((len(sound), len(word.sound)))
            if longer > 2.2 * shorter + 1:
                continue
            enough = least if word.capital else least + _NO_NAME
            alike = likeness(sound, word.sound, enough)
            if alike >= enough:
                yield word.key, Match(min(_SAME_NAME, 0.45 + 0.5 * (alike - enough) / (1 - enough)))
