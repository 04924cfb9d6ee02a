"""Readings from pykakasi, which is loaded when first asked: it takes half a second and 110 MB."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pykakasi


class Converted(NamedTuple):
    """A stretch of text as pykakasi cuts it, in hiragana (but what it cannot read stays as it is)."""

    start: int
    end: int
    reading: str


def convert(text: str) -> list[Converted]:
    """How pykakasi reads ``text``, in order. What it drops (control characters) is in no stretch."""
    found = []
    position = 0
    for item in _kakasi().convert(text):
        surface = item["orig"]
        start = text.find(surface, position)
        if surface and start >= 0:
            position = start + len(surface)
            found.append(Converted(start, position, item["hira"]))
    return found


@cache
def _kakasi() -> pykakasi.kakasi:
    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
