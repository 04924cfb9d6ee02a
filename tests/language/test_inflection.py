"""What is named of an inflected word, through the real tokenizer."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.inflection import EXPLANATIONS, inflection, is_potential
from reader.language.tokenizer import tokenize

EXAMPLES = """
食べる               |
静かだ               |
食べさせられた       | causative, passive, past
走らせられる         | causative, passive
行われた             | passive, past
食べられる           | passive or potential
届けられている       | passive, -te iru
来られなかった       | passive or potential, negative, past
行かせた             | causative, past
飲める               | potential
行けない             | potential, negative
食べれる             | potential
入れた               | past
見つけた             | past
持ち続けている       | continuing, -te iru
読み始める           | beginning
飲みかねない         | hardly possible, negative
起こり得る           | possible
食べよう             | volitional
行きましょう         | polite, volitional
食べます             | polite
食べません           | polite, negative
食べませんでした     | polite, negative, past
食べない             | negative
行かぬ               | negative
行かへん             | negative, dialect
せえへん             | negative, dialect
言わはる             | respectful, dialect
言わざるを得ない     | -zaru o enai
食べてらっしゃる     | -te iru, contracted
笑ってやがる         | -te iru, -yagaru, contracted
許すまじ             | -mai, classical
読めよ               | imperative
つながらず           | -zu
行くまい             | -mai
食べないで           | -nai de
読まなくて           | negative, -te form
死んだ               | past
読んだら             | -tara
読んだり             | -tari
言えば               | -ba
行きゃ               | -ba, contracted
食べなきゃ           | negative, -ba, contracted
言わずに             | -zu
読んどいて           | -te oku, contracted, -te form
食べたって           | -tatte
食べなくちゃ         | negative, -te wa, contracted
食べて               | -te form
食べてる             | -te iru, contracted
行ってた             | -te iru, contracted, past
食べてしまった       | -te shimau, past
飲んじゃう           | -te shimau, contracted
食べちゃった         | -te shimau, contracted, past
買っておいた         | -te oku, past
買っといて           | -te oku, contracted, -te form
行ってきた           | -te kuru, past
読んであげた         | -te ageru, past
出していただきました | -te itadaku, polite, past
待ってください       | -te kudasai
してほしい           | -te hoshii
行かなければならない | must
行かなくてはいけない | must
行かねばなりません   | must, polite
行かなきゃいけない   | must, contracted
行ってはならない     | must not
笑わずにはいられない | cannot help
食べたい             | -tai
食べたくなかった     | -tai, negative, past
食べたがる           | -tagaru
降りそう             | -sō
食べすぎた           | -sugiru, past
歩きながら           | -nagara
急ぎつつ             | -tsutsu
壊れやすい           | -yasui
分かりにくい         | -nikui
食べろ               | imperative
行け                 | imperative
急ぎなさい           | -nasai
聞きたまえ           | -tamae
待ってみたまえ       | -te miru, -tamae
消えつつある         | -tsutsu aru
すべき               | -beki
行い                 | stem
高い                 |
高かった             | past
高くない             | negative
高くなかった         | negative, past
高くありません       | polite, negative
高くありませんでした | polite, negative, past
高ければ             | -ba
高く                 | -ku
高すぎる             | -sugiru
高かろう             | conjecture
行ったろう           | past, conjecture
高さ                 | -sa
"""


@pytest.mark.parametrize("example", EXAMPLES.strip().splitlines())
def test_steps_are_named_in_order(example: str) -> None:
    word, steps = (column.strip() for column in example.split("|"))
    assert ", ".join(inflection(tokenize(word))) == steps


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("書ける", True),
        ("行ける", True),
        ("見れる", True),
        ("書く", False),
        ("入れる", False),
        ("受ける", False),
    ],
)
def test_potentials_are_told_from_ichidan_verbs(verb: str, expected: bool) -> None:
    assert is_potential(tokenize(verb)[0]) is expected


def test_nothing_has_no_inflection() -> None:
    assert inflection([]) == ()


@given(st.text(alphabet="行食べさせられたなかっいてるますんでしょうちゃばずにそ、高く", max_size=14))
def test_every_step_is_explained(text: str) -> None:
    assert all(EXPLANATIONS[step] for step in inflection(tokenize(text)))


def test_the_explanations_need_no_tokenizer() -> None:
    check = "import sys, reader.language.inflection; sys.exit('fugashi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
