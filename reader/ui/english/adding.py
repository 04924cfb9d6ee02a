"""Adding English to an article: from a file or the clipboard, compared with the Japanese first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.engine.protocol import Align, EnglishText, ReadEnglish, Refused
from reader.errors import ReaderError
from reader.model import Alignment, Article
from reader.ui.engine_bridge import EngineBridge
from reader.ui.english.parallel_text import Joined, ParallelText, joined_japanese
from reader.vocabulary.coverage import percentage

Accept = Callable[[ParallelText], None]


class EnglishAdder(QObject):
    """Asks for the English of an article and compares the two; nothing changes before that, nor before the
    user confirms it where they do not match.

    Signals: ``said(sentence)`` meanwhile, for the status bar; ``refused(sentence)`` where it cannot be added;
    ``changed()`` when ``is_busy`` has.
    """

    said = Signal(str)
    changed = Signal()
    refused = Signal(str)

    def __init__(self, engine: EngineBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._engine = engine
        self._window = parent
        self._ticket: int | None = None

    def add_file(self, article: Article, folder: str, accept: Accept) -> str:
        """Let the user choose a file. ``accept`` gets the article with its new English.

        Returns the folder that was chosen from, "" for none.
        """
        name, _filter = QFileDialog.getOpenFileName(
            self._window, "Add English", folder, "Texts (*.txt);;All files (*)"
        )
        if not name:
            return ""
        self.cancel()

        def read(answer: EnglishText | Refused) -> None:
            self._set_ticket(None)
            if isinstance(answer, Refused):
                self.refused.emit(answer.message)
            else:
                self._compare(article, answer.paragraphs, accept)

        self._set_ticket(self._engine.ask(ReadEnglish(Path(name)), read))
        return str(Path(name).parent)

    def add_clipboard(self, article: Article, accept: Accept) -> None:
        """Take the text in the clipboard. ``accept`` gets the article with its new English."""
        from reader.articles.bilingual import english_in  # noqa: PLC0415  (not at start-up)

        try:
            self._compare(article, english_in(QGuiApplication.clipboard().text(), "The clipboard"), accept)
        except ReaderError as error:
            self.refused.emit(str(error))

    @property
    def is_busy(self) -> bool:
        """Whether a text is being read or compared."""
        return self._ticket is not None

    def cancel(self) -> None:
        """Wait for nothing any more."""
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
            self._set_ticket(None)

    def _set_ticket(self, ticket: int | None) -> None:
        self._ticket = ticket
        self.changed.emit()

    def _compare(self, article: Article, english: tuple[str, ...], accept: Accept) -> None:
        self.cancel()
        article = replace(article, english=english)

        def compared(answer: Alignment | Refused) -> None:
            self._set_ticket(None)
            if isinstance(answer, Refused):
                self.refused.emit(answer.message)
                return
            text = ParallelText(article, answer)
            if text.alignment.mismatch:
                self._confirm(text, accept)
            else:
                accept(text)

        self.said.emit("Comparing the two texts…")
        ticket = self._engine.ask(
            Align(joined_japanese(article).text, Joined(english).text),
            compared,
            meanwhile=lambda done: self.said.emit(f"Comparing the two texts… {percentage(done)}"),
        )
        self._set_ticket(ticket)

    def _confirm(self, text: ParallelText, accept: Accept) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle("Add English")
        box.setText(text.alignment.mismatch)
        box.setInformativeText("Nothing was changed so far. Add this English all the same?")
        add = box.addButton("Add it", QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        add.clicked.connect(lambda: accept(text))
        box.rejected.connect(lambda: self.said.emit("The English was not added"))
        box.open()
