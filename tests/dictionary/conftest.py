from __future__ import annotations

import pytest

from reader.dictionary.database import Dictionary


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return Dictionary()
