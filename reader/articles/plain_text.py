"""From plain text to an article: its title, its byline and a paragraph for every other line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.errors import ReaderError
from reader.model import Article, Paragraph, ParagraphKind

_JAPANESE = re.compile(r"[々〆ぁ-ゖァ-ヺ㐀-䶿一-鿿豈-﫿ｦ-ﾝ\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[A-Za-z]")
_SENTENCE_END = re.compile(r"[。｡！？!?]+[」』）”]?")

_LONGEST_TITLE = 80  # headlines reach 40 characters, with a subtitle 60; a paragraph is rarely this short
_LONGEST_BYLINE = 200
_DERIVED_TITLE = 30  # what fits one line of the list


def from_text(text: str, source: str) -> Article:
    """The article that ``text`` is; ``source`` says for people where it came from.

    Each line that is not blank becomes a paragraph, exactly as it stands but for the marks of Aozora Bunko.
    For the rest, see ``from_paragraphs``.
    """
    lines = paragraphs_of(text)
    if "《" not in text and "［＃" not in text:
        return from_paragraphs(tuple(map(Paragraph, lines)), source)
    from reader.articles.aozora import marked_paragraphs  # noqa: PLC0415  (the samples at the start have none)

    return from_paragraphs(marked_paragraphs(lines), source)


def from_paragraphs(paragraphs: Sequence[Paragraph], source: str) -> Article:
    """The article of these paragraphs, whatever kind they were.

    The first is the title, unless it reads like a sentence or nothing follows it: then the title is made from
    its beginning. One without Japanese after a Japanese title is the byline. Raises ReaderError if there are
    none.
    """
    lines = [paragraph.text for paragraph in paragraphs]
    if not lines:
        raise ReaderError("There is no text to read here.")
    kinds = [ParagraphKind.BODY] * len(lines)
    has_title = len(lines) > 1 and _is_title(lines[0])
    if has_title:
        kinds[0] = ParagraphKind.TITLE
        if _JAPANESE.search(lines[0]) and _is_byline(lines[1]):
            kinds[1] = ParagraphKind.BYLINE
    title = lines[0].strip() if has_title else _title_from(lines[0])
    named = (replace(paragraph, kind=kind) for paragraph, kind in zip(paragraphs, kinds, strict=True))
    return Article(title, tuple(named), source)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The lines of ``text`` that are not blank, whatever ends them, otherwise unchanged."""
    return tuple(line for line in _storable(text).removeprefix("\ufeff").splitlines() if line.strip())


def _storable(text: str) -> str:
    """Join halves of surrogate pairs, which some clipboards give; a lone half becomes �."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _is_title(line: str) -> bool:
    # One ideographic space is the indentation of a paragraph; titles are set in by several, or by none.
    indented = line.startswith("　") and not line.startswith("　　")
    return not indented and len(line.strip()) <= _LONGEST_TITLE and not line.rstrip().endswith(("。", "｡"))


def _is_byline(line: str) -> bool:
    return len(line) <= _LONGEST_BYLINE and _LETTER.search(line) is not None and not _JAPANESE.search(line)


def _title_from(line: str) -> str:
    line = line.strip()
    end = _SENTENCE_END.search(line)
    sentence = line[: end.end()] if end else line
    if len(sentence) <= _DERIVED_TITLE:
        return sentence.rstrip("。｡")
    return sentence[: _DERIVED_TITLE - 1].rstrip("、，") + "…"
