"""The list of articles at the left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.articles.library import LibraryItem
from reader.ui.panel.heading import heading
from reader.ui.theme import Theme
from reader.vocabulary.coverage import percentage

Index = QModelIndex | QPersistentModelIndex

_MARGIN = 10
_TITLE_LINES = 2
_ROW = Qt.ItemDataRole.UserRole


class ArticleList(QWidget):
    """Lists the user's articles and the samples.

    Signals: ``chosen(id)`` when one is to be opened, ``renamed(id, title)``, ``removed(id)``.
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = _Model(self)
        self._current = ""
        self._coverage: Mapping[str, float] = {}
        title = heading("Articles", self)
        title.setContentsMargins(_MARGIN + 8, 0, 0, 0)
        self._view = _View(self)
        self._view.setAccessibleName("Articles")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Delegate(theme, self._view, self.known_of))
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setMouseTracking(True)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._view.clicked.connect(self._choose)
        self._view.enter_pressed.connect(lambda: self._choose(self._view.currentIndex()))
        self._view.delete_pressed.connect(lambda: self._remove(self._view.currentIndex()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self._view, 1)
        theme.changed.connect(self._view.viewport().update)

    def set_rows(self, rows: Sequence[LibraryItem]) -> None:
        """List these articles, in this order; the list stands still if they are the same."""
        if self._model.rows() == list(rows):
            return
        self._model.set_rows(rows)
        self.set_current(self._current)

    def rows(self) -> list[LibraryItem]:
        """What is listed, from the top."""
        return self._model.rows()

    def set_current(self, article_id: str) -> None:
        """Mark the open article."""
        self._current = article_id
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            if self._row(index).id == article_id:
                self._view.setCurrentIndex(index)
                return
        self._view.setCurrentIndex(QModelIndex())

    def focus_current(self) -> None:
        """Give the keys to the list."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_coverage(self, shares: Mapping[str, float]) -> None:
        """Say beside the articles what share (0 to 1) of their words is known, by item id."""
        self._coverage = shares
        self._view.viewport().update()

    def shares(self) -> list[tuple[str, float]]:
        """The titles of those articles of which is known how much is known, with that share (0 to 1)."""
        rows = self._model.rows()
        return [(row.title, self._coverage[row.id]) for row in rows if row.id in self._coverage]

    def known_of(self, item: str) -> str:
        """How much of an article is known, as the list says it; "" where that is not known yet."""
        share = self._coverage.get(item)
        return f"{percentage(share)} known" if share is not None else ""

    def _row(self, index: Index) -> LibraryItem:
        row = index.data(_ROW)
        assert isinstance(row, LibraryItem)
        return row

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self._row(index).id)

    def _remove(self, index: Index) -> None:
        if index.isValid():
            self.removed.emit(self._row(index).id)

    def _rename(self, row: LibraryItem) -> None:
        from reader.ui.text_dialog import ask_line  # noqa: PLC0415  (not at start-up)

        def named(title: str) -> None:
            if title and title != row.title:
                self.renamed.emit(row.id, title)

        ask_line(self, "Rename the article", row.title, named)

    def _show_menu(self, position: QPoint) -> None:
        index = self._view.indexAt(position)
        if not index.isValid():
            return
        row = self._row(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open", lambda: self.chosen.emit(row.id))
        menu.addAction("Rename…", lambda: self._rename(row))
        menu.addAction("Remove\tDel", lambda: self.removed.emit(row.id))
        menu.popup(self._view.viewport().mapToGlobal(position))


class _View(QListView):
    """Signals: ``enter_pressed()``, ``delete_pressed()``."""

    enter_pressed = Signal()
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[LibraryItem] = []

    def rows(self) -> list[LibraryItem]:
        return self._rows

    def set_rows(self, rows: Sequence[LibraryItem]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(text for text in (row.title, row.byline, row.source) if text)
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a title of up to two lines and a quiet line that says where the article is from."""

    def __init__(self, theme: Theme, view: QListView, known_of: Callable[[str], str]) -> None:
        super().__init__(view)
        self._known_of = known_of
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        rect, state = _rect(option), _state(option)
        row = index.data(_ROW)
        box = QRectF(rect).adjusted(_MARGIN, 2, -_MARGIN, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if selected else colours.hover))
            painter.drawRoundedRect(box, 8, 8)
        text = box.adjusted(_MARGIN, 8, -_MARGIN, -8)
        painter.setPen(QColor(colours.text))
        painter.setFont(self._view.font())
        metrics = QFontMetrics(self._view.font())
        top = text.top()
        for line in _lines(row.title, self._view.font(), int(text.width())):
            painter.drawText(QRectF(text.left(), top, text.width() + 2, metrics.height()), 0, line)
            top += metrics.height()
        painter.setPen(QColor(colours.quiet))
        painter.setFont(_small(self._view.font()))
        small = QFontMetrics(painter.font())
        below = QRectF(text.left(), top + 2, text.width(), small.height())
        known = self._known_of(row.id)
        room = text.width() - small.horizontalAdvance(known + "  ")
        painter.drawText(below, 0, source_line(row, small, int(room)))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight.value, known)
        if row.progress > 0:
            bar = QRectF(text.left(), box.bottom() - 9, text.width(), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            bar.setWidth(max(bar.width() * row.progress, 3.0))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = index.data(_ROW)
        lines = _lines(row.title, self._view.font(), width - 4 * _MARGIN)
        metrics, small = QFontMetrics(self._view.font()), QFontMetrics(_small(self._view.font()))
        return QSize(width, len(lines) * metrics.height() + small.height() + (32 if row.progress > 0 else 24))


def source_line(row: LibraryItem, metrics: QFontMetrics, room: int) -> str:
    """Where an article came from, and how far it is read if there is ``room`` (in pixels) for both: the bar
    below says that, too.
    """
    both = f"{row.source} · {row.progress:.0%} read" if row.progress > 0 else row.source
    is_room = metrics.elidedText(both, Qt.TextElideMode.ElideRight, room) == both
    return both if is_room else metrics.elidedText(row.source, Qt.TextElideMode.ElideRight, room)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """``text`` broken to ``width``, the last line that fits elided if there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(lines) == _TITLE_LINES - 1:
            rest = units[2 * start :].decode("utf-16-le")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 40)))
            break
        lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines or [""]


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state
