"""How long it takes to set and paint 100,000 characters with furigana, beside QTextDocument.

The page is painted into an image, while the engine analyses another text.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from bench import programs
from bench.report import Figure, percentile

if TYPE_CHECKING:
    from reader.model import Analysis, Article
    from reader.ui.page.reading_view import ReadingView

_ROUNDS, _PAINTS, _RESIZES = 5, 100, 100
_PAUSE = 80  # milliseconds between two pages
_WIDTH, _HEIGHT, _COLUMN = 780, 800, 640.0  # of the page in a window of the usual size


def measure(text: Path, another: Path) -> list[Figure]:
    """Set and paint ``text`` in a process of its own while ``another`` is analysed."""
    output = subprocess.run(
        [sys.executable, "-m", "bench.typesetting", str(text), str(another)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=programs.HERE.parent,
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    taken: dict[str, float] = json.loads(output.splitlines()[-1])

    def figure(name: str, key: str, most: float, *, absolute: bool = False) -> Figure:
        beside = "QTextDocument, plain text"
        return Figure(name, taken[key], "ms", taken["document"], beside, most, absolute)

    return [
        figure("two screens of 100,000 characters set", "screens", 1.0),
        figure("all of them set", "all", 12.0),
        figure("the longest slice of that", "slice", 8, absolute=True),
        figure("set and painted after a resize, 99 %", "resize", 16, absolute=True),
        figure("a full screen painted, 99 %", "horizontal", 8, absolute=True),
        figure("the same in vertical writing, 99 %", "vertical", 8, absolute=True),
    ]


def _time_all(file: Path, another: Path) -> dict[str, float]:
    """The milliseconds that each part takes in this process."""
    # Only the process that is timed loads these.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from reader.app import spare_the_window  # noqa: PLC0415
    from reader.articles.text_files import read_file  # noqa: PLC0415
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.model import Direction  # noqa: PLC0415
    from reader.ui.page.reading_view import ReadingView  # noqa: PLC0415

    application = QApplication([])
    article, analyser = read_file(file), Analyser()
    analyses = [analyser.analyse(paragraph) for paragraph in article.paragraphs]
    gc.collect()
    spare_the_window()
    taken = {"document": _median(_document(article) for _ in range(_ROUNDS))}
    taken["screens"] = _median(sum(_set(article, analyses, 2 * _HEIGHT)) for _ in range(_ROUNDS))
    rounds = [_set(article, analyses) for _ in range(_ROUNDS)]
    taken["all"] = _median(map(sum, rounds))
    taken["slice"] = _median(map(max, rounds))
    view = ReadingView()
    view.resize(_WIDTH, _HEIGHT)
    view.set_article(article)
    for number, analysis in enumerate(analyses):
        view.set_analysis(number, analysis)
    view.show()
    application.processEvents()
    with _busy_engine(another):
        taken["resize"] = percentile(list(_resize(view)), 0.99)
        for direction in Direction:
            view.set_direction(direction)
            taken[direction] = percentile(list(_paint(view)), 0.99)
    return taken


def _document(article: Article) -> float:
    """The time that Qt takes to lay out the whole text without readings."""
    from PySide6.QtGui import QTextDocument  # noqa: PLC0415

    from reader.ui.page.typography import Look, Role, typography  # noqa: PLC0415

    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    font = typography(Look()).styles[Role.BODY].base.font
    started = time.perf_counter()
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setPlainText(text)
    document.setTextWidth(_COLUMN)
    document.size()
    return _since(started)


def _set(article: Article, analyses: Sequence[Analysis], depth: float = inf) -> list[float]:
    """The times that the blocks of a page take until it is so deep; the first is that of the page itself."""
    from reader.ui.page.blocks import Block, WordRuby, blocks_of, rubies_of  # noqa: PLC0415
    from reader.ui.page.page import Page  # noqa: PLC0415
    from reader.ui.page.typography import Look, typography  # noqa: PLC0415

    def rubies(block: Block) -> list[WordRuby]:
        return rubies_of(block, article.paragraphs[block.paragraph], analyses[block.paragraph])

    started = time.perf_counter()
    page = Page(blocks_of(article), typography(Look()), _COLUMN, rubies)
    times = [_since(started)]
    for number in range(len(page)):
        if page.top(number) > depth:
            break
        started = time.perf_counter()
        page.layout(number)
        page.trim(range(number, number + 1))
        times.append(_since(started))
    return times


def _resize(view: ReadingView) -> Iterator[float]:
    for round_ in range(_RESIZES):
        started = time.perf_counter()
        view.resize(_WIDTH - 20 - 7 * (round_ % 30), _HEIGHT)
        view.viewport().repaint()
        yield _since(started)


def _paint(view: ReadingView) -> Iterator[float]:
    """The times of painting screens that were never painted before, one after the other as a reader turns
    pages.
    """
    from PySide6.QtTest import QTest  # noqa: PLC0415

    bar = view.scroll_bar()
    for _ in range(_PAINTS):
        QTest.qWait(_PAUSE)
        bar.setValue(bar.value() + _HEIGHT)
        view.place()
        started = time.perf_counter()
        view.viewport().repaint()
        yield _since(started)


@contextmanager
def _busy_engine(text: Path) -> Iterator[None]:
    """An engine in its own process that analyses ``text`` all the while, from its first answer on."""
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from reader.articles.text_files import read_file  # noqa: PLC0415
    from reader.engine.client import Engine  # noqa: PLC0415
    from reader.engine.protocol import Analyse, Priority  # noqa: PLC0415
    from reader.ui.engine_bridge import EngineBridge  # noqa: PLC0415

    engine = Engine()
    bridge = EngineBridge(engine)
    is_at_work = False

    def answered(_answer: object) -> None:
        nonlocal is_at_work
        is_at_work = True

    for paragraph in read_file(text).paragraphs:
        bridge.ask(Analyse(paragraph), answered, Priority.REST)
    while not is_at_work:
        QTest.qWait(_PAUSE)
    yield
    bridge.close()
    engine.close()


def _since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)


def _median(times: Iterable[float]) -> float:
    return statistics.median(list(times))


if __name__ == "__main__":
    print(json.dumps(_time_all(Path(sys.argv[1]), Path(sys.argv[2]))))
