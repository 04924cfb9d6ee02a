"""Numbers and their counters: where they stand in a text and how they are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from reader.language.counters import (
    COUNTERS,
    FIRST_OF_MONTH,
    FUSED,
    LAST_DIGIT,
    LONGEST_COUNTER,
    NATIVE,
    NATIVE_COUNTERS,
    NEEDS_TOKEN_END,
    NEVER_FUSED_BEFORE,
    ZERO_IS_REI,
    Counter,
    Sounds,
)
from reader.language.tokenizer import Token


class Piece(NamedTuple):
    """The reading of ``text[start:end]``, a part of a number: digits, counter, or both where fused."""

    start: int
    end: int
    reading: str


class Number(NamedTuple):
    """A number with its counter, if it has one: ``text[start:end]`` is covered by ``pieces``.

    ``spelling`` is how a dictionary would spell it (二十日 for 20日), "" where none would have it. ``value``
    is None where there is no single whole number (3.5, 数百).
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    value: int | None
    spelling: str
    surface: str

    @property
    def reading(self) -> str:
        return "".join(piece.reading for piece in self.pieces)

    @property
    def parts(self) -> tuple[str, ...]:
        """What the pieces stand over."""
        return tuple(self.surface[piece.start - self.start : piece.end - self.start] for piece in self.pieces)


class Numeral(NamedTuple):
    """The reading of digits alone, and their value where they are one whole number."""

    reading: str
    value: int | None


# --- digits ---------------------------------------------------------------------------------------

