"""The parts of the window and their places: cheap to make, filled later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from reader.ui.side_by_side import SideBySide

_COLUMNS = (216, 784, 360)
_RIGHT = (440, 360)
_NARROWEST = (120, 340, 236)  # together less than the smallest window
_LOWEST_VOCABULARY = 190  # pixels: some rows of it


class Frame(QWidget):
    """The page between empty parts, so that it does not move when they are filled. It has no signals.

    ``toolbar``, ``articles``, ``panel``, ``vocabulary``, ``status`` and ``below_page`` each take one widget
    with ``fill``; ``reading`` holds the page and has room for its English.
    """

    def __init__(self, page: QWidget, banner: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.toolbar = _part("toolbar", self)
        self.toolbar.setFixedHeight(self.fontMetrics().height() + 26)
        self.articles = _part("side", self)
        self.panel = _part("panel", self)
        self.vocabulary = _part("panel", self)
        self.status = _part("statusbar", self)
        self.status.setFixedHeight(self.fontMetrics().height() + 12)
        self.below_page = _part("page", self)
        self.reading = SideBySide(page, self)
        middle = QWidget(self)
        below = QVBoxLayout(middle)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.reading, 1)
        below.addWidget(self.below_page)
        self._right = QSplitter(Qt.Orientation.Vertical, self)
        self._right.addWidget(self.panel)
        self._right.addWidget(self.vocabulary)
        self._right.setStretchFactor(1, 1)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for column in (self.articles, middle, self._right):
            self._columns.addWidget(column)
        self._columns.setStretchFactor(1, 1)
        for splitter, sizes in ((self._columns, _COLUMNS), (self._right, _RIGHT)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self._columns.setCollapsible(0, True)
        for column, width in zip((self.articles, middle, self._right), _NARROWEST, strict=True):
            column.setMinimumWidth(width)
        self.vocabulary.setMinimumHeight(_LOWEST_VOCABULARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(banner)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self.status)

    def column_sizes(self) -> tuple[int, ...]:
        """The widths of the three columns, from the left."""
        return tuple(self._columns.sizes())

    def panel_sizes(self) -> tuple[int, ...]:
        """The heights of panel and vocabulary."""
        return tuple(self._right.sizes())

    def restore_sizes(self, columns: Sequence[int], panel: Sequence[int]) -> None:
        """Give the columns the widths, and panel and vocabulary the heights, that they had."""
        for splitter, sizes in ((self._columns, columns), (self._right, panel)):
            if len(sizes) == splitter.count():
                splitter.setSizes(list(sizes))


def fill(part: QFrame, widget: QWidget) -> None:
    """Put ``widget`` into a part of the frame."""
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)


def _part(name: str, parent: QWidget) -> QFrame:
    part = QFrame(parent)
    part.setObjectName(name)
    return part
