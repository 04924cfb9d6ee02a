"""The table of saved words, in the small list and in the large one, and what is done with its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from reader.model import WordKey
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.vocabulary_model import Column, Query, VocabularyModel
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.store import Vocabulary

_PIXELS = 16
_ROW_HEIGHT = 30
STATUS_WIDTH = 30
_STATUS_KEYS = {
    Status.NEW: Qt.Key.Key_N,
    Status.LEARNING: Qt.Key.Key_L,
    Status.KNOWN: Qt.Key.Key_K,
    Status.IGNORED: Qt.Key.Key_I,
}
_KEY_STATUSES: dict[int, Status] = {key: status for status, key in _STATUS_KEYS.items()}


class WordTable(QTableView):
    """Shows words a page at a time, and changes the statuses, tags and notes of those that are selected.

    Signals: ``word_chosen(SavedWord)`` on a double click or Enter; ``sort_changed(sort)``, with what
    ``set_sort`` takes, when the user sorts; ``selection_changed()``; ``reloaded()`` after new rows came.
    """

    word_chosen = Signal(object)
    sort_changed = Signal(str)
    selection_changed = Signal()
    reloaded = Signal()

    def __init__(
        self, theme: Theme, saved: SavedWords, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._saved, self._columns = theme, saved, columns
        self._family = ""
        self._chosen: set[WordKey] = set()
        self._all_of: tuple[Query | None, int] | None = None  # what all was selected of, and how many
        self._scrolled = 0
        self._model = VocabularyModel(saved, self)
        self.setModel(self._model)
        self._set_up()
        self._model.modelAboutToBeReset.connect(self._remember)
        self._model.modelReset.connect(self._restore)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> VocabularyModel:
        """What is shown."""
        return self._model

    def set_japanese_font(self, family: str) -> None:
        """The font of the words; empty for the default."""
        self._family = family
        self._restyle()

    def set_sort(self, sort: str) -> None:
        """Sort by the column of this name, downwards after "-"; by anything else the newest stand first."""
        name = sort.removeprefix("-").upper()
        order = Qt.SortOrder.DescendingOrder if sort.startswith("-") else Qt.SortOrder.AscendingOrder
        column = Column[name] if name in Column.__members__ else -1
        self.horizontalHeader().setSortIndicator(column, order)

    def selected(self) -> list[SavedWord]:
        """The words of the selected rows that have been read, from the top."""
        return [word for row in self._rows() if (word := self._model.word(row))]

    def with_selected(self, act: Callable[[list[SavedWord]], None]) -> None:
        """Call ``act`` with the words of the selected rows, also of those that were never in sight."""
        rows = self._rows()
        words = self.selected()
        if len(words) == len(rows):
            if words:
                act(words)
            return
        query = self._model.query

        def read(vocabulary: Vocabulary) -> list[SavedWord]:
            return [
                word
                for first, number in _runs(rows)
                for word in vocabulary.page(
                    query.which, query.sort, descending=query.descending, offset=first, limit=number
                )
            ]

        self._saved.fetch(read, act)

    def _rows(self) -> list[int]:
        """The numbers of the selected rows, from the top."""
        # Not selectedRows: that asks the model about every cell, which takes seconds where all are selected.
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted(row for rows in ranges for row in range(rows.top(), rows.bottom() + 1))

    # --- building ---

    def _set_up(self) -> None:
        self.setAccessibleName("Vocabulary")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # With the table's own it would look through all rows for columns that are selected as a whole.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setMinimumSectionSize(28)
        header.setResizeContentsPrecision(0)  # what is in sight decides
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.GLOSS, QHeaderView.ResizeMode.Stretch)
        for column in Column:
            self.setColumnHidden(column, column not in self._columns)
        self.setColumnWidth(Column.STATUS, STATUS_WIDTH)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self._report_sort)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda _index: self._choose_current())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def _restyle(self) -> None:
        quiet = self._theme.colours.quiet
        icons = {status: self._theme.icon(f"status-{status}", quiet) for status in Status}
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.88)
        fonts: dict[Column, QFont] = {column: small for column in Column if column is not Column.GLOSS}
        fonts[Column.SPELLING] = japanese_font(self._family, _PIXELS)
        self._model.set_look(fonts, quiet, icons)
        self.viewport().update()

    # --- what stays while the rows change ---

    def _remember(self) -> None:
        rows, words = self._rows(), self.selected()
        number = self._model.rowCount()
        self._all_of = (self._model.shown, number) if len(rows) == number else None
        # What was selected out of sight is not found again: rather nothing than some of it.
        self._chosen = {word.key for word in words} if len(words) == len(rows) else set()
        self._scrolled = self.verticalScrollBar().value()

    def _restore(self) -> None:
        if self._all_of == (self._model.shown, self._model.rowCount()):
            self.selectAll()
        else:
            selection = QItemSelection()
            for row in self._model.rows_of(self._chosen):
                index = self._model.index(row, 0)
                selection.select(index, index)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(selection, flags.Select | flags.Rows)
        self.verticalScrollBar().setValue(self._scrolled)
        self.reloaded.emit()

    def _report_sort(self, section: int, order: Qt.SortOrder) -> None:
        down = "-" if order is Qt.SortOrder.DescendingOrder else ""
        self.sort_changed.emit(f"{down}{Column(section).name.lower()}" if section >= 0 else "")

    # --- what is done with words ---

    def _choose_current(self) -> None:
        if word := self._model.word(self.currentIndex().row()):
            self.word_chosen.emit(word)

    def _delete(self) -> None:
        self.with_selected(lambda words: self._saved.delete(word.key for word in words))

    def _set_status(self, status: Status) -> None:
        self.with_selected(lambda words: self._saved.set_status(words, status))

    def _edit_note(self, word: SavedWord) -> None:
        from reader.ui.text_dialog import ask_lines  # noqa: PLC0415  (not at start-up)

        def noted(note: str) -> None:
            if note != word.note:
                self._saved.edit_note(word.key, note)

        ask_lines(self, f"Note on {word.key.spelling}", word.note, noted)

    def _edit_tags(self) -> None:
        from reader.ui.text_dialog import ask_line  # noqa: PLC0415  (not at start-up)

        def asked(words: list[SavedWord]) -> None:
            keys = [word.key for word in words]
            common = set.intersection(*(set(word.tags) for word in words))

            def tagged(text: str) -> None:
                tags = [tag.strip() for tag in text.split(",")]
                if set(tags) - {""} != common:
                    self._saved.tag(keys, tags, sorted(common))

            title = "Tags, divided by commas" if len(words) == 1 else "Tags of all of them, divided by commas"
            ask_line(self, title, ", ".join(sorted(common)), tagged)

        self.with_selected(asked)

    def _show_menu(self, position: QPoint) -> None:
        words = self.selected()
        if not words:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(words) == 1:
            menu.addAction("Show", lambda: self.word_chosen.emit(words[0]))
            menu.addAction("Edit note…", lambda: self._edit_note(words[0]))
        menu.addAction("Edit tags…", self._edit_tags)
        menu.addSeparator()
        for status in Status:
            key = QKeySequence(_STATUS_KEYS[status]).toString()
            action = menu.addAction(f"{status.value.capitalize()}\t{key}")
            action.setCheckable(True)
            action.setChecked(all(word.status is status for word in words))
            action.triggered.connect(lambda _checked, status=status: self._set_status(status))
        menu.addSeparator()
        menu.addAction("Delete\tDel", self._delete)
        menu.popup(self.viewport().mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif (status := _KEY_STATUSES.get(event.key())) and not event.modifiers():
            self._set_status(status)
        else:
            super().keyPressEvent(event)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rising row numbers as runs without gaps: the first of each, and how many."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == sum(runs[-1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((row, 1))
    return runs
