"""What the user does with the English of an article: adds and removes it, and corrects its pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.model import Alignment, EnglishView, Pair, Place
from reader.ui.english import corrections
from reader.ui.english.adding import EnglishAdder
from reader.ui.english.aligning import Aligning
from reader.ui.english.english_reading import EnglishReading
from reader.ui.english.parallel_text import ParallelText
from reader.ui.shelf import OpenArticle, Shelf
from reader.vocabulary.coverage import percentage

_NONE = "This article has no English. English ▾ adds it from a file or the clipboard"
_ENOUGH = 5  # sentences, from which on it can be said that two texts do not match


class _Step(NamedTuple):
    """What the article had on one side of a change, and what that change is called."""

    english: tuple[str, ...]
    pairs: tuple[Pair, ...]
    phrase: str


class EnglishCommands(QObject):
    """Acts on the English of the open article; each change can be undone.

    Signals: ``changed()`` when what the toolbar says of it may have changed; ``said(sentence, undoable)`` for
    the status bar; ``refused(sentence)`` what stays until it is dismissed.
    """

    changed = Signal()
    said = Signal(str, bool)
    refused = Signal(str)

    def __init__(
        self, window: QWidget, shelf: Shelf, aligning: Aligning, reading: EnglishReading, adder: EnglishAdder
    ) -> None:
        super().__init__(window)
        self._window, self._shelf, self._aligning, self._reading = window, shelf, aligning, reading
        self._adder = adder
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._item = ""
        self._warned = ""
        shelf.opened.connect(self.open)
        shelf.english_changed.connect(self.open)
        aligning.changed.connect(self._aligned)
        aligning.progressed.connect(self.changed)
        aligning.refused.connect(self.refused)
        adder.refused.connect(self.refused)
        adder.changed.connect(self.changed)
        adder.said.connect(lambda sentence: self.said.emit(sentence, False))

    def open(self, opened: OpenArticle) -> None:
        """Another article is open, or has other English."""
        if opened.id != self._item or not opened.id:
            self._item = opened.id
            self._undo.clear()
            self._redo.clear()
            self._adder.cancel()
        self._aligning.open(opened.article, opened.pairs)
        self._reading.open(opened.article, opened.english_view)
        self.changed.emit()

    def handlers(
        self, folder: Callable[[], str], keep_folder: Callable[[str], None]
    ) -> dict[str, Callable[[], None]]:
        """What the commands do; the folder is that of the last file."""
        return {
            "english_toggle": self._toggle,
            **{f"english_{view}": partial(self._choose, view) for view in EnglishView},
            "english_file": lambda: self._add_file(folder(), keep_folder),
            "english_paste": self._paste,
            "english_remove": self._remove,
            "english_stop": self._stop,
            "english_join": lambda: self._correct("Joined", corrections.join),
            "english_split": lambda: self._correct("Split", self._split),
            "english_copy": self._copy,
            "english_unlink": lambda: self._correct("Unlinked", corrections.unlink),
            "english_up": lambda: self._correct("Moved up", partial(corrections.shift, step=-1)),
            "english_down": lambda: self._correct("Moved down", partial(corrections.shift, step=1)),
        }

    def choice(self) -> str:
        """What the toolbar says: "hidden", "none", how far the work is."""
        opened = self._shelf.current
        if opened is None or not opened.article.english:
            return "none"
        done = self._aligning.done
        return opened.english_view.value if done is None else f"aligning {percentage(done)}"

    def undo(self) -> None:
        """Take back the last change."""
        if phrase := self._move(self._undo, self._redo):
            self.said.emit(f"{phrase} undone", bool(self._undo))
        else:
            self.said.emit("There is nothing to undo", False)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if phrase := self._move(self._redo, self._undo):
            self.said.emit(f"{phrase} done again", True)
        else:
            self.said.emit("There is nothing to do again", False)

    def _move(self, origin: list[_Step], destination: list[_Step]) -> str:
        opened = self._shelf.current
        if opened is None or not origin:
            return ""
        english, pairs, phrase = origin.pop()
        destination.append(_Step(opened.article.english, opened.pairs, phrase))
        if opened.article.english == english:
            self._shelf.set_pairs(pairs)
        else:
            self._shelf.set_english(english, pairs)
        self._aligning.start()
        return phrase

    def close(self) -> None:
        """Wait for no answer any more."""
        self._adder.cancel()
        self._aligning.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether something is done that can be stopped."""
        return self._adder.is_busy or self._aligning.done is not None

    def _stop(self) -> None:
        if self._adder.is_busy:
            self._adder.cancel()
            self.said.emit("The English was not added", False)
        else:
            self._aligning.cancel()

    # --- showing ---

    def _has_english(self) -> bool:
        opened = self._shelf.current
        if opened is not None and opened.article.english:
            return True
        self.said.emit(_NONE, False)
        self.changed.emit()  # the menu has marked the choice already
        return False

    def _toggle(self) -> None:
        if not self._has_english():
            return
        self._aligning.resume()
        if sentence := self._reading.toggle():
            self.said.emit(sentence, False)

    def _choose(self, view: EnglishView) -> None:
        if self._has_english():
            self._aligning.resume()
            self._shelf.set_english_view(view)

    def _aligned(self) -> None:
        """Say so if two texts that are shown beside each other do not match."""
        text, opened = self._aligning.text, self._shelf.current
        if text and opened and self._warned != opened.id:
            self._warned = opened.id
            mismatch = text.alignment.mismatch if len(text.alignment.ja_sentences) >= _ENOUGH else ""
            if mismatch and opened.english_view is not EnglishView.HIDDEN:
                self.refused.emit(f"{mismatch} English ▾ can remove or replace this English.")

    def _copy(self) -> None:
        """Copy what is selected in the second column, else the English of the sentence."""
        text, number = self._aligning.text, self._reading.pair
        english = self._reading.selected_english()
        if not english and text and number is not None:
            english = text.english_of(number)
        if english:
            QGuiApplication.clipboard().setText(english)

    # --- adding ---

    def _add_file(self, folder: str, keep_folder: Callable[[str], None]) -> None:
        if opened := self._shelf.current:
            chosen = self._adder.add_file(opened.article, folder, self._attach)
            if chosen:
                keep_folder(chosen)

    def _paste(self) -> None:
        if opened := self._shelf.current:
            self._adder.add_clipboard(opened.article, self._attach)

    def _attach(self, text: ParallelText) -> None:
        opened = self._shelf.current
        if opened is None or opened.article.paragraphs != text.article.paragraphs:
            return
        self._remember("Adding the English")
        self._shelf.set_english(text.article.english)
        self._aligning.give(text)
        found = f"English added: {percentage(text.alignment.share)} of the sentences found a partner"
        self.said.emit(f"{found}. T shows that of a sentence", True)

    def _remove(self) -> None:
        if self._has_english():
            self._remember("Removing the English")
            self._shelf.set_english(())
            self.said.emit("The English was removed from this article", True)

    def _remember(self, phrase: str) -> None:
        if opened := self._shelf.current:
            self._undo.append(_Step(opened.article.english, opened.pairs, phrase))
            self._redo.clear()

    # --- correcting ---

    def _split(self, alignment: Alignment, number: int) -> tuple[Pair, ...]:
        text, place = self._aligning.text, self._reading.place()
        return corrections.split(alignment, number, text.japanese.offset(place) if text and place else 0)

    def _correct(self, phrase: str, correct: Callable[[Alignment, int], tuple[Pair, ...]]) -> None:
        if not self._has_english():
            return
        text, number = self._aligning.text, self._reading.pair
        if text is None or number is None:
            self.said.emit("Choose a sentence first, with a click or the arrow keys", False)
            return
        self.fix(phrase, correct(text.alignment, number))

    def fix(self, phrase: str, new: tuple[Pair, ...]) -> None:
        """Fix these pairs, and have the rest aligned around them."""
        opened = self._shelf.current
        if not new or opened is None:
            self.said.emit("There is nothing to change here in that way", False)
            return
        self._remember(phrase)
        self._shelf.set_pairs(corrections.fix(opened.pairs, new))
        self._aligning.start()
        self.said.emit(phrase, True)

    def move(self, offset: int, place: Place) -> None:
        """Move the English sentence at ``offset`` to the Japanese at ``place``."""
        if (text := self._aligning.text) is None:
            return
        sentence = corrections.sentence_at(text.alignment.en_sentences, offset)
        target = text.pair_of_japanese(place)
        if sentence and target is not None:
            self.fix("Moved", corrections.move(text.alignment, sentence, target))
