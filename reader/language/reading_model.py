"""Ranks the readings that a stretch of text may have: a small log-linear model.

Weights and memory come from ``tools/train_readings.py``. No weight belongs to one spelling, so that what is
learnt holds for texts of other kinds.
"""

from __future__ import annotations

import gzip
import json
import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.language.lexicon import KanjiReadings
from reader.language.passage import Passage
from reader.language.reading_cascade import differ_in_voicing
from reader.language.reading_memory import (
    Memory,
    Setting,
    core_of,
    core_reading,
    recalled,
    script_of,
    setting_of,
    with_remembered,
)
from reader.language.reading_options import Option, Unit, surface_of
from reader.language.ruby import with_sound_changes

MODEL_FILE = Path(__file__).with_name("reading_model.json.gz")
_KEPT = 32_768  # sums of weights


@dataclass(slots=True)
class Ranked:
    """An option with its probability; those of a unit add up to 1 less that none of them is right."""

    option: Option
    probability: float
    is_agreed: bool = False


class ReadingModel:
    """The weights and the memory. Immutable once made."""

    def __init__(self, weights: Mapping[str, float], memory: Memory) -> None:
        self._memory = memory
        self._recalled_weights = [weights.get(f"w{index}", 0.0) for index in range(_COLUMNS)]

        @lru_cache(maxsize=_KEPT)  # few kinds of options make up most of a text
        def weigh(facts: Facts) -> float:
            return sum([weights.get(name, 0.0) for name in feature_names(facts)])

        self._weigh = weigh

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> ReadingModel:
        """The model that ships; takes some 30 ms."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            stored = json.load(file)
        shared: dict[tuple[tuple[str, int], ...], dict[str, int]] = {}  # most were seen in one document
        memory = {
            place: shared.setdefault(tuple(seen.items()), seen) for place, seen in stored["memory"].items()
        }
        return cls(stored["weights"], memory)

    def rank(self, passage: Passage, unit: Unit) -> list[Ranked]:
        """The unit's options and those that the memory adds, the likeliest first."""
        core = core_of(surface_of(passage, unit))
        options = with_remembered(unit.options, core, self._memory)
        if is_agreed(options):
            return [Ranked(options[0], _AGREED, is_agreed=True)]
        setting = setting_of(passage, unit)
        scores = []
        for facts, column in described(passage, setting, options, self._memory):
            score = self._weigh(facts)
            for weight, value in zip(self._recalled_weights, column, strict=False):
                score += weight * value
            scores.append(score)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        # the last score is that of "none of these", which is no option
        ranked = [Ranked(option, power / total) for option, power in zip(options, powers, strict=False)]
        return sorted(ranked, key=lambda each: -each.probability)


_AGREED = 0.999  # how often what all agree on is right: 12,900 of 12,914 units of annotated text


def is_agreed(options: Sequence[Option]) -> bool:
    """Whether UniDic and the dictionary agree and nothing else has another reading: so for most of a text."""
    return len(options) == 1 and "T" in options[0].sources and "D" in options[0].sources


# --- features -------------------------------------------------------------------------------------

_COLUMNS = 9  # what ``recalled`` tells of a reading


class Facts(NamedTuple):
    """What is known of an option, or of "none of these" (``same`` is "").

    ``same``: "=" for the first choice, "~" for what differs from it in voicing only, "x" for the rest.
    ``bands`` are how frequent the option and the first choice are, ``seen`` how often the memory has it.
    ``kind`` is whether a single kanji is so read by its on or its kun reading, ``place`` what decides that:
    the scripts and the parts of speech around it; both are "" for longer cores.
    """

    same: str
    sources: str
    size: str
    pos: str
    bands: str
    is_best: bool
    seen: str
    kind: str = ""
    place: tuple[str, ...] = ()


def described(
    passage: Passage, setting: Setting, options: Sequence[Option], memory: Memory
) -> Iterator[tuple[Facts, Sequence[float]]]:
    """The facts of each option with what the memory tells of it, and last those of "none of these"."""
    core = setting.core
    readings = [core_reading(option.reading, core) for option in options]
    seen = memory.get(core.text, {})
    total = sum(seen.values())
    size = f"{min(len(options), 4)}{min(setting.tokens, 3)}"
    best = min([option.rank for option in options])
    first, first_band = readings[0], _band(options[0].rank)
    is_single = len(core.text) == 1
    place = _place(setting) if is_single else ()
    columns = recalled(readings, setting, memory)
    for option, reading, column in zip(options, readings, columns, strict=True):
        same = "=" if reading == first else "~" if differ_in_voicing(reading, first) else "x"
        facts = Facts(
            same,
            option.sources,
            size,
            setting.pos,
            _band(option.rank) + first_band,
            option.rank == best,
            _purity(seen.get(reading, 0), total),
            kind_of(core.text, reading, passage.kanji) if is_single else "",
            place,
        )
        yield facts, column
    most = _purity(max(seen.values(), default=0), total)
    yield Facts("", options[0].sources, size, setting.pos, _band(best), False, most), ()


def feature_names(facts: Facts) -> list[str]:
    """The features that speak for or against an option."""
    same, sources, size, pos, bands, is_best, seen, kind, place = facts
    if not same:
        return [
            "none",
            f"none{size}",
            f"none{pos}",
            f"none{sources}",
            f"none{bands}",
            f"none{seen}",
            f"noneT{'T' in sources}",
        ]
    names = [
        f"s{sources}{same}",
        f"s{sources}{same}{size}",
        f"p{sources}{same}{pos}",
        f"r{bands[0]}{same}",
        f"R{is_best}{same}{size}",
        f"d{bands}{same}",
    ]
    if kind:
        names.append(f"k{kind}{same}")
        names += [f"k{kind}{around}" for around in place]
    if seen:
        names.append(f"m{seen}{same}")
    return names


def _place(setting: Setting) -> tuple[str, ...]:
    """What stands around a kanji, as far as it tells an on reading from a kun reading."""
    return (
        script_of(setting.around[1]) + script_of(setting.around[2]),
        f"{setting.pos}|{setting.behind}",
        f"{setting.pos}>{setting.ahead}",
    )


_BANDS = (6, 16, 32, 61)  # ranks; what no list has lies behind the last


def _band(rank: int) -> str:
    """How frequent a word of this rank is, as a digit: 0 for the commonest."""
    return str(bisect_left(_BANDS, rank))


_SHARES = (("A", 0.97), ("B", 0.8), ("C", 0.5), ("D", 0.2), ("E", 0.0))


def _purity(count: int, total: int) -> str:
    """How often a reading was seen, of all that were: a letter for the share, a digit for how many."""
    if not total:
        return ""
    share = count / total
    letter = next((letter for letter, least in _SHARES if share > least), "-")
    return letter + ("1" if total < 2 else "2" if total < 5 else "3")


@lru_cache(maxsize=8192)
def kind_of(kanji: str, reading: str, of: Callable[[str], KanjiReadings | None]) -> str:
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
