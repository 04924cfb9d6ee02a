"""Spacing a reading and its base."""

import pytest

from reader.typesetting.ruby import Cell, Room, base_runs, place_readings, spread, widening

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
    [
        ("緊張", ["緊", "張"]),
        ("12月", ["12", "月"]),
        ("1,5倍", ["1,5", "倍"]),
        ("A4紙", ["A4", "紙"]),
        ("東 京", ["東", " ", "京"]),
    ],
)
def test_kanji_may_be_spaced_apart_and_what_is_western_stays_whole(base: str, runs: list[str]) -> None:
    assert [base[start:end] for start, end in base_runs(base, [EM] * len(base), 0, len(base))] == runs


def test_a_mark_belongs_to_its_character() -> None:
    assert base_runs("か\u3099き", [EM, 0.0, EM], 0, 3) == [(0, 2), (2, 3)]


def compound(*readings: int) -> tuple[Cell, ...]:
    """Readings of so many characters, each over one kanji."""
    return tuple(Cell(EM, 1, RUBY * length) for length in readings)


@pytest.mark.parametrize(
    ("readings", "room", "white"),
    [
        ((2, 2), (0, 0), 0),
        ((3, 1), (0, 0), 0),
        ((3, 2), (0, 0), 5),  # 10 for two characters
        ((3, 2), (5, 5), 0),
        ((3, 2), (5, 0), 2.5),
        ((3, 2), (-2.5, 0), 6.25),
        ((2, 1), (-2.5, -2.5), 0),
        ((5,), (5, 5), 20),
        ((1, 1, 5, 1, 1), (0, 0), 10),  # no further than one ruby em over either neighbour
        ((1, 4, 1), (0, 0), 0),
    ],
)
def test_widening(readings: tuple[int, ...], room: tuple[float, float], white: float) -> None:
    assert widening(compound(*readings), Room(*room), RUBY) == pytest.approx(white)


@pytest.mark.parametrize(
    ("readings", "limits", "begins"),
    [
        ((2, 2), (0, 40), (0, 20)),
        ((1, 1), (0, 40), (5, 25)),
        ((3, 1), (0, 40), (0, 30)),
        ((3, 1), (-5, 45), (-5, 25)),
        ((3, 2), (-10, 50), (-7.5, 22.5)),  # each gives way by half
        ((3, 2), (-5, 45), (-5, 25)),
        ((2, 1), (2.5, 40), (2.5, 25)),
    ],
)
def test_readings_stand_as_near_as_they_can_to_their_kanji(
    readings: tuple[int, ...], limits: tuple[float, float], begins: tuple[float, ...]
) -> None:
    boxes = [(EM * number, EM * (number + 1)) for number in range(len(readings))]
    places = place_readings(compound(*readings), boxes, limits, 0.0, RUBY)
    assert tuple(begin for begin, _ in places) == begins


def test_a_short_reading_over_several_characters_is_as_wide_as_they_if_it_can() -> None:
    cells, boxes = (Cell(2 * EM, 2, 2 * RUBY), Cell(EM, 1, 3 * RUBY)), [(0.0, 2 * EM), (2 * EM, 3 * EM)]
    assert place_readings(cells, boxes, (0.0, 70.0), 0.0, RUBY) == [(5, 35), (35, 65)]
    assert place_readings(cells[:1], boxes[:1], (0.0, 40.0), 0.0, RUBY) == [(0, 40)]
