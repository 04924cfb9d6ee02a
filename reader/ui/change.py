"""How the settings are changed."""

from __future__ import annotations

from typing import Protocol


class Change(Protocol):
    """Takes new values for some fields of the settings, by name."""

    def __call__(self, **fields: object) -> None: ...
