"""Which words are exported, and how a table shows them."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import WordKey
from reader.vocabulary.queries import WordFilter


class Selection(NamedTuple):
    """The words of ``keys`` in their order, or those that pass the filter, the oldest first.

    Without ``marked`` they are only those that the user keeps (see ``export.is_kept``).
    """

    which: WordFilter = WordFilter()
    keys: tuple[WordKey, ...] | None = None
    marked: bool = False
