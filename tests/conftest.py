"""What every test stands on: no display, and no way to the real user's files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from reader.paths import Paths, paths_in

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)

_HOME = tempfile.TemporaryDirectory(prefix="reader-tests-")
for _variable, _folder in {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
}.items():
    os.environ[_variable] = str(Path(_HOME.name, _folder))

# The tests share a small machine's cores with their engine processes: no deadlines. On the machine that
# decides, the same examples every time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Places for a user's files that no other test knows; nothing is there yet."""
    return paths_in(tmp_path / "user")
