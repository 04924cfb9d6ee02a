"""Where in a paragraph a typed text is found: as it stands, as it is read, or as the form of a dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.kana import to_hiragana
from reader.model import Analysis, Paragraph, Word
from reader.ui.page.blocks import WordRuby, readings_of
from reader.ui.page.furigana import Stretch

# One character for one, so that offsets stay: full-width Latin letters, digits and signs as narrow ones.
_NARROW = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)} | {ord("\u3000"): ord(" ")}


class Query(NamedTuple):
    """What is looked for, without regard to case and width; ``kana`` is its hiragana if it is all kana."""

    text: str
    kana: str


def query_of(typed: str) -> Query:
    """The query for what the user typed; both its texts are empty if that was nothing but white space."""
    text = _folded(typed.strip())
    kana = to_hiragana(text)
    return Query(text, kana if all(_is_kana(character) for character in kana) else "")


def hits_in(query: Query, paragraph: Paragraph, analysis: Analysis | None) -> list[Stretch]:
    """Where the query is found in a paragraph, in order and without overlaps.

    Readings and dictionary forms need the analysis, but for the author's own readings.
    """
    if not query.text:
        return []
    found = set(_in_text(query.text, paragraph.text))
    if query.kana:
        found.update(_in_readings(query.kana, paragraph.text, readings_of(paragraph, analysis)))
    if analysis is not None:
        found.update(Stretch(word.start, word.end) for word in analysis.words if _is_form_of(query, word))
    hits: list[Stretch] = []
    for stretch in sorted(found, key=lambda stretch: (stretch.start, -stretch.end)):
        if not hits or stretch.start >= hits[-1].end:
            hits.append(stretch)
    return hits


def _in_text(query: str, text: str) -> Iterator[Stretch]:
    folded = _folded(text)
    start = folded.find(query)
    while start >= 0:
        yield Stretch(start, start + len(query))
        start = folded.find(query, start + len(query))


def _in_readings(kana: str, text: str, readings: list[WordRuby]) -> Iterator[Stretch]:
    """Where the text as it is read has ``kana``: from the beginning of a base on, to the end of one."""
    pieces = list(_spoken(text, readings))
    spoken = "".join(piece for piece, _base in pieces)
    if kana not in spoken:
        return
    bases: list[Stretch] = []
    for piece, base in pieces:
        bases.extend([base] * len(piece))
    start = spoken.find(kana)
    while start >= 0:
        first, last = bases[start], bases[start + len(kana) - 1]
        if start == 0 or bases[start - 1] != first:
            yield Stretch(first.start, last.end)
        start = spoken.find(kana, start + 1)


def _spoken(text: str, readings: list[WordRuby]) -> Iterator[tuple[str, Stretch]]:
    """The text as it is read, in hiragana: each reading, and each character without one, where it stands."""
    done = 0
    for ruby in [*readings, WordRuby(len(text), len(text), "", -1)]:
        if ruby.start >= done:
            plain = to_hiragana(text[done : ruby.start])
            yield from ((kana, Stretch(offset, offset + 1)) for offset, kana in enumerate(plain, done))
            yield to_hiragana(ruby.text), Stretch(ruby.start, ruby.end)
            done = ruby.end


def _is_form_of(query: Query, word: Word) -> bool:
    if query.kana and to_hiragana(word.base_reading) == query.kana:
        return True
    whole = (word.start, word.end)
    return query.text == word.base or any(
        query.text == entry.headword for entry in word.entries if (entry.start, entry.end) == whole
    )


def _folded(text: str) -> str:
    narrow = text.translate(_NARROW)
    lower = narrow.lower()
    return lower if len(lower) == len(narrow) else narrow


def _is_kana(character: str) -> bool:
    return "\u3041" <= character <= "\u3096" or character in "ー゛゜ゝゞ・"
