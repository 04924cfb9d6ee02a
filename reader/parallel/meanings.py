"""What the dictionaries say that a Japanese word or name is in English, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.dictionary.candidates import Candidate
from reader.dictionary.database import Dictionary
from reader.parallel.english_words import english_words, without_accents

_KEPT = 20_000  # spellings of each kind
_REMARK = re.compile(r"\([^)]*\)")

# How much less an English word says that is not the first entry's first sense's first gloss alone.
_BY_ENTRY = (1.0, 0.7, 0.7, 0.45, 0.45, 0.45)
_RARE_ENTRY = 0.7
_NEXT_SENSE, _LEAST_SENSE = 0.85, 0.35
_NEXT_GLOSS, _LEAST_GLOSS = 0.95, 0.6
_SHORT_GLOSS = 2  # words
_LONG_GLOSS = 0.6  # the exponent of its number of words


class Gloss(NamedTuple):
    """That a word is in the glosses of an entry's sense (from 1), and how much that says (0 to 1).

    ``whole``: it is all, or half of all, that one of the glosses says.
    """

    weight: float
    entry: int
    sense: int
    whole: bool


class Meanings:
    """Asks the dictionaries for hundreds of spellings at once, and remembers the answers."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._glosses: dict[str, dict[str, Gloss]] = {}
        self._names: dict[str, dict[str, int]] = {}

    def prepare(self, words: Iterable[str], names: Iterable[str]) -> None:
        """Look up together what will be asked for: that is quicker than one by one."""
        if len(self._glosses) + len(self._names) > _KEPT:
            self._glosses.clear()
            self._names.clear()
        missing = set(words) - self._glosses.keys()
        found = self._dictionary.candidates(missing)
        self._glosses.update((spelling, _glosses(found.get(spelling, ()))) for spelling in missing)
        missing = set(names) - self._names.keys()
        named = self._dictionary.names(missing)
        for spelling in missing:
            self._names[spelling] = {
                word: name.id
                for name in reversed(named.get(spelling, ()))
                for sense in name.entry.senses
                for gloss in sense.glosses
                for word in name_words(gloss)
            }

    def glosses(self, spelling: str) -> dict[str, Gloss]:
        """The stems of the English words in the glosses of a Japanese word."""
        if spelling not in self._glosses:
            self.prepare((spelling,), ())
        return self._glosses[spelling]

    def names(self, spelling: str) -> dict[str, int]:
        """The words (see ``plain_name``) of the names that are so spelt, and the names' entries."""
        if spelling not in self._names:
            self.prepare((), (spelling,))
        return self._names[spelling]


def name_words(gloss: str) -> list[str]:
    """The words of a name's gloss, without what stands in brackets."""
    return [plain_name(word.plain) for word in english_words(_REMARK.sub("", gloss)) if len(word.plain) > 1]


def plain_name(word: str) -> str:
    """A name in the short form in which newspapers print it: Oosaka and Ōsaka → osaka."""
    return _LONG_VOWEL.sub(lambda match: match[0][0], without_accents(word.lower()))


_LONG_VOWEL = re.compile("ou|oo|uu|oh(?![aeiou])")


def _glosses(candidates: Sequence[Candidate]) -> dict[str, Gloss]:
    found: dict[str, Gloss] = {}
    likeliest = sorted(candidates, key=_unlikeliness)[: len(_BY_ENTRY)]
    for candidate, by_entry in zip(likeliest, _BY_ENTRY, strict=False):
        by_rank = by_entry if candidate.common or len(candidates) == 1 else by_entry * _RARE_ENTRY
        numbers = {id(sense): number for number, sense in enumerate(candidate.entry.senses, start=1)}
        for at, sense in enumerate(candidate.senses):
            by_sense = by_rank * max(_LEAST_SENSE, _NEXT_SENSE**at)
            for position, gloss in enumerate(sense.glosses):
                stems = [word.stem for word in english_words(_REMARK.sub("", gloss))]
                weight = by_sense * max(_LEAST_GLOSS, _NEXT_GLOSS**position)
                for stem in stems:
                    one = Gloss(
                        weight / len(stems) ** _LONG_GLOSS,
                        candidate.id,
                        numbers[id(sense)],
                        len(stems) <= _SHORT_GLOSS,
                    )
                    if stem not in found or found[stem].weight < one.weight:
                        found[stem] = one
    return found


def _unlikeliness(candidate: Candidate) -> tuple[bool, bool, bool, int]:
    return not candidate.common, candidate.obsolete, candidate.kana_for_kanji, candidate.id
