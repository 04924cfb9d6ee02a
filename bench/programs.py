"""The programs that are measured, as processes: started, watched through the screen, weighed, ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.display import Box, Display, ink, park

HERE = Path(__file__).parent

PAGE = Box(300, 60, 600, 720)
"""Where both windows show text and nothing else does: ours has lists to the left and right of it."""

_FIRST_LINES = Box(300, 60, 300, 260)
"""Title and first lines: little enough that watching it takes no time from what is watched."""

_ENOUGH_INK = 0.4
"""The text counts as painted when this part of the ink is there that will be in the end, with readings."""

_TICKS = os.sysconf("SC_CLK_TCK")


def bare_window(file: Path) -> list[str]:
    """The command that shows ``file`` in a QTextBrowser."""
    return [sys.executable, str(HERE / "bare_window.py"), str(file)]


def bare_edit(file: Path) -> list[str]:
    """The command that shows ``file`` in a QPlainTextEdit."""
    return [sys.executable, str(HERE / "bare_window.py"), "--edit", str(file)]


def bare_hover() -> list[str]:
    """The command that shows a widget which marks what is under the pointer."""
    return [sys.executable, str(HERE / "bare_window.py"), "--hover"]


def reader(file: Path, data: Path) -> list[str]:
    """The command that opens ``file`` in our window, with everything of the user's in ``data``."""
    return [sys.executable, "-m", "reader", "--data-dir", str(data), str(file)]


class Running(NamedTuple):
    """A process and when it was started, by time.perf_counter."""

    pid: int
    started: float


@contextmanager
def running(command: list[str], display: Display) -> Iterator[Running]:
    """Start ``command`` on the empty ``display``; end it afterwards, and what it started."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "QT_", "WAYLAND_"))
    }
    environment |= {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
    park(display)
    wait_until(lambda: _is_black(display), "the screen became empty")
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=HERE.parent)
    try:
        yield Running(process.pid, started)
    finally:
        family = family_of(process.pid)
        process.terminate()
        process.wait()
        wait_until(lambda: not any(map(_lives, family)), "the program ended")


def wait_until(condition: Callable[[], bool], what: str, pause: float = 0.002) -> float:
    """Wait until ``condition`` holds; the moment it was seen to. Raises RuntimeError if it takes a minute."""
    limit = time.perf_counter() + 60
    while (now := time.perf_counter()) < limit:
        if condition():
            return time.perf_counter()
        time.sleep(pause)
    raise RuntimeError(f"not within {now - limit + 60:.0f} seconds: {what}")


def wait_for_window(display: Display) -> None:
    """Wait until there is something on the screen."""
    wait_until(lambda: not _is_black(display), "a window appeared")


def wait_for_text(display: Display, full: int) -> float:
    """Wait until the first lines stand (in the end ``full`` dark pixels); the moment it was seen."""

    def painted() -> bool:
        pixels = display.grab(_FIRST_LINES)
        return pixels[0] > 0 and ink(pixels) >= full * _ENOUGH_INK  # without a window, all is black

    return wait_until(painted, "the text was painted", pause=0.003)


def _is_black(display: Display) -> bool:
    """Whether the page is as the empty screen is."""
    return not any(display.grab(PAGE)[::4])  # of the four bytes one is enough, and one means nothing


def _lives(pid: int) -> bool:
    """Whether a process, perhaps none of our children, has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def settle(display: Display, box: Box = PAGE, quiet: float = 1.0) -> float:
    """Wait until nothing in ``box`` has changed for ``quiet`` seconds; the moment of the last change."""
    seen, changed = 0, time.perf_counter()
    while (now := time.perf_counter()) - changed < quiet:
        sight = zlib.crc32(display.grab(box))
        if sight != seen:
            seen, changed = sight, now
        time.sleep(0.003)
    return changed


def settled_ink(command: list[str], display: Display) -> int:
    """How much ink the first lines have in the end. Starting ``command`` once also warms the disk up."""
    with running(command, display):
        wait_for_window(display)
        settle(display, quiet=3.0)
        return ink(display.grab(_FIRST_LINES))


def family_of(pid: int) -> list[int]:
    """A process and all that it started, directly or not."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has just ended
            parents[int(entry.name)] = int(fields[1])
    family = [pid]
    for member in family:
        family += [child for child, parent in parents.items() if parent == member]
    return family


def megabytes(pid: int, kind: str) -> float:
    """The memory of one process: "Rss", or "Pss", which shares out what several processes use together."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no {kind} for process {pid}")


def processor_seconds(pid: int) -> float:
    """How long a process has been at work so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
