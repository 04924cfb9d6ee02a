"""Sending words to Anki from the window: a real collection behind a local server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from reader.model import Duplicates, WordKey
from reader.settings import Settings
from reader.ui.background import BackgroundWorker
from reader.ui.vocabulary.anki_dialog import AnkiDialog, summary
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.ankiconnect import Report
from reader.vocabulary.model import SavedWord, Status
from tests.vocabulary.anki_server import AnkiServer, serving
from tests.vocabulary.examples import KAIDAN, MITOMERU

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen

IGNORED = SavedWord(WordKey(7, "犬", "いぬ"), "noun", "dog", status=Status.IGNORED)
Open = Callable[..., AnkiDialog]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[AnkiServer]:
    collection = Collection(str(tmp_path / "collection.anki2"))
    with serving(collection) as server:
        yield server
    collection.close()


@pytest.fixture
def changed() -> dict[str, Any]:
    return {}


@pytest.fixture
def open_dialog(saved: SavedWords, server: AnkiServer, changed: dict[str, Any]) -> Iterator[Open]:
    worker = BackgroundWorker(waits_at_close=False)
    worker.broke.connect(pytest.fail)
    saved.save_all([KAIDAN, MITOMERU, IGNORED])

    def open_(settings: Settings | None = None, selected: tuple[SavedWord, ...] = ()) -> AnkiDialog:
        settings = settings or Settings(anki_port=server.port)
        dialog = AnkiDialog(
            saved, worker, settings, lambda **fields: changed.update(fields), selected=selected
        )
        dialog.show()
        return dialog

    yield open_
    worker.close()


def boxes(dialog: AnkiDialog) -> list[list[str]]:
    """The texts of the boxes for words, deck and note type."""
    return [[box.itemText(n) for n in range(box.count())] for box in dialog.findChildren(QComboBox)[:3]]


def button(dialog: AnkiDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def said(dialog: AnkiDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if label.wordWrap())


def test_words_are_sent_with_the_fields_that_their_names_say(
    open_dialog: Open, qtbot: QtBot, server: AnkiServer, changed: dict[str, Any], saved: SavedWords
) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(lambda: button(dialog, "Send").isEnabled() and len(boxes(dialog)[0]) == 2)
    assert boxes(dialog)[0] == ["Not sent to Anki yet (2)", "All that are new or being learnt (2)"]
    assert "Default" in boxes(dialog)[1]
    assert "Basic" in boxes(dialog)[2]
    with qtbot.waitSignal(saved.changed):
        button(dialog, "Send").click()
    assert said(dialog) == "2 added."
    assert changed["anki_note_type"] == "Basic"
    assert changed["anki_fields"] == (("Front", "Expression"), ("Back", "Meaning"))
    notes = [server.collection.get_note(number).fields for number in server.collection.find_notes("")]
    assert notes == [["会談", "talks"], ["認める", "to recognize; to admit"]]
    left = ["Not sent to Anki yet (0)", "All that are new or being learnt (2)"]
    qtbot.waitUntil(lambda: boxes(dialog)[0] == left)
    dialog.close()
    again = open_dialog()
    qtbot.waitUntil(lambda: boxes(again)[0] == left)
    again.close()


@pytest.mark.parametrize(
    ("policy", "expected"), [("Leave it as it is", "2 there already."), ("Update its fields", "2 updated.")]
)
def test_what_is_there_is_left_or_updated(
    open_dialog: Open, qtbot: QtBot, saved: SavedWords, policy: str, expected: str
) -> None:
    dialog = open_dialog(selected=(KAIDAN, MITOMERU))
    qtbot.waitUntil(lambda: button(dialog, "Send").isEnabled() and len(boxes(dialog)[0]) == 3)
    for meaning in ("Meaning", "Sentence"):  # the second time the notes hold something else
        dialog.findChildren(QComboBox)[-1].setCurrentText(meaning)
        dialog.findChildren(QComboBox)[3].setCurrentText(policy)
        with qtbot.waitSignal(saved.changed):
            button(dialog, "Send").click()
    assert said(dialog) == expected
    dialog.close()


def test_what_was_chosen_comes_back(open_dialog: Open, qtbot: QtBot, server: AnkiServer) -> None:
    server.collection.decks.id("日本語")
    settings = Settings(
        anki_port=server.port,
        anki_deck="日本語",
        anki_note_type="Basic",
        anki_fields=(("Front", "Sentence"), ("Back", "Expression")),
        anki_duplicates=Duplicates.ADD,
    )
    dialog = open_dialog(settings, selected=(KAIDAN,))
    qtbot.waitUntil(lambda: button(dialog, "Send").isEnabled() and len(boxes(dialog)[0]) == 3)
    chosen = [box.currentText() for box in dialog.findChildren(QComboBox)]
    assert chosen == ["Selected (1)", "日本語", "Basic", "Add another note", "Sentence", "Word"]
    dialog.close()


def test_anki_that_is_not_running_is_one_sentence_and_can_be_tried_again(
    open_dialog: Open, qtbot: QtBot, server: AnkiServer
) -> None:
    server.garbled = True
    dialog = open_dialog()
    qtbot.waitUntil(lambda: button(dialog, "Try again").isVisible())
    assert "is not AnkiConnect" in said(dialog)
    assert not button(dialog, "Send").isEnabled()
    server.garbled = False
    button(dialog, "Try again").click()
    qtbot.waitUntil(lambda: button(dialog, "Send").isEnabled())
    assert not button(dialog, "Try again").isVisible()
    dialog.close()


def test_closing_while_words_are_sent_stops_and_keeps_what_arrived(
    open_dialog: Open, qtbot: QtBot, server: AnkiServer, saved: SavedWords
) -> None:
    words = tuple(SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", "word") for n in range(10, 310))
    saved.save_all(words)
    dialog = open_dialog(selected=words)
    qtbot.waitUntil(lambda: button(dialog, "Send").isEnabled() and len(boxes(dialog)[0]) == 3)
    button(dialog, "Send").click()
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.value() > 0)
    with qtbot.waitSignal(saved.changed):
        dialog.close()
    assert 0 < len(server.collection.find_notes("")) < 300


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(), "Nothing was sent."),
        (Report(added=1), "1 added."),
        (Report(added=1200, updated=3, skipped=4), "1,200 added, 3 updated, 4 there already."),
        (
            Report(added=1, failed=[(KAIDAN.key, "no such deck")]),
            "1 added, 1 failed. 会談: no such deck.",
        ),
        (
            Report(failed=[(KAIDAN.key, "x")] * 5, stopped=True),
            "5 failed. 会談: x; 会談: x; 会談: x; and 2 more. Stopped: the rest was not sent.",
        ),
    ],
)
def test_the_counts_are_honest(report: Report, expected: str) -> None:
    assert summary(report) == expected
