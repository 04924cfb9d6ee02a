"""Files that this program has exported, read into a vocabulary again."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.vocabulary.json_file import FORMAT, Contents, contents_of
from reader.vocabulary.tables import is_own_table, rows_of, words_of


def is_own_export(data: bytes) -> bool:
    """Whether this program has exported the file, as JSON or as a table with the columns that are needed."""
    if FORMAT.encode() in data[:200]:
        return True
    try:
        rows = rows_of(data.partition(b"\n")[0].decode("utf-8-sig"))
    except (UnicodeDecodeError, ReaderError):
        return False
    return bool(rows) and is_own_table(rows[0])


def exported_contents(data: bytes) -> Contents:
    """What a JSON, CSV or TSV file of ours holds, for ``Vocabulary.merge``. Raises ReaderError."""
    if data.lstrip()[:1] == b"{":
        return contents_of(data)
    try:
        rows = rows_of(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReaderError("This file is not in UTF-8, so this program has not exported it.") from error
    if not rows or not is_own_table(rows[0]):
        raise ReaderError(
            "This program has not exported this file: it has no columns Expression and Reading."
        )
    return Contents(words_of(rows[0], rows[1:]))
