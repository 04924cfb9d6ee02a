"""Getting the vocabulary back: out of a damaged file, or out of a backup, with a preview of what changes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.model import WordKey
from reader.recovery import Recovered, readable_copy, recover, restore
from reader.vocabulary.model import SavedWord
from reader.vocabulary.store import Vocabulary

_PACKAGE, _TABLE = "reader.vocabulary", "words"


class RestorePreview(NamedTuple):
    """What restoring a backup would do: the words that come back, go, and become again as they were."""

    back: tuple[SavedWord, ...]
    gone: tuple[SavedWord, ...]
    changed: tuple[SavedWord, ...]


def recover_vocabulary(path: Path) -> Recovered:
    """Set the damaged vocabulary aside and recover what can be read; see ``recovery.recover``."""
    return recover(path, _PACKAGE, _TABLE)


def preview_restore(path: Path, backup: Path) -> RestorePreview:
    """What ``restore_vocabulary`` would change. Raises ReaderError where one of the two cannot be read."""
    with readable_copy(backup, _PACKAGE) as copy:
        then = _words_in(copy)
    now = _words_in(path)
    return RestorePreview(
        back=tuple(word for key, word in then.items() if key not in now),
        gone=tuple(word for key, word in now.items() if key not in then),
        changed=tuple(word for key, word in then.items() if key in now and now[key] != word),
    )


def restore_vocabulary(path: Path, backup: Path) -> None:
    """Make the vocabulary what it was in the backup; what it is now is backed up first."""
    restore(path, backup, _PACKAGE, _TABLE)


def _words_in(path: Path) -> dict[WordKey, SavedWord]:
    with closing(Vocabulary(path)) as vocabulary:
        return {word.key: word for word in vocabulary.words()}
