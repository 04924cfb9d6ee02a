"""Writing files so that nothing is lost."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import ReaderError


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside ``target``; on success it takes the target's place in one step.

    If the block raises, the temporary file goes and the old file stays as it was. The data is on disk before the
    rename. Raises ReaderError where the folder cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise ReaderError(
            f"Nothing can be written to {target.parent} ({error.strerror}). Choose another folder."
        ) from error
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        _take_permissions(temporary, target)
        os.replace(temporary, target)
    except OSError as error:
        raise ReaderError(
            f"{target} could not be written ({error.strerror or error}). The old file is unchanged."
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _take_permissions(temporary: Path, target: Path) -> None:
    """Temporary files are private; give this one the rights of the file it replaces, or of any new file."""
    if target.exists():
        os.chmod(temporary, target.stat().st_mode & 0o777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
