"""Makes the model that ranks readings: ``python -m tools.train_readings GOLD``, some 40 s.

GOLD is a file of JSON lines, one sentence each: ``id`` (what stands before its first "-" names the document),
``text``, ``words`` and ``numbers``, each of these ``[start, end, [reading, …]]`` with its right readings in
hiragana. Offsets are code points. The model is written to its place in the package; the same GOLD gives the
same model.

It is trained to give the right readings of a unit the greatest probability (log-linear, AdaGrad), with a
memory that leaves out the document at hand, so that it learns how far to trust what others hold.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.engine.analysis import Analyser
from reader.kana import to_hiragana
from reader.language.characters import KANJI
from reader.language.passage import Passage
from reader.language.reading_memory import (
    Memory,
    Setting,
    contexts,
    core_reading,
    setting_of,
    with_remembered,
)
from reader.language.reading_model import MODEL_FILE, ReadingModel, described, feature_names, is_agreed
from reader.language.reading_options import Unit
from reader.model import Paragraph

_EPOCHS = 8
_RATE, _DECAY = 0.1, 0.002
_AVERAGED_FROM = 3  # the epoch from which on the weights are averaged
_FEWEST = 3  # times that a feature must be met to have a weight
_SMALLEST = 0.02  # the least weight that is kept

Seen = dict[str, dict[str, set[str]]]
"""A place → a reading of its core → the documents that have it."""


Features = list[tuple[str, float]]
"""What speaks for or against one option: features by name, and how strong each is."""


class Example(NamedTuple):
    """One unit of a document and its right readings."""

    document: str
    passage: Passage
    unit: Unit
    setting: Setting
    right: frozenset[str]


class Prepared(NamedTuple):
    """The features of each option of an example, "none of these" last, and which are right."""

    options: list[list[tuple[int, float]]]
    right: list[bool]


class _Others(Mapping[str, Mapping[str, int]]):
    """The memory without one document."""

    def __init__(self, seen: Seen, document: str) -> None:
        self._seen, self._document = seen, document

    def __getitem__(self, key: str) -> Mapping[str, int]:
        counts = {
            reading: len(documents) - (self._document in documents)
            for reading, documents in self._seen[key].items()
        }
        found = {reading: count for reading, count in counts.items() if count}
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._seen)

    def __len__(self) -> int:
        return len(self._seen)


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    examples = list(_examples(rows))
    seen = _seen(examples)
    raw = [
        contested
        for example in examples
        if (contested := _features_and_right(example, _Others(seen, example.document)))
    ]
    names = _names([features for options, _ in raw for features in options])
    numbers = {name: number for number, name in enumerate(names)}
    prepared = [
        Prepared(
            [[(numbers[name], value) for name, value in features if name in numbers] for features in options],
            right,
        )
        for options, right in raw
    ]
    weights = _train(prepared, len(names))
    kept = {
        name: round(weight, 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= _SMALLEST
    }
    model = {"weights": kept, "memory": _as_counts(seen)}
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    MODEL_FILE.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(prepared)} examples, {len(kept)} weights, {MODEL_FILE.stat().st_size} bytes")


# --- examples -------------------------------------------------------------------------------------


def _examples(rows: Sequence[dict[str, Any]]) -> Iterator[Example]:
    analyser = Analyser(ReadingModel({}, {}))
    for row in rows:
        passage, units = analyser.units(Paragraph(row["text"]))
        for unit in units:
            if unit.options and (right := _right_readings(row, passage, unit)):
                setting = setting_of(passage, unit)
                document = row["id"].partition("-")[0]
                cores = frozenset(core_reading(reading, setting.core) for reading in right)
                yield Example(document, passage, unit, setting, cores)


def _right_readings(row: dict[str, Any], passage: Passage, unit: Unit) -> list[str]:
    """How the unit may be read by the words that lie in it; nothing where they do not cover its kanji."""
    text = to_hiragana(row["text"])
    position, end = passage.tokens[unit.first].start, passage.tokens[unit.last - 1].end
    parts: list[list[str]] = []
    for start, stop, readings in sorted(row["words"] + row["numbers"]):
        if stop <= position or start >= end:
            continue
        if start < position or stop > end:
            return []
        parts += [[text[position:start]], readings]
        position = stop
    parts.append([text[position:end]])
    if any(_UNREAD.search(part) for part in itertools.chain(*parts)):
        return []
    return ["".join(chosen) for chosen in itertools.islice(itertools.product(*parts), 16)]


_UNREAD = re.compile(f"[{KANJI}0-9０-９]")


def _seen(examples: Sequence[Example]) -> Seen:
    seen: Seen = defaultdict(lambda: defaultdict(set))
    for example in examples:
        options = [core_reading(option.reading, example.setting.core) for option in example.unit.options]
        # of several right readings, the one that something knows
        reading = next(filter(example.right.__contains__, options), min(example.right))
        for key in (example.setting.core.text, *contexts(example.setting)):
            seen[key][reading].add(example.document)
    return seen


def _as_counts(seen: Seen) -> dict[str, dict[str, int]]:
    """The memory as it ships: contexts only of what has several readings."""
    kept = {}
    for key, readings in seen.items():
        core = key[1:].partition("\t")[0] if "\t" in key else key
        if "\t" not in key or len(seen[core]) > 1:
            kept[key] = {reading: len(documents) for reading, documents in readings.items()}
    return kept


def _features_and_right(example: Example, memory: Memory) -> tuple[list[Features], list[bool]] | None:
    """The features of each option, "none of these" last, and which of them are right; None if all agree."""
    setting = example.setting
    options = with_remembered(example.unit.options, setting.core, memory)
    if is_agreed(options):
        return None
    features = [
        [(name, 1.0) for name in feature_names(facts)]
        + [(f"w{index}", value) for index, value in enumerate(column)]
        for facts, column in described(example.passage, setting, options, memory)
    ]
    wanted = {_plain(reading) for reading in example.right}
    right = [_plain(core_reading(option.reading, setting.core)) in wanted for option in options]
    return features, [*right, not any(right)]


_SAME_SOUND = str.maketrans("ぢづ", "じず")


def _plain(reading: str) -> str:
    return reading.translate(_SAME_SOUND)


# --- training -------------------------------------------------------------------------------------


def _names(all_options: Sequence[Features]) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    for features in all_options:
        for name, _ in features:
            counts[name] += 1
    return sorted(name for name, count in counts.items() if count >= _FEWEST)


def _train(examples: list[Prepared], count: int) -> list[float]:
    weights, squares = [0.0] * count, [1e-6] * count
    sums, epochs_summed = [0.0] * count, 0
    examples = list(examples)
    shuffled = random.Random(1)
    for epoch in range(_EPOCHS):
        shuffled.shuffle(examples)
        loss = 0.0
        for options, right in examples:
            scores = [sum([weights[number] * value for number, value in features]) for features in options]
            highest = max(scores)
            powers = [math.exp(score - highest) for score in scores]
            total = sum(powers)
            mass = sum(itertools.compress(powers, right))
            loss -= math.log(max(mass / total, 1e-12))
            for features, power, is_right in zip(options, powers, right, strict=True):
                error = (power / mass if is_right else 0.0) - power / total
                if abs(error) < 1e-4:
                    continue
                for number, value in features:
                    step = error * value - _DECAY * weights[number]
                    squares[number] += step * step
                    weights[number] += _RATE * step / math.sqrt(squares[number])
        if epoch >= _AVERAGED_FROM:
            sums = [sum_ + weight for sum_, weight in zip(sums, weights, strict=True)]
            epochs_summed += 1
        print(f"epoch {epoch + 1}: loss {loss / len(examples):.4f}", file=sys.stderr)
    return [sum_ / epochs_summed for sum_ in sums]


if __name__ == "__main__":
    main()
