"""How much of a text the user knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from reader.model import PartOfSpeech, Word, WordKey
from reader.vocabulary.model import Status

_NOT_LEARNT = {PartOfSpeech.PARTICLE, PartOfSpeech.AUXILIARY, PartOfSpeech.SYMBOL, PartOfSpeech.NUMBER}


def is_learnt(word: Word) -> bool:
    """Whether a word is one that is learnt for itself: particles, auxiliaries, numbers and what is not
    Japanese are not."""
    return word.pos not in _NOT_LEARNT and not word.surface.isascii()


def count_words(words: Iterable[Word]) -> Counter[WordKey]:
    """How often each word that is learnt for itself stands among ``words``."""
    return Counter(word.key for word in words if is_learnt(word))


def coverage(counts: Mapping[WordKey, int], statuses: Mapping[WordKey, Status]) -> float | None:
    """The share of the running words that are known, from 0 to 1; ignored ones are not counted at all.

    None where there is nothing to know.
    """
    known, total = 0, sum(counts.values())
    for key in counts.keys() & statuses.keys():
        match statuses[key]:
            case Status.IGNORED:
                total -= counts[key]
            case Status.KNOWN:
                known += counts[key]
    return known / total if total else None


def percentage(share: float) -> str:
    """``share`` for people, rounded down: only what is known to the last word is known to 100 %."""
    return f"{int(share * 100)} %"
