"""What surrounds the page: toolbar, panel, lists and status bar, and what they do with each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QMenu

from reader.model import Direction, EnglishView, FuriganaMode, Sense, WordAt
from reader.paths import Paths
from reader.recovery import Recovered
from reader.settings import Settings
from reader.ui.actions import Actions
from reader.ui.article_list import ArticleList
from reader.ui.background import BackgroundWorker
from reader.ui.banner import Banner
from reader.ui.columns import Side
from reader.ui.counts import Counts
from reader.ui.coverage import Coverage
from reader.ui.engine_bridge import EngineBridge
from reader.ui.english.adding import EnglishAdder
from reader.ui.english.aligning import Aligning
from reader.ui.english.english_commands import EnglishCommands
from reader.ui.english.english_reading import EnglishReading
from reader.ui.english.supporting import Supporting
from reader.ui.find.find_bar import FindBar
from reader.ui.find.finder import Finder
from reader.ui.fonts import japanese_families, missing_font_notice
from reader.ui.frame import Frame, fill
from reader.ui.keys import hint
from reader.ui.looks import LooksPopup
from reader.ui.page.accessibility import PageSpeaker
from reader.ui.page.reading_view import ReadingView
from reader.ui.panel.entry_cache import EntryCache
from reader.ui.panel.gloss_panel import GlossPanel
from reader.ui.panel.hover_tip import HoverTip, tip_text
from reader.ui.panel.lookups import Lookups
from reader.ui.reading_session import ReadingSession
from reader.ui.sharing.sharing import Sharing
from reader.ui.shelf import OpenArticle, Shelf
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme, page_colours
from reader.ui.toolbar import Toolbar
from reader.ui.user_settings import UserSettings
from reader.ui.vocabulary.corrections import Corrections
from reader.ui.vocabulary.saved_words import SavedWords, words_to_learn
from reader.ui.vocabulary.seen_counter import SeenCounter
from reader.ui.vocabulary.vocabulary_desk import VocabularyDesk
from reader.ui.vocabulary.vocabulary_list import VocabularyList
from reader.ui.vocabulary.word_commands import WordCommands
from reader.vocabulary.model import Encounter, Status

_FONTS_DELAY = 100  # milliseconds: the window is painted by then, and nobody has clicked
_MODES = {
    FuriganaMode.ALL: "all",
    FuriganaMode.UNKNOWN: "unknown",
    FuriganaMode.FIRST: "first",
    FuriganaMode.HOVER: "on hover",
    FuriganaMode.NONE: "none",
}
_WIDEST_GLOSS = 320  # pixels, in a menu


class Workbench(QObject):
    """Fills the window's frame and connects its parts. It has no signals."""

    def __init__(
        self,
        window: QMainWindow,
        frame: Frame,
        view: ReadingView,
        handlers: Mapping[str, Callable[[], None]],
        *,
        settings: UserSettings,
        banner: Banner,
        paths: Paths,
        engine: EngineBridge,
        worker: BackgroundWorker,
        theme: Theme,
        entries: EntryCache,
        shelf: Shelf,
        session: ReadingSession,
    ) -> None:
        """``handlers`` do what the commands do that concern the window and the page."""
        super().__init__(window)
        self._window, self._frame, self._view = window, frame, view
        self._settings, self._banner = settings, banner
        self._paths, self._engine = paths, engine
        self._shelf, self._session = shelf, session
        self._undo: Callable[[], None] | None = None
        self._undoes_english = False
        self._saved = SavedWords(paths.vocabulary, worker, self)
        self._panel = GlossPanel(theme, self._saved.get)
        self._lookups = Lookups(engine, entries, self._panel, self)
        self._desk = VocabularyDesk(
            window,
            theme,
            self._saved,
            engine=engine,
            entries=entries,
            settings=lambda: settings.now,
            change=settings.change,
        )
        self._desk.broke.connect(worker.broke)
        self._aligning = Aligning(engine, self)
        self._supporting = Supporting(engine, self._aligning, session, view)
        self._commands = WordCommands(
            view,
            self._panel,
            self._lookups,
            entries=entries,
            saved=self._saved,
            english_of=self._aligning.english_of,
            evidence_of=self._supporting.evidence_of,
        )
        self._finder = Finder(view, self)
        self._find_bar = FindBar(self._finder, theme)
        self._sharing = Sharing(
            window,
            view,
            session,
            worker,
            fetch_saved=partial(self._saved.fetch, words_to_learn),
            colours=lambda: page_colours(theme.colours),
            folder=self._export_folder,
        )
        self._reading = EnglishReading(view, frame.reading, self._aligning, theme)
        adder = EnglishAdder(engine, window)
        self._english = EnglishCommands(window, shelf, self._aligning, self._reading, adder)
        all_handlers = {**handlers, **self._handlers(), **self._desk.handlers()}
        self._actions = Actions(window, all_handlers, settings.now.keys)
        self._toolbar = Toolbar(self._actions, theme)
        self._articles = ArticleList(theme)
        self._vocabulary = VocabularyList(theme, self._saved, self._actions.menu("export", window))
        self._coverage = Coverage(shelf, session, self._saved, engine=engine, worker=worker)
        self._status = StatusBar()
        self._counts = Counts(session, self._saved, self._status)
        self._tip = HoverTip(view)
        self._seen = SeenCounter(view, self._saved)
        self._corrections = Corrections(self._saved, session, self)
        for part, widget in (
            (frame.toolbar, self._toolbar),
            (frame.articles, self._articles),
            (frame.panel, self._panel),
            (frame.vocabulary, self._vocabulary),
            (frame.status, self._status),
            (frame.below_page, self._find_bar),
        ):
            fill(part, widget)
        self._actions.attach(window, (view, self._panel, self._reading.pane))
        self._connect_page()
        self._connect_sides()
        self._connect_english()
        self._connect_lists()
        self._show_settings(settings.now)
        self._show_sides()
        if shelf.current is not None:
            self._show_article(shelf.current)
            self._english.open(shelf.current)
            self._align()
        self._shelf.refresh()
        self._saved.load()
        QTimer.singleShot(_FONTS_DELAY, self._panel, self._panel.load_fonts)
        QTimer.singleShot(_FONTS_DELAY, self, self._check_fonts)

    def refresh(self) -> None:
        """Read again what another window may have changed."""
        self._saved.refresh()
        self._shelf.refresh()

    def say(self, sentence: str) -> None:
        """Say what was done, in the status bar."""
        self._status.say(sentence)

    def close(self) -> None:
        """Close what was opened here; what is being written is written."""
        self._tip.hide()
        self._sharing.cancel()
        self._lookups.close()
        self._coverage.close()
        self._desk.close()
        self._english.close()
        self._supporting.close()
        self._saved.close()

    def _export_folder(self, folder: Path | None = None) -> Path:
        """The folder of the last export; another one is kept."""
        if folder is not None:
            self._settings.change(export_folder=str(folder))
        return Path(self._settings.now.export_folder)

    def _connect_page(self) -> None:
        view, tip = self._view, self._tip
        PageSpeaker(view, tip_text)
        view.word_hovered.connect(lambda _at: tip.hide())
        view.word_activated.connect(lambda _at: tip.hide())
        view.place_changed.connect(lambda _place: tip.hide())
        view.direction_changed.connect(tip.hide)
        self._session.analysed.connect(lambda paragraph, _analysis: self._finder.refresh(paragraph))
        self._find_bar.closed.connect(self._leave_find_bar)
        view.phrase_selected.connect(self._lookups.look_up)
        view.phrase_activated.connect(self._lookups.look_up)
        view.word_rested.connect(self._show_tip)
        view.menu_requested.connect(self._show_menu)
        view.set_statuses(lambda word: self._saved.status(word.key))
        self._session.counted.connect(self._align)
        self._settings.changed.connect(lambda settings, _before: self._show_settings(settings))

    def _connect_sides(self) -> None:
        columns = self._frame.columns
        columns.changed.connect(self._show_sides)
        columns.left.connect(self._view.setFocus)
        self._frame.alone_changed.connect(self._show_sides)
        for asked in (self._view.word_activated, self._view.phrase_activated):
            asked.connect(lambda *_what: columns.call(Side.PANEL))
        self._articles.chosen.connect(lambda _id: columns.dismiss((Side.ARTICLES,)))

    def _connect_english(self) -> None:
        english, reading = self._english, self._reading
        english.changed.connect(self._show_english)
        english.said.connect(partial(self._say, english.undo))
        english.refused.connect(self._banner.show_message)
        reading.activated.connect(self._show_japanese)
        self._supporting.found.connect(self._commands.show_evidence)
        self._aligning.changed.connect(self._commands.add_english)
        self._view.visible_changed.connect(lambda _first, _last: self._supporting.ask())
        reading.moved.connect(english.move)
        reading.menu_requested.connect(partial(self._popup, "english_sentence"))

    def _show_japanese(self, offset: int) -> None:
        """An English word was clicked: go to what is likely its Japanese."""
        if span := self._supporting.japanese_of(offset):
            self._reading.show_japanese(span)

    def _align(self) -> None:
        """Find out what the English says of each word, once there is nothing more urgent to do."""
        if self._session.is_complete:
            self._aligning.start()

    def _connect_lists(self) -> None:
        saved, shelf, articles = self._saved, self._shelf, self._articles
        for changed in (self._view.refresh_statuses, self._panel.refresh_saved):
            saved.changed.connect(changed)
        for source in (saved, self._lookups, self._sharing):
            source.refused.connect(self._banner.show_message)
        saved.recovered.connect(self._show_recovered)
        self._sharing.said.connect(self._status.say)
        shelf.opened.connect(lambda _opened: self._sharing.cancel())
        saved.said.connect(partial(self._say, saved.undo))
        shelf.said.connect(partial(self._say, shelf.restore))
        shelf.opened.connect(self._show_article)
        shelf.passage_wanted.connect(self._show_passage)
        self._desk.encounter_wanted.connect(shelf.open_passage)
        shelf.listed.connect(articles.set_rows)
        self._coverage.changed.connect(articles.set_coverage)
        articles.chosen.connect(shelf.open_item)
        articles.renamed.connect(shelf.rename)
        articles.removed.connect(shelf.remove)
        self._vocabulary.set_sort(self._settings.now.vocabulary_sort)
        self._vocabulary.sort_changed.connect(lambda sort: self._settings.change(vocabulary_sort=sort))
        self._vocabulary.word_chosen.connect(self._lookups.show_saved)
        self._vocabulary.window_wanted.connect(self._desk.open_words)
        self._toolbar.looked_up.connect(self._look_up)
        self._toolbar.left.connect(self._view.setFocus)
        self._commands.said.connect(self._status.say)
        self._status.undo_wanted.connect(self._undo_last)
        self._status.stop_wanted.connect(self._stop_analysing)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        """What the commands do that concern words."""
        commands, lookups = self._commands, self._lookups
        return {
            "page": self._back_to_text,
            "looks": self._show_looks,
            "find": self._find,
            "find_next": partial(self._find_bar.go, 1),
            "find_previous": partial(self._find_bar.go, -1),
            "search": self._search,
            "back": partial(lookups.move, -1),
            "forward": partial(lookups.move, 1),
            "show_articles": self._toggle_articles,
            "show_panel": partial(self._frame.columns.toggle, Side.PANEL),
            "save": commands.save,
            **{f"save_sense_{number}": partial(commands.save, number) for number in range(1, 10)},
            "known": partial(commands.toggle, Status.KNOWN),
            "ignore": partial(commands.toggle, Status.IGNORED),
            "other_reading": self._read_otherwise,
            "known_in_sight": lambda: commands.mark_rest_known(self._view.words_in_sight()),
            "known_all": self._mark_article_known,
            "prepare": self._prepare,
            "statistics": lambda: self._desk.show_statistics(self._articles.shares),
            "print": self._sharing.print_article,
            "save_pdf": self._sharing.save_pdf,
            "save_web_page": self._sharing.save_web_page,
            **self._english.handlers(
                lambda: self._settings.now.open_folder,
                lambda folder: self._settings.change(open_folder=folder),
            ),
            "correct": self._correct,
            "undo": self._undo_last,
            "redo": self._redo_last,
        }

    # --- showing ---

    def _show_tip(self, at: WordAt, box: QRect) -> None:
        is_vertical = self._view.direction() is Direction.VERTICAL
        self._tip.show_for(tip_text(at.word), box, is_vertical=is_vertical)

    def _show_settings(self, settings: Settings) -> None:
        self._tip.hide()
        self._panel.set_japanese_font(settings.japanese_font)
        self._vocabulary.set_japanese_font(settings.japanese_font)
        self._actions[f"furigana_{settings.furigana}"].setChecked(True)
        self._actions.set_keys(settings.keys)
        self._status.set_hint(hint(settings.keys))
        self._actions["furigana_compact"].setChecked(settings.compact_furigana)
        self._actions[f"theme_{settings.theme}"].setChecked(True)
        self._actions["mark_unknown"].setChecked(settings.mark_unknown)
        furigana = settings.furigana
        self._toolbar.show_choice("furigana", _MODES[furigana], active=furigana is not FuriganaMode.NONE)
        self._reading.restyle()

    def _show_sides(self) -> None:
        """Something beside the page has come or gone."""
        columns = self._frame.columns
        self._actions["show_articles"].setChecked(columns.shows(Side.ARTICLES))
        self._actions["show_panel"].setChecked(columns.shows(Side.PANEL))
        self._actions["full_screen"].setChecked(self._frame.is_alone)
        self._status.set_quiet(self._frame.is_alone)

    def _toggle_articles(self) -> None:
        """Where the list comes for the moment only, an article is wanted."""
        columns = self._frame.columns
        columns.toggle(Side.ARTICLES)
        if columns.is_called(Side.ARTICLES):
            self._articles.focus_current()

    def _show_english(self) -> None:
        choice, opened = self._english.choice(), self._shelf.current
        is_shown = opened is not None and bool(opened.article.english)
        view = opened.english_view if opened else EnglishView.HIDDEN
        self._actions[f"english_{view}"].setChecked(True)
        self._actions["english_remove"].setEnabled(is_shown)
        self._actions["english_stop"].setEnabled(self._english.is_busy)
        self._toolbar.show_choice("english", choice, active=is_shown and view is not EnglishView.HIDDEN)

    def _show_article(self, opened: OpenArticle) -> None:
        self._tip.hide()
        self._finder.set_article(opened.article)
        self._supporting.open()
        self._commands.set_article(opened.article, opened.text_id)
        self._seen.begin()
        self._corrections.set_article(opened.article, opened.text_id)
        self._articles.set_current(opened.id)
        self._counts.show()
        self._status.clear()

    def _show_passage(self, met: Encounter) -> None:
        """Show where a word was met, in the article that is open."""
        self._view.show_passage(met.place.paragraph, met.place.offset, met.place.offset + len(met.surface))
        self._window.raise_()
        self._window.activateWindow()
        self._view.setFocus()

    def _correct(self) -> None:
        self._commands.correct(self._corrections, self._settings.now.japanese_font)

    def _read_otherwise(self) -> None:
        self._commands.read_otherwise(self._corrections)

    def _prepare(self) -> None:
        self._desk.prepare(self._commands, self._view.analyses, self._window.windowTitle())

    def _stop_analysing(self) -> None:
        self._session.stop()
        self._counts.show()
        self._view.setFocus()

    def _mark_article_known(self) -> None:
        if self._session.is_complete:
            self._commands.mark_rest_known(self._view.words())
        else:
            self._session.analyse_all()
            self._status.say("The article is still being analysed. Try again in a moment")

    def _show_menu(self, at: WordAt | None, position: QPoint) -> None:
        self._tip.hide()
        if at is None:
            self._popup("page", position)
            return
        self._view.set_current(at)
        menu = self._actions.menu("word", self._window)
        self._actions["other_reading"].setVisible(bool(at.word.others))
        if len(senses := self._commands.senses_of(at)) > 1:
            menu.insertMenu(self._actions["known"], self._senses_menu(senses, menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def _popup(self, name: str, position: QPoint) -> None:
        menu = self._actions.menu(name, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def _senses_menu(self, senses: Sequence[Sense], parent: QMenu) -> QMenu:
        menu = QMenu("Save with a sense", parent)
        for number, sense in enumerate(senses[:9], start=1):
            gloss = menu.fontMetrics().elidedText(
                "; ".join(sense.glosses), Qt.TextElideMode.ElideRight, _WIDEST_GLOSS
            )
            text = gloss.replace("&", "&&")
            menu.addAction(f"{text}\t{number}", partial(self._commands.save, number))
        return menu

    def _show_looks(self) -> None:
        popup = LooksPopup(self._settings.now, self._settings.change, self._window)
        popup.show_below(self._toolbar.below("looks"))

    def _show_recovered(self, recovered: Recovered) -> None:
        offer = self._actions["restore"] if recovered.backup else None
        self._banner.show_message(recovered.told, offer)

    def _check_fonts(self) -> None:
        if notice := missing_font_notice(japanese_families()):
            self._banner.show_message(notice)

    # --- finding, and back ---

    def _find(self) -> None:
        self._session.analyse_all()  # readings are found where they are known
        selected = self._view.selected_text().strip()
        self._find_bar.open("" if "\n" in selected else selected)

    def _back_to_text(self) -> None:
        self._banner.dismiss()
        had_focus = self._view.hasFocus()
        self._view.setFocus()
        if self._find_bar.isVisible():
            self._find_bar.close_bar()
        elif had_focus and not self._view.selection().is_empty:
            self._view.clear_selection()
        elif not self._frame.dismiss() and had_focus:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _leave_find_bar(self) -> None:
        self._view.setFocus()

    # --- looking up ---

    def _search(self) -> None:
        self._frame.call_toolbar()
        self._toolbar.focus_search()

    def _look_up(self, text: str) -> None:
        self._frame.columns.call(Side.PANEL)
        self._lookups.look_up(text)
        self._panel.setFocus()

    # --- undo ---

    def _say(self, undo: Callable[[], None], sentence: str, undoable: bool) -> None:
        self._undo = undo if undoable else None
        self._undoes_english = undo == self._english.undo
        self._banner.dismiss()
        self._status.say(sentence, undoable=undoable)

    def _undo_last(self) -> None:
        """Take back what was said last, else the last change of the vocabulary."""
        undo, self._undo = self._undo or self._saved.undo, None
        undo()

    def _redo_last(self) -> None:
        """Make again what was taken back last."""
        redo = self._english.redo if self._undoes_english else self._saved.redo
        redo()
