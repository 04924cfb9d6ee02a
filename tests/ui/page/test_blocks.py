"""From articles to blocks."""

import pytest

from reader.model import Analysis, Article, Paragraph, ParagraphKind, PartOfSpeech, Ruby, Word
from reader.ui.page.blocks import Block, WordRuby, blocks_of, readings_of, rubies_of
from reader.ui.page.typography import Role
from tests.ui.reading_samples import SENTENCE, analyse, article


@pytest.mark.parametrize(
    ("english", "roles"),
    [
        ({}, "title byline body body"),
        ({2: "a", 3: "b"}, "title byline body english body english"),
        ({0: "t", 3: "b"}, "title english byline body body english"),
        ({0: "", 3: "b"}, "title byline body body english"),
    ],
)
def test_english_stands_below_its_paragraph(english: dict[int, str], roles: str) -> None:
    blocks = blocks_of(article([SENTENCE, SENTENCE]), english)
    assert " ".join(block.role for block in blocks) == roles


def test_a_very_long_english_text_is_cut_after_a_sentence() -> None:
    text = "The boats came in at 3.30. " * 100
    blocks = blocks_of(Article("", (Paragraph("港"),)), {0: text})[1:]
    assert "".join(block.text for block in blocks) == text
    assert all(block.text.strip().endswith("3.30.") for block in blocks)


def test_a_very_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "港に船が着いた。" * 1000
    blocks = blocks_of(Article("", (Paragraph(text),)))
    assert "".join(block.text for block in blocks) == text
    assert [block.start for block in blocks] == [
        sum(len(block.text) for block in blocks[:number]) for number in range(len(blocks))
    ]
    assert all(block.text.endswith("。") and len(block.text) <= 1200 for block in blocks)
    assert [block.is_last_part for block in blocks] == [False] * (len(blocks) - 1) + [True]


def test_a_very_long_paragraph_without_sentences() -> None:
    blocks = blocks_of(Article("", (Paragraph("港" * 4500),)))
    assert [len(block.text) for block in blocks] == [1200, 1200, 1200, 900]


def _whole(paragraph: Paragraph) -> Block:
    return Block(Role.BODY, 0, paragraph.text, 0, len(paragraph.text))


def test_the_authors_ruby_wins() -> None:
    paragraph = Paragraph("朝の港", ruby=(Ruby(2, 3, "はとば"),))
    block = _whole(paragraph)
    assert rubies_of(block, paragraph, None) == [WordRuby(2, 3, "はとば", 0)]
    assert rubies_of(block, paragraph, analyse("朝|の|港")) == [
        WordRuby(0, 1, "あさ", 0),
        WordRuby(2, 3, "はとば", 3),
    ]


def test_the_numbers_of_a_byline_are_not_read() -> None:
    byline = "By A. Reed, March 15"
    number = Word(18, 20, "15", "15", "じゅうご", "", PartOfSpeech.NUMBER, (Ruby(18, 20, "じゅうご"),))
    analysis = Analysis((number,), ())
    assert readings_of(Paragraph(byline), analysis) == [WordRuby(18, 20, "じゅうご", 0)]
    assert readings_of(Paragraph(byline, ParagraphKind.BYLINE), analysis) == []


def test_the_readings_of_one_word_belong_together() -> None:
    words = (
        Word(
            0,
            2,
            "電話",
            "電話",
            "でんわ",
            "でんわ",
            PartOfSpeech.NOUN,
            (Ruby(0, 1, "でん"), Ruby(1, 2, "わ")),
        ),
        Word(2, 4, "会談", "会談", "かいだん", "かいだん", PartOfSpeech.NOUN, (Ruby(2, 4, "かいだん"),)),
    )
    paragraph = Paragraph("電話会談の朝の海", ruby=(Ruby(5, 6, "あさ"), Ruby(7, 8, "うみ")))
    found = rubies_of(_whole(paragraph), paragraph, Analysis(words, ((0, 8),)))
    numbers = [ruby.word for ruby in found]
    assert [ruby.text for ruby in found] == ["でん", "わ", "かいだん", "あさ", "うみ"]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 4


def test_rubies_count_from_the_beginning_of_their_block() -> None:
    word = Word(5, 6, "港", "港", "みなと", "みなと", PartOfSpeech.NOUN, (Ruby(5, 6, "みなと"),))
    paragraph, analysis = Paragraph("朝の海と。港に"), Analysis((word,), ((0, 7),))
    assert rubies_of(Block(Role.BODY, 0, paragraph.text, 5, 7), paragraph, analysis) == [
        WordRuby(0, 1, "みなと", 0)
    ]
    assert rubies_of(Block(Role.BODY, 0, paragraph.text, 0, 5), paragraph, analysis) == []
    assert rubies_of(Block(Role.ENGLISH, 0, "harbour", 0, 7), paragraph, analysis) == []
