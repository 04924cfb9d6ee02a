"""Numbers without their counters: how they are read, what they are worth, and their figures in English."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.language.counters import Sounds


class Numeral(NamedTuple):
    """A number: ``value`` where it is one whole number, else None; ``figure`` is what English has for it.

    The figure goes before a noun: "100,000", "3.5", "several", "dozens of".
    """

    reading: str
    value: int | None
    figure: str


DIGITS = {character: value for value, character in enumerate("0123456789")} | {
    character: value for value, character in enumerate("〇一二三四五六七八九")
}
DIGITS["零"] = 0
_SMALL_UNIT = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNIT = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_LARGE_READING = (("けい", 10**16), ("ちょう", 10**12), ("おく", 10**8), ("まん", 10**4), ("", 1))
_SOUNDS_OF_LARGE = {
    "ちょう": Sounds(("いち", "はち", "じゅう")),
    "けい": Sounds(("いち", "ろく", "はち", "じゅう", "ひゃく")),
}
_SOUNDS_OF_POINT = Sounds(("いち", "はち", "じゅう"))
_ONES = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_HUNDREDS = {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
_THOUSANDS = {1: "せん", 3: "さんぜん", 8: "はっせん"}
_UNIT_READING = {
    "十": "じゅう",
    "百": "ひゃく",
    "千": "せん",
    "万": "まん",
    "億": "おく",
    "兆": "ちょう",
    "京": "けい",
}
_LONGEST_VALUE = 16  # digits; what is longer is read digit by digit

# Vague numbers: the reading and the English of the bare word.
_VAGUE = {"数": ("すう", "several"), "何": ("なん", "how many"), "幾": ("いく", "how many")}
_AFTER_NAN = {"百": "びゃく", "千": "ぜん"}
_MAGNITUDES = {
    10: "dozens of",
    10**2: "hundreds of",
    10**3: "thousands of",
    10**4: "tens of thousands of",
    10**5: "hundreds of thousands of",
    10**6: "millions of",
    10**7: "tens of millions of",
    10**8: "hundreds of millions of",
    10**9: "billions of",
    10**10: "tens of billions of",
    10**11: "hundreds of billions of",
    10**12: "trillions of",
}

_DECIMAL = re.compile(r"(\d+)\.(\d+)([百千]?[万億兆]?)")
_KANJI_DECIMAL = re.compile("([〇零一二三四五六七八九十百]+)・([〇零一二三四五六七八九]+)([万億兆]?)")
_PLAIN = re.compile("[0-9〇零一二三四五六七八九]+")
_COMPOSED = re.compile("[0-9〇零一二三四五六七八九十百千万億兆京]+")
_VAGUE_FORM = re.compile("([0-9一二三四五六七八九十百千万億兆]*)([数何幾])([十百千]?)([万億兆]?)")
_FIRST_OF_TWO: dict[tuple[int | None, int | None], str] = {(4, 5): "し", (7, 8): "しち"}
_LISTED = re.compile("[、・]")


def read_numeral(digits: str) -> Numeral | None:
    """How digits are read without a counter; None for what is no number.

    They are half-width or kanji or both (三億2000万), with commas, decimals or a vague 数, 何, 幾; two with
    、 or ・ between them are one of the two (二、三).
    """
    plain = digits.replace(",", "")
    if decimal := _DECIMAL.fullmatch(plain) or _KANJI_DECIMAL.fullmatch(plain):
        return _read_decimal(*decimal.groups())
    if _LISTED.search(plain):
        return _read_either(plain)
    if _PLAIN.fullmatch(plain):
        return _read_plain(plain)
    if _COMPOSED.fullmatch(plain):
        value = _value_of_composed(plain)
        reading = read_value(value)
        says_one = plain.startswith(("一千", "1千")) and value < 2000
        return Numeral("いっ" + reading if says_one else reading, value, f"{value:,}")
    if vague := _VAGUE_FORM.fullmatch(plain):
        return _read_vague(*vague.groups())
    return None


def before(numeral: str, sounds: Sounds) -> str:
    """A number's reading before something with these sounds: いち → いっ."""
    return numeral[:-1] + "っ" if sounds.stops and numeral.endswith(sounds.stops) else numeral


def read_value(value: int) -> str:
    """A whole number of up to 20 digits."""
    if value == 0:
        return "ぜろ"
    reading = ""
    for name, unit in _LARGE_READING:
        group = value // unit % 10**4
        if group:
            part = _read_group(group, large=unit > 1)
            reading += (before(part, _SOUNDS_OF_LARGE[name]) if name in _SOUNDS_OF_LARGE else part) + name
    return reading


