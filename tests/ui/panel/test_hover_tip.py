"""What the tip beside a word says, and where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.model import EntryKind, EntryRef, PartOfSpeech, Word
from reader.ui.panel.hover_tip import HoverTip, tip_text


def word(surface: str, reading: str, headword: str = "", *glosses: str) -> Word:
    entry = EntryRef(1, EntryKind.WORD, 0, len(surface), headword, reading, glosses)
    entries = (entry,) if headword else ()
    return Word(0, len(surface), surface, surface, reading, reading, PartOfSpeech.NOUN, entries=entries)


def number(surface: str, reading: str, meaning: str) -> Word:
    part = EntryRef(1, EntryKind.WORD, 2, len(surface), "人", "にん", ("counter for people",))
    return word(surface, reading)._replace(pos=PartOfSpeech.NUMBER, entries=(part,), meaning=meaning)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (word("会談", "かいだん", "会談", "talks", "a", "b"), "かいだん　talks; a"),
        (word("見た", "みた", "見る", "to see"), "みた　見る to see"),
        (word("ねこ", "ねこ", "ねこ", "cat"), "cat"),
        (word("カメラ", "かめら"), ""),
        (word("10万人", "じゅうまんにん"), "じゅうまんにん"),
        (number("10万人", "じゅうまんにん", "100,000 people"), "じゅうまんにん　100,000 people"),
    ],
)
def test_the_tip_says_what_the_word_does_not(given: Word, expected: str) -> None:
    assert tip_text(given) == expected


@pytest.mark.parametrize("is_vertical", [False, True])
@pytest.mark.parametrize("at", [(10, 10), (380, 10), (10, 270), (390, 290)])
def test_the_tip_stays_in_the_window_and_off_the_word(
    qtbot: QtBot, at: tuple[int, int], is_vertical: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    tip = HoverTip(window)
    box = QRect(QPoint(*at), QSize(40, 24))
    tip.show_for(
        "かいだん　talks", QRect(window.mapToGlobal(box.topLeft()), box.size()), is_vertical=is_vertical
    )
    assert tip.isVisible()
    assert window.rect().contains(tip.geometry())
    assert not tip.geometry().intersects(box)
    tip.show_for("", box)
    assert not tip.isVisible()
