"""Which words of a Japanese sentence are found in its English, and by what."""

from __future__ import annotations

import pytest

from reader.dictionary.database import Dictionary
from reader.parallel.english_words import english_words, stem
from reader.parallel.japanese_clues import japanese_clues
from reader.parallel.matching import English, english_clues, matches, spellings
from reader.parallel.meanings import Meanings, plain_name

_meanings = Meanings(Dictionary())

# Japanese, English, and what of both is found to mean the same.
EXAMPLES = [
    (
        "大統領は首相と会談した。",
        "The president met the premier.",
        {("大統領", "president"), ("首相", "premier")},
    ),
    ("プーチン氏が来た。", "Putin came.", {("プーチン", "Putin")}),
    ("10万人が集まった。", "About 100,000 people gathered.", {("10万", "100,000")}),
    ("12月に3割減った。", "It fell 30 percent in December.", {("12月", "December"), ("3割", "30")}),
    ("大阪の市場だ。", "It is a market in Osaka.", {("大阪", "Osaka"), ("市場", "market")}),
    ("EUは決めた。", "The EU decided.", {("EU", "EU")}),
    ("ロシア軍だ。", "They are Russian troops.", {("ロシア", "Russian")}),
    ("犬が走る。", "Prices rose.", set()),
]


@pytest.mark.parametrize(("japanese", "english", "expected"), EXAMPLES)
def test_examples(japanese: str, english: str, expected: set[tuple[str, str]]) -> None:
    ja, en = japanese_clues(japanese), english_clues(english)
    _meanings.prepare(*spellings(ja))
    places = {clue.key: english[clue.start : clue.end] for clue in en}
    found = {
        (japanese[clue.start : clue.end], places[key])
        for clue in ja
        for key in matches(clue, English(en), _meanings)
    }
    assert expected <= found
    if not expected:
        assert not found


def test_a_match_names_the_entry_and_the_sense() -> None:
    (clue,) = [
        clue for clue in japanese_clues("首相だ。") if "首相" in clue.texts and clue.key.startswith("WORD")
    ]
    _meanings.prepare(*spellings([clue]))
    match = matches(clue, English(english_clues("The prime minister spoke.")), _meanings)["minister"]
    assert Dictionary().entries([match.entry])[match.entry].spellings[0].text == "首相"
    assert match.sense == 1


@pytest.mark.parametrize(
    ("word", "same"),
    [("said", "say"), ("Chinese", "China"), ("children", "child"), ("troops", "troop"), ("talks", "talking")],
)
def test_forms_of_a_word_have_one_stem(word: str, same: str) -> None:
    assert stem(word.lower()) == stem(same.lower())


def test_words_that_say_nothing_are_left_out() -> None:
    text = "The minister's men weren't at the U.S. base."
    words = [text[word.start : word.end] for word in english_words(text)]
    assert words == ["minister", "men", "U.S", "base"]


@pytest.mark.parametrize(
    ("gloss", "plain"), [("Oosaka", "osaka"), ("Ōsaka", "osaka"), ("Kyōto", "kyoto"), ("Itoh", "ito")]
)
def test_names_in_their_short_form(gloss: str, plain: str) -> None:
    assert plain_name(gloss) == plain
