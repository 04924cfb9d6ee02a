"""The colours of the themes, and which are in use."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from reader.settings import Theme
from reader.ui.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, SEPIA, Colours
from reader.ui.theme import colours_of

ALL = {"light": LIGHT, "dark": DARK, "sepia": SEPIA, "contrast": CONTRAST, "contrast, dark": CONTRAST_DARK}


@pytest.mark.parametrize(
    ("choice", "is_dark", "is_contrast", "expected"),
    [
        (Theme.SYSTEM, False, False, LIGHT),
        (Theme.SYSTEM, True, False, DARK),
        (Theme.SYSTEM, False, True, CONTRAST),
        (Theme.SYSTEM, True, True, CONTRAST_DARK),
        (Theme.LIGHT, True, True, LIGHT),
        (Theme.DARK, False, False, DARK),
        (Theme.SEPIA, True, False, SEPIA),
        (Theme.CONTRAST, False, False, CONTRAST),
        (Theme.CONTRAST, True, False, CONTRAST_DARK),
    ],
)
def test_colours_in_use(choice: Theme, is_dark: bool, is_contrast: bool, expected: Colours) -> None:
    assert colours_of(choice, is_dark=is_dark, is_contrast=is_contrast) == expected


def luminance(colour: str) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    drawn = QColor(colour)
    parts = [drawn.redF(), drawn.greenF(), drawn.blueF()]
    linear: list[float] = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ALL)
def test_text_can_be_read_on_all_that_it_stands_on(name: str) -> None:
    colours = ALL[name]
    values = asdict(colours)
    backgrounds = ("page", "chrome", "hover", "accent_soft", "selection", "hit", "hit_current", "lit")
    for background in backgrounds:
        assert contrast(colours.text, values[background]) >= (4.5 if background == "hit_current" else 7)
    for background in ("page", "chrome"):
        least = 7 if name.startswith("contrast") else 4.5
        assert contrast(colours.quiet, values[background]) >= least
        assert contrast(colours.accent, values[background]) >= least
