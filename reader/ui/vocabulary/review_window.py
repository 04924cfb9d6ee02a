"""Reviewing words: each is asked with its sentence, and comes again when it is about to be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import escape

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui.panel.ruby_label import RubyLabel
from reader.ui.screen import resize_on_screen
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import Encounter, Review, SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.scheduling import (
    Outcome,
    Rating,
    ReviewQueue,
    answered,
    load_scheduler,
    outlook,
    span_text,
)
from reader.vocabulary.store import Vocabulary

NEW_A_DAY = 15
_LONGEST_REVIEW = 200  # words
_SIZE = (640, 560)
_WORD_PIXELS, _SENTENCE_PIXELS = 40, 21


class ReviewWindow(QWidget):
    """Asks one word after the other. Space shows the answer; 1 to 4 (Space: 3) say how it was remembered.

    ``change`` remembers whether words that are in Anki are left out. It has no signals.
    """

    def __init__(
        self,
        theme: Theme,
        saved: SavedWords,
        settings: Settings,
        change: Callable[..., None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Review")
        self._theme, self._saved = theme, saved
        self._family = settings.japanese_font
        self._queue = ReviewQueue(())
        self._word: SavedWord | None = None
        self._is_answer_shown = False
        self._given: list[SavedWord] = []  # the words as they were before each answer
        self._asked = QElapsedTimer()
        self._left = _label(self, "quiet")
        self._headword = RubyLabel(self._family, _WORD_PIXELS, self)
        self._sentence = _label(self)
        self._sentence.setFont(japanese_font(self._family, _SENTENCE_PIXELS))
        self._english = _label(self, "quiet")
        self._gloss = _label(self)
        self._note = _label(self, "quiet")
        self._show = QPushButton("Show the answer (Space)", self)
        self._show.clicked.connect(self._show_answer)
        self._answers = {rating: QPushButton(self) for rating in Rating}
        for rating, button in self._answers.items():
            button.clicked.connect(partial(self._answer, rating))
        self._page = QScrollArea(self)
        self._choices = QStackedWidget(self)  # to show the answer, or the answers that may be given
        self._choices.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._without_anki = QCheckBox("Leave out words that are in Anki", self)
        self._without_anki.setChecked(settings.review_without_anki)
        self._without_anki.toggled.connect(lambda on: change(review_without_anki=on))
        self._without_anki.toggled.connect(self.begin)
        for widget in (self._headword, self._show, *self._answers.values(), self._without_anki):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._set_keys()
        theme.changed.connect(self._restyle)
        self._restyle()
        resize_on_screen(self, *_SIZE)

    def begin(self) -> None:
        """Read what is due and ask the first word of it."""
        now = datetime.now(UTC)
        in_anki = False if self._without_anki.isChecked() else None

        def read(vocabulary: Vocabulary) -> tuple[SavedWord, ...]:
            load_scheduler()
            due = vocabulary.due(_iso(now), _LONGEST_REVIEW, in_anki=in_anki)
            today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            new = max(NEW_A_DAY - vocabulary.first_reviewed_since(_iso(today)), 0)
            which = WordFilter(statuses=frozenset({Status.NEW}), in_anki=in_anki)
            return (*due, *vocabulary.page(which, SortBy.ADDED, limit=new))

        self._given.clear()
        self._saved.fetch(read, self._start)

    # --- building ---

    def _lay_out(self) -> None:
        row = QWidget(self)
        answers = QHBoxLayout(row)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(8)
        for button in self._answers.values():
            answers.addWidget(button, 1)
        self._choices.addWidget(self._show)
        self._choices.addWidget(row)
        top = QHBoxLayout()
        top.addWidget(self._left, 1)
        top.addWidget(self._without_anki)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 36, 0, 0)
        column.setSpacing(12)
        for widget in (self._headword, self._sentence, self._english, self._gloss, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setWidgetResizable(True)
        self._page.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 20)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._choices)

    def _set_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Space": self._go_on,
            "Return": self._go_on,
            "Enter": self._go_on,
            **{str(int(rating)): partial(self._answer, rating) for rating in Rating},
            "K": partial(self._mark, Status.KNOWN),
            "I": partial(self._mark, Status.IGNORED),
            "Ctrl+Z": self._take_back,
            "Esc": self.hide,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)

    def _restyle(self) -> None:
        self._headword.set_colours(self._theme.colours.quiet, self._theme.colours.accent)
        self._refresh()

    # --- asking ---

    def _start(self, words: tuple[SavedWord, ...]) -> None:
        self._queue = ReviewQueue(words)
        self._ask()

    def _ask(self) -> None:
        self._word = self._queue.take(datetime.now(UTC))
        self._is_answer_shown = False
        self._asked.start()
        self._page.verticalScrollBar().setValue(0)
        self._refresh()

    def _refresh(self) -> None:
        word, shown = self._word, self._is_answer_shown
        for widget in (self._headword, self._sentence):
            widget.setVisible(word is not None)
        self._choices.setVisible(word is not None)
        self._choices.setCurrentIndex(int(shown))
        for label in (self._gloss, self._note, self._english):
            label.setVisible(word is not None and shown)
        left = len(self._queue) + (word is not None)
        self._left.setText(
            f"{left} to go" if left else "Nothing is due. Come back later, or save more words."
        )
        if word is None:
            return
        self._headword.set_word(word.key.spelling, word.ruby if shown else ())
        met = word.encounters[-1] if word.encounters else None
        self._sentence.setText(_marked(met, self._theme.colours.accent_soft) if met else "")
        self._english.setText(escape(met.english) if met else "")
        self._english.setVisible(shown and bool(met and met.english))
        reading = "" if word.ruby else f"{word.key.reading}\n"
        self._gloss.setText(escape(reading + word.gloss).replace("\n", "<br>"))
        self._note.setText(escape(word.note).replace("\n", "<br>"))
        if shown:
            for rating, span in outlook(word, datetime.now(UTC)).items():
                name = rating.name.capitalize()
                self._answers[rating].setText(f"{int(rating)}  {name} · {span_text(span)}")

    # --- answering ---

    def _go_on(self) -> None:
        if self._is_answer_shown:
            self._answer(Rating.GOOD)
        else:
            self._show_answer()

    def _show_answer(self) -> None:
        if self._word is not None:
            self._is_answer_shown = True
            self._refresh()

    def _answer(self, rating: Rating) -> None:
        word = self._word
        if word is None or not self._is_answer_shown:
            return
        now = datetime.now(UTC)
        outcome = answered(word, rating, now)
        review = Review(word.key, int(rating), _iso(now), self._asked.elapsed())
        self._given.append(word)
        self._saved.change(
            lambda vocabulary: (vocabulary.review(review, *outcome),),
            f"{word.key.spelling}: {rating.name.lower()}",
        )
        self._queue.keep(_after(word, outcome), now)
        self._ask()

    def _mark(self, status: Status) -> None:
        """Known or not wanted: the word is not asked any more."""
        if word := self._word:
            self._given.append(word)
            self._saved.set_status([word], status)
            self._queue.drop(word)
            self._ask()

    def _take_back(self) -> None:
        """Take back the last answer and ask that word again."""
        if not self._given:
            return
        if self._word is not None:
            self._queue.put_back(self._word)
        before = self._given.pop()
        self._queue.drop(before)
        self._queue.put_back(before)
        self._saved.undo()
        self._ask()


def _after(word: SavedWord, outcome: Outcome) -> SavedWord:
    return word._replace(card=outcome.card, status=outcome.status)


def _label(parent: QWidget, name: str = "") -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def _marked(met: Encounter, colour: str) -> str:
    before, after = escape(met.sentence[: met.start]), escape(met.sentence[met.end :])
    return f'{before}<span style="background: {colour}">{escape(met.surface)}</span>{after}'


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
