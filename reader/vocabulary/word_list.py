"""The vocabulary as a list to read and print, with furigana: Markdown and HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.model import Ruby
from reader.vocabulary.furigana import is_kana
from reader.vocabulary.model import Encounter, SavedWord
from reader.vocabulary.tables import source_of

_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~&])")
_BEGINS_BLOCK = re.compile(r"^(\d*)([-+#=.)])")
_TEMPLATE = Path(__file__).with_name("templates") / "word_list.html"


def write_html(words: Sequence[SavedWord], path: Path) -> None:
    """Write a page of its own, for screen (light and dark) and paper."""
    articles = "\n".join(map(_article, words))
    number = f"{len(words)} {'word' if len(words) == 1 else 'words'}"
    page = _TEMPLATE.read_text(encoding="utf-8").replace("{number}", number).replace("{words}", articles)
    path.write_text(page, encoding="utf-8", newline="\n")


def write_markdown(words: Sequence[SavedWord], path: Path) -> None:
    """Write one list item a word; furigana as the ``<ruby>`` that Markdown lets through."""
    items = "\n".join(map(_item, words))
    path.write_text(f"# Vocabulary\n\n{items}\n", encoding="utf-8", newline="\n")


def _article(word: SavedWord) -> str:
    lines = [f'<dt lang="ja">{_with_ruby(word, _as_html)}</dt>', "<dd>"]
    if word.pos:
        lines.append(f'<p class="pos">{_as_html(word.pos)}</p>')
    lines += [f"<p>{_as_html(gloss)}</p>" for gloss in word.gloss.split("\n") if gloss]
    for met in word.encounters:
        lines.append(f'<p class="sentence" lang="ja">{_marked(met, _as_html, "<b>", "</b>")}</p>')
        if met.english:
            lines.append(f'<p class="english">{_as_html(met.english)}</p>')
    if source := source_of(word):
        lines.append(f'<p class="source" lang="ja">{_as_html(source)}</p>')
    if word.note:
        lines.append(f'<p class="note">{_as_html(word.note)}</p>')
    return "\n".join([*lines, "</dd>"])


def _item(word: SavedWord) -> str:
    head = f"- **{_with_ruby(word, _as_markdown)}**"
    gloss = "; ".join(_as_markdown(line) for line in word.gloss.split("\n") if line)
    lines = [f"{head}: {gloss}" if gloss else head]
    for met in word.encounters:
        lines.append(f"  - {_marked(met, _as_markdown, '**', '**')}")
        if met.english:
            lines.append(f"    {_as_markdown(met.english)}")
    if word.note:
        lines.append(f"  - {_as_markdown(word.note)}")
    return "\n".join(lines)


def _with_ruby(word: SavedWord, escape: Callable[[str], str]) -> str:
    spelling, reading = word.key.spelling, word.key.reading
    ruby = word.ruby
    if not ruby and reading and not is_kana(spelling):
        ruby = (Ruby(0, len(spelling), reading),)
    return "".join(_pieces(spelling, ruby, escape))


def _pieces(spelling: str, ruby: tuple[Ruby, ...], escape: Callable[[str], str]) -> Iterator[str]:
    done = 0
    for part in ruby:
        yield escape(spelling[done : part.start])
        base = escape(spelling[part.start : part.end])
        yield f"<ruby>{base}<rp>(</rp><rt>{escape(part.text)}</rt><rp>)</rp></ruby>"
        done = part.end
    yield escape(spelling[done:])


def _marked(met: Encounter, escape: Callable[[str], str], before: str, after: str) -> str:
    sentence, start, end = met.sentence, met.start, met.end
    if not 0 <= start < end <= len(sentence):
        return escape(sentence)
    return f"{escape(sentence[:start])}{before}{escape(sentence[start:end])}{after}{escape(sentence[end:])}"


def _as_html(text: str) -> str:
    return html.escape(_CONTROL.sub("", text)).replace("\n", "<br>")


def _as_markdown(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line."""
    flat = " ".join(_CONTROL.sub("", text).split())
    escaped = _BEGINS_BLOCK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", flat))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")
