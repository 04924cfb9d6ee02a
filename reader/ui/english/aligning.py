"""The alignment of the open article, asked for when it is needed and kept while it holds."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.engine.protocol import Align, Priority, Refused
from reader.model import Alignment, Article, Pair, Place
from reader.ui.engine_bridge import EngineBridge
from reader.ui.english.parallel_text import Joined, ParallelText, joined_japanese


class Aligning(QObject):
    """Asks the engine which English belongs to which Japanese.

    Signals: ``changed()`` when there is another alignment, or none any more; ``progressed()`` when the work
    on it has begun, gone on or ended; ``refused(sentence)`` where the engine cannot do it.
    """

    changed = Signal()
    progressed = Signal()
    refused = Signal(str)

    def __init__(self, engine: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._article = Article("", ())
        self._pairs: tuple[Pair, ...] = ()
        self._text: ParallelText | None = None
        self._is_current = False
        self._is_given_up = False
        self._ticket: int | None = None
        self._done: float | None = None
        engine.failed.connect(self._failed)

    @property
    def text(self) -> ParallelText | None:
        """The article with its English, aligned; None until then, as it was while it is done again."""
        return self._text

    @property
    def done(self) -> float | None:
        """How much of the work is done, 0 to 1; None while there is none."""
        return self._done

    def open(self, article: Article, pairs: tuple[Pair, ...]) -> None:
        """What to align from now on; ``pairs`` are those that the user fixed."""
        if (article.paragraphs, article.english) != (self._article.paragraphs, self._article.english):
            self._text = None
            self.changed.emit()
        elif pairs == self._pairs:
            return
        self._article, self._pairs = article, pairs
        self._is_current = self._is_given_up = False
        self._end()

    def english_of(self, place: Place) -> str:
        """The English of the sentence at a place of the article, "" where that is unknown or uncertain.

        Where it is not known yet it is asked for: ``changed`` follows.
        """
        self.start()
        number = self._text.pair_of_japanese(place) if self._text else None
        if self._text is None or number is None or self._text.is_tentative(number):
            return ""
        return self._text.english_of(number)

    def give(self, text: ParallelText) -> None:
        """Take over an alignment of the open article that was made already."""
        self._end()
        self._text, self._is_current = text, True
        self.changed.emit()

    def start(self) -> None:
        """Align what is open, unless that is done, under way or was given up, or there is no English."""
        is_needed = bool(self._article.english) and not self._is_current and not self._is_given_up
        if self._ticket is not None or not is_needed:
            return
        self._done = 0.0
        article = self._article
        self._ticket = self._engine.ask(
            Align(joined_japanese(article).text, Joined(article.english).text, self._pairs),
            self._aligned,
            Priority.SCREEN if self._text else Priority.REST,
            self._progressed,
        )
        self.progressed.emit()

    def cancel(self) -> None:
        """Give up the work that is under way, until it is wanted again."""
        self._is_given_up = True
        self._end()

    def resume(self) -> None:
        """Align what is open even if that was given up."""
        self._is_given_up = False
        self.start()

    def _end(self) -> None:
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
        self._ticket = self._done = None
        self.progressed.emit()

    def _failed(self) -> None:
        """The engine met a bug of ours, maybe over this: better to have no alignment than to ask again."""
        if self._ticket is not None:
            self.cancel()

    def _progressed(self, done: float) -> None:
        self._done = done
        self.progressed.emit()

    def _aligned(self, answer: Alignment | Refused) -> None:
        self._ticket = self._done = None
        self._is_current = True
        if isinstance(answer, Refused):
            self.refused.emit(answer.message)
        else:
            self._text = ParallelText(self._article, answer)
            self.changed.emit()
        self.progressed.emit()
