"""What is built from the project holds everything, and runs where the checkout is not."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import reader

ROOT = Path(__file__).parent.parent
CODE_AND_DATA = {".py", ".sql", ".css", ".html", ".svg", ".qss", ".typed", ".txt", ".json", ".gz", ".xz"}


def _shipped(source: Path, folder: str) -> set[str]:
    """The files below one of the project's folders that an installed program needs."""
    return {
        path.relative_to(source).as_posix()
        for path in (source / folder).rglob("*")
        if path.is_file() and path.suffix in CODE_AND_DATA and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to build in, since building leaves folders behind. Built without a network and without pip's."""
    copy = tmp_path_factory.mktemp("source") / "project"
    leave = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")
    shutil.copytree(ROOT, copy, ignore=leave)
    return copy


def _build(source: Path, kind: str, target: Path) -> Path:
    script = "import sys; from setuptools import build_meta as b; print(getattr(b, sys.argv[1])(sys.argv[2]))"
    subprocess.run(
        [sys.executable, "-c", script, kind, str(target)], cwd=source, check=True, capture_output=True
    )
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel holds, as it would be in site-packages."""
    wheel = _build(source, "build_wheel", tmp_path_factory.mktemp("wheel"))
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_the_wheel_holds_code_data_and_sample_articles(source: Path, installed: Path) -> None:
    there = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    expected = _shipped(source, "reader")
    data = _shipped(source, "articles") | _shipped(source, "resources")
    expected |= {f"reader/_data/{name}" for name in data}
    assert expected - there == set()


def test_the_wheel_brings_what_a_desktop_needs(installed: Path) -> None:
    there = {path.relative_to(installed).as_posix() for path in installed.glob("*.data/data/share/**/*.*")}
    assert {name.split("/data/share/")[1] for name in there} == {
        "applications/japanese-reader.desktop",
        "icons/hicolor/scalable/apps/japanese-reader.svg",
        "metainfo/japanese-reader.metainfo.xml",
    }


def test_the_source_archive_builds_the_same(source: Path, tmp_path: Path) -> None:
    archive = _build(source, "build_sdist", tmp_path)
    with tarfile.open(archive) as tar:
        there = {name.split("/", 1)[1] for name in tar.getnames() if "/" in name}
    expected = {"LICENSE", "README.md", "pyproject.toml", "constraints.txt", "Makefile"}
    for folder in ("reader", "articles", "resources", "tests"):
        expected |= _shipped(source, folder)
    assert expected - there == set()


def test_the_installed_program_runs_and_finds_its_files(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    assert run("-m", "reader", "--version").startswith(f"reader {reader.__version__}\n")
    where = run("-c", "from reader.resources import resource; print(resource('articles'))").strip()
    assert Path(where) == installed / "reader" / "_data" / "articles"
    assert list(Path(where).glob("*.ja.txt"))


def test_every_dependency_is_pinned_in_its_own_line() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        assert requirement.split(">")[0] in pins


def test_desktop_file_and_metainfo_name_the_same_program() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str  # type: ignore[assignment,method-assign]
    desktop.read(ROOT / "resources" / "japanese-reader.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    metainfo = ElementTree.parse(ROOT / "resources" / "japanese-reader.metainfo.xml").getroot()
    assert metainfo.findtext("name") == entry["Name"]
    assert metainfo.findtext("launchable") == "japanese-reader.desktop"
    assert (ROOT / "resources" / f"{entry['Icon']}.svg").is_file()
    assert metainfo.findtext("provides/binary") == entry["Exec"].split()[0]
    releases = [release.get("version") for release in metainfo.iter("release")]
    assert releases[0] == reader.__version__
