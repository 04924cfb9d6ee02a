"""The articles that come with the program, in the order in which they become harder."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from reader.model import Article
from reader.resources import resource

_NAME = re.compile(r"(?P<order>\d+)-(?P<name>.+)\.ja\.txt")


def samples(folder: Path | None = None) -> dict[str, Path]:
    """The files ``ORDER-NAME.ja.txt`` of ``folder`` (by default what ships) by their name, in order."""
    named = (
        (match, path)
        for path in (folder or resource("articles")).glob("*.ja.txt")
        if (match := _NAME.fullmatch(path.name))
    )
    return {match["name"]: path for match, path in sorted(named, key=lambda pair: int(pair[0]["order"]))}


def read_sample(path: Path) -> Article:
    """The article in one of these files."""
    from reader.articles.text_files import read_file  # noqa: PLC0415  (the list alone needs no importer)

    return replace(read_file(path), source="sample article")
