"""Numbers and their counters: where they stand in a text, how they are read and what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.language.counters import (
    BEFORE_ENGLISH,
    BEHIND_ENGLISH,
    COUNTERS,
    ENGLISH,
    FIRST_OF_MONTH,
    LONGEST_COUNTER,
    NATIVE_COUNTERS,
    NEEDS_TOKEN_END,
    TAILS,
    UNIT_NAMES,
    Counter,
)
from reader.language.counting import Piece, counted, said_before
from reader.language.eras import ERAS
from reader.language.notations import Notation, notation_at, slash_fraction
from reader.language.number_meaning import Around, english_fraction, english_number, english_of
from reader.language.numerals import DIGITS, Numeral, either, in_kanji, read_digits, read_numeral
from reader.language.tokenizer import Token, touches


class Number(NamedTuple):
    """A number with its counter, if it has one: ``text[start:end]`` is covered by ``pieces``.

    ``spelling`` is how a dictionary would spell it (二十日 for 20日), "" where none would have it. ``value``
    is None where there is no single whole number (3.5, 数百). ``meaning`` is it in English ("100,000
    people"); ``is_name`` tells what is written with digits and counts nothing (MP3).
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    value: int | None
    spelling: str
    surface: str
    meaning: str = ""
    is_name: bool = False

    @property
    def reading(self) -> str:
        return "".join(piece.reading for piece in self.pieces)

    @property
    def parts(self) -> tuple[str, ...]:
        """What the pieces stand over, signs as the words that they are short for: キロ for ㌔."""
        parts = (self.surface[piece.start - self.start : piece.end - self.start] for piece in self.pieces)
        return tuple(UNIT_NAMES.get(part, part) for part in parts)


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TO_FULL_WIDTH = {half: full for full, half in _HALF_WIDTH.items()}
_KANJI_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万億兆京数何幾、・]+")
_LEADING_NUMERAL = re.compile("[一二三四五六七八九十百千]+")
_ANY_DIGIT = re.compile("[0-9０-９]")
_DIGIT = re.compile("[0-9]")
_VAGUE = "数何幾"
_NO_NUMBERS = frozenset(("七五三", "三三七"))
_FIRST_YEAR = "元年"


def find_numbers(text: str, tokens: Sequence[Token]) -> list[Number]:
    """The numbers of a text in order: all in digits, those in kanji where the tokenizer saw numbers."""
    tokens = [
        _vague_numeral(tokens, index) if token.surface in _VAGUE else token
        for index, token in enumerate(tokens)
    ]
    candidates = [index for index in range(len(tokens)) if _may_hold_number(tokens, index)]
    if not candidates:
        return []
    search = _Search(text, tokens)
    found: list[Number] = []
    position = 0
    for token in (tokens[index] for index in candidates):
        while (start := search.start_in(token, position)) is not None:
            number, position = search.number_at(start, position)
            if number:
                found.append(number)
    return found


def _vague_numeral(tokens: Sequence[Token], index: int) -> Token:
    """The token, 数 and 何 before the sign of a unit (数%, 何cm) as the numerals that they are."""
    token = tokens[index]
    if touches(tokens, index + 1) and tokens[index + 1].surface in UNIT_NAMES:
        return token._replace(pos=("名詞", "数詞", "", ""))
    return token


