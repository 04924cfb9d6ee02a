"""Where each of many blocks begins when they follow each other along the block axis."""

from __future__ import annotations

from collections.abc import Iterable


class Stack:
    """Extents of blocks, any of which may change, and the sums of those before (a Fenwick tree: each step is
    logarithmic, so that a text of a hundred thousand paragraphs scrolls as smoothly as a short one).
    """

    def __init__(self, extents: Iterable[float]) -> None:
        self._extents = list(extents)
        self._sums = [0.0, *self._extents]
        for number in range(1, len(self._sums)):
            parent = number + (number & -number)
            if parent < len(self._sums):
                self._sums[parent] += self._sums[number]

    def __len__(self) -> int:
        return len(self._extents)

    def __getitem__(self, number: int) -> float:
        return self._extents[number]

    def __setitem__(self, number: int, extent: float) -> None:
        change = extent - self._extents[number]
        self._extents[number] = extent
        node = number + 1
        while change and node < len(self._sums):
            self._sums[node] += change
            node += node & -node

    def before(self, number: int) -> float:
        """The sum of the extents of all blocks before this one: where it begins. ``len`` gives the total."""
        total = 0.0
        while number:
            total += self._sums[number]
            number -= number & -number
        return total

    def at(self, position: float) -> int:
        """The block that holds the position, the last for one beyond. The stack may not be empty."""
        node, step = 0, 1 << len(self._extents).bit_length()
        while step:
            following = node + step
            if following < len(self._sums) and self._sums[following] <= position:
                node = following
                position -= self._sums[following]
            step >>= 1
        return min(node, len(self._extents) - 1)
