"""Which entry comes first for a word in context."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dictionary.database import Dictionary
from reader.dictionary.ranking import (
    Context,
    name_reference,
    rank,
    rank_names,
    references,
)
from reader.model import EntryKind

VERB, NOUN = ("動詞", "一般"), ("名詞", "普通名詞", "一般")


@pytest.mark.parametrize(
    ("headword", "context", "gloss"),
    [
        # by the reading
        ("市場", Context("しじょう", NOUN), "market (financial"),
        ("市場", Context("いちば", NOUN), "(town) market"),
        ("行く", Context("いく", VERB, "五段-カ行"), "to go"),
        ("入る", Context("はいる", VERB, "五段-ラ行"), "to enter"),
        ("入る", Context("いる", VERB, "五段-ラ行"), "to get in"),
        # by the part of speech
        ("ある", Context("ある", ("動詞", "非自立可能"), "五段-ラ行", "有る"), "to be"),
        ("ある", Context("ある", ("連体詞",), "", "或る"), "a certain ..."),
        (
            "いる",
            Context("いる", ("動詞", "非自立可能"), "上一段-ア行", "居る"),
            "to be (of animate objects)",
        ),
        ("いる", Context("いる", VERB, "五段-ラ行", "要る"), "to be needed"),
        # by UniDic's headword
        ("もの", Context("もの", NOUN, "", "物"), "thing"),
        ("もの", Context("もの", NOUN, "", "者"), "person"),
        ("さす", Context("さす", VERB, "五段-サ行", "差す-他動詞"), "to shine"),
        # by frequency alone
        ("こうえん", Context("こうえん"), "(public) park"),
    ],
)
def test_the_entry_that_is_meant_comes_first(
    dictionary: Dictionary, headword: str, context: Context, gloss: str
) -> None:
    first = rank(dictionary.candidates([headword])[headword], context)[0]
    assert references([first], context, 0, len(headword))[0].gloss[0].startswith(gloss)


def test_a_reference_is_the_entry_as_met_in_the_text(dictionary: Dictionary) -> None:
    context = Context("あす", NOUN)
    (tomorrow,) = dictionary.candidates(["明日"])["明日"]
    (ref,) = references([tomorrow], context, 3, 5)
    assert (ref.start, ref.end, ref.headword, ref.reading) == (3, 5, "明日", "あす")
    assert (ref.kind, ref.gloss) == (EntryKind.WORD, ("tomorrow",))


def test_an_unknown_reading_gives_the_first_one(dictionary: Dictionary) -> None:
    (tomorrow,) = dictionary.candidates(["明日"])["明日"]
    assert references([tomorrow], Context(), 0, 2)[0].reading == "あした"


def test_readings_of_references_are_hiragana(dictionary: Dictionary) -> None:
    (flute,) = dictionary.candidates(["フルート"])["フルート"]
    assert references([flute], Context(), 0, 4)[0].reading == "ふるーと"


def test_the_gloss_is_of_the_first_sense_that_fits(dictionary: Dictionary) -> None:
    """JMdict has 一番 as a noun first, number one, and then as an adverb, most."""
    context = Context("いちばん", ("副詞",), "", "一番")
    first = rank(dictionary.candidates(["一番"])["一番"], context)[0]
    assert references([first], context, 0, 2)[0].gloss[0] == "best"
    assert references([first], Context("いちばん", NOUN), 0, 2)[0].gloss[0] == "number one"


def test_names_are_ordered_by_reading_and_kind(dictionary: Dictionary) -> None:
    surname = Context("やすだ", ("名詞", "固有名詞", "人名", "姓"))
    first = rank_names(dictionary.names(["安田"])["安田"], surname)[0]
    assert first.readings == ("やすだ",)
    ref = name_reference(first, surname, 0, 2)
    assert (ref.kind, ref.headword, ref.reading) == (EntryKind.NAME, "安田", "やすだ")
    place = Context("わしんとん", ("名詞", "固有名詞", "地名", "一般"))
    assert "place" in rank_names(dictionary.names(["ワシントン"])["ワシントン"], place)[0].kinds


@given(
    st.sampled_from(["ある", "市場", "入る", "かける", "こうしょう"]),
    st.sampled_from(["", "ある", "いちば", "はいる"]),
    st.sampled_from([(), VERB, NOUN, ("助動詞",), ("知らない",)]),
)
def test_ranking_loses_nothing(
    dictionary: Dictionary, headword: str, reading: str, pos: tuple[str, ...]
) -> None:
    candidates = dictionary.candidates([headword])[headword]
    ranked = rank(candidates, Context(reading, pos))
    assert sorted(ranked, key=id) == sorted(candidates, key=id)
