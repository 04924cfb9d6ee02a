"""The headword with its furigana."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model import Ruby
from reader.ui.panel.ruby_label import RubyLabel, is_kanji


def make(qtbot: QtBot, width: int = 300) -> RubyLabel:
    label = RubyLabel("", 32)
    qtbot.addWidget(label)
    label.resize(width, 80)
    label.show()
    return label


def ink(label: RubyLabel) -> QImage:
    return label.grab().toImage()


def test_only_kanji_lead_to_a_page() -> None:
    assert [c for c in "会くク々12A𠮷" if is_kanji(c)] == ["会", "𠮷"]


def test_clicking_a_kanji_chooses_it_and_kana_do_nothing(qtbot: QtBot) -> None:
    label = make(qtbot)
    label.set_word("避ける", (Ruby(0, 1, "さ"),))
    with qtbot.waitSignal(label.kanji_chosen) as chosen:
        QTest.mouseClick(label, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(16, 40))
    assert chosen.args == ["避"]
    with qtbot.assertNotEmitted(label.kanji_chosen):
        QTest.mouseClick(label, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(48, 40))


def test_readings_share_the_room_over_a_compound_before_they_space_it(qtbot: QtBot) -> None:
    label = make(qtbot)
    label.set_word(
        "緊張緩和", (Ruby(0, 1, "きん"), Ruby(1, 2, "ちょう"), Ruby(2, 3, "かん"), Ruby(3, 4, "わ"))
    )
    with qtbot.waitSignal(label.kanji_chosen) as chosen:
        QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(3 * 32 + 2, 40))
    assert chosen.args == ["和"]


def test_arrow_keys_go_round_the_kanji(qtbot: QtBot) -> None:
    label = make(qtbot)
    label.set_word("引き分け", (Ruby(0, 1, "ひ"), Ruby(2, 3, "わ")))
    label.activateWindow()
    qtbot.waitUntil(label.isActiveWindow)
    label.setFocus()
    chosen: list[str] = []
    label.kanji_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(label, key)
    assert chosen == ["引", "分", "引"]


def test_a_shorter_word_can_follow_a_longer_one_at_once(qtbot: QtBot) -> None:
    label = make(qtbot)
    label.set_word("北大西洋条約機構", ())
    ink(label)
    label.set_word("魚", (Ruby(0, 1, "さかな"),))
    assert ink(label) != QImage()
    assert label.text() == "魚"


def test_a_long_word_takes_more_lines_rather_than_being_cut(qtbot: QtBot) -> None:
    label = make(qtbot, 120)
    label.set_word("経済", ())
    low = label.heightForWidth(120)
    label.set_word("アジア太平洋経済協力会議", ())
    assert label.heightForWidth(120) > low
    assert label.heightForWidth(2000) == low
