"""All that UniDic has for a spelling, where the tagger tells only what it takes it for.

Read from the dictionary file itself, in MeCab's format: a header of ten 32-bit numbers and 32 bytes for the
name of the encoding; a double array (Darts) from UTF-8 bytes to tokens; the tokens, 16 bytes each; their
features as text. The file is mapped, not read: only the pages that are used count.
"""

from __future__ import annotations

import mmap
import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import unidic_lite

from reader.kana import to_hiragana

_HEADER = struct.Struct("<10I")
_HEADER_SIZE = 72
_TOKEN = struct.Struct("<HHHhII")  # left and right context, part of speech, cost, where its features begin, –
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


class _DictionaryFile:
    """UniDic's ``sys.dic``."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = _HEADER.unpack_from(self._bytes)
        array_size, tokens_size = header[6], header[7]
        self._array = memoryview(self._bytes)[_HEADER_SIZE : _HEADER_SIZE + array_size].cast("I")
        self._tokens = _HEADER_SIZE + array_size
        self._features = self._tokens + tokens_size

    def entries(self, surface: str) -> list[tuple[int, str]]:
        """The cost and the features (UniDic's columns, separated by commas) of each entry of ``surface``."""
        array = self._array
        base = array[0]
        for byte in surface.encode("utf-8", "surrogatepass"):
            node = base + byte + 1
            if 2 * node + 1 >= len(array) or array[2 * node + 1] != base:
                return []
            base = array[2 * node]
        if array[2 * base + 1] != base or not array[2 * base] >> 31:
            return []
        value = (
            ~array[2 * base] & 0xFFFFFFFF
        )  # a leaf is negative: how many tokens, and above that, from which
        first, count = value >> 8, value & 0xFF
        return [self._entry(index) for index in range(first, first + count)]

    def _entry(self, index: int) -> tuple[int, str]:
        _, _, _, cost, offset, _ = _TOKEN.unpack_from(self._bytes, self._tokens + _TOKEN.size * index)
        start = self._features + offset
        return cost, self._bytes[start : self._bytes.find(b"\0", start)].decode("utf-8")


@cache
def _file() -> _DictionaryFile:
    return _DictionaryFile(Path(unidic_lite.DICDIR) / "sys.dic")
