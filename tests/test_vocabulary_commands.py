"""``reader vocabulary``: each command as a user types it, on the window's own file."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import run
from reader.paths import Paths, paths_in
from reader.vocabulary.anki import write_apkg
from reader.vocabulary.json_file import contents_of
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.queries import WordFilter
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, said

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path / "user")


@pytest.fixture
def reader(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs ``reader vocabulary`` and gives its exit status, standard output and standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        status = run(["--data-dir", str(paths.vocabulary.parent), "vocabulary", *arguments])
        return (status, *capsys.readouterr())

    return command


def _save(paths: Paths, *words: SavedWord) -> None:
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        vocabulary.save_all(words)


def _words(paths: Paths) -> dict[str, SavedWord]:
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        return {word.key.spelling: word for word in vocabulary.words()}


def test_a_table_of_words(reader: Command, paths: Paths) -> None:
    _save(paths, KAIDAN._replace(gloss="talks\nmeeting"), MITOMERU, TEN_THOUSANDS)
    status, output, _ = reader("list", "--sort", "reading")
    assert status == 0
    assert output.splitlines() == [
        "会談    かいだん        new  talks",
        "10万人  じゅうまんにん  new",
        "認める  みとめる        new  to recognize; to admit",
    ]


def test_json_and_a_choice_of_words(reader: Command, paths: Paths) -> None:
    _save(paths, KAIDAN._replace(tags=("news",)), MITOMERU)
    _, output, _ = reader("list", "--json", "--tag", "news", "--status", "new", "--search", "tal")
    (word,) = map(json.loads, output.splitlines())
    assert (word["spelling"], word["tags"], word["sentences"][0]["text"]) == (
        "会談",
        ["news"],
        "両首脳は会談した。",
    )
    assert len(reader("list", "--limit", "1")[1].splitlines()) == 1
    assert reader("list", "--status", "known")[1] == ""


def test_a_word_that_was_added_is_what_the_window_would_save(reader: Command, paths: Paths) -> None:
    status, output, _ = reader(
        "add",
        "認める",
        "--sentence",
        "誤りを認めるべきだ。",
        "--note",
        "n",
        "--tag",
        "a",
        "--status",
        "learning",
    )
    assert (status, output.split()[:3]) == (0, ["認める", "みとめる", "learning"])
    word = _words(paths)["認める"]
    assert word.key.entry_id
    assert (word.note, word.tags, word.status) == ("n", ("a",), Status.LEARNING)
    assert word.encounters[0].surface == "認める"
    assert "admit" in word.gloss
    reader("add", "認める", "--sentence", "事実を認める。", "--json")
    assert len(_words(paths)["認める"].encounters) == 2


def test_a_word_that_no_dictionary_has_needs_a_reading(reader: Command, paths: Paths) -> None:
    status, _, told = reader("add", "ぬるぽ語")
    assert status == 1
    assert "--reading" in told
    assert reader("add", "ぬるぽ語", "--reading", "ヌルポゴ")[0] == 0
    assert _words(paths)["ぬるぽ語"].key == (None, "ぬるぽ語", "ぬるぽご")


def test_adding_is_durable_when_the_command_returns(paths: Paths) -> None:
    command = [sys.executable, "-m", "reader", "--data-dir", str(paths.vocabulary.parent)]
    subprocess.run([*command, "vocabulary", "add", "猫"], check=True, capture_output=True)
    assert list(_words(paths)) == ["猫"]


# --- import and export ---


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_what_was_exported_comes_back(reader: Command, paths: Paths, tmp_path: Path, format_: str) -> None:
    _save(paths, KAIDAN, MITOMERU)
    before = _words(paths)
    target = tmp_path / f"words.{format_}"
    assert reader("export", str(target)) == (0, "", f"2 words written to {target}\n")
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        vocabulary.delete([KAIDAN.key])
    assert reader("import", str(target))[2].startswith("1 words added, ")
    assert _words(paths)["会談"].key == before["会談"].key
    assert reader("import", "--dry-run", str(target))[0] == 0


def test_export_of_some_words_and_columns(reader: Command, paths: Paths, tmp_path: Path) -> None:
    _save(paths, KAIDAN, MITOMERU)
    target = tmp_path / "words.txt"
    reader("export", str(target), "--format", "tsv", "--columns", "Expression,Status", "--search", "admit")
    assert target.read_text(encoding="utf-8-sig") == "Expression\tStatus\n認める\tnew\n"
    reader("export", str(target), "--format", "tsv")
    status, _, told = reader("export", str(target), "--format", "tsv", "--new")
    assert (status, "since the last export" in told) == (1, True)
    status, _, told = reader("export", str(tmp_path / "words.xyz"))
    assert (status, 'no format "xyz"' in told) == (1, True)


def test_json_has_all_that_was_marked(reader: Command, paths: Paths, tmp_path: Path) -> None:
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        vocabulary.set_status([KAIDAN], Status.IGNORED)
    reader("export", str(tmp_path / "words.json"))
    assert len(contents_of((tmp_path / "words.json").read_bytes()).words) == 1


def test_a_list_of_known_words(reader: Command, paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_text("猫\n認める\nぬるぽ語\n", encoding="utf-8")
    status, output, told = reader("import", "--dry-run", str(file))
    assert (status, len(output.splitlines())) == (0, 2)
    assert not paths.vocabulary.exists()
    assert reader("import", str(file))[0] == 0
    assert {word.status for word in _words(paths).values()} == {Status.KNOWN}
    assert "1 not in the dictionary: ぬるぽ語" in told


def test_a_deck_of_anki(reader: Command, paths: Paths, tmp_path: Path) -> None:
    (word,) = [json.loads(line) for line in reader("add", "猫", "--json")[1].splitlines()]
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        write_apkg(vocabulary.words(), tmp_path / "deck.apkg")
        vocabulary.delete(word.key for word in vocabulary.words())
    assert reader("import", str(tmp_path / "deck.apkg"), "--status", "known")[0] == 0
    assert _words(paths)["猫"].key.entry_id == word["entry"]
    assert _words(paths)["猫"].status is Status.KNOWN
    status, _, told = reader("import", str(tmp_path / "deck.apkg"), "--table", "2")
    assert (status, "no number 2" in told) == (1, True)


# --- backup, restore, check ---


def test_backup_and_restore(reader: Command, paths: Paths) -> None:
    _save(paths, KAIDAN)
    backup = reader("backup")[1].strip()
    assert reader("backup", "--list")[1].split() == [backup]
    _save(paths, MITOMERU)
    told = reader("restore")[2]
    assert "0 words come back, 1 go, 0 change" in told
    assert "add --yes" in told
    assert len(_words(paths)) == 2
    assert reader("restore", backup, "--yes")[0] == 0
    assert list(_words(paths)) == ["会談"]


def test_check_and_repair(reader: Command, paths: Paths) -> None:
    _save(paths, KAIDAN)
    assert "is sound: 1 words" in reader("check")[2]
    paths.vocabulary.write_bytes(b"no vocabulary at all" * 500)
    status, _, told = reader("check")
    assert (status, "is damaged" in told) == (1, True)
    status, _, told = reader("check", "--repair")
    assert (status, "can be restored" in told) == (0, True)
    assert reader("restore", "--yes")[0] == 0
    assert list(_words(paths)) == ["会談"]


@pytest.mark.parametrize("command", ["list", "backup", "check"])
def test_a_vocabulary_that_is_not_there_is_not_made(reader: Command, paths: Paths, command: str) -> None:
    status, _, told = reader(command)
    assert (status, "There is no vocabulary" in told) == (1, True)
    assert not paths.vocabulary.exists()


def test_a_file_that_is_not_there(reader: Command, tmp_path: Path) -> None:
    status, _, told = reader("import", str(tmp_path / "none.json"))
    assert (status, "cannot be read" in told) == (1, True)


def test_a_list_takes_no_word_back(paths: Paths) -> None:
    with closing(Vocabulary(paths.vocabulary)) as vocabulary:
        vocabulary.set_status([KAIDAN], Status.KNOWN)
        vocabulary.set_status([MITOMERU], Status.LEARNING)
        marked = [word._replace(status=Status.LEARNING) for word in (KAIDAN, MITOMERU, TEN_THOUSANDS)]
        assert [word.status for word in vocabulary.mark(marked)] == [
            Status.KNOWN,
            Status.LEARNING,
            Status.LEARNING,
        ]
        assert said(vocabulary.undo()) == "Importing 3 words undone"
        assert vocabulary.count(WordFilter()) == 2
