"""When words are asked again, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.model import WordKey
from reader.vocabulary.model import ReviewCard, SavedWord, Status
from reader.vocabulary.scheduling import (
    KNOWN_AFTER,
    Rating,
    ReviewQueue,
    answered,
    due_of,
    outlook,
    span_text,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def word(spelling: str) -> SavedWord:
    return SavedWord(WordKey(None, spelling, spelling), "noun", "")


def after(word: SavedWord, rating: Rating, now: datetime) -> SavedWord:
    card, status = answered(word, rating, now)
    return word._replace(card=card, status=status)


def test_a_new_word_is_being_learnt_after_its_first_answer() -> None:
    for rating in Rating:
        card, status = answered(word("猫"), rating, NOW)
        assert status is Status.LEARNING
        assert due_of(card) > NOW
        assert card.last_review == "2026-11-24T12:00:00.000000+00:00"


def test_better_answers_mean_longer_waits() -> None:
    spans = list(outlook(word("猫"), NOW).values())
    assert spans == sorted(spans)
    assert spans[0] < timedelta(hours=1)
    assert spans[-1] >= timedelta(days=2)


def test_what_the_buttons_name_is_what_is_kept() -> None:
    cat = after(word("猫"), Rating.GOOD, NOW)
    later = due_of(cat.card) if cat.card else NOW
    for rating, span in outlook(cat, later).items():
        assert due_of(answered(cat, rating, later).card) == later + span


def test_a_word_remembered_again_and_again_becomes_known_and_one_forgotten_does_not() -> None:
    cat, now = word("猫"), NOW
    spans: list[timedelta] = []
    while cat.status is not Status.KNOWN and len(spans) < 30:
        cat = after(cat, Rating.GOOD, now)
        assert cat.card is not None
        spans.append(due_of(cat.card) - now)
        now = due_of(cat.card)
    assert cat.status is Status.KNOWN
    assert spans == sorted(spans)
    assert spans[-2] < KNOWN_AFTER <= spans[-1]
    forgotten = after(cat, Rating.AGAIN, now)
    assert forgotten.status is Status.LEARNING
    assert forgotten.card is not None
    assert due_of(forgotten.card) - now < timedelta(days=1)


def test_a_card_is_the_same_after_it_was_kept() -> None:
    card, _status = answered(word("猫"), Rating.HARD, NOW)
    later = NOW + timedelta(days=1)
    again = word("猫")._replace(card=ReviewCard(*card))
    assert outlook(again, later) == outlook(word("猫")._replace(card=card), later)


def test_words_are_asked_in_order_and_the_forgotten_ones_again() -> None:
    cat, dog, bird = word("猫"), word("犬"), word("鳥")
    queue = ReviewQueue([cat, dog, bird])
    assert queue.take(NOW) == cat
    queue.keep(after(cat, Rating.AGAIN, NOW), NOW)
    assert len(queue) == 3
    assert queue.take(NOW) == dog
    queue.keep(after(dog, Rating.EASY, NOW), NOW)
    soon = NOW + timedelta(minutes=5)
    again = queue.take(soon)  # due by now, before what has not been asked at all
    assert again is not None
    assert again.key == cat.key
    queue.keep(after(again, Rating.EASY, soon), soon)
    assert queue.take(soon) == bird
    queue.keep(after(bird, Rating.AGAIN, soon), soon)
    last = queue.take(soon)  # not due yet, but there is nothing else
    assert last is not None
    assert last.key == bird.key
    assert queue.take(soon) is None


def test_a_word_that_is_put_back_is_next_and_one_dropped_never_comes() -> None:
    cat, dog, bird = word("猫"), word("犬"), word("鳥")
    queue = ReviewQueue([dog, bird])
    queue.put_back(cat)
    queue.drop(bird)
    assert [queue.take(NOW) for _ in range(3)] == [cat, dog, None]
    queue.keep(after(dog, Rating.AGAIN, NOW), NOW)
    queue.drop(dog)
    assert queue.take(NOW) is None


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(seconds=5), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=3), "3 d"),
        (timedelta(days=59), "59 d"),
        (timedelta(days=90), "3 mo"),
        (timedelta(days=1100), "3 y"),
    ],
)
def test_spans_have_the_unit_that_suits_them(span: timedelta, text: str) -> None:
    assert span_text(span) == text
