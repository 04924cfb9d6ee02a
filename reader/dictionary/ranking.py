"""Which of a headword's entries is meant, by what the sentence tells about the word.

UniDic says how the word is read, what part of speech it is and which of its own headwords (lemmas) it takes
it for; JMdict says how frequent a form is and how it is usually written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.dictionary.candidates import Candidate, NameCandidate
from reader.dictionary.labels import pos_codes
from reader.model import EntryKind, EntryRef, Sense


@dataclass(slots=True)
class Context:
    """What is known of a word where it stands.

    ``reading`` is that of the dictionary form, in hiragana, "" where unknown. ``pos`` and ``ctype`` are
    UniDic's, levels that it does not know empty or left out; ``lemma`` is UniDic's headword ("" for a
    compound of several units).
    """

    reading: str = ""
    pos: tuple[str, ...] = ()
    ctype: str = ""
    lemma: str = ""


def rank(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The candidates for one word, the likeliest first; equals keep the dictionary's order."""
    if len(candidates) < 2:
        return list(candidates)
    codes = fitting_codes(context.pos, context.ctype)
    lemma = context.lemma.partition("-")[0]  # 差す-他動詞, ホーム-home
    reading = context.reading

    def unlikeliness(candidate: Candidate) -> tuple[int, ...]:
        """What speaks against the candidate, what weighs most first."""
        return (
            bool(reading) and reading not in candidate.readings,
            candidate.obsolete,
            bool(codes) and codes.isdisjoint(candidate.pos),
            candidate.irregular,
            bool(lemma) and lemma not in [form.text for form in candidate.entry.spellings],
            candidate.kana_for_kanji,
            candidate.rank,
        )

    return sorted(candidates, key=unlikeliness)


def references(candidates: Iterable[Candidate], context: Context, start: int, end: int) -> list[EntryRef]:
    """The candidates as what explains ``text[start:end]``, with the glosses of their first fitting sense."""
    codes, reading = fitting_codes(context.pos, context.ctype), context.reading
    return [
        EntryRef(
            candidate.entry.id,
            EntryKind.WORD,
            start,
            end,
            candidate.headword,
            _reading(candidate.readings, reading),
            _fitting_sense(candidate.senses, codes).glosses,
        )
        for candidate in candidates
    ]


def _fitting_sense(senses: Sequence[Sense], codes: frozenset[str]) -> Sense:
    if len(senses) > 1:
        for sense in senses:
            if not codes.isdisjoint(pos_codes(sense.pos)):
                return sense
    return senses[0]


def _reading(readings: tuple[str, ...], in_context: str) -> str:
    """The one of the readings that stands in the text, else the first."""
    return in_context if in_context in readings or not readings else readings[0]


def rank_names(candidates: Iterable[NameCandidate], context: Context) -> list[NameCandidate]:
    """The names, likeliest first: those read as in the text, then of the kind that UniDic takes it for."""
    expected = _NAME_KINDS.get(context.pos[2:4], _NAME_KINDS.get(context.pos[2:3], ()))
    return sorted(
        candidates,
        key=lambda name: (
            bool(context.reading) and context.reading not in name.readings,
            not any(kind in expected for kind in name.kinds),
            min((_NAME_ORDER.index(kind) for kind in name.kinds if kind in _NAME_ORDER), default=99),
        ),
    )


def name_reference(candidate: NameCandidate, context: Context, start: int, end: int) -> EntryRef:
    """The name as what explains ``text[start:end]``."""
    return EntryRef(
        candidate.id,
        EntryKind.NAME,
        start,
        end,
        candidate.headword,
        _reading(candidate.readings, context.reading),
        candidate.gloss,
    )


# UniDic's third and fourth level of part of speech for names, and JMnedict's kinds.
_GIVEN = ("given name", "female given name", "male given name")
_NAME_KINDS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("人名", "姓"): ("surname",),
    ("人名", "名"): _GIVEN,
    ("人名",): ("surname", "person", *_GIVEN),
    ("地名",): ("place", "railway station"),
    ("一般",): ("organization", "company", "product name", "work of art"),
}
# What a newspaper means first, where nothing else decides.
_NAME_ORDER = (
    "organization",
    "company",
    "person",
    "surname",
    "place",
    *_GIVEN,
    "name",
    "railway station",
)


@lru_cache(maxsize=1024)
def fitting_codes(pos: tuple[str, ...], ctype: str) -> frozenset[str]:
    """JMdict's codes for UniDic's part of speech; empty where that is unknown."""
    if pos[:1] != ("助動詞",):
        for length in range(len(ctype), 0, -1):
            if codes := _BY_CONJUGATION.get(ctype[:length]):
                return codes
    for levels in range(len(pos), 0, -1):
        if codes := _BY_POS.get(pos[:levels]):
            return codes
    return frozenset()


def _codes(table: str) -> dict[str, frozenset[str]]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return {key.strip(): frozenset(codes.split()) for key, codes in rows}


# UniDic's conjugation types, the longest beginning that is listed counts.
_BY_CONJUGATION = _codes(
    """
    五段-カ行   | v5k v5k-s
    五段-ガ行   | v5g
    五段-サ行   | v5s
    五段-タ行   | v5t
    五段-ナ行   | v5n vn
    五段-バ行   | v5b
    五段-マ行   | v5m
    五段-ラ行   | v5r v5r-i v5aru
    五段-ワア行 | v5u v5u-s
    上一段      | v1 vz
    下一段      | v1 v1-s
    カ行変格    | vk
    サ行変格    | vs vs-i vs-s vs-c vz
    形容詞      | adj-i adj-ix
    文語形容詞  | adj-ku adj-shiku adj-i
    文語        | v-arch vr vn
    """
)

_BY_POS = {
    tuple(key.split("-")): codes
    for key, codes in _codes(
        """
        名詞                | n vs adj-no n-suf n-pref adv
        名詞-数詞           | num n
        名詞-普通名詞-助数詞可能 | ctr n n-suf suf
        名詞-普通名詞-形状詞可能 | adj-na n adj-no
        名詞-普通名詞-副詞可能 | n adv
        代名詞              | pn
        形状詞              | adj-na adj-t adj-no
        形状詞-タリ         | adj-t adv-to
        連体詞              | adj-pn adj-f
        副詞                | adv adv-to
        接続詞              | conj
        感動詞              | int
        助詞                | prt
        助詞-接続助詞       | prt conj
        助動詞              | aux aux-v aux-adj cop
        接頭辞              | pref n-pref
        接尾辞              | suf n-suf ctr
        """
    ).items()
}
