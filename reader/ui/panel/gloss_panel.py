"""The panel at the right: everything about the word that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetricsF, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.model import Ruby, WordKey
from reader.ui.panel.gloss_body import GlossBody
from reader.ui.panel.gloss_html import Look, page_html, sample_html
from reader.ui.panel.gloss_pages import (
    CharacterPage,
    Page,
    ResultsPage,
    WordPage,
    kanji_tags,
    sections,
    word_tags,
)
from reader.ui.panel.ruby_label import RubyLabel
from reader.ui.panel.tags import Tags
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.saved_words import Mark
from reader.vocabulary.keeping import headword_ruby, key_of
from reader.vocabulary.model import Status

_HEADWORD_PIXELS = 32
_LONGEST_HEADWORD = 12  # characters of a typed text that found several words


class GlossPanel(QWidget):
    """Shows one page at a time: a word, a kanji, or what was found for a typed text.

    Signals: ``save_wanted(sense)`` to save the word shown, with one sense (from 1) or as a whole (0);
    ``unsave_wanted()`` when the star of a saved word was pressed; ``status_wanted(Status)`` when the word is
    to be marked as known or ignored, or no longer so; ``word_wanted(WordPage)`` and ``kanji_wanted(literal)``
    when a row or a character was chosen; ``text_wanted(text)`` when a reference to another entry was;
    ``back_wanted()`` and ``forward_wanted()``.
    """

    save_wanted = Signal(int)
    unsave_wanted = Signal()
    status_wanted = Signal(object)
    word_wanted = Signal(object)
    kanji_wanted = Signal(str)
    text_wanted = Signal(str)
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(
        self, theme: Theme, saved: Callable[[WordKey], Mark | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._saved = saved
        self._family = ""
        self._page: Page | None = None

        self._headword = RubyLabel("", _HEADWORD_PIXELS, self)
        self._headword.kanji_chosen.connect(self.kanji_wanted)
        self._tags = Tags(self)
        self._save = QPushButton("☆ Save", self)
        self._save.setObjectName("save")
        self._save.setToolTip("Save (S)")
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._save.clicked.connect(self._star_pressed)
        self._back = self._arrow("back", "Back (Alt+←)", self.back_wanted)
        self._forward = self._arrow("forward", "Forward (Alt+→)", self.forward_wanted)
        self._marks = {
            status: self._mark_button(status, tip)
            for status, tip in ((Status.KNOWN, "Known (K)"), (Status.IGNORED, "Ignore (I)"))
        }
        self._body = GlossBody(self)
        self._body.save_wanted.connect(self.save_wanted)
        self._body.text_wanted.connect(self.text_wanted)
        self._body.row_chosen.connect(self._row_chosen)
        self._shown = ""  # the body's HTML
        self._lay_out()
        self.set_history(back=False, forward=False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_page(self, page: Page | None) -> None:
        """Show ``page``; None for the first start, when there is nothing to show but what to do."""
        self._page = page
        match page:
            case WordPage(word):
                key = key_of(word, page.reference)
                self._set_header(key.spelling, headword_ruby(word, page.reference), word_tags(page))
            case CharacterPage(literal, kanji):
                self._set_header(literal, (), kanji_tags(kanji) if kanji else ())
            case ResultsPage(text):
                self._set_header(text if len(text) <= _LONGEST_HEADWORD else "", (), ())
            case None:
                self._set_header("", (), ())
        self._shown = ""
        self.refresh_saved()

    def complete_page(self, page: Page) -> None:
        """Show more of the page that is shown; what is in sight stays."""
        self._page = page
        self.refresh_saved()

    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Whether there is a page to go back to, or forward."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def set_japanese_font(self, family: str) -> None:
        """The font of headwords; empty for the default."""
        if family == self._family:
            return
        self._family = family
        self._headword.set_family(family)
        self.show_page(self._page)

    def load_fonts(self) -> None:
        """Have the fonts of a word's page at hand: loading them takes longer than showing it."""
        QFontMetricsF(japanese_font(self._family, _HEADWORD_PIXELS)).horizontalAdvance("か字カ")
        sample = QTextDocument()
        sample.setDefaultFont(self._body.font())
        sample.setHtml(sample_html(self._look()))
        sample.size()  # lays it out

    def refresh_saved(self) -> None:
        """Bring the star and the marks at the senses up to date with the vocabulary."""
        page = self._page
        saved = None
        if isinstance(page, WordPage):
            saved = self._saved(key_of(page.word, page.reference))
            for status, button in self._marks.items():
                button.setChecked(saved is not None and saved.status is status)
            if saved and saved.status not in (Status.NEW, Status.LEARNING):
                saved = None
        for each in (self._save, *self._marks.values()):
            each.setVisible(isinstance(page, WordPage))
        self._set_star(is_saved=saved is not None)
        html = page_html(page, self._look(), saved.senses if saved else ())
        if not self._shown:
            self._body.show_page(html)
        elif html != self._shown:
            self._body.refresh(html)
        self._shown = html

    # --- the header ---

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        arrows = QHBoxLayout()
        arrows.setSpacing(0)
        arrows.addStretch()
        for button in self._marks.values():
            arrows.addWidget(button)
        arrows.addSpacing(8)
        arrows.addWidget(self._back)
        arrows.addWidget(self._forward)
        buttons.addLayout(arrows)
        buttons.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignRight)
        buttons.addStretch()
        head = QHBoxLayout()
        head.addWidget(self._headword, 1, Qt.AlignmentFlag.AlignTop)
        head.addLayout(buttons)
        top = QVBoxLayout()
        top.setContentsMargins(20, 12, 16, 6)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self._tags)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._body, 1)

    def _mark_button(self, status: Status, tip: str) -> QToolButton:
        button = self._flat_button(f"status-{status}", tip)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.status_wanted.emit(status))
        return button

    def _arrow(self, name: str, tip: str, signal: SignalInstance) -> QToolButton:
        button = self._flat_button(name, tip)
        button.clicked.connect(signal)
        return button

    def _flat_button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        button.setIconSize(QSize(14, 14))
        button.setProperty("drawing", name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _restyle(self) -> None:
        colours = self._theme.colours
        self._headword.set_colours(colours.quiet, colours.accent)
        self._tags.set_colours(colours.quiet, colours.line)
        for button in (self._back, self._forward, *self._marks.values()):
            button.setIcon(self._theme.icon(button.property("drawing"), colours.quiet))
        self.show_page(self._page)

    def _set_header(self, text: str, ruby: Sequence[Ruby], tags: Sequence[str]) -> None:
        self._headword.set_word(text, ruby)
        self._headword.setVisible(bool(text))
        self._tags.set_tags(tags)

    def _star_pressed(self) -> None:
        if self._save.property("saved"):
            self.unsave_wanted.emit()
        else:
            self.save_wanted.emit(0)

    def _set_star(self, *, is_saved: bool) -> None:
        if is_saved == self._save.property("saved"):
            return
        self._save.setText("★ Saved" if is_saved else "☆ Save")
        self._save.setToolTip("Take it out of the vocabulary" if is_saved else "Save (S)")
        self._save.setProperty("saved", is_saved)
        self._save.style().polish(self._save)

    # --- the body ---

    def _look(self) -> Look:
        colours = self._theme.colours
        families = japanese_font(self._family, _HEADWORD_PIXELS).families()
        return Look(colours.quiet, colours.accent, colours.line, families)

    def _row_chosen(self, number: int) -> None:
        if isinstance(self._page, WordPage | ResultsPage):
            rows = [row for section in sections(self._page) for row in section.rows]
            self.word_wanted.emit(rows[number].target)
