"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.files import replacing


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("name", ["words.csv", "単語帳.csv", "x" * 250 + ".csv"])
def test_a_new_file(tmp_path: Path, name: str) -> None:
    with replacing(tmp_path / name) as temporary:
        temporary.write_text("単語")
        assert names(tmp_path) == [temporary.name]
    assert names(tmp_path) == [name]
    assert (tmp_path / name).read_text() == "単語"


def test_an_old_file_is_there_until_the_new_one_is(tmp_path: Path) -> None:
    target = tmp_path / "words.csv"
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "words.csv"
    target.write_text("old")
    with pytest.raises(error), replacing(target) as temporary:
        temporary.write_text("half")
        raise error
    assert target.read_text() == "old"
    assert names(tmp_path) == ["words.csv"]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    target = tmp_path / "words.csv"
    target.write_text("old")
    with pytest.raises(ReaderError, match=r"No space left.*unchanged"), replacing(target):
        raise OSError(28, "No space left on device")
    assert target.read_text() == "old"
    assert names(tmp_path) == ["words.csv"]


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="Choose another folder"), replacing(tmp_path / "no" / "words.csv"):
        pytest.fail("the block must not run")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "words.csv").mkdir()
    with pytest.raises(ReaderError, match="could not be written"), replacing(tmp_path / "words.csv") as file:
        file.write_text("new")
    assert names(tmp_path) == ["words.csv"]


@pytest.mark.skipif(os.name != "posix", reason="rights work differently here")
@pytest.mark.parametrize("rights", [0o600, 0o644, 0o400])
def test_the_new_file_has_the_rights_of_the_old(tmp_path: Path, rights: int) -> None:
    target = tmp_path / "words.csv"
    target.write_text("old")
    target.chmod(rights)
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert temporary.stat().st_mode & 0o077 == rights & 0o077
    assert target.stat().st_mode & 0o777 == rights


@pytest.mark.skipif(os.name != "posix", reason="rights work differently here")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").touch()
    with replacing(tmp_path / "words.csv"):
        pass
    assert (tmp_path / "words.csv").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "words.csv").write_text("old")
    link = tmp_path / "words.csv"
    link.symlink_to(kept / "words.csv")
    with replacing(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert (kept / "words.csv").read_text() == "new"
