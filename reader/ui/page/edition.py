"""What is taken along: an article as the page shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.model import Article, Word
from reader.ui.page.blocks import Block, WordRuby
from reader.ui.page.typography import Look


@dataclass(frozen=True, slots=True)
class Edition:
    """An article, the blocks that are shown of it, and how.

    ``readings_of`` and ``words_of`` give the readings that are shown over a paragraph and its words.
    """

    article: Article
    blocks: Sequence[Block]
    look: Look
    readings_of: Callable[[int], list[WordRuby]]
    words_of: Callable[[int], Sequence[Word]]
