"""What the user corrected, in analyses with the real dictionaries."""

from __future__ import annotations

import pytest

from reader.engine.analysis import Analyser
from reader.engine.corrections import corrected
from reader.model import Analysis, OtherReading, Paragraph, Place, Ruby, Word
from reader.vocabulary.model import Correction, CorrectionTarget, Scope

TEXT = "市場の人が人気の市場へ行った。"


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def everywhere(surface: str) -> CorrectionTarget:
    return CorrectionTarget(surface, Scope.EVERYWHERE)


def at(surface: str, offset: int) -> CorrectionTarget:
    return CorrectionTarget(surface, Scope.PLACE, "an article", Place(0, offset))


def analyse(analyser: Analyser, text: str, *corrections: Correction) -> Analysis:
    analysis = corrected(analyser.analyse(Paragraph(text)), text, corrections, analyser)
    end = 0
    for word in analysis.words:
        assert end <= word.start < word.end
        assert word.surface == text[word.start : word.end]
        assert all(word.start <= ruby.start < ruby.end <= word.end for ruby in word.ruby)
        assert all(word.start <= ref.start < ref.end <= word.end for ref in word.entries)
        end = word.end
    return analysis


def surfaces(analysis: Analysis) -> str:
    return " ".join(word.surface for word in analysis.words)


def named(analysis: Analysis, surface: str) -> list[Word]:
    return [word for word in analysis.words if word.surface == surface]


def test_a_reading_holds_everywhere_or_at_its_place_alone(analyser: Analyser) -> None:
    first, second = named(analyse(analyser, TEXT, Correction(everywhere("市場"), "いちば")), "市場")
    assert (first.reading, second.reading) == ("いちば", "いちば")
    assert first.key.reading == "いちば"
    assert (first.corrected, first.confidence) == (True, 1.0)
    assert "".join(ruby.text for ruby in first.ruby) == "いちば"
    one, other = named(analyse(analyser, TEXT, Correction(at("市場", 8), "いちば")), "市場")
    assert (one.corrected, other.corrected, other.reading) == (False, True, "いちば")


@pytest.mark.parametrize("reading", ["ふうしゃ", "かざぐるま"])
def test_of_an_entry_with_several_readings_the_corrected_one_is_kept(
    analyser: Analyser, reading: str
) -> None:
    text = "風車が回る。"
    (word,) = named(analyse(analyser, text, Correction(everywhere("風車"), reading)), "風車")
    assert word.key.entry_id
    assert word.key[1:] == ("風車", reading)
    assert word.base_reading == reading


def test_the_readings_that_were_likely_stay_likely_in_their_order(analyser: Analyser) -> None:
    text = "上手に話す人に会った。"
    (found,) = named(analyser.analyse(Paragraph(text)), "上手")
    shown = found._replace(others=(OtherReading("かみて", ()), OtherReading("うわて", ())))

    def others(reading: str) -> list[str]:
        analysis = Analysis((shown,), ())
        (word,) = corrected(analysis, text, [Correction(everywhere("上手"), reading)], analyser).words
        return [other.reading for other in word.others]

    assert found.reading == "じょうず"
    assert others("かみて") == ["うわて", "じょうず"]
    assert others("うわて") == ["じょうず", "かみて"]
    assert others("じょうず") == ["かみて", "うわて"]
    assert others("じょうしゅ") == ["じょうず", "かみて", "うわて"]


def test_the_narrower_scope_wins(analyser: Analyser) -> None:
    wide, narrow = Correction(everywhere("市場"), "いちば"), Correction(at("市場", 8), "しじょう")
    readings = [word.reading for word in named(analyse(analyser, TEXT, wide, narrow), "市場")]
    assert readings == ["いちば", "しじょう"]


def test_a_reading_of_a_word_is_none_of_what_contains_it(analyser: Analyser) -> None:
    analysis = analyse(analyser, TEXT, Correction(everywhere("人"), "じん"))
    assert [word.surface for word in analysis.words if word.corrected] == ["人"]


@pytest.mark.parametrize("reading", ["いった", "イッタ"])
def test_an_inflected_word_has_its_dictionary_form_read_likewise(analyser: Analyser, reading: str) -> None:
    text = "家に入った。"
    (before,) = named(analyser.analyse(Paragraph(text)), "入った")
    assert before.key.reading == "はいる"
    (word,) = named(analyse(analyser, text, Correction(everywhere("入った"), reading)), "入った")
    assert (word.reading, word.ruby) == ("いった", (Ruby(2, 3, "い"),))
    assert (word.key.spelling, word.key.reading) == ("入る", "いる")


def test_a_reading_that_no_dictionary_has_is_taken_all_the_same(analyser: Analyser) -> None:
    word = analyse(analyser, TEXT, Correction(at("市場", 0), "まーけっと")).words[0]
    assert (word.reading, word.ruby) == ("まーけっと", (Ruby(0, 2, "まーけっと"),))


def test_words_are_joined(analyser: Analyser) -> None:
    text = "米露電話会談があった。"
    assert "電話 会談" in surfaces(analyse(analyser, text))
    analysis = analyse(analyser, text, Correction(everywhere("電話会談"), "でんわかいだん", (4,)))
    (word,) = named(analysis, "電話会談")
    assert (word.reading, word.corrected) == ("でんわかいだん", True)
    assert len(word.ruby) >= 1


def test_a_word_is_split_and_its_parts_are_words(analyser: Analyser) -> None:
    text = "緊張緩和につながらず"
    analysis = analyse(analyser, text, Correction(everywhere("緊張緩和"), None, (2, 2)))
    tension, easing = analysis.words[:2]
    assert (tension.surface, tension.reading, tension.key.entry_id is not None) == (
        "緊張",
        "きんちょう",
        True,
    )
    assert (easing.surface, easing.reading) == ("緩和", "かんわ")


def test_what_is_left_of_a_word_that_is_cut_stays_a_word(analyser: Analyser) -> None:
    text = "緊張緩和につながらず"
    analysis = analyse(analyser, text, Correction(at("張緩", 1), None, (2,)))
    assert surfaces(analysis).startswith("緊 張緩 和 に")


def test_what_is_corrected_everywhere_respects_the_ends_of_words(analyser: Analyser) -> None:
    text = "緊張緩和につながらず"
    analysis = analyse(analyser, text, Correction(everywhere("張緩"), None, (2,)))
    assert analysis == analyser.analyse(Paragraph(text))


def test_another_entry_is_put_first_whether_or_not_it_was_found(analyser: Analyser) -> None:
    (bridge,) = named(analyser.analyse(Paragraph("橋を渡る。")), "橋")
    assert bridge.key.entry_id != 1234567
    for entry_id in (bridge.entries[-1].id, 1476430):  # the second: はし, chopsticks
        (word,) = named(
            analyse(analyser, "橋を渡る。", Correction(everywhere("橋"), None, None, entry_id)), "橋"
        )
        assert word.key.entry_id == entry_id
        assert word.corrected


def test_an_entry_that_no_dictionary_has_changes_nothing_else(analyser: Analyser) -> None:
    correction = Correction(everywhere("橋"), None, None, 99_999_999)
    (word,) = named(analyse(analyser, "橋を渡る。", correction), "橋")
    assert word.entries == named(analyser.analyse(Paragraph("橋を渡る。")), "橋")[0].entries


def test_a_correction_of_another_text_changes_nothing(analyser: Analyser) -> None:
    assert analyse(
        analyser, TEXT, Correction(at("市場", 3), "いちば"), Correction(everywhere("鳥"), "とり")
    ) == (analyser.analyse(Paragraph(TEXT)))
