"""Brings language and dictionary together: a paragraph becomes words with readings, ruby and entries."""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.dictionary.database import Dictionary
from reader.dictionary.kanji import KanjiReadings
from reader.engine.entries import Lookups, entries_for
from reader.engine.further import Further
from reader.engine.protocol import Found
from reader.kana import to_hiragana
from reader.language.characters import has_japanese, has_kanji, is_kanji, is_katakana
from reader.language.codes import addresses
from reader.language.counting import Piece
from reader.language.deinflection import origins
from reader.language.folding import Folded, fold, folded_paragraph, unfolded_analysis, unfolded_word
from reader.language.homonyms import told_apart
from reader.language.inflection import inflection
from reader.language.names import people, possible_names, with_surnames
from reader.language.numbers import Number, find_numbers
from reader.language.parts_of_speech import part_of_speech
from reader.language.passage import Passage
from reader.language.reading_model import ReadingModel
from reader.language.reading_options import Unit, units
from reader.language.reading_rules import compile_ahead
from reader.language.readings import base_reading, read_under_ruby, read_word
from reader.language.ruby import place
from reader.language.sentences import sentence_spans
from reader.language.spellings import known_runs, plain_causative, possible_runs, spellings_to_look_up
from reader.language.tokenizer import Token, tokenize
from reader.language.unidic import unidic_readings
from reader.language.words import Span, find_words, join_under, merge_numbers
from reader.model import Analysis, EntryRef, OtherReading, Paragraph, PartOfSpeech, ReadingSource, Ruby, Word

if TYPE_CHECKING:
    from reader.parallel.aligner import Aligner

# Analysed once at the start, so that tokenizer, tables and indexes are loaded before the first question.
_WARM_UP = "大統領は12月30日、電話会談を行った。"

# How much of the text around a word its further entries are sought in: enough for the tokenizer to find its
# feet, and for the longest expression.
_BEFORE, _BEHIND = 12, 24
_KEPT_WORDS = 5000  # some 5 MB
# Hardly anything here is garbage that refers to itself, so it is looked for far less often than usual: to go
# through 20,000 objects takes 6 ms.
_COLLECT_AFTER = (50_000, 20, 20)
_SLANG = frozenset(("ねえ", "ねぇ", "ねー", "てえ", "てぇ", "んない"))  # which UniDic gives as ない and たい


