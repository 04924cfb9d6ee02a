"""What is selected."""

import pytest

from reader.model import Article, Paragraph, Place
from reader.ui.page.page import Span
from reader.ui.page.selection import Selection

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
