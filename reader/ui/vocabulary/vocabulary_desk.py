"""Opens what belongs to the vocabulary beside the reading window, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from reader.model import Analysis
from reader.settings import Settings
from reader.ui.background import BackgroundWorker
from reader.ui.engine_bridge import EngineBridge
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.theme import Theme
from reader.ui.vocabulary.saved_words import SavedWords

if TYPE_CHECKING:
    from reader.ui.vocabulary.preparation import PreparationWindow
    from reader.ui.vocabulary.review_window import ReviewWindow
    from reader.ui.vocabulary.statistics_window import Shares, StatisticsWindow
    from reader.ui.vocabulary.vocabulary_window import VocabularyWindow
    from reader.ui.vocabulary.word_commands import WordCommands


class VocabularyDesk(QObject):
    """Signals: ``encounter_wanted(Encounter)`` when a sentence is to be shown in its article;
    ``broke(error)`` where work in the background met a bug of ours."""

    encounter_wanted = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        saved: SavedWords,
        *,
        engine: EngineBridge,
        entries: EntryCache,
        settings: Callable[[], Settings],
        change: Callable[..., None],
    ) -> None:
        super().__init__(window)
        self._change = change
        self._preparation: PreparationWindow | None = None
        self._statistics: StatisticsWindow | None = None
        self._review: ReviewWindow | None = None
        self._network: BackgroundWorker | None = None
        self._window, self._theme, self._saved = window, theme, saved
        self._engine, self._entries, self._settings = engine, entries, settings
        self._words: VocabularyWindow | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What the commands do that concern the vocabulary as a whole."""
        return {
            "vocabulary": self.open_words,
            "review": self.review,
            "send_to_anki": self.send_to_anki,
            "export": self.export,
            "import": self.import_,
            "restore": self.restore,
        }

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

    def review(self) -> None:
        """Open the review of what is due, or bring it to the front."""
        from reader.ui.vocabulary.review_window import ReviewWindow  # noqa: PLC0415  (not at start-up)

        if self._review is None:
            self._review = ReviewWindow(
                self._theme, self._saved, self._settings(), self._change, self._window
            )
        if not self._review.isVisible():
            self._review.begin()
        self._review.show()
        self._review.raise_()
        self._review.activateWindow()

    def prepare(
        self, commands: WordCommands, analyses: Callable[[], Mapping[int, Analysis]], title: str
    ) -> None:
        """Open the list of the unknown words of the open article; ``analyses`` gives what it consists of."""
        from reader.ui.vocabulary.preparation import PreparationWindow  # noqa: PLC0415  (not at start-up)

        if self._preparation is None:
            self._preparation = PreparationWindow(self._theme, self._saved, commands, analyses, self._window)
        self._preparation.show()
        self._preparation.begin(title, self._settings().japanese_font)
        self._preparation.raise_()
        self._preparation.activateWindow()

    def show_statistics(self, shares: Shares) -> None:
        """Open the charts; ``shares`` gives what is known of each article."""
        from reader.ui.vocabulary.statistics_window import StatisticsWindow  # noqa: PLC0415

        if self._statistics is None:
            self._statistics = StatisticsWindow(self._theme, self._saved, shares, self._window)
        self._statistics.begin()
        self._statistics.show()
        self._statistics.raise_()
        self._statistics.activateWindow()

    def send_to_anki(self) -> None:
        """Open the dialog that sends words to a running Anki."""
        from reader.ui.vocabulary.anki_dialog import AnkiDialog  # noqa: PLC0415  (not at start-up)

        if self._network is None:
            self._network = BackgroundWorker(self, waits_at_close=False)
            self._network.broke.connect(self.broke)
        selected = self._words.table.selected() if self._words and self._words.isActiveWindow() else []
        parent = self._words if selected else self._window
        dialog = AnkiDialog(
            self._saved, self._network, self._settings(), self._change, selected=selected, parent=parent
        )
        dialog.open()

    def export(self) -> None:
        """Open the dialog that writes words to a file."""
        from reader.ui.vocabulary.export_dialog import ExportDialog  # noqa: PLC0415  (not at start-up)

        words = self._words if self._words and self._words.isVisible() else None
        asked_there = words is not None and words.isActiveWindow()
        selected = words.table.selected() if words and asked_there else []
        ExportDialog(
            self._saved,
            self._engine,
            self._settings(),
            self._change,
            listed=words.filter() if words else None,
            selected=[word.key for word in selected] if len(selected) > 1 else [],
            parent=words if words and asked_there else self._window,
        ).open()

    def import_(self) -> None:
        """Open the dialog that takes in words known from elsewhere, or an export of this program."""
        from reader.ui.vocabulary.import_dialog import ImportDialog  # noqa: PLC0415  (not at start-up)

        parent = self._words if self._words and self._words.isActiveWindow() else self._window
        ImportDialog(self._saved, self._engine, self._settings(), self._change, parent=parent).open()

    def restore(self) -> None:
        """Open the dialog that brings back the vocabulary of an earlier day."""
        from reader.ui.vocabulary.restore_dialog import RestoreDialog  # noqa: PLC0415  (not at start-up)

        RestoreDialog(self._saved, self._saved.path, self._window).open()

    def close(self) -> None:
        """Close the windows that were opened here, and wait for nothing any more."""
        for window in (self._words, self._review, self._preparation, self._statistics):
            if window is not None:
                window.close()
        if self._network is not None:
            self._network.close()

    def _buttons(self) -> list[QAction]:
        return [
            _button("Review", self.review, self),
            _button("To Anki…", self.send_to_anki, self),
            _button("Import…", self.import_, self),
            _button("Export…", self.export, self),
        ]


def _button(text: str, act: Callable[[], None], parent: QObject) -> QAction:
    action = QAction(text, parent)
    action.triggered.connect(lambda _checked: act())
    return action
