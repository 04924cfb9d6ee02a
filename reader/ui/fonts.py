"""The typefaces that are used where the user has chosen none, and those that there are to choose from."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFontDatabase

# Of Linux, macOS and Windows, the best first; Qt takes the first that is installed.
JAPANESE_SERIF = (
    "Noto Serif CJK JP",
    "Noto Serif JP",
    "Source Han Serif",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "BIZ UDMincho",
    "IPAexMincho",
    "MS Mincho",
)
JAPANESE_SANS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
)
ENGLISH_SERIF = ("Source Serif 4", "Charter", "Iowan Old Style", "Georgia", "Cambria", "Noto Serif")

_HOW_TO_INSTALL = {
    "linux": "Install one, as with “sudo apt install fonts-noto-cjk”, and start the program again.",
    "darwin": "Install one, such as Noto Serif JP, in Font Book, and start the program again.",
    "win32": "Install one: Settings, Language, add Japanese. Then start the program again.",
}


def text_families(chosen: str) -> list[str]:
    """What Japanese text is set in, best first; ``chosen`` is the user's typeface, "" if it is left to us."""
    return [chosen, *JAPANESE_SERIF] if chosen else list(JAPANESE_SERIF)


def ruby_families(chosen: str) -> list[str]:
    """What its readings are set in: at half the size a serif's thin strokes vanish, and ぞ looks like そ."""
    return text_families(chosen) if chosen else [*JAPANESE_SANS, *JAPANESE_SERIF]


def japanese_families() -> list[str]:
    """The installed typefaces that have Japanese characters."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)


def latin_families() -> list[str]:
    """The installed typefaces that have Latin letters."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.Latin)


def missing_font_notice(families: list[str], platform: str = sys.platform) -> str:
    """What to tell a user who has no typeface for Japanese; "" if there is one among ``families``."""
    if families:
        return ""
    advice = _HOW_TO_INSTALL.get(platform, _HOW_TO_INSTALL["linux"])
    return f"No font for Japanese is installed, so its characters may look like empty boxes. {advice}"
