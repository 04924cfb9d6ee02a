"""The vocabulary as JSON: what is read is what was written, and what is not right is told."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.model import Place
from reader.vocabulary.json_file import FORMAT, Contents, contents_of, write_json
from reader.vocabulary.model import (
    Correction,
    CorrectionTarget,
    Review,
    ReviewCard,
    SavedWord,
    Scope,
    Status,
    StatusChange,
)
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, keys, met, said, texts, words

_places = st.builds(Place, st.integers(0, 99), st.integers(0, 9999))
_targets = st.builds(CorrectionTarget, texts, st.sampled_from(Scope), texts, _places)
_corrections = st.builds(
    Correction,
    _targets,
    st.none() | texts,
    st.none() | st.lists(st.integers(1, 9), max_size=3).map(tuple),
    st.none() | st.integers(1, 9_999_999),
)
_some_keys = keys.filter(lambda key: key.spelling != "")
_reviews = st.builds(Review, _some_keys, st.integers(1, 4), texts, st.integers(0, 100_000))
_changes = st.builds(StatusChange, _some_keys, st.none() | st.sampled_from(Status), texts)
_contents = st.builds(
    Contents,
    st.lists(words.filter(lambda word: word.key.spelling != ""), max_size=3).map(tuple),
    st.lists(_corrections, max_size=2).map(tuple),
    st.lists(_reviews, max_size=2).map(tuple),
    st.lists(_changes, max_size=2).map(tuple),
)


def _through_a_file(contents: Contents) -> Contents:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vocabulary.json")
        write_json(contents, path)
        return contents_of(path.read_bytes())


@given(_contents)
@settings(max_examples=60)
def test_anything_comes_back_exactly(contents: Contents) -> None:
    read = _through_a_file(contents)
    assert read == contents
    assert [*map(tuple, read.words)] == [*map(tuple, contents.words)]  # what is counted, too


def test_a_megabyte_comes_back() -> None:
    huge = '=1+1\0"<b>\U0001f600' * 125_000
    contents = Contents((KAIDAN._replace(note=huge, gloss=huge),))
    assert _through_a_file(contents) == contents


def test_one_line_a_word(tmp_path: Path) -> None:
    write_json(Contents((KAIDAN, MITOMERU)), tmp_path / "words.json")
    lines = (tmp_path / "words.json").read_text(encoding="utf-8").splitlines()
    assert sum('"会談"' in line for line in lines) == 1
    assert json.loads("\n".join(lines))["version"] == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no JSON"),
        ("[1, 2", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no vocabulary"),
        ('{"format": "something else"}', "no vocabulary"),
        (f'{{"format": "{FORMAT}", "version": 2}}', "newer version"),
        (f'{{"format": "{FORMAT}", "version": 1, "words": {{}}}}', '"words" is not'),
        (f'{{"format": "{FORMAT}", "version": 1, "words": [1]}}', '"words" is not'),
        *(
            (f'{{"format": "{FORMAT}", "version": 1, "words": [{word}]}}', told)
            for word, told in [
                ('{"reading": "x"}', 'words 1: "spelling"'),
                ('{"spelling": "x", "status": "asleep"}', 'words 1: "status"'),
                ('{"spelling": "x", "status": "new", "note": 3}', '"note"'),
                ('{"spelling": "x", "status": "new", "entry": true}', '"entry"'),
                ('{"spelling": "x", "status": "new", "entry": 99999999999999999999}', '"entry"'),
                ('{"spelling": "x", "status": "new", "senses": ["1"]}', '"senses"'),
                ('{"spelling": "x", "status": "new", "ruby": [[0, 1]]}', '"ruby"'),
                ('{"spelling": "x", "status": "new", "sentences": [{"place": [1]}]}', '"place"'),
                ('{"spelling": "x", "status": "new", "card": "none"}', "card is no object"),
            ]
        ),
    ],
)
def test_what_is_not_right_is_told(text: str, told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        contents_of(text.encode())


def test_what_is_missing_is_empty() -> None:
    text = (
        f'{{"format": "{FORMAT}", "version": 1, "words": [{{"spelling": "猫", "status": "known"}}], "x": 1}}'
    )
    (word,) = contents_of(text.encode()).words
    assert (word.key, word.status, word.encounters) == ((None, "猫", ""), Status.KNOWN, ())


# --- into the vocabulary ---


@pytest.fixture
def vocabulary(tmp_path: Path) -> Iterator[Vocabulary]:
    with closing(Vocabulary(tmp_path / "vocabulary.sqlite")) as vocabulary:
        yield vocabulary


def _contents_of(vocabulary: Vocabulary) -> Contents:
    return Contents(vocabulary.words(), vocabulary.corrections(), vocabulary.reviews(), vocabulary.history())


def _full(vocabulary: Vocabulary) -> Contents:
    vocabulary.save_all([KAIDAN._replace(tags=("news",), frequency=2), MITOMERU])
    vocabulary.add_seen({KAIDAN.key: 5})
    vocabulary.set_in_anki([KAIDAN.key])
    card = ReviewCard(2, None, 3.5, 4.5, "2026-03-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00")
    vocabulary.review(Review(KAIDAN.key, 3, "2026-02-01T00:00:00+00:00", 900), card, Status.LEARNING)
    vocabulary.correct(Correction(CorrectionTarget("今日", Scope.EVERYWHERE), reading="こんにち"))
    vocabulary.delete([MITOMERU.key])
    return _contents_of(vocabulary)


def test_an_empty_vocabulary_becomes_what_was_exported(vocabulary: Vocabulary, tmp_path: Path) -> None:
    before = _full(vocabulary)
    with closing(Vocabulary(tmp_path / "other.sqlite")) as other:
        assert other.merge(_through_a_file(before)) == (1, 0, 0)
        after = _contents_of(other)
        assert after == before
        assert [*map(tuple, after.words)] == [*map(tuple, before.words)]
        assert other.merge(before) == (0, 0, 1)
        assert _contents_of(other) == before
        assert said(other.undo()) == "Importing 会談 undone"
        assert (other.words(), other.corrections(), other.reviews()) == ((), (), ())


def test_what_is_here_and_there_is_united(vocabulary: Vocabulary, tmp_path: Path) -> None:
    here = vocabulary.save(KAIDAN._replace(note="mine", tags=("a",)))
    there = KAIDAN._replace(
        note="theirs",
        tags=("b",),
        status=Status.KNOWN,
        added="2020-01-01T00:00:00+00:00",
        changed="2020-01-01T00:00:00+00:00",
        encounters=(met("会談は続く。", "会談"),),
    )
    assert vocabulary.merge(Contents((there, MITOMERU))) == (1, 1, 0)
    word = vocabulary.get(KAIDAN.key)
    assert word
    assert (word.note, word.tags, word.status) == ("mine\ntheirs", ("a", "b"), Status.NEW)
    assert word.added == there.added
    assert word.encounters == (*here.encounters, *there.encounters)
    later = there._replace(changed="2999-01-01T00:00:00+00:00")
    vocabulary.merge(Contents((later,)))
    word = vocabulary.get(KAIDAN.key)
    assert word
    assert word.status is Status.KNOWN
    assert word.note == "mine\ntheirs"


def test_an_import_that_cannot_be_saved_changes_nothing(vocabulary: Vocabulary) -> None:
    broken = SavedWord(MITOMERU.key, "", "\ud800")
    with pytest.raises(ReaderError, match="broken character"):
        vocabulary.merge(Contents((KAIDAN, broken)))
    assert vocabulary.words() == ()
