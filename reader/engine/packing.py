"""Analyses as bytes: a paragraph crosses the pipe packed, and is unpacked once somebody looks at it."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable

from reader.engine.protocol import PackedAnalysis
from reader.model import Analysis, Word, WordKey
from reader.vocabulary.coverage import count_words

_LEVEL = 1  # of compression: the higher ones take longer, and hardly less room


def packed(analysis: Analysis) -> PackedAnalysis:
    """An analysis packed, with what is wanted of it at once."""
    return PackedAnalysis(pack(analysis), first_places(analysis.words), dict(count_words(analysis.words)))


def pack(analysis: Analysis) -> bytes:
    """An analysis as bytes, a twentieth of its size."""
    return zlib.compress(pickle.dumps(analysis, pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpack(data: bytes) -> Analysis:
    """What was packed; a thousand words take some two milliseconds."""
    analysis: Analysis = pickle.loads(zlib.decompress(data))
    return analysis


def first_places(words: Iterable[Word]) -> dict[WordKey, int]:
    """Where each word first stands among ``words``, which are in order."""
    places: dict[WordKey, int] = {}
    for word in words:
        places.setdefault(word.key, word.start)
    return places
