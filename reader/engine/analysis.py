"""Brings language and dictionary together: a paragraph becomes words with readings, ruby and entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reader.dictionary.candidates import Candidate
from reader.dictionary.database import Dictionary
from reader.dictionary.ranking import Context, name_reference, rank, rank_names, reference
from reader.engine.protocol import Found
from reader.language.kana import has_japanese, has_kanji, is_kanji, to_hiragana
from reader.language.numbers import Number, find_numbers
from reader.language.readings import Read, base_reading, read_word
from reader.language.ruby import place
from reader.language.sentences import sentence_spans
from reader.language.tokenizer import Token, tokenize
from reader.language.words import Span, dictionary_forms, find_words, merge_numbers, spellings_to_look_up
from reader.model import Analysis, EntryRef, Paragraph, PartOfSpeech, ReadingSource, Ruby, Word

_MOST_ENTRIES = 12  # what the panel lists for one word
_MOST_HOMOGRAPHS = 5  # of those, entries of the word itself


class Analyser:
    """Analyses paragraphs with the installed dictionaries. It belongs to the thread that made it.

    Raises ReaderError where a dictionary is missing.
    """

    def __init__(self) -> None:
        self.dictionary = Dictionary()
        self._kanji_readings = lru_cache(maxsize=4096)(self._readings_of_kanji)

    def analyse(self, paragraph: Paragraph, source: ReadingSource = ReadingSource.CONTEXT) -> Analysis:
        """The words and sentences of one paragraph."""
        text = paragraph.text
        raw = tokenize(text)
        numbers = find_numbers(text, raw)
        tokens = merge_numbers(text, raw, numbers)
        scene = _Scene(self, text, tokens, numbers)
        words = tuple(scene.word(span) for span in scene.spans if _is_word(tokens, span))
        return Analysis(words, sentence_spans(text))

    def look_up(self, text: str) -> Found:
        """What the search field finds for a typed or selected text: its words with their entries."""
        words = self.analyse(Paragraph(text)).words
        known = tuple(word for word in words if word.entries)
        return Found(text, known, self.dictionary.entries({ref.id for word in known for ref in word.entries}))

    def guess(self, surface: str) -> str:
        """A reading for what neither UniDic nor JMdict can read: JMnedict's, pykakasi's, or kanji by kanji."""
        for name in self.dictionary.names([surface]).get(surface, ()):
            return to_hiragana(name.readings[0])
        if len(surface) > 1:
            from reader.language.kakasi import convert  # noqa: PLC0415  (half a second, and rarely needed)

            guessed = to_hiragana("".join(item.reading for item in convert(surface)))
            if guessed and not has_kanji(guessed):
                return guessed
        return "".join(next(iter(self._ordered_readings(character)), character) for character in surface)

    def readings_of(self, literal: str) -> frozenset[str]:
        """How one kanji may be read, for splitting a word's reading over its kanji."""
        return self._kanji_readings(literal)

    def _readings_of_kanji(self, literal: str) -> frozenset[str]:
        return frozenset(self._ordered_readings(literal))

    def _ordered_readings(self, literal: str) -> tuple[str, ...]:
        readings = self.dictionary.kanji_readings([literal]).get(literal)
        return (*readings.on, *readings.kun) if readings and is_kanji(literal) else ()


