"""Days of the week as dates: a translator writes 30日 for Thursday, which the date of the article tells."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Calendar = dict[str, frozenset[int]]
"""Day of the week → the days of the month that it may be around the date of an article; empty if unknown."""

_HEAD = 2_000  # characters in which an article tells its date
_AROUND = 7  # days
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENGLISH = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})\b")
_ENGLISH_DAY_FIRST = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b")
_JAPANESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def calendar_of(japanese: str, english: str) -> Calendar:
    """The days around the first full date that stands in the head of either text."""
    if (day := _first_date(unicodedata.normalize("NFKC", japanese[:_HEAD]), english[:_HEAD])) is None:
        return {}
    days: dict[str, set[int]] = {}
    for step in range(-_AROUND, _AROUND + 1):
        near = day + timedelta(step)
        days.setdefault(WEEKDAYS[near.weekday()], set()).add(near.day)
    return {weekday: frozenset(numbers) for weekday, numbers in days.items()}


def _first_date(japanese: str, english: str) -> date | None:
    for found in _ENGLISH.finditer(english):
        if day := _date(found[3], found[1], found[2]):
            return day
    for found in _ENGLISH_DAY_FIRST.finditer(english):
        if day := _date(found[3], found[2], found[1]):
            return day
    for found in _JAPANESE.finditer(japanese):
        if day := _date(*found.groups()):
            return day
    return None


def _date(year: str, month: str, day: str) -> date | None:
    """The date, the month a number or the beginning of its English name; None if there is no such day."""
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else month
    try:
        return date(int(year), int(number), int(day))
    except ValueError:
        return None
