"""What a reader sees as one word, through the real tokenizer and dictionary."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from reader.dictionary.database import Dictionary
from reader.language.names import possible_names
from reader.language.numbers import find_numbers
from reader.language.spellings import (
    dictionary_forms,
    halves,
    known_runs,
    possible_runs,
    spellings_to_look_up,
)
from reader.language.tokenizer import Token, tokenize
from reader.language.words import Span, find_words, join_under, merge_numbers
from tests.language.examples import paragraphs

_DICTIONARY = Dictionary()

# Words with a space between them; the text is the same without the spaces.
EXAMPLES = [
    "会議 が 行われた 。",
    "大統領 は 緊張緩和 について 話した 。",
    "夢 を 持ち続けている 。",
    "弟 は 食べさせられた が 、 おいしかった 。",
    "少しも 大きくなかった 。",
    "雨 が 降りそう だ 。",
    "読みやすい 本 を 読みながら 待つ 。",
    "妹 に対して 怒る 。",
    "明日 は 雪 かもしれない 。",
    "彼 は 学生 だった 。",
    "ここ は 静か である 。",
    "町 で 会議 を した 。",
    "友人 と 相談 している 。",
    "10万人 が 12月 30日 に 集まった 。",
    "第3回 の 大会",
    "ジョン・スミス 氏",
    "主として 野菜 を 食べる 。",
    "鉛筆 または ペン を 使う 。",
    "いずれにせよ 行く 。",
    "注目を浴びた 歌手",
    "箱 を 机 の 上 に 置いた 。",
    "会議 は 早く 終わった が 、 誰も 来なかった 。",
    "ところが 、 電車 は 来ない 。",
    "「 すると 妹 は 笑った 」",
    "駅 に 着く と 休む 。",
    "それどころか 雨 も 降る 。",
    "毎日 走らなければならない 。",
    "ここ で 泳いではいけない 。",
    "兄 は 笑わずにはいられなかった 。",
    "寒い ので 帰る のに 傘 が ない 。",
    "いつの間にか 夜 だった 。",
    "どうしても 見たい 。",
    "思いがけない 知らせ を 待つ 。",
    "つまらなかった 話 と 下らない 冗談",
    "一ヶ月 前 に 引っ越した 。",
    "NATO軍 は ドンバス の 東南部 に いる 。",
    "プーチン 大統領 と 習近平 国家主席",
    "パリ市 の 山田 さん",
    "令和3年 の 春",
    "MP3 を 聞く 。",
    "必ずしも 雨 とは限らない 。",
    "今にも 雪 が 降りそう だ 。",
    "誰でも 知っている 。",
    "要するに 何も 知らない 。",
    "すみません が 、 駅 は どこ です か 。",
    "はじめまして 、 山田 です 。",
    "東京大学 で 学ぶ 。",
    "米 連邦準備制度 理事会",
    "彼 が 行ってきた 仕事",
    "だが 、 庭 を 始めたい 人 は 少なくありません 。",
    "「 でも 、 これから 行く 」",
    "『 花 』 で は 、 ひとつ も 咲かない 。",
    "しかしながら 、 誰か が 窓 を 開けた 。",
    "ちょっとした 旅 とか 、 出来るだけ 長い 旅 とか",
    "汗 が 服 に ついている 。",
    "花 を 飾り に 加えた 。",
    "部屋 を 行ったり来たり した 。",
    "森 が 失われつつある 。",
    "なんでもかんでも 捨ててはいけない 。",
    "机 の 下 に 隠れた 。",
    "明るい 所 で 読む 。",
    "午後 一時 に 会う 。",
    "無限責任 を 負う 。",
    "責任を負う 人",
    "試験 終了 時 に 着いた 。",
    "三億円 規模 の 経済対策",
    "今日 気がついた 。",
    "どのくらい 歩きます か 。",
    "大阪府立 高校 と 横浜市立 病院",
    "羽田空港 から 芦ノ湖 へ 行く 。",
    "東京都 港区 の 三菱商事",
    "中日新聞社 と シルダリヤ川",
    "勉強 を 始めて 三年",
    "学生 を始め 、 多く の 人",
    "明治通り を 歩く 。",
    "親知らず を 抜く 。",
    "三日 後 に 帰る 。",
    "食事 前 に 手 を 洗う 。",
    "温泉 に 行ってきました 。",
    "明日 は 晴れる かな 。",
    "猫 は どこ かな 。",
    "さもないと 遅れる 。",
    "すまん 、 遅れた 。",
    "雪 かも 。",
    "早く 知る こと によって 防ぐ 。",
    "赤い もの が ある 。",
    "好機 を ものにする 。",
    "誘われて 観た 映画",
    "窓 から 山 が 見える 。",
    "誰 が 来る か も 知らない 。",
    "山 も ところどころ 白い 。",
    "『 はい 』 と 言われた 。",
    "東京 といった 町",
]


def _analysed(text: str) -> tuple[list[Token], list[Span]]:
    raw = tokenize(text)
    tokens = merge_numbers(text, raw, find_numbers(text, raw))
    runs = possible_runs(tokens)
    found = _DICTIONARY.candidates(spellings_to_look_up(tokens, runs))
    names = _DICTIONARY.names(possible_names(tokens))
    return tokens, find_words(tokens, known_runs(runs, found.keys()), found, names)


def _words(text: str) -> list[str]:
    tokens, spans = _analysed(text)
    return [text[tokens[span.first].start : tokens[span.last - 1].end] for span in spans]


@pytest.mark.parametrize("words", EXAMPLES)
def test_words(words: str) -> None:
    assert " ".join(_words(words.replace(" ", ""))) == words


@pytest.mark.parametrize(
    ("text", "trap"),
    [
        ("今日は寒い。", "今日は"),
        ("これは本だ。", "これは"),
        ("早く寝ないと困る。", "ないと"),
        ("壁に絵を掛けておいた。", "おいた"),
        ("庭には花がある。", "には"),
        ("父と母とする話", "とする"),
        ("犯人だとしていた。", "として"),
    ],
)
def test_greedy_traps_do_not_win(text: str, trap: str) -> None:
    assert trap not in _words(text)


@pytest.mark.parametrize(
    ("text", "headword"),
    [
        ("行われた", "行う"),
        ("防げない", "防ぐ"),
        ("注目を浴びた", "注目を浴びる"),
        ("大きくなかった", "大きい"),
        ("ではなかった", "ではない"),
        ("すべきだ", "する"),
        ("聞き取れなかった", "聞き取る"),
        ("持ち歩ける", "持ち歩く"),
        ("関連づけられた", "関連づける"),
        ("特徴づけない", "特徴づける"),
    ],
)
def test_headword(text: str, headword: str) -> None:
    _, (span, *_) = _analysed(text)
    assert span.headword == headword


@given(paragraphs)
def test_every_token_is_in_exactly_one_word(text: str) -> None:
    tokens, spans = _analysed(text)
    assert [0, *(span.last for span in spans)] == [*(span.first for span in spans), len(tokens)]
    assert all(span.first < span.core <= span.last for span in spans)


@given(paragraphs)
def test_merged_tokens_cover_the_same_text(text: str) -> None:
    raw = tokenize(text)
    merged = merge_numbers(text, raw, find_numbers(text, raw))
    assert {i for token in raw for i in range(token.start, token.end)} <= {
        i for token in merged for i in range(token.start, token.end)
    }
    assert all(token.surface == text[token.start : token.end] for token in merged)
    assert all(one.end <= other.start for one, other in pairwise(merged))


def test_words_under_one_ruby_become_one() -> None:
    tokens, spans = _analysed("駅前広場を")
    joined = join_under(spans, tokens, [(1, 3)])
    assert [span.headword for span in joined] == ["駅前広場", "を"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("防げる", ("防げる", "防ぐ")),
        ("属する", ("属する", "属す")),
        ("楽しみ", ("楽しみ", "楽しむ", "楽しみる")),
        ("できる", ("できる", "出来る")),
        ("。", ()),
    ],
)
def test_forms_of_a_token(text: str, forms: tuple[str, ...]) -> None:
    assert dictionary_forms(tokenize(text)[0]) == forms


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("打ち合う", "打つ", "合う"), ("大統領", "大", "統領"), ("データベース", "データ", "ベース")],
)
def test_halves_of_a_token(text: str, first: str, second: str) -> None:
    (token,) = tokenize(text)
    assert any(first in one.forms and second in other.forms for one, other in halves(token))
