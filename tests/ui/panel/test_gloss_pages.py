"""The words in which the panel says what the dictionaries know."""

from __future__ import annotations

import pytest

from reader.engine.protocol import LookFurther
from reader.model import (
    USUALLY_KANA,
    Entry,
    EntryKind,
    EntryRef,
    Form,
    Kanji,
    PartOfSpeech,
    Sense,
    Word,
    WordKey,
)
from reader.ui.panel.evidence import Evidence
from reader.ui.panel.gloss_pages import (
    ResultsPage,
    WordPage,
    first_sense,
    ids_needed,
    kanji_tags,
    other_forms,
    question_further,
    related,
    sections,
    shared_remarks,
    supported_senses,
    with_further,
    word_tags,
)
from reader.vocabulary.model import Encounter

WHOLE = EntryRef(1, EntryKind.WORD, 2, 6, "緊張緩和", "きんちょうかんわ", ("easing of tension",))
PART = EntryRef(2, EntryKind.WORD, 2, 4, "緊張", "きんちょう", ("tension",))
OTHER = EntryRef(3, EntryKind.WORD, 2, 6, "緊張緩和", "きんちょうかんわ", ("another",))
NAME = EntryRef(4, EntryKind.NAME, 2, 6, "緊張緩和", "きんちょうかんわ", ("a band",))
WORD = Word(
    2,
    6,
    surface="緊張緩和",
    base="緊張緩和",
    base_reading="きんちょうかんわ",
    reading="きんちょうかんわ",
    pos=PartOfSpeech.NOUN,
    entries=(WHOLE, PART, OTHER, NAME),
)
ENTRY = Entry(
    1,
    EntryKind.WORD,
    (Form("掛ける", common=True), Form("懸ける"), Form("掛る", info=("irregular okurigana usage",))),
    (Form("かける"), Form("カケル"), Form("かかる")),
    (Sense(("to hang",), pos=("ichidan verb", "transitive")),),
)


def test_entries_are_sorted_into_parts_others_and_names() -> None:
    found = related(WORD)
    assert (found.parts, found.others, found.names) == ((PART,), (OTHER,), (NAME,))


def test_what_else_may_stand_there_is_asked_of_the_sentence_and_listed_last() -> None:
    met = Encounter("今、緊張緩和に向かう。", 2, 6, "title", "source", "")
    page = WordPage(WORD._replace(start=12, end=16, entries=(WHOLE._replace(start=12, end=16),)), {}, met)
    question = question_further(page)
    assert question == LookFurther(met.sentence, 2, 6, ((1, 2),))
    relaxation = Word(4, 6, "緩和", "緩和", "かんわ", "かんわ", PartOfSpeech.NOUN, entries=(PART,))
    complete = with_further(page, question, [relaxation])
    assert complete.further
    assert [(word.start, word.end) for word in complete.further] == [(14, 16)]
    heading, rows = sections(complete)[-1]
    assert (heading, [row.target.word for row in rows]) == ("Further", list(complete.further))


def test_a_part_asks_of_itself_alone() -> None:
    met = Encounter("緊張緩和に向かう。", 0, 4, "title", "source", "")
    page = WordPage(WORD._replace(start=2, end=4, surface="緊張", entries=(PART,)), {}, met)
    assert question_further(page) == LookFurther("緊張", 0, 2, ((2, 0),))


def test_a_page_needs_its_own_entry_and_those_of_kana_rows() -> None:
    kana = EntryRef(9, EntryKind.WORD, 2, 6, "かける", "かける")
    assert ids_needed(WORD) == (1,)
    assert ids_needed(WORD._replace(entries=(WHOLE, PART, kana))) == (1, 9)


def test_rows_lead_to_parts_others_and_names() -> None:
    found = sections(WordPage(WORD))
    assert [(heading, [row.headword for row in rows]) for heading, rows in found] == [
        ("Parts", ["緊張"]),
        ("Also", ["緊張緩和"]),
        ("Names", ["緊張緩和"]),
    ]
    assert [rows[0].target.reference for _, rows in found] == [PART, OTHER, NAME]


def test_a_kana_row_shows_which_word_it_means() -> None:
    kana = EntryRef(1, EntryKind.WORD, 2, 6, "かける", "かける", ("to hang", "to put"))
    word = WORD._replace(entries=(WHOLE, kana))

    def row(entries: dict[int, Entry]) -> tuple[str, str, str]:
        return sections(WordPage(word, entries))[0].rows[0][:3]

    assert row({}) == ("かける", "", "to hang; to put")
    assert row({1: ENTRY}) == ("掛ける", "かける", "to hang; to put")
    in_kana = ENTRY._replace(senses=(Sense(("to hang",), misc=(USUALLY_KANA,)),))
    assert row({1: in_kana}) == ("かける", "", "to hang; to put")


