"""What is written in Latin letters and digits and is no language: names such as MP3, F1, 5G; addresses."""

from __future__ import annotations

import re

from reader.language.counters import ENGLISH
from reader.language.numerals import read_digits, read_value

_LETTERS_TABLE = """
    A えー B びー C しー D でぃー E いー F えふ G じー H えいち I あい J じぇい K けー L える M えむ N えぬ
    O おー P ぴー Q きゅー R あーる S えす T てぃー U ゆー V ぶい W だぶりゅー X えっくす Y わい Z ぜっと
"""
_LETTERS = dict(zip(_LETTERS_TABLE.split()[::2], _LETTERS_TABLE.split()[1::2], strict=True))
# Those that are said in another way.
_SAID = {
    "COVID-19": "こびっどないんてぃーん",
    "2D": "つーでぃー",
    "3D": "すりーでぃー",
    "3DCG": "すりーでぃーしーじー",
    "3G": "すりーじー",
    "2WAY": "つーうぇい",
    "G7": "じーせぶん",
    "G8": "じーえいと",
    "PS4": "ぴーえすふぉー",
    "PS5": "ぴーえすふぁいぶ",
    "MP4": "えむぴーふぉー",
    "4G": "ふぉーじー",
    "5G": "ふぁいぶじー",
    "MPEG-4": "えむぺぐふぉー",
    "PC-98": "ぴーしーきゅうはち",
}
_LETTERS_FIRST = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{1,3}-?\d{1,4}(?:(?:[A-Z]{1,2}\d{0,3})+|\.\d+)?(?![A-Za-z0-9])"
)
_DIGITS_FIRST = re.compile(r"(?<![A-Za-z0-9.])\d{1,2}[A-Z]{1,4}\d?(?![A-Za-z0-9])")
_FIRST_DIGIT = {code: next(i for i, c in enumerate(code) if c.isdigit()) for code in _SAID}
_LATIN = re.compile("[A-Za-z0-9]")
_PART = re.compile(r"[A-Z]+|\d+|\.\d+")
_MOST_LETTERS = 5  # before the first digit, with a hyphen
_PAPER = re.compile("[AB][3-6]")
_RANK = re.compile("[A-Z]{2,}-")


def code_at(flat: str, place: int) -> tuple[int, int] | None:
    """The span of the name in which the digit at ``place`` stands; None if it stands in none.

    ``flat`` has half-width letters and digits.
    """
    for code in _SAID:
        start = place - _FIRST_DIGIT[code]
        if start >= 0 and flat.startswith(code, start):
            end = start + len(code)
            if not _LATIN.search(flat[max(0, start - 1) : start] + flat[end : end + 1]):
                return start, end
    begin = place
    while begin > max(0, place - _MOST_LETTERS) and (
        (flat[begin - 1].isascii() and flat[begin - 1].isalpha()) or flat[begin - 1] == "-"
    ):
        begin -= 1
    pattern = _DIGITS_FIRST if begin == place else _LETTERS_FIRST
    match = pattern.match(flat, begin)
    return match.span() if match else None


def read_code(code: str) -> str:
    """Letter by letter; one to three are English behind letters (F1) but in sizes of paper and in ranks."""
    if code in _SAID:
        return _SAID[code]
    in_japanese = code[0].isdigit() or _PAPER.fullmatch(code) or _RANK.match(code)
    return "".join(_read_part(part, english=not in_japanese) for part in _PART.findall(code))


def _read_part(part: str, *, english: bool) -> str:
    if part[0] == ".":  # M6.1
        return "てん" + read_digits(part[1:])
    if part[0].isalpha():
        return "".join(_LETTERS[letter] for letter in part)
    if part[0] == "0":
        return read_digits(part)
    value = int(part)
    return ENGLISH[value] if english and value <= 3 else read_value(value)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where addresses stand in a text, of pages and of mail, and characters as HTML spells them (&amp;)."""
    return [match.span() for match in _ADDRESS.finditer(text)] if _ADDRESS_SIGN.search(text) else []


_ADDRESS = re.compile(
    "(?:https?://|www[.])[!-~]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+[.][A-Za-z0-9.-]+|&#?[A-Za-z0-9]{2,8};"
)
_ADDRESS_SIGN = re.compile("://|www[.]|@|&")  # in every address, and seldom in other text
