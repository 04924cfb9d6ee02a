"""From a word of a text to a word of the vocabulary and back: pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from reader.kana import to_hiragana
from reader.model import Entry, EntryKind, EntryRef, PartOfSpeech, Ruby, Word, WordKey
from reader.vocabulary.model import Encounter, SavedWord

SENSES_KEPT = 5
"""How many senses' glosses are kept when the user chose none: a card with thirty teaches nothing."""


def main_reference(word: Word) -> EntryRef | None:
    """The entry that explains the whole word, under whose key it is saved; None where there is none."""
    for reference in word.entries:
        if (reference.start, reference.end) == (word.start, word.end):
            return reference
    return None


def key_of(word: Word, reference: EntryRef | None) -> WordKey:
    """The identity of ``word`` as ``reference`` explains it."""
    if reference is None:
        return WordKey(None, word.base, word.base_reading)
    return WordKey(reference.id, reference.headword, reference.reading)


def headword_ruby(word: Word, reference: EntryRef | None) -> tuple[Ruby, ...]:
    """The reading of the dictionary form, split over its characters as it is over the word in the text.

    Where the two differ (来た, 来る) the reading stands over all that is not kana in common.
    """
    key = key_of(word, reference)
    start = reference.start if reference else word.start
    surface = word.surface[start - word.start :]
    same = _common_prefix(surface, key.spelling)
    ruby = tuple(
        Ruby(part.start - start, part.end - start, part.text)
        for part in word.ruby
        if start <= part.start and part.end - start <= same
    )
    if _read(key.spelling, ruby) == to_hiragana(key.reading):
        return ruby
    return whole_ruby(key.spelling, key.reading)


def whole_ruby(spelling: str, reading: str) -> tuple[Ruby, ...]:
    """``reading`` over what is left of ``spelling`` without the kana that both begin or end with."""
    sounds = to_hiragana(spelling)
    reading = to_hiragana(reading)
    if not reading or sounds == reading:
        return ()
    start = _common_prefix(sounds, reading)
    kana_after = _common_prefix(sounds[:start:-1], reading[:start:-1])
    end = len(spelling) - kana_after
    read = reading[start : len(reading) - kana_after]
    return (Ruby(start, end, read),) if start < end and read else ()


def saved_word(
    word: Word,
    reference: EntryRef | None,
    entry: Entry | None,
    senses: Sequence[int] = (),
    encounter: Encounter | None = None,
) -> SavedWord:
    """What is put into the vocabulary. ``senses`` are numbers from 1 in ``entry``; none means all of it."""
    numbers = tuple(number for number in senses if entry and 1 <= number <= len(entry.senses))
    chosen = [entry.senses[number - 1] for number in numbers] if entry else []
    shown = chosen or (list(entry.senses[:SENSES_KEPT]) if entry else [])
    gloss = "\n".join("; ".join(sense.glosses) for sense in shown)
    pos = ", ".join(shown[0].pos) if shown and shown[0].pos else word.pos.value
    key = key_of(word, reference)
    forms = (*entry.spellings, *entry.readings) if entry else ()
    return SavedWord(
        key=key,
        pos=pos,
        gloss=gloss or ("; ".join(reference.gloss) if reference else word.meaning),
        senses=numbers,
        ruby=headword_ruby(word, reference),
        encounters=(encounter,) if encounter else (),
        frequency=next((form.band for form in forms if form.text == key.spelling), None),
    )


def reading_beside(spelling: str, reading: str) -> str:
    """``reading`` where it says more than ``spelling`` does, else ""."""
    return reading if to_hiragana(spelling) != to_hiragana(reading) else ""


def word_of(saved: SavedWord) -> Word:
    """A saved word as if it were met in a text that consists of it alone, so that the panel can show it."""
    key = saved.key
    whole = (0, len(key.spelling))
    references: tuple[EntryRef, ...] = ()
    if key.entry_id is not None:
        gloss = (saved.gloss.split("\n")[0],)
        references = (EntryRef(key.entry_id, EntryKind.WORD, *whole, key.spelling, key.reading, gloss),)
    return Word(
        *whole,
        surface=key.spelling,
        base=key.spelling,
        base_reading=key.reading,
        reading=key.reading,
        pos=PartOfSpeech(saved.pos) if saved.pos in set(PartOfSpeech) else PartOfSpeech.NOUN,
        ruby=saved.ruby,
        entries=references,
        meaning="" if references else saved.gloss,
    )


def word_for(reference: EntryRef, word: Word) -> Word:
    """The part or the other meaning of ``word`` that ``reference`` explains, as a word of its own."""
    start, end = reference.start, reference.end
    return Word(
        start,
        end,
        surface=word.surface[start - word.start : end - word.start],
        base=reference.headword,
        base_reading=reference.reading,
        reading=reference.reading,
        pos=PartOfSpeech.NAME if reference.kind is EntryKind.NAME else word.pos,
        ruby=tuple(part for part in word.ruby if start <= part.start and part.end <= end),
        inflection=word.inflection if (start, end) == (word.start, word.end) else (),
        entries=(
            reference,
            *(
                other
                for other in word.entries
                if other != reference and start <= other.start and other.end <= end
            ),
        ),
    )


def _read(spelling: str, ruby: Sequence[Ruby]) -> str:
    parts, position = [], 0
    for start, end, text in ruby:
        parts += [spelling[position:start], text]
        position = end
    return to_hiragana("".join(parts) + spelling[position:])


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
