"""The page between article list and panel, which can be hidden, and step back in a narrow window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

_WIDTHS = (216, 360)
_NARROWEST_ARTICLES, _NARROWEST_PAGE, _NARROWEST_PANEL = 120, 280, 284
_COMFORTABLE = 430  # pixels that the page keeps before the sides


class Side(StrEnum):
    """What stands beside the page."""

    ARTICLES = "articles"
    PANEL = "panel"


class Columns(QSplitter):
    """Holds the article list, the page, and the panel with the vocabulary, from left to right.

    The user hides and shows the sides. Where the page would become too narrow, the panel gives way as far as
    it can, then the articles step back, then the panel; while the page is alone, both do. A side that was
    hidden or stepped back may be called: it is shown for the moment, until it is dismissed, or the other one
    is called where there is no room for both.

    Signals: ``changed()`` when another side is shown than before; ``left()`` when one goes that has the
    focus: the keys belong to the page again.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, articles: QWidget, page: QWidget, panel: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sides = {Side.ARTICLES: articles, Side.PANEL: panel}
        self._widths = dict(zip(Side, _WIDTHS, strict=True))
        self._hidden: set[Side] = set()
        self._called: set[Side] = set()
        self._shown = set(Side)
        self._is_alone = False
        for column, narrowest in (
            (articles, _NARROWEST_ARTICLES),
            (page, _NARROWEST_PAGE),
            (panel, _NARROWEST_PANEL),
        ):
            self.addWidget(column)
            column.setMinimumWidth(narrowest)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_widths)

    def shows(self, side: Side) -> bool:
        """Whether a side is shown."""
        return side in self._called or (side not in self._hidden and self._has_room(side))

    def toggle(self, side: Side) -> None:
        """Hide a side that is shown, or show it: for good where it has room, else for the moment."""
        if self.shows(side):
            self._called.discard(side)
            if self._has_room(side):
                self._hidden.add(side)
        elif self._has_room(side):
            self._hidden.discard(side)
        else:
            self._add(side)
        self._arrange()

    def call(self, side: Side) -> None:
        """Show a side for the moment if it is not shown."""
        if not self.shows(side):
            self._add(side)
            self._arrange()

    def is_called(self, side: Side) -> bool:
        """Whether a side is shown for the moment only."""
        return side in self._called

    def dismiss(self, sides: Iterable[Side] = tuple(Side)) -> bool:
        """Take away those of the sides that are shown for the moment only. Returns whether there were any."""
        dismissed = self._called & set(sides)
        self._called -= dismissed
        self._arrange()
        return bool(dismissed)

    def set_alone(self, alone: bool) -> None:
        """Let the page be alone, or give the sides their room again."""
        if alone != self._is_alone:
            self._is_alone = alone
            self._called.clear()
            self._arrange()

    def hidden(self) -> tuple[Side, ...]:
        """The sides that the user has hidden."""
        return tuple(side for side in Side if side in self._hidden)

    def widths(self) -> tuple[int, ...]:
        """The widths of the three columns, from the left; of a side that is hidden, what it had."""
        return self._widths[Side.ARTICLES], self.sizes()[1], self._widths[Side.PANEL]

    def restore(self, widths: Sequence[int], hidden: Iterable[str]) -> None:
        """Give the sides the widths that they had, and hide those that were hidden."""
        if len(widths) == self.count():
            for side, width in zip(Side, widths[::2], strict=True):
                self._widths[side] = width or self._widths[side]
        self._hidden = {side for side in Side if side in set(hidden)}
        self._arrange()

    def _add(self, side: Side) -> None:
        if self.width() < _NARROWEST_ARTICLES + _NARROWEST_PAGE + _NARROWEST_PANEL:
            self._called.clear()
        self._called.add(side)

    def _has_room(self, side: Side) -> bool:
        # the articles leave the panel its room even where it has stepped back itself
        panel = _NARROWEST_PANEL if side is Side.PANEL or Side.PANEL not in self._hidden else 0
        articles = self._widths[side] if side is Side.ARTICLES else 0
        return not self._is_alone and self.width() >= articles + _COMFORTABLE + panel

    def _arrange(self) -> None:
        shown = {side for side in Side if self.shows(side)}
        changed, self._shown = shown ^ self._shown, shown
        focused = QApplication.focusWidget()
        if focused and any(self._sides[side].isAncestorOf(focused) for side in changed - shown):
            self.left.emit()  # before Qt gives it to what comes next, as if by Tab
        for side in changed:
            self._sides[side].setVisible(side in shown)
        articles, panel = (self._widths[side] if self.shows(side) else 0 for side in Side)
        panel = min(panel, max(self.width() - articles - _COMFORTABLE, _NARROWEST_PANEL))
        self.setSizes([articles, max(self.width() - articles - panel, 1), panel])
        if changed:
            self.changed.emit()

    def _keep_widths(self) -> None:
        for side, width in zip(Side, self.sizes()[::2], strict=True):
            if side in self._shown:
                self._widths[side] = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width; Qt's own way would narrow the sides, and never widen them again."""
        self._called = {side for side in self._called if side in self._hidden or not self._has_room(side)}
        self._arrange()
