"""The list of saved words under the gloss panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import SavedWord, Status
from reader.ui.panel.heading import heading
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_model import Column, VocabularyFilter, VocabularyModel

_STATUS_CHOICES = {
    "New, learning": frozenset({Status.NEW, Status.LEARNING}),
    "New": frozenset({Status.NEW}),
    "Learning": frozenset({Status.LEARNING}),
    "Known": frozenset({Status.KNOWN}),
    "Ignored": frozenset({Status.IGNORED}),
    "All": frozenset(Status),
}
_PIXELS = 16
_STATUS_WIDTH = 30
_ROOM_FOR_READINGS = 230  # pixels; in less the meaning needs the room
_SHARES = {Column.SPELLING: 0.32, Column.READING: 0.28}  # of the room, at most


class VocabularyList(QWidget):
    """Shows, sorts and filters the saved words, edits their notes and statuses, and deletes them.

    Signals: ``word_chosen(SavedWord)`` on a double click or Enter; ``sort_changed(sort)``, with what
    ``set_sort`` takes, when the user sorts.
    """

    word_chosen = Signal(object)
    sort_changed = Signal(str)

    def __init__(
        self, theme: Theme, saved: SavedWords, export_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._saved = theme, saved
        self._family = ""
        self._model = VocabularyModel(self)
        self._filtered = VocabularyFilter(self._model, self)
        self._heading = heading("Vocabulary", self)
        self._export = QToolButton(self)
        self._export.setObjectName("flat")
        self._export.setText("Export ▾")
        self._export.setMenu(export_menu)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._text = QLineEdit(self)
        self._text.setPlaceholderText("Filter")
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(self._filter)
        self._statuses = QComboBox(self)
        self._statuses.addItems(list(_STATUS_CHOICES))
        self._statuses.setAccessibleName("Statuses shown")
        self._statuses.currentIndexChanged.connect(self._filter)
        self._table = _Table(self)
        self._table.setModel(self._filtered)
        self._set_up_table()
        self._lay_out()
        self._filter()
        saved.changed.connect(self._reload)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_japanese_font(self, family: str) -> None:
        """The font of the words; empty for the default."""
        self._family = family
        self._restyle()

    def set_sort(self, sort: str) -> None:
        """Sort by the column of this name, downwards after "-"; by anything else the newest stand first."""
        name = sort.removeprefix("-").upper()
        order = Qt.SortOrder.DescendingOrder if sort.startswith("-") else Qt.SortOrder.AscendingOrder
        column = Column[name] if name in Column.__members__ else -1
        self._table.horizontalHeader().setSortIndicator(column, order)

    def show_export_menu(self) -> None:
        """Open the menu of formats, as the button does."""
        self._export.showMenu()

    def selected(self) -> list[SavedWord]:
        """The words of the selected rows, from the top."""
        rows = sorted(self._table.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._filtered.word(index) for index in rows]

    # --- building ---

    def _set_up_table(self) -> None:
        table = self._table
        table.setAccessibleName("Vocabulary")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        header.setResizeContentsPrecision(0)  # what is in sight decides
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.GLOSS, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(Column.STATUS, _STATUS_WIDTH)
        table.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._report_sort)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.doubleClicked.connect(lambda index: self.word_chosen.emit(self._filtered.word(index)))
        table.enter_pressed.connect(self._choose_current)
        table.delete_pressed.connect(self._delete)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch()
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

    def _restyle(self) -> None:
        quiet = self._theme.colours.quiet
        icons = {status: self._theme.icon(f"status-{status}", quiet) for status in Status}
        small = QFont(self._table.font())
        small.setPointSizeF(small.pointSizeF() * 0.88)
        fonts = {Column.SPELLING: japanese_font(self._family, _PIXELS), Column.READING: small}
        self._model.set_look(fonts, quiet, icons)
        self._table.fit_columns()
        self._table.viewport().update()

    # --- content ---

    def _reload(self) -> None:
        chosen = {word.key for word in self.selected()}
        at = self._table.verticalScrollBar().value()
        self._model.set_words(self._saved.words())
        self._table.fit_columns()
        self._count()
        for row in range(self._filtered.rowCount()):
            index = self._filtered.index(row, 0)
            if self._filtered.word(index).key in chosen:
                self._table.selectRow(row)
        self._table.verticalScrollBar().setValue(at)

    def _filter(self) -> None:
        self._filtered.show_only(self._text.text(), _STATUS_CHOICES[self._statuses.currentText()])
        self._table.fit_columns()
        self._count()

    def _count(self) -> None:
        self._heading.setText(f"Vocabulary ({self._filtered.rowCount()})")

    def _report_sort(self, section: int, order: Qt.SortOrder) -> None:
        down = "-" if order is Qt.SortOrder.DescendingOrder else ""
        self.sort_changed.emit(f"{down}{Column(section).name.lower()}" if section >= 0 else "")

    # --- what is done with a word ---

    def _choose_current(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.word_chosen.emit(self._filtered.word(index))

    def _delete(self) -> None:
        if words := self.selected():
            self._saved.delete(word.key for word in words)

    def _edit_note(self, word: SavedWord) -> None:
        from reader.ui.text_dialog import ask_lines  # noqa: PLC0415  (not at start-up)

        def noted(note: str) -> None:
            if note != word.note:
                self._saved.edit_note(word.key, note)

        ask_lines(self, f"Note on {word.key.spelling}", word.note, noted)

    def _show_menu(self, position: QPoint) -> None:
        words = self.selected()
        if not words:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(words) == 1:
            menu.addAction("Show", lambda: self.word_chosen.emit(words[0]))
            menu.addAction("Edit note…", lambda: self._edit_note(words[0]))
            menu.addSeparator()
        for status in Status:
            action = menu.addAction(status.value.capitalize())
            action.setCheckable(True)
            action.setChecked(all(word.status is status for word in words))
            action.triggered.connect(lambda _checked, status=status: self._saved.set_status(words, status))
        menu.addSeparator()
        menu.addAction("Delete\tDel", self._delete)
        menu.popup(self._table.viewport().mapToGlobal(position))


class _Table(QTableView):
    """Signals: ``enter_pressed()``, ``delete_pressed()``."""

    enter_pressed = Signal()
    delete_pressed = Signal()

    def fit_columns(self) -> None:
        """Give words and readings the room that they need, within reason; the meaning takes the rest."""
        room = self.viewport().width() - _STATUS_WIDTH
        self.setColumnHidden(Column.READING, room < _ROOM_FOR_READINGS)
        for column, share in _SHARES.items():
            needed = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(needed, int(room * share)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
