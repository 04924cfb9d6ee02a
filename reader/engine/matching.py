"""Words of a list that the user has elsewhere, found in the dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.dictionary.candidates import Candidate
from reader.dictionary.ranking import Context, rank, references
from reader.engine.protocol import WordMatch
from reader.model import EntryRef, PartOfSpeech, Word
from reader.vocabulary.keeping import saved_word
from reader.vocabulary.model import SavedWord
from reader.vocabulary.word_tables import ListedWord

if TYPE_CHECKING:
    from reader.engine.analysis import Analyser

# What lists add to a dictionary form: 勉強する, 静かな, 静かだ.
_ADDED = ("する", "な", "だ", "の")


def match_words(analyser: Analyser, listed: Sequence[ListedWord]) -> tuple[WordMatch, ...]:
    """For each word the likeliest entry that it is a headword of, as the vocabulary would keep it.

    Where several are and the list has no reading, that is the one which is read as in an article: 本 is ほん.
    """
    forms = {word.spelling: _forms(word.spelling) for word in listed}
    candidates = analyser.dictionary.candidates({form for several in forms.values() for form in several})
    return tuple(
        _match(word, {form: candidates.get(form, ()) for form in forms[word.spelling]}, analyser)
        for word in listed
    )


def _match(listed: ListedWord, by_form: Mapping[str, Sequence[Candidate]], analyser: Analyser) -> WordMatch:
    for form, candidates in by_form.items():
        fitting = [
            candidate
            for candidate in candidates
            if not listed.reading or _begins(listed.reading, candidate.readings)
        ]
        if fitting:
            reading = listed.reading or (_read(form, listed.spelling, analyser) if len(fitting) > 1 else "")
            ranked = rank(fitting, Context(reading=reading))
            return WordMatch(listed, _as_saved(ranked[0], listed), len(ranked) - 1)
    return WordMatch(listed, None, 0)


def _read(form: str, spelling: str, analyser: Analyser) -> str:
    """How a dictionary form is read with which ``spelling`` begins; "" where it is not taken for one."""
    words = analyser.look_up(spelling).words
    return next((word.base_reading for word in words if word.base == form == word.surface), "")


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
