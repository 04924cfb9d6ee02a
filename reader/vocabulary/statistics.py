"""What the user's history amounts to, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reader.model import WordKey
from reader.vocabulary.model import Review, Status, StatusChange

Day = Callable[[str], date | None]
"""The day of a moment (ISO 8601 in UTC) where the user is; None where damage has made no moment of it."""


class StatusDay(NamedTuple):
    """How many words had each status at the end of a day."""

    day: date
    counts: dict[Status, int]


class ReviewDay(NamedTuple):
    """How many words were asked on a day, and how many of them were remembered."""

    day: date
    asked: int
    remembered: int


def local_day(moment: str) -> date | None:
    """The day of a moment in this machine's time zone."""
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None


def statuses_by_day(history: Iterable[StatusChange], today: date, day_of: Day = local_day) -> list[StatusDay]:
    """Every day from the first change to ``today``; ``history`` in the order in which it happened.

    A change whose day is not known counts with the one before it.
    """
    now: dict[WordKey, Status] = {}
    counts: Counter[Status] = Counter()
    days: list[StatusDay] = []
    current: date | None = None
    for change in history:
        day = min(day_of(change.at) or current or today, today)
        if current is not None and day > current:
            days += _unchanged(current, day, counts)
        current = max(day, current or day)
        if (before := now.pop(change.key, None)) is not None:
            counts[before] -= 1
        if change.status is not None:
            now[change.key] = change.status
            counts[change.status] += 1
    if current is not None:
        days += _unchanged(current, today + timedelta(days=1), counts)
    return days


def _unchanged(first: date, until: date, counts: Counter[Status]) -> list[StatusDay]:
    """The days from ``first`` to the one before ``until``, at whose ends these were the counts."""
    kept = {status: counts[status] for status in Status}
    return [StatusDay(first + timedelta(days=number), kept) for number in range((until - first).days)]


def reviews_by_day(
    reviews: Iterable[Review], today: date, days: int, day_of: Day = local_day
) -> list[ReviewDay]:
    """The last ``days`` days, ``today`` the last of them."""
    asked: Counter[date] = Counter()
    remembered: Counter[date] = Counter()
    for review in reviews:
        if (day := day_of(review.reviewed)) is None:
            continue
        asked[day] += 1
        remembered[day] += review.rating > 1
    last = (today - timedelta(days=number) for number in reversed(range(days)))
    return [ReviewDay(day, asked[day], remembered[day]) for day in last]


def thinned(days: Sequence[StatusDay], most: int) -> list[StatusDay]:
    """At most ``most`` of the days, evenly spread, the last of them always: a chart shows no more."""
    if len(days) <= most:
        return list(days)
    step = (len(days) - 1) / (most - 1)
    return [days[round(number * step)] for number in range(most)]
