"""Fills the disk that a folder is on, tries everything that writes, and looks what is left.

    python -m tests.vocabulary.full_disk FOLDER

The folder's file system should be a small one. Prints what was not as it should be, and returns 1 if anything
was not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

from reader.backups import backups_of
from reader.errors import ReaderError
from reader.model import WordKey
from reader.vocabulary.export import FORMATS, export
from reader.vocabulary.json_file import Contents
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.restoring import restore_vocabulary
from reader.vocabulary.store import Vocabulary
from tests.vocabulary.examples import KAIDAN, MITOMERU

_AT_ONCE = 20  # words


def main(folder: Path) -> int:
    """Do it; returns the exit status."""
    path = folder / "data" / "vocabulary.sqlite"
    wrong = []
    with closing(Vocabulary(path)) as vocabulary:
        words = _any_number()
        vocabulary.save_all(next(words) for _ in range(200))
        backup = vocabulary.back_up()
        _until_refused(lambda: vocabulary.save_all(next(words) for _ in range(_AT_ONCE)))
        _until_refused(lambda: vocabulary.save(next(words)))
        before = set(vocabulary.words())
        for name, work in _attempts(vocabulary, path, folder):
            try:
                work()
            except ReaderError as error:
                if "room on the disk" not in str(error):
                    wrong.append(f"{name}: {error}")
            else:
                wrong.append(f"{name} was possible")
            if set(vocabulary.words()) != before:
                wrong.append(f"{name} has changed something")
    left = {file.name for file in folder.rglob("*") if file.is_file()}
    if left != {path.name, f"{path.name}-wal", f"{path.name}-shm", backup.name}:
        wrong.append(f"half of something was left: {left}")
    backup.unlink()
    with closing(Vocabulary(path)) as vocabulary:
        if set(vocabulary.words()) != before:
            wrong.append("it did not open as it was")
        vocabulary.save(MITOMERU)
        if vocabulary.undo() is None:
            wrong.append("what was saved then cannot be undone")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


def _attempts(vocabulary: Vocabulary, path: Path, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What writes more than may still have room, with its name."""
    words = vocabulary.words()
    keys = [word.key for word in words]
    huge = KAIDAN._replace(note="長い" * 100_000)
    yield "saving", partial(vocabulary.save, huge)
    yield "a note", partial(vocabulary.edit_note, keys[0], huge.note)
    yield "a status", partial(vocabulary.set_status, words, Status.KNOWN)
    yield "tags", partial(vocabulary.tag, keys, ["news"])
    yield "deleting", partial(vocabulary.delete, keys)
    yield "undo", partial(vocabulary.undo)
    yield "marking", partial(vocabulary.mark, [huge])
    yield "an import", partial(vocabulary.merge, Contents((huge,)))
    yield "a backup", vocabulary.back_up
    yield "restoring", partial(restore_vocabulary, path, backups_of(path)[0].path)
    for format_ in FORMATS:
        yield f"export to {format_}", partial(export, vocabulary, format_, folder / f"words.{format_}")


def _any_number() -> Iterator[SavedWord]:
    for number in count(1):
        yield KAIDAN._replace(key=WordKey(number, f"語{number}", "ご"), note="長い" * 50)


def _until_refused(work: Callable[[], object]) -> None:
    try:
        while True:
            work()
    except ReaderError:
        return


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
