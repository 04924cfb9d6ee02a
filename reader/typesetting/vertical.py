"""How characters stand in vertical writing: upright, turned with the line, or in a form of their own.

After Unicode's Vertical_Orientation (UAX 50), as far as Japanese texts need it; what is not named there lies
turned by a quarter, as Latin letters do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum


class Stance(Enum):
    """How a character stands in a vertical line."""

    TURNED = "turned with the line"
    UPRIGHT = "as in horizontal writing"
    FORM_OR_UPRIGHT = "in the font's vertical form, else upright"
    FORM_OR_TURNED = "in the font's vertical form, else turned"


_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
_FORM_OR_UPRIGHT = re.compile(f"[、。{_SMALL_KANA}゛゜！，．？]")
_FORM_OR_TURNED = re.compile("[〈-】〔-〟〰゠ー（）－：；＜-＞［］＿｛-｠￣〈〉]")
_UPRIGHT = re.compile(
    "[§©®±¼-¾×÷‖†‡‰‱※‼⁂⁇-⁉⁑℀℁℃-℉№℡™ℵ⅓-\u218b∞∴∵⌀-⌇⏏"
    "\u2460-\u24ff\u25a0-\u2767\u2776-\u2793\u2b12-\u2b2f\u2b50-\u2b59"
    "\u1100-\u11ff\u2e80-\u3007\u3012-\u3013\u3020-\u9fff\ua000-\ua4cf\uac00-\ud7fb\uf900-\ufaff"
    "\ufe30-\ufe48\uff02-\uff0b\uff0f-\uff5a\uffe0-\uffe7\U0001b000-\U0001b2ff\U0001f000-\U0003fffd]"
)

# JLREQ's tate-chu-yoko: what stands side by side in one cell, unless it is part of a longer Western text.
_COMBINED = re.compile(r"(?<![!-~])(?<![!-~] )(?:[0-9]{1,2}|[A-Za-z]|[!?]{1,2})(?! ?[!-~])")


def stance(character: str) -> Stance:
    """How a character stands by itself."""
    if _FORM_OR_UPRIGHT.match(character):
        return Stance.FORM_OR_UPRIGHT
    if _FORM_OR_TURNED.match(character):
        return Stance.FORM_OR_TURNED
    return Stance.UPRIGHT if _UPRIGHT.match(character) else Stance.TURNED


def combined(text: str) -> Iterator[tuple[int, int]]:
    """The spans that share one upright cell: numbers of one or two digits, single letters, signs like !?."""
    return (match.span() for match in _COMBINED.finditer(text))
