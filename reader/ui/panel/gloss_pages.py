"""What the gloss panel can show, and the words in which it says it: values and pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.engine.protocol import LookFurther
from reader.kana import to_hiragana
from reader.model import USUALLY_KANA, Entry, EntryKind, EntryRef, Form, Kanji, Sense, Word, WordKey
from reader.ui.panel.evidence import Evidence
from reader.ui.panel.fitting import can_mean
from reader.ui.panel.remarks import short_remark
from reader.vocabulary.keeping import main_reference, reading_beside, word_for
from reader.vocabulary.model import Encounter

_FORMS_SHOWN = 5
_OTHER_SENSES, _OTHER_PART_OF_SPEECH = "other senses", "as another part of speech"


@dataclass(frozen=True, slots=True)
class WordPage:
    """A word with its entries by id; ``encounter`` is where it was met, None for one that was typed.

    ``further`` is what else may stand there; None while that is not known. ``evidence`` is what the English
    of the sentence says of the word and its parts.
    """

    word: Word
    entries: Mapping[int, Entry] = field(default_factory=dict)
    encounter: Encounter | None = None
    further: tuple[Word, ...] | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def reference(self) -> EntryRef | None:
        """The entry that the page is about."""
        return main_reference(self.word)

    @property
    def entry(self) -> Entry | None:
        """The same, whole."""
        return self.entries.get(self.reference.id) if self.reference else None

    def said(self, sense: int) -> str:
        """What the English says for a sense (from 1) of the entry, or for the word as a whole (0); "" if it
        says nothing of it."""
        entry = self.reference.id if self.reference else 0
        return next((one.english for one in self.evidence if (one.entry, one.sense) == (entry, sense)), "")


@dataclass(frozen=True, slots=True)
class CharacterPage:
    """A kanji; ``kanji`` is None where KANJIDIC2 does not have it."""

    literal: str
    kanji: Kanji | None


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """The words that were found in a typed text, none or several."""

    text: str
    words: tuple[Word, ...] = ()
    entries: Mapping[int, Entry] = field(default_factory=dict)


Page = WordPage | CharacterPage | ResultsPage


class Row(NamedTuple):
    """A row that leads to the page of another word; ``reading`` and ``gloss`` may be empty."""

    headword: str
    reading: str
    gloss: str
    target: WordPage


class Section(NamedTuple):
    """Rows under a heading, which may be empty."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The entries beside the main one that a word's page leads to."""

    parts: tuple[EntryRef, ...]
    others: tuple[EntryRef, ...]
    names: tuple[EntryRef, ...]


def related(word: Word) -> Related:
    """Sort a word's entries into parts of it, other words that it may be, and names."""
    main = main_reference(word)
    rest = [reference for reference in word.entries if reference != main]
    words = [reference for reference in rest if reference.kind is EntryKind.WORD]
    whole = (word.start, word.end)
    return Related(
        parts=tuple(reference for reference in words if (reference.start, reference.end) != whole),
        others=tuple(reference for reference in words if (reference.start, reference.end) == whole),
        names=tuple(reference for reference in rest if reference.kind is EntryKind.NAME),
    )


def ids_needed(word: Word) -> tuple[int, ...]:
    """The entries that a word's page shows more of than its references say: the main one, and those of kana,
    which do not say which word they are."""
    main = main_reference(word)
    return tuple(
        reference.id
        for reference in word.entries
        if reference == main or to_hiragana(reference.headword) == reference.reading
    )


def sections(page: WordPage | ResultsPage) -> list[Section]:
    """The rows of a page: a word's parts, what it may be instead, names, and what else may stand there.

    Or the words that were found.
    """
    if isinstance(page, ResultsPage):
        return [Section("", tuple(_found_row(word, page.entries) for word in page.words))]
    links = related(page.word)
    named = (("Parts", links.parts), ("Also", links.others), ("Names", links.names))
    found = [
        Section(heading, tuple(_row(reference, page) for reference in references))
        for heading, references in named
        if references
    ]
    if page.further:
        rows = (
            Row(*_row_words(word.entries[0]), WordPage(word, page.entries, page.encounter))
            for word in page.further
        )
        found.append(Section("Further", tuple(rows)))
    return found


def question_further(page: WordPage) -> LookFurther:
    """What to ask for a page's ``further``."""
    word, met = page.word, page.encounter
    if met and met.sentence[met.start : met.end] == word.surface:
        text, start, end = met.sentence, met.start, met.end
    else:  # a part of what was met, or a word that was typed
        text, start, end = word.surface, 0, len(word.surface)
    listed = tuple((reference.id, reference.start - word.start + start) for reference in word.entries)
    return LookFurther(text, start, end, listed)


def with_further(page: WordPage, asked: LookFurther, words: Iterable[Word]) -> WordPage:
    """The page with what was found when ``asked``, at its own offsets."""
    shift = page.word.start - asked.start
    return replace(page, further=tuple(_shifted(word, shift) for word in words))


