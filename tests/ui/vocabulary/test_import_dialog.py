"""Words from elsewhere come in, with a preview, through the real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from reader.model import WordKey
from reader.settings import Settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.vocabulary.import_dialog import ImportDialog
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.export import export
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen


@pytest.fixture
def dialog(qtbot: QtBot, saved: SavedWords, engine: EngineBridge) -> Iterator[ImportDialog]:
    saved.load()
    dialog = ImportDialog(saved, engine, Settings(), lambda **_: None)
    dialog.show()
    yield dialog
    dialog.close()


def button(dialog: ImportDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def said(dialog: ImportDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if label.wordWrap())


def boxes(dialog: ImportDialog) -> list[QComboBox]:
    """The list, the columns of words and readings, the status."""
    return dialog.findChildren(QComboBox)


def preview(dialog: ImportDialog) -> list[list[str]]:
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    cells = ([table.item(row, column) for column in range(3)] for row in range(table.rowCount()))
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def paste(dialog: ImportDialog, qtbot: QtBot, text: str) -> None:
    field = dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)
    button(dialog, "Read the pasted words").click()
    qtbot.waitUntil(lambda: "found" in said(dialog), timeout=15_000)


def test_pasted_words_are_found_shown_and_known_after_that(
    dialog: ImportDialog, qtbot: QtBot, saved: SavedWords
) -> None:
    paste(dialog, qtbot, "猫\n会談 [かいだん]\nゾゾゾワ\n勉強する")
    assert [row[:2] for row in preview(dialog)] == [
        ["猫", "猫"],
        ["会談", "会談"],
        ["ゾゾゾワ", "—"],
        ["勉強する", "勉強"],
    ]
    assert said(dialog).startswith("3 words found")
    assert "1 not in the dictionary" in said(dialog)
    button(dialog, "Import").click()
    qtbot.waitUntil(lambda: len(saved.statuses()) == 3)
    assert set(saved.statuses().values()) == {Status.KNOWN}
    saved.undo()
    qtbot.waitUntil(lambda: saved.statuses() == {})


def test_columns_and_status_can_be_chosen(
    dialog: ImportDialog, qtbot: QtBot, saved: SavedWords, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Meaning,Kana,Kanji\ncat,ねこ,猫\ndog,いぬ,犬\n", encoding="utf-8")
    dialog.read_file(file)
    qtbot.waitUntil(lambda: "found" in said(dialog), timeout=15_000)
    _list, words, readings, status = boxes(dialog)
    for box, text in ((words, "Kanji: 猫"), (readings, "Kana: ねこ")):
        box.setCurrentText(text)
        box.activated.emit(box.currentIndex())
    qtbot.waitUntil(button(dialog, "Import").isEnabled, timeout=15_000)
    assert [row[0] for row in preview(dialog)] == ["猫", "犬"]
    status.setCurrentText("Learning")
    button(dialog, "Import").click()
    qtbot.waitUntil(lambda: len(saved.statuses()) == 2)
    assert set(saved.statuses().values()) == {Status.LEARNING}


def test_what_this_program_exported_comes_back_as_it_was(
    dialog: ImportDialog,
    qtbot: QtBot,
    saved: SavedWords,
    tmp_path: Path,
    stored: Callable[[WordKey], SavedWord | None],
) -> None:
    file = tmp_path / "all.json"
    with closing(Vocabulary(tmp_path / "other.sqlite")) as other:
        other.save_all([KAIDAN, MITOMERU])
        other.edit_note(KAIDAN.key, "a note")
        other.tag([KAIDAN.key], ["politics"])
        export(other, "json", file)
        expected = other.get(KAIDAN.key)
    dialog.read_file(file)
    qtbot.waitUntil(lambda: "An export of this program: 2 words" in said(dialog))
    button(dialog, "Import").click()
    qtbot.waitUntil(lambda: len(saved.statuses()) == 2)
    assert stored(KAIDAN.key) == expected


@pytest.mark.parametrize(("name", "content"), [("empty.txt", b""), ("no.apkg", b"PK\3\4 broken")])
def test_what_holds_no_words_is_said(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    dialog.read_file(file)
    qtbot.waitUntil(lambda: said(dialog) not in ("", "Reading…"), timeout=15_000)
    assert not button(dialog, "Import").isEnabled()
    dialog.read_file(tmp_path / "not there.csv")
    qtbot.waitUntil(lambda: "not there" in said(dialog), timeout=15_000)
