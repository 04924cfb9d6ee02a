"""Saving a word that is saved already."""

import pytest
from hypothesis import given, settings

from reader.vocabulary.merging import distinct, saved_again
from reader.vocabulary.model import SavedWord, Status
from tests.vocabulary.examples import KAIDAN, met, words


@pytest.mark.parametrize(
    ("stored", "saved", "expected"),
    [
        pytest.param(((1,), "talks"), ((1,), "talks"), ((1,), "talks"), id="the same sense"),
        pytest.param(((1,), "talks"), ((3,), "meeting"), ((1, 3), "talks\nmeeting"), id="another"),
        pytest.param(((3,), "meeting"), ((1,), "talks"), ((1, 3), "talks\nmeeting"), id="an earlier one"),
        pytest.param(((1, 2), "a\nb"), ((2, 3), "B\nc"), ((1, 2, 3), "a\nb\nc"), id="overlapping"),
        pytest.param(((1, 2), "a\nb"), ((2,), "B"), ((1, 2), "a\nb"), id="one of those there"),
        pytest.param(((), "everything"), ((2,), "b"), ((2,), "b"), id="a choice after none"),
        pytest.param(((2,), "b"), ((), "everything"), ((2,), "b"), id="none after a choice"),
        pytest.param(((), ""), ((), "everything"), ((), "everything"), id="a gloss after none"),
        pytest.param(((1,), "a\nmore"), ((2,), "b"), ((1, 2), "a\nmore\nb"), id="lines that are not senses"),
    ],
)
def test_senses_are_united(
    stored: tuple[tuple[int, ...], str],
    saved: tuple[tuple[int, ...], str],
    expected: tuple[tuple[int, ...], str],
) -> None:
    before, again = (KAIDAN._replace(senses=senses, gloss=gloss) for senses, gloss in (stored, saved))
    after = saved_again(before, again)
    assert (after.senses, after.gloss) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.NEW, Status.NEW),
        (Status.LEARNING, Status.LEARNING),
        (Status.KNOWN, Status.LEARNING),
        (Status.IGNORED, Status.NEW),
    ],
)
def test_who_saves_a_word_wants_to_learn_it(before: Status, after: Status) -> None:
    assert saved_again(KAIDAN._replace(status=before), KAIDAN).status is after


def test_a_new_sentence_is_added_and_the_same_one_is_not() -> None:
    same = KAIDAN.encounters[0]._replace(article="another article")
    other = met("会談は50分に及んだ。", "会談")
    again = KAIDAN._replace(encounters=(same, other))
    assert saved_again(KAIDAN, again).encounters == (KAIDAN.encounters[0], other)


def test_what_was_missing_is_filled_in() -> None:
    marked = SavedWord(KAIDAN.key, pos="", gloss="", added="then")
    assert saved_again(marked, KAIDAN) == KAIDAN._replace(added="then")


@given(words, words)
@settings(max_examples=40)
def test_nothing_stored_goes(stored: SavedWord, saved: SavedWord) -> None:
    saved = saved._replace(key=stored.key)
    after = saved_again(stored, saved)
    for kept, before in zip(after.encounters, stored.encounters, strict=False):
        assert (kept.sentence, kept.start, kept.met) == (before.sentence, before.start, before.met)
        assert kept.english == before.english or not before.english
        assert (kept.article_id, kept.place) == (before.article_id, before.place) or not before.article_id
    assert len(after.encounters) >= len(stored.encounters)
    assert set(stored.senses) <= set(after.senses)
    assert after.added == stored.added
    assert after.note == (stored.note or saved.note)
    assert after.encounters == distinct(after.encounters)
    assert saved_again(after, saved._replace(status=Status.NEW)).senses == after.senses
