"""From an inflected form to the dictionary forms that it may come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.conjugation import ENDINGS
from reader.language.deinflection import origins
from reader.language.inflection import EXPLANATIONS
from tests.language.forms import FORMS

STEPS = """
食べさせられた   | 食べる   | v1    | causative, passive, past
待たします       | 待つ     | v5t   | causative, polite
飲まされる       | 飲む     | v5m   | causative, passive
書けない         | 書く     | v5k   | potential, negative
読んじゃった     | 読む     | v5m   | -te shimau, contracted, past
買っといて       | 買う     | v5u   | -te oku, contracted, -te form
行いとく         | 行く     | v5k-s | -te oku, contracted
行ったら         | 行く     | v5k-s | -tara
来なかった       | 来る     | vk    | negative, past
しなきゃ         | する     | vs-i  | negative, -ba, contracted
論ぜず           | 論ずる   | vz    | -zu
愛せ             | 愛す     | v5s   | imperative
なさい           | なさる   | v5aru | imperative
いらっしゃいます | いらっしゃる | v5aru | polite
ございません     | ござる   | v-arch | polite, negative
分かんない       | 分かる   | v5r   | negative, contracted
すんな           | する     | vs-i  | prohibition, contracted
高くなかった     | 高い     | adj-i | negative, past
よかったら       | いい     | adj-ix | -tara
すげえ           | すごい   | adj-i | slang
まっぜぇ         | まずい   | adj-i | slang
食べてぇ         | 食べる   | v1    | -tai, slang
ありがとう       | ありがたい | adj-i | -ku, dialect
うれしゅう       | うれしい | adj-i | -ku, dialect
買うて           | 買う     | v5u   | -te form
思ひて           | 思ふ     | v-arch | -te form
行かへん         | 行く     | v5k-s | negative, dialect
しいひん         | する     | vs-i  | negative, dialect
買うたる         | 買う     | v5u   | -te yaru, dialect
許すまじき       | 許す     | v5s   | -mai, classical
負けじ           | 負ける   | v1    | -mai, classical
せざるを得ない   | する     | vs-i  | -zaru o enai
すべき           | する     | vs-i  | -beki
食べ続けている   | 食べる   | v1    | continuing, -te iru
タベナカッタ     | たべる   | v1    | negative, past
"""


@pytest.mark.parametrize("line", STEPS.strip().splitlines())
def test_what_happened_is_named(line: str) -> None:
    form, base, pos, steps = (column.strip() for column in line.split("|"))
    assert (base, steps) in [
        (origin.base, ", ".join(origin.steps)) for origin in origins(form) if pos in origin.pos
    ]


@pytest.mark.parametrize(("form", "base"), FORMS)
def test_every_form_leads_back_to_its_word(form: str, base: str) -> None:
    assert any(
        origin.base == base
        for end in range(1, len(form) + 1)  # as a scan does, which begins with the longest
        for origin in origins(form[:end])
    )


@pytest.mark.parametrize("word", ["", "猫", "会談", "ABC", "、", "、。"])
def test_what_does_not_inflect_has_few_origins(word: str) -> None:
    assert {origin.steps for origin in origins(word)} <= {("stem",), ("imperative",)}


def test_every_step_is_explained() -> None:
    steps = {step for endings in ENDINGS.values() for ending in endings for step in ending.steps}
    assert steps <= EXPLANATIONS.keys()


@given(st.text(alphabet="行食来べくさせられたなかっいてるますんでしょうちゃばずにそ、高っーぇ", max_size=20))
def test_any_text_has_an_end(text: str) -> None:
    for origin in origins(text):
        assert origin.base
        assert origin.pos
        assert origin.steps
