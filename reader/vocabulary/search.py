"""Searching the vocabulary as the user types: what SQLite's full-text index holds, and what is asked of it.

The index has a token for each Japanese character, so that any part of a word is found, and one for each word
of Latin letters, found by its beginning. Katakana are indexed as hiragana, full-width and half-width forms as
plain ones; case and accents count for nothing.
"""

from __future__ import annotations

import re
import unicodedata

from reader.kana import to_hiragana
from reader.vocabulary.model import SavedWord

_JAPANESE = re.compile("([\u2e80-\U0003ffff])")  # what is written without spaces
_NO_TEXT = re.compile('[\0-\x1f\x7f"]')


def searched(word: SavedWord) -> str:
    """What is searched of a word: its spelling, reading, gloss, note and tags."""
    return "\n".join((word.key.spelling, word.key.reading, word.gloss, word.note, *word.tags))


def indexed(word: SavedWord) -> str:
    """What the index holds of a word."""
    return _folded(searched(word))


def query_for(text: str) -> str | None:
    """The FTS5 query that finds the words which have each part of ``text``; None if it has nothing to find.

    Parts are divided by spaces and may stand anywhere; within one, the order counts.
    """
    parts = [_folded(part) for part in text.split()]
    phrases = [
        f'"{part.strip()}"' + ("" if _JAPANESE.match(part.rstrip()[-1]) else "*")
        for part in parts
        if any(character.isalnum() for character in part)
    ]
    return " ".join(phrases) or None


def _folded(text: str) -> str:
    plain = to_hiragana(unicodedata.normalize("NFKC", _NO_TEXT.sub(" ", text)))
    return _JAPANESE.sub(r" \1 ", plain)
