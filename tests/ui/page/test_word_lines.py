"""Which words have lines, and for which paragraphs that is found out."""

from __future__ import annotations

from reader.model import Analysis, OtherReading, Word
from reader.ui.page.furigana import Stretch
from reader.ui.page.word_lines import WordLines
from reader.vocabulary.model import Status
from tests.ui.reading_samples import analyse

HARBOUR = analyse("朝|は|港|。")
NOTHING = Analysis((), ())


def learning_the_harbour(word: Word) -> Status | None:
    return Status.LEARNING if word.surface == "港" else None


def found(lines: WordLines, analysis: Analysis) -> WordLines:
    lines.find(range(1), {0: analysis}, learning_the_harbour)
    return lines


def test_words_of_the_vocabulary_are_underlined() -> None:
    assert found(WordLines(), HARBOUR).underlined == {0: [(2, 3, Status.LEARNING)]}


def test_unknown_words_are_underlined_if_wanted() -> None:
    lines = WordLines()
    lines.is_unknown_marked = True
    assert found(lines, HARBOUR).underlined == {0: [(0, 1, None), (2, 3, Status.LEARNING)]}


def test_readings_that_are_not_sure_are_marked() -> None:
    morning, *others = HARBOUR.words
    doubted = morning._replace(confidence=0.5, others=(OtherReading("ちょう", ()),))
    lines = found(WordLines(), HARBOUR._replace(words=(doubted, *others)))
    assert lines.unsure == {0: [Stretch(0, 1)]}


def test_what_is_out_of_sight_is_forgotten_and_the_rest_found_once() -> None:
    lines = WordLines()
    lines.find(range(3), dict.fromkeys(range(5), HARBOUR), learning_the_harbour)
    lines.find(range(2, 4), dict.fromkeys(range(5), NOTHING), learning_the_harbour)
    assert lines.underlined == {2: [(2, 3, Status.LEARNING)], 3: []}
    lines.forget(2)
    lines.find(range(2, 4), dict.fromkeys(range(5), NOTHING), learning_the_harbour)
    assert lines.underlined == {2: [], 3: []}


def test_another_status_is_seen() -> None:
    lines = found(WordLines(), HARBOUR)
    lines.find(range(1), {0: HARBOUR}, lambda _word: None)
    assert lines.underlined == {0: [(2, 3, Status.LEARNING)]}
    lines.forget_statuses()
    lines.find(range(1), {0: HARBOUR}, lambda _word: None)
    assert lines.underlined == {0: []}
