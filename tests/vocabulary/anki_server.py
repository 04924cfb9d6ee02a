"""A server that speaks AnkiConnect's protocol in front of a real Anki collection."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from anki.collection import Collection
from anki.notes import NoteId


class AnkiServer(HTTPServer):
    """Answers like the add-on. ``refused`` are expressions that Anki will not take; ``requests`` counts them;
    ``permission`` and ``needs_key`` are what a request for permission is answered with; when ``garbled`` it
    answers with nothing."""

    def __init__(self, collection: Collection) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.collection = collection
        self.refused: set[str] = set()
        self.requests = 0
        self.permission = "granted"
        self.needs_key = False
        self.garbled = False

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def perform(self, action: str, parameters: dict[str, Any]) -> Any:
        """Do what the add-on does; raises ValueError with what it says where it cannot."""
        decks, models = self.collection.decks, self.collection.models
        actions: dict[str, Callable[..., Any]] = {
            "requestPermission": lambda: {"permission": self.permission, "requireApikey": self.needs_key},
            "deckNames": lambda: [deck.name for deck in decks.all_names_and_ids()],
            "modelNames": lambda: [model.name for model in models.all_names_and_ids()],
            "modelFieldNames": self._field_names,
            "findNotes": lambda query: list(self.collection.find_notes(query)),
            "notesInfo": lambda notes: [self._info(NoteId(note)) for note in notes],
            "addNote": self._add,
            "updateNoteFields": self._update,
            "multi": lambda actions: [self.answer(each) for each in actions],
        }
        if action not in actions:
            raise ValueError("unsupported action")
        return actions[action](**parameters)

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to one request."""
        try:
            return {"result": self.perform(request["action"], request.get("params", {})), "error": None}
        except ValueError as error:
            return {"result": None, "error": str(error)}

    def _field_names(self, modelName: str) -> list[str]:  # noqa: N803  (the protocol's name)
        model = self.collection.models.by_name(modelName)
        assert model is not None
        return self.collection.models.field_names(model)

    def _update(self, note: dict[str, Any]) -> None:
        stored = self.collection.get_note(NoteId(note["id"]))
        for name, value in note["fields"].items():
            stored[name] = value
        self.collection.update_note(stored)

    def _info(self, number: NoteId) -> dict[str, Any]:
        note = self.collection.get_note(number)
        fields = {name: {"value": value, "order": order} for order, (name, value) in enumerate(note.items())}
        return {"noteId": number, "fields": fields, "tags": note.tags}

    def _add(self, note: dict[str, Any]) -> int:
        collection, wanted = self.collection, note
        model = collection.models.by_name(wanted["modelName"])
        deck = collection.decks.id_for_name(wanted["deckName"])
        if model is None:
            raise ValueError(f"model was not found: {wanted['modelName']}")
        if deck is None:
            raise ValueError(f"deck was not found: {wanted['deckName']}")
        if self.refused & set(wanted["fields"].values()):
            raise ValueError("cannot create note because it is empty")
        new = collection.new_note(model)
        for name, value in wanted["fields"].items():
            new[name] = value
        if new.fields_check() == 2 and not wanted["options"]["allowDuplicate"]:
            raise ValueError("cannot create note because it is a duplicate")
        new.tags = wanted["tags"]
        collection.add_note(new, deck)
        return int(new.id)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        assert isinstance(self.server, AnkiServer)
        self.server.requests += 1
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body = b"" if self.server.garbled else json.dumps(self.server.answer(request)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(collection: Collection) -> Iterator[AnkiServer]:
    """A server that runs as long as the block."""
    with AnkiServer(collection) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
