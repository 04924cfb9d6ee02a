"""Words of a list that the user has elsewhere, found in the dictionary."""

from __future__ import annotations

from collections.abc import Sequence

from reader.dictionary.candidates import Candidate
from reader.dictionary.database import Dictionary
from reader.dictionary.ranking import Context, rank, references
from reader.engine.protocol import WordMatch
from reader.model import EntryRef, PartOfSpeech, SavedWord, Word
from reader.vocabulary.keeping import saved_word
from reader.vocabulary.word_tables import ListedWord

# What lists add to a dictionary form: 勉強する, 静かな, 静かだ.
_ADDED = ("する", "な", "だ", "の")


def match_words(dictionary: Dictionary, listed: Sequence[ListedWord]) -> tuple[WordMatch, ...]:
    """For each word the likeliest entry that it is a headword of, as the vocabulary would keep it."""
    forms = {word.spelling: _forms(word.spelling) for word in listed}
    candidates = dictionary.candidates({form for several in forms.values() for form in several})
    return tuple(_match(word, [candidates.get(form, ()) for form in forms[word.spelling]]) for word in listed)


def _match(listed: ListedWord, by_form: Sequence[Sequence[Candidate]]) -> WordMatch:
    for candidates in by_form:
        fitting = [
            candidate
            for candidate in candidates
            if not listed.reading or _begins(listed.reading, candidate.readings)
        ]
        if fitting:
            ranked = rank(fitting, Context(reading=listed.reading))
            return WordMatch(listed, _as_saved(ranked[0], listed), len(ranked) - 1)
    return WordMatch(listed, None, 0)


def _begins(reading: str, readings: Sequence[str]) -> bool:
    """Whether one of the readings is the one that is given, which may have する or な after it."""
    return any(reading in (known, *(known + added for added in _ADDED)) for known in readings)


def _as_saved(candidate: Candidate, listed: ListedWord) -> SavedWord:
    (reference,) = references([candidate], Context(reading=listed.reading), 0, len(candidate.headword))
    return saved_word(_word(reference), reference, candidate.entry)._replace(status=listed.status)


def _word(reference: EntryRef) -> Word:
    """The headword as if it stood in a text."""
    headword, reading = reference.headword, reference.reading
    return Word(
        0, len(headword), headword, headword, reading, reading, PartOfSpeech.NOUN, entries=(reference,)
    )


def _forms(spelling: str) -> list[str]:
    without = [spelling.removesuffix(added) for added in _ADDED if spelling.endswith(added)]
    return [spelling, *filter(None, without)]
