"""Which characters may not begin or end a line, and what else Japanese line composition asks of a character.

The tables follow the classes of JIS X 4051 (and the W3C's Requirements for Japanese Text Layout).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = "「『（［｛〈《【〔〖〘｟“‘«([{｢"
_CLOSING = "」』）］｝〉》】〕〗〙｠”’»)]}｣"
_STOPS = "、。，．､｡"
_MIDDLE = "・：；！？‼⁇⁈⁉･"
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ"
_MARKS = "ーｰ々〻ゝゞヽヾ〜～゠–゛゜ﾞﾟ%％‰℃"
_UNSEPARABLE = "…‥—―─"  # a pair of these is one sign

_NOT_AT_START = _CLOSING + _STOPS + _MIDDLE + _SMALL_KANA + _MARKS + "…‥,.:;!?"
_FORBIDDEN = re.compile(
    f"(?<=.)[{re.escape(_NOT_AT_START)}]|(?<=[{re.escape(_OPENING)}]).|(?<=([{_UNSEPARABLE}]))\\1", re.DOTALL
)

_HANGING = frozenset(_STOPS)
_HALF_EMPTY_BEFORE = frozenset("「『（［｛〈《【〔〖〘｟")
_HALF_EMPTY_AFTER = frozenset("」』）］｝〉》】〕〗〙｠、。，．")


def forbidden_starts(text: str) -> Iterator[int]:
    """The offsets at which no line may begin, because of the character there or of the one before."""
    return (match.start() for match in _FORBIDDEN.finditer(text))


def hangs(character: str) -> bool:
    """Whether the character may stand in the margin after a full line."""
    return character in _HANGING


def is_half_empty_after(character: str) -> bool:
    """Whether the second half of the full-width character is white, so that it may be cut off."""
    return character in _HALF_EMPTY_AFTER


def is_tight(before: str, after: str) -> bool:
    """Whether the pair meets with white halves (。」 or 」「), of which one is enough."""
    if before in _HALF_EMPTY_AFTER:
        return after in _HALF_EMPTY_AFTER or after in _HALF_EMPTY_BEFORE
    return before in _HALF_EMPTY_BEFORE and after in _HALF_EMPTY_BEFORE


def begins_phrase(before: str, after: str) -> bool:
    """Whether a phrase seems to begin between two characters: hiragana ends one, and so does punctuation.

    Good enough for titles, where a line that ends inside a word catches the eye.
    """
    if before in _HALF_EMPTY_AFTER or before in _MIDDLE or before.isspace():
        return True
    return (_is_hiragana(before) and not _is_hiragana(after)) or after in _HALF_EMPTY_BEFORE


def _is_hiragana(character: str) -> bool:
    return "\u3041" <= character <= "\u309f"


def may_be_overhung(character: str) -> bool:
    """Whether a neighbour's reading may reach over the character: over kana and punctuation only."""
    return (
        "\u3041" <= character <= "\u30ff"  # hiragana and katakana
        or character in _STOPS
        or character in _OPENING
        or character in _CLOSING
        or character in _MIDDLE
    )
