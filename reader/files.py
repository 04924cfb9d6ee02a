"""Writing files so that nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.errors import ReaderError


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside ``target``; on success it takes the target's place in one step.

    If the block raises, the temporary file goes and the old file stays as it was. The data is on disk before
    the rename, and the rename when the block is left. A link is followed: what it points to is replaced.
    Raises ReaderError where the folder or the file cannot be written.
    """
    place = Path(os.path.realpath(target))
    temporary = place.with_name(f".{os.urandom(8).hex()}.part")
    try:
        rights = place.stat().st_mode & 0o777 if place.exists() else None
        # Never wider than the file it replaces, not even for a moment.
        temporary.touch(0o666 if rights is None else rights, exist_ok=False)
        if rights is not None:
            temporary.chmod(rights | 0o200)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ReaderError(
            f"Nothing can be written to {place.parent} ({error.strerror}). Choose another folder."
        ) from error
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        if rights is not None:
            temporary.chmod(rights)
        temporary.replace(place)
        _sync_folder(place.parent)
    except OSError as error:
        raise ReaderError(
            f"{target} could not be written ({error.strerror or error}); what was there before is unchanged. "
            "Make room on the disk, or choose another folder."
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Put the rename on disk, where the system can do that (Windows and some network folders cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
