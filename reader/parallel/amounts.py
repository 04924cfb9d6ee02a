"""Numbers and months in both languages: 10万人 and "100,000 people" are the same amount."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.language.tokenizer import Token


class AmountKind(StrEnum):
    """What a number counts, where that matters: the third month is March and no three."""

    NUMBER = "number"
    MONTH = "month"


class Amount(NamedTuple):
    """``text[start:end]`` is this much.

    ``also`` is another value that it may have: 3割 is 30 per cent. ``is_day``: it is a day of a month (30日).
    """

    start: int
    end: int
    kind: AmountKind
    value: float
    also: float | None = None
    is_day: bool = False


# --- Japanese -------------------------------------------------------------------------------------

_DIGITS = "〇一二三四五六七八九"
_SMALL = {"十": 10.0, "百": 100.0, "千": 1000.0}
_LARGE = {"万": 1e4, "億": 1e8, "兆": 1e12}
_FIRST_YEARS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
_JAPANESE = re.compile(
    r"(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．・][0-9０-９]+)?|[〇一二三四五六七八九十百千])"
    r"(?:[十百千万億兆]|(?<![0-9０-９])[0-9０-９]+(?:[,，][0-9０-９]{3})*|[〇一二三四五六七八九])*"
)
_DAY = re.compile("日(?![間本目])")
_PIECE = re.compile(r"[0-9]+(?:\.[0-9]+)?|[〇一二三四五六七八九]+|[十百千万億兆]")


def japanese_amounts(text: str, tokens: Sequence[Token]) -> Iterator[Amount]:
    """The amounts of a Japanese text, in order; kanji count where they are numbers to the tokenizer."""
    numeral = {place for token in tokens if token.pos[1] == "数詞" for place in range(token.start, token.end)}
    for match in _JAPANESE.finditer(text):
        start, end = match.span()
        if match[0][0].isdigit() or all(place in numeral for place in range(start, end)):
            yield _japanese_amount(text, start, end)


def _japanese_amount(text: str, start: int, end: int) -> Amount:
    value = japanese_value(text[start:end])
    after = text[end : end + 2]
    if after[:1] == "月" and after != "月間" and value in range(1, 13):
        return Amount(start, end + 1, AmountKind.MONTH, value)
    if after[:1] == "割":
        return Amount(start, end + 1, AmountKind.NUMBER, value * 10, value)
    if after[:1] == "年" and (first := _FIRST_YEARS.get(text[max(0, start - 2) : start])):
        return Amount(start - 2, end + 1, AmountKind.NUMBER, first + value - 1)
    if after[:1] == "時" and re.search("午後|夕方|夜$", text[max(0, start - 2) : start]) and value < 12:
        return Amount(start, end, AmountKind.NUMBER, value, value + 12)
    is_day = value in range(1, 32) and _DAY.match(text, end) is not None
    return Amount(start, end, AmountKind.NUMBER, value, is_day=is_day)


def japanese_value(digits: str) -> float:
    """What digits are worth: half- or full-width, kanji or both; 三億2000万, 9.8万, 二〇二一, 1,483."""
    total = section = 0.0
    pending: float | None = None
    for piece in _PIECE.findall(unicodedata.normalize("NFKC", digits).replace(",", "").replace("・", ".")):
        if piece in _SMALL:
            section += (1.0 if pending is None else pending) * _SMALL[piece]
            pending = None
        elif piece in _LARGE:
            section += pending or 0.0
            total += (section or 1.0) * _LARGE[piece]
            section, pending = 0.0, None
        elif piece[0] in _DIGITS:
            pending = float("".join(str(_DIGITS.index(digit)) for digit in piece))
        else:
            pending = float(piece)
    return total + section + (pending or 0.0)


# --- English --------------------------------------------------------------------------------------

_ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_WORDS = (
    {word: float(value) for value, word in enumerate(_ONES)}
    | {word: float(value) for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {word: float(value) for value, word in enumerate(_ORDINALS, start=1)}
    | {"twentieth": 20.0, "once": 1.0, "twice": 2.0, "dozen": 12.0}
)
_MULTIPLES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "m": 1e6,
    "k": 1e3,
    "lakh": 1e5,
    "crore": 1e7,
}
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_OF = {month: number for number, month in enumerate(_MONTHS, start=1)}
_MONTH_OF |= {month[:3]: number for month, number in _MONTH_OF.items()} | {"sept": 9}
_TOKEN = re.compile(
    r"(?P<digits>\d+(?:,\d{2,3})*(?:\.\d+)?)(?P<suffix>(?:st|nd|rd|th|s|m|bn|tn|k)\b)?|[A-Za-z]+"
)
_BETWEEN = re.compile(r"[\s-]+(?:and\s+)?|(?<=\d)(?=[a-z])")


def english_amounts(text: str) -> Iterator[Amount]:
    """The amounts of an English text, in order: digits, number words and months (with a capital letter)."""
    tokens = [token for token in _TOKEN.finditer(text) if token[0].lower() != "and"]
    index = 0
    while index < len(tokens):
        token, word = tokens[index], tokens[index][0].lower()
        if token["digits"] or word in _WORDS or (word in ("hundred", "thousand", "million", "billion")):
            value, after = _english_value(text, tokens, index)
            yield Amount(token.start(), tokens[after - 1].end(), AmountKind.NUMBER, value)
            index = after
            continue
        if word in _MONTH_OF and token[0][0].isupper():
            yield Amount(token.start(), token.end(), AmountKind.MONTH, float(_MONTH_OF[word]))
        index += 1


def _english_value(text: str, tokens: Sequence[re.Match[str]], index: int) -> tuple[float, int]:
    """The value of the number that begins at a token, and the token behind it: two hundred and five."""
    total = section = value = 0.0  # five lakh crore: a section that is multiplied again
    begun = index
    while index < len(tokens):
        token, word = tokens[index], tokens[index][0].lower()
        before = tokens[index - 1] if index > begun else None
        if before and not _BETWEEN.fullmatch(text, before.end(), token.start()):
            break
        if token["digits"]:
            if before:
                break
            value = float(token["digits"].replace(",", "")) * _MULTIPLES.get(token["suffix"] or "", 1.0)
        elif word in _MULTIPLES:
            if before and len(word) <= 2 and not before["digits"]:
                break
            multiple = _MULTIPLES[word]
            if multiple < 1e3:
                value = (value or 1.0) * multiple
            elif before and not value:
                section *= multiple
            else:
                total, section, value = total + section, (value or 1.0) * multiple, 0.0
        elif word in _WORDS and (not before or _may_follow(_WORDS[word], before[0].lower())):
            value += _WORDS[word]
        else:
            break
        index += 1
    return total + section + value, index


def _may_follow(addend: float, before: str) -> bool:
    """Whether a number word adds to what stands before it: forty-two and hundred five do, three four not."""
    if before in _MULTIPLES:
        return addend < (100 if before == "hundred" else 1000)
    return before in _TENS and 0 < addend < 10
