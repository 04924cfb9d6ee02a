"""Reading a text file as an article, with the English that lies beside it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.articles.bilingual import english_in
from reader.articles.decoding import NotTextError, UnknownEncodingError, decode, decode_english
from reader.articles.plain_text import from_paragraphs, from_text, paragraphs_of
from reader.errors import ReaderError
from reader.model import Article

LARGEST = 20_000_000
"""The most bytes that a file may have."""

_MARKDOWN, _HTML = (".md", ".markdown"), (".html", ".htm", ".xhtml")
_NAME = re.compile(r"(?P<name>.+?)(?:\.ja)?\.(?:txt|md|markdown|html?|xhtml)", re.IGNORECASE)
_ENGLISH_NAME = re.compile(r"(?P<name>.+)\.en\.txt", re.IGNORECASE)


def read_file(path: Path) -> Article:
    """The article in the text file ``path``; for NAME.ja.txt or NAME.txt with the English of NAME.en.txt.
    NAME.en.txt itself stands for the one of these that lies beside it.

    Of Markdown (.md, .markdown) and HTML (.html, .htm, .xhtml), it is what is seen when they are shown. The
    file may be in UTF-8, UTF-16, Shift_JIS (CP932), EUC-JP or ISO-2022-JP, its lines may end in any way.
    Raises ReaderError, with a sentence that names the file, for what cannot be read whole.
    """
    path = _japanese_beside(path) or path
    text = read_text(path)
    if not text.strip():
        raise ReaderError(f"{path} is empty: there is nothing to read in it.")
    article = _article(text, path)
    english = _english_beside(path)
    if english is None:
        return article
    return replace(article, english=paragraphs_of(_decoded(english, decode_english)))


def _article(text: str, path: Path) -> Article:
    source = _printable(path.name)
    if (suffix := path.suffix.lower()) not in (*_MARKDOWN, *_HTML):
        return from_text(text, source)
    from reader.articles.markdown import paragraphs_of_markdown  # noqa: PLC0415  (not for the samples)
    from reader.articles.web_page import paragraphs_of_html  # noqa: PLC0415

    paragraphs = paragraphs_of_markdown(text) if suffix in _MARKDOWN else paragraphs_of_html(text)
    if not paragraphs:
        raise ReaderError(f"{path} has no text that is shown: there is nothing to read in it.")
    return from_paragraphs(paragraphs, source)


def read_english(path: Path) -> tuple[str, ...]:
    """The paragraphs of the English in the file ``path``; of a text in two languages, the English ones.

    Raises ReaderError as ``read_file`` does, and where there is no English in it.
    """
    return english_in(read_english_text(path), str(path))


def read_english_text(path: Path) -> str:
    """All of the text in the file ``path``, which is English. Raises ReaderError as ``read_file`` does."""
    return _decoded(path, decode_english)


def read_text(path: Path) -> str:
    """The text in the file ``path``, as ``read_file`` decodes it. Raises ReaderError as that does."""
    return _decoded(path, decode)


def _english_beside(path: Path) -> Path | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    english = path.with_name(f"{match['name']}.en.txt")
    return english if english.is_file() else None


def _japanese_beside(path: Path) -> Path | None:
    match = _ENGLISH_NAME.fullmatch(path.name)
    if match is None:
        return None
    beside = (path.with_name(f"{match['name']}{ending}") for ending in (".ja.txt", ".txt"))
    return next((japanese for japanese in beside if japanese.is_file()), None)


def _decoded(path: Path, decoding: Callable[[bytes], str]) -> str:
    data = _read_bytes(path)
    try:
        return decoding(data)
    except NotTextError as error:
        raise ReaderError(
            f"{path} is not a text file. Open a plain text, for example one saved as UTF-8."
        ) from error
    except UnknownEncodingError as error:
        if error.line is None:
            problem = "is in an encoding that cannot be recognised"
        else:
            problem = f"is damaged: line {error.line} is not valid UTF-8"
        raise ReaderError(f"{path} {problem}. Save it as UTF-8 and open it again.") from error


def _read_bytes(path: Path) -> bytes:
    try:
        # Looked at before it is opened: opening a pipe would wait for whoever writes into it.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReaderError(f"{path} is a folder. Choose a text file in it.")
        if not stat.S_ISREG(mode):
            raise ReaderError(f"{path} is not a file that can be read. Choose a text file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ReaderError(f"{path} does not exist. Check the name, or whether the file was moved.") from error
    except PermissionError as error:
        raise ReaderError(f"{path} may not be read. Check the file's permissions.") from error
    except OSError as error:
        raise ReaderError(f"{path} could not be read ({error.strerror or error}).") from error
    if len(data) > LARGEST:
        raise ReaderError(
            f"{path} is too large: texts of up to {LARGEST // 1_000_000} MB can be opened. "
            "Split it and open the parts."
        )
    return data


def _printable(name: str) -> str:
    """A file's name as text; bytes in it that are no UTF-8 become �, so that it can be stored."""
    return os.fsencode(name).decode("utf-8", "replace")
