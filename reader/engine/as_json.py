"""Analyses as the command line prints them."""

from __future__ import annotations

from typing import Any

from reader.model import Analysis, EntryRef, Word


def as_json(line: int, text: str, analysis: Analysis) -> dict[str, Any]:
    """What ``reader analyze --json`` prints for line number ``line`` (from 1)."""
    return {"line": line, "text": text, "words": [_word_as_json(word) for word in analysis.words]}


def _word_as_json(word: Word) -> dict[str, Any]:
    return {
        "start": word.start,
        "end": word.end,
        "surface": word.surface,
        "base": word.base,
        "reading": word.reading,
        "pos": word.pos.value,
        "confidence": round(word.confidence, 3),
        **({"meaning": word.meaning} if word.meaning else {}),
        "ruby": [list(ruby) for ruby in word.ruby],
        "inflection": list(word.inflection),
        "entries": [_entry_as_json(ref) for ref in word.entries],
    }


def _entry_as_json(ref: EntryRef) -> dict[str, Any]:
    return {
        "id": ref.id,
        "kind": ref.kind.value,
        "start": ref.start,
        "end": ref.end,
        "headword": ref.headword,
        "reading": ref.reading,
        "gloss": list(ref.gloss),
    }
