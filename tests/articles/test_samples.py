"""The articles that ship: whole, in order, each with its English paragraph by paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.samples import read_sample, samples
from reader.model import ParagraphKind

SHIPPED = samples()


def test_there_are_four_and_the_news_comes_first() -> None:
    assert list(SHIPPED) == ["tsunami-warning", "lunar-probe", "kitchen-verbs", "morning-market"]


@pytest.mark.parametrize("path", SHIPPED.values(), ids=list(SHIPPED))
def test_sample(path: Path) -> None:
    article = read_sample(path)
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds[:2] == [ParagraphKind.TITLE, ParagraphKind.BYLINE]
    assert set(kinds[2:]) == {ParagraphKind.BODY}
    assert 400 <= sum(len(paragraph.text) for paragraph in article.paragraphs[2:]) <= 1200
    assert len(article.english) == len(article.paragraphs)
    assert article.english[1] == article.paragraphs[1].text
    assert article.source == "sample article"


@pytest.mark.parametrize("path", SHIPPED.values(), ids=list(SHIPPED))
def test_sample_files_hold_nothing_but_their_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == "\n".join(paragraph.text for paragraph in read_sample(path).paragraphs) + "\n"
    assert all(line == line.strip() for line in text.splitlines())


def test_order_is_by_number_and_other_files_are_no_samples(tmp_path: Path) -> None:
    for name in ("10-last.ja.txt", "2-first.ja.txt", "2-first.en.txt", "notes.txt", "draft.ja.txt"):
        (tmp_path / name).write_text("題\n本文。\n", encoding="utf-8")
    assert list(samples(tmp_path)) == ["first", "last"]


def test_no_folder_no_samples(tmp_path: Path) -> None:
    assert samples(tmp_path / "missing") == {}
