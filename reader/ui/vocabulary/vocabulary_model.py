"""The rows and columns of the vocabulary list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon

from reader.kana import reading_order
from reader.model import SavedWord, Status
from reader.ui.vocabulary.keeping import reading_beside

Index = QModelIndex | QPersistentModelIndex

_ORDER = {status: number for number, status in enumerate(Status)}


class Column(IntEnum):
    """The columns, from the left."""

    SPELLING = 0
    READING = 1
    GLOSS = 2
    STATUS = 3


_HEADINGS = {
    Column.SPELLING: "Word",
    Column.READING: "Reading",
    Column.GLOSS: "Meaning",
    Column.STATUS: "",
}


class VocabularyModel(QAbstractTableModel):
    """Saved words, one a row, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[SavedWord] = []
        self._fonts: Mapping[Column, QFont] = {}
        self._quiet = QColor()
        self._icons: Mapping[Status, QIcon] = {}

    def set_words(self, words: Sequence[SavedWord]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._words = list(words)
        self.endResetModel()

    def set_look(self, fonts: Mapping[Column, QFont], quiet: str, icons: Mapping[Status, QIcon]) -> None:
        """The fonts of words and readings, the colour of readings, the mark of each status."""
        self._fonts, self._quiet, self._icons = fonts, QColor(quiet), icons

    def word(self, row: int) -> SavedWord:
        """The word in this row."""
        return self._words[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._words)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _HEADINGS[Column(section)]
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _HEADINGS[Column(section)] or "Status"  # an icon has no heading to be read
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        word, column = self._words[index.row()], Column(index.column())
        if column is Column.STATUS:
            return self._mark(word.status, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(word, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _explained(word, column)
            case Qt.ItemDataRole.FontRole:
                return self._fonts.get(column)
            case Qt.ItemDataRole.ForegroundRole if column is Column.READING:
                return self._quiet
        return None

    def _mark(self, status: Status, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._icons.get(status)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return status.value
        return None


class VocabularyFilter(QSortFilterProxyModel):
    """The rows whose words contain a text and have one of some statuses, sorted by a column if chosen."""

    def __init__(self, source: VocabularyModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._text = ""
        self._statuses: frozenset[Status] = frozenset(Status)
        self.setSourceModel(source)

    def show_only(self, text: str, statuses: frozenset[Status]) -> None:
        """Hide every row whose spelling, reading, gloss and note lack ``text``, and every other status."""
        self._text, self._statuses = text.strip().casefold(), statuses
        self.invalidate()

    def word(self, index: Index) -> SavedWord:
        """The word in this row of the filtered list."""
        return self._source.word(self.mapToSource(index).row())

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        word = self._source.word(row)
        if word.status not in self._statuses:
            return False
        texts = (word.key.spelling, word.key.reading, word.gloss, word.note)
        return not self._text or any(self._text in text.casefold() for text in texts)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = self._source.word(left.row()), self._source.word(right.row())
        match Column(left.column()):
            case Column.STATUS:
                return _ORDER[one.status] < _ORDER[other.status]
            case Column.SPELLING | Column.READING:
                return reading_order(one.key.reading) < reading_order(other.key.reading)
            case column:
                return _shown(one, column) < _shown(other, column)


def _shown(word: SavedWord, column: Column) -> str:
    match column:
        case Column.SPELLING:
            return word.key.spelling
        case Column.READING:
            return reading_beside(word.key.spelling, word.key.reading)
        case Column.GLOSS:
            return ("✎ " if word.note else "") + word.gloss.split("\n")[0]
        case Column.STATUS:
            return ""  # an icon


def _explained(word: SavedWord, column: Column) -> str:
    if column is Column.GLOSS:
        return f"{word.gloss}\n✎ {word.note}" if word.note else word.gloss
    return word.encounters[-1].sentence if word.encounters else ""
