"""When a word is asked again: the FSRS scheduler on what is kept of each word, and the order of a review."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.vocabulary.model import ReviewCard, SavedWord, Status

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

KNOWN_AFTER = timedelta(days=90)
"""A word that need not be asked again for so long is known."""

_SOON = timedelta(minutes=20)  # what is due again so soon is asked once more in the same review


class Rating(IntEnum):
    """How well a word was remembered, as FSRS counts it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Outcome(NamedTuple):
    """What an answer makes of a word."""

    card: ReviewCard
    status: Status


def load_scheduler() -> None:
    """Import the scheduler: that takes some 40 ms, so do it where nobody waits."""
    _scheduler()


def answered(word: SavedWord, rating: Rating, now: datetime) -> Outcome:
    """What becomes of ``word`` when it was remembered like that at ``now`` (with a time zone)."""
    from fsrs import Rating as FsrsRating  # noqa: PLC0415  (not at start-up)

    now = now.astimezone(UTC)
    card, _log = _scheduler().review_card(_card(word.card), FsrsRating(rating), now)
    kept = ReviewCard(
        state=card.state.value,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due.isoformat(timespec="microseconds"),
        last_review=now.isoformat(timespec="microseconds"),
    )
    return Outcome(kept, Status.KNOWN if card.due - now >= KNOWN_AFTER else Status.LEARNING)


def outlook(word: SavedWord, now: datetime) -> dict[Rating, timedelta]:
    """How long it is until ``word`` is asked again, for each answer that may be given at ``now``."""
    return {rating: due_of(answered(word, rating, now).card) - now for rating in Rating}


def due_of(card: ReviewCard) -> datetime:
    """When a word is to be asked."""
    return datetime.fromisoformat(card.due)


class ReviewQueue:
    """The words of one review in the order in which they are asked.

    Words that were not remembered come again in the same review, once they are due or when there is nothing
    else left.
    """

    def __init__(self, words: Iterable[SavedWord]) -> None:
        self._waiting = deque(words)
        self._again: list[SavedWord] = []

    def __len__(self) -> int:
        return len(self._waiting) + len(self._again)

    def take(self, now: datetime) -> SavedWord | None:
        """The word to ask at ``now``; None when the review is over."""
        self._again.sort(key=lambda word: word.card.due if word.card else "")
        if self._again and (not self._waiting or _is_due(self._again[0], now)):
            return self._again.pop(0)
        return self._waiting.popleft() if self._waiting else None

    def put_back(self, word: SavedWord) -> None:
        """Ask ``word`` next."""
        self._waiting.appendleft(word)

    def keep(self, word: SavedWord, now: datetime) -> None:
        """``word`` was answered at ``now``: ask it again in this review if it is due soon."""
        if word.card and word.status is Status.LEARNING and due_of(word.card) - now <= _SOON:
            self._again.append(word)

    def drop(self, word: SavedWord) -> None:
        """Do not ask ``word`` again."""
        self._again = [other for other in self._again if other.key != word.key]
        self._waiting = deque(other for other in self._waiting if other.key != word.key)


def span_text(span: timedelta) -> str:
    """A time span in the unit that suits it: "10 min", "3 d", "2 mo"."""
    minutes = span.total_seconds() / 60
    for limit, unit, length in ((60, "min", 1), (60 * 24, "h", 60), (60 * 24 * 60, "d", 60 * 24)):
        if minutes < limit:
            return f"{max(round(minutes / length), 1)} {unit}"
    if minutes < 60 * 24 * 365 * 2:
        return f"{round(minutes / (60 * 24 * 30))} mo"
    return f"{round(minutes / (60 * 24 * 365))} y"


def _is_due(word: SavedWord, now: datetime) -> bool:
    return word.card is not None and due_of(word.card) <= now


def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # noqa: PLC0415  (not at start-up)

    # Without its random part: the times that the buttons name are those that are kept.
    return Scheduler(enable_fuzzing=False)


def _card(kept: ReviewCard | None) -> Card:
    from fsrs import Card, State  # noqa: PLC0415  (not at start-up)

    if kept is None:
        return Card(card_id=0)
    return Card(
        card_id=0,
        state=State(kept.state),
        step=kept.step,
        stability=kept.stability,
        difficulty=kept.difficulty,
        due=due_of(kept),
        last_review=datetime.fromisoformat(kept.last_review) if kept.last_review else None,
    )
