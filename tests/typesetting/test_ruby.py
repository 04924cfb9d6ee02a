"""Spacing a reading and its base."""

import pytest

from reader.typesetting.ruby import MeasuredRuby, base_runs, overhang, spread

EM, RUBY = 20.0, 10.0


@pytest.mark.parametrize(
    ("widths", "extent", "positions"),
    [
        ([10, 10], 20, [0, 10]),
        ([10, 10], 40, [5, 25]),  # half a share, a share, half a share
        ([10], 20, [5]),
        ([10, 0, 10], 40, [5, 15, 25]),  # a mark stays with the character before it
        ([20, 20], 30, [-5, 15]),  # too wide: solid and centred
        ([], 20, []),
    ],
)
def test_spread(widths: list[float], extent: float, positions: list[float]) -> None:
    assert spread(widths, 0, extent) == positions


@pytest.mark.parametrize(
    ("base", "runs"),
    [("緊張", ["緊", "張"]), ("12月", ["12", "月"]), ("A4紙", ["A4", "紙"]), ("東 京", ["東", " ", "京"])],
)
def test_numbers_and_latin_words_are_spaced_as_one(base: str, runs: list[str]) -> None:
    assert [base[start:end] for start, end in base_runs(base, 0, len(base))] == runs


@pytest.mark.parametrize(
    ("text", "reading", "reach"),
    [
        ("の志の", 5, (5.0, 5.0)),  # at most half a ruby em
        ("の心の", 3, (5.0, 5.0)),
        ("の空の", 2, (0.0, 0.0)),  # there is no need
        ("の空の", 1, (0.0, 0.0)),
        ("国志の", 5, (0.0, 5.0)),  # never over kanji
        ("志の", 5, (0.0, 5.0)),
        ("a志、", 5, (0.0, 5.0)),
    ],
)
def test_overhang(text: str, reading: int, reach: tuple[float, float]) -> None:
    start = next(offset for offset, character in enumerate(text) if character in "志心空")
    ruby = MeasuredRuby(start, start + 1, (RUBY,) * reading)
    assert overhang(text, [EM] * len(text), ruby, RUBY, {start}) == reach


def test_no_overhang_over_a_neighbour_with_a_reading() -> None:
    ruby = MeasuredRuby(1, 2, (RUBY,) * 5)
    assert overhang("ヶ志の", [EM] * 3, ruby, RUBY, {0, 1}) == (0.0, 5.0)


def test_half_a_narrow_neighbour_at_most() -> None:
    ruby = MeasuredRuby(1, 2, (RUBY,) * 5)
    assert overhang("(志の", [6.0, EM, EM], ruby, RUBY, {1}) == (3.0, 5.0)
