"""Which characters may not begin or end a line, and what else Japanese line composition asks of a character.

The tables follow the classes of JIS X 4051 (and the W3C's Requirements for Japanese Text Layout).
"""

from __future__ import annotations

_OPENING = "「『（［｛〈《【〔〖〘｟“‘«([{｢"
_CLOSING = "」』）］｝〉》】〕〗〙｠”’»)]}｣"
_STOPS = "、。，．､｡"
_MIDDLE = "・：；！？‼⁇⁈⁉･"
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ"
_MARKS = "ーｰ々〻ゝゞヽヾ〜～゠–゛゜ﾞﾟ%％‰℃"
_UNSEPARABLE = "…‥—―─"  # a pair of these is one sign

NOT_AT_START = frozenset(_CLOSING + _STOPS + _MIDDLE + _SMALL_KANA + _MARKS + "…‥,.:;!?")
NOT_AT_END = frozenset(_OPENING)

_HANGING = frozenset(_STOPS)
_HALF_EMPTY_BEFORE = frozenset("「『（［｛〈《【〔〖〘｟")
_HALF_EMPTY_AFTER = frozenset("」』）］｝〉》】〕〗〙｠、。，．")


def may_begin_line(before: str, after: str) -> bool:
    """Whether a line may end with the character ``before`` and the next begin with ``after``."""
    if after in NOT_AT_START or before in NOT_AT_END:
        return False
    return not (before == after and after in _UNSEPARABLE)


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


def may_be_overhung(character: str) -> bool:
    """Whether a neighbour's reading may reach over the character: over kana and punctuation only."""
    return (
        "\u3041" <= character <= "\u30ff"  # hiragana and katakana
        or character in _STOPS
        or character in _OPENING
        or character in _CLOSING
        or character in _MIDDLE
    )
