"""All that UniDic has for a spelling, where the tagger tells only what it takes it for.

Read from the dictionary file itself, in MeCab's format: a header of ten 32-bit numbers and 32 bytes for the
name of the encoding; a double array (Darts) from UTF-8 bytes to tokens; the tokens, 16 bytes each; their
features as text. Only what is needed is read: with the file mapped a spelling takes half the time, but what
was touched of it counts as memory (50 MB after some articles). For one thread at a time.
"""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import unidic_lite

from reader.kana import to_hiragana

_HEADER = struct.Struct("<10I")
_ARRAY = 72  # where the double array begins
_NODE = struct.Struct("<2I")
_TOKEN = struct.Struct("<HHHhII")  # left and right context, part of speech, cost, where its features begin, –
_FEATURES = 256  # bytes that most features are shorter than
_KEPT_NODES = 4096  # all words with the same first kanji go through the same
_SURNAME = ("固有名詞", "人名", "姓")
_KANA = 17  # the column of the reading, as in ``tokenizer``


class Reading(NamedTuple):
    """A reading that UniDic has for a spelling, in hiragana.

    ``gap`` is how much dearer it is than the cheapest for this spelling (MeCab's cost: 0 for the usual one,
    thousands for a rare one); ``kinds`` are the parts of speech that it has, the first level of each.
    """

    text: str
    gap: int
    kinds: frozenset[str]


@lru_cache(maxsize=8192)
def unidic_readings(surface: str) -> tuple[Reading, ...]:
    """The readings of this very spelling (inflected forms have entries of their own), the cheapest first."""
    costs: dict[str, int] = {}
    kinds: dict[str, set[str]] = {}
    for cost, features in _file().entries(surface):
        columns = features.split(",", _KANA + 1)
        if len(columns) > _KANA and columns[_KANA] != "*":
            reading = to_hiragana(columns[_KANA])
            costs[reading] = min(cost, costs.get(reading, cost))
            kinds.setdefault(reading, set()).add(columns[0])
    if not costs:
        return ()
    least = min(costs.values())
    return tuple(
        Reading(text, cost - least, frozenset(kinds[text]))
        for text, cost in sorted(costs.items(), key=lambda item: item[1])
    )


@lru_cache(maxsize=1024)
def surname_readings(surface: str) -> tuple[str, ...]:
    """How this spelling is read as a surname, in hiragana, the usual first; none for what is no surname."""
    entries = [(cost, features.split(",", _KANA + 1)) for cost, features in _file().entries(surface)]
    surnames = [(cost, columns[_KANA]) for cost, columns in entries if tuple(columns[1:4]) == _SURNAME]
    return tuple([to_hiragana(kana) for _, kana in sorted(surnames)])


class _DictionaryFile:
    """UniDic's ``sys.dic``."""

    def __init__(self, path: Path) -> None:
        self._node = lru_cache(maxsize=_KEPT_NODES)(self._read_node)
        self._file = path.open("rb", buffering=0)
        header = _HEADER.unpack(self._read(0, _HEADER.size))
        self._nodes, tokens_size = header[6] // _NODE.size, header[7]
        self._tokens = _ARRAY + header[6]
        self._features = self._tokens + tokens_size
        self._root = self._node(0)[0]

    def entries(self, surface: str) -> list[tuple[int, str]]:
        """The cost and the features (UniDic's columns, separated by commas) of each entry of ``surface``."""
        base = self._root
        for byte in surface.encode("utf-8", "surrogatepass"):
            following, check = self._node(base + byte + 1)
            if check != base:
                return []
            base = following
        value, check = self._node(base)
        if check != base or not value >> 31:
            return []
        value = ~value & 0xFFFFFFFF  # a leaf is negative: how many tokens, and above that, from which
        first, count = value >> 8, value & 0xFF
        tokens = self._read(self._tokens + _TOKEN.size * first, _TOKEN.size * count)
        return [(cost, self._text(offset)) for _, _, _, cost, offset, _ in _TOKEN.iter_unpack(tokens)]

    def _read_node(self, number: int) -> tuple[int, int]:
        """A node of the double array: where the next ones begin, or a leaf's value, and whose node it is."""
        if number >= self._nodes:
            return 0, 0
        base, check = _NODE.unpack(self._read(_ARRAY + _NODE.size * number, _NODE.size))
        return base, check

    def _text(self, offset: int) -> str:
        start, text = self._features + offset, b""
        while b"\0" not in text:
            text += self._read(start + len(text), _FEATURES)
        return text[: text.index(b"\0")].decode("utf-8")

    def _read(self, offset: int, size: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(size)


@cache
def _file() -> _DictionaryFile:
    return _DictionaryFile(Path(unidic_lite.DICDIR) / "sys.dic")
