"""One passage of both texts: its evidence gathered, its sentences grouped; what of it makes a landmark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.model import Span
from reader.parallel.calendar import Calendar, calendar_of
from reader.parallel.evidence import Evidence, Side
from reader.parallel.fit import Fit, japanese_length
from reader.parallel.fixing import Gap
from reader.parallel.grouping import Group, Tick, group, part
from reader.parallel.japanese_clues import Clue, ClueKind, japanese_clues
from reader.parallel.matching import English, english_clues, matches, spellings
from reader.parallel.meanings import Meanings, plain_name

_DONE_WITH_EVIDENCE = 0.6  # of the work on a passage
_SURE_GLOSS = 0.4  # the weight from which on a gloss can be a landmark


def group_passage(japanese: str, english: str, gap: Gap, meanings: Meanings, tick: Tick) -> list[Group]:
    """The groups of the sentences in a gap of the whole texts, numbered from 0."""
    ja, en = gap
    ja_texts, en_texts = _texts(japanese, ja), _texts(english, en)
    calendar = calendar_of(japanese, english)
    evidence = _evidence(ja_texts, en_texts, meanings, calendar, part(tick, 0.0, _DONE_WITH_EVIDENCE))
    fit = Fit(ja_texts, en_texts, _seams(japanese, ja), _seams(english, en), evidence)
    return group(len(ja), len(en), fit.score, tick=part(tick, _DONE_WITH_EVIDENCE, 1.0))


def _texts(text: str, sentences: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in sentences]


def _seams(text: str, sentences: Sequence[Span]) -> list[str]:
    """What stands between each sentence and the next."""
    return [text[end:start] for (_, end), (start, _) in pairwise(sentences)]


def _evidence(
    ja: Sequence[str], en: Sequence[str], meanings: Meanings, calendar: Calendar, tick: Tick
) -> Evidence:
    ja_clues: list[list[Clue]] = []
    for number, text in enumerate(ja):
        tick(0.5 * number / len(ja))
        ja_clues.append(japanese_clues(text))
        meanings.prepare(*spellings(ja_clues[-1]))
    en_clues = [english_clues(text) for text in en]
    there = English((clue for clues in en_clues for clue in clues), calendar)
    types = {clue.key: clue for clues in ja_clues for clue in clues}
    matching: dict[str, dict[str, float]] = {}
    for number, (key, clue) in enumerate(types.items()):
        tick(0.5 + 0.5 * number / len(types))
        matching[key] = {other: match.sureness for other, match in matches(clue, there, meanings).items()}
    ja_side = Side([[clue.key for clue in clues] for clues in ja_clues], list(map(japanese_length, ja)))
    en_side = Side([[clue.key for clue in clues] for clues in en_clues], [float(len(text)) for text in en])
    return Evidence(ja_side, en_side, matching)


# --- landmarks ------------------------------------------------------------------------------------


def mentioned_in_japanese(text: str, meanings: Meanings) -> set[str]:
    """What a Japanese sentence mentions, in the English form in which ``mentioned_in_english`` has it."""
    clues = japanese_clues(text)
    meanings.prepare(*spellings(clues))
    things: set[str] = set()
    for clue in clues:
        if clue.amount:
            things.add(f"{clue.amount.kind}:{clue.amount.value:.10g}")
        elif clue.kind is ClueKind.LATIN:
            things.add(plain_name(clue.texts[0]))
        elif clue.kind in (ClueKind.KATAKANA, ClueKind.NAME):
            things.update(meanings.names(clue.texts[0]))
        elif clue.kind is ClueKind.WORD:
            glosses = next(filter(None, map(meanings.glosses, clue.texts)), {})
            things.update(
                stem for stem, gloss in glosses.items() if gloss.whole and gloss.weight >= _SURE_GLOSS
            )
    return things


def mentioned_in_english(text: str) -> set[str]:
    """What an English sentence mentions: amounts, names and stems of words."""
    things: set[str] = set()
    for clue in english_clues(text):
        if clue.word:
            things.update((clue.word.stem, plain_name(clue.word.plain)))
        else:
            things.add(clue.key)
    return things
