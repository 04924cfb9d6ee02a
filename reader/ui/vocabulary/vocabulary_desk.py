"""Opens what belongs to the vocabulary beside the reading window, each of them once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from reader.settings import Settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords

if TYPE_CHECKING:
    from reader.ui.vocabulary.vocabulary_window import VocabularyWindow


class VocabularyDesk(QObject):
    """Signals: ``encounter_wanted(Encounter)`` when a sentence is to be shown in its article."""

    encounter_wanted = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        saved: SavedWords,
        *,
        engine: EngineBridge,
        entries: EntryCache,
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._saved = window, theme, saved
        self._engine, self._entries, self._settings = engine, entries, settings
        self._words: VocabularyWindow | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What the commands do that concern the vocabulary as a whole."""
        return {"vocabulary": self.open_words}

    def open_words(self) -> None:
        """Open the window of all words, or bring it to the front."""
        from reader.ui.vocabulary.vocabulary_window import VocabularyWindow  # noqa: PLC0415  (not at start-up)
        from reader.ui.vocabulary.word_details import WordDetails  # noqa: PLC0415

        if self._words is None:
            details = WordDetails(self._theme, self._saved, engine=self._engine, entries=self._entries)
            self._words = VocabularyWindow(self._theme, self._saved, details, self._buttons(), self._window)
            self._words.encounter_wanted.connect(self.encounter_wanted)
        self._words.set_japanese_font(self._settings().japanese_font)
        self._words.show()
        self._words.raise_()
        self._words.activateWindow()

    def _buttons(self) -> list[QAction]:
        return []
