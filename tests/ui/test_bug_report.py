"""Bugs of ours surface."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.bug_report import BugReporter


@pytest.mark.qt_log_ignore("This plugin does not support")  # there is no window manager offscreen
def test_an_exception_is_logged_and_one_window_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    log = tmp_path / "logs" / "reader.log"
    before = sys.excepthook
    reporter = BugReporter(log, window)
    sys.excepthook, hook = before, sys.excepthook  # pytest keeps its own
    reporter._previous = lambda *_args: None
    try:
        raise ZeroDivisionError("a slip")
    except ZeroDivisionError as error:
        hook(type(error), error, error.__traceback__)
        hook(type(error), error, error.__traceback__)
    assert log.read_text(encoding="utf-8").count("ZeroDivisionError: a slip") == 2
    (dialog,) = window.findChildren(QMessageBox)
    assert "Traceback" not in dialog.text()
    assert str(log) in dialog.informativeText()
    next(button for button in dialog.buttons() if button.text() == "Copy details").click()
    assert "ZeroDivisionError: a slip" in QGuiApplication.clipboard().text()
    assert dialog.isVisible()
    dialog.close()