class Analyser:
    """Analyses paragraphs with the installed dictionaries. It belongs to the thread that made it.

    Raises ReaderError where a dictionary is missing.
    """

    def __init__(self, model: ReadingModel | None = None) -> None:
        self.dictionary = Dictionary()
        self.model = model or ReadingModel.load()
        self.known: dict[Hashable, Word] = {}  # words that are the same whatever stands around them
        self._kanji_readings = lru_cache(maxsize=4096)(self._readings_of_kanji)
        self.analyse(Paragraph(_WARM_UP))
        # All that is loaded now stays: going through it again and again for garbage is a tenth of the time.
        gc.freeze()
        gc.set_threshold(*_COLLECT_AFTER)

    def read_ahead(self) -> Iterator[None]:
        """Get ready for articles to come, in small steps: for when nothing is asked."""
        yield from compile_ahead()
        for words in self.dictionary.read_ahead():
            for spelling, entries in words.items():
                if has_kanji(spelling):
                    unidic_readings(spelling)
                    for reading in {reading for entry in entries for reading in entry.readings[:1]}:
                        place(spelling, reading, self.readings_of)
            yield
        gc.freeze()

    def analyse(
        self,
        paragraph: Paragraph,
        source: ReadingSource = ReadingSource.CONTEXT,
        pause: Callable[[], None] = lambda: None,
    ) -> Analysis:
        """The words and sentences of one paragraph. ``pause`` is called every few milliseconds: it may ask
        something else of this analyser, or raise."""
        if folded := fold(paragraph.text):
            analysis = self._analyse(folded_paragraph(paragraph, folded), source, pause)
            return unfolded_analysis(analysis, paragraph.text, folded)
        return self._analyse(paragraph, source, pause)

    def _analyse(
        self, paragraph: Paragraph, source: ReadingSource, pause: Callable[[], None] = lambda: None
    ) -> Analysis:
        scene = _Scene(self, paragraph, source, pause)
        return Analysis(tuple(scene.words()), sentence_spans(paragraph.text))

    def units(self, paragraph: Paragraph) -> tuple[Passage, list[Unit]]:
        """What is read as one in a paragraph, each with its options: for training the model of readings."""
        scene = _Scene(self, paragraph, ReadingSource.CONTEXT, lambda: None)
        return scene.passage, [unit for span in scene.spans for unit in units(scene.passage, span)]

    def look_further(
        self, text: str, start: int, end: int, listed: Collection[tuple[int, int]]
    ) -> tuple[Word, ...]:
        """What else may stand from ``text[start:end]`` on or within it; see ``Further.words``."""
        folded = fold(text) or Folded(text, range(len(text) + 1))
        first, last = bisect_left(folded.offsets, start), bisect_left(folded.offsets, end)
        skipped = max(0, first - _BEFORE)
        near = folded.text[skipped : last + _BEHIND]
        tokens = tokenize(near)
        place = (first - skipped, last - skipped)
        indexes = [index for index, token in enumerate(tokens) if place[0] <= token.start < place[1]]
        further = Further(near, tokens, indexes, self.dictionary)
        known = {(id_, bisect_left(folded.offsets, offset) - skipped) for id_, offset in listed}
        here = Folded(near, folded.offsets[skipped : last + _BEHIND + 1])
        return tuple(unfolded_word(word, text, here) for word in further.words(*place, known))

    def analyse_wholly(self, text: str) -> Analysis:
        """As ``analyse``, with the further entries of all words behind their own."""
        folded = fold(text) or Folded(text, range(len(text) + 1))
        analysis = self._analyse(Paragraph(folded.text), ReadingSource.CONTEXT)
        tokens = tokenize(folded.text)
        further = Further(folded.text, tokens, range(len(tokens)), self.dictionary)
        words = []
        for word in analysis.words:
            listed = [(ref.id, ref.start) for ref in word.entries]
            more = [ref for found in further.words(word.start, word.end, listed) for ref in found.entries]
            words.append(word._replace(entries=(*word.entries, *more)))
        return unfolded_analysis(analysis._replace(words=tuple(words)), text, folded)

    @cached_property
    def aligner(self) -> Aligner:
        """What aligns a text with its English, on the same dictionaries."""
        from reader.parallel.aligner import Aligner  # noqa: PLC0415  (only with English beside it)

        return Aligner(self.dictionary)

    def look_up(self, text: str, around: str = "") -> Found:
        """What the search field finds for a typed or selected text: all of it as one word, and its words.

        Where it is no word by itself, what is found for the text ``around`` it, unless that is empty: a
        selection may begin and end inside words.
        """
        text, around = text.strip(), around.strip()
        words = [word for word in self.analyse(Paragraph(text)).words if word.entries]
        if not any(ref.start == 0 and ref.end == len(text) for word in words for ref in word.entries):
            whole = self._as_one_word(text) or [
                word
                for word in self.look_further(text, 0, len(text), ())
                if (word.start, word.end) == (0, len(text))
            ]
            if not whole and around not in ("", text):
                return self.look_up(around)
            words[:0] = whole
        return Found(
            text, tuple(words), self.dictionary.entries({ref.id for word in words for ref in word.entries})
        )

    def _as_one_word(self, text: str) -> list[Word]:
        """A word that the tokenizer would cut (kana without context, say), as the dictionary has it."""
        for spelling in dict.fromkeys((text, to_hiragana(text))):
            tokens = [Token(0, len(text), spelling, "", spelling, "", "", "", ("名詞", "", "", ""), "", "")]
            span = Span(0, 1, 1, spelling)
            lookups = Lookups(self.dictionary.candidates([spelling]), self.dictionary.names([spelling]), [[]])
            if entries := entries_for(tokens, span, None, "", lookups):
                reading = entries[0].reading
                ruby = place(text, reading, self.readings_of)
                return [
                    Word(0, len(text), text, spelling, reading, reading, PartOfSpeech.NOUN, ruby, (), entries)
                ]
        return []

    def guess(self, surface: str) -> str:
        """A reading for what neither UniDic nor JMdict can read: JMnedict's, pykakasi's or kanji by kanji."""
        for name in self.dictionary.names([surface]).get(surface, ()):
            return name.readings[0]
        if len(surface) > 1:
            from reader.language.kakasi import convert  # noqa: PLC0415  (half a second, and rarely needed)

            guessed = to_hiragana("".join(item.reading for item in convert(surface)))
            if guessed and not has_kanji(guessed):
                return guessed
        return "".join(next(iter(self._ordered_readings(character)), character) for character in surface)

    def kanji(self, literal: str) -> KanjiReadings | None:
        """The readings of one kanji; None for what is none, or unknown."""
        return self.dictionary.kanji_readings([literal]).get(literal) if is_kanji(literal) else None

    def readings_of(self, literal: str) -> frozenset[str]:
        """How one kanji may be read, for splitting a word's reading over its kanji."""
        return self._kanji_readings(literal)

    def _readings_of_kanji(self, literal: str) -> frozenset[str]:
        readings = self.kanji(literal)
        return frozenset((*readings.on, *readings.kun, *readings.nouns)) if readings else frozenset()

    def _ordered_readings(self, literal: str) -> tuple[str, ...]:
        readings = self.kanji(literal)
        return (*readings.on, *readings.kun) if readings else ()


