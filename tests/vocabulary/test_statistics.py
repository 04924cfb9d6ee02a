"""What a history amounts to, day by day."""

from __future__ import annotations

from datetime import date

from reader.model import WordKey
from reader.vocabulary.model import Review, Status, StatusChange
from reader.vocabulary.statistics import local_day, reviews_by_day, statuses_by_day, thinned

CAT, DOG = WordKey(1, "猫", "ねこ"), WordKey(2, "犬", "いぬ")


def day_of(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def change(key: WordKey, status: Status | None, day: int) -> StatusChange:
    return StatusChange(key, status, f"2026-11-{day:02}T10:00:00+00:00")


def test_each_day_has_the_counts_of_its_end() -> None:
    history = [
        change(CAT, Status.NEW, 1),
        change(DOG, Status.NEW, 1),
        change(CAT, Status.LEARNING, 1),
        change(CAT, Status.KNOWN, 4),
        change(DOG, None, 5),
    ]
    days = statuses_by_day(history, date(2026, 11, 6), day_of)
    assert [day.day.day for day in days] == [1, 2, 3, 4, 5, 6]
    shown = [tuple(day.counts[status] for status in Status) for day in days]
    assert shown == [(1, 1, 0, 0)] * 3 + [(1, 0, 1, 0)] + [(0, 0, 1, 0)] * 2


def test_a_clock_that_was_set_back_or_ahead_makes_no_days() -> None:
    history = [
        change(CAT, Status.NEW, 5),
        change(DOG, Status.NEW, 2),
        change(CAT, Status.KNOWN, 28),
    ]
    days = statuses_by_day(history, date(2026, 11, 6), day_of)
    assert [day.day.day for day in days] == [5, 6]
    assert (days[0].counts[Status.NEW], days[1].counts[Status.KNOWN]) == (2, 1)


def test_without_a_history_there_are_no_days() -> None:
    assert statuses_by_day([], date(2026, 11, 6), day_of) == []


def test_reviews_are_counted_for_each_day_also_those_without() -> None:
    reviews = [
        Review(CAT, rating, f"2026-11-{day:02}T09:00:00+00:00")
        for rating, day in ((1, 4), (3, 4), (4, 6), (3, 1))
    ]
    days = reviews_by_day(reviews, date(2026, 11, 6), 3, day_of)
    assert [(day.day.day, day.asked, day.remembered) for day in days] == [(4, 2, 1), (5, 0, 0), (6, 1, 1)]


def test_many_days_are_thinned_to_what_a_chart_shows() -> None:
    history = [change(CAT, Status.NEW, 1)]
    days = statuses_by_day(history, date(2028, 11, 6), day_of)
    few = thinned(days, 50)
    assert len(few) == 50
    assert (few[0], few[-1]) == (days[0], days[-1])
    assert thinned(few, 50) == few


def test_a_damaged_time_is_no_day_and_the_rest_goes_on() -> None:
    assert [local_day(text) for text in ("", "2026-13-01", "\x00", "nothing")] == [None] * 4
    damaged = [change(CAT, Status.NEW, 3), StatusChange(DOG, Status.KNOWN, "?")]
    days = statuses_by_day(damaged, date(2026, 11, 4), local_day)
    assert [(day.counts[Status.NEW], day.counts[Status.KNOWN]) for day in days][-1] == (1, 1)
    assert statuses_by_day(damaged[1:], date(2026, 11, 4))[0].day == date(2026, 11, 4)
    assert [day.asked for day in reviews_by_day([Review(CAT, 3, "?")], date(2026, 11, 4), 1)] == [0]
