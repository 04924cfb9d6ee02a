"""Where the sentences of a Japanese paragraph begin and end."""

from __future__ import annotations

import re

_OPENING = dict(zip("「『（(【〈《〔［“", "」』）)】〉》〕］”", strict=True))
_CLOSING = frozenset(_OPENING.values())
_QUOTATION = frozenset("「『“")
_TERMINATORS = frozenset("。！？!?．｡")
_LINE_BREAKS = "\r\n\u2028\u2029"
# What may end a sentence or hold it together; and brackets, with the line breaks that forget open ones.
_SIGNS = re.compile(f"[{re.escape(''.join((_LINE_BREAKS, *_OPENING, *sorted(_TERMINATORS))))}]")
_BRACKETS = re.compile(f"[\n{re.escape(''.join((*_OPENING, *_OPENING.values())))}]")
_QUOTING = ("と", "って", "など", "の", "が", "は", "を", "に", "も", "という", "、", "，")


def sentence_spans(text: str, within_quotations: bool = False) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of one paragraph, in order; together they are the text but for white space.

    A sentence ends after 。, ！ or ？ and the brackets that close there, and at a line break. What stands in
    brackets belongs to the sentence around it; a paragraph that is one long quotation is split inside it.
    Brackets that are never closed do not hold sentences together. ``within_quotations`` splits as finely as
    can be: the sentences of every quotation count, so that 「雨だ。傘がない」と言った。 is two.
    """
    closing_at = _matches(text)
    spans: list[tuple[int, int]] = []
    start = index = 0
    while sign := _SIGNS.search(text, index):
        index, character = sign.start(), sign[0]
        if character in _LINE_BREAKS:
            _add(spans, text, start, index)
            start = index + 1
        elif index in closing_at and not (
            (within_quotations and character in _QUOTATION)
            or _stands_alone(text, start, index, closing_at[index])
        ):
            opening, index = index, closing_at[index]
            quotation = text[opening] in _QUOTATION or not text[start:opening].strip()
            if text[index - 1] in _TERMINATORS and quotation and not _goes_on(text, index + 1):
                _add(spans, text, start, index + 1)
                start = index + 1
        elif character in _TERMINATORS:
            while index + 1 < len(text) and (text[index + 1] in _TERMINATORS or text[index + 1] in _CLOSING):
                index += 1
            may_go_on = character in "！？!?" or (within_quotations and text[index] in _CLOSING)
            if not (may_go_on and _goes_on(text, index + 1)) and not _within_word(text, index):
                _add(spans, text, start, index + 1)
                start = index + 1
        index += 1
    _add(spans, text, start, len(text))
    return tuple(spans)


def _matches(text: str) -> dict[int, int]:
    """Opening bracket → its closing one, for those on one line that have one."""
    found: dict[int, int] = {}
    open_brackets: list[tuple[str, int]] = []
    for bracket in _BRACKETS.finditer(text):
        index, character = bracket.start(), bracket[0]
        if character in _OPENING:
            open_brackets.append((_OPENING[character], index))
        elif character in _CLOSING:
            for depth in range(len(open_brackets) - 1, -1, -1):
                if open_brackets[depth][0] == character:
                    found[open_brackets[depth][1]] = index
                    del open_brackets[depth:]
                    break
        else:
            open_brackets.clear()
    return found


def _stands_alone(text: str, start: int, opening: int, closing: int) -> bool:
    """Whether a quotation is all of its sentence, so that its own sentences count."""
    before = text[start:opening].strip()
    after = text[closing + 1 :].strip()
    return not before and (not after or after[0] in "\n「『") and text[opening] in _QUOTATION


def _goes_on(text: str, index: int) -> bool:
    """Whether a sentence goes on after a closing bracket or a ！: 「…。」と述べた."""
    return text.startswith(_QUOTING, index)


def _within_word(text: str, index: int) -> bool:
    """Whether a terminator is a part of a number or a name: 3．5, Yahoo!ニュース."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] == "．":
        return after.isdigit()
    return text[index] == "!" and before.isascii() and before.isalpha() and after.isalpha()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without the white space around it, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
