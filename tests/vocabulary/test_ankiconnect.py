"""Words pushed into a real Anki collection, over the protocol of AnkiConnect."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from anki.collection import Collection

from reader.errors import ReaderError
from reader.model import Duplicates, WordKey
from reader.vocabulary.ankiconnect import AnkiConnect, Report, Target, usual_fields
from reader.vocabulary.model import SavedWord
from tests.vocabulary.anki_server import AnkiServer, serving
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS

WORDS = [KAIDAN, MITOMERU, TEN_THOUSANDS]
FIELDS = {"Word": "Expression", "Kana": "Reading", "English": "Meaning", "Example": "Sentence", "Picture": ""}
TARGET = Target("日本語::新聞", "My words", FIELDS)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A collection with a deck and a note type of the user's own."""
    collection = Collection(str(tmp_path / "collection.anki2"))
    collection.decks.id(TARGET.deck)
    model = collection.models.new(TARGET.note_type)
    for name in FIELDS:
        collection.models.add_field(model, collection.models.new_field(name))
    template = collection.models.new_template("Card")
    template["qfmt"], template["afmt"] = "{{Word}}", "{{English}}"
    collection.models.add_template(model, template)
    collection.models.add_dict(model)
    yield collection
    collection.close()


@pytest.fixture
def server(collection: Collection) -> Iterator[AnkiServer]:
    with serving(collection) as server:
        yield server


@pytest.fixture
def anki(server: AnkiServer) -> AnkiConnect:
    return AnkiConnect(server.port)


def notes(server: AnkiServer) -> dict[str, dict[str, str]]:
    found = [server.collection.get_note(note) for note in server.collection.find_notes("")]
    return {note["Word"]: dict(note.items()) for note in found}


def test_it_says_which_decks_and_note_types_there_are(anki: AnkiConnect) -> None:
    anki.check()
    assert "日本語::新聞" in anki.decks()
    assert anki.note_types()["My words"] == list(FIELDS)


def test_new_words_are_added_with_the_fields_chosen(anki: AnkiConnect, server: AnkiServer) -> None:
    report = anki.push(WORDS, TARGET)
    assert (report.added, report.updated, report.skipped, report.failed) == (3, 0, 0, [])
    assert report.there == [word.key for word in WORDS]
    assert notes(server)["認める"] == {
        "Word": "認める",
        "Kana": "みとめる",
        "English": "to recognize; to admit",
        "Example": "誤りを<b>認めた</b>。",
        "Picture": "",
    }
    assert len(server.collection.find_cards(f'"deck:{TARGET.deck}"')) == 3


@pytest.mark.parametrize(
    ("policy", "counts", "meaning"),
    [
        (Duplicates.SKIP, (1, 0, 2), "talks"),
        (Duplicates.UPDATE, (1, 1, 1), "a parley"),
        (Duplicates.ADD, (3, 0, 0), "a parley"),
    ],
)
def test_what_is_there_is_skipped_updated_or_added_again(
    server: AnkiServer, policy: Duplicates, counts: tuple[int, int, int], meaning: str
) -> None:
    anki = AnkiConnect(server.port)
    anki.push([KAIDAN, MITOMERU], TARGET)
    report = anki.push(
        [KAIDAN._replace(gloss="a parley"), MITOMERU, TEN_THOUSANDS], replace(TARGET, duplicates=policy)
    )
    assert (report.added, report.updated, report.skipped) == counts
    assert notes(server)["会談"]["English"] == meaning
    assert server.collection.note_count() == 2 + report.added


def test_an_update_leaves_fields_alone_that_are_not_ours(anki: AnkiConnect, server: AnkiServer) -> None:
    anki.push([KAIDAN], TARGET)
    note = server.collection.get_note(server.collection.find_notes("")[0])
    note["Picture"] = "<img src=talks.jpg>"
    server.collection.update_note(note)
    anki.push([KAIDAN._replace(gloss="a parley")], replace(TARGET, duplicates=Duplicates.UPDATE))
    assert notes(server)["会談"]["Picture"] == "<img src=talks.jpg>"


def test_homographs_stay_apart(anki: AnkiConnect, server: AnkiServer) -> None:
    words = [
        SavedWord(WordKey(1, "市場", "いちば"), "noun", "market"),
        SavedWord(WordKey(2, "市場", "しじょう"), "noun", "the market"),
        SavedWord(WordKey(3, "掛ける", "かける"), "verb", "to hang"),
        SavedWord(WordKey(4, "掛ける", "かける"), "verb", "to multiply"),
    ]
    assert anki.push(words, TARGET).added == 4
    again = anki.push(words[::-1], replace(TARGET, duplicates=Duplicates.UPDATE))
    assert (again.added, again.updated, again.skipped) == (0, 0, 4)


