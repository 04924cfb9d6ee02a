"""The marks of Aozora Bunko in a plain text: 漢字《かんじ》, ｜any base《ruby》, ［＃notes］.

Texts from the web use the same marks for ruby. Others have 《》 as brackets, for titles say; so kana in them,
right behind kanji, are only taken for ruby where the text shows that this is its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.model import Paragraph, Ruby

_KANJI = "々〆〇仝〓ヶヵ㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_HIRAGANA, _KANA = "ぁ-ゖゝゞー", "ぁ-ゖァ-ヺゝゞヽヾー・"
_MARKED = r"[｜|](?P<base>[^｜|《》]{1,40})《(?P<over>[^｜《》]{1,40})》"
_RUBY = re.compile(rf"{_MARKED}|(?<![{_KANJI}])(?P<kanji>[{_KANJI}]+)《(?P<kana>[{_KANA}]+)》")
_SIGN = re.compile(rf"［＃[^［］]|{_MARKED}")
_PLAIN = re.compile(rf"[{_KANJI}]《[{_HIRAGANA}]+》")
_NOTE = re.compile(r"(?P<character>※?)［＃(?P<what>[^［］]*(?:［[^［］]*］[^［］]*)*)］")
_CODE = re.compile(r"U\+(?P<unicode>[0-9A-F]{4,6})|(?P<plane>[12])-(?P<row>\d{1,2})-(?P<cell>\d{1,2})")
_UNKNOWN = "〓"  # what printers set for a character that they do not have
_REPEATED = {"／＼": "〳〵", "／″＼": "〴〵"}

_RULE = re.compile(r"[-－―]{10,}")
_EXPLANATION = "【テキスト中に現れる記号について】"


def marked_paragraphs(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """A paragraph for each of ``lines``, with the author's ruby in place of its marks, without the notes.

    Where nothing shows that the text has such marks, each is its line as it stands.
    """
    if not _has_marks(lines):
        return tuple(map(Paragraph, lines))
    paragraphs = (_paragraph(_without_notes(line)) for line in _without_explanation(lines))
    return tuple(paragraph for paragraph in paragraphs if paragraph.text.strip())


def _has_marks(lines: Iterable[str]) -> bool:
    brackets = likely = 0
    for line in lines:
        if "《" in line or "［＃" in line:
            if _SIGN.search(line):
                return True
            brackets += line.count("《")
            likely += len(_PLAIN.findall(line))
    return likely * 2 > brackets


def _without_explanation(lines: Sequence[str]) -> Sequence[str]:
    """The lines without those, between two rules, in which Aozora Bunko explains its marks."""
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == _EXPLANATION and _RULE.fullmatch(lines[number - 1].strip()):
            ends = (end for end in range(number, len(lines)) if _RULE.fullmatch(lines[end].strip()))
            end = next(ends, number)
            return [*lines[: number - 1], *lines[end + 1 :]]
    return lines


def _without_notes(line: str) -> str:
    for marks, character in _REPEATED.items():
        line = line.replace(marks, character)
    return _NOTE.sub(_noted, line)


def _noted(note: re.Match[str]) -> str:
    """What a note stands for: a character that the text's encoding lacks, or nothing."""
    if not note["character"]:
        return ""
    code = _CODE.search(note["what"])
    if code is None:
        return _UNKNOWN
    if code["unicode"]:
        return chr(number) if (number := int(code["unicode"], 16)) <= 0x10FFFF else _UNKNOWN
    lead = b"\x8f" if code["plane"] == "2" else b""
    row, cell = int(code["row"]), int(code["cell"])
    try:
        return (lead + bytes((0xA0 + row, 0xA0 + cell))).decode("euc_jis_2004")
    except (UnicodeDecodeError, ValueError):
        return _UNKNOWN


def _paragraph(line: str) -> Paragraph:
    text = ""
    ruby = []
    done = 0
    for mark in _RUBY.finditer(line):
        text += line[done : mark.start()]
        base, over = mark["base"] or mark["kanji"], mark["over"] or mark["kana"]
        ruby.append(Ruby(len(text), len(text) + len(base), over))
        text += base
        done = mark.end()
    return Paragraph(text + line[done:], ruby=tuple(ruby))
