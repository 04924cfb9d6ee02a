"""Days of the week by the date of an article."""

from __future__ import annotations

import pytest

from reader.parallel.calendar import calendar_of


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("", "A headline\nBy A. Writer – Thursday, December 30, 2021\nHe spoke."),
        ("", "LONDON, Dec. 30, 2021"),
        ("", "30 December 2021"),
        ("２０２１年１２月３０日", ""),
        ("2021年12月30日の話。", "On Smith 45, 2021 nothing happened."),
    ],
)
def test_the_days_around_a_date(japanese: str, english: str) -> None:
    days = calendar_of(japanese, english)
    assert days["thursday"] == {23, 30, 6}
    assert days["wednesday"] == {29, 5}
    assert days["monday"] == {27, 3}


def test_without_a_date_nothing_is_known() -> None:
    assert calendar_of("12月30日に会った。", "They met on Dec. 30.") == {}
    assert calendar_of("2021年2月30日", "") == {}
