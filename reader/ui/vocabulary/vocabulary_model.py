"""The rows and columns of a list of saved words, read from the file a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from reader.model import WordKey
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.keeping import reading_beside
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary

Index = QModelIndex | QPersistentModelIndex

_PAGE = 100  # rows
_PAGES_KEPT = 40


class Column(IntEnum):
    """The columns, from the left."""

    SPELLING = 0
    READING = 1
    GLOSS = 2
    STATUS = 3
    POS = 4
    TAGS = 5
    FREQUENCY = 6
    SEEN = 7
    LOOKED_UP = 8
    IN_ANKI = 9
    ADDED = 10


_HEADINGS = {
    Column.SPELLING: "Word",
    Column.READING: "Reading",
    Column.GLOSS: "Meaning",
    Column.STATUS: "",
    Column.POS: "Kind",
    Column.TAGS: "Tags",
    Column.FREQUENCY: "Band",
    Column.SEEN: "Seen",
    Column.LOOKED_UP: "Lookups",
    Column.IN_ANKI: "In Anki",
    Column.ADDED: "Added",
}
_EXPLANATIONS = {
    Column.STATUS: "Status",  # an icon has no heading to be read
    Column.FREQUENCY: "Frequency band of JMdict: 1 holds the 500 most frequent words of newspapers",
    Column.POS: "Part of speech",
    Column.SEEN: "How often the word was met in what was read",
    Column.LOOKED_UP: "How often the word was looked up",
    Column.IN_ANKI: "When Anki got the word last",
}
_SORTS = {
    Column.SPELLING: SortBy.READING,
    Column.READING: SortBy.READING,
    Column.GLOSS: SortBy.GLOSS,
    Column.STATUS: SortBy.STATUS,
    Column.POS: SortBy.POS,
    Column.TAGS: SortBy.TAGS,
    Column.FREQUENCY: SortBy.FREQUENCY,
    Column.SEEN: SortBy.SEEN,
    Column.LOOKED_UP: SortBy.LOOKED_UP,
    Column.IN_ANKI: SortBy.IN_ANKI,
    Column.ADDED: SortBy.ADDED,
}


class Query(NamedTuple):
    """Which words a list shows, in which order."""

    which: WordFilter
    sort: SortBy = SortBy.ADDED
    descending: bool = True


class _Found(NamedTuple):
    """The answer to a query: how many words there are, and pages of them by number."""

    query: Query
    total: int
    pages: dict[int, tuple[SavedWord, ...]]


class VocabularyModel(QAbstractTableModel):
    """The saved words that pass a filter. Only what is looked at is in memory; other rows are empty until
    they have been read.

    Signals, beside those of every model: ``counted(number)`` after a query was answered.
    """

    counted = Signal(int)

    def __init__(self, saved: SavedWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._query = Query(WordFilter())
        self._shown: Query | None = None
        self._count = 0
        self._pages: OrderedDict[int, tuple[SavedWord, ...]] = OrderedDict()  # the last used stands last
        self._on_the_way: set[int] = set()
        self._fonts: Mapping[Column, QFont] = {}
        self._quiet = QColor()
        self._icons: Mapping[Status, QIcon] = {}
        saved.changed.connect(self._read_again)

    @property
    def query(self) -> Query:
        """What is asked for."""
        return self._query

    @property
    def shown(self) -> Query | None:
        """What the rows that are there answer to; those of ``query`` may still be on their way."""
        return self._shown

    def show_query(self, query: Query) -> None:
        """Show what this query finds."""
        self._query = query
        self._read((0,))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none (-1) the newest stand first."""
        descending = order is Qt.SortOrder.DescendingOrder
        by, down = (_SORTS[Column(column)], descending) if column >= 0 else (SortBy.ADDED, True)
        self.show_query(self._query._replace(sort=by, descending=down))

    def set_look(self, fonts: Mapping[Column, QFont], quiet: str, icons: Mapping[Status, QIcon]) -> None:
        """The fonts of words and readings, the colour of readings, the mark of each status."""
        self._fonts, self._quiet, self._icons = fonts, QColor(quiet), icons

    def word(self, row: int) -> SavedWord | None:
        """The word in this row, None if it has not been read."""
        page = self._pages.get(row // _PAGE, ())
        return page[row % _PAGE] if row % _PAGE < len(page) else None

    def rows_of(self, keys: set[WordKey]) -> list[int]:
        """The rows in which these words stand, as far as they have been read."""
        return [
            number * _PAGE + row
            for number, page in sorted(self._pages.items())
            for row, word in enumerate(page)
            if word.key in keys
        ]

    # --- reading ---

    def _read_again(self) -> None:
        self._read(tuple(self._pages)[-2:] or (0,))

    def _read(self, numbers: Sequence[int]) -> None:
        query = self._query

        def read(vocabulary: Vocabulary) -> _Found:
            return _Found(
                query, vocabulary.count(query.which), {n: _page(vocabulary, query, n) for n in numbers}
            )

        self._saved.fetch(read, self._show)

    def _show(self, found: _Found) -> None:
        if found.query != self._query:
            return  # the user has typed on
        self.beginResetModel()
        self._shown = found.query
        self._count = found.total
        self._pages = OrderedDict(found.pages)
        self._on_the_way.clear()
        self.endResetModel()
        self.counted.emit(found.total)

    def _read_page(self, number: int) -> None:
        if number in self._on_the_way:
            return
        self._on_the_way.add(number)
        query = self._query

        def arrived(page: tuple[SavedWord, ...]) -> None:
            if query != self._query or number not in self._on_the_way:
                return
            self._on_the_way.discard(number)
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
            last = min((number + 1) * _PAGE, self._count) - 1
            if number * _PAGE <= last:
                self.dataChanged.emit(self.index(number * _PAGE, 0), self.index(last, self.columnCount() - 1))

        self._saved.fetch(lambda vocabulary: _page(vocabulary, query, number), arrived)

    # --- what Qt asks ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _HEADINGS[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _EXPLANATIONS.get(column, _HEADINGS[column])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row() // _PAGE
        if number not in self._pages:
            self._read_page(number)
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            self._pages.move_to_end(number)
        word = self.word(index.row())
        return self._said_of(word, Column(index.column()), role) if word else None

    def _said_of(self, word: SavedWord, column: Column, role: int) -> Any:
        if column is Column.STATUS:
            return self._mark(word.status, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(word, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _explained(word, column)
            case Qt.ItemDataRole.FontRole:
                return self._fonts.get(column)
            case Qt.ItemDataRole.ForegroundRole if column not in (Column.SPELLING, Column.GLOSS):
                return self._quiet
        return None

    def _mark(self, status: Status, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._icons.get(status)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return status.value
        return None


def _page(vocabulary: Vocabulary, query: Query, number: int) -> tuple[SavedWord, ...]:
    return vocabulary.page(
        query.which, query.sort, descending=query.descending, offset=number * _PAGE, limit=_PAGE
    )


def _shown(word: SavedWord, column: Column) -> str:
    match column:
        case Column.SPELLING:
            return word.key.spelling
        case Column.READING:
            return reading_beside(word.key.spelling, word.key.reading)
        case Column.GLOSS:
            return ("✎ " if word.note else "") + word.gloss.split("\n")[0]
        case Column.POS:
            return word.pos
        case Column.TAGS:
            return ", ".join(word.tags)
        case _:
            return _counted(word, column)


def _counted(word: SavedWord, column: Column) -> str:
    match column:
        case Column.FREQUENCY:
            return str(word.frequency or "")
        case Column.SEEN:
            return str(word.seen or "")
        case Column.LOOKED_UP:
            return str(word.looked_up or "")
        case Column.IN_ANKI:
            return word.in_anki[:10]
        case Column.ADDED:
            return word.added[:10]
        case _:
            return ""  # an icon


def _explained(word: SavedWord, column: Column) -> str:
    if column is Column.GLOSS:
        return f"{word.gloss}\n✎ {word.note}" if word.note else word.gloss
    return word.encounters[-1].sentence if word.encounters else ""
