"""The list of saved words under the gloss panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panel.heading import heading
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_model import Column
from reader.ui.vocabulary.word_table import STATUS_WIDTH, WordTable
from reader.vocabulary.model import Status
from reader.vocabulary.queries import WordFilter

STATUS_CHOICES = {
    "New, learning": frozenset({Status.NEW, Status.LEARNING}),
    "New": frozenset({Status.NEW}),
    "Learning": frozenset({Status.LEARNING}),
    "Known": frozenset({Status.KNOWN}),
    "Ignored": frozenset({Status.IGNORED}),
    "All": frozenset[Status](),
}
_COLUMNS = (Column.SPELLING, Column.READING, Column.GLOSS, Column.STATUS)
_ROOM_FOR_READINGS = 230  # pixels; in less the meaning needs the room
_NOTHING_SAVED = "The words that you save are kept here, each with its sentence."
_NOTHING_FOUND = "No saved word matches."
_SHARES = {Column.SPELLING: 0.32, Column.READING: 0.28}  # of the room, at most


class VocabularyList(QWidget):
    """Shows, sorts and filters the saved words beside the text.

    Signals: ``word_chosen(SavedWord)`` on a double click or Enter; ``sort_changed(sort)``, with what
    ``set_sort`` takes, when the user sorts; ``window_wanted()`` for all of the vocabulary.
    """

    word_chosen = Signal(object)
    sort_changed = Signal(str)
    window_wanted = Signal()

    def __init__(
        self, theme: Theme, saved: SavedWords, export_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = heading("Vocabulary", self)
        self._all = QToolButton(self)
        self._all.setObjectName("flat")
        self._all.setText("Open")
        self._all.setToolTip("Open the whole vocabulary in a window of its own")
        self._all.clicked.connect(self.window_wanted)
        self._export = QToolButton(self)
        self._export.setObjectName("flat")
        self._export.setText("Export ▾")
        self._export.setMenu(export_menu)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._text = QLineEdit(self)
        self._text.setPlaceholderText("Filter")
        self._text.setAccessibleName("Filter the vocabulary")
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(self._filter)
        self._statuses = QComboBox(self)
        self._statuses.addItems(list(STATUS_CHOICES))
        self._statuses.setAccessibleName("Statuses shown")
        self._statuses.currentIndexChanged.connect(self._filter)
        self._table = WordTable(theme, saved, _COLUMNS, self)
        self._table.word_chosen.connect(self.word_chosen)
        self._table.sort_changed.connect(self.sort_changed)
        self._table.reloaded.connect(self._fit_columns)
        self._table.words.counted.connect(self._count)
        self._empty = QLabel(self)
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self._empty.hide()
        theme.changed.connect(self._fit_columns)
        self._lay_out()
        self._filter()

    def set_japanese_font(self, family: str) -> None:
        """The font of the words; empty for the default."""
        self._table.set_japanese_font(family)
        self._fit_columns()

    def set_sort(self, sort: str) -> None:
        """Sort as ``WordTable.set_sort`` does."""
        self._table.set_sort(sort)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch()
        top.addWidget(self._all)
        top.addWidget(self._export)
        filters = QHBoxLayout()
        filters.setSpacing(6)
        filters.addWidget(self._text, 1)
        filters.addWidget(self._statuses)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)  # the right edge is the panel's
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self._table, 1)
        over = QVBoxLayout(self._table.viewport())
        over.setContentsMargins(4, 8, 4, 8)
        over.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)

    def _filter(self) -> None:
        which = WordFilter(self._text.text(), statuses=STATUS_CHOICES[self._statuses.currentText()])
        self._table.words.show_query(self._table.words.query._replace(which=which))

    def _count(self, number: int) -> None:
        self._heading.setText(f"Vocabulary ({number:,})")
        is_filtered = bool(self._text.text().strip()) or self._statuses.currentIndex() > 0
        self._empty.setText(_NOTHING_FOUND if is_filtered else _NOTHING_SAVED)
        self._empty.setVisible(number == 0)

    def _fit_columns(self) -> None:
        """Give words and readings the room that they need, within reason; the meaning takes the rest."""
        table = self._table
        room = table.viewport().width() - STATUS_WIDTH
        table.setColumnHidden(Column.READING, room < _ROOM_FOR_READINGS)
        for column, share in _SHARES.items():
            heading = table.horizontalHeader().sectionSizeHint(column)
            table.setColumnWidth(
                column, max(heading, min(table.sizeHintForColumn(column), int(room * share)))
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
