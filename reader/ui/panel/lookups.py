"""What the panel shows, one page after the other, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.engine.protocol import (
    DescribeKanji,
    Found,
    FoundFurther,
    KanjiPage,
    LookFurther,
    LookUp,
    Priority,
    Refused,
)
from reader.model import Entry, PartOfSpeech, Word
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.evidence import Evidence
from reader.ui.panel.gloss_pages import (
    CharacterPage,
    Page,
    ResultsPage,
    WordPage,
    ids_needed,
    question_further,
    with_further,
)
from reader.ui.panel.gloss_panel import GlossPanel
from reader.vocabulary.keeping import word_of
from reader.vocabulary.model import Encounter, SavedWord

_REMEMBERED = 200
_EXPECTED = 8  # words that were pointed at lately
_EXPECTED_AFTER = 30  # milliseconds on a word: less than it takes to click it, more than to pass over it
_PATIENCE = 150  # milliseconds that a page waits for its entries, so as not to change before the eyes


class Lookups(QObject):
    """Fetches what the panel is to show and keeps the pages that were shown.

    Signals: ``refused(sentence)`` where the engine cannot answer.
    """

    refused = Signal(str)

    def __init__(
        self, engine: EngineBridge, entries: EntryCache, panel: GlossPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._entries = entries
        self._panel = panel
        self._pages: list[Page] = []
        self._at = -1
        self._ticket: int | None = None
        self._further: dict[LookFurther, tuple[Word, ...]] = {}  # of the words pointed at lately
        self._further_tickets: dict[LookFurther, int] = {}
        self._expected: WordPage | None = None
        self._expected_timer = QTimer(self, interval=_EXPECTED_AFTER, singleShot=True)
        self._expected_timer.timeout.connect(self._prepare_expected)
        self._replaced: Word | None = None  # whose page gives its place to the one that is shown next
        self._awaited: WordPage | None = None  # asked for, and not shown while its entries are on their way
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._show_incomplete)
        panel.word_wanted.connect(self.show_page)
        panel.kanji_wanted.connect(self.show_kanji)
        panel.text_wanted.connect(self._follow)
        panel.back_wanted.connect(partial(self.move, -1))
        panel.forward_wanted.connect(partial(self.move, 1))

    def show_word(self, word: Word, encounter: Encounter | None, evidence: tuple[Evidence, ...] = ()) -> None:
        """Show a word that was met in an article; ``evidence`` is what the English there says of it."""
        self.show_page(WordPage(word, {}, encounter, evidence=evidence))

    def renew_word(self, word: Word, encounter: Encounter, evidence: tuple[Evidence, ...]) -> None:
        """Show a word in place of the one that is shown: what stands there is read in another way now."""
        shown = self._panel.page()
        replaced = shown.word if isinstance(shown, WordPage) else None
        self.show_page(WordPage(word, {}, encounter, evidence=evidence), replaced)

    def expect(self, word: Word, encounter: Encounter) -> None:
        """The pointer is on a word of an article: find out before it is clicked what else may stand there."""
        self._expected = WordPage(word, {}, encounter)
        self._expected_timer.start()

    def show_saved(self, saved: SavedWord) -> None:
        """Show a word of the vocabulary."""
        self.show_page(WordPage(word_of(saved)))

    def show_page(self, page: WordPage, replaced: Word | None = None) -> None:
        """Show a word's page once it is complete; after a moment, what there is of it.

        It follows the page that is shown, or takes its place if that is of the word ``replaced``.
        """
        self._replaced = replaced
        ids = ids_needed(page.word)
        page = replace(page, entries={**page.entries, **self._entries.at_hand(ids)})
        if missing := [entry_id for entry_id in ids if entry_id not in page.entries]:
            self._awaited = page
            self._patience.start()
            self._entries.fetch(missing, partial(self._complete, page))
        else:
            self._push(page)
        rows = (reference.id for reference in page.word.entries)
        self._entries.prefetch(rows, Priority.POINTER)  # what may be chosen next

    def look_up(self, text: str, around: str = "") -> None:
        """Show what the dictionaries have for a typed or selected text; where that is no word by itself, for
        the text ``around`` it."""
        self._ask(LookUp(text, around), self._found)

    def _follow(self, reference: str) -> None:
        """Show the entry that another one refers to: spelling, reading and sense, with dots between."""
        self.look_up(reference.split("・", maxsplit=1)[0])

    def show_kanji(self, literal: str) -> None:
        """Show a kanji's page."""
        self._ask(DescribeKanji(literal), partial(self._described, literal))

    def move(self, step: int) -> None:
        """Go back (-1) or forward (1)."""
        self._awaited = None
        if 0 <= self._at + step < len(self._pages):
            self._at += step
            self._show()

    def close(self) -> None:
        """Wait for no answer any more."""
        self._forget()
        self._expected_timer.stop()
        for ticket in self._further_tickets.values():
            self._engine.cancel(ticket)
        self._further_tickets.clear()

    def _forget(self) -> None:
        """Wait no more for what was asked to be shown."""
        self._awaited = None
        if self._ticket is not None:
            self._engine.cancel(self._ticket)

    def _ask(self, question: LookUp | DescribeKanji, then: partial[None] | object) -> None:
        self._forget()
        self._ticket = self._engine.ask(question, then)  # type: ignore[arg-type]

    def _found(self, answer: Found | Refused) -> None:
        if isinstance(answer, Refused):
            self.refused.emit(answer.message)
        elif len(answer.words) == 1:
            self.show_page(WordPage(answer.words[0], answer.entries))
        else:
            self._push(ResultsPage(answer.text, answer.words, answer.entries))

    def _described(self, literal: str, answer: KanjiPage | Refused) -> None:
        if isinstance(answer, Refused):
            self.refused.emit(answer.message)
        else:
            self._push(CharacterPage(literal, answer.kanji))

    def _complete(self, page: WordPage, entries: dict[int, Entry]) -> None:
        """The entries of a page that waits for them, or was shown without them, have come."""
        if self._awaited is page:
            self._push(replace(page, entries={**page.entries, **entries}))
            return
        for number, shown in enumerate(self._pages):
            if isinstance(shown, WordPage) and shown.word is page.word and entries:
                self._pages[number] = replace(shown, entries={**shown.entries, **entries})
                if number == self._at:
                    self._show()

    def _show_incomplete(self) -> None:
        if self._awaited is not None:
            self._push(self._awaited)

    def _push(self, page: Page) -> None:
        self._awaited = None
        shown = self._pages[self._at] if self._pages else None
        if shown and _is_same(shown, page):
            page = _renewed(shown, page)
        elif not (isinstance(shown, WordPage) and shown.word is self._replaced):
            self._pages = [*self._pages[: self._at + 1], page][-_REMEMBERED:]
            self._at = len(self._pages) - 1
        question = _lacking(page)
        if question in self._further and isinstance(page, WordPage):
            page = with_further(page, question, self._further[question])
        self._pages[self._at] = page
        self._show()
        if question in self._further:
            self._prefetch_further(self._further[question])
        elif question is not None:
            self._ask_further(question)

    # --- what else may stand there ---

    def _prepare_expected(self) -> None:
        question = _lacking(self._expected)
        if question is not None and question not in self._further:
            self._ask_further(question)

    def _ask_further(self, question: LookFurther) -> None:
        if question not in self._further_tickets:
            self._further_tickets[question] = self._engine.ask(
                question, partial(self._found_further, question)
            )

    def _found_further(self, asked: LookFurther, answer: FoundFurther | Refused) -> None:
        del self._further_tickets[asked]
        if isinstance(answer, Refused):
            return  # the page has told so, or will
        self._further[asked] = answer.words
        while len(self._further) > _EXPECTED:
            del self._further[next(iter(self._further))]
        for number, shown in enumerate(self._pages):
            if isinstance(shown, WordPage) and _lacking(shown) == asked:
                self._pages[number] = page = with_further(shown, asked, answer.words)
                if number == self._at:
                    self._panel.complete_page(page)
                    self._prefetch_further(answer.words)

    def _prefetch_further(self, words: Iterable[Word]) -> None:
        """Have at hand what may be chosen next."""
        self._entries.prefetch((word.entries[0].id for word in words), Priority.SCREEN)

    def _show(self) -> None:
        self._panel.show_page(self._pages[self._at])
        self._panel.set_history(back=self._at > 0, forward=self._at < len(self._pages) - 1)


def _lacking(page: Page | None) -> LookFurther | None:
    """What to ask for what else may stand where a page's word does; None if it is known, or there is none."""
    if isinstance(page, WordPage) and page.further is None and page.word.pos is not PartOfSpeech.NUMBER:
        return question_further(page)
    return None


def _is_same(shown: Page, page: Page) -> bool:
    """Whether a page is the one that is shown, of which more may be known by now."""
    if isinstance(shown, WordPage) and isinstance(page, WordPage):
        shown = replace(shown, further=page.further, evidence=page.evidence)
    return shown == page


def _renewed(shown: Page, page: Page) -> Page:
    """The page that is shown with what the English says by now."""
    if isinstance(shown, WordPage) and isinstance(page, WordPage):
        return replace(shown, evidence=page.evidence)
    return shown
