"""Compares the sound of Japanese and English names: プーチン and Putin, レズニコフ and Reznikov.

Both are written in one coarse alphabet: a capital letter for each kind of consonant that Japanese tells apart
or confuses (R is r and l, B is b and v, H is h and f), w, y and the five vowels. How alike two words are is
then a weighted edit distance, in which vowels, and what Japanese adds or drops, cost little.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import accumulate

from reader.kana import to_hiragana
from reader.parallel.english_words import without_accents

# --- Japanese -------------------------------------------------------------------------------------

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_LATIN = {
    kana: row + vowel for row, kanas in _ROWS.items() for vowel, kana in zip("aiueo", kanas, strict=True)
}
_LATIN |= {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu"}
_LATIN |= {
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "を": "o",
    "ん": "n",
    "ゔ": "vu",
    "ゐ": "i",
    "ゑ": "e",
}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))
_SMALL_Y = dict(zip("ゃゅょ", "auo", strict=True))


@lru_cache(maxsize=16_384)
def latin(kana: str) -> str:
    """Kana in Latin letters, vowels short: とうきょう → tokyo, プーチン → puchin."""
    return _LONG_VOWEL.sub(r"\1", _spelt(kana))


_LONG_VOWEL = re.compile(r"(o)[ou]|(u)u|(a)a|(i)i|(e)e")


def _spelt(kana: str) -> str:
    spelt = ""
    for character in to_hiragana(kana):
        if character in _SMALL_VOWELS:
            spelt = _without_vowel(spelt) + _SMALL_VOWELS[character]
        elif character in _SMALL_Y:
            consonant = _without_vowel(spelt)
            glide = "" if consonant.endswith(("sh", "ch", "j")) else "y"
            spelt = consonant + glide + _SMALL_Y[character]
        else:
            spelt += _LATIN.get(character, "")  # っ and ー are not heard abroad
    return spelt


def _without_vowel(spelt: str) -> str:
    return spelt[:-1] if spelt.endswith(("a", "i", "u", "e", "o")) else spelt


@lru_cache(maxsize=16_384)
def japanese_sound(kana: str) -> str:
    """Kana in the alphabet of sounds."""
    return _without_doubles("".join(_JAPANESE.get(part, part) for part in _PARTS.findall(latin(kana))))


_PARTS = re.compile("sh|ch|ts|.")
_JAPANESE = {"sh": "S", "ch": "C", "ts": "T", "j": "Z", "f": "H", "v": "B"} | {
    letter: letter.upper() for letter in "kgsztdnmhbpr"
}

# --- English --------------------------------------------------------------------------------------

_SPELLINGS = {
    "tion": "Son",
    "sion": "Son",
    "tch": "C",
    "sch": "S",
    "ough": "o",
    "augh": "o",
    "sh": "S",
    "ch": "C",
    "ph": "H",
    "th": "S",
    "ck": "K",
    "qu": "Kw",
    "gh": "G",
    "wh": "w",
    "kn": "N",
    "wr": "R",
    "dg": "Z",
    "zh": "Z",
    "kh": "H",
    "x": "KS",
    "f": "H",
    "v": "B",
    "l": "R",
    "j": "Z",
    "q": "K",
} | {letter: letter.upper() for letter in "kgsztdnmhbpr"}
_SOFT = {"c": "S", "g": "Z"}  # before e, i and y
_HARD = {"c": "K", "g": "G"}
_ENGLISH_PARTS = re.compile(
    "[cg](?=[eiy])|"
    + "|".join(sorted((s for s in _SPELLINGS if len(s) > 1), key=len, reverse=True))
    + "|[a-z]"
)


@lru_cache(maxsize=16_384)
def english_sound(word: str) -> str:
    """An English word, or a name spelt in Latin letters, in the alphabet of sounds."""
    plain = without_accents(word.lower())
    sounds: list[str] = []
    for match in _ENGLISH_PARTS.finditer(plain):
        part = match[0]
        if part in _HARD:
            soft = plain[match.end() : match.end() + 1] in ("e", "i", "y")
            sounds.append((_SOFT if soft else _HARD)[part])
        else:
            sounds.append(_SPELLINGS.get(part, part))
    return _without_doubles("".join(sounds))


def _without_doubles(sounds: str) -> str:
    return _DOUBLE.sub(r"\1", sounds)


_DOUBLE = re.compile(r"([A-Z])\1+")

# --- how alike ------------------------------------------------------------------------------------

_VOWELS = frozenset("aiueo")
_GLIDES = frozenset("wy")
_DROPPED = {**dict.fromkeys("aiueo", 0.22), "w": 0.35, "y": 0.35, "R": 0.45, "H": 0.45}
_DROPPED_OTHERWISE = 0.85
_VOWEL_FOR_VOWEL = 0.18
_VOWEL_FOR_GLIDE = 0.3
_NEVER = 1.1
_ALIKE = {
    0.3: "SZ",
    0.35: "TC",
    0.4: "CS ZG NM",
    0.45: "CK",
    0.5: "ST Bw yZ ZC",
    0.6: "KG TD Hw BP KH HB",
    0.7: "ZD KS HP",
    0.8: "Gw",
}
_SUBSTITUTED = {
    order: cost
    for cost, pairs in _ALIKE.items()
    for pair in pairs.split()
    for order in ((pair[0], pair[1]), (pair[1], pair[0]))
}


# What the first sounds of the same name may be, beyond the same: Hanoi has no ハ to some, Yahweh a J.
_BEGINNINGS = {
    "K": "CGHS",
    "G": "KZwH",
    "S": "ZTCK",
    "Z": "SDCyGT",
    "T": "DCS",
    "D": "TZ",
    "C": "TSKZ",
    "N": "M",
    "M": "N",
    "B": "PHw",
    "P": "BH",
    "R": "w",
    "H": "BPwKGaiueo",
    "w": "BRHGaiueo",
    "y": "ZHaiueo",
    **dict.fromkeys("aiueo", "aiueowyH"),
}


def may_begin(sound: str) -> str:
    """The first sounds that a word may have which sounds like this one."""
    return sound[:1] + _BEGINNINGS.get(sound[:1], "")


@lru_cache(maxsize=16_384)
def likeness(one: str, other: str, least: float = -math.inf) -> float:
    """How alike two words in the alphabet of sounds are: 1 for the same, 0 or less for none.

    Where it is clear that it is less than ``least``, 0.
    """
    if not one or not other:
        return 0.0
    drop_one, drop_other = _costs_of_dropping(one), _costs_of_dropping(other)
    whole = sum(drop_one) + sum(drop_other)
    most = (1 - least) * whole / 2
    before = list(accumulate(drop_other, initial=0.0))
    for mine, drop_mine in zip(one, drop_one, strict=True):
        last = before[0] + drop_mine
        row = [last]
        for at, (its, drop_its) in enumerate(zip(other, drop_other, strict=True)):
            cost = before[at] if mine == its else before[at] + _cost_of_substituting(mine, its)
            cost = min(cost, before[at + 1] + drop_mine)
            last = min(cost, last + drop_its)
            row.append(last)
        before = row
        if min(row) > most:
            return 0.0
    return 1 - 2 * before[-1] / whole


@lru_cache(maxsize=16_384)
def _costs_of_dropping(sounds: str) -> tuple[float, ...]:
    return tuple(_DROPPED.get(sound, _DROPPED_OTHERWISE) for sound in sounds)


@lru_cache(maxsize=1024)
def _cost_of_substituting(one: str, other: str) -> float:
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL_FOR_VOWEL
    if one in _VOWELS or other in _VOWELS:
        return _VOWEL_FOR_GLIDE if one in _GLIDES or other in _GLIDES else _NEVER
    return _SUBSTITUTED.get((one, other), 1.0)
