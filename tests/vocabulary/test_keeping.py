"""Words of a text become words of the vocabulary."""

from __future__ import annotations

import pytest

from reader.model import Entry, EntryKind, EntryRef, Form, PartOfSpeech, Ruby, Sense, Word, WordKey
from reader.vocabulary.keeping import (
    headword_ruby,
    main_reference,
    saved_word,
    whole_ruby,
    word_for,
    word_of,
)
from reader.vocabulary.model import Encounter, SavedWord

WHOLE = EntryRef(10, EntryKind.WORD, 3, 7, "行う", "おこなう", ("to perform",))
CARRIED_OUT = Word(
    3,
    7,
    surface="行われた",
    base="行う",
    base_reading="おこなう",
    reading="おこなわれた",
    pos=PartOfSpeech.VERB,
    ruby=(Ruby(3, 4, "おこな"),),
    inflection=("passive", "past"),
    entries=(WHOLE,),
)
ENTRY = Entry(
    10,
    EntryKind.WORD,
    (Form("行う", common=True, band=3),),
    (Form("おこなう"),),
    (Sense(("to perform", "to do"), pos=("Godan verb",)), Sense(("to hold",), pos=("Godan verb",))),
)


@pytest.mark.parametrize(
    ("spelling", "reading", "expected"),
    [
        ("会談", "かいだん", ((0, 2, "かいだん"),)),
        ("避ける", "さける", ((0, 1, "さ"),)),
        ("お茶", "おちゃ", ((1, 2, "ちゃ"),)),
        ("お知らせ", "おしらせ", ((1, 2, "し"),)),
        ("ニュース", "ニュース", ()),
        ("ニュース", "にゅーす", ()),
        ("来る", "くる", ((0, 1, "く"),)),
        ("10万人", "", ()),
        ("母", "はは", ((0, 1, "はは"),)),
        ("", "", ()),
    ],
)
def test_a_reading_stands_over_what_is_not_kana(
    spelling: str, reading: str, expected: tuple[tuple[int, int, str], ...]
) -> None:
    assert whole_ruby(spelling, reading) == expected


def test_the_dictionary_form_is_read_as_the_form_in_the_text() -> None:
    assert headword_ruby(CARRIED_OUT, WHOLE) == ((0, 1, "おこな"),)


def test_a_stem_that_is_read_otherwise_in_the_text_does_not_mislead() -> None:
    reference = EntryRef(11, EntryKind.WORD, 0, 2, "来る", "くる")
    came = Word(
        0, 2, "来た", "来る", "くる", "きた", PartOfSpeech.VERB, (Ruby(0, 1, "き"),), entries=(reference,)
    )
    assert headword_ruby(came, reference) == ((0, 1, "く"),)


def test_saving_keeps_the_glosses_of_all_senses_unless_one_was_chosen() -> None:
    met = Encounter("式が行われた。", 2, 6, "祭り", "file", "")
    whole = saved_word(CARRIED_OUT, WHOLE, ENTRY, encounter=met)
    assert whole.key == WordKey(10, "行う", "おこなう")
    assert (whole.senses, whole.gloss, whole.pos) == ((), "to perform; to do\nto hold", "Godan verb")
    assert whole.encounters == (met,)
    second = saved_word(CARRIED_OUT, WHOLE, ENTRY, [2])
    assert (second.senses, second.gloss) == ((2,), "to hold")


def test_a_sense_that_the_entry_does_not_have_is_not_saved() -> None:
    assert saved_word(CARRIED_OUT, WHOLE, ENTRY, [9]).senses == ()


def test_the_band_is_that_of_the_spelling() -> None:
    assert saved_word(CARRIED_OUT, WHOLE, ENTRY).frequency == 3
    in_kana = WHOLE._replace(headword="おこなう")
    assert saved_word(CARRIED_OUT, in_kana, ENTRY).frequency is None
    assert saved_word(CARRIED_OUT, None, None).frequency is None


def test_what_no_dictionary_has_can_be_saved() -> None:
    number = Word(
        0,
        4,
        "10万人",
        "10万人",
        "じゅうまんにん",
        "じゅうまんにん",
        PartOfSpeech.NUMBER,
        meaning="100,000 people",
    )
    assert main_reference(number) is None
    saved = saved_word(number, None, None)
    assert saved.key == WordKey(None, "10万人", "じゅうまんにん")
    assert saved.pos == "number"
    assert saved.gloss == "100,000 people"
    assert word_of(saved).meaning == "100,000 people"


def test_a_saved_word_can_be_shown_again() -> None:
    saved = SavedWord(
        WordKey(10, "行う", "おこなう"), "Godan verb", "to perform\nto hold", ruby=(Ruby(0, 1, "おこな"),)
    )
    word = word_of(saved)
    assert word.key == saved.key
    assert headword_ruby(word, main_reference(word)) == saved.ruby


def test_a_part_of_a_compound_becomes_a_word_of_its_own() -> None:
    part = EntryRef(2, EntryKind.WORD, 7, 9, "緩和", "かんわ", ("relief",))
    whole = EntryRef(1, EntryKind.WORD, 5, 9, "緊張緩和", "きんちょうかんわ")
    compound = Word(
        5,
        9,
        surface="緊張緩和",
        base="緊張緩和",
        base_reading="きんちょうかんわ",
        reading="きんちょうかんわ",
        pos=PartOfSpeech.NOUN,
        ruby=(Ruby(5, 7, "きんちょう"), Ruby(7, 9, "かんわ")),
        entries=(whole, part),
    )
    word = word_for(part, compound)
    assert (word.surface, word.key) == ("緩和", WordKey(2, "緩和", "かんわ"))
    assert headword_ruby(word, part) == ((0, 2, "かんわ"),)
    assert word.entries == (part,)