class _Scene:
    """One paragraph while it is analysed: its tokens, its words' spans and all that the dictionary has for them."""

    def __init__(
        self, analyser: Analyser, text: str, tokens: Sequence[Token], numbers: Sequence[Number]
    ) -> None:
        self.analyser = analyser
        self.text = text
        self.tokens = tokens
        self.numbers = {number.start: number for number in numbers}
        wanted = spellings_to_look_up(tokens)
        wanted.update(number.spelling for number in numbers if number.spelling)
        self.found = analyser.dictionary.candidates(wanted)
        self.spans = find_words(tokens, self.found)
        self.names = analyser.dictionary.names(self._possible_names())

    def word(self, span: Span) -> Word:
        tokens = self.tokens
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        read = read_word(self.text, tokens, span, self.numbers, self.found, self.analyser.guess)
        base = base_reading(read, tokens, span)
        return Word(
            start=start,
            end=end,
            surface=self.text[start:end],
            base=span.headword,
            base_reading=base,
            reading=read.text,
            pos=_part_of_speech(tokens, span, start in self.numbers),
            ruby=self._ruby(read),
            entries=self._entries(span, base),
            confidence=read.confidence,
        )

    def _ruby(self, read: Read) -> tuple[Ruby, ...]:
        return tuple(
            ruby
            for piece in read.pieces
            for ruby in place(
                self.text[piece.start : piece.end], piece.reading, self.analyser.readings_of, piece.start
            )
        )

    # --- entries ------------------------------------------------------------------------------

    def _possible_names(self) -> set[str]:
        """The words that may be names: those tagged so, and those that JMdict does not have."""
        return {
            span.headword
            for span in self.spans
            if _is_tagged_name(self.tokens[span.first])
            or (span.headword not in self.found and has_japanese(span.headword))
        }

    def _entries(self, span: Span, base: str) -> tuple[EntryRef, ...]:
        tokens = self.tokens
        token = tokens[span.first]
        start, end = token.start, tokens[span.last - 1].end
        single = span.core == span.first + 1
        context = _context(token, base) if single else Context(base)
        spellings = dictionary_forms(token) if single else (span.headword,)
        if (number := self.numbers.get(start)) and number.spelling:
            spellings = (*spellings, number.spelling)
        words = self._word_refs(spellings, context, start, end)
        names = [
            name_reference(name, context, start, end)
            for name in rank_names(self.names.get(span.headword, ()), context)[:_MOST_HOMOGRAPHS]
        ]
        refs = [*names, *words] if _is_tagged_name(token) else [*words, *names]
        return _without_doubles([*refs[:_MOST_HOMOGRAPHS], *self._part_refs(span), *refs[_MOST_HOMOGRAPHS:]])

    def _part_refs(self, span: Span) -> list[EntryRef]:
        """The entries of what a word is made of: the tokens of its core, and the verbs that colour it."""
        tokens = self.tokens
        if span.last == span.first + 1:
            return []
        parts: list[EntryRef] = []
        for index in range(span.first, span.last):
            token = tokens[index]
            if index >= span.core and token.pos[0] not in ("動詞", "形容詞"):
                continue
            if index == span.first and span.core == span.first + 1:
                continue
            context = _context(token, to_hiragana(token.base_kana))
            parts += self._word_refs(dictionary_forms(token), context, token.start, token.end, 2)
        return parts

    def _word_refs(self, spellings: Iterable[str], context: Context, start: int, end: int, most: int = _MOST_HOMOGRAPHS) -> list[EntryRef]:
        candidates: list[Candidate] = []
        for spelling in spellings:
            candidates += self.found.get(spelling, ())
        return [
            reference(candidate, context, start, end) for candidate in rank(candidates, context)[:most]
        ]


def _context(token: Token, base: str) -> Context:
    return Context(base, tuple(level for level in token.pos if level), token.ctype, token.lemma)


def _without_doubles(refs: Sequence[EntryRef]) -> tuple[EntryRef, ...]:
    seen: dict[tuple[int, int, int], EntryRef] = {}
    for ref in refs:
        seen.setdefault((ref.id, ref.start, ref.end), ref)
    return tuple(seen.values())[:_MOST_ENTRIES]


# --- what kind of word it is ----------------------------------------------------------------------


def _is_word(tokens: Sequence[Token], span: Span) -> bool:
    """Punctuation and signs are no words."""
    return any(any(map(str.isalnum, token.surface)) for token in tokens[span.first : span.last])


def _is_tagged_name(token: Token) -> bool:
    return token.pos[1] == "固有名詞"


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


def _part_of_speech(tokens: Sequence[Token], span: Span, is_number: bool) -> PartOfSpeech:
    head, last = tokens[span.first], tokens[span.core - 1]
    if is_number:
        return PartOfSpeech.NUMBER
    if _is_tagged_name(head) and _is_tagged_name(last):
        return PartOfSpeech.NAME
    if head.pos[0] in ("助詞", "助動詞"):  # について is a particle, whatever its verb
        return _PARTS_OF_SPEECH[head.pos[0]]
    if last.pos[0] == "接尾辞" and span.core > span.first + 1:
        return PartOfSpeech.NA_ADJECTIVE if last.pos[1] == "形状詞的" else PartOfSpeech.NOUN
    return _PARTS_OF_SPEECH.get(last.pos[0], PartOfSpeech.SYMBOL)


# --- for the command line -------------------------------------------------------------------------


def as_json(line: int, text: str, analysis: Analysis) -> dict[str, Any]:
    """What ``reader analyze --json`` prints for line number ``line`` (from 1)."""
    return {"line": line, "text": text, "words": [_word_as_json(word) for word in analysis.words]}


def _word_as_json(word: Word) -> dict[str, Any]:
    return {
        "start": word.start,
        "end": word.end,
        "surface": word.surface,
        "base": word.base,
        "reading": word.reading,
        "pos": word.pos.value,
        "confidence": round(word.confidence, 3),
        "ruby": [list(ruby) for ruby in word.ruby],
        "inflection": list(word.inflection),
        "entries": [_entry_as_json(ref) for ref in word.entries],
    }


def _entry_as_json(ref: EntryRef) -> dict[str, Any]:
    return {
        "id": ref.id,
        "kind": ref.kind.value,
        "start": ref.start,
        "end": ref.end,
        "headword": ref.headword,
        "reading": ref.reading,
        "gloss": list(ref.gloss),
    }
