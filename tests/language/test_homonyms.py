"""Verbs in kana, told apart by what stands before them."""

from __future__ import annotations

import pytest

from reader.language.homonyms import told_apart
from reader.language.tokenizer import tokenize


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("朝から雨がふる。", "降る"),
        ("首を横にふる。", "振る"),
        ("新しい家がたった。", "建つ"),
        ("長い時間がたった。", "経つ"),
        ("杖をついて歩く。", "突く"),
        ("ようやく駅についた。", "着く"),
        ("廊下の電気がついた。", "点く"),
        ("蜂がさした。", "刺す"),
        ("矢印が東をさす。", "指す"),
        ("風邪がなおった。", "治る"),
        ("時計をなおした。", "直す"),
        ("鏡にうつった顔", "映る"),
        ("被害にあう。", "遭う"),
        ("ひどい目にあった。", "遭う"),
        ("好みにあった色だ。", "合う"),
        ("駅前にあった店だ。", "有る"),
        ("投資家によって異なる。", "因る"),
        ("薬がきいた。", "効く"),
        ("会社につとめる。", "勤める"),
        ("防止につとめる。", "努める"),
        ("期待にこたえる。", "応える"),
        ("動画をとった。", "撮る"),
        ("食事をとった。", "摂る"),
    ],
)
def test_the_headword_that_is_meant(text: str, lemma: str) -> None:
    (verb,) = [
        token for token in told_apart(tokenize(text)) if token.pos[0] == "動詞" and token.lemma == lemma
    ]
    assert verb.pos[0] == "動詞"


def test_nothing_else_is_changed() -> None:
    tokens = tokenize("雨 ふる。本が店にたくさんあって、ふると音がする。")
    assert told_apart(tokens) == tokens
