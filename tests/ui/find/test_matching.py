"""What a typed text finds in a paragraph."""

from __future__ import annotations

import pytest

from reader.model import Analysis, EntryKind, EntryRef, Paragraph, PartOfSpeech, Ruby, Word
from reader.ui.find.matching import hits_in, query_of

TEXT = "緊張緩和をＮＡＴＯに訴えた。ウクライナは世話を認めて、訴状を出す"
WORDS = (
    ("緊張緩和", "緊張緩和", "きんちょうかんわ", (("緊張", "きんちょう"), ("緩和", "かんわ"))),
    ("訴えた", "訴える", "うったえる", (("訴", "うった"),)),
    ("ウクライナ", "ウクライナ", "ウクライナ", ()),
    ("世話", "世話", "せわ", (("世話", "せわ"),)),
    ("認めて", "認める", "みとめる", (("認", "みと"),)),
    ("訴状", "訴状", "そじょう", (("訴", "そ"), ("状", "じょう"))),
    ("出す", "出す", "だす", (("出", "だ"),)),
)


def word(surface: str, base: str, base_reading: str, readings: tuple[tuple[str, str], ...]) -> Word:
    start = TEXT.index(surface)
    end = start + len(surface)
    ruby = []
    for over, reading in readings:
        at = TEXT.index(over, start)
        ruby.append(Ruby(at, at + len(over), reading))
    headword = "見とめる" if base == "認める" else base  # as if the dictionary knew only this spelling
    entries = (
        EntryRef(1, EntryKind.WORD, start, end, headword, base_reading),
        EntryRef(2, EntryKind.WORD, start, start + 1, surface[0], ""),
    )
    return Word(
        start, end, surface, base, base_reading, "", PartOfSpeech.NOUN, ruby=tuple(ruby), entries=entries
    )


ANALYSIS = Analysis(tuple(word(*each) for each in WORDS), ((0, len(TEXT)),))


def found(typed: str, analysis: Analysis | None = ANALYSIS, ruby: tuple[Ruby, ...] = ()) -> list[str]:
    paragraph = Paragraph(TEXT, ruby=ruby)
    return [TEXT[start:end] for start, end in hits_in(query_of(typed), paragraph, analysis)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("緊張", ["緊張"]),
        ("張緩", ["張緩"]),
        ("訴", ["訴", "訴"]),
        ("nato", ["ＮＡＴＯ"]),
        ("NATO", ["ＮＡＴＯ"]),
        ("  緩和 ", ["緩和"]),
        ("", []),
        ("　", []),
        ("汽車", []),
        # by reading: from the beginning of a base on
        ("きんちょう", ["緊張"]),
        ("きんちょうかんわ", ["緊張緩和"]),
        ("キンチョウ", ["緊張"]),
        ("かん", ["緩和"]),
        ("ちょう", []),
        ("わ", []),
        ("せわを", ["世話を"]),
        ("うったえた", ["訴えた"]),
        ("うくらいな", ["ウクライナ"]),
        ("そじょう", ["訴状"]),
        # by dictionary form
        ("訴える", ["訴えた"]),
        ("うったえる", ["訴えた"]),
        ("認める", ["認めて"]),
        ("見とめる", ["認めて"]),
        ("出す", ["出す"]),
        ("緊", ["緊"]),  # what explains a part of a word does not find the whole
    ],
)
def test_found(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("訴える", []), ("訴え", ["訴え"]), ("うくらい", ["ウクライ"])]
)
def test_without_analysis_only_the_text(typed: str, expected: list[str]) -> None:
    assert found(typed, analysis=None) == expected


def test_the_authors_reading_is_found_instead_of_ours() -> None:
    author = (Ruby(0, 2, "デタント"),)
    assert found("でたんと", ruby=author) == ["緊張"]
    assert found("きんちょう", ruby=author) == []
    assert found("デタント", analysis=None, ruby=author) == ["緊張"]


def test_case_is_no_matter_where_small_letters_are_longer() -> None:
    assert hits_in(query_of("b"), Paragraph("İb"), None) == [(1, 2)]
