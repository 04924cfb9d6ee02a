"""What is kept beside the words: tags, counts, reviews, history, corrections, exports."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.model import Place, WordKey
from reader.vocabulary.model import Correction, CorrectionTarget, Review, ReviewCard, Scope, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS, said

_CARD = ReviewCard(1, 0, 2.5, 5.0, "2026-02-01T00:00:00+00:00", "2026-01-31T00:00:00+00:00")
_ANSWER = Review(KAIDAN.key, 3, "2026-01-31T00:00:00+00:00", 1500)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Iterator[Vocabulary]:
    with closing(Vocabulary(tmp_path / "vocabulary.sqlite")) as vocabulary:
        vocabulary.save_all([KAIDAN, MITOMERU])
        yield vocabulary


# --- editing ---


def test_tags_are_tidied_and_added_to_several_at_once(vocabulary: Vocabulary) -> None:
    tagged = vocabulary.tag([KAIDAN.key, MITOMERU.key], add=["  news ", "b  c", ""])
    assert [word.tags for word in tagged] == [("b c", "news")] * 2
    assert vocabulary.tag([KAIDAN.key], add=["x"], remove=["news", "not there"])[0].tags == ("b c", "x")
    assert said(vocabulary.undo()) == "Tagging 会談 undone"
    assert said(vocabulary.undo()) == "Tagging 2 words undone"
    assert vocabulary.tags() == {}


def test_an_edit_changes_anything_but_the_identity(vocabulary: Vocabulary) -> None:
    (edited,) = vocabulary.edit([KAIDAN.key], lambda word: word._replace(key=MITOMERU.key, gloss="a talk"))
    assert edited.key == KAIDAN.key
    assert vocabulary.get(KAIDAN.key) == edited
    assert vocabulary.page(WordFilter(text="a talk"), SortBy.ADDED) == (edited,)


def test_an_edit_is_of_all_or_of_none(vocabulary: Vocabulary) -> None:
    before = vocabulary.words()
    with pytest.raises(ReaderError, match="10万人 is not in the vocabulary"):
        vocabulary.tag([KAIDAN.key, TEN_THOUSANDS.key], add=["news"])
    assert vocabulary.words() == before


def test_a_sentence_gains_its_place_and_its_english(vocabulary: Vocabulary) -> None:
    (found,) = KAIDAN.encounters
    again = found._replace(article_id="digest", place=Place(2, 7), english="They talked.", met="later")
    saved = vocabulary.save(KAIDAN._replace(encounters=(again,)))
    assert saved.encounters == (again._replace(met=found.met),)
    assert vocabulary.get(KAIDAN.key) == saved
    assert saved.encounters[0].surface == "会談"


# --- statuses on the page ---


def test_statuses_of_the_words_of_a_page(vocabulary: Vocabulary) -> None:
    other_spelling = WordKey(KAIDAN.key.entry_id, "會談", "かいだん")
    vocabulary.set_status([KAIDAN._replace(key=other_spelling), TEN_THOUSANDS], Status.KNOWN)
    wanted = [KAIDAN.key, TEN_THOUSANDS.key, WordKey(None, "会談", "かいだん")]
    assert vocabulary.statuses_of(wanted) == {KAIDAN.key: Status.NEW, TEN_THOUSANDS.key: Status.KNOWN}
    assert KAIDAN.key.entry_id
    assert vocabulary.words_of_entries([KAIDAN.key.entry_id, 7]) == {
        KAIDAN.key.entry_id: {KAIDAN.key: Status.NEW, other_spelling: Status.KNOWN}
    }


# --- counts ---


def test_counting_is_no_change_that_could_be_undone_or_be_in_the_way(vocabulary: Vocabulary) -> None:
    vocabulary.edit_note(KAIDAN.key, "note")
    vocabulary.add_seen({KAIDAN.key: 3, TEN_THOUSANDS.key: 1})
    vocabulary.add_looked_up(KAIDAN.key)
    vocabulary.set_in_anki([KAIDAN.key])
    assert said(vocabulary.undo()) == "Editing the note on 会談 undone"
    word = vocabulary.get(KAIDAN.key)
    assert word
    assert (word.note, word.seen, word.looked_up, bool(word.in_anki)) == ("", 3, 1, True)
    assert vocabulary.get(TEN_THOUSANDS.key) is None


def test_a_deleted_word_comes_back_with_its_counts(vocabulary: Vocabulary) -> None:
    vocabulary.add_seen({KAIDAN.key: 3})
    vocabulary.review(_ANSWER, _CARD, Status.LEARNING)
    before = vocabulary.get(KAIDAN.key)
    vocabulary.delete([KAIDAN.key])
    vocabulary.undo()
    after = vocabulary.get(KAIDAN.key)
    assert after == before
    assert after
    assert after.seen == 3


# --- reviews and history ---


def test_an_answer_is_kept_with_what_follows_from_it(vocabulary: Vocabulary) -> None:
    word = vocabulary.review(_ANSWER, _CARD, Status.LEARNING)
    assert (word.card, word.status) == (_CARD, Status.LEARNING)
    assert vocabulary.get(KAIDAN.key) == word
    assert vocabulary.reviews() == vocabulary.reviews(KAIDAN.key) == (_ANSWER,)
    assert vocabulary.reviews(MITOMERU.key) == ()
    assert said(vocabulary.undo()) == "The answer on 会談 undone"
    assert vocabulary.reviews() == ()
    undone = vocabulary.get(KAIDAN.key)
    assert undone
    assert (undone.card, undone.status) == (None, Status.NEW)
    vocabulary.redo()
    assert vocabulary.reviews() == (_ANSWER,)


def test_what_is_due(vocabulary: Vocabulary) -> None:
    vocabulary.review(_ANSWER, _CARD, Status.LEARNING)
    vocabulary.set_status([MITOMERU], Status.LEARNING)
    vocabulary.set_in_anki([MITOMERU.key])

    def due(now: str, *, in_anki: bool | None = None) -> list[str]:
        return [word.key.spelling for word in vocabulary.due(now, 10, in_anki=in_anki)]

    assert due("2026-01-31T23:00:00+00:00") == ["認める"]
    assert due("2026-02-01T00:00:00+00:00") == ["認める", "会談"]
    assert due("2026-02-01T00:00:00+00:00", in_anki=False) == ["会談"]
    vocabulary.set_status([KAIDAN], Status.KNOWN)
    assert due("2026-02-02T00:00:00+00:00") == ["認める"]


def test_the_history_tells_every_status_and_outlives_the_word(vocabulary: Vocabulary) -> None:
    vocabulary.set_status([KAIDAN], Status.KNOWN)
    vocabulary.edit_note(KAIDAN.key, "no change of status")
    vocabulary.undo()
    vocabulary.undo()
    vocabulary.delete([KAIDAN.key])
    told = vocabulary.history(KAIDAN.key)
    assert [change.status for change in told] == [Status.NEW, Status.KNOWN, Status.NEW, None]
    assert [change.at for change in told] == sorted(change.at for change in told)
    assert len(vocabulary.history()) == 5


# --- exports ---


def test_what_is_new_since_the_last_export_whatever_the_clock_says(vocabulary: Vocabulary) -> None:
    assert vocabulary.last_export("csv") == 0
    vocabulary.add_export("csv", vocabulary.revision())
    assert vocabulary.count(WordFilter(newer_than=vocabulary.last_export("csv"))) == 0
    vocabulary.delete([MITOMERU.key])  # it has the newest revision
    vocabulary.save(TEN_THOUSANDS._replace(added="1999-01-01T00:00:00+00:00"))
    vocabulary.edit_note(KAIDAN.key, "changed")
    assert vocabulary.count(WordFilter(newer_than=vocabulary.last_export("csv"))) == 2
    assert vocabulary.last_export("apkg") == 0


# --- corrections ---

_HERE = CorrectionTarget("今日", Scope.PLACE, "digest", Place(3, 5))
_IN_THIS_ARTICLE = CorrectionTarget("今日", Scope.ARTICLE, "digest")
_EVERYWHERE = CorrectionTarget("人気", Scope.EVERYWHERE)


def test_corrections_of_an_article_the_widest_first(vocabulary: Vocabulary) -> None:
    here = vocabulary.correct(Correction(_HERE, reading="こんにち"))
    everywhere = vocabulary.correct(Correction(_EVERYWHERE, entry_id=1366240))
    article = vocabulary.correct(Correction(_IN_THIS_ARTICLE, reading="きょう"))
    vocabulary.correct(Correction(_IN_THIS_ARTICLE._replace(article_id="another"), reading="こんじつ"))
    assert vocabulary.corrections("digest") == (everywhere, article, here)
    assert vocabulary.corrections("third") == (everywhere,)
    assert len(vocabulary.corrections()) == 4


def test_what_is_corrected_of_one_target_adds_up(vocabulary: Vocabulary) -> None:
    vocabulary.correct(Correction(_HERE, reading="こんにち"))
    vocabulary.correct(Correction(_HERE, pieces=(1, 1)))
    assert vocabulary.corrections() == (Correction(_HERE, reading="こんにち", pieces=(1, 1)),)
    assert said(vocabulary.undo()) == "Correcting 今日 undone"
    assert vocabulary.corrections() == (Correction(_HERE, reading="こんにち"),)
    vocabulary.undo()
    assert vocabulary.corrections() == ()


def test_a_correction_is_withdrawn(vocabulary: Vocabulary) -> None:
    vocabulary.correct(Correction(_HERE, reading="こんにち"))
    vocabulary.correct(Correction(_EVERYWHERE, reading="ひとけ"))
    vocabulary.withdraw([_HERE, _EVERYWHERE])
    assert vocabulary.corrections() == ()
    assert said(vocabulary.undo()) == "Withdrawing 2 corrections undone"
    assert len(vocabulary.corrections()) == 2
