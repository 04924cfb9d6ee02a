"""The user's words sent to their own running Anki, through its AnkiConnect add-on.

The add-on listens on this machine for JSON over HTTP. Notes go to a deck and a note type that are there
already; which of our fields fills which of theirs is the user's choice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from reader.errors import ReaderError
from reader.model import Duplicates, WordKey
from reader.vocabulary.model import SavedWord
from reader.vocabulary.notes import FIELDS, fields_of

PORT = 8765
_VERSION = 6  # of the protocol
_SECONDS = 30.0
_AT_ONCE = 50  # words in one request
_SPECIAL = str.maketrans({character: f"\\{character}" for character in '\\"*_:'})

_NOT_RUNNING = (
    "Anki does not answer. Start Anki, with its add-on AnkiConnect (2055492159) installed, then try again."
)
_NO_ANSWER = (
    "Anki does not answer in time. Close any window that is open in Anki, then try again: words that have "
    "arrived are not added twice."
)
_NOT_ANKI = "What answers on port {port} is not AnkiConnect. Choose the port that is set in the add-on."
_REFUSED = "Anki does not let this program in. Allow it in the window that Anki shows, then try again."
_NEEDS_KEY = (
    "AnkiConnect asks for an API key. Take the key out of the add-on's configuration, then try again."
)

# The names that common note types give to what we have, in lower case.
_USUAL_NAMES = {
    "Expression": {
        "expression",
        "word",
        "vocab",
        "vocabulary",
        "term",
        "front",
        "kanji",
        "japanese",
        "target word",
    },
    "Reading": {"reading", "kana", "word reading", "expressionreading", "vocabulary-kana", "hiragana"},
    "Furigana": {"furigana", "expressionfurigana", "word furigana", "vocabulary-furigana"},
    "Meaning": {
        "meaning",
        "glossary",
        "definition",
        "english",
        "back",
        "maindefinition",
        "vocabulary-english",
    },
    "PartOfSpeech": {"partofspeech", "part of speech", "pos", "vocabulary-pos"},
    "Sentence": {"sentence", "example", "context", "sentence-kanji"},
    "Source": {"source", "miscinfo"},
    "English": {"sentence english", "sentence-english", "sentenceenglish", "translation", "sentence meaning"},
    "Note": {"note", "notes", "hint", "extra"},
    "Frequency": {"frequency", "freq"},
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where words go. ``fields`` says which of our ``FIELDS`` fills which field of the note type."""

    deck: str
    note_type: str
    fields: Mapping[str, str]
    duplicates: Duplicates = Duplicates.SKIP


@dataclass(slots=True)
class Report:
    """What became of the words: how many were added, updated and skipped, and why the others failed.

    ``there`` are the words that have a note in Anki now; ``stopped`` says that the user ended it early.
    """

    added: int = 0
    updated: int = 0
    skipped: int = 0
    failed: list[tuple[WordKey, str]] = field(default_factory=list)
    there: list[WordKey] = field(default_factory=list)
    stopped: bool = False


