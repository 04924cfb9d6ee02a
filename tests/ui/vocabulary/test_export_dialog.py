"""What the export dialog asks the engine for, and what it remembers."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from reader.settings import ExportRows, Settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.vocabulary.export_dialog import ExportDialog
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.queries import WordFilter
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen

Open = Callable[..., ExportDialog]


@pytest.fixture
def remembered() -> dict[str, Any]:
    return {}


@pytest.fixture
def open_dialog(saved: SavedWords, engine: EngineBridge, remembered: dict[str, Any]) -> Iterator[Open]:
    saved.save_all([KAIDAN, MITOMERU])
    saved.set_status([TEN_THOUSANDS], Status.IGNORED)

    def open_(settings: Settings | None = None, **more: Any) -> ExportDialog:
        dialog = ExportDialog(
            saved, engine, settings or Settings(), lambda **fields: remembered.update(fields), **more
        )
        dialog.show()
        return dialog

    yield open_


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the user chooses, without a suffix."""
    path = tmp_path / "words"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path


def boxes(dialog: ExportDialog) -> tuple[QComboBox, QComboBox]:
    format_, rows = dialog.findChildren(QComboBox)
    return format_, rows


def columns(dialog: ExportDialog) -> QListWidget:
    found = dialog.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def export(dialog: ExportDialog, qtbot: QtBot) -> str:
    """Press the button and wait for what is said."""
    label = next(label for label in dialog.findChildren(QLabel) if label.wordWrap())
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export…").click()
    qtbot.waitUntil(lambda: label.text() not in ("", "Exporting…"), timeout=15_000)
    return label.text()


def exported(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[0] for row in csv.reader(file)][1:]


def test_the_columns_chosen_are_written_and_remembered(
    open_dialog: Open, qtbot: QtBot, target: Path, remembered: dict[str, Any]
) -> None:
    dialog = open_dialog()
    for row in range(columns(dialog).count()):
        item = columns(dialog).item(row)
        item.setCheckState(Qt.CheckState.Checked if row in (0, 9) else Qt.CheckState.Unchecked)
    assert export(dialog, qtbot).startswith("Exported 2 words to ")
    assert target.with_suffix(".csv").read_text(encoding="utf-8-sig").startswith('"Expression","Status"')
    assert remembered["export_columns"] == ("Expression", "Status")
    assert (remembered["export_format"], remembered["export_rows"]) == ("csv", ExportRows.ALL)
    dialog.close()


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        (ExportRows.ALL, {}, ["会談", "認める"]),
        (ExportRows.LISTED, {"listed": WordFilter("かいだん")}, ["会談"]),
        (ExportRows.LISTED, {"listed": WordFilter(statuses=frozenset({Status.IGNORED}))}, ["10万人"]),
        (ExportRows.SELECTED, {"selected": [MITOMERU.key, TEN_THOUSANDS.key]}, ["認める", "10万人"]),
    ],
)
def test_the_words_chosen_are_written(  # noqa: PLR0917
    open_dialog: Open, qtbot: QtBot, target: Path, rows: ExportRows, more: dict[str, Any], expected: list[str]
) -> None:
    dialog = open_dialog(Settings(export_rows=rows), **more)
    assert boxes(dialog)[1].currentData() == rows
    export(dialog, qtbot)
    assert exported(target.with_suffix(".csv")) == expected
    dialog.close()


def test_what_is_new_since_the_last_export_is_written(
    open_dialog: Open, qtbot: QtBot, target: Path, saved: SavedWords
) -> None:
    dialog = open_dialog()
    export(dialog, qtbot)
    dialog.close()
    bird = SavedWord(KAIDAN.key._replace(entry_id=9, spelling="鳥"), "noun", "bird")
    saved.save(bird)
    qtbot.waitUntil(lambda: bird.key in saved.statuses())
    again = open_dialog(Settings(export_rows=ExportRows.NEW))
    assert export(again, qtbot).startswith("Exported 1 word ")
    assert exported(target.with_suffix(".csv")) == ["鳥"]
    again.close()


def test_columns_are_for_tables_and_a_table_needs_one(open_dialog: Open) -> None:
    dialog = open_dialog()
    button = next(found for found in dialog.findChildren(QPushButton) if found.text() == "Export…")
    for row in range(columns(dialog).count()):
        columns(dialog).item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not button.isEnabled()
    boxes(dialog)[0].setCurrentIndex(2)
    assert button.isEnabled()
    assert not columns(dialog).isEnabled()
    dialog.close()


def test_a_refusal_is_said_in_the_dialog(open_dialog: Open, qtbot: QtBot, target: Path) -> None:
    target.with_suffix(".csv").mkdir()
    dialog = open_dialog()
    assert "Exported" not in export(dialog, qtbot)
    dialog.close()
