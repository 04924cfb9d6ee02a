"""The texts that are shown and analysed: the articles that ship and long texts made of them."""

from __future__ import annotations

import random
import re
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "articles"
_SENTENCE = re.compile(r"[^。]+。[」』]?")


def shipped() -> list[Path]:
    """The articles that ship, easiest first."""
    return sorted(ARTICLES.glob("*.ja.txt"))


def paragraphs(file: Path) -> list[str]:
    """The paragraphs of a UTF-8 text."""
    return [line for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def write_long(target: Path, length: int, longest: int = 2000) -> Path:
    """Write a text of some ``length`` characters: the shipped articles' sentences in ever new order.

    Its paragraphs are of all lengths up to ``longest`` characters. The same text each time.
    """
    chance = random.Random(1)
    sentences = [
        found for file in shipped() for line in paragraphs(file)[2:] for found in _SENTENCE.findall(line)
    ]
    written = 0
    lines = ["長い文章"]
    while written < length:
        line = ""
        wanted = chance.randint(100, longest)
        while len(line) < wanted and len(line + (sentence := chance.choice(sentences))) <= longest:
            line += sentence
        lines.append(line)
        written += len(line)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target
