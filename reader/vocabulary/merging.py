"""What becomes of a word that is saved again."""

from __future__ import annotations

from reader.vocabulary.model import Encounter, SavedWord, Status

# Saving a word by hand says "I want to learn this", so one that was out of the way comes back.
_WHEN_SAVED_AGAIN = {Status.KNOWN: Status.LEARNING, Status.IGNORED: Status.NEW}


def saved_again(stored: SavedWord, saved: SavedWord) -> SavedWord:
    """``stored`` after the user has saved the same word again, as ``saved``; nothing that was stored goes.

    A sentence that is new is added. Chosen senses are united, and a choice outranks none (empty ``senses``).
    Where the glosses have one line per sense, their lines are put in the order of the senses. Note and time
    stay; the status stays too, except that a known word is being learnt again and an ignored one is new. Tags
    are united.
    """
    senses, gloss = _united_senses(stored, saved)
    return stored._replace(
        pos=stored.pos or saved.pos,
        senses=senses,
        gloss=gloss,
        ruby=stored.ruby or saved.ruby,
        status=_WHEN_SAVED_AGAIN.get(stored.status, stored.status),
        note=stored.note or saved.note,
        encounters=distinct((*stored.encounters, *saved.encounters)),
        tags=tuple(sorted({*stored.tags, *saved.tags})),
        frequency=saved.frequency if stored.frequency is None else stored.frequency,
        card=stored.card or saved.card,
    )


def merged(stored: SavedWord, other: SavedWord) -> SavedWord:
    """One word out of two that are the same: here, and in a file that is imported.

    Nothing of either goes: sentences, senses and tags are united, a note that differs is added below. Of two
    statuses (with what reviews know) the one of the word that was changed last stays, and the earlier time of
    adding.
    """
    last = other if other.changed > stored.changed else stored
    notes = dict.fromkeys(note for note in (stored.note, other.note) if note)
    new_note = [note for note in notes if note == stored.note or note not in stored.note]
    return saved_again(stored, other)._replace(
        status=last.status,
        card=last.card or stored.card or other.card,
        note="\n".join(new_note),
        added=min(filter(None, (stored.added, other.added)), default=""),
    )


def distinct(encounters: tuple[Encounter, ...]) -> tuple[Encounter, ...]:
    """The encounters with each sentence once: the first one, with place and English from a later one."""
    first: dict[str, Encounter] = {}
    for encounter in encounters:
        known = first.setdefault(encounter.sentence, encounter)
        if encounter.article_id and not known.article_id:
            known = known._replace(article_id=encounter.article_id, place=encounter.place)
        first[encounter.sentence] = known._replace(english=known.english or encounter.english)
    return tuple(first.values())


def _united_senses(stored: SavedWord, saved: SavedWord) -> tuple[tuple[int, ...], str]:
    if not saved.senses or set(saved.senses) <= set(stored.senses):
        return stored.senses, stored.gloss or saved.gloss
    if not stored.senses:
        return saved.senses, saved.gloss or stored.gloss
    senses = tuple(sorted({*stored.senses, *saved.senses}))
    by_sense = _lines_by_sense(saved) | _lines_by_sense(stored)
    if len(by_sense) == len(senses):
        return senses, "\n".join(by_sense[number] for number in senses)
    return senses, "\n".join(dict.fromkeys((*_lines(stored.gloss), *_lines(saved.gloss))))


def _lines_by_sense(word: SavedWord) -> dict[int, str]:
    """The gloss's line for each sense, or nothing if the lines are not one per sense."""
    lines = _lines(word.gloss)
    return dict(zip(word.senses, lines, strict=True)) if len(lines) == len(word.senses) else {}


def _lines(gloss: str) -> list[str]:
    return gloss.split("\n") if gloss else []
