"""What the panel lists below a word's own entries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reader.engine.analysis import Analyser
from tests.language.examples import paragraphs
from tests.language.forms import FORMS


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    ("text", "headword", "reading"),
    [
        ("青緑色に染まる。", "色", "いろ"),
        ("家電製品を売る。", "製品", "せいひん"),
        ("線型代数学を学ぶ。", "代数", "だいすう"),
        ("ロングアイランドに住む。", "アイランド", "あいらんど"),
        ("関連づけられている。", "関連づける", "かんれんづける"),
        ("医者に診てもらう。", "見る", "みる"),
        ("感じのいい人。", "良い", "よい"),
    ],
)
def test_what_begins_in_the_first_words_is_within_reach(
    analyser: Analyser, text: str, headword: str, reading: str
) -> None:
    found = {
        (ref.headword, ref.reading) for word in analyser.analyse_wholly(text).words for ref in word.entries
    }
    assert (headword, reading) in found


@pytest.mark.parametrize(("form", "base"), FORMS)
def test_an_isolated_form_lists_its_dictionary_form(analyser: Analyser, form: str, base: str) -> None:
    meant = {candidate.id for candidate in analyser.dictionary.candidates([base])[base]}
    first = analyser.analyse_wholly(form).words[0]
    assert meant & {ref.id for ref in first.entries[:10] if ref.start == 0}


@settings(max_examples=40)
@given(paragraphs)
def test_any_text_is_scanned(analyser: Analyser, text: str) -> None:
    for word in analyser.analyse_wholly(text).words:
        places = [(ref.id, ref.start) for ref in word.entries]
        assert len(places) == len(set(places))
        for ref in word.entries:
            assert word.start <= ref.start < word.end
            assert ref.start < ref.end <= len(text)