@pytest.mark.parametrize(
    "spelling", ['a"b', "a*b", "a_b", "a\\b", "a:b", "<b>&amp;", "a b", "(x)", "-a", "{{c}}"]
)
def test_what_means_something_to_anki_s_search_does_not_there(anki: AnkiConnect, spelling: str) -> None:
    word = SavedWord(WordKey(None, spelling, ""), "noun", "strange")
    others = [SavedWord(WordKey(None, other, ""), "noun", "") for other in ("aXb", "ab", "a", "b", "c")]
    assert anki.push([*others, word], TARGET).added == 6
    assert anki.push([word], TARGET).skipped == 1


def test_one_that_fails_does_not_stop_the_others(anki: AnkiConnect, server: AnkiServer) -> None:
    server.refused = {"認める"}
    report = anki.push(WORDS, TARGET)
    assert report.added == 2
    assert report.failed == [(MITOMERU.key, "cannot create note because it is empty")]
    assert MITOMERU.key not in report.there


def test_many_words_take_few_requests_and_report_progress(anki: AnkiConnect, server: AnkiServer) -> None:
    words = [SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", "word") for n in range(1, 121)]
    seen: list[int] = []

    def go_on(done: int) -> bool:
        seen.append(done)
        return True

    assert anki.push(words, TARGET, go_on).added == 120
    assert seen == [0, 50, 100, 120]
    assert server.requests <= 9


def test_it_can_be_stopped_and_goes_on_where_it_was(anki: AnkiConnect) -> None:
    words = [SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", "word") for n in range(1, 121)]
    report = anki.push(words, TARGET, lambda done: done < 50)
    assert (report.added, report.stopped) == (50, True)
    again = anki.push(words, TARGET)
    assert (again.added, again.skipped, again.stopped) == (70, 50, False)


def test_what_arrived_before_anki_went_away_is_in_the_report(anki: AnkiConnect, server: AnkiServer) -> None:
    words = [SavedWord(WordKey(n, f"語{n}", f"ご{n}"), "noun", "word") for n in range(1, 121)]
    report = Report()

    def go_on(done: int) -> bool:
        if done == 50:
            server.garbled = True
        return True

    with pytest.raises(ReaderError, match="is not AnkiConnect"):
        anki.push(words, TARGET, go_on, report)
    assert (report.added, len(report.there)) == (50, 50)


def test_tags_go_along(anki: AnkiConnect, server: AnkiServer) -> None:
    anki.push([KAIDAN._replace(tags=("daily life", "news"))], TARGET)
    (note,) = server.collection.find_notes("tag:daily_life")
    assert server.collection.get_note(note).tags == ["daily_life", "news"]


def test_a_deck_that_is_gone_is_said_for_every_word(anki: AnkiConnect) -> None:
    report = anki.push([KAIDAN], replace(TARGET, deck="gone"))
    assert (report.added, [reason for _key, reason in report.failed]) == (0, ["deck was not found: gone"])


def test_without_a_field_for_the_word_nothing_is_sent(anki: AnkiConnect, server: AnkiServer) -> None:
    with pytest.raises(ReaderError, match="Choose the field"):
        anki.push(WORDS, replace(TARGET, fields={"Word": "Meaning"}))
    assert server.requests == 0


def test_anki_that_is_not_running_is_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with pytest.raises(ReaderError, match=r"^Anki does not answer. Start Anki"):
        AnkiConnect(port).check()


def test_anki_that_lets_nobody_in_is_said(anki: AnkiConnect, server: AnkiServer) -> None:
    server.permission = "denied"
    with pytest.raises(ReaderError, match="does not let this program in"):
        anki.check()
    server.permission, server.needs_key = "granted", True
    with pytest.raises(ReaderError, match="API key"):
        anki.check()


@pytest.mark.parametrize("body", [b"<html>It works</html>", b"[]", b'{"hello": 1}', b""])
def test_another_server_is_not_taken_for_anki(body: bytes) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(ReaderError, match="is not AnkiConnect"):
            AnkiConnect(int(server.server_address[1])).check()
        thread.join()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["Front", "Back"], {"Front": "Expression", "Back": "Meaning"}),
        (["Expression", "Reading", "Audio"], {"Expression": "Expression", "Reading": "Reading", "Audio": ""}),
        (["Word", "Kanji"], {"Word": "Expression", "Kanji": ""}),
        (["A", "Sentence"], {"A": "Expression", "Sentence": "Sentence"}),
        ([], {}),
    ],
)
def test_fields_with_usual_names_need_no_choosing(fields: list[str], expected: dict[str, str]) -> None:
    assert usual_fields(fields) == expected
