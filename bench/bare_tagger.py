"""The least that analyses a text: fugashi alone, reading what our analysis reads of each token.

``python bench/bare_tagger.py FILE`` tags the file once and then waits for its standard input to end.
"""

import sys
from pathlib import Path

from fugashi import Tagger


def tag(tagger: Tagger, paragraphs: list[str]) -> int:
    """Read surface, kana, base and part of speech of every token. Returns how many there were."""
    count = 0
    for paragraph in paragraphs:
        for node in tagger(paragraph):
            feature = node.feature
            _ = (node.surface, feature.kana, feature.orthBase, feature.pos1)
            count += 1
    return count


if __name__ == "__main__":
    tag(Tagger(), Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    print("tagged", flush=True)
    sys.stdin.read()
