"""The command line as a user types it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import run
from reader.paths import paths_in
from reader.vocabulary.store import Vocabulary


def _reader(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def test_version_names_the_licence_and_the_sources_of_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["--version"])
    output = capsys.readouterr().out
    assert stop.value.code == 0
    assert output.startswith(f"reader {__version__}\n")
    for name in (
        "GNU General Public License",
        "JMdict",
        "JMnedict",
        "KANJIDIC2",
        "EDRDG",
        "UniDic",
        "pykakasi",
    ):
        assert name in output


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["analyze", "--help"],
        ["align", "--help"],
        ["export", "--help"],
        ["analyze", "--json", "-"],
    ],
)
def test_commands_import_no_qt(arguments: Sequence[str]) -> None:
    script = (
        "import sys\n"
        "from reader.cli import run\n"
        f"try: run({list(arguments)!r})\n"
        "except SystemExit: pass\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input="猫", capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def test_analyze_prints_an_object_for_each_line_that_is_not_blank(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("朝の市場\r\n\r\n魚を二匹買った。", encoding="utf-8")
    done = _reader("analyze", "--json", str(text))
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["line"], first["text"]) == (1, "朝の市場")
    assert (second["line"], second["text"]) == (3, "魚を二匹買った。")
    bought = second["words"][-1]
    assert (bought["surface"], bought["base"], bought["reading"]) == ("買った", "買う", "かった")
    assert bought["inflection"] == ["past"]
    assert bought["ruby"] == [[bought["start"], bought["start"] + 1, "か"]]
    assert bought["entries"][0]["headword"] == "買う"
    assert "to buy" in bought["entries"][0]["gloss"]


def test_analyze_reads_standard_input() -> None:
    done = _reader("analyze", "--json", "-", stdin="雨が降る\n")
    assert [word["surface"] for word in json.loads(done.stdout)["words"]] == ["雨", "が", "降る"]


def test_align_prints_an_object_for_each_group(tmp_path: Path) -> None:
    japanese, english = tmp_path / "a.ja.txt", tmp_path / "a.en.txt"
    japanese.write_text("朝の市場\n魚を240匹買った。", encoding="utf-8")
    english.write_text("I bought 240 fish.\n", encoding="utf-8")
    done = _reader("align", str(japanese), str(english))
    assert done.returncode == 0, done.stderr
    title, bought = map(json.loads, done.stdout.splitlines())
    assert (title["ja"], title["en"]) == ([0, 4], None)
    assert (bought["ja"], bought["en"]) == ([5, 15], [0, 18])
    assert 0.5 < bought["confidence"] <= 1
    assert done.stderr == ""


def test_align_says_on_standard_error_that_two_texts_do_not_match() -> None:
    done = _reader("align", "articles/1-tsunami-warning.ja.txt", "articles/4-morning-market.en.txt")
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr.startswith("reader: These two texts do not seem to match: ")


def test_a_missing_file_is_one_sentence_on_standard_error(tmp_path: Path) -> None:
    done = _reader("analyze", "--json", str(tmp_path / "nothing.txt"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("reader: ")
    assert "nothing.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("is_there", [False, True])
def test_exporting_nothing_says_what_to_do_and_makes_nothing(tmp_path: Path, is_there: bool) -> None:
    target, data = tmp_path / "words.csv", tmp_path / "data"
    if is_there:
        Vocabulary(paths_in(data).vocabulary).close()
    done = _reader("--data-dir", str(data), "export", "--format", "csv", str(target))
    assert done.returncode == 1
    assert done.stderr.startswith("reader: There ")
    assert "Traceback" not in done.stderr
    assert not target.exists()
    assert data.exists() is is_there


def test_without_a_display_the_window_says_how_to_try_it() -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = _reader("--data-dir", "unused", **environment)
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "xvfb-run" in done.stderr


def test_a_display_that_does_not_answer_is_no_display() -> None:
    done = _reader("--data-dir", "unused", DISPLAY=":987", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "no display" in done.stderr
