"""The whole vocabulary as JSON: complete, and read back by this program as it was.

docs/vocabulary-json.md describes the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from reader.errors import ReaderError
from reader.model import Place, Ruby, WordKey
from reader.vocabulary.model import (
    Correction,
    CorrectionTarget,
    Encounter,
    Review,
    ReviewCard,
    SavedWord,
    Scope,
    Status,
    StatusChange,
)

FORMAT = "japanese-reader vocabulary"
VERSION = 1

_LARGEST = 2**53  # what every JSON reader takes for an exact number


class Contents(NamedTuple):
    """What a vocabulary consists of."""

    words: tuple[SavedWord, ...]
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()
    history: tuple[StatusChange, ...] = ()


def write_json(contents: Contents, path: Path) -> None:
    """Write one object with one line for each word, correction, review and change of a status."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}')
        _write_list(file, "words", map(word_as_json, contents.words))
        _write_list(file, "corrections", map(_correction, contents.corrections))
        _write_list(file, "reviews", map(_review, contents.reviews))
        _write_list(file, "history", map(_change, contents.history))
        file.write("}\n")


def contents_of(data: bytes) -> Contents:
    """What ``write_json`` wrote. Fields that are missing are empty, those that are not known are passed over.

    Raises ReaderError where it is no such file, is from a newer version, or something in it is not what it
    should be.
    """
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReaderError(
            f"This is no JSON ({error}). Choose a file that this program has exported."
        ) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ReaderError(f'This is no vocabulary: "format" is not "{FORMAT}".')
    if whole.get("version") != VERSION:
        raise ReaderError("This vocabulary was exported by a newer version of the program. Update this one.")
    return Contents(
        tuple(_read_word(item) for item in _items(whole, "words")),
        tuple(_read_correction(item) for item in _items(whole, "corrections")),
        tuple(_read_review(item) for item in _items(whole, "reviews")),
        tuple(_read_change(item) for item in _items(whole, "history")),
    )


# --- writing ---


def _write_list(file: TextIO, name: str, items: Iterable[dict[str, Any]]) -> None:
    file.write(f',\n"{name}": [')
    for number, item in enumerate(items):
        file.write(",\n" if number else "\n")
        file.write(json.dumps(item, ensure_ascii=False))
    file.write("]")


def _key(key: WordKey) -> dict[str, Any]:
    return {"entry": key.entry_id, "spelling": key.spelling, "reading": key.reading}


def word_as_json(word: SavedWord) -> dict[str, Any]:
    """The word as one object of the list."""
    return {
        **_key(word.key),
        "pos": word.pos,
        "gloss": word.gloss,
        "senses": word.senses,
        "ruby": word.ruby,
        "status": word.status,
        "note": word.note,
        "tags": word.tags,
        "frequency": word.frequency,
        "added": word.added,
        "changed": word.changed,
        "seen": word.seen,
        "looked_up": word.looked_up,
        "in_anki": word.in_anki,
        "card": word.card._asdict() if word.card else None,
        "sentences": [_encounter(encounter) for encounter in word.encounters],
    }


def _encounter(encounter: Encounter) -> dict[str, Any]:
    return {
        "text": encounter.sentence,
        "start": encounter.start,
        "end": encounter.end,
        "article": encounter.article,
        "source": encounter.source,
        "met": encounter.met,
        "article_id": encounter.article_id,
        "place": encounter.place,
        "english": encounter.english,
    }


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        **correction.target._asdict(),
        "corrected_reading": correction.reading,
        "corrected_pieces": correction.pieces,
        "corrected_entry": correction.entry_id,
    }


def _review(review: Review) -> dict[str, Any]:
    return {
        **_key(review.key),
        "rating": review.rating,
        "reviewed": review.reviewed,
        "milliseconds": review.milliseconds,
    }


def _change(change: StatusChange) -> dict[str, Any]:
    return {**_key(change.key), "status": change.status, "at": change.at}


# --- reading ---


