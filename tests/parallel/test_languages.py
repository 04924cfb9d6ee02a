"""Texts in the wrong language are told."""

from __future__ import annotations

import pytest

from reader.errors import ReaderError
from reader.parallel.languages import check_languages

JAPANESE = "市場は日曜の朝だけ開く。日が高くなるころには、跡形もなく消えている。" * 3
ENGLISH = "The market is open on Sunday mornings. By the time the sun is high it has vanished. " * 4
CHINESE = "市场只在星期天早上开放。太阳升高的时候，已经消失得无影无踪。" * 3
GERMAN = "Der Markt ist nur am Sonntagmorgen offen. Steht die Sonne hoch, verschwindet er spurlos. " * 6


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        (JAPANESE, ENGLISH),
        ("", ""),
        ("市場", "Market"),
        ("YES", "はい"),
        ("By A. Writer – May 5, 2024\n" + JAPANESE, "『市場』 " + ENGLISH),
    ],
)
def test_what_may_be_right_passes(japanese: str, english: str) -> None:
    check_languages(japanese, english)


@pytest.mark.parametrize(
    ("japanese", "english", "wrong"),
    [
        (GERMAN, ENGLISH, "Japanese"),
        (CHINESE, ENGLISH, "Japanese"),
        (JAPANESE, JAPANESE, "English"),
        (JAPANESE, GERMAN, "English"),
        (JAPANESE, "Рынок открыт только утром в воскресенье. " * 4, "English"),
    ],
)
def test_what_is_clearly_wrong_is_told(japanese: str, english: str, wrong: str) -> None:
    with pytest.raises(ReaderError, match=f"The {wrong} of this pair"):
        check_languages(japanese, english)


def test_texts_the_wrong_way_round_are_told() -> None:
    with pytest.raises(ReaderError, match="the wrong way round"):
        check_languages(ENGLISH, JAPANESE)
