"""Which words show their readings."""

from __future__ import annotations

import pytest

from reader.engine.packing import first_places
from reader.model import Analysis, FuriganaMode, Paragraph, Ruby, Word
from reader.ui.page.furigana import FirstPlaces, Stretch, is_over, shows_reading, stretches
from reader.vocabulary.model import Status
from tests.ui.reading_samples import analyse, text_of

MARKED = "大統領|は|朝|の|港|で|朝"
STATUSES = {"朝": Status.KNOWN, "港": Status.LEARNING}


def shown(mode: FuriganaMode, *ruby: Ruby, analysis: Analysis | None = None) -> list[str]:
    """The stretches of the sample that show their readings, as text."""
    analysis = analysis or analyse(MARKED)
    firsts = FirstPlaces()
    firsts.add(0, first_places(analysis.words))
    accept = shows_reading(mode, status_of, firsts)
    text = text_of(MARKED)
    return [text[start:end] for start, end in stretches(0, Paragraph(text, ruby=ruby), analysis, accept)]


def status_of(word: Word) -> Status | None:
    return STATUSES.get(word.surface)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (FuriganaMode.ALL, ["大統領", "は", "朝", "の", "港", "で", "朝"]),
        (FuriganaMode.UNKNOWN, ["大統領", "は", "の", "港", "で"]),
        (FuriganaMode.FIRST, ["大統領", "は", "朝", "の", "港", "で"]),
        (FuriganaMode.HOVER, []),
        (FuriganaMode.NONE, []),
    ],
)
def test_modes(mode: FuriganaMode, expected: list[str]) -> None:
    assert shown(mode) == expected


def test_the_authors_readings_are_shown_over_what_is_no_word() -> None:
    spoken = Analysis(analyse(MARKED).words[:2], ())
    assert shown(FuriganaMode.UNKNOWN, Ruby(4, 5, "あした"), analysis=spoken) == ["大統領", "は", "朝"]


def test_the_authors_readings_are_shown_while_no_words_are_known() -> None:
    assert shown(FuriganaMode.UNKNOWN, Ruby(4, 5, "あした"), analysis=Analysis((), ())) == ["朝"]


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, False), (2, True), (4, True), (5, False), (7, True), (9, False)]
)
def test_is_over(offset: int, expected: bool) -> None:
    assert is_over(offset, [Stretch(2, 5), Stretch(7, 9)]) is expected


def test_a_word_found_earlier_takes_the_first_place() -> None:
    firsts, words = FirstPlaces(), analyse("港|の|朝").words
    harbour, places = words[0], first_places(words)
    assert not firsts.add(3, places)
    assert firsts.is_first(3, harbour)
    assert not firsts.add(5, places)
    assert firsts.add(1, places)
    assert firsts.is_first(1, harbour)
    assert not firsts.is_first(3, harbour)
    firsts.clear()
    assert not firsts.is_first(1, harbour)
