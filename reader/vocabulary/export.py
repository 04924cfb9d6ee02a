"""The vocabulary as a file: for another program, to print, or to be read by this one again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.files import replacing
from reader.vocabulary.anki import write_apkg
from reader.vocabulary.json_file import Contents, write_json
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.selection import Selection
from reader.vocabulary.store import Vocabulary
from reader.vocabulary.tables import ALL_COLUMNS, COLUMNS, write_csv, write_tsv
from reader.vocabulary.word_list import write_html, write_markdown

_TABLES = {"csv": write_csv, "tsv": write_tsv}
_LISTS: dict[str, Callable[[Sequence[SavedWord], Path], None]] = {
    "html": write_html,
    "md": write_markdown,
}
FORMATS = (*_TABLES, "apkg", *_LISTS, "json")


def export(
    vocabulary: Vocabulary,
    format_: str,
    target: Path,
    selection: Selection | None = None,
    columns: Sequence[str] = COLUMNS,
    *,
    recall: bool = False,
) -> int:
    """Write words to ``target`` and return how many.

    ``columns`` are for tables, ``recall`` (cards that ask for the word) is for Anki.

    Without a selection these are the words that the user keeps, in JSON all. JSON also has the corrections,
    if all words were selected, and what happened to the words. Later, "since the last export" begins here,
    unless only some of the words were wanted; and what went to Anki is noted.

    Raises ReaderError if there is no such format or column, there are no such words, or the file cannot be
    written; a file that was there before is then left as it was.
    """
    if format_ not in FORMATS:
        raise ReaderError(f'There is no format "{format_}". Choose one of {", ".join(FORMATS)}.')
    for column in columns:
        if column not in ALL_COLUMNS:
            raise ReaderError(f'There is no column "{column}". Choose from {", ".join(ALL_COLUMNS)}.')
    selection = selection or Selection(marked=format_ == "json")
    with _no_garbage():
        return _export(vocabulary, format_, target, selection, columns, recall=recall)


def is_kept(word: SavedWord) -> bool:
    """Whether the user keeps the word to learn it, or did until they knew it.

    Not what was only marked: a word known from the start has no encounter, and an ignored one is not wanted.
    """
    return word.status in (Status.NEW, Status.LEARNING) or (
        word.status is Status.KNOWN and bool(word.encounters)
    )


def _export(
    vocabulary: Vocabulary,
    format_: str,
    target: Path,
    selection: Selection,
    columns: Sequence[str],
    *,
    recall: bool,
) -> int:
    revision = vocabulary.revision()  # first: what changes from now on is new to the next export
    words = _selected(vocabulary, selection)
    if not words:
        raise ReaderError(_no_words(selection))
    with replacing(target) as temporary:
        if format_ in _TABLES:
            _TABLES[format_](words, temporary, columns)
        elif format_ == "apkg":
            write_apkg(words, temporary, recall=recall)
        elif format_ in _LISTS:
            _LISTS[format_](words, temporary)
        else:
            write_json(_contents(vocabulary, words, everything=_is_everything(selection)), temporary)
    if selection.keys is None and replace(selection.which, newer_than=None) == WordFilter():
        vocabulary.add_export(format_, revision)
    if format_ == "apkg":
        vocabulary.set_in_anki(word.key for word in words)
    return len(words)


def _no_words(selection: Selection) -> str:
    if selection.which.newer_than is not None:
        return "No saved word is new or changed since the last export."
    if selection.keys is not None or selection.which != WordFilter():
        return "There is no saved word among those that were asked for."
    return (
        "There are no saved words to export. Open an article, click a word and press S to save it, "
        "then export."
    )


def _selected(vocabulary: Vocabulary, selection: Selection) -> list[SavedWord]:
    if selection.keys is None:
        words = list(vocabulary.page(selection.which, SortBy.ADDED))
    else:
        words = [word for key in selection.keys if (word := vocabulary.get(key))]
    return [word for word in words if selection.marked or is_kept(word)]


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Looking for garbage among thousands of words, again and again as they come, takes a third more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _is_everything(selection: Selection) -> bool:
    return selection == Selection(marked=True)


def _contents(vocabulary: Vocabulary, words: Sequence[SavedWord], *, everything: bool) -> Contents:
    if everything:
        return Contents(tuple(words), vocabulary.corrections(), vocabulary.reviews(), vocabulary.history())
    keys = {word.key for word in words}
    return Contents(
        tuple(words),
        reviews=tuple(review for review in vocabulary.reviews() if review.key in keys),
        history=tuple(change for change in vocabulary.history() if change.key in keys),
    )
