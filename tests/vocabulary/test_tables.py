"""CSV and TSV: what is read back is what was saved, and no cell is a formula."""

import csv
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Encounter, SavedWord, Status
from reader.vocabulary.tables import COLUMNS, cells_of, guarded, source_of, write_csv, write_tsv
from tests.vocabulary.examples import KAIDAN, TEN_THOUSANDS, texts, words


def test_a_row() -> None:
    word = replace(KAIDAN, gloss="talks\nmeeting", status=Status.LEARNING, note="一\n二", added="2024-05-02")
    assert dict(zip(COLUMNS, cells_of(word), strict=True)) == {
        "Expression": "会談",
        "Reading": "かいだん",
        "Furigana": "会談[かいだん]",
        "Meaning": "talks; meeting",
        "PartOfSpeech": "noun",
        "Sentence": "両首脳は会談した。",
        "Source": "米露電話会談 (news.txt)",
        "Status": "learning",
        "Note": "一\n二",
        "Added": "2024-05-02",
        "EntryId": "1198180",
    }


def test_a_word_without_entry_and_sentence_leaves_cells_empty() -> None:
    row = dict(zip(COLUMNS, cells_of(replace(TEN_THOUSANDS, encounters=())), strict=True))
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
    word = replace(KAIDAN, encounters=(Encounter("会談", 0, 2, article, source, "now"),))
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
        ("\rx", "'\nx"),
        ("  =1", "'  =1"),
        ("\x01=1", "'=1"),
        ("＝1＋1", "'＝1＋1"),
        ("－1", "'－1"),
        ("ー", "ー"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("a\0b\x1bc", "abc"),
        ('"quoted"', '"quoted"'),
    ],
)
def test_guarded(text: str, expected: str) -> None:
    assert guarded(text) == expected


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
        assert rows == [list(COLUMNS), *map(cells_of, some)]

        write_tsv(some, path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        assert len(lines) == 1 + len(some) + 1
        assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines[:-1])
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = list(csv.reader(file, delimiter="\t", strict=True))
        flat = [[cell.replace("\n", " ").replace("\t", " ") for cell in cells_of(word)] for word in some]
        assert read == [list(COLUMNS), *flat]
