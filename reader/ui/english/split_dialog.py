"""The window that shows a text in two languages taken apart, and lets the user correct that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.articles.bilingual import Side, separate
from reader.model import Article
from reader.ui.screen import resize_on_screen

Index = QModelIndex | QPersistentModelIndex

_COLUMNS = (Side.JAPANESE, Side.ENGLISH)
_SIZE = (860, 600)
_LINES = 2  # of each paragraph
_LONGEST = 300  # characters: no more of a paragraph can be seen


def show_split(
    parent: QWidget, article: Article, sides: Sequence[Side], accept: Callable[[Article], None]
) -> QDialog:
    """Show how ``article`` would be taken apart. ``accept`` gets the article to read: with its English beside
    it, or as it is; it is not called if the user closes the window."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("A text in two languages")
    model = SplitModel([paragraph.text for paragraph in article.paragraphs], sides, dialog)
    told = QLabel(
        "This text seems to hold its own English. Click a paragraph's other side to move it there, "
        "or use ← and →. Space leaves it out.",
        dialog,
    )
    told.setWordWrap(True)
    counted = QLabel(dialog)
    counted.setObjectName("quiet")
    table = _table(model, dialog)
    buttons = QDialogButtonBox(dialog)
    beside = buttons.addButton("Read side by side", QDialogButtonBox.ButtonRole.AcceptRole)
    whole = buttons.addButton("Keep as one text", QDialogButtonBox.ButtonRole.DestructiveRole)
    buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
    beside.setDefault(True)

    def count() -> None:
        japanese, english = model.sides.count(Side.JAPANESE), model.sides.count(Side.ENGLISH)
        left = len(model.sides) - japanese - english
        parts = [f"{_paragraphs(japanese)} of Japanese", f"{_paragraphs(english)} of English"]
        counted.setText(" · ".join(parts + ([f"{left} left out"] if left else [])))
        beside.setEnabled(japanese > 0 and english > 0)

    model.dataChanged.connect(count)
    count()
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.accepted.connect(lambda: accept(separate(article, model.sides)))
    whole.clicked.connect(dialog.reject)
    whole.clicked.connect(lambda: accept(article))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(10)
    for widget in (told, table, counted, buttons):
        layout.addWidget(widget)
    resize_on_screen(dialog, *_SIZE)
    table.setFocus()
    dialog.open()
    return dialog


class SplitModel(QAbstractTableModel):
    """A row for each paragraph, its text in the column of its side. ``sides`` is how they stand now.

    What is left out stands on its old side, struck through.
    """

    def __init__(self, texts: Sequence[str], sides: Sequence[Side], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown = [_COLUMNS.index(side) if side in _COLUMNS else 0 for side in sides]
        self.sides = list(sides)

    def move(self, row: int, column: int) -> None:
        """Put a paragraph on the side of this column."""
        self.sides[row], self._shown[row] = _COLUMNS[column], column
        self.dataChanged.emit(self.index(row, 0), self.index(row, 1))

    def toggle(self, row: int) -> None:
        """Leave a paragraph out, or take it in again."""
        is_out = self.sides[row] is Side.LEFT_OUT
        self.sides[row] = _COLUMNS[self._shown[row]] if is_out else Side.LEFT_OUT
        self.dataChanged.emit(self.index(row, 0), self.index(row, 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("Japanese", "English")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, is_here = index.row(), index.column() == self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[row].strip()[:_LONGEST] if is_here else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.sides[row].value}: {self._texts[row][:_LONGEST]}"
        if role == Qt.ItemDataRole.FontRole and self.sides[row] is Side.LEFT_OUT:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None


class _Table(QTableView):
    """Signals: ``moved(row, column)`` and ``toggled(row)``, by a click or a key."""

    moved = Signal(int, int)
    toggled = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        columns = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if row >= 0 and key in columns:
            self.moved.emit(row, columns[key])
            self.setCurrentIndex(self.model().index(row, columns[key]))
        elif row >= 0 and key == Qt.Key.Key_Space:
            self.toggled.emit(row)
        else:
            super().keyPressEvent(event)


def _table(model: SplitModel, parent: QWidget) -> QTableView:
    table = _Table(parent)
    table.setModel(model)
    table.setAccessibleName("Paragraphs")
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_LINES * table.fontMetrics().lineSpacing() + 12)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    table.moved.connect(model.move)
    table.toggled.connect(model.toggle)
    table.clicked.connect(lambda index: model.move(index.row(), index.column()))
    table.setCurrentIndex(model.index(0, 0))
    return table


def _paragraphs(number: int) -> str:
    return "1 paragraph" if number == 1 else f"{number:,} paragraphs"
