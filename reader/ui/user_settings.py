"""The user's settings while the window is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.settings import Settings, save_settings
from reader.ui.background import BackgroundWorker
from reader.ui.page.page_view import single_shot

_KEPT_AFTER = 200  # milliseconds without another change: a slider makes many


class UserSettings(QObject):
    """The settings as they are now; each change is written to ``path`` in the background.

    Signals: ``changed(Settings, Settings)`` after the user changed one, with what holds now and what did
    before; ``refused(sentence)`` where they could not be written.
    """

    changed = Signal(object, object)
    refused = Signal(str)

    def __init__(self, settings: Settings, path: Path, worker: BackgroundWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._now, self._path, self._worker = settings, path, worker
        self._timer = single_shot(self, _KEPT_AFTER, self.keep)

    @property
    def now(self) -> Settings:
        """What holds now."""
        return self._now

    def change(self, **fields: Any) -> None:
        """Take over new values for some fields, and keep them."""
        before, self._now = self._now, replace(self._now, **fields)
        if self._now != before:
            self._timer.start()
            self.changed.emit(self._now, before)

    def keep(self, **fields: Any) -> None:
        """Write them now, with new values for what nobody needs to be told of."""
        self._timer.stop()
        settings = self._now = replace(self._now, **fields)
        self._worker.run(
            lambda: save_settings(self._path, settings), lambda _nothing: None, self.refused.emit
        )
