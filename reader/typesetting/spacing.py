"""Where a thin space parts Japanese and Western characters, as the text itself has none there."""

from __future__ import annotations

import re
from collections.abc import Iterator

QUARTER = 0.25  # of an em: the space of JIS X 4051 (and of the W3C's Requirements for Japanese Text Layout)

_JAPANESE = "々ぁ-ゖァ-ヺー\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_WESTERN = "0-9A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ӿ%$€£"
_BOUNDARY = re.compile(f"(?<=[{_JAPANESE}])(?=[{_WESTERN}])|(?<=[{_WESTERN}])(?=[{_JAPANESE}])")


def script_boundaries(text: str) -> Iterator[int]:
    """The offsets between kanji or kana and Western letters or digits."""
    return (match.start() for match in _BOUNDARY.finditer(text))
