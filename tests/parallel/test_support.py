"""Which words of two sentences that say the same belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.dictionary.database import Dictionary
from reader.model import EntryKind, Support
from reader.parallel.aligner import Aligner
from tests.language.examples import paragraphs

_dictionary = Dictionary()
_aligner = Aligner(_dictionary)

JAPANESE = "トランプ氏は国防相と電話で話し、相手の顔を見た。"
ENGLISH = "Trump spoke with the defense minister by telephone and saw the other's face."


def _supports(japanese: str = JAPANESE, english: str = ENGLISH) -> list[tuple[str, str, Support]]:
    found = _aligner.support(japanese, english)
    return [(japanese[slice(*one.ja)], english[slice(*one.en)], one) for one in found]


def test_a_word_of_the_english_leads_to_its_japanese() -> None:
    likeliest: dict[str, str] = {}
    for ja, en, _ in _supports():
        likeliest.setdefault(en, ja)
    assert likeliest["Trump"] == "トランプ"
    assert likeliest["defense"] == "国防相"
    assert likeliest["telephone"] == "電話"
    assert likeliest["face"] == "顔"


def test_a_name_and_the_sense_that_is_meant_are_named() -> None:
    by_words = {(ja, en): one for ja, en, one in _supports() if one.entry}
    trump = _dictionary.entries([by_words["トランプ", "Trump"].entry])
    assert [entry.kind for entry in trump.values()] == [EntryKind.NAME]
    minister = by_words["相", "minister"]
    entry = _dictionary.entries([minister.entry])[minister.entry]
    assert any("minister" in gloss for gloss in entry.senses[minister.sense - 1].glosses)


def test_the_same_word_twice_goes_one_by_one() -> None:
    japanese, english = "犬が犬を追う。", "A dog chases a dog."
    dogs = [
        (one.ja[0], one.en[0]) for ja, en, one in _supports(japanese, english) if (ja, en) == ("犬", "dog")
    ]
    assert dogs == [(0, 2), (2, 15)]


def test_an_english_word_supports_only_what_it_fits_best() -> None:
    found = _supports("観測データの共有は5分以内に。", "Share the observation data within five minutes.")
    assert {ja for ja, en, _ in found if en == "Share"} == {"共有"}
    assert {ja for ja, en, _ in found if en == "minutes"} == {"分"}
    assert {"データ", "観測データ"} <= {ja for ja, en, _ in found if en == "data"}


def test_what_has_nothing_in_common_has_no_support() -> None:
    assert not _aligner.support("雨だ。", "Prices rose.")
    assert not _aligner.support("", "")


@given(
    paragraphs,
    st.text(st.one_of(st.sampled_from("the 3 dogs ran, Tower's 10%"), st.characters()), max_size=40),
)
def test_places_are_within_the_texts_and_the_surest_come_first(japanese: str, english: str) -> None:
    found = _aligner.support(japanese, english)
    for one in found:
        assert 0 <= one.ja[0] < one.ja[1] <= len(japanese)
        assert 0 <= one.en[0] < one.en[1] <= len(english)
        assert 0 < one.sureness <= 1
    sureness = [one.sureness for one in found]
    assert sureness == sorted(sureness, reverse=True)
