"""What the English supports: which words of a sentence it says, asked for as far as the page is in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.engine.protocol import FindSupport, Priority, Refused, Supports
from reader.model import Analysis, Place, Support, WordAt
from reader.ui.engine_bridge import EngineBridge
from reader.ui.english.aligning import Aligning
from reader.ui.english.parallel_text import ParallelText
from reader.ui.page.page import Span
from reader.ui.page.reading_view import ReadingView
from reader.ui.panel.evidence import Evidence, evidence_for, likely, supported_first
from reader.ui.reading_session import ReadingSession


class Supporting(QObject):
    """Puts the entries first that the English supports, and tells with which words it does.

    Only what the alignment is sure of counts. Signals: ``found(int)`` when what is known of a paragraph has
    changed.
    """

    found = Signal(int)

    def __init__(
        self, engine: EngineBridge, aligning: Aligning, session: ReadingSession, view: ReadingView
    ) -> None:
        super().__init__(session)
        self._engine, self._aligning, self._session, self._view = engine, aligning, session, view
        self._text: ParallelText | None = None
        self._tickets: dict[int, int] = {}  # by the number of the pair
        self._supports: dict[int, tuple[Support, ...]] = {}  # of pairs, offsets into the whole texts
        self._originals: dict[int, Analysis] = {}  # of the paragraphs that were revised, as they came
        self._is_revising = False
        aligning.changed.connect(self._aligned)
        session.analysed.connect(lambda paragraph, _analysis: self._analysed(paragraph))

    def open(self) -> None:
        """Another article is open."""
        self._originals.clear()

    def evidence_of(self, at: WordAt) -> tuple[Evidence, ...]:
        """What the English says of a word of the article, as far as that is known."""
        text = self._text
        if text is None:
            return ()
        return evidence_for(at.word, self._supports_in(text, at.paragraph), text.english.text)

    def japanese_of(self, offset: int) -> Span | None:
        """The likeliest Japanese of the word at an offset of the whole English text."""
        text = self._text
        number = text.pair_of_english(offset) if text else None
        if text is None or number is None:
            return None
        holding = (s for s in self._supports.get(number, ()) if s.en[0] <= offset < s.en[1])
        best = next(holding, None)
        return text.japanese.stretches(*best.ja)[0] if best else None

    def close(self) -> None:
        """Wait for no answer any more."""
        for ticket in self._tickets.values():
            self._engine.cancel(ticket)
        self._tickets.clear()

    # --- asking ---

    def _aligned(self) -> None:
        if self._aligning.text is self._text:
            return
        self.close()
        self._text = self._aligning.text
        self._supports.clear()
        for paragraph in list(self._originals):
            self._apply(paragraph)
        self.ask()

    def ask(self) -> None:
        """Find out about what is on screen now."""
        text = self._text
        if text is None:
            return
        for number in text.pairs_in(self._session.visible):
            pair = text.pairs[number]
            if pair.ja is None or pair.en is None or text.is_tentative(number):
                continue
            if number not in self._supports and number not in self._tickets:
                question = FindSupport(
                    text.japanese.text[slice(*pair.ja)], text.english.text[slice(*pair.en)]
                )
                self._tickets[number] = self._engine.ask(
                    question, partial(self._answered, number, pair.ja[0], pair.en[0]), Priority.REST
                )

    def _answered(self, number: int, ja_start: int, en_start: int, answer: Supports | Refused) -> None:
        self._tickets.pop(number, None)
        if isinstance(answer, Refused) or self._text is None:
            return  # reading goes on without
        self._supports[number] = tuple(
            support._replace(ja=_moved(support.ja, ja_start), en=_moved(support.en, en_start))
            for support in likely(answer.found)
        )
        for span in self._text.japanese_of(number):
            self._apply(span.paragraph)

    # --- putting the supported entries first ---

    def _analysed(self, paragraph: int) -> None:
        if not self._is_revising:
            self._originals.pop(paragraph, None)
            self._apply(paragraph)

    def _apply(self, paragraph: int) -> None:
        if self._text is None and paragraph not in self._originals:
            return
        shown = self._view.analysis(paragraph)
        if shown is None:
            return
        original = self._originals.pop(paragraph, shown)
        revised = original
        if self._text is not None:
            revised = supported_first(original, self._supports_in(self._text, paragraph))
        if revised != original:
            self._originals[paragraph] = original
        if revised != shown:
            self._is_revising = True
            self._session.revise(paragraph, shown, revised)
            self._is_revising = False
        self.found.emit(paragraph)

    def _supports_in(self, text: ParallelText, paragraph: int) -> list[Support]:
        """What supports words of a paragraph, the surest first, its Japanese by offsets into that."""
        start = text.japanese.offset(Place(paragraph))
        found = [
            support._replace(ja=_moved(support.ja, -start))
            for number in text.pairs_in(range(paragraph, paragraph + 1))
            for support in self._supports.get(number, ())
        ]
        return sorted(found, key=lambda support: -support.sureness)


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