class _Object:
    """A JSON object of which each field is asked for with the type that it must have."""

    def __init__(self, values: object, where: str) -> None:
        if not isinstance(values, dict):
            raise ReaderError(f"{where} is no object, so nothing was imported.")
        self._values: dict[str, Any] = values
        self._where = where

    def text(self, name: str) -> str:
        return str(self._checked(name, str, ""))

    def number(self, name: str) -> int:
        return int(self._checked(name, int, 0))

    def number_or_none(self, name: str) -> int | None:
        return None if self._values.get(name) is None else self.number(name)

    def real_or_none(self, name: str) -> float | None:
        return None if self._values.get(name) is None else float(self._checked(name, int | float, 0.0))

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self._list(name, str))

    def numbers(self, name: str) -> tuple[int, ...]:
        return tuple(self._list(name, int))

    def status(self, name: str) -> Status:
        if (value := self.text(name)) not in set(Status):
            raise self._wrong(name)
        return Status(value)

    def scope(self, name: str) -> Scope:
        if (value := self.text(name)) not in set(Scope):
            raise self._wrong(name)
        return Scope(value)

    def place(self, name: str) -> Place:
        numbers = self.numbers(name) or (0, 0)
        if len(numbers) != 2:
            raise self._wrong(name)
        return Place(*numbers)

    def ruby(self, name: str) -> tuple[Ruby, ...]:
        found = []
        for part in self._list(name, list):
            match part:
                case [int(start), int(end), str(text)]:
                    found.append(Ruby(start, end, text))
                case _:
                    raise self._wrong(name)
        return tuple(found)

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def child(self, name: str) -> _Object:
        return _Object(self._values.get(name), f"{self._where}, {name}")

    def objects(self, name: str) -> Iterator[_Object]:
        for number, value in enumerate(self._list(name, dict), start=1):
            yield _Object(value, f"{self._where}, {name} {number}")

    def key(self) -> WordKey:
        key = WordKey(self.number_or_none("entry") or None, self.text("spelling"), self.text("reading"))
        if not key.spelling:
            raise self._wrong("spelling")
        return key

    def _list(self, name: str, kind: type) -> list[Any]:
        values = self._values.get(name)
        if values is None:
            return []
        if not isinstance(values, list) or not all(_is(value, kind) for value in values):
            raise self._wrong(name)
        return values

    def _checked(self, name: str, kind: Any, default: object) -> Any:
        value = self._values.get(name)
        if value is None:
            return default
        if not _is(value, kind):
            raise self._wrong(name)
        return value

    def _wrong(self, name: str) -> ReaderError:
        return ReaderError(f'{self._where}: "{name}" is not what it should be, so nothing was imported.')


def _is(value: object, kind: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, kind):
        return False
    return not isinstance(value, int) or abs(value) < _LARGEST


def _items(whole: dict[str, Any], name: str) -> Iterator[_Object]:
    return _Object(whole, "The vocabulary").objects(name)


def _read_word(item: _Object) -> SavedWord:
    return SavedWord(
        key=item.key(),
        pos=item.text("pos"),
        gloss=item.text("gloss"),
        senses=item.numbers("senses"),
        ruby=item.ruby("ruby"),
        status=item.status("status"),
        note=item.text("note"),
        added=item.text("added"),
        encounters=tuple(_read_encounter(sentence) for sentence in item.objects("sentences")),
        tags=item.texts("tags"),
        frequency=item.number_or_none("frequency"),
        card=_read_card(item.child("card")) if item.has("card") else None,
        seen=item.number("seen"),
        looked_up=item.number("looked_up"),
        changed=item.text("changed"),
        in_anki=item.text("in_anki"),
    )


def _read_card(item: _Object) -> ReviewCard:
    return ReviewCard(
        item.number("state"),
        item.number_or_none("step"),
        item.real_or_none("stability"),
        item.real_or_none("difficulty"),
        item.text("due"),
        item.text("last_review"),
    )


def _read_encounter(item: _Object) -> Encounter:
    return Encounter(
        sentence=item.text("text"),
        start=item.number("start"),
        end=item.number("end"),
        article=item.text("article"),
        source=item.text("source"),
        met=item.text("met"),
        article_id=item.text("article_id"),
        place=item.place("place"),
        english=item.text("english"),
    )


def _read_correction(item: _Object) -> Correction:
    target = CorrectionTarget(
        item.text("surface"), item.scope("scope"), item.text("article_id"), item.place("place")
    )
    return Correction(
        target,
        reading=item.text("corrected_reading") if item.has("corrected_reading") else None,
        pieces=item.numbers("corrected_pieces") if item.has("corrected_pieces") else None,
        entry_id=item.number_or_none("corrected_entry"),
    )


def _read_review(item: _Object) -> Review:
    rating = item.number("rating")
    if not 1 <= rating <= 4:
        raise ReaderError("A review's rating is not 1 to 4, so nothing was imported.")
    return Review(item.key(), rating, item.text("reviewed"), item.number("milliseconds"))


def _read_change(item: _Object) -> StatusChange:
    return StatusChange(item.key(), item.status("status") if item.has("status") else None, item.text("at"))
