"""Some of the words, in some order."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.model import WordKey
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import met

_HASHI = SavedWord(
    WordKey(1, "橋", "はし"),
    "noun (common)",
    "bridge",
    added="2026-01-05T10:00:00+00:00",
    frequency=3,
    tags=("town",),
    encounters=(met("橋を渡る。", "橋", article="川の町"),),
)
_KASU = SavedWord(
    WordKey(2, "貸す", "かす"),
    "godan verb, transitive",
    "Lend",
    added="2026-02-05T10:00:00+00:00",
    frequency=20,
    status=Status.LEARNING,
    tags=("money", "town"),
)
_GASU = SavedWord(
    WordKey(3, "ガス", "ガス"),
    "noun (common)",
    "gas",
    added="2026-02-06T10:00:00+00:00",
    status=Status.KNOWN,
    in_anki="2026-03-01T00:00:00+00:00",
    seen=5,
)
_KAZOERU = SavedWord(
    WordKey(4, "数える", "かぞえる"),
    "ichidan verb",
    "count",
    added="2026-03-01T10:00:00+00:00",
    status=Status.IGNORED,
    looked_up=2,
    encounters=(met("日を数える。", "数える", article="暦"), met("橋を数える。", "数える", article="川の町")),
)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Iterator[Vocabulary]:
    with closing(Vocabulary(tmp_path / "vocabulary.sqlite")) as vocabulary:
        vocabulary.save_all([_HASHI, _KASU, _GASU, _KAZOERU])
        yield vocabulary


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (WordFilter(), "橋 貸す ガス 数える"),
        (WordFilter(statuses=frozenset({Status.NEW, Status.KNOWN})), "橋 ガス"),
        (WordFilter(tags=("town",)), "橋 貸す"),
        (WordFilter(tags=("town", "money")), "貸す"),
        (WordFilter(article="川の町"), "橋 数える"),
        (WordFilter(added_from="2026-02"), "貸す ガス 数える"),
        (WordFilter(added_from="2026-02", added_before="2026-02-06"), "貸す"),
        (WordFilter(pos="verb"), "貸す 数える"),
        (WordFilter(bands=(1, 10)), "橋"),
        (WordFilter(bands=(1, 48)), "橋 貸す"),
        (WordFilter(in_anki=True), "ガス"),
        (WordFilter(in_anki=False), "橋 貸す 数える"),
        (WordFilter(newer_than=2), "ガス 数える"),
        (WordFilter(text="橋", statuses=frozenset({Status.KNOWN})), ""),
        (WordFilter(tags=("nowhere",)), ""),
    ],
)
def test_filters(vocabulary: Vocabulary, which: WordFilter, found: str) -> None:
    shown = vocabulary.page(which, SortBy.ADDED)
    assert " ".join(word.key.spelling for word in shown) == found
    assert vocabulary.count(which) == len(shown)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (SortBy.ADDED, "橋 貸す ガス 数える"),
        (SortBy.READING, "貸す ガス 数える 橋"),  # か before が, and both before かぞ
        (SortBy.GLOSS, "橋 数える ガス 貸す"),
        (SortBy.STATUS, "橋 貸す ガス 数える"),
        (SortBy.FREQUENCY, "橋 貸す ガス 数える"),
        (SortBy.SEEN, "橋 貸す 数える ガス"),
        (SortBy.LOOKED_UP, "橋 貸す ガス 数える"),
        (SortBy.POS, "貸す 数える 橋 ガス"),
    ],
)
def test_orders(vocabulary: Vocabulary, sort: SortBy, order: str) -> None:
    shown = [word.key.spelling for word in vocabulary.page(WordFilter(), sort)]
    assert shown == order.split()
    backwards = vocabulary.page(WordFilter(), sort, descending=True)
    assert [word.key.spelling for word in backwards] == shown[::-1]


def test_the_order_is_that_of_an_index(vocabulary: Vocabulary, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "vocabulary.sqlite")) as connection:
        for sort in set(SortBy) - {SortBy.TAGS, SortBy.IN_ANKI}:  # few ask for these
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT gloss FROM words ORDER BY {sort} DESC, words.id DESC LIMIT 9"
            )
            assert "INDEX words_" in plan.fetchall()[0][-1], sort


def test_pages_cover_the_list_once(vocabulary: Vocabulary) -> None:
    pages = [vocabulary.page(WordFilter(), SortBy.POS, offset=at, limit=3) for at in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 1, 0]
    assert {word.key for page in pages for word in page} == {word.key for word in vocabulary.words()}


def test_a_page_has_all_that_is_a_words(vocabulary: Vocabulary) -> None:
    (kazoeru,) = vocabulary.page(WordFilter(text="数える"), SortBy.ADDED)
    assert kazoeru == _KAZOERU
    assert kazoeru.looked_up == 2
    assert kazoeru._replace(tags=("x",)) != _KAZOERU


def test_all_of_many_words_have_all_that_is_theirs(
    vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_by_one = vocabulary.words()
    monkeypatch.setattr("reader.vocabulary.rows._MANY", 0)
    assert vocabulary.words() == one_by_one
    assert vocabulary.page(WordFilter(), SortBy.ADDED, limit=2) == one_by_one[:1:-1]


def test_what_one_can_filter_by(vocabulary: Vocabulary) -> None:
    assert vocabulary.tags() == {"money": 1, "town": 2}
    assert vocabulary.articles() == {"川の町": 2, "暦": 1}
