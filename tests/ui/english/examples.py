"""A short article with its English, aligned by hand, for the tests of parallel reading."""

from __future__ import annotations

from reader.model import Alignment, Article, Pair, Paragraph, ParagraphKind
from reader.ui.english.parallel_text import Joined, ParallelText, joined_japanese

TITLE, BYLINE = "港の朝", "By Ann Lee"
FIRST, SECOND, THIRD = "船が帰る。", "魚が並ぶ。", "猫が来る。"
ARTICLE = Article(
    TITLE,
    (
        Paragraph(TITLE, ParagraphKind.TITLE),
        Paragraph(BYLINE, ParagraphKind.BYLINE),
        Paragraph(FIRST + SECOND),
        Paragraph(THIRD),
    ),
    english=("A Harbor Morning", BYLINE, "The boats return. Gulls cry. Fish is laid out.", "A cat comes."),
)


def span(text: str, part: str) -> tuple[int, int]:
    """Where a part stands in a text."""
    start = text.index(part)
    return start, start + len(part)


def ja(part: str) -> tuple[int, int]:
    """Where a part stands in the whole Japanese."""
    return span(joined_japanese(ARTICLE).text, part)


def en(part: str) -> tuple[int, int]:
    """Where a part stands in the whole English."""
    return span(Joined(ARTICLE.english).text, part)


def pair(japanese: str | None, english: str | None, confidence: float = 0.95) -> Pair:
    """A pair of these texts; None for a side without one."""
    return Pair(ja(japanese) if japanese else None, en(english) if english else None, confidence)


ALIGNMENT = Alignment(
    (
        pair(TITLE, "A Harbor Morning"),
        pair(BYLINE, BYLINE),
        pair(FIRST, "The boats return."),
        pair(None, "Gulls cry."),
        pair(SECOND, "Fish is laid out.", 0.4),
        pair(THIRD, "A cat comes."),
    ),
    tuple(map(ja, (TITLE, BYLINE, FIRST, SECOND, THIRD))),
    tuple(
        map(
            en,
            (
                "A Harbor Morning",
                BYLINE,
                "The boats return.",
                "Gulls cry.",
                "Fish is laid out.",
                "A cat comes.",
            ),
        )
    ),
)


def parallel_text() -> ParallelText:
    """The article, aligned."""
    return ParallelText(ARTICLE, ALIGNMENT)
