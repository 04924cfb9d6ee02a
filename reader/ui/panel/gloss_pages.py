"""What the gloss panel can show, and the words in which it says it: values and pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from reader.kana import to_hiragana
from reader.model import Encounter, Entry, EntryKind, EntryRef, Form, Kanji, Sense, Word, WordKey
from reader.ui.panel.link_row import RowText
from reader.ui.vocabulary.keeping import main_reference, reading_beside

_FORMS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class WordPage:
    """A word with its entries by id; ``encounter`` is where it was met, None for one that was typed."""

    word: Word
    entries: Mapping[int, Entry] = field(default_factory=dict)
    encounter: Encounter | None = None

    @property
    def reference(self) -> EntryRef | None:
        """The entry that the page is about."""
        return main_reference(self.word)

    @property
    def entry(self) -> Entry | None:
        """The same, whole."""
        return self.entries.get(self.reference.id) if self.reference else None


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


def row_text(reference: EntryRef, entry: Entry | None) -> RowText:
    """A row that leads to ``reference``; if that is kana, in the spelling of ``entry``, once it is known."""
    headword = reference.headword
    if entry and entry.spellings and to_hiragana(headword) == reference.reading:
        headword = entry.spellings[0].text
    return RowText(headword, reading_beside(headword, reference.reading), "; ".join(reference.gloss))


def other_forms(entry: Entry, key: WordKey) -> list[str]:
    """How else the word is written and read, with JMdict's remarks; a line each, if there is any."""
    written = [_form(form) for form in entry.spellings if form.text != key.spelling]
    read = [_form(form) for form in entry.readings if reading_beside(form.text, key.reading)]
    lines = (("also written", written), ("also read", read))
    return [f"{label} {'、'.join(forms[:_FORMS_SHOWN])}" for label, forms in lines if forms]


def _form(form: Form) -> str:
    return f"{form.text} ({', '.join(form.info)})" if form.info else form.text


def word_tags(page: WordPage) -> list[str]:
    """What stands under the headword: part of speech, and whether the word is common."""
    entry = page.entry
    if entry is None:
        return [page.word.pos.value]
    tags = list(entry.senses[0].pos) if entry.senses else []
    if entry.kind is EntryKind.NAME and not tags:
        tags.append("name")
    return [*dict.fromkeys(tags), *(["common"] if entry.common else [])]


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


def sense_html(sense: Sense, pos_before: tuple[str, ...], quiet: str) -> str:
    """A sense as rich text: part of speech if that is not ``pos_before``, glosses, remarks in ``quiet``."""
    lines = []
    if sense.pos and sense.pos != pos_before:
        lines.append(_quiet(", ".join(sense.pos), quiet))
    lines.append(escape("; ".join(sense.glosses)))
    remarks = [*sense.field, *sense.misc, *sense.dialect, *sense.info]
    if sense.only_for:
        remarks.append(f"only {', '.join(sense.only_for)}")
    if remarks:
        lines.append(_quiet(" · ".join(remarks), quiet))
    for label, targets in (("see also", sense.see_also), ("opposite", sense.antonyms)):
        if targets:
            links = ", ".join(
                f'<a href="{escape(target)}">{escape(target.split("・")[0])}</a>' for target in targets
            )
            lines.append(f'<span style="color:{quiet}">{label}</span> {links}')
    return "<br>".join(lines)


def _quiet(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{escape(text)}</span>'
