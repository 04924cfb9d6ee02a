"""Where English sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parallel.english_sentences import english_sentence_spans

# Sentences, with "|" between them.
EXAMPLES = [
    "Rain fell. |Nobody minded.",
    "The U.S. team met Mr. Sato on Jan. 10. |They talked.",
    "She lives in the U.S. |It is far.",
    "It rose 3.5 percent. |Prices did not.",
    "It cost $2.75 a kilo at 5 p.m. |We left.",
    "Dr. Ito, of Acme Inc., agreed. |So did J. K. Mori.",
    "“We won. |It was hard,” he said. |Nobody laughed.",
    '"We won. |It was hard," he said.',
    "'We won. |It was hard,' he said. |It wasn't the boys' day.",
    "“Really?” asked the man. |“Yes!” |“No.” |He left.",
    "He said “stop!” and went on.",
    "Well... maybe. |Who knows?",
    "• The feast began. |It rained. |● <Kyoto> She won. |He lost.",
    "A headline without a stop",
    "St. Mary's Church is on No. 5 Main St. near the river. |It is old.",
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    joined = text.replace("|", "")
    spans = english_sentence_spans(joined)
    assert [joined[start:end] for start, end in spans] == text.split(" |")


def test_a_line_break_ends_a_sentence() -> None:
    text = "A headline\r\nBy A. Writer\n\n One.  Two. \n"
    assert [text[start:end] for start, end in english_sentence_spans(text)] == [
        "A headline",
        "By A. Writer",
        "One.",
        "Two.",
    ]


@given(st.text(st.one_of(st.sampled_from("Ab.?! \n“”\"'’(),U.S.3"), st.characters()), max_size=60))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    position = 0
    for start, end in english_sentence_spans(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
