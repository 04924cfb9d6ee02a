"""The page with the English at its side, or below it where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_BESIDE, _BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_SHARES = (42, 30)  # per cent of the room, beside and below
_NARROW = 480  # pixels: in less, two columns cannot be read
_NARROWEST, _LOWEST = 160, 90


class SideBySide(QSplitter):
    """Holds the page, and a pane of English that is shown at times. It has no signals."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(_BESIDE, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(page)
        self._english: QWidget | None = None
        self._is_beside_wanted = True
        self._shares = dict(zip((_BESIDE, _BELOW), _SHARES, strict=True))
        self.splitterMoved.connect(self._keep_share)

    def add_english(self, pane: QWidget) -> None:
        """Take the pane; it is not shown yet."""
        self._english = pane
        pane.hide()
        pane.setMinimumSize(_NARROWEST, _LOWEST)
        self.addWidget(pane)

    def show_english(self, shown: bool, *, beside: bool) -> None:
        """Show the English, beside the page if that is wanted and has room, else below it; or hide it."""
        if self._english is None:
            return
        was_shown, self._is_beside_wanted = self.shows_english(), beside
        self._english.setVisible(shown)
        if shown and not (was_shown and self.orientation() == self._fitting()):
            self._arrange()

    def shows_english(self) -> bool:
        """Whether the English is shown."""
        return self._english is not None and self._english.isVisibleTo(self)

    def shares(self) -> tuple[int, ...]:
        """How much of the room is the English's, in per cent: beside the page, and below it."""
        return tuple(self._shares.values())

    def restore_shares(self, shares: Sequence[int]) -> None:
        """Give the English as much of the room as it had."""
        if len(shares) == len(self._shares) and all(0 < share < 100 for share in shares):
            self._shares = dict(zip(self._shares, shares, strict=True))

    def _fitting(self) -> Qt.Orientation:
        return _BESIDE if self._is_beside_wanted and self.width() >= _NARROW else _BELOW

    def _arrange(self) -> None:
        self.setOrientation(self._fitting())
        whole = self._whole()
        english = round(whole * self._shares[self.orientation()] / 100)
        self.setSizes([whole - english, english])

    def _whole(self) -> int:
        return self.width() if self.orientation() == _BESIDE else self.height()

    def _keep_share(self) -> None:
        self._shares[self.orientation()] = round(100 * self.sizes()[1] / max(self._whole(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.shows_english() and self.orientation() != self._fitting():
            self._arrange()
