"""The window: the page first, and as soon as that is painted, what surrounds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from reader.articles.library import LibraryItem
from reader.model import Article, Direction, FuriganaMode
from reader.paths import Paths
from reader.settings import Settings
from reader.settings import Theme as ThemeChoice
from reader.ui.background import BackgroundWorker
from reader.ui.banner import Banner
from reader.ui.bug_report import BugReporter
from reader.ui.engine_bridge import EngineBridge
from reader.ui.frame import Frame
from reader.ui.page.reading_view import ReadingView
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.reading_session import ReadingSession
from reader.ui.screen import resize_on_screen
from reader.ui.shelf import OpenArticle, Shelf
from reader.ui.theme import Theme, page_colours
from reader.ui.user_settings import UserSettings

if TYPE_CHECKING:
    from reader.articles.bilingual import Side
    from reader.ui.workbench import Workbench

_FILES = "Texts (*.txt *.md *.markdown *.html *.htm *.xhtml);;All files (*)"
_SIZE = (1360, 860)
_SMALLEST = (570, 380)
_READINGS_FIRST = 250  # milliseconds
_LATEST_FURNISHING = 1000  # milliseconds, where there is no article to paint
_ZOOM_STEP, _SMALLEST_ZOOM, _LARGEST_ZOOM = 1.1, 0.5, 4.0


class MainWindow(QMainWindow):
    """Everything the user sees.

    Only the page is made at once: toolbar, panel and lists (the ``Workbench``) follow when it is on screen.
    ``file`` is opened instead of the article that was read last. The window closes what it opened; ``engine``
    is its caller's.

    Signals: ``furnished()`` once all is there.
    """

    furnished = Signal()

    def __init__(self, paths: Paths, settings: Settings, engine: EngineBridge, file: Path | None) -> None:
        super().__init__()
        self._paths, self._engine = paths, engine
        self._reporter = BugReporter(paths.log, self)
        self._worker = BackgroundWorker(self)
        self._settings = UserSettings(settings, paths.settings, self._worker, self)
        self._theme = Theme(settings.theme, self)
        self._entries = EntryCache(engine)
        self._shelf = Shelf(paths.library, engine, self._worker, self)
        self._view = ReadingView(self)
        self._session = ReadingSession(engine, self._entries, self._view.analysis, self)
        self._banner = Banner(self._theme, self)
        self._frame = Frame(self._view, self._banner, self)
        self._workbench: Workbench | None = None
        self._is_furnished = False
        self.setCentralWidget(self._frame)
        self.setWindowTitle("Japanese Reader")
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._connect()
        self._restore()
        self._view.viewport().installEventFilter(self)
        QTimer.singleShot(_LATEST_FURNISHING, self._furnish_soon)
        if file is None:
            self._shelf.open_last()
        else:
            self._shelf.open_file(file)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings.now

    def show_message(self, sentence: str, offer: QAction | None = None) -> None:
        """Say inside the window what went wrong, until it is dismissed; ``offer`` may help."""
        self._banner.show_message(sentence, offer)

    def change(self, **fields: Any) -> None:
        """Take over new values for some fields of the settings, and keep them."""
        self._settings.change(**fields)

    # --- putting together ---

    def _handlers(self) -> dict[str, Callable[[], None]]:
        """What the commands do that concern the window and the page."""
        view, change = self._view, self.change
        return {
            "open": self._choose_file,
            "paste": self._paste,
            **view.commands(),
            "copy_furigana": self._copy_with_furigana,
            "furigana_next": self._next_furigana,
            **{f"furigana_{mode}": partial(change, furigana=mode) for mode in FuriganaMode},
            "furigana_compact": lambda: change(compact_furigana=not self.settings.compact_furigana),
            "mark_unknown": lambda: change(mark_unknown=not self.settings.mark_unknown),
            "direction": self._turn,
            "smaller": lambda: self._zoom(1 / _ZOOM_STEP),
            "larger": lambda: self._zoom(_ZOOM_STEP),
            "normal_size": partial(change, zoom=1.0),
            **{f"theme_{theme}": partial(change, theme=theme) for theme in ThemeChoice},
            "full_screen": self._toggle_full_screen,
            "keys": self._show_keys,
            "preferences": self._show_preferences,
            "about": self._show_about,
            "quit": self._quit,
        }

    def _connect(self) -> None:
        self._shelf.refused.connect(self.show_message)
        self._shelf.opened.connect(self._show_article)
        self._shelf.listed.connect(self._entitle)
        self._shelf.bilingual.connect(self._show_split)
        self._session.refused.connect(self.show_message)
        self._session.analysed.connect(self._view.set_analysis)
        self._worker.broke.connect(self._reporter.report_error)
        self._settings.changed.connect(self._apply)
        self._settings.refused.connect(self.show_message)
        self._engine.failed.connect(self._reporter.report)
        self._theme.changed.connect(self._restyle)
        self._view.visible_changed.connect(self._session.set_visible)
        self._view.place_changed.connect(self._shelf.set_place)
        self._view.zoom_changed.connect(lambda zoom: self.change(zoom=zoom))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Furnish the window once the article has been painted, and if they come soon its readings, too."""
        if event.type() is QEvent.Type.Paint and self._shelf.current is not None:
            self._view.viewport().removeEventFilter(self)
            self._session.screen_analysed.connect(self._furnish_soon)
            QTimer.singleShot(_READINGS_FIRST, self._furnish_soon)
        return super().eventFilter(watched, event)

    def _furnish_soon(self) -> None:
        """Furnish when what is to be painted now is on the screen."""
        if not self._is_furnished:
            self._is_furnished = True
            self._worker.run(_load_workbench, self._furnish, self.show_message)

    def _furnish(self, workbench: type[Workbench]) -> None:
        self._workbench = workbench(
            self,
            self._frame,
            self._view,
            self._handlers(),
            settings=self._settings,
            banner=self._banner,
            paths=self._paths,
            engine=self._engine,
            worker=self._worker,
            theme=self._theme,
            entries=self._entries,
            shelf=self._shelf,
            session=self._session,
        )
        self.furnished.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self._workbench:
            self._workbench.refresh()
        elif event.type() is QEvent.Type.WindowStateChange:
            self._frame.set_alone(self.isFullScreen())
        super().changeEvent(event)

    # --- settings ---

    def _restore(self) -> None:
        settings = self.settings
        if not self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode())):
            resize_on_screen(self, *_SIZE)
        self._frame.columns.restore(settings.splitter_sizes, settings.hidden_sides)
        self._frame.restore_panel(settings.panel_sizes)
        self._frame.reading.restore_shares(settings.english_shares)
        self._apply(settings, Settings())
        self._restyle()
        self._view.setFocus()

    def _apply(self, settings: Settings, before: Settings) -> None:
        self._theme.choose(settings.theme)
        self._view.set_furigana(settings.furigana, is_compact=settings.compact_furigana)
        self._view.set_small_kana(settings.small_kana)
        self._view.set_unknown_marked(settings.mark_unknown)
        if settings.zoom != before.zoom:
            self._view.set_zoom(settings.zoom)
        if settings.keys != before.keys:
            self._view.set_keys(settings.keys)
        self._view.set_fonts(settings.japanese_font, settings.english_font)
        self._view.set_spacing(settings.line_spacing, settings.line_length)
        if settings.reading_source != before.reading_source:
            self._view.clear_analyses()
            self._session.read_from(settings.reading_source)

    def _restyle(self) -> None:
        self._view.set_colours(page_colours(self._theme.colours))

    def _next_furigana(self) -> None:
        modes = list(FuriganaMode)
        self.change(furigana=modes[(modes.index(self.settings.furigana) + 1) % len(modes)])

    def _zoom(self, factor: float) -> None:
        zoom = min(max(self.settings.zoom * factor, _SMALLEST_ZOOM), _LARGEST_ZOOM)
        self.change(zoom=round(zoom, 3))

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _turn(self) -> None:
        """Write the open article in the other direction."""
        is_vertical = self._view.direction() is Direction.VERTICAL
        direction = Direction.HORIZONTAL if is_vertical else Direction.VERTICAL
        self._view.set_direction(direction)
        self._shelf.set_direction(direction)

    # --- articles ---

    def _show_article(self, opened: OpenArticle) -> None:
        self._session.open(opened.article)
        self._view.set_direction(opened.direction)
        self._view.set_article(opened.article, opened.place)
        self._view.setFocus()
        self._banner.dismiss()
        self.setWindowTitle(opened.article.title)  # Qt adds the program's name as the system does

    def _show_split(self, article: Article, sides: Sequence[Side]) -> None:
        from reader.ui.english.split_dialog import show_split  # noqa: PLC0415  (not at start-up)

        show_split(self, article, sides, self._shelf.add)

    def _entitle(self, items: Sequence[LibraryItem]) -> None:
        """Name the window after the open article as the list names it."""
        current = self._shelf.current
        for item in items:
            if current is not None and item.id == current.id:
                self.setWindowTitle(item.title)

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self,
            "Open a text",
            self.settings.open_folder,
            _FILES,
        )
        if name:
            self.change(open_folder=str(Path(name).parent))
            self._shelf.open_file(Path(name))

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data.text().strip():
            self._shelf.paste(data.text(), data.html())
        else:
            self._say("There is no text in the clipboard")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._shelf.open_file(files[0])
        elif event.mimeData().hasText():
            self._shelf.paste(event.mimeData().text(), event.mimeData().html())
        event.acceptProposedAction()

    def _copy_with_furigana(self) -> None:
        if not self._view.copy_with_furigana():
            self._say("Copied; some words there are still without their readings")

    def _say(self, sentence: str) -> None:
        if self._workbench is not None:
            self._workbench.say(sentence)

    # --- windows ---

    def _show_keys(self) -> None:
        from reader.ui.information import show_keys  # noqa: PLC0415  (not at start-up)

        show_keys(self, self.settings.keys)

    def _show_about(self) -> None:
        from reader.ui.information import show_about  # noqa: PLC0415  (not at start-up)

        show_about(self)

    def _show_preferences(self) -> None:
        from reader.ui.preferences import show_preferences  # noqa: PLC0415  (not at start-up)

        show_preferences(self, self.settings, self.change)

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep(
            window_geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            splitter_sizes=self._frame.columns.widths(),
            hidden_sides=self._frame.columns.hidden(),
            panel_sizes=self._frame.panel_sizes(),
            english_shares=self._frame.reading.shares(),
        )
        self._shelf.close(self._view.place())
        self._session.close()
        self._entries.close()
        if self._workbench is not None:
            self._workbench.close()
        self._worker.close()
        self._reporter.close()
        super().closeEvent(event)


def _load_workbench() -> type[Workbench]:
    """Import what surrounds the page, off the UI thread: 60 modules, which take longer than a frame."""
    from reader.ui.workbench import Workbench  # noqa: PLC0415  (after the page)

    return Workbench
