"""What stands below the headword, as the HTML that Qt understands: pure functions.

Links say what they do: ``save:2`` saves the second sense, ``row:0`` goes to the page of the first row,
``text:...`` looks a text up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from reader.language.inflection import EXPLANATIONS
from reader.model import Kanji, Sense
from reader.ui.panel.gloss_pages import (
    CharacterPage,
    ResultsPage,
    Row,
    Section,
    WordPage,
    first_sense,
    other_forms,
    sections,
    shared_remarks,
    supported_senses,
)
from reader.ui.panel.remarks import short_remark
from reader.vocabulary.keeping import key_of

NUMBER_PIXELS = 24
"""How far senses are indented beside their numbers, which a tab follows."""

_ROW_PIXELS = 17
_SPACE = 7
_WELCOME = "Rest the pointer on a word, click it, press S to keep it."


class Look(NamedTuple):
    """How the text is set: its colours (``#rrggbb``) beside the usual one, and the fonts of headwords."""

    quiet: str
    accent: str
    line: str
    japanese: Sequence[str]


def page_html(page: WordPage | CharacterPage | ResultsPage | None, look: Look, saved: Collection[int]) -> str:
    """A whole page; ``saved`` are the numbers of the senses in the vocabulary, from 1."""
    match page:
        case WordPage():
            return "".join(_word(page, look, saved))
        case CharacterPage(literal, kanji):
            return "".join(_character(literal, kanji, look))
        case ResultsPage(text, words) if not words:
            return _remark(
                f"Nothing was found for “{text}”. Try its dictionary form, in kanji or kana.", look
            )
        case ResultsPage():
            return _rows(sections(page), look)
        case None:
            return _remark(_WELCOME, look)


def sample_html(look: Look) -> str:
    """Something in each font that a page may need."""
    return _heading("Parts, also names", look) + _remark("A › か字カ✓", look) + _japanese("か字", look)


def _word(page: WordPage, look: Look, saved: Collection[int]) -> Iterator[str]:
    key = key_of(page.word, page.reference)
    if page.word.inflection:
        yield _inflection(key.spelling, page.word.inflection, look)
    if page.word.meaning:
        yield _paragraph(escape(page.word.meaning))
    if page.entry:
        shared = shared_remarks(page.entry)
        before = first_sense(page, page.entry).pos  # stands below the headword
        if whole := page.said(0):
            yield _remark(_here(whole), look)
        for heading, senses in supported_senses(page, page.entry):
            if heading:
                yield _remark(heading, look)
            for number, sense in senses:
                plus = _plus(number, look, is_saved=number in saved)
                yield _numbered(
                    number,
                    sense_html(sense, before, shared, look, plus=plus, english=page.said(number)),
                    look,
                )
                before = sense.pos
        for line in other_forms(page.entry, key):
            yield _remark(line, look)
    elif page.reference:
        yield _remark("; ".join(page.reference.gloss), look)
    elif not page.word.meaning:
        yield _remark("Not in the dictionaries as a whole.", look)
        if whole := page.said(0):
            yield _remark(_here(whole), look)
    yield _rows(sections(page), look)


def sense_html(
    sense: Sense,
    pos_before: Sequence[str],
    shared: Collection[str],
    look: Look,
    *,
    plus: str = "",
    english: str = "",
) -> str:
    """A sense: part of speech if that is not ``pos_before``, glosses, remarks without the ``shared`` ones.

    ``plus`` is the link that follows the glosses, ``english`` what the English of the sentence says for it.
    """
    lines = []
    if sense.pos and sense.pos != pos_before:
        lines.append(_quiet(", ".join(sense.pos), look))
    lines.append(escape("; ".join(sense.glosses)) + plus)
    if english:
        lines.append(_quiet(_here(english), look))
    misc = [short_remark(remark) for remark in sense.misc if remark not in shared]
    remarks = [*sense.field, *misc, *sense.dialect, *sense.info]
    if sense.only_for:
        remarks.append(f"only {', '.join(sense.only_for)}")
    if remarks:
        lines.append(_quiet(" · ".join(remarks), look))
    for label, targets in (("see also", sense.see_also), ("opposite", sense.antonyms)):
        if targets:
            links = ", ".join(
                _link(f"text:{quote(each)}", escape(each.split("・")[0]), look) for each in targets
            )
            lines.append(f"{_quiet(label, look)} {links}")
    return "<br>".join(lines)


def _here(english: str) -> str:
    return f"the English here: “{english}”"


def _character(literal: str, kanji: Kanji | None, look: Look) -> Iterator[str]:
    if kanji is None:
        yield _remark("The kanji dictionary does not have this character.", look)
    else:
        facts = (
            ("Meaning", "; ".join(kanji.meanings)),
            ("On", "、".join(kanji.on)),
            ("Kun", "、".join(kanji.kun)),
            ("In names", "、".join(kanji.nanori)),
        )
        rows = (
            f'<tr><td style="padding:0 12px {_SPACE}px 0; white-space:nowrap">{_quiet(name, look)}</td>'
            f"<td>{escape(value)}</td></tr>"
            for name, value in facts
            if value
        )
        yield f'<table cellspacing="0">{"".join(rows)}</table>'
    yield _paragraph(_link(f"text:{quote(literal)}", "Look it up as a word", look))


def _inflection(base: str, steps: Sequence[str], look: Look) -> str:
    """How the word came by its form, from the dictionary form on, and what each step means."""
    explained = "".join(
        f'<br><span style="font-size:small">{escape(step)}: {escape(EXPLANATIONS[step])}</span>'
        for step in dict.fromkeys(steps)
    )
    return _paragraph(_quiet_html(" › ".join(map(escape, (base, *steps))) + explained, look))


def _numbered(number: int, html: str, look: Look) -> str:
    return _paragraph(f"{_quiet(str(number), look)}\t{html}", hanging=NUMBER_PIXELS)


def _plus(number: int, look: Look, *, is_saved: bool) -> str:
    """What saves a sense alone; wide enough to be hit."""
    tip = f"Save this sense ({number})" if number <= 9 else "Save this sense"
    sign = "✓" if is_saved else "+"
    return _link(f"save:{number}", f"\u00a0\u00a0{sign}\u00a0\u00a0", look, tip)


def _rows(parts: Sequence[Section], look: Look) -> str:
    html = []
    rows = 0
    for heading, members in parts:
        if heading:
            html.append(_heading(heading, look))
        for row in members:
            html.append(_row(rows, row, look))
            rows += 1
    return "".join(html)


def _row(number: int, row: Row, look: Look) -> str:
    families = ",".join(f"'{family}'" for family in look.japanese)
    headword = (
        f'<span style="font-family:{families}; font-size:{_ROW_PIXELS}px">{escape(row.headword)}</span>'
    )
    beside = (f"\u2002{escape(row.reading)}" if row.reading else "", f"\u2002{_quiet(row.gloss, look)}")
    return _paragraph(_link(f"row:{number}", headword, look) + "".join(beside), hanging=_ROW_PIXELS)


def _japanese(text: str, look: Look) -> str:
    families = ",".join(f"'{family}'" for family in look.japanese)
    return f'<span style="font-family:{families}; font-size:{_ROW_PIXELS}px">{escape(text)}</span>'


def _heading(text: str, look: Look) -> str:
    style = f"color:{look.quiet}; font-size:small; font-weight:600; letter-spacing:0.8px"
    line = f'<hr style="background-color:{look.line}">'
    return f'{line}<p style="margin:0 0 {_SPACE}px 0; {style}">{escape(text.upper())}</p>'


def _remark(text: str, look: Look) -> str:
    return _paragraph(_quiet(text, look))


def _paragraph(html: str, hanging: int = 0) -> str:
    """A paragraph whose lines after the first begin ``hanging`` pixels further in."""
    indents = f"margin:0 0 {_SPACE}px {hanging}px; text-indent:-{hanging}px"
    return f'<p style="{indents}; white-space:pre-wrap">{html}</p>'


def _link(target: str, html: str, look: Look, tip: str = "") -> str:
    style = f"color:{look.accent}; text-decoration:none"
    return f'<a href="{escape(target)}" title="{escape(tip)}" style="{style}">{html}</a>'


def _quiet(text: str, look: Look) -> str:
    return _quiet_html(escape(text), look)


def _quiet_html(html: str, look: Look) -> str:
    return f'<span style="color:{look.quiet}">{html}</span>'
