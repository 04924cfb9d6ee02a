"""The vocabulary as a file for another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.files import replacing
from reader.model import SavedWord, Status
from reader.vocabulary.anki import write_apkg
from reader.vocabulary.store import Vocabulary
from reader.vocabulary.tables import write_csv, write_tsv

_WRITERS: dict[str, Callable[[Sequence[SavedWord], Path], None]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "apkg": write_apkg,
}
FORMATS = tuple(_WRITERS)


def export(vocabulary: Vocabulary, format_: str, target: Path) -> int:
    """Write the words that the user keeps (see ``is_kept``) to ``target``, the oldest first; return how many.

    Raises ReaderError if there is no such format, there are no such words, or the file cannot be written; a
    file that was there before is then left as it was.
    """
    write = _WRITERS.get(format_)
    if write is None:
        raise ReaderError(f'There is no format "{format_}". Choose one of {", ".join(FORMATS)}.')
    words = [word for word in reversed(vocabulary.words()) if is_kept(word)]
    if not words:
        raise ReaderError(
            "There are no saved words to export. Open an article, click a word and press S to save it, "
            "then export."
        )
    with replacing(target) as temporary:
        write(words, temporary)
    return len(words)


def is_kept(word: SavedWord) -> bool:
    """Whether the user keeps the word to learn it, or did until they knew it.

    Not what was only marked: a word known from the start has no encounter, and an ignored one is not wanted.
    """
    return word.status in (Status.NEW, Status.LEARNING) or (
        word.status is Status.KNOWN and bool(word.encounters)
    )
