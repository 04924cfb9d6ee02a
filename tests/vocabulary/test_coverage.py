"""How much of a text is known."""

from __future__ import annotations

import pytest

from reader.model import PartOfSpeech, Word, WordKey
from reader.vocabulary.coverage import count_words, coverage, percentage
from reader.vocabulary.model import Status

CAT, DOG, BIRD = (WordKey(number, word, word) for number, word in enumerate(("猫", "犬", "鳥"), start=1))


def word(surface: str, pos: PartOfSpeech) -> Word:
    return Word(0, len(surface), surface, surface, surface, surface, pos)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ({}, 0.0),
        ({CAT: Status.KNOWN}, 0.5),
        ({CAT: Status.LEARNING, DOG: Status.NEW}, 0.0),
        ({CAT: Status.IGNORED}, 0.0),
        ({CAT: Status.IGNORED, DOG: Status.KNOWN}, 0.5),
        ({CAT: Status.KNOWN, DOG: Status.IGNORED, BIRD: Status.KNOWN}, 1.0),
        ({CAT: Status.IGNORED, DOG: Status.IGNORED, BIRD: Status.IGNORED}, None),
    ],
)
def test_ignored_words_are_left_out(statuses: dict[WordKey, Status], expected: float | None) -> None:
    assert coverage({CAT: 2, DOG: 1, BIRD: 1}, statuses) == expected


def test_without_words_there_is_nothing_to_know() -> None:
    assert coverage({}, {CAT: Status.KNOWN}) is None


def test_only_what_is_learnt_for_itself_is_counted() -> None:
    words = [
        word("猫", PartOfSpeech.NOUN),
        word("が", PartOfSpeech.PARTICLE),
        word("十匹", PartOfSpeech.NUMBER),
        word("NATO", PartOfSpeech.NOUN),
        word("猫", PartOfSpeech.NOUN),
    ]
    assert count_words(words) == {WordKey(None, "猫", "猫"): 2}


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0 %"), (0.999, "99 %"), (1.0, "100 %"), (0.741, "74 %")])
def test_a_share_is_rounded_down(share: float, shown: str) -> None:
    assert percentage(share) == shown
