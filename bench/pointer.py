"""How soon the word under the pointer lights up, a clicked one is in the panel, and the page scrolls.

All while the engine analyses what is not on screen.
"""

from __future__ import annotations

import random
import statistics
import time
import zlib
from itertools import pairwise
from pathlib import Path

from bench import programs
from bench.display import WHEEL_DOWN, WHEEL_UP, Box, Display, park
from bench.report import Figure, percentile

_TEXT = Box(330, 250, 560, 520)  # body text in our window, nothing else
_PANEL = Box(1010, 90, 330, 380)
_PATCH = Box(0, 0, 24, 24)
_HOVERS, _CLICKS, _WHEEL_SECONDS = 200, 40, 6.0
_PATIENCE = 1.0  # seconds until a reaction counts as missing


def measure(display: Display, analysed: Path, long_text: Path, data: Path) -> list[Figure]:
    """Move and click in ``analysed``, which takes the engine seconds, and scroll in ``long_text``."""
    with programs.running(programs.bare_hover(), display):
        programs.wait_for_window(display)
        floor = [
            _time_hover(display, 400 + 20 * (index % 2), 100 + 40 * (index % 15)) for index in range(100)
        ]
    words = _find_words(display, analysed, data)
    hovers: list[float] = []
    clicks: list[float] = []
    busy: list[float] = []
    for measure_one, into in ((_hover_all, hovers), (_click_all, clicks)):
        with programs.running(programs.reader(analysed, data), display) as window:
            programs.wait_for_window(display)
            programs.settle(display, quiet=0.4)
            engine = programs.family_of(window.pid)[1]
            before, started = programs.processor_seconds(engine), time.perf_counter()
            measure_one(display, words, into)
            busy.append((programs.processor_seconds(engine) - before) / (time.perf_counter() - started))
    stalls, jumps = _scroll(display, long_text, data)
    base = 1000 * statistics.median(floor)
    beside = "bare widget's hover"
    print(f"(the engine was at work {busy[0]:.0%} of the time while hovering, {busy[1]:.0%} while clicking)")
    return [
        Figure("hover to highlight, median", 1000 * statistics.median(hovers), "ms", base, beside),
        Figure(
            "hover to highlight, 99 %", 1000 * percentile(hovers, 0.99), "ms", base, beside, 16, absolute=True
        ),
        Figure(
            "click to panel, median", 1000 * statistics.median(clicks), "ms", base, beside, 30, absolute=True
        ),
        Figure(
            "click to panel, 95 %", 1000 * percentile(clicks, 0.95), "ms", base, beside, 30, absolute=True
        ),
        Figure(
            "frame to frame at the wheel, 1,000,000 characters, 95 %",
            1000 * percentile(stalls, 0.95),
            "ms",
            base,
            beside,
            1000 / 60,
            absolute=True,
        ),
        Figure(
            "longest stall of the wheel, 1,000,000 characters",
            1000 * max(stalls),
            "ms",
            base,
            beside,
            50,
            absolute=True,
        ),
        Figure(
            "longest page jump, 1,000,000 characters",
            1000 * max(jumps),
            "ms",
            base,
            beside,
            50,
            absolute=True,
        ),
    ]


def _time_hover(display: Display, x: int, y: int) -> float:
    """Move the pointer to (x, y) and wait until something changes there; seconds, _PATIENCE at most."""
    patch = _PATCH.around(x, y)
    before = display.grab(patch)
    started = time.perf_counter()
    display.move_pointer(x, y)
    while (passed := time.perf_counter() - started) < _PATIENCE:
        if display.grab(patch) != before:
            return time.perf_counter() - started
        time.sleep(0.0003)
    return passed


