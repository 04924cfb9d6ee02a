"""A reading over a word: over its kanji only, one by one where there is one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.kana import to_hiragana
from reader.language.characters import is_kanji
from reader.language.ruby import fits, place
from reader.model import Ruby
from tests.language.readings_of_kanji import readings_of

# A word, its reading, and what stands over what.
EXAMPLES = """
緊張緩和     | きんちょうかんわ | 緊きん 張ちょう 緩かん 和わ
今日         | きょう           | 今日きょう
大人         | おとな           | 大人おとな
時計         | とけい           | 時計とけい
学校         | がっこう         | 学がっ 校こう
発表         | はっぴょう       | 発はっ 表ぴょう
国境沿い     | こっきょうぞい   | 国こっ 境きょう 沿ぞ
行われた     | おこなわれた     | 行おこな
聞き手       | ききて           | 聞き 手て
お母さん     | おかあさん       | 母かあ
子供も       | こどもも         | 子こ 供ども
人々         | ひとびと         | 人ひと 々びと
続々と       | ぞくぞくと       | 続ぞく 々ぞく
五ヶ月       | ごかげつ         | 五ご ヶか 月げつ
サッカー場   | さっかーじょう   | 場じょう
Tシャツ      | てぃーしゃつ     | Tてぃー
NATO軍       | NATOぐん         | 軍ぐん
受付         | うけつけ         | 受うけ 付つけ
建物         | たてもの         | 建たて 物もの
売上高       | うりあげだか     | 売うり 上あげ 高だか
割引         | わりびき         | 割わり 引びき
取扱い       | とりあつかい     | 取とり 扱あつか
買い物客     | かいものきゃく   | 買か 物もの 客きゃく
時々         | ときどき         | 時とき 々どき
隅々         | すみずみ         | 隅すみ 々ずみ
年々歳々     | ねんねんさいさい | 年ねん 々ねん 歳さい 々さい
神々しい     | こうごうしい     | 神こう 々ごう
図々しい     | ずうずうしい     | 図々ずうずう
一ヶ月       | いっかげつ       | 一いっ ヶか 月げつ
関ヶ原       | せきがはら       | 関せき ヶが 原はら
三ケ所       | さんかしょ       | 三さん ケか 所しょ
関ケ原       | せきがはら       | 関せき ケが 原はら
市ケ谷       | いちがや         | 市ケ谷いちがや
八ヶ岳       | やつがたけ       | 八ヶ岳やつがたけ
反応         | はんのう         | 反はん 応のう
鼻血         | はなぢ           | 鼻はな 血ぢ
間近         | まぢか           | 間ま 近ぢか
稲妻         | いなずま         | 稲いな 妻ずま
真っ青       | まっさお         | 真ま 青さお
お巡りさん   | おまわりさん     | 巡まわ
一人         | ひとり           | 一人ひとり
上手         | じょうず         | 上手じょうず
天皇         | てんのう         | 天皇てんのう
田舎         | いなか           | 田舎いなか
五月雨       | さみだれ         | 五月雨さみだれ
経済産業省   | けいざいさんぎょうしょう | 経けい 済ざい 産さん 業ぎょう 省しょう
極超音速     | ごくちょうおんそく | 極ごく 超ちょう 音おん 速そく
20日         | はつか           | 20日はつか
カタカナ     | かたかな         |
"""


@pytest.mark.parametrize("row", EXAMPLES.strip().splitlines())
def test_examples(row: str) -> None:
    surface, reading, expected = (column.strip() for column in row.split("|"))
    placed = place(surface, reading, readings_of, offset=5)
    assert " ".join(surface[ruby.start - 5 : ruby.end - 5] + ruby.text for ruby in placed) == expected


def test_a_reading_that_does_not_fit_stands_over_the_whole() -> None:
    assert [ruby[:] for ruby in place("食べ", "のむ", readings_of)] == [(0, 2, "のむ")]
    assert not fits("食べ", "のむ")
    assert fits("食べ", "たべ")


@given(
    st.lists(
        st.sampled_from(
            [("食", "た"), ("学", "がく"), ("べ", "べ"), ("カ", "か"), ("々", "がく"), ("々", "た")]
        ),
        min_size=1,
    )
)
def test_ruby_and_kana_together_are_the_reading(parts: list[tuple[str, str]]) -> None:
    surface = "".join(written for written, _ in parts)
    reading = "".join(said for _, said in parts)
    placed = place(surface, reading, readings_of)
    read, position = "", 0
    for ruby in placed:
        assert all(map(is_kanji, surface[ruby.start : ruby.end]))
        read += to_hiragana(surface[position : ruby.start]) + ruby.text
        position = ruby.end
    assert read + to_hiragana(surface[position:]) == reading


def test_a_word_of_absurd_length_has_one_reading_over_all_of_it() -> None:
    surface, reading = "一" * 5000, "いち" * 5000
    assert place(surface, reading, readings_of) == (Ruby(0, 5000, reading),)