def test_what_a_kana_row_shows_is_what_it_opens_and_saves() -> None:
    kana = EntryRef(1, EntryKind.WORD, 2, 6, "かける", "かける", ("to hang",))
    entries = {1: ENTRY}
    ((related_row,),) = [
        section.rows for section in sections(WordPage(WORD._replace(entries=(WHOLE, kana)), entries))
    ]
    ((found_row,),) = [
        section.rows
        for section in sections(ResultsPage("かける", (WORD._replace(entries=(kana,)),), entries))
    ]
    for row in (related_row, found_row):
        assert row.target.word.key == WordKey(1, "掛ける", "かける")


def test_what_a_search_found_is_rows() -> None:
    number = WORD._replace(base="十人", base_reading="じゅうにん", entries=())
    (found,) = sections(ResultsPage("緊張", (WORD, number)))
    assert [row[:3] for row in found.rows] == [
        ("緊張緩和", "きんちょうかんわ", "easing of tension"),
        ("十人", "じゅうにん", ""),
    ]


def test_what_holds_for_every_sense_is_a_tag() -> None:
    everywhere = ENTRY._replace(
        senses=(
            Sense(("to hang",), misc=(USUALLY_KANA, "archaism")),
            Sense(("to put",), misc=(USUALLY_KANA,)),
        )
    )
    assert shared_remarks(everywhere) == (USUALLY_KANA,)
    assert word_tags(WordPage(WORD._replace(entries=(WHOLE,)), {1: everywhere})) == ["usually kana", "common"]
    assert shared_remarks(ENTRY._replace(senses=())) == ()


def test_other_spellings_and_readings_are_named_with_their_remarks() -> None:
    assert other_forms(ENTRY, WordKey(1, "掛ける", "かける")) == [
        "also written 懸ける、掛る (irregular okurigana)",
        "also read かかる",
    ]


def test_tags_say_what_a_word_is() -> None:
    word = WORD._replace(entries=(EntryRef(1, EntryKind.WORD, 2, 6, "掛ける", "かける"),))
    assert word_tags(WordPage(word, {1: ENTRY})) == ["ichidan verb", "transitive", "common"]
    assert word_tags(WordPage(word._replace(entries=(), pos=PartOfSpeech.NUMBER))) == ["number"]


@pytest.mark.parametrize(
    ("kanji", "expected"),
    [
        (
            Kanji("一", (), (), (), strokes=1, grade=1, jlpt=4, frequency=2),
            ["1 stroke", "grade 1", "JLPT 4 (old)", "no. 2 in newspapers"],
        ),
        (Kanji("緊", (), (), (), strokes=15, grade=8), ["15 strokes", "secondary school"]),
        (Kanji("𠮷", (), (), ()), []),
    ],
)
def test_tags_say_what_is_known_of_a_kanji(kanji: Kanji, expected: list[str]) -> None:
    assert kanji_tags(kanji) == expected


NOUN, ADVERB, OTHER_ADVERB = (
    Sense(("number one",), pos=("noun",)),
    Sense(("most",), pos=("adverb",)),
    Sense(("to try",), pos=("adverb",)),
)


@pytest.mark.parametrize(
    ("pos", "said", "groups"),
    [
        (PartOfSpeech.NOUN, (), [("", (1, 2, 3))]),
        (PartOfSpeech.ADVERB, (), [("", (2, 3)), ("as another part of speech", (1,))]),
        (
            PartOfSpeech.ADVERB,
            (3,),
            [("", (3,)), ("other senses", (2,)), ("as another part of speech", (1,))],
        ),
        (PartOfSpeech.ADVERB, (2,), [("", (2,)), ("", (3,)), ("as another part of speech", (1,))]),
        (PartOfSpeech.VERB, (), [("", (1, 2, 3))]),
    ],
)
def test_senses_stand_in_the_dictionary_s_order_but_for_what_fits_or_is_said(
    pos: PartOfSpeech, said: tuple[int, ...], groups: list[tuple[str, tuple[int, ...]]]
) -> None:
    entry = Entry(1, EntryKind.WORD, (Form("一番"),), (Form("いちばん"),), (NOUN, ADVERB, OTHER_ADVERB))
    evidence = tuple(Evidence(1, number, "most") for number in said)
    page = WordPage(WORD._replace(pos=pos), {1: entry}, evidence=evidence)
    found = supported_senses(page, entry)
    assert [(group.heading, tuple(number for number, _ in group.numbered)) for group in found] == groups
    assert word_tags(page) == list(found[0].numbered[0][1].pos)


def test_an_entry_without_senses_has_none_first() -> None:
    entry = Entry(1, EntryKind.WORD, (), (Form("いちばん"),), ())
    assert supported_senses(WordPage(WORD, {1: entry}), entry) == []
    assert first_sense(WordPage(WORD, {1: entry}), entry) == Sense(())
