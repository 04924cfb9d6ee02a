"""Finding words."""

import pytest

from reader.model import Analysis, Place, Word, WordAt
from reader.ui.page.word_walk import (
    is_steppable,
    is_unknown,
    nearest_word,
    next_word,
    previous_word,
    sentence_of,
    whole_words,
    word_at,
)
from reader.vocabulary.model import Status
from tests.ui.reading_samples import analyse, text_of

FIRST, SECOND = "朝|の|港|。|緊張緩和|を|訴え|た|。", "大統領|は|港"
ANALYSES = {0: analyse(FIRST), 1: analyse(SECOND)}


def surface(found: WordAt | int | None) -> str | int | None:
    return found.word.surface if isinstance(found, WordAt) else found


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, "朝"), (2, "港"), (3, None), (7, "緊張緩和"), (99, None)]
)
def test_word_at(offset: int, expected: str | None) -> None:
    found = word_at(ANALYSES[0], offset)
    assert (found.surface if found else None) == expected


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [(0, 3, "朝の港"), (5, 7, "緊張緩和"), (2, 6, "港。緊張緩和"), (3, 4, "。"), (6, 10, "緊張緩和を訴え")],
)
def test_a_span_is_widened_to_whole_words(start: int, end: int, whole: str) -> None:
    text = text_of(FIRST)
    first, last = whole_words(ANALYSES[0], start, end)
    assert text[first:last] == whole
    assert whole_words(None, start, end) == (start, end)


def test_no_word_where_nothing_is_analysed() -> None:
    assert word_at(None, 0) is None
    assert word_at(Analysis((), ()), 0) is None


@pytest.mark.parametrize(
    ("paragraph", "offset", "following", "before"),
    [
        (0, 0, "朝", None),
        (0, 1, "の", "朝"),
        (0, 3, "緊張緩和", "港"),
        (0, 12, "大統領", "た"),
        (1, 5, 2, "港"),  # paragraph 2 is not analysed yet
    ],
)
def test_walk(paragraph: int, offset: int, following: str | int, before: str | None) -> None:
    place = Place(paragraph, offset)
    assert surface(next_word(ANALYSES, place, 2, is_steppable)) == following
    assert surface(previous_word(ANALYSES, place, is_steppable)) == before


def test_walk_ends_with_the_article() -> None:
    assert next_word(ANALYSES, Place(1, 5), 1, is_steppable) is None


def test_walk_to_what_is_not_known() -> None:
    known = {"大統領": Status.KNOWN, "朝": Status.NEW}

    def accept(word: Word) -> bool:
        return is_unknown(word, known.get(word.surface))

    assert surface(next_word(ANALYSES, Place(0, 0), 1, accept)) == "朝"
    assert surface(next_word(ANALYSES, Place(0, 1), 1, accept)) == "港"  # の is a particle
    assert surface(next_word(ANALYSES, Place(1, 0), 1, accept)) == "港"


@pytest.mark.parametrize(("offset", "expected"), [(0, "朝"), (3, "港"), (6, "緊張緩和"), (50, "た")])
def test_nearest_word(offset: int, expected: str) -> None:
    found = nearest_word(ANALYSES[0], 0, 13, offset)
    assert found is not None
    assert found.surface == expected


def test_nearest_word_on_a_line_without_words() -> None:
    assert nearest_word(ANALYSES[0], 20, 30, 25) is None


def test_sentence_of() -> None:
    word = ANALYSES[0].words[3]
    assert sentence_of(ANALYSES[0], text_of(FIRST), word) == ("緊張緩和を訴えた。", 0, 4)
    assert sentence_of(Analysis((), ()), text_of(FIRST), word) == (text_of(FIRST), 4, 8)
