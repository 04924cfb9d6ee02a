"""CSV and TSV: what is read back is what was saved, and no cell is a formula."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.model import WordKey
from reader.vocabulary.importing import exported_contents
from reader.vocabulary.model import Encounter, SavedWord, Status
from reader.vocabulary.tables import (
    ALL_COLUMNS,
    COLUMNS,
    guarded,
    revealed,
    rows_from,
    source_of,
    write_csv,
    write_tsv,
)
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, texts, words


def test_a_row() -> None:
    word = KAIDAN._replace(gloss="talks\nmeeting", status=Status.LEARNING, note="一\n二", added="2024-05-02")
    assert dict(zip(COLUMNS, *rows_from([word]), strict=True)) == {
        "Expression": "会談",
        "Reading": "かいだん",
        "Furigana": "会談[かいだん]",
        "Meaning": "talks\nmeeting",
        "PartOfSpeech": "noun",
        "Sentence": "両首脳は会談した。",
        "Source": "米露電話会談 (news.txt)",
        "Status": "learning",
        "Note": "一\n二",
        "Added": "2024-05-02",
        "EntryId": "1198180",
    }


def test_a_word_without_entry_and_sentence_leaves_cells_empty() -> None:
    row = dict(zip(COLUMNS, *rows_from([TEN_THOUSANDS._replace(encounters=())]), strict=True))
    assert (row["EntryId"], row["Sentence"], row["Source"]) == ("", "", "")


@pytest.mark.parametrize(
    ("article", "source", "expected"),
    [
        ("米露電話会談", "news.txt", "米露電話会談 (news.txt)"),
        ("米露電話会談", "", "米露電話会談"),
        ("", "pasted text", "pasted text"),
        ("", "", ""),
    ],
)
def test_source(article: str, source: str, expected: str) -> None:
    word = KAIDAN._replace(encounters=(Encounter("会談", 0, 2, article, source, "now"),))
    assert source_of(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会談", "会談"),
        ("", ""),
        ("a=b", "a=b"),
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "\\u000dx"),
        ("  =1", "'  =1"),
        ("\x01=1", "\\u0001=1"),
        ("＝1＋1", "'＝1＋1"),
        ("－1", "'－1"),
        ("ー", "ー"),
        ("a\r\nb\u2028c", "a\\u000d\nb\\u2028c"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("\\u0041", "\\u005cu0041"),
        ("C:\\temp", "C:\\temp"),
        ("a\0b\x1bc", "a\\u0000b\\u001bc"),
        ('"quoted"', '"quoted"'),
    ],
)
def test_guarded(text: str, expected: str) -> None:
    assert guarded(text) == expected


@given(texts | st.text("'\\u0041=\n\r\t\0a", max_size=12))
def test_what_is_guarded_comes_back(text: str) -> None:
    assert revealed(guarded(text)) == text


@given(texts)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not guarded(text).startswith(("\t", "\r", "\n"))


@given(st.lists(words, max_size=3))
@settings(max_examples=40)
def test_tables_read_back_as_written(some: list[SavedWord]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "words")
        write_csv(some, path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert rows == [list(COLUMNS), *map(list, rows_from(some))]

        write_tsv(some, path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        assert len(lines) == 1 + len(some) + 1
        assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines[:-1])
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = list(csv.reader(file, delimiter="\t", strict=True))
        flat = [[cell.replace("\n", " ").replace("\t", " ") for cell in row] for row in rows_from(some)]
        assert read == [list(COLUMNS), *flat]


# --- read again ---


@given(st.lists(words.filter(lambda word: bool(word.key.spelling)), min_size=1, max_size=3))
@settings(max_examples=40)
def test_csv_comes_back_exactly_by_our_own_import(some: list[SavedWord]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "words.csv")
        some = [word._replace(key=word.key._replace(reading=f"よ{word.key.reading}")) for word in some]
        write_csv(some, path, ALL_COLUMNS)
        read = exported_contents(path.read_bytes()).words
    for before, after in zip(some, read, strict=True):
        for name in ("key", "pos", "gloss", "status", "note", "added", "frequency", "seen", "looked_up"):
            assert getattr(after, name) == getattr(before, name)
        first = before.encounters[:1]
        if first and first[0].sentence:
            assert after.encounters[0].sentence == first[0].sentence
            assert after.encounters[0].english == first[0].english
            assert after.encounters[0].article == source_of(before)


def test_a_word_from_a_table_knows_where_it_stood(tmp_path: Path) -> None:
    write_csv([KAIDAN, MITOMERU], tmp_path / "words.csv", ALL_COLUMNS)
    read = exported_contents((tmp_path / "words.csv").read_bytes()).words
    assert [word.encounters[0].surface for word in read] == ["会談", "認めた"]
    write_csv([KAIDAN._replace(key=WordKey(3, "ウクライナ", "うくらいな"))], tmp_path / "words.csv")
    (word,) = exported_contents((tmp_path / "words.csv").read_bytes()).words
    assert word.key == WordKey(3, "ウクライナ", "うくらいな")


def test_a_megabyte_comes_back(tmp_path: Path) -> None:
    note = '=cmd|"x"\0\r\n,;<b>' * 70_000
    write_csv([KAIDAN._replace(note=note)], tmp_path / "words.csv")
    (word,) = exported_contents((tmp_path / "words.csv").read_bytes()).words
    assert word.note == note


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no columns"),
        (b"a,b\n1,2\n", "no columns"),
        (b"\xff\xfe\x00", "not in UTF-8"),
        (b'Expression,Reading\n"open,', "quotation marks"),
        ("Expression,Reading,Status\n猫,ねこ,asleep\n".encode(), "Row 2"),
        ("Expression,Reading,EntryId\n猫,ねこ,x\n".encode(), "Row 2"),
        (b"Expression,Reading\n,x\n", "no Expression"),
        (b"{", "no JSON"),
    ],
)
def test_what_is_no_export_of_ours_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        exported_contents(data)