_DIGIT = {character: value for value, character in enumerate("0123456789")} | {
    character: value for value, character in enumerate("〇一二三四五六七八九")
}
_DIGIT["零"] = 0
_SMALL_UNIT = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNIT = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_LARGE_READING = (("けい", 10**16), ("ちょう", 10**12), ("おく", 10**8), ("まん", 10**4), ("", 1))
_ONES = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_HUNDREDS = {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
_THOUSANDS = {1: "せん", 3: "さんぜん", 8: "はっせん"}
_VAGUE = {"数": "すう", "何": "なん", "幾": "いく"}
_AFTER_NAN = {"百": "びゃく", "千": "ぜん"}
_UNIT_READING = {"十": "じゅう", "百": "ひゃく", "千": "せん", "万": "まん", "億": "おく", "兆": "ちょう"}
_LONGEST_VALUE = 16  # digits; what is longer is read digit by digit

_DECIMAL = re.compile(r"(\d+)\.(\d+)([万億兆]?)")
_PLAIN = re.compile("[0-9〇零一二三四五六七八九]+")
_COMPOSED = re.compile("[0-9〇零一二三四五六七八九十百千万億兆京]+")
_VAGUE_FORM = re.compile("([0-9一二三四五六七八九十百千万億兆]*)([数何幾])([十百千]?)([万億兆]?)")
_NUMERAL_TOKEN = re.compile("[0-9０-９〇零一二三四五六七八九十百千万億兆京数何幾、・]+")
_ARABIC = re.compile("[0-9０-９]+")


def read_numeral(digits: str) -> Numeral | None:
    """How digits are read without a counter; None for what is no number.

    They may be half- or full-width, kanji or both (三億2000万), with commas, decimals or a vague 数, 何, 幾.
    """
    plain = unicodedata.normalize("NFKC", digits).replace(",", "")
    if "、" in plain or "・" in plain:  # 二、三人
        parts = [read_numeral(part) for part in re.split("[、・]", plain)]
        known = [part.reading for part in parts if part]
        return Numeral("".join(known), None) if len(known) == len(parts) else None
    if decimal := _DECIMAL.fullmatch(plain):
        return Numeral(_read_decimal(*decimal.groups()), None)
    if _PLAIN.fullmatch(plain):
        return _read_plain(plain)
    if _COMPOSED.fullmatch(plain):
        value = _value_of_composed(plain)
        reading = _read_value(value)
        return Numeral(
            "いっ" + reading if plain.startswith(("一千", "1千")) and value < 2000 else reading, value
        )
    if vague := _VAGUE_FORM.fullmatch(plain):
        return _read_vague(*vague.groups())
    return None


def _read_plain(digits: str) -> Numeral:
    """2021, 二〇二一; 007 digit by digit."""
    if (len(digits) > 1 and _DIGIT[digits[0]] == 0) or len(digits) > _LONGEST_VALUE:
        return Numeral(_read_digits(digits), None)
    value = _value_of_plain(digits)
    return Numeral(_read_value(value), value)


def _read_value(value: int) -> str:
    """A whole number of up to 20 digits."""
    if value == 0:
        return "ぜろ"
    reading = ""
    for name, unit in _LARGE_READING:
        group = value // unit % 10**4
        if group:
            part = _read_group(group, large=unit > 1)
            reading += (_before(part, _SOUNDS_OF_LARGE[name]) if name in _SOUNDS_OF_LARGE else part) + name
    return reading


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


def _read_digits(digits: str) -> str:
    return "".join(_ONES[_DIGIT[digit]] or "ぜろ" for digit in digits)


def _read_decimal(whole: str, fraction: str, unit: str) -> str:
    value = int(whole)
    before = _before(_read_value(value), Sounds(("はち", "じゅう", "いち"))) if value else "れい"
    return f"{before}てん{_read_digits(fraction)}{_UNIT_READING.get(unit, '')}"


def _read_vague(before: str, vague: str, small: str, large: str) -> Numeral | None:
    """数百万, 何千, 十数 (before is 十)."""
    head = read_numeral(before) if before else Numeral("", None)
    if head is None:
        return None
    small_reading = (
        _AFTER_NAN.get(small, _UNIT_READING.get(small, "")) if vague == "何" else _UNIT_READING.get(small, "")
    )
    return Numeral(head.reading + _VAGUE[vague] + small_reading + _UNIT_READING.get(large, ""), None)


def _value_of_plain(digits: str) -> int:
    return int("".join(str(_DIGIT[digit]) for digit in digits))


def _value_of_composed(digits: str) -> int:
    """三億2000万, 1千5百: digits, small units within large ones."""
    total = section = 0
    pending = ""
    for character in digits:
        if character in _DIGIT:
            pending += character
            continue
        count = _value_of_plain(pending) if pending else None
        pending = ""
        if character in _SMALL_UNIT:
            section += (1 if count is None else count) * _SMALL_UNIT[character]
        else:
            section += count or 0
            total += (section or 1) * _LARGE_UNIT[character]
            section = 0
    return total + section + (_value_of_plain(pending) if pending else 0)


# --- a number and its counter ---------------------------------------------------------------------

_SOUNDS_OF_LARGE = {
    "ちょう": Sounds(("いち", "はち", "じゅう")),
    "けい": Sounds(("いち", "ろく", "はち", "じゅう", "ひゃく")),
}
_PUFFED = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_VOICED = dict(zip("はひふへほかきくけこさしすせそ", "ばびぶべぼがぎぐげござじずぜぞ", strict=True))
_LAST_OF_ONES = {4: "よん", 7: "なな", 9: "きゅう"}


def _before(numeral: str, sounds: Sounds) -> str:
    """A number's reading before a counter with these sounds: いち → いっ."""
    for ending in sounds.stops:
        if numeral.endswith(ending):
            return numeral[:-1] + "っ"
    return numeral


def _after(counter: Counter, numeral: str) -> str:
    """A counter's reading behind a number read ``numeral`` (already with its っ)."""
    first, rest = counter.reading[0], counter.reading[1:]
    if (numeral.endswith("っ") and counter.sounds.stops) or numeral.endswith(
        counter.sounds.puffed or ("\0",)
    ):
        return _PUFFED.get(first, first) + rest
    if numeral.endswith(counter.sounds.voiced or ("\0",)):
        return _VOICED.get(first, first) + rest
    return counter.reading


def _with_last_digit(numeral: Numeral, spelling: str, head: str) -> str:
    """四年 is よねん, 七月 しちがつ, 九時 くじ."""
    if numeral.value is None:
        return numeral.reading
    if numeral.value == 0:
        return "れい" if head in ZERO_IS_REI else numeral.reading
    digit = numeral.value % 10
    special = LAST_DIGIT.get(spelling, LAST_DIGIT.get(head, {})).get(digit)
    return numeral.reading.removesuffix(_LAST_OF_ONES[digit]) + special if special else numeral.reading


def _pieces(text: str, start: int, middle: int, end: int, numeral: Numeral) -> tuple[Piece, ...]:
    """``text[start:middle]`` is the number, ``text[middle:end]`` a counter."""
    spelling = text[middle:end]
    value = numeral.value
    if value in NATIVE_COUNTERS.get(spelling, ()):
        assert value is not None
        tail = "つ" if spelling == "つ" else COUNTERS[spelling].reading
        return (Piece(start, middle, NATIVE[value]), Piece(middle, end, tail))
    counter = COUNTERS[spelling]
    tail_start = end - len(counter.tail)
    tail_piece = (Piece(tail_start, end, counter.tail_reading),) if counter.tail else ()
    if fused := _fused(text, start, end, counter, value):
        return (Piece(start, tail_start, fused), *tail_piece)
    if spelling == "分" and text[start - 1 : start] == "割":  # 3割4分: a tenth, not a minute
        return (Piece(start, middle, numeral.reading), Piece(middle, end, "ぶ"))
    reading = _before(_with_last_digit(numeral, spelling, counter.head), counter.sounds)
    return (Piece(start, middle, reading), Piece(middle, tail_start, _after(counter, reading)), *tail_piece)


_MONTH_BEFORE = re.compile("月$")
_DATE_BEFORE = re.compile("月[^月。]{1,5}$")
_NUMBER_BEFORE = re.compile("([0-9０-９一二三四五六七八九])[、,，・～〜~]$")
_TIME_OF_DAY = re.compile("午前|午後|朝|夜|昼|夕|未明|深夜|早朝|正午|から[0-9０-９]|まで|発売|公開|施行|発表")


def _fused(text: str, start: int, end: int, counter: Counter, value: int | None) -> str | None:
    """The reading of a number that is one word with its counter: はつか, ひとり."""
    if value is None or counter.tail in NEVER_FUSED_BEFORE:
        return None
    before = text[max(0, start - 8) : start]
    if counter.head == "日" and value == 1:
        is_date = (
            _MONTH_BEFORE.search(before) or counter.tail.startswith("付") or _TIME_OF_DAY.match(text, end)
        )
        return FIRST_OF_MONTH if is_date and counter.tail != "間" else None
    one_less = _NUMBER_BEFORE.search(before)
    if (
        one_less
        and not _DATE_BEFORE.search(before)
        and _DIGIT[unicodedata.normalize("NFKC", one_less[1])] == value - 1
    ):
        return None  # 2、3日: にさんにち
    return FUSED.get(counter.head, {}).get(value)


# --- in a text ------------------------------------------------------------------------------------

_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_FRACTION_BAR = "分の"


def find_numbers(text: str, tokens: Sequence[Token]) -> list[Number]:
    """The numbers of a text in order: all in digits, those in kanji where the tokenizer saw numbers."""
    ends = {token.end for token in tokens}
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        if not _is_numeral(tokens[index]):
            index += 1
            continue
        number, index = _number_at(text, tokens, index, ends)
        if number:
            found.append(number)
            while index < len(tokens) and tokens[index].start < number.end:
                index += 1
    return found


def _is_numeral(token: Token) -> bool:
    return token.pos[1] == "数詞" and _NUMERAL_TOKEN.fullmatch(token.surface) is not None


def _number_at(text: str, tokens: Sequence[Token], index: int, ends: set[int]) -> tuple[Number | None, int]:
    """The number that begins at a numeral token, and the token to go on from."""
    start = tokens[index].start
    following = _numeral_end(tokens, index)
    middle = tokens[following - 1].end
    numeral = read_numeral(text[start:middle])
    while numeral is None and following > index + 1:
        following -= 1
        middle = tokens[following - 1].end
        numeral = read_numeral(text[start:middle])
    if numeral is None or (start and _LATIN.match(text[start - 1])):  # MP3 and F1 are names
        return None, following
    if fraction := _fraction(text, tokens, start, middle, numeral):
        return fraction, following
    arabic = _ARABIC.match(text, start) is not None
    end = _counter_end(text, middle, ends, arabic)
    if text[middle:end] == "つ" and numeral.value not in NATIVE_COUNTERS["つ"]:
        end = middle
    if end > middle:
        pieces = _pieces(text, start, middle, end, numeral)
        spelling = _spelling(numeral.value, text[middle:end])
        return Number(start, end, pieces, numeral.value, spelling, text[start:end]), following
    vague = numeral.value is None and text[start] in _VAGUE
    if not arabic and (middle - start == 1 or vague):  # 一, 数, 何 alone are ordinary words
        return None, following
    only = (Piece(start, middle, numeral.reading),)
    return Number(start, middle, only, numeral.value, "", text[start:middle]), following


def _numeral_end(tokens: Sequence[Token], index: int) -> int:
    """The first token behind the run of numerals at ``index``; 1,483 and 3.5 are one run."""
    index += 1
    while index < len(tokens) and tokens[index].start == tokens[index - 1].end:
        token = tokens[index]
        if _is_numeral(token):
            index += 1
            continue
        if index + 1 >= len(tokens) or tokens[index + 1].start != token.end:
            break
        before, after = tokens[index - 1].surface, tokens[index + 1].surface
        if not (_ARABIC.fullmatch(before) and _ARABIC.fullmatch(after)):
            break
        if not (token.surface in ".．" or (token.surface in ",，" and len(after) == 3)):
            break
        index += 2
    return index


def _counter_end(text: str, middle: int, ends: set[int], arabic: bool) -> int:
    """Where the longest counter behind a number ends; ``middle`` if there is none."""
    for end in range(min(len(text), middle + LONGEST_COUNTER), middle, -1):
        spelling = text[middle:end]
        if spelling != "つ" and spelling not in COUNTERS:
            continue
        if end not in ends and (not arabic or spelling in NEEDS_TOKEN_END):
            continue
        if _LATIN.match(spelling[-1]) and _LATIN.match(text[end : end + 1]):
            continue
        return end
    return middle


def _fraction(text: str, tokens: Sequence[Token], start: int, middle: int, below: Numeral) -> Number | None:
    """3分の1."""
    upper = middle + len(_FRACTION_BAR)
    if text[middle:upper] != _FRACTION_BAR:
        return None
    index = next((i for i, token in enumerate(tokens) if token.start == upper), None)
    if index is None or not _is_numeral(tokens[index]):
        return None
    end = tokens[_numeral_end(tokens, index) - 1].end
    above = read_numeral(text[upper:end])
    if above is None:
        return None
    pieces = (
        Piece(start, middle, below.reading),
        Piece(middle, middle + 1, "ぶん"),
        Piece(middle + 1, upper, "の"),
        Piece(upper, end, above.reading),
    )
    spelling = _spelling(below.value, _FRACTION_BAR)
    spelling = spelling + _spelling(above.value, "") if spelling else ""
    return Number(start, end, pieces, None, spelling, text[start:end])


def _spelling(value: int | None, rest: str) -> str:
    """A small number in kanji, as headwords have it: 二十日, 十二月."""
    if value is None or not 0 < value < 100:
        return ""
    tens, ones = divmod(value, 10)
    kanji = "〇一二三四五六七八九"
    return (("" if tens == 1 else kanji[tens]) + "十" if tens else "") + (kanji[ones] if ones else "") + rest
