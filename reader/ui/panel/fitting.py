"""Which senses of an entry a word can have where it stands, by its part of speech."""

from __future__ import annotations

import re

from reader.model import PartOfSpeech, Sense

# What a word is in its sentence, and words of which a part of speech of JMdict must have one. Any sense goes
# for what is left out.
_TABLE = """
noun         | noun suru no-adjective na-adjective adverb counter suffix prefix numeral pronoun
pronoun      | pronoun noun
verb         | verb transitive intransitive auxiliary
adjective    | adjective i-adjective auxiliary ku-adjective shiku-adjective
na-adjective | na-adjective no-adjective taru-adjective noun
adverb       | adverb
adnominal    | pre-noun prenominal no-adjective adjective
conjunction  | conjunction
interjection | interjection
particle     | particle conjunction
auxiliary    | auxiliary copula
prefix       | prefix
suffix       | suffix counter
"""
_ALWAYS = frozenset(("expression", "unclassified"))
_FITTING = {
    PartOfSpeech(kind.strip()): _ALWAYS.union(words.split())
    for kind, words in (line.split("|") for line in _TABLE.strip().splitlines())
}
_WORD = re.compile(r"[\w-]+")


def can_mean(pos: PartOfSpeech, sense: Sense) -> bool:
    """Whether a word of this part of speech can have the sense."""
    fitting = _FITTING.get(pos)
    return fitting is None or any(not fitting.isdisjoint(_WORD.findall(label)) for label in sense.pos)
