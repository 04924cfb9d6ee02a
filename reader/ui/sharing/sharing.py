"""The commands that take the open article along: print it, save it as a PDF or as a web page."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog, QWidget

from reader.errors import ReaderError
from reader.files import replacing
from reader.ui.background import BackgroundWorker
from reader.ui.page.edition import Edition
from reader.ui.page.painting import PageColours
from reader.ui.page.reading_view import ReadingView
from reader.ui.page.typography import typography
from reader.ui.reading_session import ReadingSession
from reader.ui.sharing.searchable import name_kanji
from reader.ui.sharing.sheets import paint_sheets
from reader.ui.sharing.web_page import SavedWords, web_page
from reader.ui.sliced import SlicedWork

_PAPER_COLOURS = PageColours(background=QColor("white"))
_PROGRESS_AFTER = 700  # milliseconds
_PDF_RESOLUTION = 720
_STEPS = 100
_LONGEST_NAME = 60
_NOT_IN_NAMES = '/\\:*?"<>|'

_Work = Callable[[Edition], Generator[float, None, Any]]


class Folder(Protocol):
    """The folder of the last export: asked for without a value, kept with one."""

    def __call__(self, folder: Path | None = None) -> Path: ...


class Sharing(QObject):
    """Takes the article of ``view`` along as it is shown there, once all of it is analysed.

    Signals: ``said(sentence)`` for the status bar when something is done; ``refused(sentence)`` where it
    could not be.
    """

    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        window: QWidget,
        view: ReadingView,
        session: ReadingSession,
        worker: BackgroundWorker,
        *,
        fetch_saved: Callable[[Callable[[SavedWords], None]], None],
        colours: Callable[[], PageColours],
        folder: Folder,
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._session, self._worker = window, view, session, worker
        self._fetch_saved, self._colours, self._folder = fetch_saved, colours, folder
        self._progress: QProgressDialog | None = None
        self._begin: Callable[[], None] | None = None  # what waits for the analysis
        self._work: SlicedWork | None = None
        session.counted.connect(self._analysed_more)
        session.refused.connect(lambda _sentence: self.cancel())

    def print_article(self) -> None:
        """Ask for a printer and print."""
        if not self._has_text():
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (not at start-up)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def work(edition: Edition) -> Generator[float, None, None]:
            try:
                yield from paint_sheets(
                    printer, edition, _PAPER_COLOURS, printer.fromPage(), printer.toPage()
                )
            except OSError as error:
                raise ReaderError(
                    "The printer does not take the article. Choose another one, or save it as a PDF."
                ) from error

        def chosen(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self._start("Printing the article", work, lambda _nothing: self.said.emit("Printed"))

        dialog.finished.connect(chosen)
        dialog.setModal(True)
        dialog.show()

    def save_pdf(self) -> None:
        """Ask for a file and write a PDF."""
        target = self._ask_for_file("Save as a PDF", ".pdf")
        if target is not None:
            work = partial(pdf_file, colours=self._colours())
            self._start("Making the PDF", work, partial(self._write, target))

    def save_web_page(self) -> None:
        """Ask for a file and write a web page."""
        target = self._ask_for_file("Save as a web page", ".html")
        if target is not None:
            self._fetch_saved(partial(self._start_web_page, target))

    def _start_web_page(self, target: Path, saved: SavedWords) -> None:
        work = partial(html_file, colours=self._colours(), saved=saved)
        self._start("Making the web page", work, partial(self._write, target))

    def cancel(self) -> None:
        """Give up what is under way; a file that it was to replace stays as it is."""
        self._begin = None
        if self._work is not None:
            self._work.cancel()
        self._end()

    # --- behind it ---

    def _has_text(self) -> bool:
        if not self._view.edition().blocks:
            self.said.emit("There is no article to take along")
            return False
        return True

    def _title(self) -> str:
        return self._view.edition().article.title

    def _ask_for_file(self, title: str, suffix: str) -> Path | None:
        if not self._has_text():
            return None
        name = "".join("_" if sign in _NOT_IN_NAMES else sign for sign in self._title())
        proposed = self._folder() / f"{name[:_LONGEST_NAME].strip(' .') or 'article'}{suffix}"
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, str(proposed), f"*{suffix}")
        if not chosen:
            return None
        target = Path(chosen)
        self._folder(target.parent)
        return target if target.suffix else target.with_suffix(suffix)

    def _start(self, label: str, work: _Work, done: Callable[[Any], None]) -> None:
        """Do the work as soon as all is analysed, and say how far it is if that takes long."""
        self.cancel()
        progress = QProgressDialog(label + "…", "Cancel", 0, _STEPS, self._window)
        progress.setMinimumDuration(_PROGRESS_AFTER)
        progress.setAutoReset(False)
        progress.setValue(0)
        progress.canceled.connect(self.cancel)
        self._progress = progress
        self._begin = partial(self._run, work, done)
        self._session.analyse_all()
        self._analysed_more()

    def _analysed_more(self) -> None:
        if self._begin is None:
            return
        self._show_progress(self._session.progress / 2)
        if self._session.is_complete:
            begin, self._begin = self._begin, None
            begin()

    def _run(self, work: _Work, done: Callable[[Any], None]) -> None:
        def finished(result: Any) -> None:
            self._end()
            done(result)

        def failed(sentence: str) -> None:
            self._end()
            self.refused.emit(sentence)

        self._work = SlicedWork(work(self._view.edition()), self)
        self._work.progressed.connect(lambda part: self._show_progress(0.5 + part / 2))
        self._work.finished.connect(finished)
        self._work.failed.connect(failed)

    def _show_progress(self, part: float) -> None:
        if self._progress is not None:
            self._progress.setValue(min(round(part * _STEPS), _STEPS - 1))

    def _end(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None

    def _write(self, target: Path, make: Callable[[], bytes]) -> None:
        def write() -> None:
            with replacing(target) as temporary:
                temporary.write_bytes(make())

        self._worker.run(write, lambda _nothing: self.said.emit(f"Saved {target}"), self.refused.emit)


def pdf_file(edition: Edition, colours: PageColours) -> Generator[float, None, Callable[[], bytes]]:
    """Make a PDF; tells how much is done. Returns what gives its content, on any thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_RESOLUTION)
    writer.setTitle(edition.article.title)
    writer.setCreator("Japanese Reader")
    is_imperial = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    paper = QPageSize.PageSizeId.Letter if is_imperial else QPageSize.PageSizeId.A4
    writer.setPageSize(QPageSize(paper))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    yield from paint_sheets(writer, edition, colours)
    buffer.close()
    characters = {sign for paragraph in edition.article.paragraphs for sign in paragraph.text}
    fonts = [style.base.raw_font for style in typography(edition.look).styles.values()]
    return partial(name_kanji, bytes(content.data()), characters, fonts)


def html_file(
    edition: Edition, colours: PageColours, saved: SavedWords
) -> Generator[float, None, Callable[[], bytes]]:
    """Make a web page; tells how much is done. Returns what gives its content, on any thread."""
    parts: list[str] = []
    for done, part in web_page(edition, colours, saved):
        parts.append(part)
        yield done
    return lambda: "".join(parts).encode()
