"""What the keys, the star and the context menu do with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.engine.protocol import Priority
from reader.model import Article, Entry, Place, Sense, Word, WordAt
from reader.ui.page.reading_view import ReadingView
from reader.ui.page.word_walk import is_unknown, word_at
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.evidence import Evidence
from reader.ui.panel.gloss_pages import WordPage, ids_needed
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.panel.lookups import Lookups
from reader.ui.vocabulary.corrections import CorrectionDialog, Corrections
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.keeping import key_of, main_reference, saved_word
from reader.vocabulary.model import Encounter, Status

_NO_WORD = "Click a word first, or choose one with the arrow keys"


class WordCommands(QObject):
    """Acts on one word: the one in the panel if that has the focus, else the current one of the text, else
    the one under the pointer.

    Signals: ``said(sentence)`` for the status bar where nothing could be done.
    """

    said = Signal(str)

    def __init__(
        self,
        view: ReadingView,
        panel: GlossPanel,
        lookups: Lookups,
        *,
        entries: EntryCache,
        saved: SavedWords,
        english_of: Callable[[Place], str],
        evidence_of: Callable[[WordAt], tuple[Evidence, ...]],
    ) -> None:
        """``english_of`` gives the English of the sentence at a place of the open article, "" for none;
        ``evidence_of`` what that says of a word."""
        super().__init__(view)
        self._view, self._panel, self._lookups = view, panel, lookups
        self._entries, self._saved = entries, saved
        self._english_of, self._evidence_of = english_of, evidence_of
        self._article, self._text_id = Article("", ()), ""
        self._hovered: WordAt | None = None
        self._shown: WordAt | None = None  # the word of the text that the panel showed last
        view.word_hovered.connect(self._set_hovered)
        view.word_activated.connect(self.show)
        view.current_changed.connect(self._follow)
        panel.save_wanted.connect(self._save_shown)
        panel.unsave_wanted.connect(self._unsave_shown)
        panel.status_wanted.connect(self._toggle_shown)

    def set_article(self, article: Article, text_id: str) -> None:
        """The article whose words are met from now on, and what names its text."""
        self._article, self._text_id = article, text_id
        self._hovered = self._shown = None

    def show(self, at: WordAt) -> None:
        """Show a word of the text in the panel."""
        self._show(at)
        self._saved.count_looked_up(at.word.key)

    def _show(self, at: WordAt) -> None:
        self._shown = at
        self._lookups.show_word(at.word, self._encounter(at), self._evidence_of(at))

    def _renew(self, at: WordAt) -> None:
        self._shown = at
        self._lookups.renew_word(at.word, self._encounter(at), self._evidence_of(at))

    def show_evidence(self, paragraph: int) -> None:
        """What the English says of a paragraph has become known: say so if a word of it is shown."""
        page, at = self._panel.page(), self._shown
        if at is None or at.paragraph != paragraph or not isinstance(page, WordPage) or page.word != at.word:
            return
        word = word_at(self._view.analysis(paragraph), at.word.start)
        if word and (word != at.word or self._evidence_of(at) != page.evidence):
            self._renew(WordAt(paragraph, word))

    def _follow(self, at: WordAt | None) -> None:
        """Where the word in the panel has become another, by a correction, show that."""
        page = self._panel.page()
        if at is None or not isinstance(page, WordPage) or page.encounter is None:
            return
        shown = page.encounter.place
        is_same = (shown.paragraph, shown.offset) == (at.paragraph, at.word.start)
        if is_same and page.encounter.article_id == self._text_id and page.word != at.word:
            self._renew(at)

    def add_english(self) -> None:
        """The English of the article has become known: words that were saved before that get theirs."""
        text_id = self._text_id

        def english_of(place: Place) -> str:
            return self._english_of(place) if self._text_id == text_id else ""

        self._saved.add_english(text_id, english_of)

    def senses_of(self, at: WordAt) -> tuple[Sense, ...]:
        """The senses of a word of the text as far as they are at hand, as those of words in sight are."""
        reference = main_reference(at.word)
        entry = self._entries.get(reference.id) if reference else None
        return entry.senses if entry else ()

    def save(self, sense: int = 0) -> None:
        """Save the word, or one of its senses (from 1)."""
        self._with_target(lambda page: self._save(page, sense))

    def toggle(self, status: Status) -> None:
        """Mark the word as known or ignored, or no longer so."""
        self._with_target(lambda page: self._toggle(page, status))

    def correct(self, corrections: Corrections, family: str) -> None:
        """Ask what is to be corrected about the current word of the text; ``family`` is its font."""
        if at := self._view.current() or self._hovered:
            CorrectionDialog(corrections, self._saved, at, family=family, parent=self._view.window()).open()
        else:
            self.said.emit(_NO_WORD)

    def save_all(self, places: Sequence[WordAt]) -> None:
        """Save words of the text in one step, each with its sentence."""
        references = [main_reference(at.word) for at in places]

        def save(entries: Mapping[int, Entry]) -> None:
            self._saved.save_all(
                [
                    saved_word(
                        at.word,
                        reference,
                        entries.get(reference.id) if reference else None,
                        encounter=self._with_english(self._encounter(at)),
                    )
                    for at, reference in zip(places, references, strict=True)
                ]
            )

        if places:
            self._entries.fetch((reference.id for reference in references if reference), save)

    def mark_all(self, words: Iterable[Word], status: Status) -> None:
        """Mark words of the text in one step."""
        marked = {}
        for word in words:
            reference = main_reference(word)
            entry = self._entries.get(reference.id) if reference else None
            marked[word.key] = saved_word(word, reference, entry)
        if marked:
            self._saved.set_status(marked.values(), status)

    def mark_rest_known(self, words: Iterable[Word]) -> None:
        """Mark as known those of the words that the user has not marked or saved in any way."""
        rest = [word for word in words if is_unknown(word, None) and self._saved.status(word.key) is None]
        if rest:
            self.mark_all(rest, Status.KNOWN)
        else:
            self.said.emit("Every word here is marked or saved already")

    def read_otherwise(self, corrections: Corrections) -> None:
        """Show the other reading of a word of the text in place of the one that is shown, and keep that as a
        correction of this place."""
        if not (at := self._view.current() or self._hovered):
            self.said.emit(_NO_WORD)
        elif (changed := self._view.read_otherwise(at)) is None:
            self.said.emit(f"No other reading of {at.word.surface} is likely")
        else:
            shown = self._panel.page()
            if isinstance(shown, WordPage) and shown.word == at.word:
                self._renew(changed)
            corrections.keep_reading(at, changed)

    # --- which word ---

    def _target(self) -> WordPage | None:
        shown = self._panel.page()
        page = shown if isinstance(shown, WordPage) else None
        focus = QApplication.focusWidget()
        if page and focus and (focus is self._panel or self._panel.isAncestorOf(focus)):
            return page
        at = self._view.current() or self._hovered
        return WordPage(at.word, {}, self._encounter(at)) if at else page

    def _with_target(self, act: Callable[[WordPage], None]) -> None:
        if page := self._target():
            act(page)
        else:
            self.said.emit(_NO_WORD)

    def _set_hovered(self, at: WordAt | None) -> None:
        self._hovered = at
        if at:
            self._entries.prefetch(ids_needed(at.word), Priority.POINTER)
            self._lookups.expect(at.word, self._encounter(at))

    def _encounter(self, at: WordAt) -> Encounter:
        sentence, start, end = self._view.sentence_of(at)
        return Encounter(
            sentence,
            start,
            end,
            self._article.title,
            self._article.source,
            met="",
            article_id=self._text_id,
            place=Place(at.paragraph, at.word.start),
        )

    # --- what is done ---

    def _save_shown(self, sense: int) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            self._save(page, sense)

    def _unsave_shown(self) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            self._saved.delete([key_of(page.word, page.reference)])

    def _toggle_shown(self, status: Status) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            self._toggle(page, status)

    def _save(self, page: WordPage, sense: int) -> None:
        self._with_entry(page.word, partial(self._save_entry, page, sense))

    def _save_entry(self, page: WordPage, sense: int, entry: Entry | None) -> None:
        senses = len(entry.senses) if entry else 0
        if sense > senses:
            self.said.emit(f"{key_of(page.word, page.reference).spelling} has no sense {sense}")
            return
        chosen = (sense,) if sense else ()
        met = page.encounter and self._with_english(page.encounter)
        self._saved.save(saved_word(page.word, page.reference, entry, chosen, met))

    def _with_english(self, met: Encounter) -> Encounter:
        """The encounter with its English, which may have been found since the word was shown."""
        is_here = met.article_id == self._text_id
        return met._replace(english=met.english or self._english_of(met.place)) if is_here else met

    def _toggle(self, page: WordPage, status: Status) -> None:
        def toggle(entry: Entry | None) -> None:
            self._saved.toggle(saved_word(page.word, page.reference, entry), status)

        self._with_entry(page.word, toggle)

    def _with_entry(self, word: Word, then: Callable[[Entry | None], None]) -> None:
        reference = main_reference(word)
        if reference is None:
            then(None)
        else:
            self._entries.fetch((reference.id,), lambda entries: then(entries.get(reference.id)))
