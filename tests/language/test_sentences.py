"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sentences import sentence_spans
from tests.language.examples import paragraphs

# Sentences, with "|" between them.
EXAMPLES = [
    "猫が来た。|犬も来た。",
    "村長は「雨だ。傘がない」と言った。|皆が笑った。",
    "「雨だ。」と母が言った。|父は黙っていた。",
    "「雨だ。|傘がない」",
    "「行こう。」|「うん。」",
    "本当か！？|本当だ。",
    "「まさか！」と叫んだ。",
    "見出しに句点はない",
    "会は延びた（雨のため。次は未定）が、皆来た。|私も行った。",
    "終わった。|（取材班）",
    "閉じない「かっこ。|次の文。",
    "長さは3．5だ。|重い。",
    "Yahoo!ニュースを読む。|Why?|なぜか。",
]

# The same, those within quotations counted.
FINE_EXAMPLES = [
    "村長は「雨だ。|傘がない」と言った。|皆が笑った。",
    "「雨だ。」と母が言った。|父は黙っていた。",
    "「雨だ。|傘がない。」|母はそう言った。",
    "彼は「まさか！」と叫び、「嘘だ。|帰る。|さようなら」と出て行った。",
    "会は延びた（雨のため。次は未定）が、皆来た。",
    "「『行け。|すぐだ』と言われた」と話した。",
    "閉じない「かっこ。|次の文。",
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    joined = text.replace("|", "")
    assert "|".join(joined[start:end] for start, end in sentence_spans(joined)) == text


@pytest.mark.parametrize("text", FINE_EXAMPLES)
def test_fine_examples(text: str) -> None:
    joined = text.replace("|", "")
    spans = sentence_spans(joined, within_quotations=True)
    assert "|".join(joined[start:end] for start, end in spans) == text


def test_line_breaks_and_white_space_stand_between() -> None:
    text = "　一行目\n\n二行目。 三。"
    assert [text[start:end] for start, end in sentence_spans(text)] == ["一行目", "二行目。", "三。"]


@given(paragraphs, st.booleans())
def test_nothing_but_white_space_is_left_out(text: str, fine: bool) -> None:
    position = 0
    for start, end in sentence_spans(text, fine):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
