"""Which senses a word can have where it stands."""

from __future__ import annotations

import pytest

from reader.model import PartOfSpeech, Sense
from reader.ui.panel.fitting import can_mean


@pytest.mark.parametrize(
    ("pos", "labels", "expected"),
    [
        (PartOfSpeech.ADVERB, ("adverb (takes to)",), True),
        (PartOfSpeech.ADVERB, ("noun", "no-adjective"), False),
        (PartOfSpeech.VERB, ("godan verb (-ru)", "intransitive"), True),
        (PartOfSpeech.VERB, ("adverb",), False),
        (PartOfSpeech.NOUN, ("suru verb",), True),
        (PartOfSpeech.NOUN, ("interjection",), False),
        (PartOfSpeech.SUFFIX, ("noun suffix",), True),
        (PartOfSpeech.PARTICLE, ("expression",), True),
        (PartOfSpeech.NUMBER, ("adverb",), True),
    ],
)
def test_by_part_of_speech(pos: PartOfSpeech, labels: tuple[str, ...], expected: bool) -> None:
    assert can_mean(pos, Sense(("a gloss",), labels)) is expected
