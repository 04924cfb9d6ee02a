"""The vocabulary on disk: exact, durable, undoable, shared by two windows."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.errors import DamagedError, ReaderError
from reader.model import WordKey
from reader.vocabulary import store
from reader.vocabulary.json_file import Contents
from reader.vocabulary.model import Encounter, SavedWord, Status
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, met, said, words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vocabulary.sqlite"


@pytest.fixture
def vocabulary(path: Path) -> Iterator[Vocabulary]:
    with closing(Vocabulary(path)) as vocabulary:
        yield vocabulary


def _reopened(path: Path) -> tuple[SavedWord, ...]:
    with closing(Vocabulary(path)) as vocabulary:
        return vocabulary.words()


# --- saving ---


def test_a_saved_word_comes_back(vocabulary: Vocabulary, path: Path) -> None:
    saved = vocabulary.save(KAIDAN)
    assert saved == KAIDAN._replace(added=saved.added)
    assert saved.added.endswith("+00:00")
    assert vocabulary.get(KAIDAN.key) == saved
    assert _reopened(path) == (saved,)


@given(words)
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back_exactly(word: SavedWord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vocabulary.sqlite")
        with closing(Vocabulary(path)) as vocabulary:
            assert vocabulary.save(word) == word
            assert vocabulary.get(word.key) == word
        assert _reopened(path) == (word,)


def test_a_huge_sentence_comes_back(vocabulary: Vocabulary, path: Path) -> None:
    sentence = "会談" * 200_000  # over a megabyte
    encounter = Encounter(sentence, 0, 2, "", "", "2024-05-01T08:00:00+00:00")
    vocabulary.save(KAIDAN._replace(note=sentence, encounters=(encounter,)))
    (word,) = _reopened(path)
    assert word.encounters == (encounter,)
    assert word.note == sentence


def test_a_broken_character_is_refused(vocabulary: Vocabulary) -> None:
    with pytest.raises(ReaderError, match="broken character"):
        vocabulary.save(KAIDAN._replace(note="half a pair: \ud842"))
    assert vocabulary.words() == ()
    assert vocabulary.undo() is None


def test_a_time_is_filled_in_only_where_there_is_none(vocabulary: Vocabulary) -> None:
    undated = KAIDAN.encounters[0]._replace(met="")
    saved = vocabulary.save(KAIDAN._replace(encounters=(undated,)))
    assert saved.encounters[0].met == saved.added
    kept = vocabulary.save(MITOMERU._replace(added="2020-01-01T00:00:00+00:00"))
    assert kept.added == "2020-01-01T00:00:00+00:00"
    assert kept.encounters == MITOMERU.encounters


def test_the_same_word_met_again_is_the_same_word(vocabulary: Vocabulary) -> None:
    first = vocabulary.save(KAIDAN)
    other = met("会談は50分に及んだ。", "会談")
    again = vocabulary.save(KAIDAN._replace(encounters=(*KAIDAN.encounters, other)))
    assert again == first._replace(encounters=(*KAIDAN.encounters, other))
    assert vocabulary.words() == (again,)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([WordKey(None, "会談", "かいだん")], id="no entry is not an entry"),
        pytest.param([WordKey(1, "会談", "かいだん")], id="another entry"),
        pytest.param([WordKey(1198180, "會談", "かいだん")], id="another spelling"),
        pytest.param([WordKey(1198180, "会談", "かいたん")], id="another reading"),
        pytest.param([WordKey(None, "a\0b", "c"), WordKey(None, "a\0c", "c")], id="different after a NUL"),
    ],
)
def test_identity_is_entry_spelling_and_reading(vocabulary: Vocabulary, others: list[WordKey]) -> None:
    keys = [KAIDAN.key, *others]
    for key in (*keys, *keys):
        vocabulary.save(KAIDAN._replace(key=key))
    assert {word.key for word in vocabulary.words()} == set(keys)
    assert len(vocabulary.words()) == len(keys)


def test_newest_first(vocabulary: Vocabulary) -> None:
    for word in (KAIDAN, MITOMERU, TEN_THOUSANDS):
        vocabulary.save(word)
    assert [word.key for word in vocabulary.words()] == [TEN_THOUSANDS.key, MITOMERU.key, KAIDAN.key]


# --- status, note, deleting ---


def test_statuses_and_counts(vocabulary: Vocabulary) -> None:
    assert vocabulary.counts() == dict.fromkeys(Status, 0)
    vocabulary.save(KAIDAN)
    vocabulary.set_status([MITOMERU, TEN_THOUSANDS], Status.KNOWN)
    assert vocabulary.statuses() == {
        KAIDAN.key: Status.NEW,
        MITOMERU.key: Status.KNOWN,
        TEN_THOUSANDS.key: Status.KNOWN,
    }
    assert vocabulary.counts() == {
        Status.NEW: 1,
        Status.LEARNING: 0,
        Status.KNOWN: 2,
        Status.IGNORED: 0,
    }


def test_a_status_leaves_the_rest_of_a_saved_word(vocabulary: Vocabulary) -> None:
    saved = vocabulary.save(KAIDAN)
    (known,) = vocabulary.set_status([KAIDAN._replace(gloss="something else", encounters=())], Status.KNOWN)
    assert known == saved._replace(status=Status.KNOWN)
    assert vocabulary.get(KAIDAN.key) == known


def test_a_word_that_was_only_marked_has_no_sentence(vocabulary: Vocabulary) -> None:
    (known,) = vocabulary.set_status([KAIDAN], Status.KNOWN)
    assert known == KAIDAN._replace(status=Status.KNOWN, encounters=(), added=known.added)
    assert vocabulary.words() == (known,)


def test_a_note_is_replaced(vocabulary: Vocabulary, path: Path) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.edit_note(KAIDAN.key, "会議とは違う\n\0")
    assert _reopened(path)[0].note == "会議とは違う\n\0"


def test_a_note_needs_its_word(vocabulary: Vocabulary) -> None:
    with pytest.raises(ReaderError, match="会談 is not in the vocabulary"):
        vocabulary.edit_note(KAIDAN.key, "lost?")


def test_deleting_takes_the_word_and_its_sentences(vocabulary: Vocabulary, path: Path) -> None:
    vocabulary.save(KAIDAN)
    saved = vocabulary.save(MITOMERU)
    assert vocabulary.delete([KAIDAN.key, TEN_THOUSANDS.key, KAIDAN.key]) == 1
    assert vocabulary.words() == (saved,)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM encounters").fetchone() == (1,)


# --- undo ---


def test_undo_and_redo_say_what_they_did(vocabulary: Vocabulary) -> None:
    assert vocabulary.undo() is None
    assert vocabulary.redo() is None
    vocabulary.save(KAIDAN)
    vocabulary.set_status([KAIDAN], Status.LEARNING)
    vocabulary.edit_note(KAIDAN.key, "note")
    vocabulary.save(MITOMERU._replace(key=WordKey(None, "長" * 30, "なが")))
    vocabulary.delete([word.key for word in vocabulary.words()])
    told = []
    while sentence := said(vocabulary.undo()):
        told.append(sentence)
    assert told == [
        "Deleting 2 words undone",
        f"Saving {'長' * 20}… undone",
        "Editing the note on 会談 undone",
        "Marking 会談 as learning undone",
        "Saving 会談 undone",
    ]
    assert vocabulary.words() == ()
    assert said(vocabulary.redo()) == "Saving 会談 done again"


def test_what_is_undone_is_undone_on_disk(vocabulary: Vocabulary, path: Path) -> None:
    saved = vocabulary.save(KAIDAN)
    vocabulary.delete([KAIDAN.key])
    assert _reopened(path) == ()
    vocabulary.undo()
    assert _reopened(path) == (saved,)


def test_an_action_after_undo_forgets_what_was_undone(vocabulary: Vocabulary) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.undo()
    vocabulary.save(MITOMERU)
    assert vocabulary.redo() is None


def test_what_changed_nothing_is_no_step(vocabulary: Vocabulary) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.save(KAIDAN)
    vocabulary.set_status([KAIDAN], Status.NEW)
    vocabulary.edit_note(KAIDAN.key, "")
    vocabulary.delete([MITOMERU.key])
    assert said(vocabulary.undo()) == "Saving 会談 undone"
    assert vocabulary.undo() is None


_SAMPLES = st.sampled_from(
    [
        KAIDAN,
        MITOMERU,
        TEN_THOUSANDS,
        KAIDAN._replace(senses=(3,), gloss="meeting", encounters=(met("会談は続く。", "会談"),)),
        MITOMERU._replace(encounters=()),
    ]
)
_actions: st.SearchStrategy[Callable[[Vocabulary], object]] = st.one_of(
    _SAMPLES.map(lambda word: lambda v: v.save(word)),
    st.tuples(st.lists(_SAMPLES, max_size=3), st.sampled_from(Status)).map(
        lambda marked: lambda v: v.set_status(*marked)
    ),
    st.lists(_SAMPLES, max_size=3).map(lambda some: lambda v: v.delete(word.key for word in some)),
)


@given(st.lists(_actions, max_size=8))
@settings(max_examples=25, deadline=None)
def test_undo_leads_back_through_every_state_and_redo_forth(
    actions: list[Callable[[Vocabulary], object]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vocabulary.sqlite")
        with closing(Vocabulary(path)) as vocabulary:
            states = [vocabulary.words()]
            for action in actions:
                action(vocabulary)
                if vocabulary.words() != states[-1]:
                    states.append(vocabulary.words())
            for later, earlier in pairwise(reversed(states)):
                assert vocabulary.words() == later
                assert vocabulary.undo()
                assert _reopened(path) == earlier
            assert vocabulary.undo() is None
            for state in states[1:]:
                assert vocabulary.redo()
                assert _reopened(path) == state
            assert vocabulary.redo() is None


# --- two windows ---


def test_two_windows_see_each_others_changes(vocabulary: Vocabulary, path: Path) -> None:
    with closing(Vocabulary(path)) as other:
        other.save(KAIDAN)
        vocabulary.save(KAIDAN._replace(encounters=(met("会談は続く。", "会談"),)))
        (word,) = other.words()
        assert len(word.encounters) == 2


def test_a_word_that_comes_twice_at_once_is_one_step_that_can_be_taken_back(vocabulary: Vocabulary) -> None:
    other = KAIDAN._replace(encounters=(met("会談は続く。", "会談"),))
    first, second = vocabulary.save_all([KAIDAN, other])
    assert first == second
    assert len(second.encounters) == 2
    assert said(vocabulary.undo()) == "Saving 2 words undone"
    assert vocabulary.words() == ()
    assert vocabulary.merge(Contents((KAIDAN, other._replace(note="twice")))) == (1, 0, 0)
    assert vocabulary.words()[0].note == "twice"
    assert said(vocabulary.undo()) == "Importing 2 words undone"
    assert vocabulary.words() == ()


def test_a_step_tells_what_it_has_changed(vocabulary: Vocabulary) -> None:
    saved = vocabulary.save(KAIDAN)
    vocabulary.save_all([MITOMERU, TEN_THOUSANDS])
    vocabulary.edit_note(KAIDAN.key, "a note")
    steps = [vocabulary.undo(), vocabulary.undo(), vocabulary.redo()]
    edited, gone, back = [step.words for step in steps if step]
    assert edited == {KAIDAN.key: saved}
    assert gone == {MITOMERU.key: None, TEN_THOUSANDS.key: None}
    assert back == {word.key: word for word in vocabulary.words() if word.key != KAIDAN.key}


def test_undo_leaves_what_another_window_has_changed(vocabulary: Vocabulary, path: Path) -> None:
    first = vocabulary.save(MITOMERU)
    vocabulary.save(KAIDAN)
    with closing(Vocabulary(path)) as other:
        noted = other.edit_note(KAIDAN.key, "from the other window")
    with pytest.raises(ReaderError, match="Saving 会談 cannot be undone"):
        vocabulary.undo()
    assert vocabulary.words() == (noted, first)
    assert said(vocabulary.undo()) == "Saving 認める undone"
    assert vocabulary.words() == (noted,)


def test_while_another_window_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_MILLISECONDS", 10)
    with closing(Vocabulary(path)) as vocabulary, closing(sqlite3.connect(path)) as other:
        saved = vocabulary.save(KAIDAN)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ReaderError, match="nothing was changed"):
            vocabulary.save(MITOMERU)
        with pytest.raises(ReaderError, match="nothing was changed"):
            vocabulary.undo()
        assert vocabulary.words() == (saved,)
        other.execute("ROLLBACK")
        vocabulary.save(MITOMERU)
        assert said(vocabulary.undo()) == "Saving 認める undone"
        assert said(vocabulary.undo()) == "Saving 会談 undone"


def test_a_damaged_file_is_told_and_left(vocabulary: Vocabulary, path: Path) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE words SET gloss = CAST(x'ff' AS TEXT)")
        connection.commit()
    before = path.read_bytes()
    with closing(Vocabulary(path)) as damaged, pytest.raises(DamagedError, match="is damaged"):
        damaged.words()
    assert path.read_bytes() == before


def test_a_save_that_was_confirmed_survives_being_killed(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN
Vocabulary(Path(sys.argv[1])).save(KAIDAN)
print("saved", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=Path(reader.__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "saved\n"
        os.kill(window.pid, signal.SIGKILL)
    (word,) = _reopened(path)
    assert word == KAIDAN._replace(added=word.added)


def test_a_change_made_elsewhere_is_noticed_once_and_our_own_is_not(
    vocabulary: Vocabulary, path: Path
) -> None:
    vocabulary.save(KAIDAN)
    assert not vocabulary.changed_elsewhere()
    with closing(Vocabulary(path)) as other:
        other.set_status([KAIDAN], Status.KNOWN)
    assert vocabulary.changed_elsewhere()
    assert not vocabulary.changed_elsewhere()


# --- English that comes later ---


def test_a_sentence_gets_its_english_later_and_keeps_it_when_steps_are_taken_back(
    vocabulary: Vocabulary, path: Path
) -> None:
    sentence = KAIDAN.encounters[0].sentence
    here = KAIDAN._replace(encounters=(KAIDAN.encounters[0]._replace(article_id="a"),))
    vocabulary.save(here)
    vocabulary.save(MITOMERU)
    vocabulary.set_status([here], Status.KNOWN)
    assert vocabulary.without_english("a") == ((KAIDAN.key, here.encounters[0]),)
    vocabulary.add_english([(KAIDAN.key, sentence, "They talked."), (TEN_THOUSANDS.key, sentence, "No.")])
    assert vocabulary.without_english("a") == ()
    vocabulary.add_english([(KAIDAN.key, sentence, "Something else.")])
    assert english_in(path) == ["They talked.", ""]
    for _step in range(3):
        assert vocabulary.undo()
    assert vocabulary.words() == ()
    for _step in range(3):
        assert vocabulary.redo()
    assert english_in(path) == ["They talked.", ""]
    assert vocabulary.statuses()[KAIDAN.key] is Status.KNOWN


def test_english_that_comes_while_the_saving_is_undone_is_there_once_it_is_done_again(
    vocabulary: Vocabulary, path: Path
) -> None:
    vocabulary.save(KAIDAN)
    vocabulary.undo()
    vocabulary.add_english([(KAIDAN.key, KAIDAN.encounters[0].sentence, "They talked.")])
    assert _reopened(path) == ()
    vocabulary.redo()
    assert english_in(path) == ["They talked."]


def english_in(path: Path) -> list[str]:
    """The English of every sentence, by the spelling of its word."""
    kept = sorted(_reopened(path), key=lambda word: word.key.spelling)
    return [encounter.english for word in kept for encounter in word.encounters]
