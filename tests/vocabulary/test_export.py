"""What an export contains, and what happens where it cannot be made."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.model import WordKey
from reader.vocabulary import export as export_module
from reader.vocabulary.export import FORMATS, export
from reader.vocabulary.json_file import contents_of
from reader.vocabulary.model import Correction, CorrectionTarget, Scope, Status
from reader.vocabulary.queries import WordFilter
from reader.vocabulary.selection import Selection
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS


@pytest.fixture
def vocabulary(tmp_path: Path) -> Iterator[Vocabulary]:
    with closing(Vocabulary(tmp_path / "vocabulary.sqlite")) as vocabulary:
        yield vocabulary


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written(vocabulary: Vocabulary, tmp_path: Path, format_: str) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.save(TEN_THOUSANDS)
    target = tmp_path / f"words.{format_}"
    target.write_text("old")
    assert export(vocabulary, format_, target) == 2
    begin = {"apkg": b"PK", "json": b'{"format"', "html": b"<!DOCTYPE", "md": b"# "}.get(format_, b"\xef\xbb")
    assert target.read_bytes().startswith(begin)
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_what_was_only_marked_is_left_out_and_the_oldest_comes_first(
    vocabulary: Vocabulary, tmp_path: Path
) -> None:
    searched = KAIDAN._replace(key=WordKey(1, "探す", "さがす"), ruby=(), encounters=())
    marked = KAIDAN._replace(key=WordKey(2, "私", "わたし"))
    for word in (KAIDAN, MITOMERU, TEN_THOUSANDS, searched):
        vocabulary.save(word)
    vocabulary.set_status([MITOMERU, marked], Status.KNOWN)
    vocabulary.set_status([TEN_THOUSANDS], Status.IGNORED)
    target = tmp_path / "words.tsv"
    assert export(vocabulary, "tsv", target) == 3
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Expression", "会談", "認める", "探す"]


def test_an_unknown_format_names_those_there_are(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save(KAIDAN)
    with pytest.raises(ReaderError, match=r'no format "xlsx".*csv, tsv, apkg'):
        export(vocabulary, "xlsx", tmp_path / "words.xlsx")


def test_an_empty_vocabulary_says_what_to_do(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.set_status([KAIDAN], Status.IGNORED)
    with pytest.raises(ReaderError, match="press S to save it"):
        export(vocabulary, "csv", tmp_path / "words.csv")
    with pytest.raises(ReaderError, match="among those that were asked for"):
        export(vocabulary, "csv", tmp_path / "words.csv", Selection(WordFilter("猫")))
    assert not (tmp_path / "words.csv").exists()


def test_a_failed_export_leaves_the_old_file(
    vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_half(_words: object, path: Path, _columns: object) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    vocabulary.save(KAIDAN)
    target = tmp_path / "words.csv"
    target.write_text("old")
    monkeypatch.setitem(export_module._TABLES, "csv", write_half)
    with pytest.raises(ReaderError, match="No space left"):
        export(vocabulary, "csv", target)
    assert target.read_text() == "old"


def test_a_folder_that_is_not_there(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save(KAIDAN)
    with pytest.raises(ReaderError, match="Choose another folder"):
        export(vocabulary, "apkg", tmp_path / "nowhere" / "words.apkg")


# --- which words, which columns ---


def _exported(vocabulary: Vocabulary, target: Path, selection: Selection | None) -> list[str]:
    export(vocabulary, "tsv", target, selection, ["Expression"])
    return target.read_text(encoding="utf-8-sig").splitlines()[1:]


def test_chosen_words(vocabulary: Vocabulary, tmp_path: Path) -> None:
    target = tmp_path / "words.tsv"
    vocabulary.save_all([KAIDAN, MITOMERU, TEN_THOUSANDS])
    vocabulary.set_status([TEN_THOUSANDS], Status.IGNORED)
    known = WordFilter(statuses=frozenset({Status.IGNORED}))
    assert _exported(vocabulary, target, None) == ["会談", "認める"]
    assert _exported(vocabulary, target, Selection(marked=True)) == ["会談", "認める", "10万人"]
    assert _exported(vocabulary, target, Selection(known, marked=True)) == ["10万人"]
    keys = (MITOMERU.key, WordKey(7, "x", "x"), KAIDAN.key)
    assert _exported(vocabulary, target, Selection(keys=keys)) == ["認める", "会談"]


def test_since_the_last_export(vocabulary: Vocabulary, tmp_path: Path) -> None:
    target = tmp_path / "words.tsv"

    def new() -> Selection:
        return Selection(WordFilter(newer_than=vocabulary.last_export("tsv")))

    vocabulary.save_all([KAIDAN, MITOMERU])
    assert _exported(vocabulary, target, Selection(keys=(KAIDAN.key,))) == ["会談"]
    assert _exported(vocabulary, target, new()) == ["会談", "認める"]  # one word is not the vocabulary
    with pytest.raises(ReaderError, match="since the last export"):
        _exported(vocabulary, target, new())
    vocabulary.edit_note(MITOMERU.key, "changed")
    assert _exported(vocabulary, target, new()) == ["認める"]


def test_what_went_to_anki_is_noted(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save_all([KAIDAN, MITOMERU])
    export(vocabulary, "apkg", tmp_path / "words.apkg", Selection(keys=(KAIDAN.key,)))
    assert vocabulary.count(WordFilter(in_anki=True)) == 1


def test_a_column_that_there_is_not(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save(KAIDAN)
    with pytest.raises(ReaderError, match='no column "Colour"'):
        export(vocabulary, "csv", tmp_path / "words.csv", None, ["Expression", "Colour"])


def test_json_has_everything_or_what_is_of_the_chosen_words(vocabulary: Vocabulary, tmp_path: Path) -> None:
    target = tmp_path / "words.json"
    vocabulary.set_status([KAIDAN, MITOMERU], Status.KNOWN)
    vocabulary.correct(Correction(CorrectionTarget("今日", Scope.EVERYWHERE), reading="きょう"))
    assert export(vocabulary, "json", target) == 2
    whole = contents_of(target.read_bytes())
    assert whole == (tuple(reversed(vocabulary.words())), vocabulary.corrections(), (), vocabulary.history())
    export(vocabulary, "json", target, Selection(keys=(KAIDAN.key,), marked=True))
    part = contents_of(target.read_bytes())
    assert [word.key for word in part.words] == [change.key for change in part.history] == [KAIDAN.key]
    assert part.corrections == ()
