"""Readings as an export shows them, and furigana as Anki's ``furigana:`` filter reads them: 漢字[かんじ]."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.kana import to_hiragana
from reader.model import Ruby

_KANA = re.compile("[\u3040-\u30ff]*")


def bracketed(spelling: str, reading: str, ruby: tuple[Ruby, ...], escape: Callable[[str], str] = str) -> str:
    """``spelling`` with its ruby in brackets, each base set off from what precedes it by a space.

    Without ruby the whole reading stands after the whole spelling, unless that is kana anyway. Every piece of
    text goes through ``escape``. Spaces within a base become no-break spaces, for Anki takes a base to begin
    after the last space.
    """
    if not ruby and reading and not is_kana(spelling):
        ruby = (Ruby(0, len(spelling), reading),)
    pieces = []
    done = 0
    for part in ruby:
        if part.start > 0:
            pieces += [escape(spelling[done : part.start]), " "]
        base = escape(spelling[part.start : part.end]).replace(" ", "\N{NO-BREAK SPACE}")
        pieces.append(f"{base}[{escape(part.text)}]")
        done = part.end
    pieces.append(escape(spelling[done:]))
    return "".join(pieces)


def reading_shown(spelling: str, reading: str) -> str:
    """``reading``, but for a word in kana as it is spelt: ウクライナ, not うくらいな."""
    return spelling if is_kana(spelling) and to_hiragana(spelling) == reading else reading


def is_kana(text: str) -> bool:
    """Whether the text is hiragana and katakana only (their blocks hold ー and ・ too)."""
    return _KANA.fullmatch(text) is not None