class AnkiConnect:
    """Speaks with the add-on at ``port`` of this machine. Every method raises ReaderError where Anki does not
    answer or refuses; each may wait for seconds, so call none on the window's thread."""

    def __init__(self, port: int = PORT) -> None:
        self._port = port

    def check(self) -> None:
        """Make sure that Anki is there and lets this program in."""
        permission = self._ask("requestPermission")
        if not isinstance(permission, dict) or permission.get("permission") != "granted":
            raise ReaderError(_REFUSED)
        if permission.get("requireApikey"):
            raise ReaderError(_NEEDS_KEY)

    def decks(self) -> list[str]:
        """The names of the decks, in order."""
        return sorted(self._ask("deckNames"))

    def note_types(self) -> dict[str, list[str]]:
        """The fields of every note type, by its name."""
        names = sorted(self._ask("modelNames"))
        fields = self._ask_all("modelFieldNames", ({"modelName": name} for name in names))
        return {name: found for name, (found, error) in zip(names, fields, strict=True) if error is None}

    def push(
        self,
        words: Sequence[SavedWord],
        target: Target,
        go_on: Callable[[int], bool] = lambda _done: True,
        report: Report | None = None,
    ) -> Report:
        """Send ``words``. ``go_on`` is called with the number that is done and says whether to go on.

        A word's note is the same again if the field for ``Expression`` is, and that for ``Reading`` where
        there is one; of words that share both each has a note of its own. If Anki goes away in between, a
        ReaderError says so; what has arrived stays and is in ``report``, and pushing again adds none of it
        twice unless duplicates are to be added.
        """
        expression = next((name for name, ours in target.fields.items() if ours == "Expression"), "")
        if not expression:
            raise ReaderError("Choose the field of the note type that is to hold the word itself.")
        report = report or Report()
        taken: set[int] = set()
        done = 0
        for batch in _batches(words):
            if not go_on(done):
                report.stopped = True
                break
            values = [dict(zip(FIELDS, fields_of(word), strict=True)) for word in batch]
            found = self._find(values, expression, target)
            notes = [
                _note_of(value, candidates, target, taken)
                for value, candidates in zip(values, found, strict=True)
            ]
            self._put(batch, values, notes, target, report)
            done += len(batch)
        go_on(done)
        return report

    # --- one batch ---

    def _find(
        self, values: Sequence[Mapping[str, str]], expression: str, target: Target
    ) -> list[list[dict[str, Any]]]:
        """The notes that are there already for each of the words."""
        if target.duplicates is Duplicates.ADD:
            return [[] for _ in values]
        note_type = _quoted(f"note:{_escaped(target.note_type)}")
        terms = (_quoted(f"{expression}:{_escaped(value['Expression'])}") for value in values)
        queries = ({"query": f"{note_type} {term}"} for term in terms)
        ids = [found or [] for found, _error in self._ask_all("findNotes", queries)]
        infos = self._ask("notesInfo", notes=sorted({note for found in ids for note in found}))
        by_id = {info["noteId"]: info for info in infos if info}
        reading = next((name for name, ours in target.fields.items() if ours == "Reading"), "")
        return [
            [
                by_id[note]
                for note in found
                if note in by_id and (not reading or _value(by_id[note], reading) in ("", value["Reading"]))
            ]
            for found, value in zip(ids, values, strict=True)
        ]

    def _put(
        self,
        words: Sequence[SavedWord],
        values: Sequence[Mapping[str, str]],
        found: Sequence[Mapping[str, Any] | None],
        target: Target,
        report: Report,
    ) -> None:
        to_add: list[tuple[WordKey, dict[str, Any]]] = []
        to_update: list[tuple[WordKey, dict[str, Any]]] = []
        for word, value, note in zip(words, values, found, strict=True):
            fields = {name: value[ours] for name, ours in target.fields.items() if ours}
            if note is None:
                to_add.append((word.key, {"note": _new_note(fields, word.tags, target)}))
            elif target.duplicates is Duplicates.SKIP or _is_up_to_date(note, fields):
                report.skipped += 1
                report.there.append(word.key)
            else:
                to_update.append((word.key, {"note": {"id": note["noteId"], "fields": fields}}))
        report.added += self._do("addNote", to_add, report)
        report.updated += self._do("updateNoteFields", to_update, report)

    def _do(self, action: str, asked: Sequence[tuple[WordKey, dict[str, Any]]], report: Report) -> int:
        """Do it for each; how many succeeded."""
        answers = self._ask_all(action, (parameters for _key, parameters in asked))
        succeeded = 0
        for (key, _parameters), (_result, error) in zip(asked, answers, strict=True):
            if error is None:
                succeeded += 1
                report.there.append(key)
            else:
                report.failed.append((key, error))
        return succeeded

    # --- the protocol ---

    def _ask_all(self, action: str, parameters: Iterable[dict[str, Any]]) -> list[tuple[Any, str | None]]:
        """The result or the error of the same action with each of the parameters, in one request."""
        actions = [{"action": action, "version": _VERSION, "params": each} for each in parameters]
        if not actions:
            return []
        answers = self._ask("multi", actions=actions)
        if not isinstance(answers, list) or len(answers) != len(actions):
            raise ReaderError(_NOT_ANKI.format(port=self._port))
        return [_result_and_error(answer) for answer in answers]

    def _ask(self, action: str, **parameters: Any) -> Any:
        answer = self._post({"action": action, "version": _VERSION, "params": parameters})
        result, error = _result_and_error(answer)
        if error is not None:
            raise ReaderError(f"Anki could not do it: {error}")
        return result

    def _post(self, request: dict[str, Any]) -> dict[str, Any]:
        from http.client import HTTPConnection, HTTPException  # noqa: PLC0415  (not at start-up)

        # Not urllib: a proxy has no business between two programs on one machine.
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_SECONDS)
        try:
            body = json.dumps(request).encode()
            connection.request("POST", "/", body, {"Content-Type": "application/json"})
            answer = json.loads(connection.getresponse().read())
        except TimeoutError as error:
            raise ReaderError(_NO_ANSWER) from error
        except OSError as error:
            raise ReaderError(_NOT_RUNNING) from error
        except (HTTPException, ValueError) as error:
            raise ReaderError(_NOT_ANKI.format(port=self._port)) from error
        finally:
            connection.close()
        if not isinstance(answer, dict) or "result" not in answer:
            raise ReaderError(_NOT_ANKI.format(port=self._port))
        return answer


