"""What the user corrected, put in the place of what the analysis found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reader.kana import to_hiragana
from reader.language.characters import is_kana
from reader.language.ruby import place
from reader.model import Analysis, EntryRef, OtherReading, Paragraph, PartOfSpeech, Ruby, Word
from reader.vocabulary.model import Correction, Scope

if TYPE_CHECKING:
    from reader.engine.analysis import Analyser


def corrected(
    analysis: Analysis, text: str, corrections: Sequence[Correction], analyser: Analyser
) -> Analysis:
    """``analysis`` of the paragraph ``text`` with ``corrections``, the widest scope first.

    Those for a place must be meant for this paragraph. What is corrected elsewhere, too, applies where the
    analysis cuts the text at the same ends: a reading of 人 is none of 夫人.
    """
    words = list(analysis.words)
    for correction in corrections:
        if correction.pieces is not None:
            for start in _starts(correction, text, words):
                words = _cut(words, text, start, correction.pieces, analyser)
    for correction in corrections:
        for number, word in enumerate(words):
            if _is_meant(correction, word):
                words[number] = _as_said(correction, word, analyser)
    return analysis._replace(words=tuple(words))


# --- where a word begins and ends ---


def _starts(correction: Correction, text: str, words: Sequence[Word]) -> list[int]:
    target = correction.target
    length = len(target.surface)
    if target.scope is Scope.PLACE:
        start = target.place.offset
        return [start] if text.startswith(target.surface, start) else []
    starts, ends = {word.start for word in words}, {word.end for word in words}
    return [
        start for start in _occurrences(text, target.surface) if start in starts and start + length in ends
    ]


def _occurrences(text: str, surface: str) -> Iterator[int]:
    start = text.find(surface)
    while start >= 0:
        yield start
        start = text.find(surface, start + len(surface))


def _cut(
    words: Sequence[Word], text: str, start: int, pieces: Sequence[int], analyser: Analyser
) -> list[Word]:
    """The words with pieces of these lengths from ``start`` on, and what is left of words that these cut."""
    end = start + sum(pieces)
    touched = [word for word in words if word.start < end and start < word.end]
    bounds = sorted(
        {start, *(start + length for length in accumulate(pieces)), end}
        | {word.start for word in touched if word.start < start}
        | {word.end for word in touched if word.end > end}
    )
    if list(pairwise(bounds)) == [(word.start, word.end) for word in touched]:
        return list(words)
    new = [_one_word(text[begin:stop], begin, analyser) for begin, stop in pairwise(bounds)]
    before = [word for word in words if word.end <= start and word not in touched]
    after = [word for word in words if word.start >= end and word not in touched]
    return [*before, *(word._replace(corrected=True) for word in new), *after]


def _one_word(surface: str, start: int, analyser: Analyser) -> Word:
    """``surface`` as one word, as well as it can be known without what stands around it."""
    for word in analyser.look_up(surface).words:
        if (word.start, word.end) == (0, len(surface)):
            return _moved(word, start)
    parts = analyser.analyse(Paragraph(surface)).words
    reading = "".join(part.reading for part in parts) or surface
    ruby = tuple(over for part in parts for over in part.ruby)
    pos = parts[-1].pos if parts else PartOfSpeech.SYMBOL
    return _moved(Word(0, len(surface), surface, surface, reading, reading, pos, ruby), start)


def _moved(word: Word, by: int) -> Word:
    return word._replace(
        start=word.start + by,
        end=word.end + by,
        ruby=_moved_ruby(word.ruby, by),
        entries=tuple(ref._replace(start=ref.start + by, end=ref.end + by) for ref in word.entries),
        others=tuple(other._replace(ruby=_moved_ruby(other.ruby, by)) for other in word.others),
    )


def _moved_ruby(ruby: Sequence[Ruby], by: int) -> tuple[Ruby, ...]:
    return tuple(Ruby(start + by, end + by, text) for start, end, text in ruby)


# --- how it reads and what it is ---


def _is_meant(correction: Correction, word: Word) -> bool:
    target = correction.target
    if correction.reading is None and correction.entry_id is None:
        return False
    at_place = target.scope is not Scope.PLACE or word.start == target.place.offset
    return at_place and word.surface == target.surface


def _as_said(correction: Correction, word: Word, analyser: Analyser) -> Word:
    word = word._replace(corrected=True)
    if correction.reading is not None:
        word = _read_as(to_hiragana(correction.reading), word, analyser)
    if correction.entry_id is not None:
        word = _with_entry(correction.entry_id, word, analyser)
    return word


def _read_as(reading: str, word: Word, analyser: Analyser) -> Word:
    word = word._replace(
        reading=reading,
        ruby=place(word.surface, reading, analyser.readings_of, word.start),
        confidence=1.0,
        others=_others(reading, word),
    )
    stem, stem_reading = _stem(word.surface, reading)
    whole = [ref for ref in word.entries if (ref.start, ref.end) == (word.start, word.end)]
    found = analyser.dictionary.candidates({ref.headword for ref in whole})
    readings = {
        (candidate.entry.id, headword): candidate.readings
        for headword, candidates in found.items()
        for candidate in candidates
    }
    fitting: list[EntryRef] = []
    rest: list[EntryRef] = []
    for ref in word.entries:
        wanted = stem_reading + to_hiragana(ref.headword[len(stem) :])
        known = {to_hiragana(ref.reading), *readings.get((ref.id, ref.headword), ())}
        if ref in whole and to_hiragana(ref.headword).startswith(to_hiragana(stem)) and wanted in known:
            fitting.append(ref if to_hiragana(ref.reading) == wanted else ref._replace(reading=wanted))
        else:
            rest.append(ref)
    if fitting:
        return word._replace(
            base=fitting[0].headword, base_reading=fitting[0].reading, entries=(*fitting, *rest)
        )
    return word._replace(base_reading=reading) if word.base == word.surface else word


def _others(reading: str, word: Word) -> tuple[OtherReading, ...]:
    """How the word might be read instead of this, in the order in which one after the other is shown."""
    found = (OtherReading(word.reading, word.ruby), *word.others)
    after = 1 + next((n for n, other in enumerate(found) if to_hiragana(other.reading) == reading), -1)
    return (*found[after:], *found[: max(after - 1, 0)])


def _stem(surface: str, reading: str) -> tuple[str, str]:
    """What of a word and of its reading stands before the kana at its end, which inflection changes."""
    stem = len(surface)
    while stem and is_kana(surface[stem - 1]):
        stem -= 1
    ending = to_hiragana(surface[stem:])
    if not stem or not reading.endswith(ending):
        return surface, reading
    return surface[:stem], reading[: len(reading) - len(ending)]


def _with_entry(entry_id: int, word: Word, analyser: Analyser) -> Word:
    known = [ref for ref in word.entries if ref.id == entry_id]
    chosen = known[0] if known else _reference(entry_id, word, analyser)
    if chosen is None:
        return word
    chosen = chosen._replace(start=word.start, end=word.end)
    return word._replace(entries=(chosen, *(ref for ref in word.entries if ref.id != entry_id)))


def _reference(entry_id: int, word: Word, analyser: Analyser) -> EntryRef | None:
    """A reference to an entry that the analysis did not find; None where there is no such entry."""
    entry = analyser.dictionary.entries([entry_id]).get(entry_id)
    if entry is None:
        return None
    spellings = [form.text for form in entry.spellings] or [form.text for form in entry.readings]
    readings = [form.text for form in entry.readings]
    return EntryRef(
        entry.id,
        entry.kind,
        word.start,
        word.end,
        word.base if word.base in spellings else spellings[0],
        word.base_reading if word.base_reading in readings else readings[0],
        entry.senses[0].glosses if entry.senses else (),
    )
