"""What the dictionaries are asked and what they answer, with the real ones."""

from __future__ import annotations

from pathlib import Path

import jamdict_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dictionary import database
from reader.dictionary.database import Dictionary
from reader.errors import ReaderError
from reader.model import EntryKind

TABERU, ANO, TRUMP_CARDS, TRUMP, IKU, SURU = 1358280, 1000420, 1086410, 5055546, 1578850, 1157170


def test_only_headwords_are_found(dictionary: Dictionary) -> None:
    found = dictionary.candidates(["緊張緩和", "緊張緩", "食べる", "たべる", "トランプ", "", "食べ"])
    assert found.keys() == {"緊張緩和", "食べる", "たべる", "トランプ"}
    assert [candidate.id for candidate in found["食べる"]] == [TABERU]
    assert found["食べる"][0].readings == ("たべる",)


@pytest.mark.parametrize("spelling", ["EU", "ＥＵ", "DVD", "Tシャツ"])
def test_latin_letters_are_found_in_either_width(dictionary: Dictionary, spelling: str) -> None:
    assert dictionary.candidates([spelling])[spelling]


def test_both_widths_of_one_word_can_be_asked_for_at_once(dictionary: Dictionary) -> None:
    assert dictionary.candidates(["PKO", "ＰＫＯ"]).keys() == {"PKO", "ＰＫＯ"}


@pytest.mark.parametrize(
    ("spelling", "entry", "readings"),
    [
        ("彼の", ANO, ("あの",)),  # あん is not a reading of the kanji
        ("明日", 1584660, ("あした", "あす", "みょうにち")),
        ("ＣＤプレーヤー", 1000110, ("しーでぃーぷれーやー",)),  # not …プレイヤー
    ],
)
def test_readings_are_those_of_the_spelling(
    dictionary: Dictionary, spelling: str, entry: int, readings: tuple[str, ...]
) -> None:
    readings_by_id = {
        candidate.id: candidate.readings for candidate in dictionary.candidates([spelling])[spelling]
    }
    assert readings_by_id[entry] == readings


def test_a_candidate_tells_what_ranking_needs(dictionary: Dictionary) -> None:
    (eat,) = dictionary.candidates(["食べる"])["食べる"]
    assert eat.common
    assert eat.rank == 12
    assert eat.pos == {"v1", "vt"}
    assert not (eat.in_kana or eat.irregular or eat.obsolete or eat.is_expression)
    (old,) = dictionary.candidates(["喰べる"])["喰べる"]
    assert old.id == TABERU
    assert old.rank == 99
    assert old.irregular
    assert dictionary.candidates(["する"])["する"][0].in_kana
    assert any(candidate.is_expression for candidate in dictionary.candidates(["気がする"])["気がする"])


def test_names_are_kept_apart_from_words(dictionary: Dictionary) -> None:
    assert [candidate.id for candidate in dictionary.candidates(["トランプ"])["トランプ"]] == [TRUMP_CARDS]
    names = dictionary.names(["トランプ"])["トランプ"]
    assert TRUMP in [name.id for name in names]
    assert names[0].kinds == ("surname",)
    assert names[0].gloss == ("Trump",)


def test_hiragana_does_not_call_up_every_name_that_sounds_so(dictionary: Dictionary) -> None:
    names = dictionary.names(["さくら"]).get("さくら", ())
    assert names
    assert all(not name.entry.spellings for name in names)


def test_entries_are_whole_and_from_either_dictionary(dictionary: Dictionary) -> None:
    entries = dictionary.entries([TABERU, TRUMP, 999])
    assert entries.keys() == {TABERU, TRUMP}
    eat, trump = entries[TABERU], entries[TRUMP]
    assert (eat.kind, trump.kind) == (EntryKind.WORD, EntryKind.NAME)
    assert [form.text for form in eat.spellings] == ["食べる", "喰べる"]
    assert eat.senses[0].glosses[0] == "to eat"
    assert eat.senses[0].pos == ("ichidan verb", "transitive")
    assert eat.common
    assert trump.senses[0].pos == ("surname",)


def test_restrictions_remarks_and_references_of_an_entry(dictionary: Dictionary) -> None:
    ano = dictionary.entries([ANO])[ANO]
    assert ano.readings[1].info == ("not a reading of the kanji",)
    assert "word usually written using kana alone" in ano.senses[0].misc
    there = dictionary.entries([1000320])[1000320]  # あそこ, あすこ, かしこ …
    assert there.readings[0].text == "あそこ"
    assert there.senses[1].only_for == ("あそこ", "あすこ", "アソコ")
    assert any(sense.see_also for sense in there.senses)
    assert any(sense.info for sense in there.senses)


