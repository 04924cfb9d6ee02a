"""An earlier day's vocabulary comes back, with a preview."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from reader.backups import Backup
from reader.model import WordKey
from reader.ui.vocabulary.restore_dialog import RestoreDialog, named, preview_text
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.restoring import RestorePreview
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen


def test_what_would_change_is_said_and_done(
    qtbot: QtBot, saved: SavedWords, stored: Callable[[WordKey], SavedWord | None]
) -> None:
    saved.save_all([KAIDAN, MITOMERU])
    saved.fetch(lambda vocabulary: vocabulary.back_up(), lambda _backup: None)
    saved.delete([KAIDAN.key])
    saved.set_status([MITOMERU], Status.KNOWN)
    saved.save(TEN_THOUSANDS)
    qtbot.waitUntil(lambda: set(saved.statuses()) == {MITOMERU.key, TEN_THOUSANDS.key})
    dialog = RestoreDialog(saved, saved.path)
    dialog.show()
    button = next(found for found in dialog.findChildren(QPushButton) if found.text() == "Restore")
    label = dialog.findChild(QLabel)
    assert isinstance(label, QLabel)
    qtbot.waitUntil(button.isEnabled)
    assert label.text() == (
        "1 word comes back: 会談\n\n1 word goes: 10万人\n\n1 word becomes as it was: 認める"
    )
    button.click()
    qtbot.waitUntil(lambda: saved.statuses() == {KAIDAN.key: Status.NEW, MITOMERU.key: Status.NEW})
    assert "backed up first" in label.text()
    assert stored(TEN_THOUSANDS.key) is None
    dialog.close()


def test_without_a_backup_the_dialog_says_when_there_will_be_one(qtbot: QtBot, saved: SavedWords) -> None:
    dialog = RestoreDialog(saved, saved.path)
    dialog.show()
    label = dialog.findChild(QLabel)
    assert isinstance(label, QLabel)
    qtbot.waitUntil(lambda: "There is no backup yet" in label.text())
    found = dialog.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    assert found.count() == 0
    dialog.close()


def test_a_long_preview_names_some_of_the_words() -> None:
    words = tuple(KAIDAN._replace(key=WordKey(n, f"語{n}", "ご")) for n in range(1, 1235))
    text = preview_text(RestorePreview(back=words, gone=(), changed=()))
    assert text.startswith("1,234 words come back: 語1、語2")
    assert text.endswith("語12 …")
    assert preview_text(RestorePreview((), (), ())).startswith("This backup holds the same words")


def test_backups_of_one_day_are_told_apart_by_their_time(tmp_path: Path) -> None:
    backup = Backup(tmp_path / "vocabulary.00003.2026-03-01.sqlite", 3, date(2026, 3, 1))
    assert named(backup) == "2026-03-01"
    backup.path.touch()
    for written, name in (
        (datetime(2026, 3, 1, 9, 5), "2026-03-01, 09:05"),
        (datetime(2026, 3, 2, 9, 5), "2026-03-01"),  # the file was copied, or a clock was wrong
    ):
        os.utime(backup.path, (written.timestamp(), written.timestamp()))
        assert named(backup) == name
