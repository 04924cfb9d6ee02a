"""The list of articles: what is added stays, over reopening and over a sudden end."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import library as library_module
from reader.articles.library import Library, article_id
from reader.articles.plain_text import from_text
from reader.errors import DamagedError, ReaderError
from reader.model import Article, Direction, EnglishView, Pair, Paragraph, ParagraphKind, Place, Ruby, WordKey

HARBOUR = from_text("港の朝\nBy Ann Lee\n船が帰ってくる。\n鴎が鳴く。", "minato.txt")
HILL = from_text("丘の上\n風が強い。", "pasted text")
RUBY = Article(
    "宿題",
    (Paragraph("宿題", ParagraphKind.TITLE), Paragraph("本気と書く。", ruby=(Ruby(0, 2, "まじ"),))),
    "https://example.org/",
    ("Homework", "Written 'earnest'."),
)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "1-cat.ja.txt").write_text("猫\nBy Bea Roe\n猫は窓辺で眠る。\n", encoding="utf-8")
    (folder / "1-cat.en.txt").write_text("Cat\nBy Bea Roe\nThe cat sleeps.\n", encoding="utf-8")
    (folder / "2-dog.ja.txt").write_text("犬\n犬は庭を走る。\n", encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def library(path: Path, shipped: Path) -> Iterator[Library]:
    library = Library(path, shipped)
    yield library
    library.close()


def titles(library: Library) -> list[str]:
    return [item.title for item in library.items()]


def test_at_first_there_is_what_ships(library: Library) -> None:
    cat, dog = library.items()
    assert (cat.id, cat.title, cat.byline, cat.sample) == ("sample:cat", "猫", "By Bea Roe", True)
    assert (dog.id, dog.byline, dog.length, dog.added, dog.opened) == ("sample:dog", "", 8, "", "")
    assert library.last_opened() is None
    assert library.article("sample:cat").english == ("Cat", "By Bea Roe", "The cat sleeps.")


def test_item_of_an_added_article(library: Library) -> None:
    item = library.add(HARBOUR)
    assert (item.title, item.byline, item.source) == ("港の朝", "By Ann Lee", "minato.txt")
    assert item.length == sum(len(paragraph.text) for paragraph in HARBOUR.paragraphs)
    assert item.added
    assert (item.opened, item.progress, item.sample) == ("", 0.0, False)
    assert library.items()[0] == item


@pytest.mark.parametrize("article", [HARBOUR, HILL, RUBY], ids=lambda article: article.title)
def test_article_comes_back_as_it_was_after_reopening(path: Path, shipped: Path, article: Article) -> None:
    first = Library(path, shipped)
    item = first.add(article)
    first.close()
    second = Library(path, shipped)
    assert second.article(item.id) == article
    assert second.items()[0] == item
    second.close()


def test_newest_first_and_the_same_text_once_moved_to_the_top(library: Library) -> None:
    harbour = library.add(HARBOUR)
    library.add(HILL)
    assert titles(library) == ["丘の上", "港の朝", "猫", "犬"]
    library.set_place(harbour.id, Place(2, 3))
    again = library.add(HARBOUR)
    assert again.id == harbour.id
    assert again.added == harbour.added
    assert titles(library) == ["港の朝", "丘の上", "猫", "犬"]
    assert library.place(again.id) == Place(2, 3)


def test_the_same_text_with_other_ruby_is_another_article(library: Library) -> None:
    first = library.add(RUBY)
    second = library.add(replace(RUBY, paragraphs=tuple(replace(p, ruby=()) for p in RUBY.paragraphs)))
    assert first.id != second.id


def test_english_that_comes_later_is_taken_over_and_never_lost(library: Library) -> None:
    item = library.add(HILL)
    library.add(replace(HILL, english=("On the hill", "The wind is strong.")))
    library.add(HILL)
    assert library.article(item.id).english == ("On the hill", "The wind is strong.")


@pytest.mark.parametrize("which", ["sample:cat", "sample:dog", "own"])
def test_english_is_attached_to_any_article_and_removed(path: Path, shipped: Path, which: str) -> None:
    first = Library(path, shipped)
    item = first.add(RUBY).id if which == "own" else which
    before = first.article(item)
    first.set_english(item, ("A title", "A text."))
    first.close()
    second = Library(path, shipped)
    assert second.article(item) == replace(before, english=("A title", "A text."))
    second.set_english(item, ())
    assert second.article(item) == replace(before, english=())
    second.close()


def test_what_the_user_attached_is_not_lost_to_the_file(library: Library) -> None:
    item = library.add(RUBY).id
    library.set_english(item, ("Mine",))
    library.add(RUBY)
    assert library.article(item).english == ("Mine",)
    library.set_english(item, ())
    library.add(RUBY)
    assert library.article(item).english == RUBY.english


@pytest.mark.parametrize("which", ["sample:cat", "own"])
def test_how_the_english_is_shown_is_kept(path: Path, shipped: Path, which: str) -> None:
    first = Library(path, shipped)
    item = first.add(HARBOUR).id if which == "own" else which
    assert first.english_view(item) is EnglishView.HIDDEN
    first.set_english_view(item, EnglishView.BESIDE)
    first.close()
    second = Library(path, shipped)
    assert second.english_view(item) is EnglishView.BESIDE
    second.close()


@pytest.mark.parametrize("which", ["sample:cat", "own"])
def test_pairs_that_the_user_fixed_are_kept_as_long_as_the_english(
    path: Path, shipped: Path, which: str
) -> None:
    first = Library(path, shipped)
    item = first.add(RUBY).id if which == "own" else which
    assert first.pairs(item) == ()
    pairs = (
        Pair((0, 2), (0, 8), fixed=True),
        Pair((3, 9), None, fixed=True),
        Pair(None, (9, 12), fixed=True),
    )
    first.set_pairs(item, pairs)
    if which == "own":
        first.add(RUBY)
    first.close()
    second = Library(path, shipped)
    assert second.pairs(item) == pairs
    second.set_english(item, ("Another.",))
    assert second.pairs(item) == ()
    second.set_english(item, ("Homework", "Written 'earnest'."), pairs)
    assert second.pairs(item) == pairs
    second.close()


def test_other_english_from_the_file_takes_the_pairs_away(library: Library) -> None:
    item = library.add(RUBY).id
    library.set_pairs(item, (Pair((0, 2), None, fixed=True),))
    library.add(replace(RUBY, english=("Another.",)))
    assert library.pairs(item) == ()


def test_a_library_of_the_first_version_keeps_its_english(path: Path, shipped: Path) -> None:
    path.parent.mkdir()
    database = sqlite3.connect(path)
    first = Path(library_module.__file__).parent / "migrations" / "0001-articles.sql"
    database.executescript(first.read_text(encoding="utf-8"))
    database.executescript("""
        INSERT INTO article VALUES (7, '丘', 'file', 3, x'00', '2024-01-01');
        INSERT INTO paragraph VALUES (7, 0, 'body', '丘の上', '[]');
        INSERT INTO english VALUES (7, 1, 'It is windy.'), (7, 0, 'The hill');
        INSERT INTO item (id, article, position) VALUES ('article:7', 7, 1);
        PRAGMA user_version = 1;
    """)
    database.close()
    library = Library(path, shipped)
    assert library.article("article:7").english == ("The hill", "It is windy.")
    assert library.article("article:7").paragraphs == (Paragraph("丘の上"),)
    library.close()


@pytest.mark.parametrize("which", ["sample:cat", "own"])
def test_rename_changes_the_list_only(library: Library, which: str) -> None:
    item = library.add(HARBOUR).id if which == "own" else which
    before = library.article(item)
    library.rename(item, "  私の\n題 ")
    assert "私の 題" in titles(library)
    assert library.article(item) == before
    library.rename(item, " ")
    assert before.title in titles(library)


@pytest.mark.parametrize("which", ["sample:cat", "own"])
def test_remove_and_restore(library: Library, which: str) -> None:
    item = library.add(HARBOUR).id if which == "own" else which
    library.rename(item, "新しい題")
    library.set_place(item, Place(1, 2))
    before = library.items()
    library.remove(item)
    assert item not in {entry.id for entry in library.items()}
    library.restore(item)
    assert library.items() == before
    assert library.place(item) == Place(1, 2)


def test_removed_text_that_is_added_again_comes_back(library: Library) -> None:
    item = library.add(HARBOUR)
    library.remove(item.id)
    assert library.add(HARBOUR).id == item.id
    assert library.items()[0].id == item.id


def test_removed_stays_removed_and_can_be_restored_after_reopening(path: Path, shipped: Path) -> None:
    first = Library(path, shipped)
    item = first.add(HARBOUR).id
    first.remove(item)
    first.remove("sample:dog")
    first.close()
    second = Library(path, shipped)
    assert titles(second) == ["猫"]
    second.restore(item)
    assert titles(second) == ["港の朝", "猫"]
    second.close()


def test_what_was_removed_long_ago_is_forgotten_but_a_sample_stays_away(path: Path, shipped: Path) -> None:
    first = Library(path, shipped)
    old, new = first.add(HARBOUR).id, first.add(HILL).id
    for item in (old, new, "sample:dog"):
        first.remove(item)
    first.close()
    database = sqlite3.connect(path)
    long_ago = "2020-01-01T00:00:00.000000+00:00"
    database.execute("UPDATE item SET removed = ? WHERE id <> ?", (long_ago, new))
    database.commit()
    database.close()
    second = Library(path, shipped)
    with pytest.raises(ReaderError, match="no longer in the list"):
        second.restore(old)
    second.restore(new)
    assert titles(second) == ["丘の上", "猫"]
    assert second.add(HARBOUR).id not in {old, new}
    second.close()
    database = sqlite3.connect(path)
    assert database.execute("SELECT count(DISTINCT article) FROM paragraph").fetchone() == (2,)
    database.close()


def test_last_opened(library: Library) -> None:
    item = library.add(HARBOUR).id
    library.set_opened(item)
    library.set_opened("sample:dog")
    assert library.last_opened() == "sample:dog"
    library.remove("sample:dog")
    assert library.last_opened() == item


def test_last_opened_passes_over_a_sample_that_no_longer_ships(path: Path, shipped: Path) -> None:
    first = Library(path, shipped)
    first.set_opened("sample:cat")
    first.set_opened("sample:dog")
    first.close()
    (shipped / "2-dog.ja.txt").unlink()
    second = Library(path, shipped)
    assert second.last_opened() == "sample:cat"
    assert titles(second) == ["猫"]
    second.close()


def test_places_and_progress(library: Library) -> None:
    item = library.add(HILL).id  # 3 + 5 characters
    for which in (item, "sample:dog"):
        assert library.place(which) == Place()
        library.set_place(which, Place(1, 2))
        assert library.place(which) == Place(1, 2)
    assert {entry.id: entry.progress for entry in library.items()} == {
        item: 5 / 8,
        "sample:cat": 0.0,
        "sample:dog": 3 / 8,
    }
    library.set_place(item, Place(7, 9))  # a place that the text does not have is its end
    assert library.items()[0].progress == 1.0


UNKNOWN = ["article:99", "sample:ox", "", "article:", "猫"]


@pytest.mark.parametrize("item", UNKNOWN)
def test_unknown_items(library: Library, item: str) -> None:
    for ask in (library.article, library.place, library.remove, library.restore, library.set_opened):
        with pytest.raises(ReaderError, match="no longer in the list"):
            ask(item)
    with pytest.raises(ReaderError):
        library.set_english(item, ("A text.",))
    with pytest.raises(ReaderError):
        library.english_view(item)
    with pytest.raises(ReaderError):
        library.set_place(item, Place())
    with pytest.raises(ReaderError):
        library.rename(item, "題")


def test_another_thread_may_use_it_and_this_one_close_it(path: Path, shipped: Path) -> None:
    library = Library(path, shipped)
    with ThreadPoolExecutor(4) as pool:
        texts = [from_text(f"第{number}話\n本文はここから。", "") for number in range(20)]
        added = list(pool.map(library.add, texts))
        assert [library.article(item.id) for item in added] == texts
    library.close()


def test_what_was_added_survives_a_sudden_end(path: Path, shipped: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from reader.articles.plain_text import from_text; from reader.articles.library import Library\n"
        "library = Library(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "library.add(from_text('嵐の夜\\n雨が窓を打つ。', ''))\n"
        "library.rename('sample:cat', '三毛')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, path, shipped], check=False)
    assert ended.returncode == -signal.SIGKILL
    library = Library(path, shipped)
    assert titles(library) == ["嵐の夜", "三毛", "犬"]
    library.close()


def test_a_failed_addition_leaves_nothing(library: Library) -> None:
    broken = replace(HILL, paragraphs=(*HILL.paragraphs, Paragraph("\ud800")))
    with pytest.raises(ReaderError, match="broken character"):
        library.add(broken)
    assert titles(library) == ["猫", "犬"]
    assert library.add(HILL).title == "丘の上"


def test_a_file_that_is_no_library(path: Path, shipped: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"These are my notes, and no database at all.\n" * 100)
    before = path.read_bytes()
    with pytest.raises(ReaderError, match="is damaged"):
        Library(path, shipped)
    assert path.read_bytes() == before


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, min_size=1, max_size=6), st.lists(TEXT, max_size=3))
def test_any_article_comes_back(library: Library, texts: list[str], english: list[str]) -> None:
    article = Article(texts[0], tuple(map(Paragraph, texts)), "source", tuple(english))
    assert library.article(library.add(article).id).paragraphs == article.paragraphs


def test_word_counts_are_kept_for_own_and_shipped_articles(library: Library) -> None:
    own = library.add(HARBOUR).id
    shipped = library.items()[-1].id
    counts = {WordKey(1467640, "猫", "ねこ"): 3, WordKey(None, "𠮷野\0", ""): 1}
    assert library.word_counts() == {}
    library.set_word_counts(own, counts)
    library.set_word_counts(shipped, {})
    assert library.word_counts() == {own: counts, shipped: {}}


@pytest.mark.parametrize("item", ["article:1", "sample:cat"])
def test_the_writing_direction_is_remembered(library: Library, path: Path, shipped: Path, item: str) -> None:
    library.add(HARBOUR)
    assert library.direction(item) is Direction.HORIZONTAL
    library.set_direction(item, Direction.VERTICAL)
    library.close()
    assert Library(path, shipped).direction(item) is Direction.VERTICAL


def test_a_text_is_found_again_by_what_names_it(library: Library) -> None:
    own = library.add(HARBOUR).id
    shipped = library.items()[-1].id
    assert library.item_with(article_id(HARBOUR)) == own
    assert library.item_with(article_id(library.article(shipped))) == shipped
    assert library.item_with(article_id(HILL)) is None
    assert library.item_with("") is None
    library.remove(own)
    assert library.item_with(article_id(HARBOUR)) is None


def test_a_file_that_is_damaged_while_it_is_open_is_a_sentence(library: Library, path: Path) -> None:
    library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library._db.execute("PRAGMA cache_size=0")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(DamagedError, match="is damaged"):
        library.items()
    path.write_bytes(content)
    assert titles(library) == ["猫", "犬"]
