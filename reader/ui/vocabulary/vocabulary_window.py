"""The whole vocabulary in a window of its own: found, sorted, changed, and each word with its page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.ui.screen import resize_on_screen
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_list import STATUS_CHOICES
from reader.ui.vocabulary.vocabulary_model import Column
from reader.ui.vocabulary.word_details import WordDetails
from reader.ui.vocabulary.word_table import STATUS_WIDTH, WordTable
from reader.vocabulary.model import Status
from reader.vocabulary.queries import WordFilter

_SIZE = (1280, 760)
_SHARES = (890, 390)
_WIDTHS = {
    Column.SPELLING: 116,
    Column.READING: 110,
    Column.POS: 84,
    Column.TAGS: 84,
    Column.FREQUENCY: 44,
    Column.SEEN: 44,
    Column.LOOKED_UP: 64,
    Column.IN_ANKI: 78,
    Column.ADDED: 80,
}
_MISSED_LEAST = (
    Column.IN_ANKI,
    Column.LOOKED_UP,
    Column.POS,
    Column.SEEN,
    Column.FREQUENCY,
    Column.TAGS,
    Column.ADDED,
    Column.READING,
)
_LEAST_MEANING, _LEAST_DETAILS = 150, 280  # pixels
_LEAST_CHOICE = 6  # characters
_STATUSES = {"Any status": frozenset[Status]()} | {
    name: statuses for name, statuses in STATUS_CHOICES.items() if statuses
}
_PARTS_OF_SPEECH = {
    "Any kind": "",
    "Nouns": "noun",
    "Verbs": "verb",
    "Adjectives": "adj",
    "Adverbs": "adverb",
    "Expressions": "expression",
    "Names": "name",
}
_BANDS = {
    "Any frequency": None,
    "The 3,000 most frequent": (1, 6),
    "To 12,000": (7, 24),
    "To 24,000": (25, 48),
}
_AGES = {"Any time": 0, "Today": 1, "Last 7 days": 7, "Last 30 days": 30}
_TYPING = 40  # milliseconds


class VocabularyWindow(QWidget):
    """All words in a table, with a search field, filters, and the chosen word's page beside it.

    ``buttons`` are what is done with the vocabulary as a whole. Signals: ``encounter_wanted(Encounter)`` when
    a sentence is to be shown in its article.
    """

    encounter_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        saved: SavedWords,
        details: WordDetails,
        buttons: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Vocabulary")
        self._saved = saved
        self._details = details
        details.setMinimumWidth(_LEAST_DETAILS)
        self._text = QLineEdit(self)
        self._text.setPlaceholderText("Search words, readings, meanings, notes, tags")
        self._text.setAccessibleName("Search the vocabulary")
        self._text.setClearButtonEnabled(True)
        self._typed = QTimer(self, interval=_TYPING, singleShot=True)
        self._typed.timeout.connect(self._filter)
        self._text.textChanged.connect(lambda _text: self._typed.start())
        self._statuses = self._choice("Status", list(_STATUSES))
        self._tags = self._choice("Tag", ["Any tag"])
        self._articles = self._choice("Article", ["Any article"])
        self._parts = self._choice("Part of speech", list(_PARTS_OF_SPEECH))
        self._bands = self._choice("Frequency", list(_BANDS))
        self._ages = self._choice("Added", list(_AGES))
        self._table = WordTable(
            theme, saved, (Column.SPELLING, Column.READING, Column.GLOSS, Column.STATUS, *_WIDTHS)
        )
        for column, width in _WIDTHS.items():
            self._table.setColumnWidth(column, width)
        self._table.selection_changed.connect(self._show_selected)
        self._table.word_chosen.connect(details.show_word)
        self._table.words.counted.connect(self._count)
        details.encounter_wanted.connect(self.encounter_wanted)
        self._counted = QLabel(self)
        self._counted.setObjectName("quiet")
        self._lay_out(buttons)
        saved.changed.connect(self._read_choices)
        QShortcut(QKeySequence.StandardKey.Find, self, self._text.setFocus)
        QShortcut(QKeySequence.StandardKey.Undo, self, saved.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, saved.redo)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        saved.said.connect(lambda sentence, _undoable: self._counted.setText(sentence))
        saved.refused.connect(self._counted.setText)
        saved.recovered.connect(lambda recovered: self._counted.setText(recovered.told))
        resize_on_screen(self, *_SIZE)
        self._read_choices()
        self._filter()

    def set_japanese_font(self, family: str) -> None:
        """The font of the words; empty for the default."""
        self._table.set_japanese_font(family)

    @property
    def table(self) -> WordTable:
        """The words that are listed, and which of them are selected."""
        return self._table

    def _choice(self, name: str, texts: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        box.addItems(texts)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_CHOICE)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # ``_fit`` sees to the width
        box.currentIndexChanged.connect(self._filter)
        return box

    def _lay_out(self, buttons: Sequence[QAction]) -> None:
        self._filters = QGridLayout()
        self._filters.setSpacing(6)
        for number, choice in enumerate(self._choices()):
            self._filters.addWidget(choice, 0, number)
        below = QHBoxLayout()
        below.addWidget(self._counted, 1)
        for action in buttons:
            button = QPushButton(action.text(), self)
            button.clicked.connect(action.trigger)
            below.addWidget(button)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addLayout(self._filters)
        column.addWidget(self._table, 1)
        column.addLayout(below)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._details)
        splitter.setStretchFactor(0, 1)
        splitter.splitterMoved.connect(lambda *_: self._fit())
        splitter.setSizes(list(_SHARES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    # --- which words ---

    def filter(self) -> WordFilter:
        """Which words are listed."""
        days = _AGES[self._ages.currentText()]
        return WordFilter(
            self._text.text(),
            statuses=_STATUSES[self._statuses.currentText()],
            tags=(self._tags.currentData(),) if self._tags.currentData() else (),
            article=self._articles.currentData() or "",
            added_from=_days_ago(days - 1) if days else "",
            pos=_PARTS_OF_SPEECH[self._parts.currentText()],
            bands=_BANDS[self._bands.currentText()],
        )

    def _filter(self) -> None:
        which = self.filter()
        if which != self._table.words.query.which or self._table.words.rowCount() == 0:
            self._table.words.show_query(self._table.words.query._replace(which=which))

    def _read_choices(self) -> None:
        self._saved.fetch(lambda vocabulary: (vocabulary.tags(), vocabulary.articles()), self._offer)

    def _offer(self, found: tuple[dict[str, int], dict[str, int]]) -> None:
        for box, every, names in (
            (self._tags, "Any tag", found[0]),
            (self._articles, "Any article", found[1]),
        ):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(every, "")
                for name, number in names.items():
                    box.addItem(f"{name} ({number:,})", name)
                box.setCurrentIndex(max(box.findData(chosen), 0))
        self._filter()

    def _count(self, number: int) -> None:
        self._counted.setText("1 word" if number == 1 else f"{number:,} words")

    def _show_selected(self) -> None:
        words = self._table.selected()
        if len(words) == 1:
            self._details.show_word(words[0])

    def _escape(self) -> None:
        if self._text.text():
            self._text.clear()
        else:
            self.close()

    def _choices(self) -> list[QComboBox]:
        return [self._statuses, self._tags, self._articles, self._parts, self._bands, self._ages]

    def _fit(self) -> None:
        self._fit_filters()
        self._fit_columns()

    def _fit_filters(self) -> None:
        """Put the filters into two rows where they are too narrow to be read in one."""
        choices = self._choices()
        needed = sum(choice.sizeHint().width() + self._filters.spacing() for choice in choices)
        in_a_row = len(choices) if self._text.width() >= needed else len(choices) // 2
        if self._filters.itemAtPosition(0, in_a_row - 1) and not self._filters.itemAtPosition(0, in_a_row):
            return
        for number, choice in enumerate(choices):
            self._filters.addWidget(choice, *divmod(number, in_a_row))

    def _fit_columns(self) -> None:
        """Leave out the columns that are missed least where there is no room for them all."""
        room = self._table.viewport().width() - _LEAST_MEANING - STATUS_WIDTH
        room -= sum(_WIDTHS.values())
        for column in _MISSED_LEAST:
            self._table.setColumnHidden(column, room < 0)
            room += _WIDTHS[column] if room < 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._details.close_lookups()
        super().closeEvent(event)


def _days_ago(days: int) -> str:
    """The beginning of the day, where the user is, that many days ago; ISO 8601 in UTC."""
    begin = datetime.combine(date.today() - timedelta(days=days), time()).astimezone(UTC)
    return begin.isoformat(timespec="microseconds")
