"""The list to learn from before reading: the unknown words of an article, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.model import Analysis, WordAt, WordKey
from reader.ui.screen import resize_on_screen
from reader.ui.theme import Theme, japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.ui.vocabulary.word_commands import WordCommands
from reader.vocabulary.coverage import is_learnt
from reader.vocabulary.keeping import main_reference, reading_beside
from reader.vocabulary.model import Status

Index = QModelIndex | QPersistentModelIndex

_SIZE = (640, 600)
_PIXELS, _ROW_HEIGHT = 17, 31


class Unknown(NamedTuple):
    """An unknown word of an article: where it stands first, and how often it does."""

    at: WordAt
    times: int


class Column(IntEnum):
    """The columns, from the left."""

    TIMES = 0
    SPELLING = 1
    READING = 2
    GLOSS = 3


_HEADINGS = {Column.TIMES: "×", Column.SPELLING: "Word", Column.READING: "Reading", Column.GLOSS: "Meaning"}


def unknown_words(
    analyses: Mapping[int, Analysis], status_of: Callable[[WordKey], Status | None]
) -> list[Unknown]:
    """The words that the user has neither saved nor marked, the most frequent first, else as they come."""
    first: dict[WordKey, WordAt] = {}
    times: Counter[WordKey] = Counter()
    for paragraph in sorted(analyses):
        for word in analyses[paragraph].words:
            if is_learnt(word) and status_of(word.key) is None:
                first.setdefault(word.key, WordAt(paragraph, word))
                times[word.key] += 1
    return [Unknown(first[key], number) for key, number in times.most_common()]


class PreparationWindow(QWidget):
    """Lists the unknown words of the open article, to save them or to mark them. It has no signals.

    ``analyses`` gives what is analysed of the article now.
    """

    def __init__(
        self,
        theme: Theme,
        saved: SavedWords,
        commands: WordCommands,
        analyses: Callable[[], Mapping[int, Analysis]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._saved, self._commands, self._analyses = theme, saved, commands, analyses
        self._family = ""
        self._counted = QLabel(self)
        self._counted.setObjectName("quiet")
        self._model = _Model(self)
        self._table = QTableView(self)
        self._set_up_table()
        buttons = QHBoxLayout()
        buttons.addWidget(self._counted, 1)
        for text, key, act in (
            ("Save (S)", "S", self._save),
            ("Known (K)", "K", lambda: self._mark(Status.KNOWN)),
            ("Ignore (I)", "I", lambda: self._mark(Status.IGNORED)),
        ):
            button = QPushButton(text, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked, act=act: act())
            QShortcut(QKeySequence(key), self, act)
            buttons.addWidget(button)
        QShortcut(QKeySequence.StandardKey.Undo, self, saved.undo)
        QShortcut(QKeySequence("Esc"), self, self.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        saved.changed.connect(self._refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        resize_on_screen(self, *_SIZE)

    def begin(self, title: str, family: str) -> None:
        """List the unknown words of the open article, which has this title; ``family`` is their font."""
        self.setWindowTitle(f"Unknown words of {title}")
        self._family = family
        self._restyle()
        self._refresh()
        self._choose(0)

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName("Unknown words")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in ((Column.TIMES, 44), (Column.SPELLING, 150), (Column.READING, 150)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.GLOSS, QHeaderView.ResizeMode.Stretch)

    def _restyle(self) -> None:
        self._model.set_look(japanese_font(self._family, _PIXELS), self._theme.colours.quiet)

    def _refresh(self) -> None:
        if not self.isHidden() or not self._model.rowCount():
            row = self._table.currentIndex().row()
            self._model.set_words(unknown_words(self._analyses(), self._saved.status))
            self._choose(min(max(row, 0), self._model.rowCount() - 1))
            number = self._model.rowCount()
            self._counted.setText("1 unknown word" if number == 1 else f"{number:,} unknown words")

    def _choose(self, row: int) -> None:
        """Select one row; not ``selectRow``, which minds the keys that are held down."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(row, 0)
        self._table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _selected(self) -> list[WordAt]:
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._model.unknown(row).at for row in rows]

    def _save(self) -> None:
        self._commands.save_all(self._selected())

    def _mark(self, status: Status) -> None:
        self._commands.mark_all((at.word for at in self._selected()), status)


class _Model(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: Sequence[Unknown] = ()
        self._font, self._quiet = QFont(), QColor()

    def set_words(self, words: Iterable[Unknown]) -> None:
        self.beginResetModel()
        self._words = tuple(words)
        self.endResetModel()

    def set_look(self, font: QFont, quiet: str) -> None:
        self.beginResetModel()
        self._font, self._quiet = font, QColor(quiet)
        self.endResetModel()

    def unknown(self, row: int) -> Unknown:
        return self._words[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._words)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[Column(section)]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        unknown, column = self._words[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(unknown, column)
            case Qt.ItemDataRole.FontRole if column is Column.SPELLING:
                return self._font
            case Qt.ItemDataRole.ForegroundRole if column in (Column.TIMES, Column.READING):
                return self._quiet
        return None


def _shown(unknown: Unknown, column: Column) -> str:
    word = unknown.at.word
    match column:
        case Column.TIMES:
            return str(unknown.times)
        case Column.SPELLING:
            return word.key.spelling
        case Column.READING:
            return reading_beside(word.key.spelling, word.key.reading)
        case Column.GLOSS:
            reference = main_reference(word)
            return "; ".join(reference.gloss) if reference else ""
