"""The sound of names in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parallel.sounds import english_sound, japanese_sound, latin, likeness

LATIN = [
    ("とうきょう", "tokyo"),
    ("おおさか", "osaka"),
    ("ジュネーブ", "junebu"),
    ("ヴィクトリア", "vikutoria"),
    ("ロッテ", "rote"),
    ("しんじゅく", "shinjuku"),
    ("ファン", "fan"),
]

# The English that a newspaper has for the name, and a word that only looks a little like it.
NAMES = [
    ("プーチン", "Putin", "Boston"),
    ("レズニコフ", "Reznikov", "resident"),
    ("ゼレンスキー", "Zelensky", "selection"),
    ("マルティネス", "Martínez", "market"),
    ("ワシントン", "Washington", "winter"),
    ("ケアロハ", "Kealoha", "cereal"),
    ("ジョンソン", "Johnson", "London"),
    ("チェンナイ", "Chennai", "chance"),
    ("ヒューストン", "Houston", "hospital"),
    ("たかいち", "Takaichi", "taking"),
    ("クリミア", "Crimea", "criminal"),
    ("トランプ", "Trump", "trade"),
]


@pytest.mark.parametrize(("kana", "expected"), LATIN)
def test_kana_in_latin_letters(kana: str, expected: str) -> None:
    assert latin(kana) == expected


@pytest.mark.parametrize(("kana", "name", "other"), NAMES)
def test_a_name_sounds_like_itself_and_not_like_another_word(kana: str, name: str, other: str) -> None:
    sound = japanese_sound(kana)
    assert likeness(sound, english_sound(name)) >= 0.66 > likeness(sound, english_sound(other))


_sounds = st.text("KGSTNRHBaiueowy", max_size=8)


@given(_sounds, _sounds)
def test_likeness_has_no_direction_and_is_whole_for_the_same(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(one, one) == (1.0 if one else 0.0)
    assert likeness(one, other) <= 1.0