def _may_hold_number(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.pos[1] == "数詞" or _ANY_DIGIT.search(token.surface):
        return True
    return _hides_numeral(token, tokens[index - 1] if index else None)


def _is_kanji_numeral(token: Token) -> bool:
    return token.pos[1] == "数詞" and _KANJI_NUMERAL.fullmatch(token.surface) is not None


def _hides_numeral(token: Token, before: Token | None) -> bool:
    """Whether the tokenizer took a number for part of a word: 一日 always, 四条 of 第四条 for a place."""
    if token.surface == "一日":
        return True
    if token.surface == _FIRST_YEAR:
        return before is not None and before.surface in ERAS and before.end == token.start
    behind_prefix = before is not None and before.surface == "第" and before.end == token.start
    return behind_prefix and _LEADING_NUMERAL.match(token.surface) is not None


class _Place(NamedTuple):
    """A numeral at ``text[start:end]``; ``position`` is where the number before it ends."""

    start: int
    end: int
    numeral: Numeral
    position: int


_ARABIC = re.compile(r"[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?[十百千万億兆京]*")
_UNITS = frozenset("十百千万億兆京")
_JOINT = re.compile("[、・]")
_DATED = re.compile("([一二三四五六七八九])・([一二三四五六七八九]{1,2})(?=事件)")  # 五・一五事件
_LIST_SIGN = re.compile("[~〜、・,]")
_SHARED_COUNTER = re.compile("[~〜−–-][0-9]{1,2}(月|時)(?!間)")
_FRACTION_BAR = "分の"
_LATIN = re.compile("[A-Za-z]")
_TWO_DIGITS = re.compile("[一二三四五六七八九]{2}")
_EITHER_COUNTED = frozenset("人 日 年 回 度 本 枚 軒 匹 頭 杯 里 町 間 尺 寸 分 時間 名 個 冊".split())
_SIGNS = {"-": ("まいなす", "−"), "−": ("まいなす", "−"), "+": ("ぷらす", "+"), "±": ("ぷらすまいなす", "±")}
_NEVER_SIGNED = {
    "-": re.compile("[0-9A-Za-zぁ-んァ-ヶー一-龥)]"),
    "+": re.compile("[0-9A-Za-zぁ-んァ-ヶー一-龥)]"),
}
_SELDOM_SIGNED = re.compile("[0-9A-Za-z)]")
_CURRENCIES = {"¥": "円", "￥": "円", "$": "ドル", "€": "ユーロ", "£": "ポンド"}
_BEFORE_ENGLISH = re.compile(BEFORE_ENGLISH)


class _Search:
    """A text in which numbers are looked for: with half-width digits, and what the tokenizer saw."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.flat = text.translate(_HALF_WIDTH)
        self.tokens = {token.start: token for token in tokens}
        self.endings = {token.end: token for token in tokens}
        self.around = Around()

    def start_in(self, token: Token, position: int) -> int | None:
        """Where the first numeral in a token begins, from ``position`` on."""
        if _is_kanji_numeral(token) or _hides_numeral(token, self.endings.get(token.start)):
            return token.start if token.start >= position else None
        match = _DIGIT.search(self.flat, max(position, token.start), max(position, token.end))
        return match.start() if match else None

    def number_at(self, start: int, position: int) -> tuple[Number | None, int]:
        """The number whose digits begin at ``start``, if there is one, and where to go on looking.

        What belongs to it before its digits (第, a sign) begins at ``position`` or later.
        """
        is_arabic = _DIGIT.match(self.flat, start) is not None
        notation = notation_at(self.flat, start) if is_arabic else None
        if notation and notation.start >= position and not self._is_counted_name(notation, start):
            piece = Piece(notation.start, notation.end, notation.reading)
            return self._number((piece,), None, notation.meaning, is_name=notation.is_name), notation.end
        if self.flat.startswith(_FIRST_YEAR, start):
            first = self._first_year(start)
            return first, first.end
        numeral_end = self._numeral(start)
        if numeral_end is None:
            return None, start + 1
        if set(self.flat[start : numeral_end[0]]) == {"〇"} and numeral_end[0] > start + 1:
            return None, numeral_end[0]  # 〇〇市: something or other
        place = _Place(start, *numeral_end, position)
        number = self._fraction(place) or self._range(place) or self._counted(place)
        return (number, number.end) if number else (None, place.end)

    def _first_year(self, start: int) -> Number:
        """明治元年."""
        era = self.endings[start]
        end = start + len(_FIRST_YEAR)
        reading, name, first = ERAS[era.surface]
        self.around = Around(end, year=first)
        pieces = (Piece(era.start, start, reading), Piece(start, end, "がんねん"))
        return self._number(pieces, 1, f"{first} ({name} 1)")

    def _is_counted_name(self, notation: Notation, start: int) -> bool:
        """EU27カ国: a number of countries, 3F a floor; but F1 and K-1 stay names whatever follows."""
        if notation.is_name and notation.start == start:
            numeral = self._numeral(start)
            return numeral is not None and self._counter(numeral[0], is_arabic=True)[0] == notation.end
        if not notation.is_name or start < notation.start + 2 or self.flat[start - 1] == "-":
            return False
        return self._counter(notation.end, is_arabic=True)[1] is not None

    # --- the numeral ------------------------------------------------------------------------------

    def _numeral(self, start: int) -> tuple[int, Numeral] | None:
        """The end of the longest numeral from ``start`` on, and the numeral."""
        if fraction := slash_fraction(self.flat, start):
            return fraction
        if date := _DATED.match(self.flat, start):
            return date.end(), Numeral(read_digits("".join(date.groups())), None, "")
        for end in reversed(self._ends(start)):
            if numeral := read_numeral(self.flat[start:end]):
                return end, numeral
        return None

    def _ends(self, start: int) -> list[int]:
        """Where the numeral at ``start`` may end: behind Arabic digits with units, behind kanji tokens."""
        flat = self.flat
        ends: list[int] = []
        position = start
        while position < len(flat):
            goes_on = not ends or flat[position - 1] in _UNITS
            if (arabic := _ARABIC.match(flat, position)) and goes_on:
                end = arabic.end()
            elif (token := self.tokens.get(position)) and _is_kanji_numeral(token):
                if not goes_on and token.surface[0] in DIGITS and flat[position - 1] not in DIGITS:
                    break
                if ends and _DIGIT.match(flat, position - 1) and token.surface[0] in DIGITS:
                    break  # 第1四半期
                end = token.end
            elif not ends and token and (hidden := _LEADING_NUMERAL.match(token.surface)):
                end = position + hidden.end()
            elif ends and _JOINT.match(flat, position) and self._joins(position):
                end = self.tokens[position + 1].end
            else:
                break
            ends.append(end)
            position = end
        return ends

    def _joins(self, position: int) -> bool:
        """Whether a sign stands between two kanji digits: 二、三人, 三・五倍."""
        token, following = self.endings.get(position), self.tokens.get(position + 1)
        if token is None or following is None:
            return False
        both = _is_kanji_numeral(token) and _is_kanji_numeral(following)
        return both and token.surface[-1] in DIGITS and following.surface[0] in DIGITS

    # --- with what stands around it ---------------------------------------------------------------

    def _fraction(self, place: _Place) -> Number | None:
        """3分の1."""
        upper = place.end + len(_FRACTION_BAR)
        if self.flat[place.end : upper] != _FRACTION_BAR:
            return None
        numeral = self._numeral(upper)
        if numeral is None:
            return None
        end, above = numeral
        pieces = (
            Piece(place.start, place.end, place.numeral.reading),
            Piece(place.end, place.end + 1, "ぶん"),
            Piece(place.end + 1, upper, "の"),
            Piece(upper, end, above.reading),
        )
        below = _spelling(place.numeral.value, _FRACTION_BAR)
        spelling = below + _spelling(above.value, "") if below else ""
        return self._number(pieces, None, english_fraction(above, place.numeral), spelling)

    def _range(self, place: _Place) -> Number | None:
        """2～3日: two neighbours with one counter; not the 2nd to the 3rd of a month."""
        first = place.numeral.value
        if first is None or not 0 < first < 10 or not _LIST_SIGN.match(self.flat, place.end):
            return None
        start = place.end + 1
        if not _DIGIT.match(self.flat, start) or self.flat[place.start - 1 : place.start] == "月":
            return None
        numeral = self._numeral(start)
        if numeral is None or numeral[1].value != first + 1:
            return None
        middle, second = numeral
        end, counter = self._counter(middle, is_arabic=True)
        if counter is None:
            return None
        both = either(place.numeral, second, last=said_before(second, counter))
        return self._number_with(_Place(place.start, middle, both, place.position), end, counter)

    def _counted(self, place: _Place) -> Number | None:
        """A number with its counter, or alone."""
        start, middle, numeral, _position = place
        is_arabic = _DIGIT.match(self.flat, start) is not None
        if is_arabic and (english := self._in_english(place)):
            return self._number((Piece(start, middle, english),), numeral.value, "")
        end, counter = self._counter(middle, is_arabic=is_arabic)
        if counter is None or (
            counter.head == "つ" and not 0 < (numeral.value or 0) <= NATIVE_COUNTERS["つ"][1]
        ):
            return self._alone(place, is_arabic)
        digits = self.flat[start:middle]
        if _TWO_DIGITS.fullmatch(digits) and counter.head in _EITHER_COUNTED and self.around.ends != start:
            first, second = (read_numeral(digit) for digit in digits)
            if first and second and DIGITS[digits[1]] == DIGITS[digits[0]] + 1:  # 四五人
                place = place._replace(numeral=either(first, second, last=said_before(second, counter)))
        return self._number_with(place, end, counter)

    def _number_with(self, place: _Place, end: int, counter: Counter) -> Number:
        """A number with its counter, and with the era, 第 or sign before it."""
        start, middle, numeral, position = place
        pieces = counted(self.flat, start, middle, numeral, counter)
        spelling = _spelling(numeral.value, self.flat[middle:end])
        era = self.endings.get(start) if counter.head in ("年", "年度", "年代") else None
        is_ordinal = False
        if start > position:
            if era and era.surface in ERAS and era.start >= position:
                pieces, spelling = (Piece(era.start, start, ERAS[era.surface][0]), *pieces), ""
            elif is_ordinal := self._is_prefix("第", start):
                pieces, spelling = (
                    (Piece(start - 1, start, "だい"), *pieces),
                    f"第{spelling}" if spelling else "",
                )
            elif sign := self._sign(start):
                pieces = (Piece(start - 1, start, sign[0]), *pieces)
                numeral = numeral._replace(figure=sign[1] + numeral.figure)
        is_first = any(piece.reading == FIRST_OF_MONTH for piece in pieces)
        era_name = era.surface if era and era.surface in ERAS else ""
        meaning = english_of(
            numeral, counter, self.around.of(start, era_name, is_ordinal, is_first, self.flat[end : end + 4])
        )
        self.around = self.around.then(pieces[0].start, end, counter.head, numeral.value, era_name)
        return self._number(pieces, numeral.value, meaning, spelling)

    def _alone(self, place: _Place, is_arabic: bool) -> Number | None:
        """A number without a counter: with a sign or as it is; 一, 数, 何 alone are ordinary words."""
        start, end, numeral, position = place
        digits = self.flat[start:end]
        if not is_arabic and (len(digits) == 1 or (numeral.value is None and digits[0] in _VAGUE)):
            return None
        if digits in _NO_NUMBERS:
            return None
        if self.flat[start - 1 : start] == "秒":  # 9秒98
            numeral = Numeral(read_digits(digits), None, digits)
        reading, meaning = numeral.reading, english_number(numeral)
        if shared := _SHARED_COUNTER.match(self.flat, end):  # 4～6月: し, not よん
            reading = said_before(numeral, COUNTERS[shared[1]])
        if start > position and (currency := _CURRENCIES.get(self.flat[start - 1])):
            reading += COUNTERS[currency].reading
            start -= 1
            meaning = english_of(numeral, COUNTERS[currency], Around())
        pieces: tuple[Piece, ...] = (Piece(start, end, reading),)
        if start > position and (sign := self._sign(start)):
            pieces, meaning = (Piece(start - 1, start, sign[0]), *pieces), sign[1] + meaning
        elif start > position and self._is_prefix("第", start):
            pieces, meaning = (Piece(start - 1, start, "だい"), *pieces), f"no. {meaning}"
        return self._number(pieces, numeral.value, "" if meaning == self.flat[start:end] else meaning)

    def _in_english(self, place: _Place) -> str:
        """ツー in 2サイクル, スリー in トップ3; "" for a number that is Japanese."""
        value = place.numeral.value
        if value is None or not 0 < value < len(ENGLISH):
            return ""
        is_english = _BEFORE_ENGLISH.match(self.flat, place.end) or (
            self.flat.endswith(BEHIND_ENGLISH, 0, place.start)
            and self._counter(place.end, is_arabic=True)[1] is None
        )
        return ENGLISH[value] if is_english else ""

    def _counter(self, middle: int, *, is_arabic: bool) -> tuple[int, Counter | None]:
        """The longest counter behind a number, with what may follow it as part of the word, and its end."""
        best_end, best = middle, None
        for length in range(min(len(self.flat) - middle, LONGEST_COUNTER), 0, -1):
            end = middle + length
            spelling = self.flat[middle:end]
            counter = COUNTERS.get(spelling)
            if counter is None:
                continue
            if not counter.tail and (tail := self._tail(counter, end)):
                end, counter = end + len(tail), counter._replace(tail=tail, tail_reading=TAILS[tail][0])
            elif not self._may_end(counter, end, is_arabic):
                continue
            if end > best_end:
                best_end, best = end, counter
        return best_end, best

    def _may_end(self, counter: Counter, end: int, is_arabic: bool) -> bool:
        if _LATIN.match(self.flat, end) and _LATIN.match(self.flat, end - 1):
            return False
        if counter.head == "対" and _DIGIT.match(self.flat, end):  # 1対2 is a score
            return False
        if end in self.endings:
            return True
        return is_arabic and not counter.tail and counter.head not in NEEDS_TOKEN_END

    def _tail(self, counter: Counter, end: int) -> str:
        """What follows a counter as part of the same word: 目, 間."""
        tail = self.flat[end : end + 1]
        token = self.endings.get(end + 1)
        if (
            tail not in TAILS
            or token is None
            or token.kana == "モク"
            or (counter.head == "つ" and tail != "目")
        ):
            return ""
        heads = TAILS[tail][1]
        return tail if not heads or counter.head in heads else ""

    def _is_prefix(self, prefix: str, start: int) -> bool:
        token = self.endings.get(start)
        return token is not None and token.surface == prefix

    def _sign(self, start: int) -> tuple[str, str] | None:
        """Reading and figure of the sign before a number, where it is one and no dash."""
        character = self.flat[start - 1]
        may_be_dash = _NEVER_SIGNED.get(character, _SELDOM_SIGNED).match(
            self.flat[max(0, start - 2) : start - 1]
        )
        return None if may_be_dash else _SIGNS.get(character)

    def _number(
        self,
        pieces: tuple[Piece, ...],
        value: int | None,
        meaning: str,
        spelling: str = "",
        *,
        is_name: bool = False,
    ) -> Number:
        start, end = pieces[0].start, pieces[-1].end
        surface = self.text[start:end]
        if is_name:
            spelling = surface.translate(_TO_FULL_WIDTH)  # as headwords are
        return Number(start, end, pieces, value, spelling, surface, meaning, is_name)


def _spelling(value: int | None, rest: str) -> str:
    """A small number in kanji, as headwords have it: 二十日, 十二月."""
    return in_kanji(value) + rest if value is not None and 0 < value < 100 else ""
