"""Files with lists of words, read: whatever their encoding and format."""

from __future__ import annotations

from pathlib import Path

from reader.articles.text_files import read_text
from reader.engine.protocol import ListedWords, TableSample, WordTables
from reader.errors import ReaderError
from reader.vocabulary.anki_collection import is_anki_file, tables_of_collection
from reader.vocabulary.word_tables import WordTable, likely_columns, listed_words, plain, table_of_text

_SHOWN = 20  # rows of a sample
_CELL = 80  # characters shown of a cell


def samples(source: Path | str) -> WordTables:
    """The tables of a file or a pasted text. Raises ReaderError where it cannot be read or holds nothing."""
    return WordTables(tuple(_sample(table) for table in _tables(source)))


def words_in(source: Path | str, table: int, word_column: int, reading_column: int | None) -> ListedWords:
    """The words in the columns of one of these tables. Raises ReaderError as ``samples`` does."""
    tables = _tables(source)
    if not 0 <= table < len(tables):
        raise ReaderError("The list has changed since it was read. Open it again.")
    columns = range(len(tables[table].columns))
    if word_column not in columns or not (reading_column is None or reading_column in columns):
        raise ReaderError("The list has changed since it was read. Open it again.")
    return ListedWords(listed_words(tables[table], word_column, reading_column))


def _tables(source: Path | str) -> tuple[WordTable, ...]:
    if isinstance(source, str):
        tables: tuple[WordTable, ...] = (table_of_text(source),)
    else:
        tables = _tables_of_file(source)
    if not any(table.rows for table in tables):
        raise ReaderError("There are no words in this list.")
    return tables


def _tables_of_file(path: Path) -> tuple[WordTable, ...]:
    try:
        if is_anki_file(path):
            return tables_of_collection(path)
    except OSError as error:
        raise ReaderError(f"{path} cannot be read ({error.strerror or error}).") from error
    return (table_of_text(read_text(path), path.name),)


def _sample(table: WordTable) -> TableSample:
    word, reading = likely_columns(table)
    rows = tuple(tuple(plain(cell)[:_CELL] for cell in row) for row in table.rows[:_SHOWN])
    return TableSample(table.name, table.columns, rows, len(table.rows), word, reading)
