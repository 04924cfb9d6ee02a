"""What UniDic's dictionary file has for a spelling."""

from __future__ import annotations

import pytest

from reader.language.unidic import unidic_readings


@pytest.mark.parametrize(
    ("surface", "readings"),
    [
        ("今日", ["きょう", "こんにち"]),
        ("行っ", ["いっ", "おこなっ", "やっ"]),
        ("ドア", ["どあ"]),
        ("犬が", []),  # two words
        ("", []),
        ("\ud800", []),
        ("x" * 1000, []),
    ],
)
def test_readings(surface: str, readings: list[str]) -> None:
    found = unidic_readings(surface)
    assert [each.text for each in found] == readings
    assert [each.gap for each in found] == sorted(each.gap for each in found)
    assert not found or found[0].gap == 0


def test_parts_of_speech() -> None:
    kinds = {each.text: each.kinds for each in unidic_readings("人")}
    assert "名詞" in kinds["ひと"]
    assert "接尾辞" in kinds["にん"]
