"""What a search finds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given

from reader.model import WordKey
from reader.vocabulary.model import SavedWord
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.search import indexed, query_for
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, texts, words

_COFFEE = SavedWord(
    WordKey(1, "コーヒー", "コーヒー"), "noun", "café drink; don't spill", note="1杯100円", tags=("飲み物",)
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vocabulary]:
    with closing(Vocabulary(tmp_path_factory.mktemp("search") / "vocabulary.sqlite")) as vocabulary:
        for word in (KAIDAN, MITOMERU, _COFFEE):
            vocabulary.save(word)
        yield vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "会談 認める コーヒー"),
        ("談", "会談"),
        ("会談", "会談"),
        ("談会", ""),
        ("談 会", "会談"),
        ("いだ", "会談"),
        ("イダ", "会談"),
        ("こーひ", "コーヒー"),
        ("ｺｰﾋ", "コーヒー"),
        ("める", "認める"),
        ("adm", "認める"),
        ("ADMIT recog", "認める"),
        ("dmit", ""),
        ("cafe", "コーヒー"),
        ("don't sp", "コーヒー"),
        ("１００円", "コーヒー"),
        ("飲み", "コーヒー"),
        ('"', "会談 認める コーヒー"),
        ("NOT OR * ^ (", ""),
        ("、。", "会談 認める コーヒー"),
    ],
)
def test_examples(vocabulary: Vocabulary, text: str, found: str) -> None:
    shown = vocabulary.page(WordFilter(text=text), SortBy.ADDED)
    assert " ".join(word.key.spelling for word in shown) == found
    assert vocabulary.count(WordFilter(text=text)) == len(found.split())


@given(words, texts)
def test_any_query_is_one_and_a_word_is_found_by_its_own_texts(word: SavedWord, other: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"
        )
        word = word._replace(gloss=f"{word.gloss} {other}")
        connection.execute("INSERT INTO search VALUES (?)", (indexed(word),))
        for text in (word.key.spelling, word.note, other):
            if query := query_for(text):
                connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (query,)).fetchall()
        if query := query_for("会談"):
            assert not connection.execute("SELECT 1 FROM search WHERE search MATCH ?", (query,)).fetchall()
