"""Articles and analyses made by hand, for the tests of the page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import (
    Analysis,
    Article,
    Paragraph,
    ParagraphKind,
    PartOfSpeech,
    Ruby,
    Word,
    WordAt,
)

SENTENCE = "大統領|は|朝|の|港|で|緊張緩和|を|訴え|た|。"
READINGS = {
    "大統領": "だいとうりょう",
    "朝": "あさ",
    "港": "みなと",
    "緊張緩和": "きんちょうかんわ",
    "訴え": "うったえ",
}
PARTICLES = {"は", "の", "で", "を"}


def text_of(marked: str) -> str:
    """The text of a paragraph whose words are marked with bars."""
    return marked.replace("|", "")


def analyse(marked: str) -> Analysis:
    """The analysis of such a paragraph: each 。 ends a sentence, and is no word."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    start = begin = 0
    for surface in marked.split("|"):
        end = start + len(surface)
        if surface == "。":
            sentences.append((begin, end))
            begin = end
        else:
            words.append(_word(surface, start))
        start = end
    if begin < start:
        sentences.append((begin, start))
    return Analysis(tuple(words), tuple(sentences))


def article(paragraphs: Sequence[str], english: tuple[str, ...] = ()) -> Article:
    """An article with a title, a byline and these paragraphs."""
    body = [Paragraph(text_of(marked)) for marked in paragraphs]
    title = Paragraph("港町の朝、にぎわう市場", ParagraphKind.TITLE)
    byline = Paragraph("By A. Writer", ParagraphKind.BYLINE)
    return Article(title.text, (title, byline, *body), english=english)


def word_in(analysis: Analysis, surface: str, paragraph: int) -> WordAt:
    """The first word with this surface."""
    return WordAt(paragraph, next(word for word in analysis.words if word.surface == surface))


def _word(surface: str, start: int) -> Word:
    reading = READINGS.get(surface, surface)
    end = start + len(surface)
    okurigana = 1 if surface == "訴え" else 0
    ruby = Ruby(start, end - okurigana, reading[: len(reading) - okurigana])
    return Word(
        start=start,
        end=end,
        surface=surface,
        base=surface,
        base_reading=reading,
        reading=reading,
        pos=PartOfSpeech.PARTICLE if surface in PARTICLES else PartOfSpeech.NOUN,
        ruby=(ruby,) if surface in READINGS else (),
    )
