"""Reading with the English: hidden, below each paragraph or in a second column, its sentences lit up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QColor, QDropEvent

from reader.model import Article, Direction, EnglishView, ParagraphKind, Place, WordAt
from reader.ui.english.aligning import Aligning
from reader.ui.english.corrections import sentence_at
from reader.ui.english.english_pane import DRAGGED, EnglishPane
from reader.ui.english.parallel_text import Below, ParallelText, below_by_number
from reader.ui.page.page import Span
from reader.ui.page.reading_view import ReadingView
from reader.ui.page.word_walk import word_at
from reader.ui.side_by_side import SideBySide
from reader.ui.theme import Theme

_READ_AT = 0.3  # of the height of the page: the line whose English the second column keeps beside it

_DOUBT = "This may belong to another sentence. Its menu moves it, or joins and splits what belongs together."


class EnglishReading(QObject):
    """Shows the English of the open article as is wanted, and lights up in each language what is pointed at
    in the other.

    Sentences that were asked for one by one stay shown until they are asked for again. Vertical writing has
    no room for English between its lines: there it stands in a pane below the page.

    Signals: ``activated(int)`` when the character at this offset of the whole English text was clicked;
    ``menu_requested(QPoint)`` for a context menu on the English, at this global position;
    ``moved(int, Place)`` when the English sentence at this offset was dropped on a place of the page.
    """

    activated = Signal(int)
    menu_requested = Signal(QPoint)
    moved = Signal(int, object)

    def __init__(self, view: ReadingView, beside: SideBySide, aligning: Aligning, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._beside, self._aligning, self._theme = view, beside, aligning, theme
        self._pane = EnglishPane()
        beside.add_english(self._pane)
        self._article = Article("", ())
        self._choice = EnglishView.HIDDEN
        self._asked_for: set[Place] = set()  # a place in each sentence whose English was asked for
        self._below: dict[int, Below] = {}
        self._hovered: WordAt | None = None
        self._clicked: int | None = None  # in the whole English text
        view.word_hovered.connect(self._set_hovered)
        view.current_changed.connect(self._current_changed)
        view.english_hovered.connect(lambda at: self._point_at(self._origin(at)))
        view.english_activated.connect(lambda at: self._activate(self._origin(at)))
        view.english_menu_requested.connect(lambda at, point: self._ask_menu(self._origin(at), point))
        self._pane.hovered.connect(self._point_at)
        self._pane.activated.connect(self._activate)
        self._pane.menu_requested.connect(self._ask_menu)
        self._pane.dragging.connect(self._set_dragging)
        view.scrolled.connect(self._follow)
        view.direction_changed.connect(self._show)
        aligning.changed.connect(self._show)
        theme.changed.connect(self.restyle)
        self.restyle()

    # --- what is shown ---

    def open(self, article: Article, choice: EnglishView) -> None:
        """Show the English of this article in this way."""
        if article.paragraphs != self._article.paragraphs:
            self._asked_for.clear()
        if article.english != self._article.english:
            self._clicked = None
        self._article, self._choice = article, choice
        self._show()

    def toggle(self) -> str:
        """Show the English of the sentence with the current word, or hide it again; else of the one that is
        pointed at, else of the one at the top. Returns what there is to say to that."""
        place = self.place()
        if place is None:
            return ""
        text = self._aligning.text
        if text is None:
            self._asked_for.add(place)
            return "The two texts are being aligned…"
        number = text.pair_of_japanese(place)
        if number is None or text.pairs[number].en is None:
            return "This sentence has no English"
        if self._choice is not EnglishView.HIDDEN:
            self._go_to(text, number)
            return ""
        again = {other for other in self._asked_for if text.pair_of_japanese(other) == number}
        if again:
            self._asked_for -= again
        else:
            self._asked_for.add(place)
        self._show()
        if self._beside.shows_english() and not again:
            self._go_to(text, number)
        return ""

    def show_japanese(self, span: Span) -> None:
        """Make the word at the beginning of a span the current one."""
        if word := word_at(self._view.analysis(span.paragraph), span.start):
            self._view.set_current(WordAt(span.paragraph, word))

    def restyle(self) -> None:
        """Take the fonts of the page and the colours of the theme."""
        colours = self._theme.colours
        self._pane.set_look(
            self._view.english_font(), QColor(colours.text), QColor(colours.quiet), QColor(colours.lit)
        )

    @property
    def pane(self) -> EnglishPane:
        """The second column."""
        return self._pane

    def selected_english(self) -> str:
        """What is selected in the second column."""
        is_shown = self._beside.shows_english()
        return self._pane.textCursor().selection().toPlainText() if is_shown else ""

    @property
    def pair(self) -> int | None:
        """The number of the pair that the commands act on: of the English that was clicked last, else of the
        current word, else of what is pointed at."""
        text, place = self._aligning.text, self.place()
        if text and self._clicked is not None:
            return text.pair_of_english(self._clicked)
        return text.pair_of_japanese(place) if text and place else None

    def place(self) -> Place | None:
        """The place whose sentence is meant: the current word's, that pointed at, or the top of the page."""
        if not self._article.paragraphs:
            return None
        at = self._view.current() or self._hovered
        return Place(at.paragraph, at.word.start) if at else self._view.place()

    def _show(self) -> None:
        text = self._aligning.text
        is_vertical = self._view.direction() is Direction.VERTICAL
        if self._choice is not EnglishView.HIDDEN or self._asked_for:
            self._aligning.start()
        has_pane = bool(self._article.english) and self._wants_pane()
        self._below = {} if is_vertical or has_pane else self._chosen(text)
        self._view.set_english(
            {paragraph: below.text for paragraph, below in self._below.items()}, self._tentative_below(text)
        )
        self._beside.show_english(has_pane, beside=not is_vertical)
        if has_pane:
            self._pane.set_text(
                self._article.english, has_title=_has_title(self._article), byline=_byline(self._article)
            )
            self._pane.set_tentative(text.tentative_english() if text else ())
            self._follow()
        self._light()

    def _wants_pane(self) -> bool:
        if self._view.direction() is Direction.VERTICAL:
            return self._choice is not EnglishView.HIDDEN or bool(self._asked_for)
        return self._choice is EnglishView.BESIDE

    def _tentative_below(self, text: ParallelText | None) -> list[Span]:
        return [
            Span(paragraph, piece.start, piece.end)
            for paragraph, below in self._below.items()
            for piece in below.pieces
            if text and text.is_tentative(piece.pair)
        ]

    def _chosen(self, text: ParallelText | None) -> dict[int, Below]:
        """What stands below each paragraph."""
        if self._choice is EnglishView.BELOW:
            return text.below() if text else below_by_number(self._article)
        if text is None or not self._asked_for:
            return {}
        numbers = {text.pair_of_japanese(place) for place in self._asked_for}
        return text.below({number for number in numbers if number is not None})

    # --- what is lit ---

    def _set_hovered(self, at: WordAt | None) -> None:
        self._hovered = at
        self._light()

    def _current_changed(self, at: WordAt | None) -> None:
        self._clicked = None
        self._light()
        text = self._aligning.text
        if at and text and self._beside.shows_english():
            number = text.pair_of_japanese(Place(at.paragraph, at.word.start))
            if number is not None and (en := text.pairs[number].en):
                self._pane.bring_into_sight(en[0])

    def _light(self) -> None:
        """Light up the English of the sentence that is pointed at, else of the current word's."""
        at, text = self._hovered or self._view.current(), self._aligning.text
        number = text.pair_of_japanese(Place(at.paragraph, at.word.start)) if at and text else None
        self._light_pair(text, number, with_japanese=False)

    def _point_at(self, offset: int | None) -> None:
        """The pointer is on the English: light up its sentence and the Japanese of that."""
        text = self._aligning.text
        number = text.pair_of_english(offset) if text and offset is not None else None
        tip = _DOUBT if text and number is not None and text.is_tentative(number) else ""
        for widget in (self._pane.viewport(), self._view.viewport()):
            widget.setToolTip(tip)
        if text is None or offset is None or number is None:
            self._light()
            self._pane.set_grip(None)
        else:
            self._light_pair(text, number, with_japanese=True)
            self._pane.set_grip(sentence_at(text.alignment.en_sentences, offset))

    def _light_pair(self, text: ParallelText | None, number: int | None, *, with_japanese: bool) -> None:
        en = text.pairs[number].en if text and number is not None else None
        japanese = text.japanese_of(number) if text and number is not None and with_japanese else []
        below = self._spans_below(text, number) if text and number is not None else []
        self._view.light(japanese, below)
        if self._beside.shows_english():
            self._pane.light((en,) if en else ())

    def _spans_below(self, text: ParallelText, number: int) -> list[Span]:
        """Where the English of a pair stands below its paragraph."""
        en, paragraph = text.pairs[number].en, text.paragraph_of(number)
        below = self._below.get(paragraph)
        return [Span(paragraph, *span) for span in below.spans(*en)] if en and below else []

    def _go_to(self, text: ParallelText, number: int) -> None:
        en = text.pairs[number].en
        if en and self._beside.shows_english():
            self._pane.follow(en[0], _READ_AT)
            self._pane.light((en,))

    # --- dragging a sentence to where it belongs ---

    def _set_dragging(self, is_dragging: bool) -> None:
        viewport = self._view.viewport()
        viewport.setAcceptDrops(is_dragging)  # else the window takes what is dropped: files, texts
        if is_dragging:
            viewport.installEventFilter(self)
        else:
            viewport.removeEventFilter(self)
            self._view.setFocus()
            self._light()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a sentence that is dragged over the page, lighting up where it would be dropped."""
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(DRAGGED):
            return super().eventFilter(watched, event)
        place = self._view.position_at(event.position())
        text = self._aligning.text
        number = text.pair_of_japanese(place) if text else None
        if event.type() is QEvent.Type.Drop:
            self.moved.emit(int(event.mimeData().data(DRAGGED).toStdString()), place)
        else:
            self._view.light(text.japanese_of(number) if text and number is not None else [])
        event.acceptProposedAction()
        return True

    # --- where things are ---

    def _origin(self, at: Place | None) -> int | None:
        """Where in the whole English text a character stands that is shown below a paragraph."""
        below = self._below.get(at.paragraph) if at else None
        return below.origin(at.offset) if below and at else None

    def _activate(self, offset: int | None) -> None:
        self._choose(offset)
        if offset is not None:
            self.activated.emit(offset)

    def _choose(self, offset: int | None) -> None:
        """The commands act on the sentence that was clicked."""
        self._clicked = offset

    def _ask_menu(self, offset: int | None, point: QPoint) -> None:
        self._choose(offset)
        self.menu_requested.emit(point)

    def _follow(self) -> None:
        """Keep the English of what is read beside it."""
        text = self._aligning.text
        if text is None or not self._beside.shows_english():
            return
        place = self._view.place_at(_READ_AT)
        number = text.pair_of_japanese(place) if place else None
        if place is None or number is None:
            return
        ja, en = text.pairs[number].ja, text.pairs[number].en
        if ja and en:
            share = (text.japanese.offset(place) - ja[0]) / (ja[1] - ja[0])
            self._pane.follow(en[0] + round(share * (en[1] - en[0] - 1)), _READ_AT)


def _has_title(article: Article) -> bool:
    """Whether the English begins with a title as the Japanese does."""
    is_titled = bool(article.paragraphs) and article.paragraphs[0].kind is ParagraphKind.TITLE
    return is_titled and not article.english[0].rstrip().endswith((".", ".”", '."'))


def _byline(article: Article) -> int | None:
    """The number of the English paragraph that is the byline of the Japanese, too."""
    bylines = {paragraph.text for paragraph in article.paragraphs if paragraph.kind is ParagraphKind.BYLINE}
    return next((number for number, text in enumerate(article.english[:2]) if text in bylines), None)
