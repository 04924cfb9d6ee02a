"""What readings are set in, and what is said where there is no font for Japanese."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.ui.fonts import missing_font_notice, ruby_families


def test_nothing_is_said_where_there_is_one() -> None:
    assert missing_font_notice(["Noto Serif CJK JP"], "linux") == ""


@pytest.mark.parametrize(
    ("platform", "advice"),
    [
        ("linux", "fonts-noto-cjk"),
        ("freebsd14", "fonts-noto-cjk"),
        ("darwin", "Font Book"),
        ("win32", "Settings, Language"),
    ],
)
def test_it_is_said_what_to_do(platform: str, advice: str) -> None:
    notice = missing_font_notice([], platform)
    assert notice.startswith("No font for Japanese is installed")
    assert advice in notice


def test_voiced_kana_are_told_apart_in_readings_of_the_usual_size(qtbot: QtBot) -> None:
    for plain, voiced in ("そぞ", "さざ", "てで", "ほぼ", "ほぽ"):
        assert ink(voiced) - ink(plain) > ink(plain) * 0.04, voiced


def ink(kana: str) -> float:
    """How much black a kana is, in the size of readings over text of the usual size."""
    font = QFont()
    font.setFamilies(ruby_families(""))
    font.setPixelSize(10)
    image = QImage(20, 20, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.drawText(5, 15, kana)
    return sum(255 - value for value in image.constBits()) / 255


def test_readings_are_in_the_typeface_that_the_user_chose() -> None:
    assert ruby_families("Yu Mincho")[0] == "Yu Mincho"