def _find_words(display: Display, analysed: Path, data: Path) -> list[tuple[int, int]]:
    """Points of the page that light up under the pointer, no two of them in one word."""
    points: list[tuple[int, int]] = []
    with programs.running(programs.reader(analysed, data), display):
        programs.wait_for_window(display)
        programs.settle(display, quiet=3.0)
        for y in range(_TEXT.y, _TEXT.y + _TEXT.height, 11):
            for x in range(_TEXT.x, _TEXT.x + _TEXT.width, 160):
                park(display)
                line = Box(_TEXT.x, y, _TEXT.width, 1)
                patch = _PATCH.around(x, y)
                dark, quiet = display.grab(line), display.grab(patch)
                display.move_pointer(x, y)
                time.sleep(0.05)
                if display.grab(patch) != quiet and display.grab(line) != dark:
                    points.append((x, y))
    if len(points) < 40:
        raise RuntimeError(f"only {len(points)} words were found on the page")
    return points


def _hover_all(display: Display, words: list[tuple[int, int]], times: list[float]) -> None:
    chance = random.Random(1)
    last = words[0]
    display.move_pointer(*last)
    time.sleep(0.1)
    for _ in range(_HOVERS):
        last = chance.choice([word for word in words if abs(word[1] - last[1]) > 60])  # surely another line
        times.append(_time_hover(display, *last))
        time.sleep(chance.uniform(0.005, 0.025))  # not in step with the screen's frames


def _click_all(display: Display, words: list[tuple[int, int]], times: list[float]) -> None:
    """Click words and wait until the panel is complete: what counts is the last change."""
    same = 0
    for x, y in random.Random(2).sample(words, min(_CLICKS, len(words))):
        display.move_pointer(x, y)
        time.sleep(0.05)
        seen = zlib.crc32(display.grab(_PANEL))
        started = last = time.perf_counter()
        display.click()
        while time.perf_counter() - last < (0.15 if last > started else _PATIENCE):
            sight = zlib.crc32(display.grab(_PANEL))
            if sight != seen:
                seen, last = sight, time.perf_counter()
            time.sleep(0.0005)
        if last > started:
            times.append(last - started)
        else:
            same += 1  # the same word as before, at another place
    if same > len(words) // 5:
        raise RuntimeError(f"{same} clicks changed nothing")


def _scroll(display: Display, long_text: Path, data: Path) -> tuple[list[float], list[float]]:
    """Turn the wheel down and up, then jump by Page Down, End and Home.

    Returns the pauses between two frames while the wheel turns, and the times from key to the next frame.
    """
    stalls: list[float] = []
    with programs.running(programs.reader(long_text, data), display):
        programs.wait_for_window(display)
        programs.settle(display, quiet=0.3)
        display.move_pointer(_TEXT.x, _TEXT.y)
        for button, seconds in ((WHEEL_DOWN, _WHEEL_SECONDS), (WHEEL_UP, _WHEEL_SECONDS / 2)):
            stalls += _turn_wheel(display, button, seconds)
        jumps = [_time_key(display, key) for key in (*["Next"] * 20, "End", "Home", "Next", "End", "Prior")]
    return stalls, jumps


def _turn_wheel(display: Display, button: int, seconds: float) -> list[float]:
    """Turn the wheel some 30 notches a second; the time between each two frames."""
    frames: list[float] = []
    seen = 0
    started = turned = time.perf_counter()
    while (now := time.perf_counter()) - started < seconds:
        if now - turned > 0.033:
            display.click(button)
            turned = now
        sight = zlib.crc32(display.grab(Box(_TEXT.x, _TEXT.y, 40, _TEXT.height)))
        if sight != seen:
            seen = sight
            frames.append(now)
        time.sleep(0.001)
    return [later - earlier for earlier, later in pairwise(frames[1:])]


def _time_key(display: Display, key: str) -> float:
    before = display.grab(_TEXT)
    started = time.perf_counter()
    display.press_key(key)
    while (passed := time.perf_counter() - started) < _PATIENCE:
        if display.grab(_TEXT) != before:
            passed = time.perf_counter() - started
            break
        time.sleep(0.0005)
    time.sleep(0.5)
    return passed
