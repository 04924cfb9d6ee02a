"""How long the engine needs for what a hover asks: a place in a sentence → its entries in order.

Measured in a process of its own that has looked up other articles' words, so that everything is loaded and
warm, but never this article's; each of its words once.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from bench.report import Figure, percentile
from bench.texts import paragraphs, shipped

_Place = tuple[str, int, int]


def measure(article: Path) -> list[Figure]:
    """Time the words of ``article``."""
    command = [sys.executable, "-m", "bench.hover", str(article)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours, bare = found["ours"], found["bare"]
    beside = "fugashi alone on its sentence"
    return [
        Figure("entries under the pointer, median", percentile(ours, 0.5), "ms", bare, beside, 0.3, True),
        Figure("entries under the pointer, 99 %", percentile(ours, 0.99), "ms", bare, beside, 2, True),
    ]


def _time_all(article: Path) -> dict[str, object]:
    """The milliseconds of each word of the article, and the median of fugashi alone."""
    from fugashi import Tagger  # noqa: PLC0415  (only the process that is timed loads it)

    from bench.bare_tagger import tag  # noqa: PLC0415
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.model import Paragraph  # noqa: PLC0415

    def places(file: Path) -> list[_Place]:
        """Each word of an article: its sentence, and its span there."""
        found = []
        for text in paragraphs(file):
            analysis = finder.analyse(Paragraph(text))
            for start, end in analysis.sentences:
                spans = [(word.start - start, word.end - start) for word in analysis.words]
                found += [(text[start:end], *span) for span in spans if 0 <= span[0] < span[1] <= end - start]
        return found

    finder, tagger = Analyser(), Tagger()
    wanted = places(article)
    others = [place for file in shipped() if file.resolve() != article.resolve() for place in places(file)]
    analyser = Analyser()  # which has not seen the article
    for sentence, start, end in others:
        analyser.look_further(sentence, start, end, ())
    random.Random(1).shuffle(wanted)
    ours, bare = [], []
    for sentence, start, end in wanted:
        began = time.perf_counter()
        analyser.look_further(sentence, start, end, ())
        ours.append(1000 * (time.perf_counter() - began))
    for sentence, _, _ in wanted:
        began = time.perf_counter()
        tag(tagger, [sentence])
        bare.append(1000 * (time.perf_counter() - began))
    return {"ours": ours, "bare": percentile(bare, 0.5)}


if __name__ == "__main__":
    print(json.dumps(_time_all(Path(sys.argv[1]))))
