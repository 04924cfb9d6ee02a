"""What is remembered of annotated text: which readings of a spelling were seen in how many documents.

In all, and beside what stands around it there. Spellings are remembered by their core, the part from the
first kanji to the last, so that 行われ and 行った are one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language.characters import KANA, is_kanji
from reader.language.passage import Passage
from reader.language.reading_options import Option, Unit, surface_of

Memory = Mapping[str, Mapping[str, int]]
"""A place (a core, or one of its ``contexts``) → a reading of the core there → how many documents had it."""


@dataclass(slots=True)
class Core:
    """A surface without the kana around its kanji, and that kana: お, 行, い."""

    lead: str
    text: str
    tail: str


@dataclass(slots=True)
class Setting:
    """Where a unit stands.

    ``around`` are the two characters before its core, the one before, the one behind and the two behind.
    ``behind`` and ``ahead`` are the parts of speech of the tokens before and after, ``pos`` its own (of
    several tokens "M").
    """

    core: Core
    around: tuple[str, str, str, str]
    behind: str
    ahead: str
    pos: str
    tokens: int


_OUTER_KANA = re.compile(f"^([{KANA}]*)(.*?)([{KANA}]*)$", re.DOTALL)


@lru_cache(maxsize=8192)
def core_of(surface: str) -> Core:
    """The core of a unit."""
    found = _OUTER_KANA.match(surface)
    assert found
    return Core(*found.groups())


def setting_of(passage: Passage, unit: Unit) -> Setting:
    """Where ``unit`` stands in the passage."""
    text, tokens = passage.text, passage.tokens
    core = core_of(surface_of(passage, unit))
    first, last = tokens[unit.first], tokens[unit.last - 1]
    start, end = first.start + len(core.lead), last.end - len(core.tail)
    behind = tokens[unit.first - 1] if unit.first else None
    ahead = tokens[unit.last] if unit.last < len(tokens) else None
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return Setting(
        core,
        (before, before[-1:], after[:1], after),
        "-".join(behind.pos[1:3]) if behind and behind.end == first.start else "^",
        "-".join(ahead.pos[:2]) if ahead and ahead.start == last.end else "$",
        "-".join(first.pos[:2]) if unit.last - unit.first == 1 else "M",
        unit.last - unit.first,
    )


def core_reading(reading: str, core: Core) -> str:
    """A unit's reading without that of the kana around its core."""
    return reading[len(core.lead) : len(reading) - len(core.tail)]


def script_of(character: str) -> str:
    """K: kanji, h: hiragana, k: katakana, D: digit, L: letter, o: other, ^: none."""
    if not character:
        return "^"
    if is_kanji(character):
        return "K"
    if "ぁ" <= character <= "ゖ":
        return "h"
    if "ァ" <= character <= "ヺ" or character == "ー":
        return "k"
    if character.isdecimal():
        return "D"
    return "L" if character.isalpha() else "o"


def contexts(setting: Setting) -> tuple[str, ...]:
    """The contexts in which the memory may know a core, as keys."""
    core = setting.core.text
    two_before, before, after, two_after = setting.around
    return (
        f"a{core}\t{before}",
        f"b{core}\t{two_before}",
        _before_kana(core, after),
        f"d{core}\t{two_after}",
        f"e{core}\t{script_of(before)}{script_of(after)}",
        f"f{core}\t{before}{after}",
        f"g{core}\t{setting.behind}",
        f"h{core}\t{setting.ahead}",
    )


def _before_kana(core: str, after: str) -> str:
    return f"c{core}\t{after}"


def with_remembered(options: Sequence[Option], core: Core, memory: Memory) -> Sequence[Option]:
    """The options, marked where the memory has them too, and what only the memory has.

    Where kana follows the core, only readings that were seen before that kana are added: 行 is おこな before
    な, but not in 行く.
    """
    seen = memory.get(core.text)
    if not seen:
        return options
    if core.tail and len(seen) > 1:
        seen = memory.get(_before_kana(core.text, core.tail[0]), {})
    known = [core_reading(option.reading, core) for option in options]
    marked = [
        Option(option.reading, option.sources + "M", option.rank) if reading in seen else option
        for option, reading in zip(options, known, strict=True)
    ]
    first = options[0].reading
    lead, tail = first[: len(core.lead)], first[len(first) - len(core.tail) :]
    return marked + [Option(lead + reading + tail, "M") for reading in seen if reading not in known]


_SMOOTHING = 1.0  # documents' worth of what is known without a context, in each context
_TRUST = 6.0  # documents' worth of the first choice, in the memory of a spelling


def recalled(readings: Sequence[str], setting: Setting, memory: Memory) -> list[list[float]]:
    """For each reading of the core, the first choice first, how likely the memory has it, as logarithms.

    First without a context, then for each context by how much that makes it likelier, 0 where it is unknown.
    Empty lists for a core that the memory does not have; no contexts for one that it has with one reading.
    """
    seen = memory.get(setting.core.text)
    if not seen:
        return [[] for _ in readings]
    total, even = sum(seen.values()), _TRUST * 0.2 / len(readings)
    alone = [(seen.get(reading, 0) + even) / (total + _TRUST) for reading in readings]
    alone[0] += _TRUST * 0.8 / (total + _TRUST)
    columns = [[math.log(chance)] for chance in alone]
    if len(seen) < 2:
        return columns
    for key in contexts(setting):
        here = memory.get(key)
        there = sum(here.values()) + _SMOOTHING if here else 0.0
        for column, reading, chance in zip(columns, readings, alone, strict=True):
            likelier = math.log((here.get(reading, 0) / chance + _SMOOTHING) / there) if here else 0.0
            column.append(likelier)
    return columns