class _Scene:
    """One paragraph while it is analysed: its tokens, its words and what the dictionaries have for them.

    Between its steps it calls ``pause``.
    """

    def __init__(
        self, analyser: Analyser, paragraph: Paragraph, source: ReadingSource, pause: Callable[[], None]
    ) -> None:
        self.analyser, self.pause = analyser, pause
        self.text = text = paragraph.text
        self.authored = sorted(paragraph.ruby)
        raw = tokenize(text)
        pause()
        numbers = find_numbers(text, raw)
        self.tokens = tokens = told_apart(with_surnames(merge_numbers(text, raw, numbers)))
        pause()
        self.numbers = {number.start: number for number in numbers}
        runs = possible_runs(tokens)
        wanted = spellings_to_look_up(tokens, runs)
        for number in numbers:
            wanted.update((number.spelling, *number.parts))
        pause()
        words = analyser.dictionary.candidates(wanted)
        whole_names = analyser.dictionary.names(possible_names(tokens))
        pause()
        runs = known_runs(runs, words.keys())
        self.spans = find_words(tokens, runs, words, whole_names)
        pause()
        if self.authored:
            self.spans = join_under(self.spans, tokens, [(ruby.start, ruby.end) for ruby in self.authored])
        names = analyser.dictionary.names(self._names_to_look_up(words))
        self.passage = Passage(text, tokens, self.numbers, words, names, analyser.guess, analyser.kanji)
        self.lookups = Lookups(words, names, runs, people(tokens))
        if len(analyser.known) > _KEPT_WORDS:
            analyser.known.clear()
        self.kakasi = self._ruby_by_kakasi(text, 0) if source is ReadingSource.PYKAKASI else None

    def words(self) -> Iterator[Word]:
        """The words in order; punctuation and signs are none, nor is what stands in an address."""
        codes = addresses(self.text)
        for span in self.spans:
            start, end = self.tokens[span.first].start, self.tokens[span.last - 1].end
            if any(first <= start < last for first, last in codes):
                continue
            if any(map(str.isalnum, self.text[start:end])):
                yield self._word(span, start, end)
                self.pause()

    def _word(self, span: Span, start: int, end: int) -> Word:
        """The word of a span; most words of a text are not new, and only their places differ."""
        number = self.numbers.get(start) if span.core == span.first + 1 else None
        if number or self.authored or self.kakasi is not None:
            return self._made(span, start, end, number)[0]
        known, key = self.analyser.known, self._key(span, start, end)
        word = known.get(key)
        if word is None:
            word, is_everywhere_so = self._made(span, start, end, None)
            if is_everywhere_so:
                known[key] = word
        return word if word.start == start else _moved(word, start - word.start)

    def _key(self, span: Span, start: int, end: int) -> Hashable:
        """What a word follows from, but for what stands around it."""
        headword, surface = span.headword, self.text[start:end]
        lookups = self.lookups
        words, names, persons = lookups.words, lookups.names, lookups.people
        tokens = self.tokens[span.first : span.last]
        return (
            headword,
            span.core - span.first,
            headword in words,
            surface in words,
            headword in names,
            headword in persons,
            tuple([token.facts for token in tokens]),
            tuple([token.surface for token in tokens if token.surface in names]),
        )

    def _made(self, span: Span, start: int, end: int, number: Number | None) -> tuple[Word, bool]:
        """The word of a span, and whether it is the same whatever stands around it."""
        tokens = self.tokens
        read = read_word(self.passage, span, self.analyser.model)
        ruby = self._placed(read.pieces)
        others: tuple[OtherReading, ...] = ()
        authored = [over for over in self.authored if start <= over.start and over.end <= end]
        if authored:
            ruby = _merged(authored, ruby)
            read = read_under_ruby(self.text, start, end, ruby, 1.0)
        elif self.kakasi is None:
            others = tuple([self._other(pieces) for pieces in read.others])
        base = base_reading(read.pieces, tokens, span)
        entries = entries_for(tokens, span, number, base, self.lookups)
        if self.kakasi is not None:
            ruby = _merged(authored, self._kakasi_within(start, end))
            read = read_under_ruby(self.text, start, end, ruby, read.confidence)
            base = base_reading(read.pieces, tokens, span)
        word = Word(
            start=start,
            end=end,
            surface=self.text[start:end],
            base=span.headword,
            base_reading=base,
            reading=read.text,
            pos=self._part_of_speech(span, number is not None and not number.is_name),
            ruby=ruby,
            inflection=self._inflection(span),
            entries=entries,
            confidence=read.confidence,
            others=others,
            meaning=number.meaning if number else "",
        )
        return word, read.everywhere

    def _part_of_speech(self, span: Span, is_number: bool) -> PartOfSpeech:
        if span.headword in self.lookups.people:
            return PartOfSpeech.NAME
        return part_of_speech(self.tokens, span, is_number=is_number)

    def _other(self, pieces: Sequence[Piece]) -> OtherReading:
        return OtherReading("".join([piece.reading for piece in pieces]), self._placed(pieces))

    def _placed(self, pieces: Sequence[Piece]) -> tuple[Ruby, ...]:
        placed: list[Ruby] = []
        for start, end, reading in pieces:
            if reading != (surface := self.text[start:end]):
                placed += place(surface, reading, self.analyser.readings_of, start)
        return tuple(placed)

    def _inflection(self, span: Span) -> tuple[str, ...]:
        tokens = self.tokens[span.core - 1 : span.last]
        last = tokens[0]
        if self.text[self.tokens[span.first].start : tokens[-1].end] == span.headword:
            return ()  # ので is no form of のだ
        steps = inflection(tokens)
        if steps[:1] == ("potential",) and span.headword.endswith(last.base):
            steps = steps[1:]  # the dictionary has the potential verb itself
        if span.headword == plain_causative(last):
            steps = ("causative", *steps)
        if last.ctype and (not steps or tokens[-1].surface in _SLANG):
            return self._by_ending(span, steps)
        return steps

    def _by_ending(self, span: Span, steps: tuple[str, ...]) -> tuple[str, ...]:
        """What the ending says of a word, where that is more than the ``steps`` that UniDic knows."""
        surface = self.text[self.tokens[span.first].start : self.tokens[span.last - 1].end]
        if surface == span.headword:
            return steps
        pos = frozenset().union(*(found.pos for found in self.lookups.words.get(span.headword, ())))
        for origin in origins(surface):
            if origin.base == span.headword and pos & origin.pos and set(steps) <= set(origin.steps):
                return origin.steps
        return steps

    def _names_to_look_up(self, words: Collection[str]) -> set[str]:
        """The words that may be names: those tagged so, foreign ones, and those that JMdict does not have."""
        return {
            span.headword
            for span in self.spans
            if self.tokens[span.first].pos[1] == "固有名詞"
            or is_katakana(span.headword)
            or (span.headword not in words and has_japanese(span.headword))
        }

    # --- pykakasi alone -----------------------------------------------------------------------

    def _kakasi_within(self, start: int, end: int) -> tuple[Ruby, ...]:
        """What pykakasi puts over a word; over it alone where what it reads as one goes beyond the word."""
        assert self.kakasi is not None
        over = [ruby for ruby in self.kakasi if ruby.start < end and ruby.end > start]
        if all(start <= ruby.start and ruby.end <= end for ruby in over):
            return tuple(over)
        return self._ruby_by_kakasi(self.text[start:end], start)

    def _ruby_by_kakasi(self, text: str, offset: int) -> tuple[Ruby, ...]:
        from reader.language.kakasi import convert  # noqa: PLC0415  (half a second, and rarely needed)

        return tuple(
            ruby
            for item in convert(text)
            if has_kanji(surface := text[item.start : item.end])
            for ruby in place(surface, item.reading, self.analyser.readings_of, offset + item.start)
        )


def _moved(word: Word, by: int) -> Word:
    """The same word so many code points further on; it has no ``others``."""
    return word._replace(
        start=word.start + by,
        end=word.end + by,
        ruby=tuple([Ruby(start + by, end + by, text) for start, end, text in word.ruby]),
        entries=tuple(
            [
                EntryRef(id_, kind, start + by, end + by, headword, reading, gloss)
                for id_, kind, start, end, headword, reading, gloss in word.entries
            ]
        ),
    )


def _merged(first: Sequence[Ruby], second: Sequence[Ruby]) -> tuple[Ruby, ...]:
    """Both in order; where they overlap, the first."""
    kept = [
        ruby for ruby in second if not any(ruby.start < over.end and ruby.end > over.start for over in first)
    ]
    return tuple(sorted((*first, *kept)))
