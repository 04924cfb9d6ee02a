"""Words that are spelt alike, told apart by what stands around them."""

from __future__ import annotations

import pytest

from reader.engine.analysis import Analyser
from reader.language.characters import is_hiragana
from reader.language.homographs import HOMOGRAPHS
from reader.language.reading_rules import RULES
from reader.language.rule import Rule
from reader.model import Paragraph

# A sentence, a word in it and how it is read there.
EXAMPLES = """
初めての方は受付へどうぞ。       | 方       | かた
経験のある方を優遇します。       | 方       | かた
お探しの方はこちらです。         | 方       | かた
後は任せてください。             | 後       | あと
中に入ると暗かった。             | 中       | なか
次の問に答えなさい。             | 問       | とい
そんな訳はない。                 | 訳       | わけ
新しい型を作る。                 | 型       | かた
店を開く方を応援します。         | 方       | かた
初めて泳ぐ方でも安心です。       | 方       | かた
安い方を選ぶ。                   | 方       | ほう
子供が描いた絵を飾る。           | 描いた   | かいた
山本様のお宅に伺う。             | 様       | さま
手数料分を引く。                 | 分       | ぶん
三年毎に開かれる。               | 毎       | ごと
食べた後に眠る。                 | 後       | あと
早く寝た方がいい。               | 方がいい | ほうがいい
妊娠中の方は申し出てください。   | 方       | かた
毎朝会社へ行く。                 | 会社     | かいしゃ
出版会社に勤める。               | 会社     | がいしゃ
仏外相が述べた。                 | 仏       | ふつ
果物屋に寄る。                   | 屋       | や
矢が的に当たる。                 | 的       | まと
島の東南部に着く。               | 東       | とう
南の方へ飛ぶ。                   | 方       | ほう
あの方は先生です。               | あの方   | あのかた
その方が早い。                   | その方   | そのほう
方々を旅した。                   | 方々     | ほうぼう
集まった方々に礼を言う。         | 方々     | かたがた
他の人に聞く。                   | 他       | ほか
一晩中家で寝ていた。             | 家       | いえ
机の角に足をぶつけた。           | 角       | かど
二つの角を測る。                 | 角       | かく
羊の角は丸い。                   | 角       | つの
茶碗の縁が欠けた。               | 縁       | ふち
桜の下で弁当を食べる。           | 下       | した
条約の下で協力する。             | 下       | もと
母の側に座る。                   | 側       | そば
封筒の表に宛名を書く。           | 表       | おもて
5回表に3点を取った。             | 表       | おもて
結果を表に示す。                 | 表       | ひょう
額に傷がある。                   | 額       | ひたい
同じ額を払う。                   | 額       | がく
床に就く時間だ。                 | 床       | とこ
床に座る。                       | 床       | ゆか
朝の市場で野菜を買う。           | 市場     | いちば
市場の動きを見る。               | 市場     | しじょう
秋の風が吹く。                   | 風       | かぜ
そんな風に言わないで。           | 風       | ふう
生物なので冷やしてください。     | 生物     | なまもの
海の生物を調べる。               | 生物     | せいぶつ
土産の最中を配る。               | 最中     | もなか
勝負の行方は見物だ。             | 見物     | みもの
祭りを見物する。                 | 見物     | けんぶつ
色紙に俳句を書く。               | 色紙     | しきし
分別のある人だ。                 | 分別     | ふんべつ
分別して捨てる。                 | 分別     | ぶんべつ
強い寒気が南下する。             | 寒気     | かんき
寒気がするので帰る。             | 寒気     | さむけ
銀杏並木を歩く。                 | 銀杏     | いちょう
銀杏を炒って食べる。             | 銀杏     | ぎんなん
鶏むね肉を切る。                 | 鶏       | とり
金に困っている。                 | 金       | かね
最後の一行を消す。               | 一行     | いちぎょう
一行は港に着いた。               | 一行     | いっこう
人気のない路地を通る。           | 人気     | ひとけ
人気の店に並ぶ。                 | 人気     | にんき
年を取ると朝が早い。             | 年       | とし
後から来て先に帰る。             | 後       | あと
何してるの。                     | 何       | なに
店のドアが開いている。           | 開いて   | あいて
窓から光が通る。                 | 通る     | とおる
大学に通っている。               | 通って   | かよって
仕事を止めて旅に出る。           | 止めて   | やめて
足を止めて見る。                 | 止めて   | とめて
損害を被った。                   | 被った   | こうむった
帽子を被った人                   | 被った   | かぶった
水を弾く布                       | 弾く     | はじく
琴を弾く人                       | 弾く     | ひく
川に潜って遊ぶ。                 | 潜って   | もぐって
門を潜って入る。                 | 潜って   | くぐって
道を退いてください。             | 退いて   | どいて
人形を抱いて眠る。               | 抱いて   | だいて
夢を抱いて上京する。             | 抱いて   | いだいて
地図を描いて説明する。           | 描いて   | かいて
笑いを堪える。                   | 堪える   | こらえる
このカレーは辛かった。           | 辛かった | からかった
別れは辛かった。                 | 辛かった | つらかった
富士山に登る。                   | 富士山   | ふじさん
羽田空港に着く。                 | 羽田空港 | はねだくうこう
山手線で帰る。                   | 山手     | やまのて
三人で行ってきた。               | 行って   | いって
会場で行っている行事             | 行って   | おこなって
刀の柄を握る。                   | 柄       | つか
傘の柄を握る。                   | 柄       | え
青山通りと予想通り               | 予想通り | よそうどおり
朝六時に店を開ける。             | 朝       | あさ
君の声が聞こえる。               | 君       | きみ
まだ蒔かぬ種がある。             | 種       | たね
珍しい種の保護                   | 種       | しゅ
空に円を描いた。                 | 描いた   | えがいた
"""


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize("row", EXAMPLES.strip().splitlines())
def test_homographs(analyser: Analyser, row: str) -> None:
    text, surface, reading = (column.strip() for column in row.split("|"))
    words = analyser.analyse(Paragraph(text)).words
    (read,) = [word.reading for word in words if surface in word.surface]
    assert reading in read


def test_the_entry_is_that_of_the_reading(analyser: Analyser) -> None:
    words = analyser.analyse(Paragraph("煙草を止めて、油が水を弾く。")).words
    leading = {word.base: word.entries[0].reading for word in words if word.entries}
    assert (leading["煙草を止める"], leading["弾く"]) == ("たばこをやめる", "はじく")


@pytest.mark.parametrize("rule", RULES + HOMOGRAPHS, ids=lambda rule: f"{rule.spelling}: {rule.reading}")
def test_a_rule_reads_in_kana_and_has_a_cause(rule: Rule) -> None:
    assert rule.cause
    assert is_hiragana(rule.reading.removesuffix("―"))
