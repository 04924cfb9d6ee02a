"""What is said where there is no font for Japanese."""

from __future__ import annotations

import pytest

from reader.ui.fonts import missing_font_notice


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
