"""From an article to the blocks that a page sets, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.model import Analysis, Article, Paragraph, ParagraphKind
from reader.ui.page.typography import ROLES, Role

_LONGEST = 1200  # characters: what can be laid out without the user noticing
_SENTENCE_ENDS = "。", ". "
_NO_ENGLISH: Mapping[int, str] = {}


class Block(NamedTuple):
    """A text that is set as one: ``whole[start:end]``, where ``whole`` is the text of paragraph number
    ``paragraph``, or the English below it. Only very long ones are cut into several blocks.

    The text of a part is cut out when it is asked for: an article is not kept twice.
    """

    role: Role
    paragraph: int
    whole: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters are set."""
        return self.end - self.start

    @property
    def text(self) -> str:
        """What is set."""
        return self.whole[self.start : self.end]

    @property
    def is_last_part(self) -> bool:
        """Whether nothing of the same text follows."""
        return self.end == len(self.whole)


class WordRuby(NamedTuple):
    """A reading over ``start`` to ``end`` of a text; those over one word have the same ``word`` number."""

    start: int
    end: int
    text: str
    word: int


def blocks_of(article: Article, english: Mapping[int, str] = _NO_ENGLISH) -> list[Block]:
    """The blocks of an article, below each paragraph the ``english`` text for its number."""
    blocks: list[Block] = []
    for number, paragraph in enumerate(article.paragraphs):
        blocks.extend(_parts(ROLES[paragraph.kind], number, paragraph.text))
        if text := english.get(number):
            blocks.extend(_parts(Role.ENGLISH, number, text))
    return blocks


def _parts(role: Role, number: int, text: str) -> Iterable[Block]:
    start = 0
    while len(text) - start > _LONGEST:
        end = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in _SENTENCE_ENDS) + 1
        end = end or start + _LONGEST
        yield Block(role, number, text, start, end)
        start = end
    yield Block(role, number, text, start, len(text))


def rubies_of(block: Block, paragraph: Paragraph, analysis: Analysis | None) -> list[WordRuby]:
    """The readings over a block, in order, counted from its own beginning. The author's win over ours."""
    if block.role is Role.ENGLISH:
        return []
    readings = readings_of(paragraph, analysis)
    if block.length == len(paragraph.text):
        return readings
    first, last = block.start, block.end
    return [
        WordRuby(start - first, end - first, text, word)
        for start, end, text, word in readings
        if first <= start and end <= last
    ]


def readings_of(paragraph: Paragraph, analysis: Analysis | None) -> list[WordRuby]:
    """The readings over a paragraph, in order. The author's win over ours; a byline is in Western
    letters, and its numbers are not read.
    """
    if paragraph.kind is ParagraphKind.BYLINE:
        return []
    words = analysis.words if analysis is not None else ()
    ours = [
        WordRuby(start, end, text, number)
        for number, word in enumerate(words)
        for start, end, text in word.ruby
    ]
    author = [ruby for ruby in paragraph.ruby if ruby.text and ruby.start < ruby.end]
    if not author:
        return ours
    covered = {offset for ruby in author for offset in range(ruby.start, ruby.end)}
    ours = [ruby for ruby in ours if covered.isdisjoint(range(ruby.start, ruby.end))]
    theirs = (WordRuby(*ruby, number) for number, ruby in enumerate(author, len(words)))
    return sorted((*ours, *theirs))
