"""How long the analysis of an article takes, its entries included, beside fugashi alone on the same text.

Each round is a new process that has analysed other texts, so that everything is loaded and warm, but never
this one.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.report import Figure
from bench.texts import paragraphs, shipped

_ROUNDS = 5


def measure(article: Path) -> list[Figure]:
    """Time ``article`` in processes of their own."""
    rounds = []
    for _ in range(_ROUNDS):
        command = [sys.executable, "-m", "bench.analysis", str(article)]
        rounds.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    bare, ours = (statistics.median(one[name] for one in rounds) for name in ("bare", "ours"))
    length = sum(map(len, paragraphs(article)))
    return [
        Figure("analysis of an article never seen", 1000 * ours, "ms", 1000 * bare, "fugashi alone", 30),
        Figure("characters analysed a second", length / ours, "", length / bare, "fugashi alone"),
    ]


def _time_one(article: Path) -> dict[str, float]:
    """The seconds for ``article`` in this process, once both ways of analysing are warm."""
    from fugashi import Tagger  # noqa: PLC0415  (only the process that is timed loads it)

    from bench.bare_tagger import tag  # noqa: PLC0415
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.model import Paragraph  # noqa: PLC0415

    tagger, analyser = Tagger(), Analyser()

    def analyse(texts: list[str]) -> None:
        for text in texts:
            analysis = analyser.analyse(Paragraph(text))
            ids = {reference.id for word in analysis.words for reference in word.entries}
            analyser.dictionary.entries(ids)

    for _ in analyser.read_ahead():  # as the engine does as soon as nothing is asked
        pass
    for other in shipped():
        if other.resolve() != article.resolve():
            analyse(paragraphs(other))
            tag(tagger, paragraphs(other))
    text = paragraphs(article)
    ours = _seconds(lambda: analyse(text))
    bare = statistics.median(_seconds(lambda: tag(tagger, text)) for _ in range(20))
    return {"ours": ours, "bare": bare}


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(_time_one(Path(sys.argv[1]))))
