"""The text of an HTML file, with its <ruby>: a paragraph for each block.

What a page has around its article is not told from it; but where a part is named so, only that is read.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from reader.model import Paragraph, Ruby

_UNSEEN = frozenset("title script style template noscript svg select rp rtc nav".split())
_INLINE = frozenset(
    "a abbr b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark picture q rb"
    " rt ruby s samp small source span strike strong sub sup time tt u var wbr".split()
)
_WHOLE = ("article", "main")
_SECTION = re.compile(r"<!\[(?!CDATA\[)[^<>]*>")  # what some programs write, and the parser stumbles over
_WHITE = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(r"[　-ヿ㐀-鿿豈-﫿＀-￯\U00020000-\U0003ffff]")


def paragraphs_of_html(html: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an HTML text, or of the article in it; those that are blank are left out."""
    for whole in _WHOLE:
        if (part := _read(html, whole)) and any(paragraph.text.strip() for paragraph in part):
            return part
    return _read(html, "")


def _read(html: str, whole: str) -> tuple[Paragraph, ...]:
    reader = _Reader(whole)
    reader.feed(_SECTION.sub("", html).replace("<![", "&lt;!["))
    reader.close()
    reader.end_block()
    return tuple(reader.paragraphs)


class _Reader(HTMLParser):
    """Gathers ``paragraphs``; if ``whole`` is a tag, only from what stands in such elements."""

    def __init__(self, whole: str) -> None:
        super().__init__()
        self.paragraphs: list[Paragraph] = []
        self._whole, self._within = whole, 0
        self._unseen = 0  # elements that are open and not read
        self._pieces, self._length = list[str](), 0  # of the paragraph so far, in characters
        self._ruby: list[Ruby] = []
        self._white = ""  # at the end of the text so far, to be set if more follows
        self._bases: list[int] = []  # where bases begin that wait for their ruby
        self._over: str | None = None  # the ruby that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self._whole:
            self._within += 1
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ruby", "rb"):
            if tag == "ruby" or self._bases != [self._length]:
                self._bases.append(self._length)
        elif tag == "rt":
            self._end_ruby()
            self._over = ""
        elif tag not in _INLINE:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._whole:
            self.end_block()
            self._within -= 1
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in ("rt", "ruby"):
            self._end_ruby()
            if tag == "ruby":
                self._bases.clear()
        elif tag not in _INLINE:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._unseen or (self._whole and not self._within):
            return
        if self._over is not None:
            self._over += _WHITE.sub("", data)
            return
        for piece in re.split(rf"({_WHITE.pattern})", data):
            if _WHITE.fullmatch(piece):
                self._white += piece
            elif piece:
                self._set_white(piece)
                self._add(piece)

    def end_block(self) -> None:
        """What follows is another paragraph."""
        self._end_ruby()
        text = "".join(self._pieces)
        if text.strip():
            self.paragraphs.append(Paragraph(text, ruby=tuple(self._ruby)))
        self._pieces, self._length, self._ruby, self._white = [], 0, [], ""
        self._bases.clear()

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _set_white(self, following: str) -> None:
        """Set white space as a space, but where only a line of the file ends between Japanese characters."""
        before = self._pieces[-1][-1:] if self._pieces else ""
        is_broken = "\n" in self._white and all(map(_WIDE.match, (before, following)))
        if self._white and before and not is_broken:
            if self._bases[-1:] == [self._length]:
                self._bases[-1] += 1  # before what has the ruby
            self._add(" ")
        self._white = ""

    def _end_ruby(self) -> None:
        """Put the ruby that was read over its base: the first that waits, up to the next or to here."""
        over, self._over = self._over, None
        if not over or not self._bases:
            return
        start, *others = self._bases
        end = others[0] if others else self._length
        self._bases = others or [self._length]
        if start < end:
            self._ruby.append(Ruby(start, end, over))
