"""The dialog that sends words to the user's running Anki."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Event
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model import Duplicates, WordKey
from reader.settings import Settings
from reader.ui.background import BackgroundWorker
from reader.ui.screen import resize_on_screen
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.ankiconnect import AnkiConnect, Report, Target, usual_fields
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.notes import FIELDS
from reader.vocabulary.queries import SortBy, WordFilter

_SIZE = (560, 560)
_NAMES = {"Expression": "Word", "PartOfSpeech": "Part of speech"}
_DUPLICATES = {
    Duplicates.SKIP: "Leave it as it is",
    Duplicates.UPDATE: "Update its fields",
    Duplicates.ADD: "Add another note",
}
_REASONS_SHOWN = 3


class Change(Protocol):
    """Takes new values for some fields of the settings, by name."""

    def __call__(self, **fields: object) -> None: ...


class AnkiDialog(QDialog):
    """Lets the user choose words, a deck and a note type with what fills its fields, and sends the words.

    ``selected`` are words that the user has selected somewhere, none for none. What was chosen is remembered
    with ``change``. Anki is asked on ``worker``'s thread. It has no signals for others.
    """

    _progressed = Signal(int)

    def __init__(
        self,
        saved: SavedWords,
        worker: BackgroundWorker,
        settings: Settings,
        change: Change,
        *,
        selected: Sequence[SavedWord] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Send words to Anki")
        self._saved, self._worker, self._settings, self._change = saved, worker, settings, change
        self._selected = tuple(selected)
        self._anki = AnkiConnect(settings.anki_port)
        self._note_types: Mapping[str, Sequence[str]] = {}
        self._stop = Event()
        self._is_closed = False
        self._boxes: dict[str, QComboBox] = {}
        self._words = QComboBox(self)
        self._deck, self._note_type, self._duplicates = QComboBox(self), QComboBox(self), QComboBox(self)
        for policy, text in _DUPLICATES.items():
            self._duplicates.addItem(text, policy)
        self._duplicates.setCurrentIndex(list(_DUPLICATES).index(settings.anki_duplicates))
        self._note_type.currentTextChanged.connect(self._show_fields)
        self._fields = QScrollArea(self)
        self._fields.setFrameShape(QFrame.Shape.NoFrame)
        self._fields.setWidgetResizable(True)
        self._said = QLabel("Asking Anki…", self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setMinimumHeight(3 * self._said.fontMetrics().lineSpacing())
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._again = QPushButton("Try again", self)
        self._again.clicked.connect(self._ask)
        self._send = QPushButton("Send", self)
        self._send.setDefault(True)
        self._send.clicked.connect(self._send_or_stop)
        self._leave = QPushButton("Close", self)
        self._leave.clicked.connect(self.close)
        self._progressed.connect(self._bar.setValue)
        self._lay_out()
        self._count_words()
        self._ask()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("Words", self._words)
        form.addRow("Deck", self._deck)
        form.addRow("Note type", self._note_type)
        form.addRow("A word that is there", self._duplicates)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self._again, self._send, self._leave):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._fields, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        resize_on_screen(self, *_SIZE)

    # --- what there is ---

    def _count_words(self) -> None:
        which = WordFilter(statuses=frozenset({Status.NEW, Status.LEARNING}))

        def offer(words: tuple[SavedWord, ...]) -> None:
            new = [word for word in words if not word.in_anki]
            chosen = max(self._words.currentIndex(), 0)
            self._words.clear()
            for text, choice in (
                ("Selected", self._selected),
                ("Not sent to Anki yet", new),
                ("All that are new or being learnt", words),
            ):
                if choice or text != "Selected":
                    self._words.addItem(f"{text} ({len(choice):,})", tuple(choice))
            self._words.setCurrentIndex(chosen)

        self._saved.fetch(lambda vocabulary: vocabulary.page(which, SortBy.ADDED), self._if_open(offer))

    def _ask(self) -> None:
        """Ask Anki for its decks and note types."""
        anki = self._anki

        def ask() -> tuple[list[str], dict[str, list[str]]]:
            anki.check()
            return anki.decks(), anki.note_types()

        self._say("Asking Anki…", is_ready=False)
        self._worker.run(ask, self._if_open(self._offer), self._if_open(self._not_there))

    def _not_there(self, sentence: str) -> None:
        self._say(sentence, is_ready=False)
        self._again.show()

    def _offer(self, found: tuple[list[str], dict[str, list[str]]]) -> None:
        decks, self._note_types = found
        for box, names, chosen in (
            (self._deck, decks, self._settings.anki_deck),
            (self._note_type, list(self._note_types), self._settings.anki_note_type),
        ):
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(max(box.findText(chosen), 0))
        self._say("Nothing has been sent yet.", is_ready=bool(decks and self._note_types))

    def _show_fields(self, note_type: str) -> None:
        """A row for each field of the note type; what was chosen for them before, or what its name says."""
        names = self._note_types.get(note_type, ())
        before = dict(self._settings.anki_fields) if note_type == self._settings.anki_note_type else {}
        chosen = before if set(before) == set(names) else usual_fields(names)
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 4, 8, 4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._boxes = {}
        for name in names:
            box = QComboBox(page)
            box.addItem("—", "")
            for ours in FIELDS:
                box.addItem(_NAMES.get(ours, ours), ours)
            box.setCurrentIndex(max(box.findData(chosen.get(name, "")), 0))
            box.setAccessibleName(name)
            form.addRow(name, box)
            self._boxes[name] = box
        self._fields.setWidget(page)

    # --- sending ---

    def _send_or_stop(self) -> None:
        if self._bar.isVisible():
            self._stop.set()
            return
        fields = {name: box.currentData() for name, box in self._boxes.items()}
        target = Target(
            self._deck.currentText(),
            self._note_type.currentText(),
            fields,
            Duplicates(self._duplicates.currentData()),  # Qt makes a mere string of it
        )
        self._change(
            anki_deck=target.deck,
            anki_note_type=target.note_type,
            anki_fields=tuple(fields.items()),
            anki_duplicates=target.duplicates,
        )
        words: tuple[SavedWord, ...] = self._words.currentData() or ()
        self._begin(words, target)

    def _begin(self, words: tuple[SavedWord, ...], target: Target) -> None:
        anki, stop, progressed = self._anki, self._stop, self._progressed
        stop.clear()
        report = Report()

        def go_on(done: int) -> bool:
            if not stop.is_set():
                progressed.emit(done)
            return not stop.is_set()

        self._bar.setRange(0, max(len(words), 1))
        self._bar.setValue(0)
        self._bar.show()
        self._send.setText("Stop")
        self._say(f"Sending {_words(len(words))}…", is_ready=True)
        push = partial(anki.push, words, target, go_on, report)
        self._worker.run(
            push, lambda _nothing: self._finished(report, ""), lambda why: self._finished(report, why)
        )

    def _finished(self, report: Report, why: str) -> None:
        """Keep what arrived, also where Anki went away in between (``why``) or this window was closed."""
        keys: list[WordKey] = list(report.there)
        if keys:
            self._saved.note_in_anki(keys)
        if self._is_closed:
            return
        self._count_words()
        self._bar.hide()
        self._send.setText("Send")
        self._say(" ".join(part for part in (summary(report), why) if part), is_ready=True)

    def _say(self, sentence: str, *, is_ready: bool) -> None:
        self._said.setText(sentence)
        self._send.setEnabled(is_ready)
        self._again.hide()

    def _if_open(self, then: Callable[..., None]) -> Callable[..., None]:
        """``then``, unless this window has been closed meanwhile."""
        return lambda *given: None if self._is_closed else then(*given)

    def done(self, result: int) -> None:  # however it is closed: by its button, its frame or Esc
        self._is_closed = True
        self._stop.set()
        super().done(result)


def summary(report: Report) -> str:
    """What became of the words, in one or two sentences."""
    parts = [
        f"{number:,} {what}"
        for number, what in (
            (report.added, "added"),
            (report.updated, "updated"),
            (report.skipped, "there already"),
            (len(report.failed), "failed"),
        )
        if number
    ]
    sentences = [", ".join(parts).capitalize() + "." if parts else "Nothing was sent."]
    if report.failed:
        shown = [f"{key.spelling}: {reason}" for key, reason in report.failed[:_REASONS_SHOWN]]
        more = len(report.failed) - len(shown)
        sentences.append("; ".join(shown) + (f"; and {more:,} more." if more else "."))
    if report.stopped:
        sentences.append("Stopped: the rest was not sent.")
    return " ".join(sentences)


def _words(number: int) -> str:
    return "1 word" if number == 1 else f"{number:,} words"
