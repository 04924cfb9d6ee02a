"""Cuts text into UniDic's short units, with exact offsets."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

import fugashi

Pos = tuple[str, str, str, str]
"""UniDic's four levels of part of speech."""

Facts = tuple[str, str, str, str, str, str, Pos, str, str]
"""The fields of a Token from ``surface`` on."""


@dataclass(slots=True)
class Token:
    """One unit of UniDic: ``surface`` is ``text[start:end]``, offsets in code points.

    ``kana`` is the reading as it stands and ``base_kana`` that of the dictionary form (katakana, "" where
    UniDic knows none: digits, unknown words, symbols). ``base`` is the dictionary form in the spelling of the
    text; ``lemma`` and ``lform`` are UniDic's own headword, maybe another word (したためる for 認める).
    ``pos`` are the four levels of part of speech, "" where a level is empty; ``ctype`` and ``cform`` name the
    conjugation and the form.
    """

    start: int
    end: int
    surface: str
    kana: str
    base: str
    base_kana: str
    lemma: str
    lform: str
    pos: Pos
    ctype: str
    cform: str

    @property
    def facts(self) -> Facts:
        """All but its place."""
        return (
            self.surface,
            self.kana,
            self.base,
            self.base_kana,
            self.lemma,
            self.lform,
            self.pos,
            self.ctype,
            self.cform,
        )


# A NUL ends MeCab's input and a lone surrogate cannot be encoded: both are tagged as U+FFFD, one for one.
_UNTAGGABLE = re.compile("[\x00\ud800-\udfff]")
_local = threading.local()


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text`` in order. White space is between tokens, never in one; any Unicode text goes."""
    tokens: list[Token] = []
    position = 0
    tagged = _UNTAGGABLE.sub("\ufffd", text)
    for node in _tagger()(tagged):
        if node.rlength != node.length:  # bytes with and without the white space in front
            position += len(node.white_space)
        end = position + len(node.surface)
        surface = text[position:end]
        features = _features(node.feature_raw)
        if not surface.isspace():
            if not features[1]:
                features = ("", surface, "", surface, *features[4:])
            tokens.append(Token(position, end, surface, *features))
        position = end
    return tokens


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether there is a token ``index`` and nothing stands between it and the one before."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _tagger() -> fugashi.Tagger:
    """This thread's tagger: MeCab's nodes live until its next call, so no two threads may share one."""
    try:
        tagger: fugashi.Tagger = _local.tagger
    except AttributeError:
        tagger = _local.tagger = fugashi.Tagger()
    return tagger


# The columns of UniDic's feature string that make a token, and how many there are.
_WANTED = itemgetter(0, 1, 2, 3, 4, 5, 6, 7, 10, 17, 18)
_COLUMNS = 26
_Features = tuple[str, str, str, str, str, Pos, str, str]


@lru_cache(maxsize=4096)
def _features(raw: str) -> _Features:
    """Token's fields from ``kana`` on, from MeCab's feature string; ``base`` is "" for an unknown word."""
    fields = next(csv.reader([raw])) if '"' in raw else raw.split(",")  # few columns hold commas themselves
    fields += [""] * (_COLUMNS - len(fields))  # unknown words have the first six only
    wanted = ["" if field == "*" else field for field in _WANTED(fields)]
    pos1, pos2, pos3, pos4, ctype, cform, lform, lemma, base, kana, base_kana = wanted
    return kana, base, base_kana, lemma, lform, (pos1, pos2, pos3, pos4), ctype, cform
