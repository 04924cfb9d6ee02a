"""Words of a list and the entries that they are."""

from pathlib import Path

import pytest

from reader.engine.analysis import Analyser
from reader.engine.matching import match_words
from reader.engine.word_lists import samples, words_in
from reader.errors import ReaderError
from reader.model import Ruby
from reader.vocabulary.model import Status
from reader.vocabulary.word_tables import ListedWord


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    ("spelling", "reading", "found"),
    [
        ("会談", "", ("会談", "かいだん")),
        ("認める", "みとめる", ("認める", "みとめる")),
        ("橋", "", ("橋", "はし")),
        ("人気", "ひとけ", ("人気", "ひとけ")),
        ("本", "", ("本", "ほん")),
        ("本", "もと", ("本", "もと")),
        ("入る", "", ("入る", "はいる")),
        ("空", "", ("空", "そら")),
        ("上品な", "", ("上品", "じょうひん")),
        ("勉強する", "べんきょうする", ("勉強", "べんきょう")),
        ("静かな", "", ("静か", "しずか")),
        ("ウクライナ", "", ("ウクライナ", "うくらいな")),
        ("ぬるぽ語", "", None),
        ("会談", "ばつ", None),
    ],
)
def test_examples(analyser: Analyser, spelling: str, reading: str, found: tuple[str, str] | None) -> None:
    (match,) = match_words(analyser, [ListedWord(spelling, reading)])
    assert match.listed == ListedWord(spelling, reading)
    assert (match.word and match.word.key[1:]) == found
    if match.word:
        assert match.word.status is Status.KNOWN
        assert match.word.gloss
        assert match.word.key.entry_id


def test_a_match_is_what_saving_the_word_would_keep(analyser: Analyser) -> None:
    (match,) = match_words(analyser, [ListedWord("認める", "", Status.LEARNING)])
    assert match.word
    assert match.word.ruby == (Ruby(0, 1, "みと"),)
    assert match.word.status is Status.LEARNING
    assert match.word.frequency
    assert 1 <= match.word.frequency <= 48


def test_several_entries_are_counted(analyser: Analyser) -> None:
    (match,) = match_words(analyser, [ListedWord("はし")])
    assert match.others >= 2


# --- reading lists ---


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16", "euc_jp"])
def test_a_list_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "words.csv"
    text = "Word,Reading,Meaning\n会談,かいだん,talks\n認める,みとめる,to admit\n猫,ねこ,cat\n"
    path.write_bytes(text.encode(encoding))
    (sample,) = samples(path).tables
    assert sample.columns == ("Word", "Reading", "Meaning")
    assert (sample.length, sample.word_column, sample.reading_column) == (3, 0, 1)
    words = words_in(path, 0, sample.word_column, sample.reading_column).words
    assert [word.spelling for word in words] == ["会談", "認める", "猫"]
    assert words[2].reading == "ねこ"


def test_a_pasted_list() -> None:
    (sample,) = samples("猫\n犬\n").tables
    assert sample.rows == (("猫",), ("犬",))
    assert words_in("猫\n犬\n猫", 0, 0, None).words == (ListedWord("猫"), ListedWord("犬"))


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_list(text: str) -> None:
    with pytest.raises(ReaderError, match="no words"):
        samples(text)


@pytest.mark.parametrize("column", [(1, 0, None), (0, 5, None), (0, 0, 5), (-1, 0, None)])
def test_a_list_that_has_changed(column: tuple[int, int, int | None]) -> None:
    with pytest.raises(ReaderError, match="Open it again"):
        words_in("猫", *column)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        samples(tmp_path / "none.csv")
