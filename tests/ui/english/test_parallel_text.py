"""From offsets through whole texts to what is shown, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Paragraph, ParagraphKind, Place
from reader.ui.english.parallel_text import Joined, below_by_number
from reader.ui.page.page import Span
from tests.ui.english.examples import ALIGNMENT, ARTICLE, SECOND, en, ja, pair, parallel_text

PARAGRAPHS = st.lists(st.text("港の朝", max_size=4), min_size=1, max_size=5)


@given(PARAGRAPHS, st.data())
def test_places_and_offsets(paragraphs: list[str], data: st.DataObject) -> None:
    joined = Joined(paragraphs)
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    place = Place(number, data.draw(st.integers(0, len(paragraphs[number]))))
    assert joined.place(joined.offset(place)) == place


@given(PARAGRAPHS, st.data())
def test_stretches_hold_the_text_without_line_breaks(paragraphs: list[str], data: st.DataObject) -> None:
    joined = Joined(paragraphs)
    start = data.draw(st.integers(0, len(joined.text)))
    end = data.draw(st.integers(start, len(joined.text)))
    texts = [
        paragraphs[number][first:last] for number, first, last in map(tuple_of, joined.stretches(start, end))
    ]
    assert "".join(texts) == joined.text[start:end].replace("\n", "")


def tuple_of(span: Span) -> tuple[int, int, int]:
    return span.paragraph, span.start, span.end


@pytest.mark.parametrize(
    ("place", "number"),
    [(Place(0, 0), 0), (Place(2, 4), 2), (Place(2, 5), 4), (Place(3, 2), 5), (Place(0, 3), None)],
)
def test_pair_of_a_place(place: Place, number: int | None) -> None:
    assert parallel_text().pair_of_japanese(place) == number


@pytest.mark.parametrize(
    ("part", "number"), [("boats", 2), ("Gulls", 3), ("Fish", 4), ("cat", 5), (" Gulls", None)]
)
def test_pair_of_english(part: str, number: int | None) -> None:
    assert parallel_text().pair_of_english(en(part)[0]) == number


def test_both_sides_of_a_pair() -> None:
    text = parallel_text()
    assert text.japanese_of(4) == [Span(2, 5, 10)]
    assert text.english_of(4) == "Fish is laid out."
    assert (text.japanese_of(3), text.english_of(3)) == ([], "Gulls cry.")


def test_english_below_each_paragraph_but_the_byline() -> None:
    below = parallel_text().below()
    assert {number: part.text for number, part in below.items()} == {
        0: "A Harbor Morning",
        2: "The boats return. Gulls cry. Fish is laid out.",
        3: "A cat comes.",
    }


def test_english_below_of_some_pairs_knows_where_it_is_from() -> None:
    below = parallel_text().below({2, 4})
    assert below[2].text == "The boats return. Fish is laid out."
    start = below[2].text.index("Fish")
    assert below[2].origin(start) == en("Fish")[0]
    assert below[2].origin(start - 1) is None
    assert list(below[2].spans(*en("return. Gulls cry. Fish"))) == [(10, 17), (18, 22)]
    assert [below[2].text[a:b] for a, b in below[2].spans(*en("Fish is laid out."))] == ["Fish is laid out."]


def test_what_is_tentative() -> None:
    text = parallel_text()
    assert [number for number in range(6) if text.is_tentative(number)] == [4]
    assert text.tentative_english() == [en("Fish is laid out.")]


def test_share_of_sentences_with_a_partner() -> None:
    assert parallel_text().alignment.share == 0.8  # the fifth is not even likely
    alone = [p if p.ja != ja(SECOND) else pair(SECOND, None) for p in ALIGNMENT.pairs]
    assert ALIGNMENT._replace(pairs=tuple(alone)).share == 0.8
    certain = tuple(each._replace(confidence=0.6) for each in ALIGNMENT.pairs)
    assert ALIGNMENT._replace(pairs=certain).share == 1.0
    assert ALIGNMENT._replace(pairs=(), ja_sentences=()).share == 0.0


@pytest.mark.parametrize(
    ("english", "numbers"),
    [
        (("t", "by", "a", "b"), [0, 1, 2, 3]),
        (("t", "a", "b"), [0, 2, 3]),
        (("a", "b"), [2, 3]),
        (("a",), []),
        ((), []),
    ],
)
def test_before_anything_is_aligned_numbers_tell(english: tuple[str, ...], numbers: list[int]) -> None:
    assert list(below_by_number(replace(ARTICLE, english=english))) == numbers


def test_a_byline_that_is_english_already_is_not_repeated() -> None:
    paragraphs = (Paragraph("港", ParagraphKind.TITLE), Paragraph("By Ann Lee", ParagraphKind.BYLINE))
    article = Article("港", paragraphs, english=("The harbor", "By Ann Lee"))
    assert list(below_by_number(article)) == [0]