def usual_fields(fields: Sequence[str]) -> dict[str, str]:
    """Which of our fields is likely meant by each field of a note type; "" for none. The first holds the word
    if no name says where it belongs."""
    chosen: dict[str, str] = {}
    for name in fields:
        ours = next((ours for ours, names in _USUAL_NAMES.items() if name.strip().lower() in names), "")
        chosen[name] = "" if ours in chosen.values() else ours
    if fields and "Expression" not in chosen.values():
        chosen[fields[0]] = "Expression"
    return chosen


def _batches(words: Sequence[SavedWord]) -> Iterator[tuple[SavedWord, ...]]:
    rest = iter(words)
    while batch := tuple(islice(rest, _AT_ONCE)):
        yield batch


def _result_and_error(answer: Any) -> tuple[Any, str | None]:
    if isinstance(answer, dict) and "error" in answer:
        error = answer["error"]
        return answer.get("result"), None if error is None else str(error)
    return answer, None


def _note_of(
    value: Mapping[str, str], candidates: Sequence[Mapping[str, Any]], target: Target, taken: set[int]
) -> Mapping[str, Any] | None:
    """The note of a word among those with its expression and reading: one with its meaning, else the oldest;
    none that another word of this push has taken."""
    free = [note for note in candidates if note["noteId"] not in taken]
    meaning = next((name for name, ours in target.fields.items() if ours == "Meaning"), "")
    note = min(
        free, key=lambda note: (_value(note, meaning) != value["Meaning"], note["noteId"]), default=None
    )
    if note is not None:
        taken.add(note["noteId"])
    return note


def _new_note(fields: Mapping[str, str], tags: Iterable[str], target: Target) -> dict[str, Any]:
    # What is a duplicate is decided here: Anki would take homographs for the same word.
    return {
        "deckName": target.deck,
        "modelName": target.note_type,
        "fields": fields,
        "tags": [tag.replace(" ", "_") for tag in tags],  # Anki divides its tags by spaces
        "options": {"allowDuplicate": True},
    }


def _is_up_to_date(note: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
    return all(_value(note, name) == value for name, value in fields.items())


def _value(note: Mapping[str, Any], name: str) -> str:
    return str(note["fields"].get(name, {}).get("value", ""))


def _quoted(term: str) -> str:
    return f'"{term}"'


def _escaped(text: str) -> str:
    """``text`` so that Anki's search takes it literally."""
    return text.translate(_SPECIAL)