def _shifted(word: Word, shift: int) -> Word:
    start, end = word.start + shift, word.end + shift
    entries = tuple(reference._replace(start=start, end=end) for reference in word.entries)
    return word._replace(start=start, end=end, entries=entries)


def _row(reference: EntryRef, page: WordPage) -> Row:
    reference = _respelt(reference, page.entries.get(reference.id))
    target = WordPage(word_for(reference, page.word), page.entries, page.encounter, evidence=page.evidence)
    return Row(*_row_words(reference), target)


def _found_row(word: Word, entries: Mapping[int, Entry]) -> Row:
    if not word.entries:
        target = WordPage(word, entries)
        return Row(word.base, reading_beside(word.base, word.base_reading), "", target)
    first = _respelt(word.entries[0], entries.get(word.entries[0].id))
    return Row(*_row_words(first), WordPage(word._replace(entries=(first, *word.entries[1:])), entries))


def _respelt(reference: EntryRef, entry: Entry | None) -> EntryRef:
    """A headword of kana in the spelling of ``entry``, once that is known: it says which word is meant.

    する stays as it is: nobody writes 為る.
    """
    is_kana = to_hiragana(reference.headword) == reference.reading
    if is_kana and entry and entry.spellings and USUALLY_KANA not in shared_remarks(entry):
        return reference._replace(headword=entry.spellings[0].text)
    return reference


def _row_words(reference: EntryRef) -> tuple[str, str, str]:
    headword = reference.headword
    return headword, reading_beside(headword, reference.reading), "; ".join(reference.gloss)


class Senses(NamedTuple):
    """Senses with their numbers in the dictionary; ``heading`` says why they come only now, if they do."""

    heading: str
    numbered: tuple[tuple[int, Sense], ...]


def supported_senses(page: WordPage, entry: Entry) -> list[Senses]:
    """An entry's senses: first those that the English of the sentence says, last those that the word cannot
    have where it stands. They keep their numbers, by which they are saved.
    """
    said, fitting, unfit = [], [], []
    for numbered in enumerate(entry.senses, start=1):
        if page.said(numbered[0]):
            said.append(numbered)
        elif can_mean(page.word.pos, numbered[1]):
            fitting.append(numbered)
        else:
            unfit.append(numbered)
    groups: list[Senses] = []
    last = 0
    for heading, group in (("", said), (_OTHER_SENSES, fitting), (_OTHER_PART_OF_SPEECH, unfit)):
        if group:
            groups.append(Senses(heading if group[0][0] < last else "", tuple(group)))
            last = group[-1][0]
    return groups


def other_forms(entry: Entry, key: WordKey) -> list[str]:
    """How else the word is written and read, with JMdict's remarks; a line each, if there is any."""
    written = [_form(form) for form in entry.spellings if form.text != key.spelling]
    read = [_form(form) for form in entry.readings if reading_beside(form.text, key.reading)]
    lines = (("also written", written), ("also read", read))
    return [f"{label} {'、'.join(forms[:_FORMS_SHOWN])}" for label, forms in lines if forms]


def _form(form: Form) -> str:
    remarks = ", ".join(map(short_remark, form.info))
    return f"{form.text} ({remarks})" if remarks else form.text


def word_tags(page: WordPage) -> list[str]:
    """What stands under the headword: part of speech of the sense that comes first, what holds for all of
    them, whether it is common, and whether the user corrected it."""
    corrected = ["corrected"] if page.word.corrected else []
    entry = page.entry
    if entry is None:
        return [page.word.pos.value, *corrected]
    tags = list(first_sense(page, entry).pos)
    if entry.kind is EntryKind.NAME and not tags:
        tags.append("name")
    tags += map(short_remark, shared_remarks(entry))
    return [*dict.fromkeys(tags), *(["common"] if entry.common else []), *corrected]


def first_sense(page: WordPage, entry: Entry) -> Sense:
    """The sense that comes first on the page; an empty one where there is none."""
    return next((sense for group in supported_senses(page, entry) for _, sense in group.numbered), Sense(()))


def shared_remarks(entry: Entry) -> tuple[str, ...]:
    """JMdict's remarks that hold for every sense of the entry."""
    first, *others = entry.senses or [Sense(())]
    return tuple(remark for remark in first.misc if all(remark in sense.misc for sense in others))


def kanji_tags(kanji: Kanji) -> list[str]:
    """A kanji's strokes, school grade, level and rank, as far as they are known."""
    tags = []
    if kanji.strokes:
        tags.append(f"{kanji.strokes} {'stroke' if kanji.strokes == 1 else 'strokes'}")
    if kanji.grade:
        tags.append(f"grade {kanji.grade}" if kanji.grade <= 6 else "secondary school")
    if kanji.jlpt:
        tags.append(f"JLPT {kanji.jlpt} (old)")
    if kanji.frequency:
        tags.append(f"no. {kanji.frequency} in newspapers")
    return tags
