"""The articles that ship find their English, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.dictionary.database import Dictionary
from reader.parallel.aligner import Aligner

ARTICLES = sorted((Path(__file__).parents[2] / "articles").glob("*.ja.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_no_sentence_is_without_a_partner(path: Path) -> None:
    japanese = path.read_text(encoding="utf-8")
    english = path.with_name(path.name.replace(".ja.", ".en.")).read_text(encoding="utf-8")
    alignment = Aligner(Dictionary()).align(japanese, english)
    assert [pair for pair in alignment.pairs if pair.ja is None or pair.en is None] == []
    for pair in alignment.pairs:  # no pair goes beyond its paragraph
        assert pair.ja is not None
        assert pair.en is not None
        assert japanese.count("\n", 0, pair.ja[0]) == english.count("\n", 0, pair.en[0])
        assert "\n" not in japanese[slice(*pair.ja)] + english[slice(*pair.en)]
