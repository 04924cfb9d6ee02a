"""Long texts, window by window, with made-up sentences: those that have the same number are each other's."""

from __future__ import annotations

import pytest

from reader.parallel.grouping import Group
from reader.parallel.grouping import group as group_sentences
from reader.parallel.landmarks import Landmarks
from reader.parallel.windows import WINDOW, group_in_windows

_LONG = 5 * WINDOW


def _groups(ja: list[int], en: list[int]) -> list[Group]:
    def group(in_ja: range, in_en: range) -> list[Group]:
        def score(ja_start: int, ja_end: int, en_start: int, en_end: int) -> float:
            mine = ja[in_ja.start + ja_start : in_ja.start + ja_end]
            its = en[in_en.start + en_start : in_en.start + en_end]
            if not mine or not its:
                return 0.0
            return 9.0 if mine == its else -9.0

        return group_sentences(len(in_ja), len(in_en), score)

    landmarks = Landmarks([{one} for one in ja], [{one} for one in en])
    return list(group_in_windows(len(ja), len(en), landmarks, group))


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        (list(range(_LONG)), list(range(_LONG))),
        (list(range(_LONG)), [one for one in range(_LONG) if one % 7]),
        (list(range(_LONG)), list(range(3 * WINDOW, _LONG))),
        (list(range(WINDOW, _LONG)), list(range(3 * WINDOW))),
        (list(range(WINDOW)) + list(range(4 * WINDOW, _LONG)), list(range(_LONG))),
        (list(range(_LONG)), list(range(WINDOW)) + list(range(4 * WINDOW, _LONG))),
        (list(range(WINDOW)), list(range(1000, 1000 + _LONG))),
        ([], list(range(_LONG))),
        (list(range(_LONG)), []),
    ],
    ids=[
        "same",
        "some left out",
        "begins late",
        "ends early",
        "no middle",
        "no English middle",
        "other",
        "no Japanese",
        "no English",
    ],
)
def test_every_sentence_finds_its_own_and_none_is_lost(ja: list[int], en: list[int]) -> None:
    groups = _groups(ja, en)
    assert [one for found in groups for one in range(found.ja_start, found.ja_end)] == list(range(len(ja)))
    assert [one for found in groups for one in range(found.en_start, found.en_end)] == list(range(len(en)))
    pairs = [(ja[found.ja_start], en[found.en_start]) for found in groups if _is_pair(found)]
    assert pairs == [(one, one) for one in sorted({*ja} & {*en})]


def _is_pair(found: Group) -> bool:
    return found.ja_end > found.ja_start and found.en_end > found.en_start
