"""When something of ours breaks: the log file gets the details, the user one window that says so."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from reader import __version__

_LOG_BYTES = 500_000
_OLD_LOGS = 2


class BugReporter(QObject):
    """Catches what nothing else has caught, on any thread.

    Signals: ``reported(details)`` after the details are in the log file.
    """

    reported = Signal(str)
    _caught = Signal(str)

    def __init__(self, log: Path, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._window = window
        self._dialog: QMessageBox | None = None
        self._previous = sys.excepthook
        self._caught.connect(self.report)
        sys.excepthook = self._hook

    def close(self) -> None:
        """Catch nothing any more."""
        sys.excepthook = self._previous

    def report_error(self, error: BaseException) -> None:
        """Report an exception that was caught elsewhere."""
        self.report("".join(traceback.format_exception(error)))

    def report(self, details: str) -> None:
        """Log ``details``, a traceback, and say that something went wrong. On the UI thread."""
        self._write(details)
        self.reported.emit(details)
        if self._dialog is not None:
            return  # one window is enough; the log has them all
        self._dialog = self._make_dialog(details)
        self._dialog.finished.connect(self._dialog_closed)
        self._dialog.open()

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._previous(kind, error, trace)
        if not issubclass(kind, Exception):
            return  # Ctrl+C in the terminal
        details = "".join(traceback.format_exception(kind, error, trace))
        if QThread.currentThread() is self.thread():
            self.report(details)
        else:
            self._caught.emit(details)

    def _write(self, details: str) -> None:
        import logging  # noqa: PLC0415  (only needed when something is wrong)
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415

        logger = logging.getLogger("reader")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._log, maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8"
            )
        except OSError as error:
            print(f"reader: the log file cannot be written ({error})", file=sys.stderr)
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.error("%s\n%s", _environment(), details)
        logger.removeHandler(handler)
        handler.close()

    def _make_dialog(self, details: str) -> QMessageBox:
        dialog = QMessageBox(self._window)
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle("Something went wrong")
        dialog.setText("Something went wrong. You can go on; the words you saved are on disk.")
        dialog.setInformativeText(f"What happened is written in {self._log}.")
        dialog.setDetailedText(f"{_environment()}\n\n{details}")
        copy = dialog.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # it must not close the window
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(dialog.detailedText()))
        dialog.addButton(QMessageBox.StandardButton.Close)
        return dialog

    def _dialog_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _environment() -> str:
    import platform  # noqa: PLC0415  (only needed when something is wrong)

    return (
        f"Japanese Reader {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
