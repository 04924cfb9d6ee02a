"""The window, from nothing to its event loop."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.engine.client import Engine
from reader.errors import ReaderError
from reader.paths import Paths
from reader.settings import load_settings

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_NO_DISPLAY = (
    "there is no display to open a window on. Start it from a graphical session. To try it without one, "
    "install xvfb and type `xvfb-run -a make run`; `reader analyze --json FILE` needs none at all "
    "(see `reader --help`)."
)

_M_ARENA_MAX = -8  # malloc.h
_YOUNG_EVERY = 200  # ms between two looks for cycles among what is new
_SWITCH_INTERVAL = 0.0005  # seconds until a thread must let the window's thread go on; Python's own are 0.005


def open_window(paths: Paths, file: Path | None) -> int:
    """Show the window, with ``file`` or else the article that was last open, until it is closed.

    Returns the exit status. Raises ReaderError where there is no display: Qt would abort the process.
    """
    if not _display_answers():
        raise ReaderError(_NO_DISPLAY)
    _use_one_heap()
    engine = Engine()  # first, so that the dictionaries load on another core while Qt is imported here
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from reader.ui.engine_bridge import EngineBridge  # noqa: PLC0415
    from reader.ui.main_window import MainWindow  # noqa: PLC0415

    application = QApplication([*sys.argv[:1], "-style", "fusion"])  # setStyle would take 30 ms
    application.setApplicationName("japanese-reader")
    application.setApplicationDisplayName("Japanese Reader")
    application.setDesktopFileName("japanese-reader")
    bridge = EngineBridge(engine)
    try:
        settings, complaint = load_settings(paths.settings)
        window = MainWindow(paths, settings, bridge, file)
        if complaint:
            window.show_message(complaint)
        window.furnished.connect(spare_the_window)
        application.applicationStateChanged.connect(_collect_unseen)
        window.show()
        return application.exec()
    finally:
        bridge.close()


def _use_one_heap() -> None:
    """Let all threads share one heap, where that is glibc's choice to make.

    By itself it gives each thread one of its own, and what a long text takes there while it is opened is not
    used again once that thread has ended: 3 to 4 MB for a million characters.
    """
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_ARENA_MAX, 1)


def spare_the_window() -> None:
    """Keep Python's cycle collector and the threads that wait for the engine from holding up the window.

    A full collection stops the window for some 60 ms. What the start-up made lives as long as the window, and
    what goes later goes by reference counts; the few cycles that are left wait until ``_collect_unseen``. The
    young are looked through often, since what gathers between two times may take 8 ms, and on this thread
    only: by itself Python collects on whichever thread asks for memory, and a widget that goes on another
    thread than Qt's takes the program with it.
    """
    from PySide6.QtCore import QCoreApplication, QTimer  # noqa: PLC0415

    gc.freeze()
    gc.disable()
    young = QTimer(QCoreApplication.instance())
    young.timeout.connect(_collect_young)
    young.start(_YOUNG_EVERY)
    sys.setswitchinterval(_SWITCH_INTERVAL)


def _collect_young() -> None:
    gc.collect(1)


def _collect_unseen(state: Qt.ApplicationState) -> None:
    """Collect once the user has turned to another window."""
    if state.name == "ApplicationInactive":
        gc.collect()


def _display_answers() -> bool:
    """Whether the platform that Qt will choose has somewhere to show a window."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen and chosen not in ("xcb", "wayland"):
        return True
    return _wayland_answers() or _x_server_answers()


def _wayland_answers() -> bool:
    display = os.environ.get("WAYLAND_DISPLAY")
    return bool(display) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), display or "").exists()


def _x_server_answers() -> bool:
    """Ask the X server as Qt would; the variable DISPLAY alone says nothing (ssh, sudo, a dead server)."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not ours to say: Qt names the library that it misses
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
