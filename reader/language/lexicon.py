"""What the language engine asks of a dictionary, so that it can be used and tested with any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

UNRANKED = 99
"""The rank of what no list of frequent words has."""


class HasReadings(Protocol):
    """What a dictionary has under one spelling."""

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings that this spelling may have, in hiragana, the usual first."""
        ...


class KanjiReadings(Protocol):
    """How one kanji may be read inside words, in hiragana: kun readings without their okurigana."""

    @property
    def on(self) -> tuple[str, ...]: ...

    @property
    def kun(self) -> tuple[str, ...]: ...


class Headword(HasReadings, Protocol):
    """One entry as one spelling finds it: see ``reader.dictionary.candidates.Candidate``."""

    @property
    def rank(self) -> int:
        """How frequent it is so spelt: from 1; ``UNRANKED`` for most words."""
        ...

    @property
    def pos(self) -> frozenset[str]:
        """JMdict's codes of its parts of speech ("n", "v5r", "exp")."""
        ...

    @property
    def in_kana(self) -> bool:
        """Whether it is usually, or can only be, written in kana."""
        ...

    @property
    def obsolete(self) -> bool:
        """Whether this spelling, or every sense of the word, is out of use."""
        ...


Found = Mapping[str, Sequence[Headword]]
"""Spelling → the entries found under it."""
