"""Ranks the readings that a stretch of text may have: a small log-linear model with a memory.

The memory holds which readings of a spelling were seen in how many documents, in all and beside the
characters that stand around it. Its counts and the weights come from ``tools/train_readings.py``. No weight
belongs to one spelling, so that what is learnt holds for texts of other kinds.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.language.characters import KANA, is_kanji
from reader.language.lexicon import KanjiReadings
from reader.language.passage import Passage
from reader.language.reading_cascade import differ_in_voicing
from reader.language.reading_options import Option, Unit
from reader.language.ruby import with_sound_changes

MODEL_FILE = Path(__file__).with_name("reading_model.json.gz")

Features = list[tuple[str, float]]
"""What speaks for or against one option: features by name, and how strong each is."""

KanjiOf = Callable[[str], KanjiReadings | None]

Memory = Mapping[str, Mapping[str, int]]
"""A place (see ``memory_keys``) → a reading of the core there → in how many documents it was seen."""


class Ranked(NamedTuple):
    """An option with its probability; those of a unit add up to 1 less that none of them is right."""

    option: Option
    probability: float


class Setting(NamedTuple):
    """Where a unit stands, as the model sees it.

    ``core`` is its surface without the kana around its kanji: ``lead`` and ``tail`` code points of kana.
    ``behind`` and ``ahead`` are the parts of speech of its neighbours, ``pos`` its own (of several tokens
    "M").
    """

    core: str
    lead: int
    tail: int
    around: tuple[str, str, str, str]  # two characters behind the core, one; one ahead, two
    behind: str
    ahead: str
    pos: str
    tokens: int


class ReadingModel:
    """The weights and the memory. Immutable once made."""

    def __init__(self, weights: Mapping[str, float], memory: Memory) -> None:
        self._weights = weights
        self._memory = memory

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> ReadingModel:
        """The model that ships; takes some 30 ms."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            stored = json.load(file)
        return cls(stored["weights"], stored["memory"])

    def rank(self, passage: Passage, unit: Unit) -> list[Ranked]:
        """The unit's options and those that the memory adds, the likeliest first."""
        setting = setting_of(passage, unit)
        keys = memory_keys(setting)
        options = with_remembered(unit.options, setting, keys, self._memory)
        weights = self._weights
        scores = [
            sum([weights.get(name, 0.0) * value for name, value in features])
            for features in all_features(passage, setting, options, keys, self._memory)
        ]
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        # the last score is that of "none of these", which is no option
        ranked = [Ranked(option, power / total) for option, power in zip(options, powers, strict=False)]
        return sorted(ranked, key=lambda each: -each.probability)


# --- where a unit stands --------------------------------------------------------------------------

_OUTER_KANA = re.compile(f"^([{KANA}]*)(.*?)([{KANA}]*)$", re.DOTALL)


def setting_of(passage: Passage, unit: Unit) -> Setting:
    """Where ``unit`` stands in the passage."""
    text, tokens = passage.text, passage.tokens
    first, last = tokens[unit.first], tokens[unit.last - 1]
    found = _OUTER_KANA.match(text[first.start : last.end])
    assert found
    lead, core, tail = found.groups()
    start, end = first.start + len(lead), last.end - len(tail)
    is_one = unit.last - unit.first == 1
    behind = tokens[unit.first - 1] if unit.first else None
    ahead = tokens[unit.last] if unit.last < len(tokens) else None
    return Setting(
        core,
        len(lead),
        len(tail),
        (
            text[max(0, start - 2) : start],
            text[start - 1 : start] if start else "",
            text[end : end + 1],
            text[end : end + 2],
        ),
        "-".join(behind.pos[1:3]) if behind and behind.end == first.start else "^",
        "-".join(ahead.pos[:2]) if ahead and ahead.start == last.end else "$",
        "-".join(first.pos[:2]) if is_one else "M",
        unit.last - unit.first,
    )


def _class_of(character: str) -> str:
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


# --- the memory -----------------------------------------------------------------------------------

_SMOOTHING = 1.0  # documents' worth of what is known without a context, in each context
_TRUST = 6.0  # documents' worth of the first choice, in the memory of a spelling


def memory_keys(setting: Setting) -> tuple[str, ...]:
    """Where the memory may know a core: first the core alone, then with what is around it."""
    core = setting.core
    two_behind, behind, ahead, two_ahead = setting.around
    return (
        core,
        f"a{core}\t{behind}",
        f"b{core}\t{two_behind}",
        f"c{core}\t{ahead}",
        f"d{core}\t{two_ahead}",
        f"e{core}\t{_class_of(behind)}{_class_of(ahead)}",
        f"f{core}\t{behind}{ahead}",
        f"g{core}\t{setting.behind}",
        f"h{core}\t{setting.ahead}",
    )


def core_reading(reading: str, setting: Setting) -> str:
    """A unit's reading without that of the kana around its core."""
    return reading[setting.lead : len(reading) - setting.tail]


