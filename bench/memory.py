"""The memory of all our processes, beside a bare window and a bare process that tagged the same article."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from bench import programs
from bench.display import Display
from bench.report import Figure

_PAGES = 100  # turned in the long text


def measure(display: Display, article: Path, long_text: Path, data: Path) -> list[Figure]:
    """Weigh both with ``article`` open and analysed, after clicking words so that everything is loaded."""
    bare: dict[str, float] = {}
    ours: dict[str, float] = {}
    tagger = subprocess.Popen(
        [sys.executable, str(programs.HERE / "bare_tagger.py"), str(article)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert tagger.stdout is not None and tagger.stdin is not None
    tagger.stdout.readline()
    with programs.running(programs.bare_window(article), display) as window:
        programs.settle(display, quiet=2.0)
        for kind in ("Pss", "Rss"):
            bare[kind] = programs.megabytes(window.pid, kind) + programs.megabytes(tagger.pid, kind)
    tagger.stdin.close()
    tagger.wait()
    with programs.running(programs.reader(article, data), display) as window:
        programs.settle(display, quiet=3.0)
        for y in range(260, 700, 20):
            display.move_pointer(500, y)
            display.click()
            time.sleep(0.1)
        programs.settle(display, quiet=2.0)
        for kind in ("Pss", "Rss"):
            ours[kind] = sum(programs.megabytes(pid, kind) for pid in programs.family_of(window.pid))
    return [
        _growth(display, article, long_text, data),
        *_figures(ours, bare),
    ]


def _growth(display: Display, article: Path, long_text: Path, data: Path) -> Figure:
    """How much more our window takes for a long text than for a short one, after reading on in it."""

    def weigh(command: list[str]) -> float:
        with programs.running(command, display) as window:
            programs.wait_for_window(display)
            programs.settle(display, quiet=2.0)
            display.move_pointer(600, 400)
            display.click()
            for _ in range(_PAGES):
                display.press_key("Next")
                time.sleep(0.15)
            programs.settle(display, quiet=2.0)
            return programs.megabytes(window.pid, "Pss")

    ours = weigh(programs.reader(long_text, data)) - weigh(programs.reader(article, data))
    bare = weigh(programs.bare_edit(long_text)) - weigh(programs.bare_edit(article))
    return Figure("growth of the window for 1,000,000 characters", ours, "MB", bare, "QPlainTextEdit", 3.0)


def _figures(ours: dict[str, float], bare: dict[str, float]) -> list[Figure]:
    return [
        Figure(f"memory ({name})", ours[kind], "MB", bare[kind], "bare window + fugashi", 2.0)
        for kind, name in (("Pss", "shared parts split"), ("Rss", "resident"))
    ]
