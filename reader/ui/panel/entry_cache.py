"""Dictionary entries kept at hand, so that a click shows its word at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from reader.engine.protocol import Entries, FetchEntries, Priority, Refused
from reader.model import Entry
from reader.ui.engine_bridge import EngineBridge

_KEPT = 3000  # entries: what some forty screens of text need
_AT_ONCE = 50  # entries in one answer: unpickling it must not be felt


class EntryCache:
    """The entries asked for last, each fetched from the engine once; the oldest make room for new ones."""

    def __init__(self, engine: EngineBridge) -> None:
        self._engine = engine
        self._entries: OrderedDict[int, Entry | None] = OrderedDict()
        self._on_the_way: set[int] = set()
        self._tickets: set[int] = set()

    def get(self, entry_id: int) -> Entry | None:
        """The entry if it is at hand."""
        entry = self._entries.get(entry_id)
        if entry is not None:
            self._entries.move_to_end(entry_id)
        return entry

    def prefetch(self, ids: Iterable[int], priority: Priority = Priority.SCREEN) -> None:
        """Fetch what is neither at hand nor on its way, before anything in the background."""
        wanted = [i for i in dict.fromkeys(ids) if i not in self._entries and i not in self._on_the_way]
        for start in range(0, len(wanted), _AT_ONCE):
            batch = tuple(wanted[start : start + _AT_ONCE])
            self._on_the_way.update(batch)
            self._ask(batch, priority, lambda: None)

    def at_hand(self, ids: Iterable[int]) -> dict[int, Entry]:
        """Those of the entries that need no fetching."""
        return {entry_id: entry for entry_id in ids if (entry := self.get(entry_id))}

    def fetch(self, ids: Iterable[int], then: Callable[[dict[int, Entry]], None]) -> None:
        """Call ``then`` with those of the entries that exist, at once if they are at hand."""
        ids = tuple(ids)
        if all(entry_id in self._entries for entry_id in ids):
            then(self.at_hand(ids))
        else:
            self._ask(ids, Priority.POINTER, lambda: then(self.at_hand(ids)))

    def close(self) -> None:
        """Wait for no answer any more."""
        for ticket in self._tickets:
            self._engine.cancel(ticket)
        self._tickets.clear()

    def _ask(self, ids: tuple[int, ...], priority: Priority, then: Callable[[], None]) -> None:
        def arrived(answer: Entries | Refused) -> None:
            self._tickets.discard(ticket)
            self._keep(ids, answer)
            then()

        ticket = self._engine.ask(FetchEntries(ids), arrived, priority)
        self._tickets.add(ticket)

    def _keep(self, ids: tuple[int, ...], answer: Entries | Refused) -> None:
        self._on_the_way.difference_update(ids)
        if isinstance(answer, Refused):
            return
        for entry_id in ids:
            self._entries[entry_id] = answer.by_id.get(entry_id)
            self._entries.move_to_end(entry_id)
        while len(self._entries) > _KEPT:
            self._entries.popitem(last=False)