def test_a_kanji_page(dictionary: Dictionary) -> None:
    kanji = dictionary.kanji("緩")
    assert kanji is not None
    assert kanji.meanings[:2] == ("slacken", "loosen")
    assert kanji.on == ("カン",)
    assert "ゆる.い" in kanji.kun
    assert (kanji.strokes, kanji.grade) == (15, 8)
    assert dictionary.kanji("あ") is None


def test_readings_for_splitting_are_stems_in_hiragana(dictionary: Dictionary) -> None:
    readings = dictionary.kanji_readings("緊繋あ")
    assert readings.keys() == {"緊", "繋"}
    assert readings["繋"].on == ("けい",)
    assert readings["繋"].kun == ("つな", "かか", "か")
    assert dictionary.kanji_readings("繋") == {"繋": readings["繋"]}


def test_frequent_words_can_be_read_ahead_in_small_steps() -> None:
    ahead, fresh = Dictionary(), Dictionary()
    assert sum(1 for _ in ahead.read_ahead()) > 10
    statements: list[str] = []
    ahead._connection.set_trace_callback(statements.append)
    words = ["会議", "政府", "たい", "よる"]
    assert ahead.candidates(words) == fresh.candidates(words)
    assert statements == []


def test_what_is_kept_is_bounded_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_KEPT_WORDS", 4)
    monkeypatch.setattr(database, "_KEPT_SPELLINGS", 4)
    monkeypatch.setattr(database, "_KEPT_NAMES", 4)
    dictionary = Dictionary()
    words = ["食べる", "行く", "今日", "学校", "電話", "会談"]
    alone = {word: dictionary.candidates([word])[word] for word in words}
    assert dictionary.candidates(words) == alone
    places = ["東京", "大阪", "仙台", "ドンバス", "ガリバー", "ない名前"]
    names = {place: dictionary.names([place]).get(place) for place in places}
    assert {place: dictionary.names(places).get(place) for place in places} == names
    assert names["東京"] and names["ない名前"] is None


@pytest.fixture(scope="module")
def ahead() -> Dictionary:
    """One that has read ahead."""
    dictionary = Dictionary()
    for _ in dictionary.read_ahead():
        pass
    return dictionary


@given(st.lists(st.text(alphabet="行食会談電話日本あるのもトランプEUＥ1人Tシャツ", max_size=4), max_size=30))
def test_reading_ahead_changes_nothing_that_is_found(
    dictionary: Dictionary, ahead: Dictionary, spellings: list[str]
) -> None:
    assert ahead.candidates(spellings) == dictionary.candidates(spellings)


@pytest.mark.parametrize("spelling", ["鶏", "手前", "ずつ", "行けない", "ある", "お前"])
def test_remarks_are_found_after_reading_ahead(
    dictionary: Dictionary, ahead: Dictionary, spelling: str
) -> None:
    found = ahead.candidates([spelling])[spelling]
    assert found == dictionary.candidates([spelling])[spelling]
    assert any(sense.misc + sense.info + sense.see_also for each in found for sense in each.senses)


@pytest.mark.parametrize("spelling", ["Tシャツ", "Ｔシャツ", "PKO", "ＰKO", "たい", "環太平洋"])
def test_headwords_are_found_after_reading_ahead(ahead: Dictionary, spelling: str) -> None:
    assert ahead.candidates([spelling])[spelling]


def test_few_spellings_are_looked_up_in_vain_after_reading_ahead(ahead: Dictionary) -> None:
    statements: list[str] = []
    ahead._connection.set_trace_callback(statements.append)
    assert ahead.candidates([f"行{number}食" for number in range(1000)]) == {}
    ahead._connection.set_trace_callback(None)
    assert sum(statement.count("食") for statement in statements) < 400


@given(st.lists(st.text(alphabet="行食会談電話日本あるのもトランプEUＥ1人", max_size=4), max_size=30))
def test_many_at_once_are_found_as_each_alone(dictionary: Dictionary, spellings: list[str]) -> None:
    found = dictionary.candidates(spellings)
    assert found == {key: value for text in spellings for key, value in dictionary.candidates([text]).items()}
    for spelling, candidates in found.items():
        assert spelling in spellings
        assert candidates
        assert all(candidate.readings for candidate in candidates)


def test_a_missing_dictionary_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jamdict_data, "JAMDICT_DB_PATH", str(tmp_path / "none.db"))
    with pytest.raises(ReaderError, match="jamdict-data"):
        Dictionary()


def test_a_damaged_dictionary_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged 1%.db"
    damaged.write_bytes(b"this is no database" * 1000)
    monkeypatch.setattr(jamdict_data, "JAMDICT_DB_PATH", str(damaged))
    with pytest.raises(ReaderError, match="cannot be read"):
        Dictionary()
