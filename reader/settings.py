"""What the window remembers from one start to the next, kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.files import replacing
from reader.model import Duplicates, FuriganaMode, ReadingSource


class Theme(StrEnum):
    """The colours of the window; SYSTEM follows the desktop, CONTRAST as to light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"


class ExportRows(StrEnum):
    """Which words an export holds: all, those new since the last one, those listed or those selected."""

    ALL = "all"
    NEW = "new"
    LISTED = "listed"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; the defaults are those of the first start.

    ``window_geometry`` is what Qt saves, in Base64; ``splitter_sizes`` are pixels, from left to right,
    ``hidden_sides`` what is not shown of them, and ``panel_sizes`` those of panel and vocabulary, from the
    top; ``english_shares`` are per cent of the page's room, for the English beside and below it;
    ``vocabulary_sort`` is the column that the vocabulary is sorted by, after "-" where downwards; folders are
    those of the last file, "" for none yet; ``anki_fields`` are pairs of a field of the note type
    ``anki_note_type`` and what of ours fills it; ``last_article`` is an id of the library; ``zoom`` is a
    factor above 0; with ``compact_furigana`` those not shown have no room, and without ``small_kana`` all
    kana in them are large; an empty font lets the program choose; ``line_spacing`` is a factor, and
    ``line_length`` the most characters of a line; ``keys`` are those that the user gave to commands, by ids.
    """

    window_geometry: str = ""
    splitter_sizes: tuple[int, ...] = ()
    panel_sizes: tuple[int, ...] = ()
    hidden_sides: tuple[str, ...] = ()
    english_shares: tuple[int, ...] = ()
    last_article: str = ""
    zoom: float = 1.0
    furigana: FuriganaMode = FuriganaMode.ALL
    compact_furigana: bool = False
    small_kana: bool = True
    reading_source: ReadingSource = ReadingSource.CONTEXT
    theme: Theme = Theme.SYSTEM
    japanese_font: str = ""
    english_font: str = ""
    line_spacing: float = 1.0
    line_length: int = 32
    mark_unknown: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vocabulary_sort: str = ""
    open_folder: str = ""
    export_folder: str = ""
    export_format: str = "csv"
    export_rows: ExportRows = ExportRows.ALL
    export_columns: tuple[str, ...] = ()
    review_without_anki: bool = False
    anki_port: int = 8765
    anki_deck: str = ""
    anki_note_type: str = ""
    anki_fields: tuple[tuple[str, str], ...] = ()
    anki_duplicates: Duplicates = Duplicates.SKIP


def load_settings(path: Path) -> tuple[Settings, str | None]:
    """The settings in ``path`` and, where they could not be read, a sentence that tells the user so.

    A value that is missing or makes no sense takes its default; a key that is unknown is ignored. A file
    that is damaged is set aside under another name.
    """
    try:
        values = _read(path)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return (
            Settings(),
            f"The settings in {path} could not be read ({error.strerror}); the defaults are used.",
        )
    except ValueError:
        return Settings(), _set_aside(path)
    valid = {
        name: value
        for name, parse in _PARSERS.items()
        if name in values and (value := parse(values[name])) is not None
    }
    return Settings(**valid), None


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings to ``path`` in one step. Keys in the file that are unknown here stay as they are.

    Raises ReaderError where that is not possible; the old file is then unchanged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReaderError(f"The settings could not be saved in {path.parent} ({error.strerror}).") from error
    try:
        others = _read(path)
    except (OSError, ValueError):
        others = {}
    with replacing(path) as temporary:
        text = json.dumps(others | asdict(settings), indent=2)
        temporary.write_text(text + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, object]:
    """The JSON object in ``path``. Raises OSError, or ValueError where it holds anything else."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict):
        raise ValueError("no object")
    return values


def _set_aside(path: Path) -> str:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError:
        return f"The settings in {path} are damaged; the defaults are used."
    return f"The settings were damaged; the defaults are used. The old file is kept as {aside}."


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _factor(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < 1000 else None


def _length(value: object) -> int | None:
    return value if type(value) is int and 4 <= value <= 200 else None


def _sizes(value: object) -> tuple[int, ...] | None:
    if isinstance(value, list) and all(type(size) is int and 0 <= size < 100_000 for size in value):
        return tuple(value)
    return None


def _keys(value: object) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    return {
        str(command): tuple(keys)
        for command, keys in value.items()
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
    }


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        return tuple(value)
    return None


def _port(value: object) -> int | None:
    return value if type(value) is int and 0 < value < 65_536 else None


def _pairs(value: object) -> tuple[tuple[str, str], ...] | None:
    if isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(text, str) for text in pair)
        for pair in value
    ):
        return tuple((name, filled) for name, filled in value)
    return None


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum | None]:
    return lambda value: kind(value) if isinstance(value, str) and value in set(kind) else None


_PARSERS: dict[str, Callable[[object], Any]] = {
    "window_geometry": _text,
    "splitter_sizes": _sizes,
    "panel_sizes": _sizes,
    "hidden_sides": _texts,
    "english_shares": _sizes,
    "last_article": _text,
    "zoom": _factor,
    "furigana": _one_of(FuriganaMode),
    "compact_furigana": _flag,
    "small_kana": _flag,
    "reading_source": _one_of(ReadingSource),
    "theme": _one_of(Theme),
    "japanese_font": _text,
    "english_font": _text,
    "line_spacing": _factor,
    "line_length": _length,
    "mark_unknown": _flag,
    "keys": _keys,
    "vocabulary_sort": _text,
    "open_folder": _text,
    "export_folder": _text,
    "export_format": _text,
    "export_rows": _one_of(ExportRows),
    "export_columns": _texts,
    "review_without_anki": _flag,
    "anki_port": _port,
    "anki_deck": _text,
    "anki_note_type": _text,
    "anki_fields": _pairs,
    "anki_duplicates": _one_of(Duplicates),
}
