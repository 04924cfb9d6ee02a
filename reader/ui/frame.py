"""The parts of the window and their places: cheap to make, filled later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

_COLUMNS = (216, 804, 340)
_RIGHT = (440, 360)


class Frame(QWidget):
    """The page between empty parts, so that it does not move when they are filled. It has no signals.

    ``toolbar``, ``articles``, ``panel``, ``vocabulary`` and ``status`` each take one widget with ``fill``.
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
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.addWidget(self.panel)
        right.addWidget(self.vocabulary)
        right.setStretchFactor(1, 1)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for column in (self.articles, page, right):
            self._columns.addWidget(column)
        self._columns.setStretchFactor(1, 1)
        for splitter, sizes in ((self._columns, _COLUMNS), (right, _RIGHT)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self._columns.setCollapsible(0, True)
        self.articles.setMinimumWidth(150)
        page.setMinimumWidth(280)
        right.setMinimumWidth(240)
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

    def restore_columns(self, sizes: Sequence[int]) -> None:
        """Give the columns the widths that they had."""
        if len(sizes) == len(_COLUMNS):
            self._columns.setSizes(list(sizes))


def fill(part: QFrame, widget: QWidget) -> None:
    """Put ``widget`` into a part of the frame."""
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)


def _part(name: str, parent: QWidget) -> QFrame:
    part = QFrame(parent)
    part.setObjectName(name)
    return part
