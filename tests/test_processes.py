"""What each process loads; import-linter says the same of the code, this of a running program."""

from __future__ import annotations

import subprocess
import sys

import pytest

SLOW = {"fugashi", "unidic_lite", "jamdict", "jamdict_data", "pykakasi", "genanki", "chardet", "readability"}


def _loaded_by(statement: str) -> set[str]:
    """The top-level modules, and those of our own in full, that a fresh Python holds after ``statement``."""
    script = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    modules = set(done.stdout.split())
    return {name if name.startswith("reader.") else name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("module", ["reader.app", "reader.ui.main_window", "reader.ui.preferences"])
def test_the_window_loads_no_language_and_no_dictionary(module: str) -> None:
    engines_own = {"reader.engine.analysis", "reader.engine.server", "reader.dictionary.database"}
    assert _loaded_by(f"import {module}") & (SLOW | engines_own) == set()


def test_what_starts_the_engine_does_not_wait_for_qt() -> None:
    assert "PySide6" not in _loaded_by("import reader.app")


def test_the_engine_loads_no_qt_and_pykakasi_only_when_asked() -> None:
    assert _loaded_by("import reader.engine.server") & {"PySide6", "pykakasi"} == set()


def test_the_command_line_loads_only_what_the_command_needs() -> None:
    assert _loaded_by("import reader.cli") & (SLOW | {"PySide6"}) == set()
