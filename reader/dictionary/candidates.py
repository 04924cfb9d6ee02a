"""A headword as one entry has it, with what is needed to rank it against the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.dictionary.characters import is_kana
from reader.dictionary.labels import pos_codes
from reader.dictionary.records import Record, is_for_kanji
from reader.kana import to_hiragana
from reader.model import USUALLY_KANA, Entry, Sense

# What JMdict remarks about forms that are found in texts, but that nobody would look for first.
_IRREGULAR = frozenset(
    {
        "irregular okurigana usage",
        "word containing irregular kanji usage",
        "word containing irregular kana usage",
    }
)
_OBSOLETE_FORM = frozenset({"word containing out-dated kanji", "out-dated or obsolete kana usage"})
_OBSOLETE_SENSE = frozenset(
    {"archaism", "obsolete term", "obscure term", "rare", "historical term", "dated term"}
)


@dataclass(slots=True)
class Candidate:
    """An entry of JMdict, found under ``headword``.

    ``readings`` are those that the headword may have (JMdict's restrictions honoured), in hiragana; for kana
    the headword itself. ``senses`` are those that are meant for it, ``pos`` JMdict's codes ("v5r", "adj-na")
    of them. ``rank`` is how frequent the headword is in this entry: 1 to 48 are JMdict's bands of 500 words,
    99 means in none of its lists. ``in_kana``: JMdict says that the word is usually written so, or knows no
    kanji for it; ``kana_for_kanji``: the headword is kana although it is not. ``irregular`` and ``obsolete``
    are about this spelling; so is a word obsolete whose every sense is.
    """

    entry: Entry
    headword: str
    readings: tuple[str, ...]
    senses: tuple[Sense, ...]
    rank: int
    common: bool
    pos: frozenset[str]
    in_kana: bool
    kana_for_kanji: bool
    irregular: bool
    obsolete: bool

    @property
    def id(self) -> int:
        return self.entry.id

    @property
    def is_expression(self) -> bool:
        """Whether it is a phrase (気がする) rather than one word."""
        return "exp" in self.pos


class NameCandidate(NamedTuple):
    """An entry of JMnedict, found under ``headword``. ``kinds``: "surname", "place", "given name" …

    ``readings`` are in hiragana, ``gloss`` is of the first sense.
    """

    entry: Entry
    headword: str
    readings: tuple[str, ...]
    kinds: tuple[str, ...]
    gloss: tuple[str, ...]

    @property
    def id(self) -> int:
        return self.entry.id


def word_candidate(record: Record, headword: str) -> Candidate:
    """The entry as one of its spellings or readings names it."""
    entry = record.entry
    forms = (*entry.spellings, *entry.readings)
    index = [form.text for form in forms].index(headword)
    form = forms[index]
    readings = [headword]
    if index < len(entry.spellings):
        readings = [reading.text for reading in entry.readings if is_for_kanji(reading, headword)]
    senses = _senses_for(entry, headword, readings)
    pos, in_kana, obsolete = _usage(tuple([(sense.pos, sense.misc) for sense in senses]))
    in_kana = in_kana or not entry.spellings
    return Candidate(
        entry,
        headword,
        tuple([to_hiragana(reading) for reading in readings]),
        senses,
        record.ranks[index],
        form.common,
        pos,
        in_kana,
        kana_for_kanji=not in_kana and is_kana(headword),
        irregular=not _IRREGULAR.isdisjoint(form.info),
        obsolete=obsolete or not _OBSOLETE_FORM.isdisjoint(form.info),
    )


@lru_cache(maxsize=2048)  # thousands of entries are nouns and nothing besides
def _usage(senses: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]) -> tuple[frozenset[str], bool, bool]:
    """``pos`` of a candidate, whether it is usually written in kana, and whether it is obsolete.

    ``senses`` are the parts of speech and the remarks (``misc``) of its senses.
    """
    return (
        frozenset().union(*[pos_codes(pos) for pos, _ in senses]),
        any(USUALLY_KANA in misc for _, misc in senses),
        all(not _OBSOLETE_SENSE.isdisjoint(misc) for _, misc in senses),
    )


def name_candidate(entry: Entry, headword: str) -> NameCandidate:
    """The name as one of its spellings or readings gives it."""
    readings = [headword] if is_kana(headword) else [form.text for form in entry.readings]
    return NameCandidate(
        entry=entry,
        headword=headword,
        readings=tuple(map(to_hiragana, readings)),
        kinds=tuple(dict.fromkeys(kind for sense in entry.senses for kind in sense.pos)),
        gloss=entry.senses[0].glosses if entry.senses else (),
    )


def _senses_for(entry: Entry, headword: str, readings: list[str]) -> tuple[Sense, ...]:
    """The senses that are not restricted to other spellings or readings; all where that leaves none."""
    names = {headword, *readings}
    fitting = [
        sense for sense in entry.senses if not (only_for := sense.only_for) or not names.isdisjoint(only_for)
    ]
    return tuple(fitting) if 0 < len(fitting) < len(entry.senses) else entry.senses
