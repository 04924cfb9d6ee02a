"""What kind of word a reader sees, from UniDic's parts of speech of its tokens."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.tokenizer import Token
from reader.language.words import Span
from reader.model import PartOfSpeech

_PARTS_OF_SPEECH = {
    "名詞": PartOfSpeech.NOUN,
    "代名詞": PartOfSpeech.PRONOUN,
    "動詞": PartOfSpeech.VERB,
    "形容詞": PartOfSpeech.ADJECTIVE,
    "形状詞": PartOfSpeech.NA_ADJECTIVE,
    "副詞": PartOfSpeech.ADVERB,
    "連体詞": PartOfSpeech.ADNOMINAL,
    "接続詞": PartOfSpeech.CONJUNCTION,
    "感動詞": PartOfSpeech.INTERJECTION,
    "助詞": PartOfSpeech.PARTICLE,
    "助動詞": PartOfSpeech.AUXILIARY,
    "接頭辞": PartOfSpeech.PREFIX,
    "接尾辞": PartOfSpeech.SUFFIX,
}


# What a word of several tokens is by a last token that is grammar: 思いがけない, 実に.
_BY_LAST = {"ない": PartOfSpeech.ADJECTIVE, "に": PartOfSpeech.ADVERB}


def part_of_speech(tokens: Sequence[Token], span: Span, *, is_number: bool) -> PartOfSpeech:
    """The part of speech of a word; ``is_number``: it counts something."""
    head, last = tokens[span.first], tokens[span.core - 1]
    if is_number:
        return PartOfSpeech.NUMBER
    if head.pos[1] == last.pos[1] == "固有名詞":
        return PartOfSpeech.NAME
    if head.pos[0] in ("助詞", "助動詞"):  # について is a particle, whatever its verb
        return _PARTS_OF_SPEECH[head.pos[0]]
    if span.core > span.first + 1 and last.pos[0] in ("助詞", "助動詞") and last.lemma in _BY_LAST:
        return _BY_LAST[last.lemma]
    if last.pos[0] == "接尾辞" and span.core > span.first + 1:
        return PartOfSpeech.NA_ADJECTIVE if last.pos[1] == "形状詞的" else PartOfSpeech.NOUN
    return _PARTS_OF_SPEECH.get(last.pos[0], PartOfSpeech.SYMBOL)
