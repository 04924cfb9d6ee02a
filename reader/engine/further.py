"""What else may stand where a word stands: the rows that the panel lists quietly below its entries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reader.dictionary.candidates import Candidate
from reader.dictionary.database import Dictionary
from reader.dictionary.ranking import Context, rank, references
from reader.kana import to_hiragana
from reader.language.scanning import Find, scan
from reader.language.tokenizer import Token
from reader.model import EntryRef, PartOfSpeech, Word

_MOST = 24  # entries for one word
_MOST_FROM_A_TOKEN = 16
_MOST_OF_A_FORM = 3
_MOST_HOMOGRAPHS = 6


class Further:
    """What the dictionary finds by scanning a text from some of its tokens (their indexes) on."""

    def __init__(
        self, text: str, tokens: Sequence[Token], indexes: Iterable[int], dictionary: Dictionary
    ) -> None:
        self._text, self._tokens = text, tokens
        self._starts = [token.start for token in tokens]
        self._finds = {index: scan(text, tokens, index) for index in indexes}
        spellings = {find.spelling for finds in self._finds.values() for find in finds}
        self._candidates: Mapping[str, Sequence[Candidate]] = dictionary.candidates(spellings)

    def words(self, start: int, end: int, listed: Collection[tuple[int, int]]) -> tuple[Word, ...]:
        """What may stand from ``text[start:end]`` on or within it, each with one entry.

        Left out are entries that are ``listed``: by id and by where what they explain begins.
        """
        found: dict[tuple[int, int], Word] = {}
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            fresh = (
                word
                for word in self._from(index)
                if word.start < end and (word.entries[0].id, word.start) not in listed
            )
            for word in islice(fresh, _MOST_FROM_A_TOKEN):
                found.setdefault((word.entries[0].id, word.start), word)
        return tuple(found.values())[:_MOST]

    def _from(self, index: int) -> Iterator[Word]:
        token = self._tokens[index]
        for find in self._finds.get(index, ()):
            if candidates := self._candidates.get(find.spelling):
                likeliest = _likeliest(candidates, find, token)
                for ref in references(likeliest, _context(find, token), find.start, find.end):
                    yield self._word(find, ref)

    def _word(self, find: Find, ref: EntryRef) -> Word:
        surface = self._text[find.start : find.end]
        reading = "" if find.steps else ref.reading
        pos = PartOfSpeech.VERB if find.pos else PartOfSpeech.NOUN
        return Word(
            *(find.start, find.end, surface, ref.headword, ref.reading, reading, pos),
            inflection=find.steps,
            entries=(ref,),
        )


def _context(find: Find, token: Token) -> Context:
    if find.pos or (find.start, find.end) != (token.start, token.end):
        return Context()
    return Context("", token.pos, token.ctype, token.lemma)


def _likeliest(candidates: Sequence[Candidate], find: Find, token: Token) -> list[Candidate]:
    """Those that can conjugate so, the likeliest first; within a token, those read as it is."""
    if find.pos:
        fitting = [candidate for candidate in candidates if not find.pos.isdisjoint(candidate.pos)]
        return rank(fitting, Context())[:_MOST_OF_A_FORM]
    ranked = rank(candidates, _context(find, token))
    if (find.start, find.end) == (token.start, token.end):
        return ranked[:_MOST_HOMOGRAPHS]
    within = to_hiragana(token.kana)
    fitting = [each for each in ranked if any(reading in within for reading in each.readings)]
    return (fitting or ranked)[:_MOST_HOMOGRAPHS]
