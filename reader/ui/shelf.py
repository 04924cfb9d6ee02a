"""Opening articles, and the list of them: files through the engine, the library on the worker's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.articles.library import Library, LibraryItem, article_id
from reader.engine.protocol import ReadFile, Refused
from reader.errors import DamagedError, ReaderError
from reader.model import Article, Direction, EnglishView, Pair, Place, WordKey
from reader.recovery import recover
from reader.ui.background import BackgroundWorker, Result
from reader.ui.engine_bridge import EngineBridge
from reader.vocabulary.model import Encounter

if TYPE_CHECKING:
    from reader.articles.bilingual import Side

_PLACE_KEPT_AFTER = 750  # milliseconds without scrolling
_PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article to show from ``place`` on, written in this ``direction``; its English is shown as
    ``english_view`` says, and ``pairs`` are those that the user fixed. ``id`` is its item's, "" while the
    library does not keep it, and ``text_id`` what ``article_id`` makes of its text.
    """

    article: Article
    id: str = ""
    place: Place = field(default_factory=Place)
    direction: Direction = Direction.HORIZONTAL
    english_view: EnglishView = EnglishView.HIDDEN
    pairs: tuple[Pair, ...] = ()
    text_id: str = ""


class Shelf(QObject):
    """The user's articles and the one that is open.

    Signals: ``opened(OpenArticle)`` when another article is to be shown; ``passage_wanted(Encounter)`` when a
    place in the open one is; ``listed(items)`` with the library's items after the list changed;
    ``bilingual(Article, sides)`` where a text seems to hold its own English, and waits for ``add``;
    ``english_changed(OpenArticle)`` when the open article has another English, or shows it in another way;
    ``said(sentence, undoable)`` for the status bar; ``refused(sentence)`` where something could not be opened
    or kept: what was open stays open.
    """

    opened = Signal(object)
    passage_wanted = Signal(object)
    listed = Signal(object)
    bilingual = Signal(object, object)
    english_changed = Signal(object)
    said = Signal(str, bool)
    refused = Signal(str)

    def __init__(
        self, path: Path, engine: EngineBridge, worker: BackgroundWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._engine = engine
        self._worker = worker
        self._library: Library | None = None
        self._current: OpenArticle | None = None
        self._items: tuple[LibraryItem, ...] = ()
        self._removed: list[tuple[str, bool]] = []  # items, and whether they were open
        self._ticket: int | None = None
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_KEPT_AFTER)
        self._place_timer.timeout.connect(self._keep_place)

    @property
    def current(self) -> OpenArticle | None:
        """The article that is open, its place as far as it was reported."""
        return self._current

    # --- opening ---

    def open_last(self) -> None:
        """Open what was read last, or else the first sample; at once, so that a window begins with text."""
        try:
            library = self._at_hand()
            item = library.last_opened() or next((item.id for item in library.items()), None)
            if item is not None:
                self._show(self._load(item))
        except ReaderError as error:
            self.refused.emit(str(error))

    def open_item(self, item: str) -> None:
        """Open an article of the list."""
        self._keep_place()
        self._run(partial(self._load, item), self._show)

    def open_passage(self, met: Encounter) -> None:
        """Show where a word was met; ``passage_wanted`` follows. Its article may be open already."""

        def found(item: str | None) -> None:
            if item is None:
                self.refused.emit(
                    f"“{met.article}” is no longer in the list. Open its file again to go there."
                )
            else:
                self._keep_place()
                self._run(partial(self._load, item), partial(self._show_passage, met))

        if self._current is not None and self._current.text_id == met.article_id:
            self.passage_wanted.emit(met)
        else:
            self._run(lambda: self._at_hand().item_with(met.article_id), found)

    def _show_passage(self, met: Encounter, opened: OpenArticle) -> None:
        self._show(replace(opened, place=met.place))
        self.passage_wanted.emit(met)

    def open_file(self, path: Path) -> None:
        """Open a text file and keep a copy in the list."""
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
        self._ticket = self._engine.ask(ReadFile(path.absolute()), self._read)

    def paste(self, text: str, html: str = "") -> None:
        """Open ``text`` as an article and keep it in the list; from ``html``, the same, if that has ruby."""

        def read() -> Article:
            from reader.articles.plain_text import from_paragraphs, from_text  # noqa: PLC0415  (not at start)
            from reader.articles.web_page import paragraphs_of_html  # noqa: PLC0415

            paragraphs = paragraphs_of_html(html) if "<ruby" in html.lower() else ()
            return from_paragraphs(paragraphs, _PASTED) if paragraphs else from_text(text, _PASTED)

        self._run(read, self._look_at)

    def set_place(self, place: Place) -> None:
        """Where the reader is now in the open article."""
        if self._current is not None:
            self._current = replace(self._current, place=place)
            self._place_timer.start()

    def set_direction(self, direction: Direction) -> None:
        """Remember how the open article is written."""
        opened = self._current
        if opened is not None:
            self._current = replace(opened, direction=direction)
            if opened.id:
                self._run(lambda: self._at_hand().set_direction(opened.id, direction), lambda _nothing: None)

    # --- the English of the open article ---

    def set_english(self, english: tuple[str, ...], pairs: tuple[Pair, ...] = ()) -> None:
        """Attach other English to the open article, or none; ``pairs`` are those that the user fixed."""
        if (opened := self._current) is not None:
            article = replace(opened.article, english=english)
            self._change_english(
                replace(opened, article=article, pairs=pairs),
                lambda library: library.set_english(opened.id, english, pairs),
            )

    def set_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Keep the pairs that the user fixed."""
        if (opened := self._current) is not None:
            self._change_english(
                replace(opened, pairs=pairs), lambda library: library.set_pairs(opened.id, pairs)
            )

    def set_english_view(self, view: EnglishView) -> None:
        """Show the English of the open article in another way."""
        if (opened := self._current) is not None and opened.english_view is not view:
            self._change_english(
                replace(opened, english_view=view),
                lambda library: library.set_english_view(opened.id, view),
            )

    def _change_english(self, opened: OpenArticle, keep: Callable[[Library], None]) -> None:
        self._current = opened
        self.english_changed.emit(opened)
        if opened.id:
            self._run(lambda: keep(self._at_hand()), lambda _nothing: None)

    # --- the list ---

    def refresh(self) -> None:
        """Read the list; ``listed`` follows."""
        self._run(lambda: self._at_hand().items(), self._list)

    def rename(self, item: str, title: str) -> None:
        """Give an article another title in the list."""
        self._change(lambda library: library.rename(item, title))

    def remove(self, item: str) -> None:
        """Take an article off the list; it can be brought back with ``restore``.

        If it is open, the one below it in the list is opened, or else the one above; the last one stays.
        """
        self._keep_place()
        is_open = self._current is not None and self._current.id == item
        self._removed.append((item, is_open))
        self._change_and_open(
            lambda library: library.remove(item),
            self._beside(item) if is_open else "",
            partial(self.said.emit, "The article was removed from the list", True),
        )

    def restore(self) -> None:
        """Bring back what was removed last, and open it if it was open."""
        if self._removed:
            item, was_open = self._removed.pop()
            self._change_and_open(
                lambda library: library.restore(item),
                item if was_open else "",
                partial(self.said.emit, "The article is back in the list", False),
            )

    def close(self, place: Place) -> None:
        """Keep the place and close the library once everything is written."""
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
        self.set_place(place)
        self._keep_place()
        self._run(self._close, lambda _nothing: None)

    # --- what is known of it ---

    def fetch_word_counts(self, then: Callable[[dict[str, dict[WordKey, int]]], None]) -> None:
        """Call ``then`` with the word counts that are kept, by item."""
        self._run(lambda: self._at_hand().word_counts(), then)

    def keep_word_counts(self, item: str, counts: Mapping[WordKey, int]) -> None:
        """Keep how often each word stands in an article of the list."""
        self._worker.run(
            lambda: self._at_hand().set_word_counts(item, counts),
            lambda _nothing: None,
            lambda _sentence: None,  # they are counted again next time
        )

    def fetch_article(self, item: str, then: Callable[[Article], None], missing: Callable[[], None]) -> None:
        """Call ``then`` with an article of the list without opening it, ``missing`` if it is not there."""
        self._worker.run(lambda: self._at_hand().article(item), then, lambda _sentence: missing())

    # --- behind it ---

    def _at_hand(self) -> Library:
        if self._library is None:
            try:
                self._library = Library(self._path)
            except DamagedError:
                recovered = recover(self._path, "reader.articles", "article").told
                self._library = Library(self._path)
                self.refused.emit(recovered)
        return self._library

    def _load(self, item: str) -> OpenArticle:
        library = self._at_hand()
        article = library.article(item)
        return OpenArticle(
            article,
            item,
            library.place(item),
            library.direction(item),
            library.english_view(item),
            library.pairs(item),
            article_id(article),
        )

    def _show(self, opened: OpenArticle) -> None:
        self._current = opened
        self._place_timer.stop()
        self.opened.emit(opened)
        if opened.id:
            self._change(lambda library: library.set_opened(opened.id))

    def _read(self, answer: Article | Refused) -> None:
        self._ticket = None
        if isinstance(answer, Refused):
            if self._current is None:  # the file was named at the start
                self.open_last()
            self.refused.emit(answer.message)
        else:
            self._look_at(answer)

    def _look_at(self, article: Article) -> None:
        """Add the article, unless it seems to hold its own English: then ask first."""

        def looked_at() -> tuple[Article, tuple[Side, ...] | None]:
            from reader.articles.bilingual import propose_split, separate  # noqa: PLC0415  (not at start-up)

            sides = None if article.english else propose_split(article)
            if sides is None or self._at_hand().holds(article):
                return article, None
            apart = separate(article, sides)
            return (apart, None) if self._at_hand().holds(apart) else (article, sides)

        def done(result: tuple[Article, tuple[Side, ...] | None]) -> None:
            found, sides = result
            if sides is None:
                self.add(found)
            else:
                self.bilingual.emit(found, sides)

        # where the list cannot be read the article is opened all the same
        self._worker.run(looked_at, done, lambda _sentence: self.add(article))

    def add(self, article: Article) -> None:
        """Keep the article in the list and show it; if it cannot be kept it is shown all the same."""
        self._keep_place()

        def added() -> OpenArticle:
            library = self._at_hand()
            item = library.add(article)
            return self._load(item.id)

        def not_added(sentence: str) -> None:
            self._show(OpenArticle(article, text_id=article_id(article)))
            self.refused.emit(sentence)

        self._worker.run(added, self._show, not_added)

    def _keep_place(self) -> None:
        self._place_timer.stop()
        opened = self._current
        if opened and opened.id:
            self._run(lambda: self._at_hand().set_place(opened.id, opened.place), lambda _nothing: None)

    def _change(self, change: Callable[[Library], None]) -> None:
        self._run(partial(self._changed_list, change), self._list)

    def _change_and_open(
        self, change: Callable[[Library], None], item: str, then: Callable[[], None]
    ) -> None:
        """Change the list, then open ``item`` of it unless that is ""."""

        def changed() -> tuple[tuple[LibraryItem, ...], OpenArticle | None]:
            return self._changed_list(change), self._load(item) if item else None

        def done(result: tuple[tuple[LibraryItem, ...], OpenArticle | None]) -> None:
            items, opened = result
            self._list(items)
            if opened is not None:
                self._show(opened)
            then()

        self._run(changed, done)

    def _beside(self, item: str) -> str:
        """The item below ``item``, else the one above, else ""."""
        ids = [entry.id for entry in self._items]
        at = ids.index(item)
        return (ids[at + 1 :] or ids[:at][-1:] or [""])[0]

    def _list(self, items: tuple[LibraryItem, ...]) -> None:
        self._items = items
        self.listed.emit(items)

    def _changed_list(self, change: Callable[[Library], None]) -> tuple[LibraryItem, ...]:
        library = self._at_hand()
        change(library)
        return library.items()

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()

    def _run(self, function: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._worker.run(function, then, self.refused.emit)