def read_digits(digits: str, zero: str = "ぜろ") -> str:
    """Digit by digit: 0045."""
    return "".join(_ONES[DIGITS[digit]] or zero for digit in digits)


def in_kanji(value: int) -> str:
    """A number from 1 to 99 as headwords have it: 二十."""
    tens, ones = divmod(value, 10)
    kanji = "〇一二三四五六七八九"
    return (("" if tens == 1 else kanji[tens]) + "十" if tens else "") + (kanji[ones] if ones else "")


def _read_plain(digits: str) -> Numeral:
    """2021, 二〇二一; 007 digit by digit."""
    figure = "".join(str(DIGITS[digit]) for digit in digits)
    if (len(digits) > 1 and figure[0] == "0") or len(digits) > _LONGEST_VALUE:
        return Numeral(read_digits(digits), None, figure)
    value = int(figure)
    return Numeral(read_value(value), value, f"{value:,}")


def _read_group(group: int, large: bool) -> str:
    """1 to 9999; a thousand on its own before 万, 億 … is いっせん (``large``)."""
    thousands, hundreds, tens, ones = group // 1000, group // 100 % 10, group // 10 % 10, group % 10
    if group == 1000 and large:
        return "いっせん"
    return (
        (_THOUSANDS.get(thousands, _ONES[thousands] + "せん") if thousands else "")
        + (_HUNDREDS.get(hundreds, _ONES[hundreds] + "ひゃく") if hundreds else "")
        + ("じゅう" if tens == 1 else _ONES[tens] + "じゅう" if tens else "")
        + _ONES[ones]
    )


def _read_decimal(whole: str, fraction: str, unit: str) -> Numeral:
    """3.5, 2.5億, 三・五."""
    value = _value_of_composed(whole)
    decimals = "".join(str(DIGITS[digit]) for digit in fraction)
    head = before(read_value(value), _SOUNDS_OF_POINT) if value else "れい"
    reading = f"{head}てん{read_digits(fraction, 'れい')}" + "".join(_UNIT_READING[each] for each in unit)
    exact, left = divmod(_value_of_composed(unit) * int(f"{value}{decimals}"), 10 ** len(decimals))
    if unit and not left:
        return Numeral(reading, exact, f"{exact:,}")
    return Numeral(reading, None, f"{value:,}.{decimals}")


def _read_either(listed: str) -> Numeral | None:
    """二、三 is two or three."""
    first, *others = (read_numeral(part) for part in _LISTED.split(listed))
    if first is None or len(others) != 1 or others[0] is None:
        return None
    return either(first, others[0])


def either(first: Numeral, second: Numeral, last: str = "") -> Numeral:
    """One of two neighbours, read one after the other: 二、三, 2～3; the second as ``last`` if given."""
    reading = _FIRST_OF_TWO.get((first.value, second.value), first.reading)  # しごにん, しちはちにん
    return Numeral(reading + (last or second.reading), None, f"{first.figure}–{second.figure}")


def _read_vague(head: str, vague: str, small: str, large: str) -> Numeral | None:
    """数百万, 何千, 十数 (head is 十)."""
    above = read_numeral(head) if head else None
    if head and above is None:
        return None
    reading, english = _VAGUE[vague]
    reading += (
        _AFTER_NAN.get(small, _UNIT_READING.get(small, "")) if vague == "何" else _UNIT_READING.get(small, "")
    )
    reading += _UNIT_READING.get(large, "")
    if above:
        figure = f"{(above.value or 0) * _LARGE_UNIT.get(large, 1):,}-odd"
        return Numeral(above.reading + reading, None, figure)
    magnitude = _SMALL_UNIT.get(small, 1) * _LARGE_UNIT.get(large, 1)
    return Numeral(reading, None, _MAGNITUDES.get(magnitude, english))


def _value_of_composed(digits: str) -> int:
    """三億2000万, 1千5百: digits, small units within large ones."""
    total = section = 0
    pending = ""
    for character in digits:
        if character in DIGITS:
            pending += str(DIGITS[character])
            continue
        count = int(pending) if pending else None
        pending = ""
        if character in _SMALL_UNIT:
            section += (1 if count is None else count) * _SMALL_UNIT[character]
        else:
            section += count or 0
            total += (section or 1) * _LARGE_UNIT[character]
            section = 0
    return total + section + (int(pending) if pending else 0)
