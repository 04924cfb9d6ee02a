"""Where the sentences of an English text begin and end."""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries

# ’ within a word is an apostrophe, so the single marks count where no apostrophe can stand
_QUOTATION_MARK = re.compile(r"[“”\"„‟«»‘]|(?<!\w)'|(?<=[.!?,…])['’]")
_BULLETS = "•‣" + "".join(map(chr, range(0x25A0, 0x27C0)))
_BULLET_OR_LONE_SURROGATE = re.compile(f"[{_BULLETS}\ud800-\udfff]")
_BETWEEN = "“”\"„‟«»‘’'" + _BULLETS
_CLOSING = "”\"»’')]"
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def english_sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of a text, in order, split finely: those within a quotation count too.

    “We won. It was hard,” he said. is two sentences. A line break always ends one. Together the spans are the
    text but for white space.
    """
    return tuple(span for line in _LINE.finditer(text) for span in _of_line(line[0], line.start()))


def _of_line(line: str, offset: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    # sentencex keeps a quotation whole, and what follows a bullet; without the marks all is split alike
    for boundary in get_sentence_boundaries("en", _plain(line)):
        end = _before_opening(line, start, boundary["end_index"])
        if not _goes_on(line, end):
            _add(spans, line, start, end, offset)
            start = end
    _add(spans, line, start, len(line), offset)
    return spans


def _plain(line: str) -> str:
    """The line, as long as it is, without what sentencex cannot take or sees too much in."""
    return _BULLET_OR_LONE_SURROGATE.sub(" ", _QUOTATION_MARK.sub(" ", line))


def _before_opening(line: str, start: int, end: int) -> int:
    """The end of a sentence whose boundary was found behind the marks that open the next one."""
    gap = end
    while gap > start and (line[gap - 1].isspace() or line[gap - 1] in _BETWEEN):
        gap -= 1
    while gap < end and line[gap] in _CLOSING:
        gap += 1
    return gap


def _goes_on(line: str, end: int) -> bool:
    """Whether a boundary stands before a small letter: “Really?” asked the man."""
    rest = line[end:].lstrip()
    return rest[:1].islower() or not line[end : end + 1].isspace()


def _add(spans: list[tuple[int, int]], line: str, start: int, end: int, offset: int) -> None:
    part = line[start:end]
    begin = start + len(part) - len(part.lstrip())
    if begin < start + len(part.rstrip()):
        spans.append((offset + begin, offset + start + len(part.rstrip())))
