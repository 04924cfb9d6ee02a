"""What Anki is told about a word: the fields of a note."""

from __future__ import annotations

import html
import re

from reader.vocabulary.furigana import bracketed, reading_shown
from reader.vocabulary.model import Encounter, SavedWord
from reader.vocabulary.tables import source_of

FIELDS = (
    "Expression",
    "Reading",
    "Furigana",
    "Meaning",
    "PartOfSpeech",
    "Sentence",
    "Source",
    "English",
    "Note",
    "Frequency",
)

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")  # \x1f separates the fields of a note
_BAND = 500  # words in each of JMdict's frequency bands
_TO_ESCAPE = re.compile("[\0-\x1f\x7f&<>\"'\\[\\]]")


def fields_of(word: SavedWord) -> list[str]:
    """The note's fields as HTML, one for each of ``FIELDS``; the sentence is the first that was saved."""
    return [
        as_html(word.key.spelling),
        as_html(reading_shown(word.key.spelling, word.key.reading)),
        bracketed(word.key.spelling, word.key.reading, word.ruby, as_html),
        as_html(word.gloss),
        as_html(word.pos),
        _marked(word.encounters[0]) if word.encounters else "",
        as_html(source_of(word)),
        as_html(word.encounters[0].english) if word.encounters else "",
        as_html(word.note),
        "" if word.frequency is None else f"among the {word.frequency * _BAND:,} most frequent",
    ]


def tags_of(word: SavedWord) -> list[str]:
    """The word's tags as Anki has them: without spaces and quotation marks."""
    return ["_".join(tag.replace('"', "").split()) for tag in word.tags]


def as_html(text: str) -> str:
    """``text`` so that Anki shows it as it is: as markup, a sound or furigana it means nothing."""
    if not _TO_ESCAPE.search(text):
        return text
    escaped = html.escape(_CONTROL.sub("", text))
    return escaped.replace("[", "&#91;").replace("]", "&#93;").replace("\n", "<br>")


def _marked(encounter: Encounter) -> str:
    sentence, start, end = encounter.sentence, encounter.start, encounter.end
    if not 0 <= start < end <= len(sentence):
        return as_html(sentence)
    return f"{as_html(sentence[:start])}<b>{as_html(sentence[start:end])}</b>{as_html(sentence[end:])}"
