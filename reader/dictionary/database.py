"""The dictionaries as the rest of the program asks them: hundreds of strings, or hundreds of ids, at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from reader.dictionary.candidates import Candidate, NameCandidate, name_candidate, word_candidate
from reader.dictionary.characters import all_to_full_width, is_kana, is_katakana
from reader.dictionary.kanji import KanjiReadings, pack_readings, read_kanji, unpack_readings
from reader.dictionary.records import REMARKED_SENSES, Record, read_names, read_words
from reader.dictionary.sieve import Sieve
from reader.dictionary.source import as_json, connect
from reader.model import Entry, Kanji

# What was found is kept, since the same common words stand in every paragraph: some 17 MB.
_KEPT_SPELLINGS = 20_000
_KEPT_WORDS = 9_000
_KEPT_NAMES = 500
_T = TypeVar("_T", Record, Entry)
_STEP_AHEAD = 25  # spellings that are read ahead at once


class Dictionary:
    """JMdict, JMnedict and KANJIDIC2. It belongs to the thread that made it.

    Raises ReaderError where the database is missing or cannot be read.
    """

    def __init__(self) -> None:
        self._connection = connect()
        self._words: dict[int, Record] = {}
        self._names: dict[int, Entry] = {}
        self._headwords = Sieve(_HEADWORDS, _HEADWORD_MARKS)
        self._remarks = Sieve(REMARKED_SENSES, _SENSE_MARKS)
        self._candidates: dict[str, tuple[Candidate, ...]] = {}
        self._name_candidates: dict[str, tuple[NameCandidate, ...]] = {}  # none for what is no name
        self._packed_readings: dict[str, str] | None = None
        self._kanji_readings: dict[str, KanjiReadings] = {}

    def candidates(self, spellings: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """The JMdict entries that each of the strings is a headword of, in the dictionary's order.

        A string is matched as it is (but ASCII as full width, as JMdict spells it) with the spellings of the
        entries and, if it is kana, with their readings. Strings that are no headwords are left out.
        """
        kept = self._candidates
        wanted = set(spellings)
        missing = [spelling for spelling in wanted if spelling not in kept]  # cheaper than a difference
        found = {spelling: known for spelling in wanted if (known := kept.get(spelling))}
        if missing and (headwords := self._headwords.passed(all_to_full_width(missing))):
            ids = self._ids_by_headword(set(headwords.values()), _WORD_QUERIES)
            records = self._word_records({id_ for row in ids.values() for id_ in row})
            kept.update(dict.fromkeys(headwords, ()))
            for spelling, headword in headwords.items():
                if headword in ids:
                    found[spelling] = kept[spelling] = tuple(
                        [word_candidate(records[id_], headword) for id_ in ids[headword]]
                    )
            _shorten(kept, _KEPT_SPELLINGS)
        return found

    def read_ahead(self) -> Iterator[dict[str, tuple[Candidate, ...]]]:
        """Get ready for articles never seen, in steps of some 5 ms: see which headwords there are, and which
        senses have remarks (2.5 MB), and read the most frequent words (17 MB). Gives what was read, as
        ``candidates`` does.
        """
        for sieve in (self._headwords, self._remarks):
            for _ in sieve.fill(self._connection):
                yield {}
        for query in (_FREQUENT, _FREQUENT_IN_KANA):
            frequent = self._connection.execute(query)
            while spellings := [spelling for (spelling,) in frequent.fetchmany(_STEP_AHEAD)]:
                yield self.candidates(spellings)

    def names(self, spellings: Iterable[str]) -> dict[str, tuple[NameCandidate, ...]]:
        """The JMnedict entries that each of the strings is a headword of; see ``candidates``.

        Hiragana is matched only with names that are written without kanji: of those with kanji, any of dozens
        could be meant.
        """
        kept = self._name_candidates
        wanted = set(spellings)
        if missing := wanted - kept.keys():
            kept |= self._read_name_candidates(all_to_full_width(missing))
        found = {spelling: names for spelling in wanted if (names := kept[spelling])}
        _shorten(kept, _KEPT_NAMES)
        return found

    def _read_name_candidates(self, headwords: dict[str, str]) -> dict[str, tuple[NameCandidate, ...]]:
        """The names of spellings, given how headwords would spell them."""
        ids = self._ids_by_headword(set(headwords.values()), _NAME_QUERIES)
        entries = self._name_entries({id_ for row in ids.values() for id_ in row})
        found = {}
        for spelling, headword in headwords.items():
            any_spelling = not is_kana(headword) or is_katakana(headword)
            found[spelling] = tuple(
                [
                    name_candidate(entries[id_], headword)
                    for id_ in ids.get(headword, ())
                    if any_spelling or not entries[id_].spellings
                ]
            )
        return found

    def entries(self, ids: Iterable[int]) -> dict[int, Entry]:
        """Whole entries of JMdict and JMnedict by id; ids that neither has are left out."""
        wanted = set(ids)
        found = self._name_entries(wanted & self._names.keys())
        found |= {id_: record.entry for id_, record in self._word_records(wanted - found.keys()).items()}
        return found | self._name_entries(wanted - found.keys())

    def kanji(self, literal: str) -> Kanji | None:
        """What KANJIDIC2 says about one kanji; None for a character that it does not have."""
        return read_kanji(self._connection, literal)

    def kanji_readings(self, literals: Collection[str]) -> dict[str, KanjiReadings]:
        """The readings of kanji, for splitting a word's reading over its kanji; unknown ones are left out.

        The first call reads those of all kanji (about 50 ms, 3 MB).
        """
        if self._packed_readings is None:
            self._packed_readings = pack_readings(self._connection)
        known = self._kanji_readings
        for literal in literals:
            if literal not in known and literal in self._packed_readings:
                known[literal] = unpack_readings(self._packed_readings.pop(literal))
        return {literal: known[literal] for literal in literals if literal in known}

    def _ids_by_headword(self, headwords: set[str], queries: tuple[str, str]) -> dict[str, list[int]]:
        """The entries of each headword: kana is sought among the readings, all else among the spellings."""
        kana = {headword for headword in headwords if "ぁ" <= headword[:1] <= "ヿ" and is_kana(headword)}
        found: dict[str, list[int]] = {}
        for query, texts in zip(queries, (headwords - kana, kana), strict=True):
            if texts:
                for text, id_ in self._connection.execute(query, (as_json(texts),)):
                    found.setdefault(text, []).append(id_)
        return found

    def _word_records(self, ids: set[int]) -> dict[int, Record]:
        def read(connection: sqlite3.Connection, missing: Iterable[int]) -> dict[int, Record]:
            return read_words(connection, missing, self._remarks)

        return self._read(self._words, _KEPT_WORDS, read, ids)

    def _name_entries(self, ids: set[int]) -> dict[int, Entry]:
        return self._read(self._names, _KEPT_NAMES, read_names, ids)

    def _read(
        self,
        kept: dict[int, _T],
        limit: int,
        read: Callable[[sqlite3.Connection, Iterable[int]], dict[int, _T]],
        ids: set[int],
    ) -> dict[int, _T]:
        """What is kept for these ids, and what is not, read."""
        found = {id_: kept[id_] for id_ in ids if id_ in kept}
        if missing := ids - found.keys():
            fresh = read(self._connection, sorted(missing))
            kept.update(fresh)
            _shorten(kept, limit)
            found |= fresh
        return found


_HEADWORDS = ("SELECT text FROM Kanji", "SELECT text FROM Kana")
_HEADWORD_MARKS = 1 << 21  # five times as many as headwords: 17 % of all else fall on one
_SENSE_MARKS = 1 << 18  # one for each sense
_WORD_QUERIES = (
    "SELECT text, idseq FROM json_each(?) AS wanted CROSS JOIN Kanji ON text = wanted.value",
    "SELECT text, idseq FROM json_each(?) AS wanted CROSS JOIN Kana ON text = wanted.value",
)
# The spellings of the 4,000 words that newspapers use most, and 1,600 in hiragana of what is frequent and so
# written as a rule, which have several entries each. Nothing is sorted, so the first come at once.
_FREQUENT = (
    "SELECT Kanji.text FROM KJP CROSS JOIN Kanji ON Kanji.ID = kid WHERE KJP.text BETWEEN 'nf01' AND 'nf08'"
)
_FREQUENT_IN_KANA = """
    SELECT Kana.text FROM KNP CROSS JOIN Kana ON Kana.ID = kid
    WHERE Kana.text < 'ァ' AND (
        NOT EXISTS (SELECT 1 FROM Kanji WHERE Kanji.idseq = Kana.idseq)
        OR EXISTS (
            SELECT 1 FROM Sense CROSS JOIN misc ON sid = Sense.ID
            WHERE Sense.idseq = Kana.idseq AND misc.text = 'word usually written using kana alone'
        )
    )
"""
_NAME_QUERIES = (
    "SELECT text, idseq FROM json_each(?) AS wanted CROSS JOIN NEKanji ON text = wanted.value",
    "SELECT text, idseq FROM json_each(?) AS wanted CROSS JOIN NEKana ON text = wanted.value",
)


def _shorten(kept: dict[Any, Any], limit: int) -> None:
    """Drop the oldest half of what is kept once it is too much; what is common comes back at once."""
    if len(kept) > limit:
        for key in list(islice(kept, len(kept) - limit // 2)):
            del kept[key]
