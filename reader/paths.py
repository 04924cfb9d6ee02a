"""Where the program keeps what is the user's.

``--data-dir`` moves every one of these files, so that a test or a demo never touches real data.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "japanese-reader"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one user."""

    vocabulary: Path
    library: Path
    settings: Path
    log: Path


def paths_in(folder: Path | None = None) -> Paths:
    """The files in ``folder``, or in the places that the operating system has for them."""
    if folder is not None:
        folder = folder.expanduser().absolute()
        data = config = logs = folder
    else:
        data = platformdirs.user_data_path(_NAME, appauthor=False)
        config = platformdirs.user_config_path(_NAME, appauthor=False)
        logs = platformdirs.user_log_path(_NAME, appauthor=False)
    return Paths(
        vocabulary=data / "vocabulary.sqlite",
        library=data / "library.sqlite",
        settings=config / "settings.json",
        log=logs / "reader.log",
    )
