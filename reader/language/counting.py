"""How a number and its counter are read together: いっぽん, はつか, くじ."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.language.counters import (
    FIRST_OF_MONTH,
    FUSED,
    FUSED_AS_SPELT,
    LAST_DIGIT,
    NATIVE,
    NATIVE_COUNTERS,
    NEVER_FUSED_BEFORE,
    ZERO_IS_REI,
    Counter,
)
from reader.language.numerals import Numeral, before


class Piece(NamedTuple):
    """The reading of ``text[start:end]``, a part of a number: digits, counter, or both where fused."""

    start: int
    end: int
    reading: str


# A part of what stands before it, not a minute: 3割4分, 2尺5寸3分, a fever of 38度5分 (but not 北緯38度5分).
_TENTH_BEFORE = re.compile("(?:[割寸]|(?<![0-9緯経])(?:3[5-9]|4[0-2])度)$")
_IN_PARTS = re.compile("[二三四]分(?:する|し[たて、]|さ[れせ])(?!から)")
_PUFFED = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_VOICED = dict(zip("はひふへほかきくけこさしすせそ", "ばびぶべぼがぎぐげござじずぜぞ", strict=True))
_LAST_OF_ONES = {4: "よん", 7: "なな", 9: "きゅう"}
_COURT_RANK = re.compile("[正従]$")
_COURT_RANKS = {3: "さんみ", 4: "しい"}


def counted(text: str, start: int, middle: int, numeral: Numeral, counter: Counter) -> tuple[Piece, ...]:
    """The pieces of a number with its counter: ``text[start:middle]`` are digits, the counter is behind them.

    The text, with half-width letters and digits, tells 1日 the first of a month from one day.
    """
    end = middle + len(counter.head) + len(counter.tail)
    value = numeral.value
    tail_start = end - len(counter.tail)
    tail = (Piece(tail_start, end, counter.tail_reading),) if counter.tail else ()
    native, most = NATIVE_COUNTERS.get(counter.head, ("", 0))
    if value and value <= most:  # ひとむね, but さんとう
        return (Piece(start, middle, NATIVE[value]), Piece(middle, tail_start, native), *tail)
    if fused := _fused(text, start, end, counter, value):
        return (Piece(start, tail_start, fused), *tail)
    if whole := FUSED_AS_SPELT.get(text[start:end]):
        return (Piece(start, end, whole),)
    if counter.head == "分" and (value or 10) < 10 and _TENTH_BEFORE.search(text[max(0, start - 6) : start]):
        return (Piece(start, middle, numeral.reading), Piece(middle, tail_start, "ぶ"), *tail)
    if counter.head == "分" and not tail and _IN_PARTS.match(text, start):  # 二分する
        return (Piece(start, middle, numeral.reading), Piece(middle, end, "ぶん"))
    reading = before(said_before(numeral, counter), counter.sounds)
    return (Piece(start, middle, reading), Piece(middle, tail_start, _after(counter, reading)), *tail)


def said_before(numeral: Numeral, counter: Counter) -> str:
    """四年 is よねん, 七月 しちがつ, 九時 くじ."""
    if numeral.value is None:
        return numeral.reading
    if numeral.value == 0:
        return "れい" if counter.head in ZERO_IS_REI else numeral.reading
    digit = numeral.value % 10
    special = LAST_DIGIT.get(counter.head, {}).get(digit)
    return numeral.reading.removesuffix(_LAST_OF_ONES[digit]) + special if special else numeral.reading


def _after(counter: Counter, numeral: str) -> str:
    """A counter's reading behind a number read ``numeral`` (already with its っ)."""
    first, rest = counter.reading[0], counter.reading[1:]
    sounds = counter.sounds
    if (numeral.endswith("っ") and sounds.stops) or numeral.endswith(sounds.puffed or ("\0",)):
        return _PUFFED.get(first, first) + rest
    if numeral.endswith(sounds.voiced or ("\0",)):
        return _VOICED.get(first, first) + rest
    return counter.reading


_FIRST_BEFORE = re.compile("(?:月|毎月|翌|同)$")
_FIRST_AFTER = re.compile(
    "午前|午後|朝|夜|昼|夕|未明|深夜|早朝|正午|から[0-9]|まで|付|発売|公開|施行|発表|投開票|現在|時点|以降|[(（][月火水木金土日祝]"
)
_NEWS_BEFORE = re.compile("(?<!今日)(?<!明日)(?<!昨日)は$")


def _fused(text: str, start: int, end: int, counter: Counter, value: int | None) -> str | None:
    """The reading of a number that is one word with its counter: はつか, ひとり."""
    if value is None or counter.tail in NEVER_FUSED_BEFORE:
        return None
    behind = text[max(0, start - 4) : start]
    if counter.head == "日" and value == 1:
        return FIRST_OF_MONTH if _is_first_of_month(text, behind, end, counter) else None
    if counter.head == "位" and _COURT_RANK.search(behind):
        return _COURT_RANKS.get(value)
    return FUSED.get(counter.head, {}).get(value)


def _is_first_of_month(text: str, behind: str, end: int, counter: Counter) -> bool:
    if counter.tail in ("間", "目", "分", "半"):
        return False
    if counter.tail.startswith("付") or _FIRST_BEFORE.search(behind) or _FIRST_AFTER.match(text, end):
        return True
    return text.startswith("、", end) and _NEWS_BEFORE.search(behind) is not None  # 首相は1日、
