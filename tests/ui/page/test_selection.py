"""What is selected."""

import pytest

from reader.model import Article, Paragraph, Place
from reader.ui.page.page import Span
from reader.ui.page.selection import Selection, Unit, selection_around
from tests.ui.reading_samples import analyse, text_of

ARTICLE = Article("", (Paragraph("朝の港"), Paragraph(""), Paragraph("𠮷野の海")))


@pytest.mark.parametrize(
    ("anchor", "cursor", "text"),
    [
        ((0, 1), (0, 1), ""),
        ((0, 1), (0, 3), "の港"),
        ((0, 3), (0, 1), "の港"),  # backwards
        ((0, 2), (2, 1), "港\n\n𠮷"),
    ],
)
def test_text(anchor: tuple[int, int], cursor: tuple[int, int], text: str) -> None:
    assert Selection(Place(*anchor), Place(*cursor)).text(ARTICLE) == text


def test_spans_of_what_is_in_sight_only() -> None:
    selection = Selection(Place(0, 2), Place(2, 1))
    assert selection.spans(ARTICLE, 1, 2) == [Span(1, 0, 0), Span(2, 0, 1)]


@pytest.mark.parametrize(
    ("cursor", "step", "moved"),
    [
        ((0, 1), 1, (0, 2)),
        ((0, 3), 1, (1, 0)),
        ((1, 0), -1, (0, 3)),
        ((0, 0), -1, (0, 0)),
        ((2, 4), 1, (2, 4)),
    ],
)
def test_moved(cursor: tuple[int, int], step: int, moved: tuple[int, int]) -> None:
    assert Selection(Place(0, 1), Place(*cursor)).moved(ARTICLE, step) == Selection(
        Place(0, 1), Place(*moved)
    )


WORDS = Article(
    "", tuple(Paragraph(text_of(marked)) for marked in ("朝|の|港|。", "", "緊張緩和|を|訴え|た"))
)
ANALYSES = {0: analyse("朝|の|港|。"), 2: analyse("緊張緩和|を|訴え|た")}


@pytest.mark.parametrize(
    ("cursor", "step", "moved"),
    [
        ((0, 0), 1, (0, 1)),
        ((0, 3), 1, (0, 4)),  # what follows the last word
        ((0, 4), 1, (1, 0)),
        ((1, 0), 1, (2, 0)),
        ((2, 2), 1, (2, 4)),  # from within a word
        ((2, 8), 1, (2, 8)),
        ((2, 2), -1, (2, 0)),
        ((2, 0), -1, (1, 0)),
        ((1, 0), -1, (0, 4)),
        ((0, 4), -1, (0, 2)),
        ((0, 0), -1, (0, 0)),
    ],
)
def test_moved_by_word(cursor: tuple[int, int], step: int, moved: tuple[int, int]) -> None:
    selection = Selection(Place(0, 1), Place(*cursor)).moved_by_word(WORDS, ANALYSES, step)
    assert selection == Selection(Place(0, 1), Place(*moved))


@pytest.mark.parametrize(
    ("place", "unit", "text"),
    [
        ((2, 5), Unit.WORD, "訴え"),
        ((0, 3), Unit.WORD, "。"),
        ((0, 4), Unit.WORD, ""),
        ((1, 0), Unit.WORD, ""),
        ((0, 1), Unit.SENTENCE, "朝の港。"),
        ((0, 1), Unit.CHARACTER, ""),
    ],
)
def test_units(place: tuple[int, int], unit: Unit, text: str) -> None:
    at = Place(*place)
    assert selection_around(at, unit, WORDS, ANALYSES.get(at.paragraph)).text(WORDS) == text


def test_without_words_a_sentence_is_the_paragraph() -> None:
    assert selection_around(Place(2, 3), Unit.SENTENCE, WORDS, None).text(WORDS) == "緊張緩和を訴えた"


@pytest.mark.parametrize(
    ("origin", "other", "expected"),
    [
        ((2, 4), (6, 7), (2, 7)),
        ((2, 4), (0, 1), (4, 0)),
        ((2, 4), (3, 3), (2, 4)),
        ((3, 3), (1, 1), (3, 1)),
        ((3, 3), (5, 5), (3, 5)),
    ],
)
def test_extended(origin: tuple[int, int], other: tuple[int, int], expected: tuple[int, int]) -> None:
    first, second, both = (
        Selection(Place(0, start), Place(0, end)) for start, end in (origin, other, expected)
    )
    assert first.extended(second) == both