def with_remembered(
    options: Sequence[Option], setting: Setting, keys: Sequence[str], memory: Memory
) -> tuple[Option, ...]:
    """The options, marked where the memory has them too, and what only the memory has.

    Where kana follows the core, only readings that were seen before that kana are added: 行 is おこな before
    な, but not in 行く.
    """
    seen = memory.get(keys[0])
    if not seen:
        return tuple(options)
    if setting.tail:
        seen = memory.get(keys[3], {} if len(seen) > 1 else seen)
    marked = [
        option._replace(sources=option.sources + "M")
        if core_reading(option.reading, setting) in seen
        else option
        for option in options
    ]
    known = {core_reading(option.reading, setting) for option in options}
    reading = options[0].reading
    lead, tail = reading[: setting.lead], reading[len(reading) - setting.tail :]
    marked += [Option(lead + core + tail, "M") for core in seen if core not in known]
    return tuple(marked)


def recalled(readings: Sequence[str], keys: Sequence[str], memory: Memory) -> list[list[float]]:
    """For each reading, the first of which is the first choice, how likely the memory has it (logarithms).

    First without a context, then for each context by how much that makes it likelier; 0 where it is unknown.
    """
    count = len(readings)
    seen = memory.get(keys[0], {})
    total = sum(seen.values())
    prior = [_TRUST * (0.8 * (index == 0) + 0.2 / count) for index in range(count)]
    alone = [
        (seen.get(reading, 0) + trust) / (total + _TRUST)
        for reading, trust in zip(readings, prior, strict=True)
    ]
    columns = [[math.log(chance) if total else 0.0] for chance in alone]
    for key in keys[1:]:
        if len(seen) < 2 or key not in memory:  # where there is but one reading, the context tells nothing
            for column in columns:
                column.append(0.0)
            continue
        here = memory[key]
        there = sum(here.values()) + _SMOOTHING
        for column, reading, chance in zip(columns, readings, alone, strict=True):
            smoothed = (here.get(reading, 0) + _SMOOTHING * chance) / there
            column.append(math.log(smoothed / chance))
    return columns


_SHARES = (("A", 0.97), ("B", 0.8), ("C", 0.5), ("D", 0.2), ("E", 0.0))


def _purity(count: int, total: int) -> str:
    """How often a reading was seen, of all that were: a letter for the share, a digit for how many."""
    share = count / total
    letter = next((letter for letter, least in _SHARES if share > least), "-")
    return letter + ("1" if total < 2 else "2" if total < 5 else "3")


# --- features -------------------------------------------------------------------------------------


def all_features(
    passage: Passage,
    setting: Setting,
    options: Sequence[Option],
    keys: Sequence[str],
    memory: Memory,
) -> Iterator[Features]:
    """The features of each option, and last of "none of these"."""
    readings = [core_reading(option.reading, setting) for option in options]
    seen = memory.get(keys[0], {})
    total = sum(seen.values())
    size = f"{min(len(options), 4)}{min(setting.tokens, 3)}"
    best_rank = min(option.rank for option in options)
    first = readings[0]
    beside = _class_of(setting.around[1]) + _class_of(setting.around[2])
    for option, reading, column in zip(options, readings, recalled(readings, keys, memory), strict=True):
        same = "=" if reading == first else "~" if differ_in_voicing(reading, first) else "x"
        features: Features = [
            ("s" + option.sources + same, 1.0),
            (f"s{option.sources}{same}{size}", 1.0),
            (f"p{option.sources}{same}{setting.pos}", 1.0),
            (f"r{_band(option.rank)}{same}", 1.0),
            (f"R{option.rank == best_rank}{same}{size}", 1.0),
            (f"d{_band(option.rank)}{_band(options[0].rank)}{same}", 1.0),
        ]
        if len(setting.core) == 1:  # on or kun: what decides it for one kanji is what stands around it
            kind = kind_of(setting.core, reading, passage.kanji)
            features += [
                (f"k{kind}{same}", 1.0),
                (f"k{kind}{beside}", 1.0),
                (f"k{kind}{setting.pos}|{setting.behind}", 1.0),
                (f"k{kind}{setting.pos}>{setting.ahead}", 1.0),
            ]
        if total:
            features.append((f"m{_purity(seen.get(reading, 0), total)}{same}", 1.0))
            features += [(f"w{index}", value) for index, value in enumerate(column) if value]
        yield features
    most = max(seen.values(), default=0)
    yield [
        ("none", 1.0),
        (f"none{size}", 1.0),
        (f"none{setting.pos}", 1.0),
        (f"none{options[0].sources}", 1.0),
        (f"none{_band(best_rank)}", 1.0),
        (f"none{_purity(most, total) if total else ''}", 1.0),
        (f"noneguess{'T' not in options[0].sources}", 1.0),
    ]


def _band(rank: int) -> str:
    return next(str(band) for band, limit in enumerate((6, 16, 32, 61, 999)) if rank <= limit)


def kind_of(kanji: str, reading: str, of: KanjiOf) -> str:
    """Whether one kanji is so read by its on or its kun reading: "O", "K", voiced "Or", "Kr", or "?"."""
    known = of(kanji)
    if known is None:
        return "-"
    for letter, plain in (("O", known.on), ("K", known.kun)):
        if reading in plain:
            return letter
        if reading in with_sound_changes(plain, has_before=True, has_after=True):
            return letter + "r"
    return "?"
