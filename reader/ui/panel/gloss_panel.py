"""The panel at the right: everything about the word that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reader.model import Kanji, Ruby, SavedWord, Status, WordKey
from reader.ui.panel.gloss_body import GlossBody
from reader.ui.panel.gloss_pages import (
    CharacterPage,
    Page,
    ResultsPage,
    WordPage,
    kanji_tags,
    other_forms,
    related,
    row_text,
    word_tags,
)
from reader.ui.panel.link_row import RowText
from reader.ui.panel.ruby_label import RubyLabel
from reader.ui.panel.tags import Tags
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.keeping import headword_ruby, key_of, word_for

_HEADWORD_PIXELS = 32
_WELCOME = "Rest the pointer on a word, click it, press S to keep it."


class GlossPanel(QWidget):
    """Shows one page at a time: a word, a kanji, or what was found for a typed text.

    Signals: ``save_wanted(sense)`` to save the word shown, with one sense (from 1) or as a whole (0);
    ``unsave_wanted()`` when the star of a saved word was pressed; ``word_wanted(WordPage)`` and
    ``kanji_wanted(literal)`` when a row or a character was chosen; ``text_wanted(text)`` when a reference
    to another entry was; ``back_wanted()`` and ``forward_wanted()``.
    """

    save_wanted = Signal(int)
    unsave_wanted = Signal()
    word_wanted = Signal(object)
    kanji_wanted = Signal(str)
    text_wanted = Signal(str)
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(
        self, theme: Theme, saved: Callable[[WordKey], SavedWord | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._saved = saved
        self._family = ""
        self._page: Page | None = None

        self._headword = RubyLabel(japanese_font("", _HEADWORD_PIXELS), self)
        self._headword.kanji_chosen.connect(self.kanji_wanted)
        self._tags = Tags(self)
        self._save = QPushButton("☆ Save", self)
        self._save.setObjectName("save")
        self._save.setToolTip("Save (S)")
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._save.clicked.connect(self._star_pressed)
        self._back = self._arrow("back", "Back (Alt+←)", self.back_wanted)
        self._forward = self._arrow("forward", "Forward (Alt+→)", self.forward_wanted)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body: GlossBody | None = None
        self._lay_out()
        self.set_history(back=False, forward=False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_page(self, page: Page | None) -> None:
        """Show ``page``; None for the first start, when there is nothing to show but what to do."""
        self._page = page
        match page:
            case WordPage():
                self._show_word(page)
            case CharacterPage(literal, kanji):
                self._show_kanji(literal, kanji)
            case ResultsPage():
                self._show_results(page)
            case None:
                self._set_header("", (), ())
                body = self._new_body()
                body.add_remark(_WELCOME)
                self._set_body(body)
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
        self._headword.set_font(japanese_font(family, _HEADWORD_PIXELS))
        self.show_page(self._page)

    def refresh_saved(self) -> None:
        """Bring the star and the marks at the senses up to date with the vocabulary."""
        page = self._page
        self._save.setVisible(isinstance(page, WordPage))
        if not isinstance(page, WordPage):
            return
        saved = self._saved(key_of(page.word, page.reference))
        kept = saved is not None and saved.status in (Status.NEW, Status.LEARNING)
        self._save.setText("★ Saved" if kept else "☆ Save")
        self._save.setToolTip("Take it out of the vocabulary" if kept else "Save (S)")
        self._save.setProperty("saved", kept)
        self._save.style().polish(self._save)
        if self._body is not None:
            self._body.mark_senses(saved.senses if saved and kept else ())

    # --- the header ---

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        arrows = QHBoxLayout()
        arrows.setSpacing(0)
        arrows.addStretch()
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
        layout.addWidget(self._scroll, 1)

    def _arrow(self, name: str, tip: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        button.setIconSize(QSize(14, 14))
        button.setProperty("drawing", name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        return button

    def _restyle(self) -> None:
        colours = self._theme.colours
        self._headword.set_colours(colours.quiet, colours.accent)
        self._tags.set_colours(colours.quiet, colours.line)
        for button in (self._back, self._forward):
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

    # --- the pages ---

    def _new_body(self) -> GlossBody:
        body = GlossBody(self._theme.colours, self._family)
        body.save_wanted.connect(self.save_wanted)
        body.text_wanted.connect(self.text_wanted)
        return body

    def _set_body(self, body: GlossBody) -> None:
        body.finish()
        self._body = body
        self._scroll.setWidget(body)  # which deletes the one before

    def _show_word(self, page: WordPage) -> None:
        word, reference = page.word, page.reference
        key = key_of(word, reference)
        self._set_header(key.spelling, headword_ruby(word, reference), word_tags(page))
        body = self._new_body()
        if word.inflection:
            body.add_inflection(key.spelling, word.inflection)
        if page.entry:
            body.add_senses(page.entry.senses)
            for line in other_forms(page.entry, key):
                body.add_remark(line)
        elif reference:
            body.add_remark("; ".join(reference.gloss))
        else:
            body.add_remark("Not in the dictionaries as a whole.")
        links = related(word)
        for heading, references in (("Parts", links.parts), ("Also", links.others), ("Names", links.names)):
            if references:
                body.add_heading(heading)
            for each in references:
                target = WordPage(word_for(each, word), page.entries, page.encounter)
                body.add_row(
                    row_text(each, page.entries.get(each.id)), partial(self.word_wanted.emit, target)
                )
        self._set_body(body)

    def _show_kanji(self, literal: str, kanji: Kanji | None) -> None:
        self._set_header(literal, (), kanji_tags(kanji) if kanji else ())
        body = self._new_body()
        if kanji is None:
            body.add_remark("The kanji dictionary does not have this character.")
        else:
            body.add_facts(
                [
                    ("Meaning", "; ".join(kanji.meanings)),
                    ("On", "、".join(kanji.on)),
                    ("Kun", "、".join(kanji.kun)),
                    ("In names", "、".join(kanji.nanori)),
                ]
            )
        body.add_row(RowText(literal, "", "Look it up as a word"), partial(self.text_wanted.emit, literal))
        self._set_body(body)

    def _show_results(self, page: ResultsPage) -> None:
        self._set_header(page.text if len(page.text) <= 12 else "", (), ())
        body = self._new_body()
        if not page.words:
            body.add_remark(
                f"Nothing was found for “{page.text}”. Try its dictionary form, in kanji or kana."
            )
        for word in page.words:
            target = WordPage(word, page.entries)
            first = word.entries[0] if word.entries else None
            text = RowText(word.base, word.base_reading, "")
            if first:
                text = row_text(first, page.entries.get(first.id))
            body.add_row(text, partial(self.word_wanted.emit, target))
        self._set_body(body)
