"""The other reading of a word."""

from __future__ import annotations

import pytest

from reader.model import EntryKind, EntryRef, OtherReading, PartOfSpeech, Ruby, Word
from reader.ui.page.other_reading import is_unsure, read_otherwise


def entry(number: int, reading: str, start: int = 3, end: int = 6) -> EntryRef:
    return EntryRef(number, EntryKind.WORD, start, end, "", reading)


def word(
    reading: str, others: tuple[str, ...], base_reading: str = "", confidence: float = 0.6, *entries: EntryRef
) -> Word:
    ruby = tuple((Ruby(3, 4, text),) for text in (reading, *others))
    return Word(
        3,
        6,
        "空いた",
        "空く",
        base_reading or reading,
        reading,
        PartOfSpeech.VERB,
        ruby=ruby[0],
        entries=entries,
        confidence=confidence,
        others=tuple(map(OtherReading, others, ruby[1:])),
    )


def test_once_more_than_there_are_others_gives_the_word_as_it_was() -> None:
    original = word("そら", ("から", "くう"))
    readings, changed = [], original
    for _ in range(3):
        changed = read_otherwise(changed)
        readings.append((changed.reading, changed.ruby[0].text))
    assert readings == [("から", "から"), ("くう", "くう"), ("そら", "そら")]
    assert changed == original


@pytest.mark.parametrize(
    ("reading", "other", "base_reading", "expected"),
    [
        ("くだりてくる", "おりてくる", "くだる", "おる"),
        ("あいた", "すいた", "あく", "すく"),
        ("そら", "から", "そら", "から"),
        ("からになった", "そらになった", "からになる", "そらになる"),
        ("きた", "こなかった", "くる", "くる"),  # begins differently: left alone
    ],
)
def test_the_dictionary_form_is_read_so_too(
    reading: str, other: str, base_reading: str, expected: str
) -> None:
    assert read_otherwise(word(reading, (other,), base_reading)).base_reading == expected


def test_what_has_that_reading_explains_the_word() -> None:
    entries = entry(1, "あく"), entry(2, "から", 3, 4), entry(3, "すく"), entry(4, "すく", 3, 4)
    changed = read_otherwise(word("あいた", ("すいた",), "あく", 0.6, *entries))
    assert [each.id for each in changed.entries] == [3, 1, 2, 4]
    assert changed.key.entry_id == 3
    assert read_otherwise(changed).key.entry_id == 1


def test_a_word_without_another_reading_stays() -> None:
    assert read_otherwise(word("そら", ())) == word("そら", ())


@pytest.mark.parametrize(
    ("others", "confidence", "expected"),
    [(("から",), 0.6, True), (("から",), 0.9, False), ((), 0.4, False)],
)
def test_is_unsure(others: tuple[str, ...], confidence: float, expected: bool) -> None:
    assert is_unsure(word("そら", others, confidence=confidence)) is expected
