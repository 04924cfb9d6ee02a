"""An article as a web page of one file: with its readings, and the saved words as notes at its end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from html import escape
from string import Template

from PySide6.QtGui import QColor

from reader.kana import with_large_kana
from reader.model import Direction, Word, WordKey
from reader.resources import resource
from reader.typesetting.vertical import combined
from reader.ui.page.blocks import Block
from reader.ui.page.edition import Edition
from reader.ui.page.painting import PageColours
from reader.ui.page.ruby_text import escaped, with_ruby
from reader.ui.page.typography import Role
from reader.vocabulary.model import SavedWord

SavedWords = Mapping[WordKey, SavedWord]

_TAGS = {
    Role.TITLE: '<h1 lang="ja">{}</h1>',
    Role.BYLINE: '<p class="byline">{}</p>',
    Role.BODY: '<p lang="ja">{}</p>',
    Role.ENGLISH: '<p class="english" lang="en">{}</p>',
}


def web_page(edition: Edition, colours: PageColours, saved: SavedWords) -> Iterator[tuple[float, str]]:
    """The page in parts, each with how much is done (0 to 1). ``saved`` are the words to be noted."""
    template = (resource("resources") / "templates" / "article.html").read_text(encoding="utf-8")
    head, foot = template.split("$body")
    is_vertical = edition.look.direction is Direction.VERTICAL
    values = {
        "title": escape(edition.article.title),
        "writing": "vertical-rl" if is_vertical else "horizontal-tb",
        # Chromium sets what follows a turned number beside the line if it has to leave room there.
        "autospace": "no-autospace" if is_vertical else "normal",
        **{name: colour.name() for name, colour in _named(colours).items()},
    }
    yield 0.0, Template(head).substitute(values)
    notes = _Notes(saved)
    for number, block in enumerate(edition.blocks, start=1):
        if not block.start:  # with the other parts of a very long paragraph
            text = _text(edition, block, notes)
            yield number / len(edition.blocks), _TAGS[block.role].format(text) + "\n"
    yield 1.0, notes.html() + Template(foot).substitute(values)


def _named(colours: PageColours) -> dict[str, QColor]:
    return {
        "page": colours.background,
        "text": colours.text,
        "quiet": colours.muted,
        "ruby": colours.ruby,
        "accent": colours.bar,
    }


class _Notes:
    """The saved words met so far, numbered in the order of their first places."""

    def __init__(self, saved: SavedWords) -> None:
        self._saved = saved
        self._words: dict[WordKey, SavedWord] = {}
        self._numbers: dict[WordKey, int] = {}

    def mark(self, word: Word, shown: str) -> str:
        """The word as HTML, with a link to its note if it is saved."""
        entry = self._saved.get(word.key)
        if entry is None or not entry.gloss:
            return shown
        is_first = entry.key not in self._words
        self._words.setdefault(entry.key, entry)
        number = self._numbers.setdefault(entry.key, len(self._words))
        anchor = f' id="word-{number}"' if is_first else ""
        title = escape(f"{entry.key.reading} {entry.gloss}")
        return f'<a class="word"{anchor} href="#note-{number}" title="{title}">{shown}</a>'

    def html(self) -> str:
        """The list of notes; nothing where there are none."""
        if not self._words:
            return ""
        items = "".join(
            f'<li id="note-{number}"><a href="#word-{number}" lang="ja">{escape(entry.key.spelling)}</a> '
            f'<span lang="ja">{escape(entry.key.reading)}</span> {escape(entry.gloss)}</li>\n'
            for number, entry in enumerate(self._words.values(), start=1)
        )
        return f"<section>\n<ol>\n{items}</ol>\n</section>\n"


def _text(edition: Edition, block: Block, notes: _Notes) -> str:
    """The text of a whole paragraph with its readings, saved words as links; or the English below it."""
    if block.role is Role.ENGLISH:
        return escaped(block.whole)
    text = block.whole
    readings = edition.readings_of(block.paragraph)
    if not edition.look.has_small_kana:
        readings = [ruby._replace(text=with_large_kana(ruby.text)) for ruby in readings]
    starts = [ruby.start for ruby in readings]
    is_vertical = edition.look.direction is Direction.VERTICAL
    pieces: list[str] = []

    def add(start: int, end: int) -> str:
        inside = readings[bisect_left(starts, start) : bisect_left(starts, end)]
        return with_ruby(text, start, end, inside, _with_cells if is_vertical else escaped)

    done = 0
    for word in edition.words_of(block.paragraph):
        pieces += (add(done, word.start), notes.mark(word, add(word.start, word.end)))
        done = word.end
    pieces.append(add(done, len(text)))
    return "".join(pieces)


def _with_cells(text: str) -> str:
    """Text for vertical writing, where short numbers stand upright."""
    pieces: list[str] = []
    done = 0
    for start, end in combined(text):
        pieces += (escaped(text[done:start]), f'<span class="cell">{text[start:end]}</span>')
        done = end
    return "".join((*pieces, escaped(text[done:])))
