"""Qt counts UTF-16 units where Python counts code points: the one place that converts."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_LAST_SINGLE_UNIT = "\uffff"


def code_points_by_unit(text: str) -> Sequence[int]:
    """The offset of the code point that each UTF-16 unit of ``text`` belongs to, and that of the end."""
    if not text or max(text) <= _LAST_SINGLE_UNIT:
        return range(len(text) + 1)
    offsets = array("I")
    for offset, character in enumerate(text):
        offsets.append(offset)
        if character > _LAST_SINGLE_UNIT:
            offsets.append(offset)
    offsets.append(len(text))
    return offsets


def units_by_code_point(text: str) -> Sequence[int]:
    """The offset of the first UTF-16 unit of each code point of ``text``, and that of the end."""
    if not text or max(text) <= _LAST_SINGLE_UNIT:
        return range(len(text) + 1)
    offsets = array("I", [0])
    for character in text:
        offsets.append(offsets[-1] + (2 if character > _LAST_SINGLE_UNIT else 1))
    return offsets
