"""The steps that an action consists of, each with what was there before, so that it can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import WordKey
from reader.vocabulary.corrections import read_correction, write_correction
from reader.vocabulary.model import Correction, CorrectionTarget, Review, SavedWord
from reader.vocabulary.reviews import write_review
from reader.vocabulary.rows import read_these, write_word


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word before and after; None where there was, or is, no such word."""

    key: WordKey
    before: SavedWord | None
    after: SavedWord | None


@dataclass(frozen=True, slots=True)
class CorrectionChange:
    """One correction before and after."""

    key: CorrectionTarget
    before: Correction | None
    after: Correction | None


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """One answer that was given (``after``), or that is taken back (``before``)."""

    key: WordKey
    before: Review | None
    after: Review | None


Change = WordChange | CorrectionChange | ReviewChange


def apply(connection: sqlite3.Connection, change: Change, now: str) -> None:
    """Make the change; ``now`` is ISO 8601 in UTC."""
    match change:
        case WordChange():
            write_word(connection, change.before, change.after, now)
        case CorrectionChange():
            write_correction(connection, change.key, change.after)
        case ReviewChange():
            write_review(connection, change.before, change.after)


def are_current(connection: sqlite3.Connection, changes: Sequence[Change]) -> bool:
    """Whether what the changes begin with is what there is, so that they can be made."""
    words = read_these(connection, [change.key for change in changes if isinstance(change, WordChange)])

    def is_current(change: Change) -> bool:
        match change:
            case WordChange():
                return words.get(change.key) == change.before
            case CorrectionChange():
                return read_correction(connection, change.key) == change.before
            case ReviewChange():
                return True  # an answer, once given, is nobody else's to change

    return all(map(is_current, changes))


def reversed_(change: Change) -> Change:
    """The change that takes this one back."""
    match change:
        case WordChange(key, before, after):
            return WordChange(key, after, before)
        case CorrectionChange(target, wrong, right):
            return CorrectionChange(target, right, wrong)
        case ReviewChange(key, taken_back, given):
            return ReviewChange(key, given, taken_back)
