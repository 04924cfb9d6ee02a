"""Numbers with their counters, read as they are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.numbers import Number, find_numbers
from reader.language.numerals import read_numeral
from reader.language.tokenizer import tokenize
from tests.language.examples import paragraphs

# What stands in the text, and the readings of its pieces.
EXAMPLES = """
10万人          | じゅうまん にん
12月            | じゅうに がつ
30日            | さんじゅう にち
20日            | はつか
10日            | とおか
2日間           | ふつか かん
1日             | いち にち
19日            | じゅうく にち
4月             | し がつ
7月             | しち がつ
2014年          | にせんじゅうよ ねん
二〇二一年      | にせんにじゅういち ねん
2021年度        | にせんにじゅういち ねんど
1990年代        | せんきゅうひゃくきゅうじゅう ねんだい
9時             | く じ
7時             | しち じ
24時間          | にじゅうよ じかん
7時間           | なな じかん
9時半           | く じ はん
50分            | ごじゅっ ぷん
3分             | さん ぷん
4分             | よん ぷん
30年間          | さんじゅう ねん かん
1カ月           | いっ かげつ
6か月           | ろっ かげつ
3ヶ国           | さん かこく
2度             | に ど
1人             | ひとり
2人             | ふたり
4人             | よ にん
一人称          | いち にん しょう
20歳            | はたち
18歳            | じゅうはっ さい
3つ             | みっ つ
六匹            | ろっ ぴき
3本             | さん ぼん
8本             | はっ ぽん
100本           | ひゃっ ぽん
5本             | ご ほん
3階             | さん がい
3足             | さん ぞく
1万石           | いちまん ごく
300             | さんびゃく
600円           | ろっぴゃく えん
8000円          | はっせん えん
1000万円        | いっせんまん えん
1兆円           | いっちょう えん
3億2000万円     | さんおくにせんまん えん
三億2000万円    | さんおくにせんまん えん
1,483名         | せんよんひゃくはちじゅうさん めい
２０２４年      | にせんにじゅうよ ねん
3.5%            | さんてんご ぱーせんと
10%             | じゅっ ぱーせんと
0.5度           | れいてんご ど
0時             | れい じ
10:00           | じゅうじ
18:30           | じゅうはちじさんじゅっぷん
9：05           | くじごふん
一棟            | ひと むね
3棟             | さん とう
一つまみ        | ひと つまみ
2～3滴          | にさん てき
M6.1            | えむろくてんいち
3分の1          | さん ぶん の いち
三分の一        | さん ぶん の いち
3割4分          | さん わり / よん ぶ
100km2          | ひゃく へいほうきろめーとる
6km             | ろっ きろめーとる
10㎡            | じゅう へいほうめーとる
007             | ぜろぜろなな
数カ月          | すう かげつ
数億ドル        | すうおく どる
何人            | なん にん
何本            | なん ぼん
何百人          | なんびゃく にん
何千冊          | なんぜん さつ
数十万人        | すうじゅうまん にん
二、三人        | にさん にん
2～3日          | にさん にち
5、6人          | ごろく にん
四五人          | しご にん
三・五倍        | さんてんご ばい
数日            | すうじつ
3人分           | さん にん ぶん
2番目           | に ばん め
第3回           | だい さん かい
第四条          | だい よん じょう
1口             | ひと くち
2部屋           | ふた へや
2人前           | に にん まえ
4年生           | よ ねんせい
20クラブ        | にじゅっ くらぶ
6間             | ろっ けん
1/10            | じゅうぶんのいち
12/25           | じゅうにがつにじゅうごにち
2021/4/1        | にせんにじゅういちねんしがつついたち
¥500            | ごひゃくえん
−3.5度          | まいなす さんてんご ど
03-1234-5678    | ぜろさんのいちにさんよんのごろくななはち
14.5.1          | じゅうよんてんごてんいち
令和3年         | れいわ さん ねん
明治元年        | めいじ がんねん
MP3             | えむぴーすりー
K-1             | けーわん
A4              | えーよん
3D              | すりーでぃー
H2O             | えいちつーおー
１，０００ｋｍ  | せん きろめーとる
300本           | さんびゃっ ぽん
3000本          | さんぜん ぼん
6000発          | ろくせん ぱつ
1万歩           | いちまん ぽ
8畳             | はち じょう
10膳            | じゅう ぜん
三国            | さんごく
九段            | く だん
第1子           | だい いっ し
2かけ           | ふた かけ
2クール         | に くーる
2尺3寸5分       | に しゃく / さん ずん / ご ぶ
38度5分         | さんじゅうはち ど / ご ぶ
八分目          | はちぶんめ
幾重            | いくえ
10公演          | じゅっ こうえん
"""


def _rows() -> list[tuple[str, str]]:
    rows = (line.split("|") for line in EXAMPLES.strip().splitlines())
    return [(text.strip(), readings.strip()) for text, readings in rows]


def _found(text: str) -> list[Number]:
    return find_numbers(text, tokenize(text))


@pytest.mark.parametrize(("text", "readings"), _rows())
def test_readings(text: str, readings: str) -> None:
    numbers = _found(f"それは{text}だ。")
    assert " / ".join(" ".join(piece.reading for piece in number.pieces) for number in numbers) == readings
    assert "".join(number.surface for number in numbers) == text


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("4月1日に開く", ["しがつ", "ついたち"]),
        ("1日付の新聞", ["ついたちづけ"]),
        ("2、3日休む", ["にさんにち"]),
        ("5月2、3日に", ["ごがつ", "に", "みっか"]),
        ("2国間の話", ["にこくかん"]),
        ("5国際空港", ["ご"]),
        ("2サイクルの", ["つー"]),
        ("トップ3に", ["すりー"]),
        ("駅ビル3Fの", ["さんがい"]),
        ("1対2で", ["いち", "に"]),
        ("2DKに", ["にでぃーけー"]),
        ("首相は1日、", ["ついたち"]),
        ("1日に3回", ["いちにち", "さんかい"]),
        ("一日の終わり", ["いちにち"]),
        ("EU27カ国", ["にじゅうななかこく"]),
        ("人口密度（km2）", ["へいほうきろめーとる"]),
        ("ISO 3166に", ["さんいちろくろく"]),
        ("従四位の下", ["しい"]),
        ("第3四半期", ["だいさん"]),
        ("9:30～17:00", ["くじさんじゅっぷん", "じゅうしちじ"]),
        ("9秒98で", ["きゅうびょう", "きゅうはち"]),
        ("比率は16:9だ", ["じゅうろく", "きゅう"]),
        ("縮尺1:10,000の", ["いち", "いちまん"]),
        ("1:23:45で", ["いち", "にじゅうさん", "よんじゅうご"]),
        ("五・一五事件", ["ごいちご"]),
        ("三・五倍", ["さんてんごばい"]),
        ("4～6月期", ["し", "ろくがつき"]),
        ("7〜9時", ["しち", "くじ"]),
        ("率は数%だ", ["すうぱーせんと"]),
        ("何cmですか", ["なんせんちめーとる"]),
        ("国を二分する", ["にぶん"]),
        ("二分待つ", ["にふん"]),
        ("北緯38度5分", ["さんじゅうはちど", "ごふん"]),
    ],
)
def test_neighbours_decide(text: str, readings: list[str]) -> None:
    assert [number.reading for number in _found(text)] == readings


@pytest.mark.parametrize(
    "text",
    ["一方では", "十分だ", "一番よい", "千葉に住む", "万一に備える", "七五三の祝い", "何を見る", "〇〇市の"],
)
def test_no_numbers(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("20日", "二十日"),
        ("1つ", "一つ"),
        ("3分の1", "三分の一"),
        ("12月", "十二月"),
        ("100年", ""),
        ("2.5度", ""),
    ],
)
def test_spelling_in_a_dictionary(text: str, spelling: str) -> None:
    assert [number.spelling for number in _found(text)] == [spelling]


MEANINGS = """
10万人          | 100,000 people
1人             | 1 person
十数人          | 10-odd people
数百人          | hundreds of people
数カ月          | several months
数十万円        | hundreds of thousands of yen
10:30           | 10:30
3億2000万円     | ¥320,000,000 (320 million)
2.5億ドル       | $250,000,000 (250 million)
三千五百万      | 35,000,000 (35 million)
3分の1          | one third
10分の3         | three tenths
12月            | December
30日            | the 30th (or 30 days)
2日間           | 2 days
2～3日          | 2–3 days
12/25           | December 25
2021年          | 2021 (Reiwa 3)
1989年          | 1989 (Shōwa 64 / Heisei 1)
令和3年         | 2021 (Reiwa 3)
明治元年        | 1868 (Meiji 1)
1990年代        | the 1990s
20世紀          | 20th century
9時             | 9 o'clock
15時            | 15:00 (3 p.m.)
9時半           | half past 9
20歳            | 20 years old
30代            | 30s (age)
32%             | 32 %
3割             | 30 %
100人弱         | a little under 100 people
第3回           | 3rd time
2番目           | 2nd
3人目           | 3rd person
第四条          | article 4
5cm             | 5 cm
10㎡            | 10 m²
−5℃            | −5 °C
300             |
"""


@pytest.mark.parametrize(
    "row", MEANINGS.strip().splitlines(), ids=[row.split()[0] for row in MEANINGS.strip().splitlines()]
)
def test_meanings(row: str) -> None:
    text, _, meaning = (part.strip() for part in row.partition("|"))
    assert [number.meaning for number in _found(f"それは{text}だ。")] == [meaning]


def test_a_date_and_a_time_go_on() -> None:
    found = _found("令和3年12月30日午後9時5分")
    assert [number.meaning for number in found] == [
        "2021 (Reiwa 3)",
        "December 2021",
        "December 30, 2021",
        "9 o'clock",
        "9:05",
    ]


@given(paragraphs)
def test_pieces_cover_their_number(text: str) -> None:
    end = 0
    for number in _found(text):
        assert end <= number.start < number.end
        assert [number.start, *(piece.end for piece in number.pieces)] == [
            *(piece.start for piece in number.pieces),
            number.end,
        ]
        assert all(piece.reading for piece in number.pieces)
        end = number.end


@given(st.integers(0, 10**16 - 1))
def test_the_value_of_digits(value: int) -> None:
    read = read_numeral(str(value))
    assert read is not None
    assert read.value == value
    assert read == read_numeral(f"{value:,}")


@pytest.mark.parametrize("text", ["", "百聞", "1.2.3", "円"])
def test_what_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None
