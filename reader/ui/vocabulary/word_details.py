"""A word's own page in the vocabulary window: its entry, the user's remarks, its sentences and history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.ui.colours import Colours
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.gloss_pages import WordPage
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.panel.lookups import Lookups
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.keeping import key_of, saved_word
from reader.vocabulary.model import Encounter, Review, SavedWord, Status, StatusChange
from reader.vocabulary.store import Vocabulary

_NOTE_LINES = 3
_ANSWERS = {1: "again", 2: "hard", 3: "good", 4: "easy"}


class _Facts(NamedTuple):
    """What is kept about one word."""

    word: SavedWord | None
    history: tuple[StatusChange, ...]
    reviews: tuple[Review, ...]


class WordDetails(QWidget):
    """Shows one word and edits its status, tags and note, each as soon as the field is left.

    Signals: ``encounter_wanted(Encounter)`` when a sentence was clicked, to be shown in its article.
    """

    encounter_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        saved: SavedWords,
        *,
        engine: EngineBridge,
        entries: EntryCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._saved = theme, saved
        self._word: SavedWord | None = None
        self._panel = GlossPanel(theme, saved.get, self)
        self._lookups = Lookups(engine, entries, self._panel, self)
        self._panel.save_wanted.connect(self._save)
        self._panel.unsave_wanted.connect(self._unsave)
        self._panel.status_wanted.connect(self._toggle)
        self._status = QComboBox(self)
        self._status.addItems([status.value.capitalize() for status in Status])
        self._status.activated.connect(self._set_status)
        self._tags = QLineEdit(self)
        self._tags.setPlaceholderText("divided by commas")
        self._tags.editingFinished.connect(self._set_tags)
        self._note = QPlainTextEdit(self)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(_NOTE_LINES * self._note.fontMetrics().lineSpacing() + 18)
        self._note.installEventFilter(self)
        self._met = QTextBrowser(self)
        self._met.setObjectName("body")
        self._met.setFrameShape(QFrame.Shape.NoFrame)
        self._met.setOpenLinks(False)
        self._met.setViewportMargins(16, 0, 10, 0)
        self._met.setAccessibleName("Sentences and history")
        self._met.anchorClicked.connect(self._follow)
        self._form = QWidget(self)
        form = QFormLayout(self._form)
        form.setContentsMargins(20, 6, 16, 6)
        form.addRow("Status", self._status)
        form.addRow("Tags", self._tags)
        form.addRow("Note", self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._nothing = QLabel("Choose a word to see its page", self)
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._panel, 3)
        layout.addWidget(self._form)
        layout.addWidget(self._met, 2)
        saved.changed.connect(self._panel.refresh_saved)
        saved.changed.connect(self._read)
        theme.changed.connect(self._read)
        self._panel.hide()
        self._show(_Facts(None, (), ()))

    def show_word(self, word: SavedWord) -> None:
        """Show this word's page."""
        if self._word is None or word.key != self._word.key:
            self._word = word
            self._nothing.hide()
            self._panel.show()
            self._lookups.show_saved(word)
        self._read()

    def close_lookups(self) -> None:
        """Wait for no answer any more."""
        self._lookups.close()

    # --- what is kept ---

    def _read(self) -> None:
        if self._word is None:
            return
        key = self._word.key

        def read(vocabulary: Vocabulary) -> _Facts:
            return _Facts(vocabulary.get(key), vocabulary.history(key), vocabulary.reviews(key))

        def arrived(facts: _Facts) -> None:
            if self._word is not None and self._word.key == key:
                self._show(facts)

        self._saved.fetch(read, arrived)

    def _show(self, facts: _Facts) -> None:
        word = facts.word
        self._form.setVisible(word is not None)
        self._met.setVisible(word is not None)
        if word is None:
            return
        self._word = word
        self._status.setCurrentIndex(list(Status).index(word.status))
        if not self._tags.hasFocus():
            self._tags.setText(", ".join(word.tags))
        if not self._note.hasFocus():
            self._note.setPlainText(word.note)
        self._met.setHtml(_facts_html(word, facts, self._theme.colours))

    # --- what the user does ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._note and event.type() is QEvent.Type.FocusOut and self._word is not None:
            note = self._note.toPlainText().strip()
            if note != self._word.note:
                self._saved.edit_note(self._word.key, note)
        return super().eventFilter(watched, event)

    def _set_status(self, index: int) -> None:
        status = list(Status)[index]
        if self._word is not None and status is not self._word.status:
            self._saved.set_status([self._word], status)

    def _set_tags(self) -> None:
        if self._word is None:
            return
        tags = {tag.strip() for tag in self._tags.text().split(",")} - {""}
        if tags != set(self._word.tags):
            self._saved.tag([self._word.key], sorted(tags), self._word.tags)

    def _save(self, sense: int) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            senses = (sense,) if sense else ()
            self._saved.save(saved_word(page.word, page.reference, page.entry, senses))

    def _unsave(self) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            self._saved.delete([key_of(page.word, page.reference)])

    def _toggle(self, status: Status) -> None:
        page = self._panel.page()
        if isinstance(page, WordPage):
            self._saved.toggle(saved_word(page.word, page.reference, page.entry), status)

    def _follow(self, url: QUrl) -> None:
        if self._word is not None:
            self.encounter_wanted.emit(self._word.encounters[int(url.path())])


def _facts_html(word: SavedWord, facts: _Facts, colours: Colours) -> str:
    pieces = [
        f"<style>a {{ color: {colours.text}; text-decoration: none; }}",
        f".quiet {{ color: {colours.quiet}; }}</style>",
    ]
    if word.encounters:
        pieces.append('<p class="quiet"><small>SENTENCES</small></p>')
        pieces += [_sentence_html(number, met, colours) for number, met in enumerate(word.encounters)]
    pieces.append('<p class="quiet"><small>HISTORY</small></p>')
    pieces.append(
        f'<p class="quiet">{"<br>".join(map(escape, history_lines(word, facts.history, facts.reviews)))}</p>'
    )
    return "".join(pieces)


def _sentence_html(number: int, met: Encounter, colours: Colours) -> str:
    before, after = escape(met.sentence[: met.start]), escape(met.sentence[met.end :])
    marked = f'<span style="background: {colours.accent_soft}">{escape(met.surface)}</span>'
    english = f"<br>{escape(met.english)}" if met.english else ""
    source = escape(" · ".join(part for part in (met.article, day(met.met)) if part))
    link = f'<a href="met:{number}">{before}{marked}{after}</a>'
    return f'<p>{link}{english}<br><span class="quiet">{source}</span></p>'


def history_lines(word: SavedWord, history: Sequence[StatusChange], reviews: Sequence[Review]) -> list[str]:
    """What happened to a word, the latest first, a line each."""
    events = [
        (change.at, f"became {change.status}" if change.status else "was deleted") for change in history
    ]
    events += [(review.reviewed, f"reviewed: {_ANSWERS[review.rating]}") for review in reviews]
    lines = [f"{day(at)} {what}" for at, what in sorted(events, reverse=True)]
    if word.card:
        lines.insert(0, f"{day(word.card.due)} next review")
    counts = [
        f"seen {word.seen} ×" if word.seen else "",
        f"looked up {word.looked_up} ×" if word.looked_up else "",
    ]
    if any(counts):
        lines.insert(0, ", ".join(filter(None, counts)))
    return lines


def day(moment: str) -> str:
    """The day of a moment (ISO 8601 in UTC) where the user is, as 2026-11-24; "" where it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except ValueError:
        return ""
