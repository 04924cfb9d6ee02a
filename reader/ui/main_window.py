"""The window: puts the parts together and lets them know of each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reader.engine.protocol import Exported, ExportVocabulary, Refused
from reader.model import FuriganaMode, Status, WordAt
from reader.paths import Paths
from reader.settings import Settings, save_settings
from reader.settings import Theme as ThemeChoice
from reader.ui.actions import Actions
from reader.ui.article_list import ArticleList
from reader.ui.background import BackgroundWorker
from reader.ui.banner import Banner
from reader.ui.bug_report import BugReporter
from reader.ui.engine_bridge import EngineBridge
from reader.ui.entry_cache import EntryCache
from reader.ui.gloss_panel import GlossPanel
from reader.ui.hover_tip import HoverTip, tip_text
from reader.ui.lookups import Lookups
from reader.ui.reading_session import ReadingSession
from reader.ui.reading_view import ReadingView
from reader.ui.saved_words import SavedWords
from reader.ui.shelf import OpenArticle, Shelf
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme, page_colours
from reader.ui.toolbar import Toolbar
from reader.ui.vocabulary_list import VocabularyList
from reader.ui.word_commands import WordCommands

_SIZE = (1360, 860)
_SMALLEST = (720, 480)
_COLUMNS = (216, 804, 340)
_RIGHT = (440, 360)
_ZOOM_STEP, _SMALLEST_ZOOM, _LARGEST_ZOOM = 1.1, 0.5, 4.0
_MODES = {FuriganaMode.ALL: "all", FuriganaMode.HOVER: "on hover", FuriganaMode.NONE: "none"}


class MainWindow(QMainWindow):
    """Everything the user sees. It has no signals of its own.

    ``file`` is opened instead of the article that was read last. The window closes what it opened;
    ``engine`` is its caller's.
    """

    def __init__(self, paths: Paths, settings: Settings, engine: EngineBridge, file: Path | None) -> None:
        super().__init__()
        self._paths, self._settings, self._engine = paths, settings, engine
        self._undo: Callable[[], None] | None = None
        self._reporter = BugReporter(paths.log, self)
        self._worker = BackgroundWorker(self)
        self._theme = Theme(settings.theme, self)
        self._entries = EntryCache(engine)
        self._saved = SavedWords(paths.vocabulary, self._worker, self)
        self._shelf = Shelf(paths.library, engine, self._worker, self)
        self._session = ReadingSession(engine, self._entries, self)
        self._view = ReadingView(self)
        self._panel = GlossPanel(self._theme, self._saved.get, self)
        self._lookups = Lookups(engine, self._entries, self._panel, self)
        self._commands = WordCommands(
            self._view, self._panel, self._lookups, entries=self._entries, saved=self._saved
        )
        self._actions = Actions(self, self._handlers())
        self._toolbar = Toolbar(self._actions, self._theme, self)
        self._banner = Banner(self._theme, self)
        self._articles = ArticleList(self._theme, self)
        self._vocabulary = VocabularyList(self._theme, self._saved, self._actions.menu("export", self), self)
        self._status = StatusBar(self)
        self._tip = HoverTip(self)
        self._lay_out()
        self._connect()
        self._restore()
        if file is None:
            self._shelf.open_last()
        else:
            self._shelf.open_file(file)
        # what can wait for the text to be on screen
        QTimer.singleShot(0, self._shelf.refresh)
        QTimer.singleShot(0, self._saved.load)

    def show_message(self, sentence: str) -> None:
        """Say inside the window what went wrong, until it is dismissed."""
        self._banner.show_message(sentence)

    # --- putting together ---

    def _lay_out(self) -> None:
        self.setWindowTitle("Japanese Reader")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._right = QSplitter(Qt.Orientation.Vertical, self)
        self._right.addWidget(self._panel)
        self._right.addWidget(self._vocabulary)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for column in (self._articles, self._view, self._right):
            self._columns.addWidget(column)
        for splitter, sizes in ((self._columns, _COLUMNS), (self._right, _RIGHT)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self._columns.setCollapsible(0, True)
        self._columns.setStretchFactor(1, 1)
        self._right.setStretchFactor(1, 1)
        self._articles.setMinimumWidth(150)
        self._view.setMinimumWidth(280)
        self._right.setMinimumWidth(240)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar)
        layout.addWidget(self._banner)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(middle)
        self._actions.attach(self, (self._view, self._panel))
        self._view.setFocus()

    def _connect(self) -> None:
        for source in (self._shelf, self._session, self._lookups, self._saved):
            source.refused.connect(self.show_message)
        self._worker.broke.connect(self._reporter.report_error)
        self._engine.failed.connect(self._reporter.report)
        self._theme.changed.connect(self._restyle)
        self._view.visible_changed.connect(self._session.set_visible)
        self._view.place_changed.connect(self._shelf.set_place)
        self._view.word_hovered.connect(lambda _at: self._tip.hide())
        self._view.word_activated.connect(lambda _at: self._tip.hide())
        self._view.place_changed.connect(lambda _place: self._tip.hide())
        self._view.word_rested.connect(lambda at, rect: self._tip.show_for(tip_text(at.word), rect))
        self._view.menu_requested.connect(self._show_menu)
        self._view.zoom_changed.connect(lambda zoom: self._change(zoom=zoom))
        self._view.set_statuses(lambda word: self._saved.status(word.key))
        self._session.analysed.connect(self._view.set_analysis)
        self._session.counted.connect(self._count)
        self._saved.changed.connect(self._view.refresh_statuses)
        self._saved.changed.connect(self._panel.refresh_saved)
        self._saved.changed.connect(self._count)
        self._saved.said.connect(partial(self._say, self._saved.undo))
        self._shelf.said.connect(partial(self._say, self._shelf.restore))
        self._shelf.opened.connect(self._show_article)
        self._shelf.listed.connect(self._articles.set_rows)
        self._articles.chosen.connect(self._shelf.open_item)
        self._articles.renamed.connect(self._shelf.rename)
        self._articles.removed.connect(self._shelf.remove)
        self._vocabulary.word_chosen.connect(self._lookups.show_saved)
        self._toolbar.looked_up.connect(self._look_up)
        self._commands.said.connect(self._status.say)
        self._status.undo_wanted.connect(self._undo_last)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        """What each command of the table does."""
        view, commands = self._view, self._commands
        return {
            "open": self._choose_file,
            "paste": self._paste,
            "next_word": view.next_word,
            "previous_word": view.previous_word,
            "next_unknown": view.next_unknown,
            "previous_unknown": view.previous_unknown,
            "page": self._back_to_text,
            "search": self._search,
            "back": partial(self._lookups.move, -1),
            "forward": partial(self._lookups.move, 1),
            "look_up": commands.show_current,
            "save": commands.save,
            **{f"save_sense_{number}": partial(commands.save, number) for number in range(1, 10)},
            "known": partial(commands.toggle, Status.KNOWN),
            "ignore": partial(commands.toggle, Status.IGNORED),
            "copy": view.copy,
            "undo": self._undo_last,
            "redo": self._saved.redo,
            **{f"export_{kind}": partial(self._export, kind) for kind in ("csv", "tsv", "apkg")},
            "export": self._choose_export,
            "furigana_next": self._next_furigana,
            **{f"furigana_{mode}": partial(self._change, furigana=mode) for mode in FuriganaMode},
            "english_toggle": lambda: self._change(show_english=not self._settings.show_english),
            "english_hidden": partial(self._change, show_english=False),
            "english_shown": partial(self._change, show_english=True),
            "smaller": lambda: self._zoom(1 / _ZOOM_STEP),
            "larger": lambda: self._zoom(_ZOOM_STEP),
            "normal_size": partial(self._change, zoom=1.0),
            **{f"theme_{theme}": partial(self._change, theme=theme) for theme in ThemeChoice},
            "keys": self._show_keys,
            "preferences": self._show_preferences,
            "about": self._show_about,
            "quit": self._quit,
        }

    # --- settings ---

    def _restore(self) -> None:
        settings = self._settings
        if settings.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
        if len(settings.splitter_sizes) == len(_COLUMNS):
            self._columns.setSizes(list(settings.splitter_sizes))
        self._apply(settings)
        self._restyle()

    def _change(self, **fields: Any) -> None:
        """Take over some settings, and keep them."""
        before, self._settings = self._settings, replace(self._settings, **fields)
        if self._settings == before:
            return
        self._apply(self._settings)
        if self._settings.reading_source != before.reading_source:
            self._view.clear_analyses()
            self._session.reread(self._settings.reading_source)
        self._keep_settings()

    def _keep_settings(self) -> None:
        settings = self._settings
        self._worker.run(
            lambda: save_settings(self._paths.settings, settings), lambda _nothing: None, self.show_message
        )

    def _apply(self, settings: Settings) -> None:
        self._theme.choose(settings.theme)
        self._view.set_furigana(settings.furigana)
        self._view.set_zoom(settings.zoom)
        self._view.set_fonts(settings.japanese_font, "")
        self._view.set_english_visible(settings.show_english)
        self._panel.set_japanese_font(settings.japanese_font)
        self._vocabulary.set_japanese_font(settings.japanese_font)
        self._actions[f"furigana_{settings.furigana}"].setChecked(True)
        self._actions["english_shown" if settings.show_english else "english_hidden"].setChecked(True)
        self._actions[f"theme_{settings.theme}"].setChecked(True)
        furigana = settings.furigana
        self._toolbar.show_choice("furigana", _MODES[furigana], active=furigana is not FuriganaMode.NONE)
        english = "shown" if settings.show_english else "hidden"
        self._toolbar.show_choice("english", english, active=settings.show_english)

    def _restyle(self) -> None:
        self._view.set_colours(page_colours(self._theme.colours))

    def _next_furigana(self) -> None:
        modes = list(FuriganaMode)
        self._change(furigana=modes[(modes.index(self._settings.furigana) + 1) % len(modes)])

    def _zoom(self, factor: float) -> None:
        zoom = min(max(self._settings.zoom * factor, _SMALLEST_ZOOM), _LARGEST_ZOOM)
        self._change(zoom=round(zoom, 3))

    # --- articles ---

    def _show_article(self, opened: OpenArticle) -> None:
        self._tip.hide()
        self._session.open(opened.article, self._settings.reading_source)
        self._view.set_article(opened.article, opened.place)
        self._commands.set_article(opened.article)
        self._articles.set_current(opened.id)
        self._banner.dismiss()
        self.setWindowTitle(f"{opened.article.title} – Japanese Reader")
        self._count()

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, "Open a text", "", "Texts (*.txt);;All files (*)")
        if name:
            self._shelf.open_file(Path(name))

    def _paste(self) -> None:
        self._shelf.paste(QGuiApplication.clipboard().text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._shelf.open_file(files[0])
        elif event.mimeData().hasText():
            self._shelf.paste(event.mimeData().text())
        event.acceptProposedAction()

    # --- words ---

    def _search(self) -> None:
        self._toolbar.focus_search()

    def _look_up(self, text: str) -> None:
        self._lookups.look_up(text)
        self._panel.setFocus()

    def _back_to_text(self) -> None:
        self._banner.dismiss()
        self._tip.hide()
        self._view.setFocus()

    def _show_menu(self, at: WordAt | None, position: QPoint) -> None:
        if at is not None:
            self._view.set_current(at)
        menu = self._actions.menu("word", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def _say(self, undo: Callable[[], None], sentence: str, undoable: bool) -> None:
        self._undo = undo if undoable else None
        self._status.say(sentence, undoable=undoable)

    def _undo_last(self) -> None:
        """Take back what was said last, else the last change of the vocabulary."""
        undo, self._undo = self._undo or self._saved.undo, None
        undo()

    def _count(self) -> None:
        counts = self._session.counts()
        words = counts.total()
        if not words:
            self._status.show_counts("")
            return
        statuses = {key: self._saved.status(key) for key in counts}
        saved = sum(status in (Status.NEW, Status.LEARNING) for status in statuses.values())
        known = sum(number for key, number in counts.items() if statuses[key] is Status.KNOWN)
        parts = [f"{words:,} {'word' if words == 1 else 'words'}, {len(counts):,} different"]
        if saved:
            parts.append(f"{saved} saved")
        if known * 100 >= words:
            parts.append(f"{known / words:.0%} known")
        self._status.show_counts(" · ".join(parts))

    def _choose_export(self) -> None:
        self._vocabulary.show_export_menu()

    def _export(self, kind: str) -> None:
        suffix = f".{kind}"
        name, _filter = QFileDialog.getSaveFileName(
            self, "Export the vocabulary", f"vocabulary{suffix}", f"*{suffix}"
        )
        if not name:
            return
        target = Path(name)
        if not target.suffix:
            target = target.with_suffix(suffix)
        self._engine.ask(ExportVocabulary(self._paths.vocabulary, kind, target), self._exported)

    def _exported(self, answer: Exported | Refused) -> None:
        if isinstance(answer, Refused):
            self.show_message(answer.message)
        else:
            words = "1 word" if answer.count == 1 else f"{answer.count:,} words"
            self._status.say(f"Exported {words} to {answer.path}")

    # --- windows ---

    def _show_keys(self) -> None:
        from reader.ui.information import show_keys  # noqa: PLC0415  (not at start-up)

        show_keys(self)

    def _show_about(self) -> None:
        from reader.ui.information import show_about  # noqa: PLC0415  (not at start-up)

        show_about(self)

    def _show_preferences(self) -> None:
        from reader.ui.preferences import show_preferences  # noqa: PLC0415  (not at start-up)

        show_preferences(self, self._settings, self._change)

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tip.hide()
        self._settings = replace(
            self._settings,
            window_geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            splitter_sizes=tuple(self._columns.sizes()),
        )
        self._shelf.set_place(self._view.place())
        self._shelf.close()
        self._saved.close()
        self._keep_settings()
        self._worker.close()
        self._reporter.close()
        super().closeEvent(event)
