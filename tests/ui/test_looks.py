"""The controls for fonts, size and spacing."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QSlider
from pytestqt.qtbot import QtBot

from reader.settings import Settings, Theme
from reader.ui.looks import looks_page


def test_each_control_shows_its_setting_and_changes_it_at_once(qtbot: QtBot) -> None:
    changed: dict[str, object] = {}
    settings = Settings(theme=Theme.DARK, zoom=1.5, line_spacing=0.9, line_length=40)
    page = looks_page(settings, changed.update)
    qtbot.addWidget(page)
    theme, japanese, english = page.findChildren(QComboBox)
    size, spacing, length = page.findChildren(QSlider)
    assert (theme.currentText(), japanese.currentIndex(), english.currentIndex()) == ("Dark", 0, 0)
    assert (size.value(), spacing.value(), length.value()) == (150, 90, 40)
    theme.setCurrentIndex(3)
    size.setValue(80)
    spacing.setValue(130)
    length.setValue(24)
    english.setCurrentIndex(1)
    assert changed == {
        "theme": Theme.SEPIA,
        "zoom": 0.8,
        "line_spacing": 1.3,
        "line_length": 24,
        "english_font": english.itemData(1),
    }
    assert "24 characters" in [label.text() for label in page.findChildren(QLabel)]
