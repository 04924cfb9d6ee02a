"""Scrolling that glides to its end instead of jumping there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_FRAME = 8  # milliseconds
_HALF_LIFE = 35.0  # milliseconds in which half of the rest is scrolled


class SmoothScroll(QObject):
    """Hands out the distance that is still to be scrolled, more at first and less at the end.

    ``scroll_by`` is called with whole pixels.
    """

    def __init__(self, scroll_by: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scroll_by = scroll_by
        self._rest = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._step)

    def add(self, pixels: float) -> None:
        """Scroll that much further; turning round begins at once."""
        self._rest = pixels if self._rest * pixels < 0 else self._rest + pixels
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """Stay where we are."""
        self._rest = 0.0
        self._timer.stop()

    def _step(self) -> None:
        part = 1 - 0.5 ** (self._clock.restart() / _HALF_LIFE)
        pixels = round(self._rest * part) or (1 if self._rest > 0 else -1)
        if abs(self._rest) <= 1:
            pixels = round(self._rest)
            self._timer.stop()
        self._rest -= pixels
        if pixels:
            self._scroll_by(pixels)
