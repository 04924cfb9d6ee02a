"""The parts of the window and their places: cheap to make, filled later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from reader.ui.columns import Columns
from reader.ui.side_by_side import SideBySide
from reader.ui.theme import polish_again

_RIGHT = (440, 360)
_LOWEST_VOCABULARY = 150  # pixels: a row or two of it


class Frame(QWidget):
    """The page between empty parts, so that it does not move when they are filled.

    ``toolbar``, ``articles``, ``panel``, ``vocabulary``, ``status`` and ``below_page`` each take one widget
    with ``fill``; ``reading`` holds the page and has room for its English, ``columns`` that and its sides.

    Signals: ``alone_changed()`` when the page is shown alone, or no longer.
    """

    alone_changed = Signal()

    def __init__(self, page: QWidget, banner: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_alone = False
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
        self._right.setHandleWidth(1)
        self._right.setChildrenCollapsible(False)
        self._right.setSizes(list(_RIGHT))
        self.columns = Columns(self.articles, middle, self._right, self)
        self.vocabulary.setMinimumHeight(_LOWEST_VOCABULARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(banner)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.status)

    @property
    def is_alone(self) -> bool:
        """Whether the page is shown alone."""
        return self._is_alone

    def set_alone(self, alone: bool) -> None:
        """Show the page alone, without toolbar and sides, or all of it again."""
        if alone == self._is_alone:
            return
        self._is_alone = alone
        self.toolbar.setHidden(alone)
        self.columns.set_alone(alone)
        self.status.setProperty("alone", alone)
        polish_again(self.status)
        self.alone_changed.emit()

    def call_toolbar(self) -> None:
        """Show the toolbar for the moment if the page is alone."""
        self.toolbar.show()

    def dismiss(self) -> bool:
        """Take away what is shown for the moment only. Returns whether there was anything."""
        was_called = self._is_alone and not self.toolbar.isHidden()
        self.toolbar.setHidden(self._is_alone)
        return self.columns.dismiss() or was_called

    def panel_sizes(self) -> tuple[int, ...]:
        """The heights of panel and vocabulary."""
        return tuple(self._right.sizes())

    def restore_panel(self, sizes: Sequence[int]) -> None:
        """Give panel and vocabulary the heights that they had."""
        if len(sizes) == self._right.count() and any(sizes):
            self._right.setSizes(list(sizes))


def fill(part: QFrame, widget: QWidget) -> None:
    """Put ``widget`` into a part of the frame."""
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)


def _part(name: str, parent: QWidget) -> QFrame:
    part = QFrame(parent)
    part.setObjectName(name)
    return part
