"""What joining, splitting, unlinking and moving pairs fixes."""

from __future__ import annotations

import pytest

from reader.model import Alignment, Pair
from reader.ui.english.corrections import fix, join, move, sentence_at, shift, split, unlink

# Japanese sentences of 10 code points each, English ones of 20, without anything between them
JA = tuple((start, start + 10) for start in range(0, 60, 10))
EN = tuple((start, start + 20) for start in range(0, 120, 20))


def pair(ja: str, en: str) -> Pair:
    """The pair of these sentences, each side by the numbers of its first and last: "01", "" for none."""
    return Pair(
        (JA[int(ja[0])][0], JA[int(ja[-1])][1]) if ja else None,
        (EN[int(en[0])][0], EN[int(en[-1])][1]) if en else None,
        1.0,
        fixed=True,
    )


PAIRS = [("0", "0"), ("12", "12"), ("3", "34"), ("45", "5")]
ALIGNMENT = Alignment(tuple(pair(*each) for each in PAIRS), JA, EN)


@pytest.mark.parametrize(("number", "fixed"), [(0, [("02", "02")]), (1, [("13", "14")]), (3, [])])
def test_join(number: int, fixed: list[tuple[str, str]]) -> None:
    assert join(ALIGNMENT, number) == tuple(pair(*each) for each in fixed)


@pytest.mark.parametrize(
    ("number", "offset", "fixed"),
    [
        (0, 0, []),
        (1, 10, [("1", "1"), ("2", "2")]),
        (1, 25, [("1", "1"), ("2", "2")]),
        (2, 30, [("3", "3")]),
        (3, 55, [("4", "5")]),
    ],
)
def test_split(number: int, offset: int, fixed: list[tuple[str, str]]) -> None:
    assert split(ALIGNMENT, number, offset) == tuple(pair(*each) for each in fixed)


def test_unlink() -> None:
    assert unlink(ALIGNMENT, 2) == (pair("3", ""), pair("", "34"))
    alone = ALIGNMENT._replace(pairs=(pair("0", ""),))
    assert unlink(alone, 0) == ()


@pytest.mark.parametrize(
    ("number", "step", "fixed"),
    [
        (0, -1, []),
        (1, -1, [("0", "01")]),
        (2, -1, [("12", "13")]),
        (2, 1, [("45", "45")]),
        (3, 1, []),
    ],
)
def test_shift(number: int, step: int, fixed: list[tuple[str, str]]) -> None:
    assert shift(ALIGNMENT, number, step) == tuple(pair(*each) for each in fixed)


@pytest.mark.parametrize(
    ("sentence", "target", "fixed"),
    [
        (4, 3, [("45", "45")]),  # beside what is there: it joins that
        (5, 0, [("0", "5")]),  # from far away: it takes its place
        (1, 1, []),
    ],
)
def test_move(sentence: int, target: int, fixed: list[tuple[str, str]]) -> None:
    assert move(ALIGNMENT, EN[sentence], target) == tuple(pair(*each) for each in fixed)


def test_sentence_at() -> None:
    assert sentence_at(EN, 39) == (20, 40)
    assert sentence_at(EN, 120) is None


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ([], [("1", "1")], [("1", "1")]),
        ([("3", "3")], [("1", "1")], [("1", "1"), ("3", "3")]),
        ([("12", "1")], [("1", "2")], [("1", "2")]),  # they touch
        ([("1", "4")], [("3", "2")], [("3", "2")]),  # they cross
        ([("1", "")], [("3", "2")], [("1", ""), ("3", "2")]),
    ],
)
def test_newer_pairs_win(
    before: list[tuple[str, str]], new: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    fixed = fix([pair(*each) for each in before], [pair(*each) for each in new])
    assert fixed == tuple(pair(*each) for each in after)
