"""Puts a reading over a word: over its kanji only, kanji by kanji where that can be done in one way only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from reader.kana import to_hiragana
from reader.language.characters import KANA, KANJI, is_kana, is_kanji
from reader.model import Ruby

ReadingsOf = Callable[[str], frozenset[str]]
"""The readings of one kanji in hiragana, without what neighbours do to them."""

# Kanji, kana one by one, and anything else (the T of Tシャツ), which may be read or stand for itself.
_RUNS = re.compile(f"[{KANJI}ヶヵ]+|[{KANA}]|[^{KANJI}{KANA}]+")
# ヶ and ヵ stand for か or こ wherever they meet a kanji (五ヶ月, 市ヶ谷).
_KE_READINGS = frozenset(("か", "が", "け", "げ", "こ"))
_LARGE_KE = re.compile(f"(?<=[{KANJI}])[ケカ](?=[{KANJI}])")
# What a sound becomes behind another kanji.
_BEHIND_ANOTHER = dict(
    zip(
        "かきくけこさしすせそたちつてとはひふへほ",
        "が ぎ ぐ げ ご ざ じ ず ぜ ぞ だ ぢ づ で ど ばぱ びぴ ぶぷ べぺ ぼぽ".split(),
        strict=True,
    )
)
_STOPPING = frozenset("きくちつ")
# Read as a whole, though their kanji could be read so one by one.
_WHOLE = {
    ("上手", "じょうず"),
    ("一人", "ひとり"),
    ("二人", "ふたり"),
    ("凸凹", "でこぼこ"),
    ("合羽", "かっぱ"),
}
_CANNOT_BEGIN = frozenset("んっゃゅょぁぃぅぇぉー")
_LONGEST = 64  # code points of a word whose reading is split at all; longer ones are no words of any language
_MOST_ALIGNMENTS = 9  # of a word with its reading that are weighed
_MANY = 2  # ways to split a word: whether there is exactly one is all that matters


def place(surface: str, reading: str, readings_of: ReadingsOf, offset: int = 0) -> tuple[Ruby, ...]:
    """The ruby over ``surface`` (which stands at ``offset``) so that it reads ``reading`` (hiragana).

    Kana has no ruby; the kana of the surface and the ruby together are the reading. A run of kanji is split
    where the readings of its kanji allow exactly one split, and else has one ruby as a whole. Where the
    reading does not fit the kana of the surface, one ruby stands over the whole word.
    """
    placed = _place(surface, reading, readings_of)
    return tuple([Ruby(offset + start, offset + end, text) for start, end, text in placed])


def fits(surface: str, reading: str) -> bool:
    """Whether ``reading`` has the kana of ``surface`` in order and something for each run of kanji."""
    return bool(_alignments(surface, reading))


@lru_cache(maxsize=8192)
def _place(surface: str, reading: str, readings_of: ReadingsOf) -> tuple[tuple[int, int, str], ...]:
    alignments = _alignments(surface, reading)
    if not alignments:
        return () if to_hiragana(surface) == reading else ((0, len(surface), reading),)
    if len(alignments) > 1 and not any(map(is_kana, surface)):  # 20日 as はつか
        return ((0, len(surface), reading),)
    # Several alignments (子供も as こど+もも) are told apart by what their kanji can be read as.
    best = alignments[0]
    if len(alignments) > 1:
        best = max(
            alignments, key=lambda runs: sum(bool(_splits(run, text, readings_of)) for _, run, text in runs)
        )
    placed: list[tuple[int, int, str]] = []
    for start, run, text in best:
        splits = _splits(run, text, readings_of)
        if len(splits) == 1:
            position = start
            for character, part in zip(run, splits[0], strict=True):
                placed.append((position, position + len(character), part))
                position += len(character)
        else:
            placed.append((start, start + len(run), text))
    return tuple(placed)


_Run = tuple[int, str, str]


@lru_cache(maxsize=8192)  # asked for by ``fits`` and then by ``_place``
def _alignments(surface: str, reading: str) -> tuple[tuple[_Run, ...], ...]:
    """The ways to give each run of kanji (its offset and text) a part of the reading, kana as it is."""
    if len(surface) > _LONGEST:
        return ()
    if is_kanji(surface):
        return (((0, surface, reading),),) if reading else ()
    parts = [(match.start(), match.group()) for match in _RUNS.finditer(surface)]
    found = tuple(islice(_align(parts, 0, reading, 0), _MOST_ALIGNMENTS))
    if not found and (small := _LARGE_KE.sub("ヶ", surface)) != surface:  # 関ケ原 is 関ヶ原
        return _alignments(small, reading)
    return found


def _align(
    parts: Sequence[tuple[int, str]], part: int, reading: str, position: int
) -> Iterator[tuple[_Run, ...]]:
    """The ways to give ``parts[part:]`` all of ``reading[position:]``."""
    if part == len(parts):
        if position == len(reading):
            yield ()
        return
    start, text = parts[part]
    if not is_kanji(text[0]):
        if to_hiragana(reading[position : position + len(text)]) == to_hiragana(text):
            yield from _align(parts, part + 1, reading, position + len(text))
            return
        if is_kana(text):
            return
    rest = sum(len(later) for _, later in parts[part + 1 :])
    shortest = position + 1 if rest else max(position + 1, len(reading))
    for end in range(shortest, len(reading) - rest + 1):
        if end < len(reading) and reading[end] in _CANNOT_BEGIN and _followed_by_kanji(parts, part):
            continue
        run = (start, text, reading[position:end])
        for others in _align(parts, part + 1, reading, end):
            yield (run, *others)


def _followed_by_kanji(parts: Sequence[tuple[int, str]], part: int) -> bool:
    return part + 1 < len(parts) and is_kanji(parts[part + 1][1][0])


def _splits(run: str, reading: str, readings_of: ReadingsOf) -> list[tuple[str, ...]]:
    """The ways to read a run of kanji one by one, no more than two of them."""
    if not is_kanji(run[0]) or (run, reading) in _WHOLE:
        return []
    return list(islice(_split(run, 0, reading, 0, readings_of), _MANY))


def _split(
    run: str, index: int, reading: str, position: int, readings_of: ReadingsOf
) -> Iterator[tuple[str, ...]]:
    """The ways to read ``run[index:]`` kanji by kanji as ``reading[position:]``."""
    if index == len(run):
        if position == len(reading):
            yield ()
        return
    left = len(run) - index - 1
    known = _readings_at(run, index, readings_of)
    for end in range(position + 1, len(reading) - left + 1):
        part = reading[position:end]
        if part in known and not (end < len(reading) and reading[end] in _CANNOT_BEGIN):
            for others in _split(run, index + 1, reading, end, readings_of):
                yield (part, *others)


def _readings_at(run: str, index: int, readings_of: ReadingsOf) -> frozenset[str]:
    """How the kanji at ``index`` may be read there."""
    character = run[index]
    if character in "ヶヵ":
        return _KE_READINGS
    if character == "々" and index:
        character = run[index - 1]
    return _readings_within(character, index > 0, index + 1 < len(run), readings_of)


@lru_cache(maxsize=4096)
def _readings_within(
    character: str, has_before: bool, has_after: bool, readings_of: ReadingsOf
) -> frozenset[str]:
    """How a kanji may be read in a run of kanji."""
    return with_sound_changes(readings_of(character), has_before, has_after)


def with_sound_changes(known: Iterable[str], has_before: bool, has_after: bool) -> frozenset[str]:
    """Readings and what neighbours do to them: voiced after another kanji, with っ before another."""
    readings = set(known)
    if has_after:
        readings.update(
            [reading[:-1] + "っ" for reading in readings if reading[-1] in _STOPPING and len(reading) > 1]
        )
    if has_before:
        changed = [
            sound + reading[1:] for reading in readings for sound in _BEHIND_ANOTHER.get(reading[0], ())
        ]
        readings.update(changed)
    old = [reading for reading in readings if "ぢ" in reading or "づ" in reading]
    readings.update([reading.replace("ぢ", "じ").replace("づ", "ず") for reading in old])
    return frozenset(readings)
