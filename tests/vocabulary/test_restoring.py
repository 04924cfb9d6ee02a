"""What a backup would bring back, before it does."""

from contextlib import closing
from pathlib import Path

from reader.vocabulary.model import Status
from reader.vocabulary.restoring import preview_restore, recover_vocabulary, restore_vocabulary
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU, TEN_THOUSANDS


def test_a_preview_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.sqlite"
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save_all([KAIDAN, MITOMERU])
        backup = vocabulary.back_up()
        before = vocabulary.words()
        vocabulary.set_status([KAIDAN], Status.KNOWN)
        vocabulary.delete([MITOMERU.key])
        vocabulary.save(TEN_THOUSANDS)
        now = vocabulary.words()
        preview = preview_restore(path, backup)
        assert vocabulary.words() == now
    assert [word.key for word in preview.back] == [MITOMERU.key]
    assert [word.key for word in preview.gone] == [TEN_THOUSANDS.key]
    assert [(word.key, word.status) for word in preview.changed] == [(KAIDAN.key, Status.NEW)]
    restore_vocabulary(path, backup)
    with closing(Vocabulary(path)) as vocabulary:
        assert vocabulary.words() == before
    assert preview_restore(path, backup) == ((), (), ())


def test_a_damaged_vocabulary_is_recovered(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.sqlite"
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save(KAIDAN._replace(tags=("news",)))
        before = vocabulary.words()
    data = path.read_bytes()
    path.write_bytes(data[:-1000])
    assert "(words: 1)" in recover_vocabulary(path).told
    with closing(Vocabulary(path)) as vocabulary:
        assert vocabulary.words() == before
