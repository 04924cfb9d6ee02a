"""Finding words in analysed paragraphs: the one at an offset, the next one of a kind, its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from reader.model import Analysis, PartOfSpeech, Place, Word, WordAt
from reader.vocabulary.coverage import is_learnt
from reader.vocabulary.model import Status


def word_at(analysis: Analysis | None, offset: int) -> Word | None:
    """The word that holds the offset."""
    if analysis is None:
        return None
    number = bisect_right(analysis.words, offset, key=lambda word: word.start) - 1
    if number >= 0 and offset < analysis.words[number].end:
        return analysis.words[number]
    return None


def whole_words(analysis: Analysis | None, start: int, end: int) -> tuple[int, int]:
    """The span from ``start`` to ``end``, widened to the ends of words that it cuts."""
    first, last = word_at(analysis, start), word_at(analysis, end - 1)
    return first.start if first else start, last.end if last else end


def next_word(
    analyses: Mapping[int, Analysis],
    place: Place,
    last_paragraph: int,
    accept: Callable[[Word], bool],
) -> WordAt | int | None:
    """The first accepted word that begins at the place or after it.

    Where a paragraph is not analysed yet before one is found, its number. None at the end.
    """
    offset = place.offset
    for paragraph in range(place.paragraph, last_paragraph + 1):
        analysis = analyses.get(paragraph)
        if analysis is None:
            return paragraph
        first = bisect_left(analysis.words, offset, key=lambda word: word.start)
        for word in analysis.words[first:]:
            if accept(word):
                return WordAt(paragraph, word)
        offset = 0
    return None


def previous_word(
    analyses: Mapping[int, Analysis], place: Place, accept: Callable[[Word], bool]
) -> WordAt | int | None:
    """The last accepted word that begins before the place; else as ``next_word``."""
    offset: int | None = place.offset
    for paragraph in range(place.paragraph, -1, -1):
        analysis = analyses.get(paragraph)
        if analysis is None:
            return paragraph
        words = analysis.words
        if offset is not None:
            words = words[: bisect_left(words, offset, key=lambda word: word.start)]
        for word in reversed(words):
            if accept(word):
                return WordAt(paragraph, word)
        offset = None
    return None


def nearest_word(analysis: Analysis | None, start: int, end: int, offset: int) -> Word | None:
    """The word nearest to the offset among those that begin inside ``start`` to ``end``."""
    if analysis is None:
        return None
    words = [word for word in analysis.words if start <= word.start < end and is_steppable(word)]
    return min(words, key=lambda word: _distance(word, offset), default=None)


def _distance(word: Word, offset: int) -> int:
    return max(word.start - offset, offset - word.end + 1, 0)


def is_steppable(word: Word) -> bool:
    """Whether the arrow keys stop at the word."""
    return word.pos is not PartOfSpeech.SYMBOL


def is_unknown(word: Word, status: Status | None) -> bool:
    """Whether a word with this status is one to learn: particles, auxiliaries and numbers never are."""
    return is_learnt(word) and status in {None, Status.NEW}


def sentence_of(analysis: Analysis, text: str, word: Word) -> tuple[str, int, int]:
    """The sentence that holds the word, and the word's span in it; the whole paragraph if there is none."""
    for start, end in analysis.sentences:
        if start <= word.start and word.end <= end:
            return text[start:end], word.start - start, word.end - start
    return text, word.start, word.end
