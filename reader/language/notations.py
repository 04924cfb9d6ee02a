"""What is written with digits and signs and is no plain number: dates, versions, telephone numbers, names."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.language.codes import code_at, read_code
from reader.language.counters import COUNTERS
from reader.language.counting import counted
from reader.language.number_meaning import english_date
from reader.language.numerals import Numeral, read_digits, read_numeral


class Notation(NamedTuple):
    """``text[start:end]``, how it is read and what it means; ``is_name`` where it counts nothing (MP3)."""

    start: int
    end: int
    reading: str
    meaning: str
    is_name: bool = False


_DATE = re.compile(r"([12][0-9]{3})[/.](1[0-2]|0?[1-9])[/.](3[01]|[12][0-9]|0?[1-9])(?![0-9/.])")
_SLASH = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(?![0-9/])")
_MEASURED = re.compile("[平立メキセグリ]")
_CLOCK = re.compile(r"(2[0-4]|1[0-9]|0?[0-9]):([0-5][0-9])(?![0-9:]|,[0-9])")
_CLOCK_BEFORE = tuple("0123456789:.,")  # 1:23:45 is no time of day
_WEEKDAY = re.compile("[(][月火水木金土日祝]")
_TELEPHONE = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])")
_POSTCODE = re.compile(r"[0-9]{3}-[0-9]{4}(?![0-9-])")
_POSTCODE_BEFORE = re.compile("(?:〒|郵便番号は?)[ 　]?$")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){2,}(?![0-9])")
# Numbers of standards, aircraft and lines are said digit by digit, unless they are as round as 9001.
_SAID_APART_BEFORE = re.compile(r"(?:電話番号は|内線|ボーイング|ISO|ISO/IEC|IEEE)[ 　]?$")
_SAID_APART = re.compile(r"(?![0-9]*00)[0-9]{3,5}(?![0-9,.]|[十百千万億])")
_UNIT_ALONE = re.compile("[kcm]?m[23](?![A-Za-z0-9])")
_LONGEST_UNIT = 2  # letters before the digit of km2
_WITHOUT_DIGITS_BEFORE = re.compile("[0-9./-]$")
_GREATEST_BELOW = 10


def notation_at(flat: str, place: int) -> Notation | None:
    """What begins with or holds the digit at ``place`` and is no plain number; None for what is one.

    ``flat`` is the text with half-width letters, digits and signs.
    """
    if unit := _unit_alone(flat, place):
        return unit
    if code := code_at(flat, place):
        return Notation(*code, read_code(flat[slice(*code)]), "", is_name=True)
    if time := _clock(flat, place):
        return time
    if _WITHOUT_DIGITS_BEFORE.search(flat[max(0, place - 1) : place]):
        return None
    return _date(flat, place) or _said_apart(flat, place)


def slash_fraction(flat: str, start: int) -> tuple[int, Numeral] | None:
    """The end of a fraction such as 1/10 and the fraction; None for anything else with a slash."""
    match = _SLASH.match(flat, start)
    if match is None or _WITHOUT_DIGITS_BEFORE.search(flat[max(0, start - 1) : start]):
        return None
    above, below = (read_numeral(group) for group in match.groups())
    if above is None or below is None or not above.value or not below.value or below.value == 1:
        return None
    if above.value > below.value and not _MEASURED.match(flat, match.end()):  # 24/7
        return None
    return match.end(), Numeral(f"{below.reading}ぶんの{above.reading}", None, match.group())


def _unit_alone(flat: str, place: int) -> Notation | None:
    """km2 behind a space: the number before it is another word."""
    for start in range(max(0, place - _LONGEST_UNIT), place):
        match = _UNIT_ALONE.match(flat, start)
        if match and match.end() == place + 1 and not flat[start - 1 : start].isalnum():
            return Notation(start, place + 1, COUNTERS[match.group()].reading, match.group())
    return None


def _date(flat: str, place: int) -> Notation | None:
    """2021/12/30 or, where it can be nothing else, 12/30."""
    if date := _DATE.match(flat, place):
        year, month, day = map(int, date.groups())
        reading = _said(str(year), "年") + _said(str(month), "月") + _said(str(day), "日")
        return Notation(place, date.end(), reading, english_date(year, month, day))
    pair = _SLASH.match(flat, place)
    if pair is None:
        return None
    month, day = map(int, pair.groups())
    is_fraction = month == 1 or (month < day <= _GREATEST_BELOW)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (is_fraction and not _WEEKDAY.match(flat, pair.end())):
        return None
    return Notation(
        place, pair.end(), _said(str(month), "月") + _said(str(day), "日"), english_date(None, month, day)
    )


def _clock(flat: str, place: int) -> Notation | None:
    """10:30."""
    time = _CLOCK.match(flat, place)
    if time is None or flat[max(0, place - 1) : place] in _CLOCK_BEFORE:
        return None
    hour, minute = map(int, time.groups())
    reading = _said(str(hour), "時") + (_said(str(minute), "分") if minute else "")
    return Notation(place, time.end(), reading, f"{hour}:{minute:02}")


def _said(digits: str, unit: str) -> str:
    numeral = read_numeral(digits)
    assert numeral is not None
    text = f"月{digits}{unit}"  # 月1日 is ついたち
    pieces = counted(text, 1, len(text) - 1, numeral, COUNTERS[unit])
    return "".join(piece.reading for piece in pieces)


def _said_apart(flat: str, place: int) -> Notation | None:
    """Telephone numbers, postcodes and the like, digit by digit."""
    before = flat[max(0, place - 8) : place]
    if match := _TELEPHONE.match(flat, place):
        return Notation(place, match.end(), _groups(match.group()), "")
    if (match := _POSTCODE.match(flat, place)) and _POSTCODE_BEFORE.search(before):
        return Notation(place, match.end(), _groups(match.group()), "")
    if match := _VERSION.match(flat, place):
        parts = (read_numeral(part) for part in match.group().split("."))
        return Notation(place, match.end(), "てん".join(part.reading for part in parts if part), "")
    if _SAID_APART_BEFORE.search(before) and (match := _SAID_APART.match(flat, place)):
        return Notation(place, match.end(), read_digits(match.group()), "")
    return None


def _groups(digits: str) -> str:
    return "の".join(map(read_digits, digits.split("-")))
