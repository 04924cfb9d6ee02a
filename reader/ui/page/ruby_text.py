"""A text with its readings as other programs take it: in brackets, or as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from reader.ui.page.blocks import WordRuby


def with_brackets(text: str, start: int, end: int, readings: Sequence[WordRuby]) -> str:
    """``text[start:end]`` with each reading after its base: 漢字(かんじ). Readings are in order.

    What is only partly inside has no reading.
    """
    pieces = []
    for base, reading in _split(text, start, end, _joined(readings)):
        pieces.append(f"{base}({reading})" if reading else base)
    return "".join(pieces)


def escaped(text: str) -> str:
    """A text as HTML."""
    return escape(text, quote=False)


def with_ruby(
    text: str,
    start: int,
    end: int,
    readings: Sequence[WordRuby],
    as_html: Callable[[str], str] = escaped,
) -> str:
    """The same as HTML: ``<ruby>``, with brackets for programs that do not know it. ``as_html`` makes HTML of
    what the readings stand over, and of what is between them.
    """
    pieces = []
    for base, reading in _split(text, start, end, readings):
        shown = as_html(base)
        if reading:
            above = escaped(reading)
            shown = f"<ruby>{shown}<rp>(</rp><rt>{above}</rt><rp>)</rp></ruby>"
        pieces.append(shown)
    return "".join(pieces)


def _joined(readings: Sequence[WordRuby]) -> list[WordRuby]:
    """The readings with those side by side over one word in one: brackets after each kanji disturb."""
    joined: list[WordRuby] = []
    for ruby in readings:
        before = joined[-1] if joined else None
        if before and before.word == ruby.word and before.end == ruby.start:
            joined[-1] = WordRuby(before.start, ruby.end, before.text + ruby.text, ruby.word)
        else:
            joined.append(ruby)
    return joined


def _split(text: str, start: int, end: int, readings: Sequence[WordRuby]) -> Iterator[tuple[str, str]]:
    """The pieces of the text with the readings over them, "" for none."""
    done = start
    for ruby in readings:
        if done <= ruby.start and ruby.end <= end:
            yield text[done : ruby.start], ""
            yield text[ruby.start : ruby.end], ruby.text
            done = ruby.end
    yield text[done:end], ""
