"""Which entries and senses the English of a sentence supports."""

from __future__ import annotations

import pytest

from reader.model import Analysis, EntryKind, EntryRef, PartOfSpeech, Support, Word
from reader.ui.panel.evidence import Evidence, evidence_for, likely, supported_first

ENGLISH = "Mr. Trump saw the tsunami warning that an agency gave."
CARDS, NAME, WARNING, ALARM = 1, 2, 3, 4


def english(part: str) -> tuple[int, int]:
    start = ENGLISH.index(part)
    return start, start + len(part)


def support(ja: tuple[int, int], en: str, entry: int, sense: int = 1, sureness: float = 0.5) -> Support:
    return Support(ja, english(en), sureness, entry, sense)


def word(*references: tuple[int, int, int], pos: PartOfSpeech = PartOfSpeech.NOUN) -> Word:
    """A word at 10 to 14 with entries, each given as its id and where it begins and ends."""
    entries = tuple(EntryRef(number, EntryKind.WORD, a, b, "字", "じ") for number, a, b in references)
    return Word(10, 14, "トランプ", "トランプ", "とらんぷ", "とらんぷ", pos, entries=entries)


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([((0, 2), 0.5), ((4, 6), 0.3)], [0]),  # it is said by a surer word
        ([((0, 2), 0.5), ((4, 6), 0.47)], [0, 1]),  # nearly as sure
        ([((0, 3), 0.5), ((1, 3), 0.3)], [0, 1]),  # a part of the surer word
        ([((4, 6), 0.3), ((0, 2), 0.5)], [1]),
    ],
)
def test_an_english_word_belongs_to_the_surest(
    spans: list[tuple[tuple[int, int], float]], kept: list[int]
) -> None:
    supports = [support(ja, "agency", WARNING, sureness=sureness) for ja, sureness in spans]
    other = support((4, 6), "tsunami", ALARM, sureness=0.3)
    assert likely([*supports, other]) == (*(supports[number] for number in kept), other)


@pytest.mark.parametrize(
    ("supports", "evidence"),
    [
        ([], []),
        ([support((10, 14), "Trump", NAME, 0, 0.8)], [Evidence(NAME, 0, "Trump")]),
        (  # words side by side are shown as they stand there
            [support((10, 14), "warning", WARNING), support((10, 14), "tsunami", WARNING)],
            [Evidence(WARNING, 1, "tsunami warning")],
        ),
        (
            [support((10, 14), "agency", WARNING), support((10, 14), "tsunami", WARNING)],
            [Evidence(WARNING, 1, "tsunami … agency")],
        ),
        (  # a part of the word, and the surest first
            [support((12, 14), "warning", ALARM, 2), support((10, 14), "agency", WARNING, 3, 0.4)],
            [Evidence(ALARM, 2, "warning"), Evidence(WARNING, 3, "agency")],
        ),
        ([support((9, 14), "Trump", NAME), support((10, 15), "Trump", NAME)], []),  # of other words
        ([support((10, 14), "Trump", NAME, 1, 0.1)], []),  # perhaps by chance
        (  # by its sound alone: told only if no entry is known
            [support((10, 14), "Trump", 0, 0), support((10, 14), "Trump", NAME, 0)],
            [Evidence(NAME, 0, "Trump")],
        ),
        ([support((10, 14), "Trump", 0, 0)], [Evidence(0, 0, "Trump")]),
    ],
)
def test_evidence_for_a_word(supports: list[Support], evidence: list[Evidence]) -> None:
    assert list(evidence_for(word((CARDS, 10, 14)), supports, ENGLISH)) == evidence


def test_a_number_needs_none() -> None:
    assert evidence_for(word(pos=PartOfSpeech.NUMBER), [support((10, 14), "Trump", 0, 0)], ENGLISH) == ()


@pytest.mark.parametrize(
    ("entries", "supported", "order"),
    [
        ([(1, 10, 14), (2, 10, 14)], [(2, 10, 14)], [2, 1]),
        ([(1, 10, 14), (2, 10, 14)], [(1, 10, 14), (2, 10, 14)], [1, 2]),
        ([(1, 10, 14), (2, 10, 14), (3, 10, 14)], [(3, 10, 14)], [3, 1, 2]),
        ([(1, 10, 14), (2, 10, 12), (3, 10, 12)], [(3, 10, 12)], [1, 3, 2]),  # a part of the word
        ([(1, 10, 14), (2, 10, 12)], [(2, 10, 12)], [1, 2]),  # a part does not go before the whole
        ([(1, 10, 14), (2, 10, 14)], [(2, 10, 12)], [1, 2]),
    ],
)
def test_supported_entries_come_first(
    entries: list[tuple[int, int, int]], supported: list[tuple[int, int, int]], order: list[int]
) -> None:
    analysis = Analysis((word(*entries),), ((0, 20),))
    supports = [support((a, b), "Trump", entry) for entry, a, b in supported]
    revised = supported_first(analysis, supports)
    assert [reference.id for reference in revised.words[0].entries] == order
    assert (revised is analysis) == (order == [entry for entry, _a, _b in entries])


def test_what_is_not_sure_moves_nothing() -> None:
    analysis = Analysis((word((CARDS, 10, 14), (NAME, 10, 14)),), ((0, 20),))
    assert supported_first(analysis, [support((10, 14), "Trump", NAME, 0, 0.2)]) is analysis
