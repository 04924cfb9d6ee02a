"""The text of a Markdown file without its marks: headings, emphasis, links, lists, quotations, tables.

Lines that follow each other are one paragraph, and HTML is read as such, so that <ruby> is ruby.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from reader.articles.web_page import paragraphs_of_html
from reader.model import Paragraph

_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
_QUOTE = re.compile(r"\s{0,3}(>\s?)+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)(\s+#+)?\s*")
_RULE = re.compile(r"\s{0,3}(=+|-+|([-*_])\s*(\2\s*){2,})\s*")  # also below a heading
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+.*")
_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,9}[.)]\s+(?=\S)")
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
_ALIGNMENT = re.compile(r"[\s:|-]+")
_HARD_BREAK = re.compile(r"( {2,}|\\)$")

_LITERAL = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)|\\(?P<escaped>[!-/:-@\[-`{-~])", re.DOTALL)
_KEPT = re.compile("\ue000(\\d+)\ue001")  # stands for such a literal until the marks are gone
_IMAGE = re.compile(r"!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\](\([^()]*(\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_ADDRESS = re.compile(r"<((https?|mailto):[^<>\s]+)>")
_EMPHASIS = (
    re.compile(r"(?P<mark>\*{1,3}|~~)(?=\S)(?P<text>[^*~]+)(?<=\S)(?P=mark)"),
    re.compile(r"(?<!\w)(?P<mark>_{1,3})(?=\S)(?P<text>[^_]+)(?<=\S)(?P=mark)(?!\w)"),
)
_NESTED = 3


def paragraphs_of_markdown(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a Markdown text, those that are blank left out."""
    blocks = _blocks(_without_front_matter(text.splitlines()))
    return tuple(paragraph for block in blocks for paragraph in paragraphs_of_html(block))


def _without_front_matter(lines: Sequence[str]) -> Sequence[str]:
    if lines and lines[0].rstrip() == "---":
        ends = (number for number, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "..."))
        return lines[next(ends, -1) + 1 :]
    return lines


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """The text of each paragraph as HTML, its lines as they were."""
    open_lines: list[str] = []
    fence = ""

    def closed() -> Iterator[str]:
        if open_lines:
            yield _without_marks("\n".join(open_lines))
            open_lines.clear()

    for raw in lines:
        if fence:
            if raw.strip().startswith(fence):
                fence = ""
            else:
                yield escape(raw)
            continue
        line = raw[quote.end() :] if (quote := _QUOTE.match(raw)) else raw
        if begun := _FENCE.match(line):
            yield from closed()
            fence = begun["fence"]
        elif not line.strip() or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            yield from closed()
        elif heading := _HEADING.fullmatch(line):
            yield from closed()
            yield _without_marks(heading["text"])
        elif row := _ROW.fullmatch(line):
            yield from closed()
            if not _ALIGNMENT.fullmatch(line):
                yield _without_marks("　".join(cell.strip() for cell in row["cells"].split("|")))
        else:
            if _BULLET.match(line) or _NUMBER.match(line):
                yield from closed()
            open_lines.append(_HARD_BREAK.sub("", _with_point(line)))
            if _HARD_BREAK.search(line):
                yield from closed()
    yield from closed()


def _with_point(line: str) -> str:
    bullet = _BULLET.match(line)
    return f"・{line[bullet.end() :]}" if bullet else line


def _without_marks(text: str) -> str:
    kept: list[str] = []

    def keep(literal: re.Match[str]) -> str:
        kept.append(escape(literal["code"] or literal["escaped"]))
        return f"\ue000{len(kept) - 1}\ue001"

    text = _LITERAL.sub(keep, text)
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\g<text>", _IMAGE.sub("", text)))
    for _ in range(_NESTED):
        for emphasis in _EMPHASIS:
            text = emphasis.sub(r"\g<text>", text)
    return _KEPT.sub(lambda place: kept[int(place[1])], text)
