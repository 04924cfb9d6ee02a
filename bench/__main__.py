"""``python -m bench [ARTICLE]``: take every figure and print it beside its baseline."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench import analysis, hover, memory, pointer, startup, texts, typesetting, vocabulary
from bench.display import own_display
from bench.report import Figure, table

_PARTS = ("start", "analysis", "hover", "typesetting", "pointer", "vocabulary", "memory")


def main() -> int:
    """Measure, print, and return 1 if a promise was not kept."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=texts.shipped()[0])
    parser.add_argument(
        "--only", choices=_PARTS, action="append", help="leave the others out; may be repeated"
    )
    options = parser.parse_args()
    parts = options.only or _PARTS
    article: Path = options.article.resolve()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder, own_display() as display:
        data = Path(folder, "data")
        long_text = texts.write_long(Path(folder, "long.txt"), 1_000_000)
        analysed = texts.write_long(Path(folder, "analysed.txt"), 190_000)
        if "start" in parts:
            figures += startup.measure(display, article, long_text, data)
        if "analysis" in parts:
            figures += analysis.measure(article)
        if "hover" in parts:
            figures += hover.measure(article)
        if "typesetting" in parts:
            hundred_thousand = texts.write_long(Path(folder, "typeset.txt"), 100_000)
            figures += typesetting.measure(hundred_thousand, long_text)
        if "pointer" in parts:
            figures += pointer.measure(display, analysed, long_text, data)
        if "vocabulary" in parts:
            figures += vocabulary.measure(Path(folder))
        if "memory" in parts:
            figures += memory.measure(display, article, long_text, data)
    print(f"\n{article.name}; counting to ten million takes {_count():.0f} ms here\n")
    print(table(figures))
    return 0 if all(figure.kept for figure in figures) else 1


def _count() -> float:
    """A fixed task, in milliseconds: tells machines apart."""
    started = time.perf_counter()
    for _ in range(10_000_000):
        pass
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    sys.exit(main())
