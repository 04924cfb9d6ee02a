"""Where the user's files are, and that one option moves all of them."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from reader.paths import paths_in


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    paths = astuple(paths_in(tmp_path))
    assert {path.parent for path in paths} == {tmp_path}
    assert len(set(paths)) == len(paths)
    assert list(tmp_path.iterdir()) == []


def test_a_relative_folder_stays_where_it_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = paths_in(Path("demo"))
    monkeypatch.chdir("/")
    assert paths.library == tmp_path / "demo" / "library.sqlite"


def test_a_home_folder_is_spelt_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert paths_in(Path("~/demo")).settings == tmp_path / "demo" / "settings.json"


def test_without_a_folder_the_system_decides() -> None:
    paths = paths_in()
    assert all(path.is_absolute() for path in astuple(paths))
    assert all("japanese-reader" in path.parts for path in astuple(paths))
    assert paths.vocabulary.parent == paths.library.parent
