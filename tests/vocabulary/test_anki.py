"""The Anki package, imported by Anki itself."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given, settings

from reader.model import Ruby, WordKey
from reader.vocabulary.anki import guid_of, write_apkg
from reader.vocabulary.model import Encounter, SavedWord
from reader.vocabulary.notes import FIELDS, as_html, fields_of
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, met, texts, words

_EVIL = SavedWord(
    key=WordKey(None, "<b>[sound:x.mp3]", "{{c1::よみ}}"),
    pos="\0a\x1fb",
    gloss='<script>alert("1")</script>\nsecond & last',
    ruby=(Ruby(0, 3, "か]い"),),
    note="",
    encounters=(Encounter("1 < 2 <b>会談</b>\x1f", 6, 9, "<i>", "", "now"),),
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


def _import(
    collection: Collection,
    words: Sequence[SavedWord],
    folder: Path,
    *,
    with_scheduling: bool = False,
    recall: bool = False,
) -> None:
    package = folder / "words.apkg"
    write_apkg(words, package, recall=recall)
    options = ImportAnkiPackageOptions(with_scheduling=with_scheduling)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))


def _notes(collection: Collection) -> dict[str, dict[str, str]]:
    """The fields of every note, by expression."""
    notes = (collection.get_note(note_id) for note_id in collection.find_notes(""))
    return {note["Expression"]: dict(note.items()) for note in notes}


def _state(collection: Collection, expression: str) -> dict[str, int]:
    """What Anki's scheduler knows about the word's only card."""
    (card_id,) = collection.find_cards(f"Expression:{expression}")
    card = collection.get_card(card_id)
    return {name: getattr(card, name) for name in ("id", "type", "queue", "due", "ivl", "reps")}


def _sides(collection: Collection) -> tuple[str, str]:
    """The front and the back of the only card, as HTML."""
    (card_id,) = collection.find_cards("")
    card = collection.get_card(card_id)
    return card.question(), card.answer()


def test_every_word_becomes_a_note_with_one_card(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [KAIDAN, MITOMERU, TEN_THOUSANDS], tmp_path)
    assert _notes(collection)["認める"] == {
        "Expression": "認める",
        "Reading": "みとめる",
        "Furigana": "認[みと]める",
        "Meaning": "to recognize; to admit",
        "PartOfSpeech": "verb",
        "Sentence": "誤りを<b>認めた</b>。",
        "Source": "米露電話会談 (news.txt)",
        "English": "",
        "Note": "",
        "Frequency": "",
        "Recall": "",
    }
    assert set(_notes(collection)) == {"会談", "認める", "10万人"}
    assert collection.card_count() == 3
    assert {deck.name for deck in collection.decks.all_names_and_ids()} >= {"Japanese Reader"}


def test_new_cards_come_in_the_order_of_the_words(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [MITOMERU, TEN_THOUSANDS, KAIDAN], tmp_path)
    due = [_state(collection, expression)["due"] for expression in ("認める", "10万人", "会談")]
    assert due == sorted(set(due))


@pytest.mark.parametrize("with_scheduling", [False, True])
def test_importing_again_updates_and_adds_but_does_not_double_or_reschedule(
    collection: Collection, tmp_path: Path, with_scheduling: bool
) -> None:
    _import(collection, [KAIDAN, MITOMERU], tmp_path)
    note_ids = set(collection.find_notes(""))
    collection.sched.set_due_date(collection.find_cards("Expression:会談"), "12")
    studied = _state(collection, "会談")
    assert studied["ivl"] == 12
    assert collection.db
    collection.db.execute("UPDATE notes SET mod = mod - 60")  # a minute passes: Anki counts in seconds

    changed = KAIDAN._replace(senses=(1, 2), gloss="talks\nconference")
    _import(collection, [changed, MITOMERU, TEN_THOUSANDS], tmp_path, with_scheduling=with_scheduling)

    assert _notes(collection)["会談"]["Meaning"] == "talks<br>conference"
    assert note_ids < set(collection.find_notes(""))
    assert collection.note_count() == collection.card_count() == 3
    assert _state(collection, "会談") == studied


def test_the_card_shows_furigana_and_marks_the_word(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [MITOMERU], tmp_path)
    front, back = _sides(collection)
    assert "みと" not in front
    assert "<ruby><rb>認</rb><rt>みと</rt></ruby>める" in back
    for side in (front, back):
        assert "誤りを<b>認めた</b>。" in side
        assert "{{" not in side
    assert "to recognize; to admit" in back
    assert "nightMode" in front


def test_a_word_without_a_sentence_shows_no_empty_boxes(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [MITOMERU._replace(encounters=(), pos="")], tmp_path)
    _, back = _sides(collection)
    for name in ("sentence", "source", "pos"):
        assert f'class="{name}"' not in back


def test_english_note_frequency_and_tags(collection: Collection, tmp_path: Path) -> None:
    met_there = MITOMERU.encounters[0]._replace(english="He admitted it.")
    word = MITOMERU._replace(encounters=(met_there,), note="見留める", frequency=3, tags=('to "do"', "news"))
    _import(collection, [word], tmp_path)
    _, back = _sides(collection)
    for text in ("He admitted it.", "見留める", "among the 1,500 most frequent"):
        assert text in back
    (note_id,) = collection.find_notes("")
    assert collection.get_note(note_id).tags == ["news", "to_do"]


def test_recall_cards_come_when_they_are_wanted(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [MITOMERU, KAIDAN], tmp_path)
    assert collection.card_count() == 2
    assert collection.db
    collection.db.execute("UPDATE notes SET mod = mod - 60")
    _import(collection, [MITOMERU, KAIDAN], tmp_path, recall=True)
    assert (collection.note_count(), collection.card_count()) == (2, 4)
    (card_id,) = collection.find_cards("card:Recall Expression:認める")
    card = collection.get_card(card_id)
    assert "to recognize; to admit" in card.question()
    assert 'class="sentence blank"' in card.question()
    assert "認</rb>" not in card.question()
    assert "<ruby><rb>認</rb><rt>みと</rt></ruby>める" in card.answer()


def test_what_a_text_contains_is_shown_and_not_done(collection: Collection, tmp_path: Path) -> None:
    _import(collection, [_EVIL], tmp_path)
    (fields,) = _notes(collection).values()
    assert fields["PartOfSpeech"] == "ab"
    assert fields["Meaning"] == "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>second &amp; last"
    assert fields["Sentence"] == "1 &lt; 2 <b>&lt;b&gt;</b>会談&lt;/b&gt;"
    front, back = _sides(collection)
    assert "[sound" not in front + back
    assert "[anki:" not in front + back
    assert "<script>alert" not in back
    assert "<ruby><rb>&lt;b&gt;</rb><rt>か&#93;い</rt></ruby>" in back


@given(words)
@settings(max_examples=40)
def test_fields_hold_no_markup_but_ours(word: SavedWord) -> None:
    fields = fields_of(word)
    assert len(fields) == len(FIELDS)
    for field in fields:
        assert not re.search("[<>\0\x1f]", re.sub("<b>|</b>|<br>", "", field))
    for name, field in zip(FIELDS, fields, strict=True):
        assert name == "Furigana" or "[" not in field


@given(texts)
def test_html_is_only_escaped(text: str) -> None:
    assert as_html("会談 " + text).startswith("会談 ")
    assert not re.search(r"[<>\[\]]", as_html(text).replace("<br>", ""))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 99), (7, 9)], ids=str)
def test_offsets_outside_the_sentence_mark_nothing(start: int, end: int) -> None:
    word = KAIDAN._replace(
        encounters=(KAIDAN.encounters[0]._replace(start=start, end=end, sentence="会談した"),)
    )
    assert fields_of(word)[FIELDS.index("Sentence")] == "会談した"


def test_a_guid_is_the_words_and_stays() -> None:
    # Should this one ever differ, every user's next import would double their notes.
    assert guid_of(KAIDAN.key) == "riWjtKDg5n5TCmLTx3wl"
    guids = {
        guid_of(WordKey(entry_id, spelling, reading))
        for entry_id in (None, 1, 2)
        for spelling in ("会談", "会", "")
        for reading in ("談", "会談", "")
    }
    assert len(guids) == 27
    assert guid_of(KAIDAN._replace(encounters=(met("会談は続く。", "会談"),)).key) == guid_of(KAIDAN.key)
