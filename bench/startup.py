"""From the start of the process to text on the screen, and from there to its readings."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench import programs
from bench.display import Display
from bench.report import Figure

_ROUNDS = 7
_READINGS_AFTER = 150  # milliseconds


def measure(display: Display, article: Path, long_text: Path, data: Path) -> list[Figure]:
    """Time the starts of the bare window and ours in turn, with ``article`` and with ``long_text``."""
    commands = {
        "bare": programs.bare_window(article),
        "ours": programs.reader(article, data),
        "long": programs.reader(long_text, data),
    }
    full = {name: programs.settled_ink(command, display) for name, command in commands.items()}
    commands["first"] = []
    full["first"] = full["ours"]
    text: dict[str, list[float]] = {name: [] for name in commands}
    readings: list[float] = []
    for _ in range(_ROUNDS):
        for name, command in commands.items():
            with (
                tempfile.TemporaryDirectory() as fresh,
                programs.running(command or programs.reader(article, Path(fresh)), display) as window,
            ):
                shown = programs.wait_for_text(display, full[name])
                text[name].append(1000 * (shown - window.started))
                if name == "ours":
                    readings.append(1000 * (programs.settle(display) - shown))
    middle = {name: statistics.median(times) for name, times in text.items()}
    bare = "bare window"
    return [
        Figure("start to text", middle["ours"], "ms", middle["bare"], bare, 2.0),
        Figure("the very first start, no data folder yet", middle["first"], "ms", middle["bare"], bare, 2.0),
        Figure(
            "from text to its furigana, whole screen",
            statistics.median(readings),
            "ms",
            middle["bare"],
            bare,
            _READINGS_AFTER,
            absolute=True,
        ),
        Figure(
            "start to text, 1,000,000 characters", middle["long"], "ms", middle["ours"], "short article", 3.0
        ),
    ]
