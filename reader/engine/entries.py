"""Which dictionary entries the panel lists for a word, in which order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reader.dictionary.candidates import Candidate, NameCandidate
from reader.dictionary.characters import is_kana
from reader.dictionary.ranking import Context, fitting_codes, name_reference, rank, rank_names, references
from reader.kana import to_hiragana
from reader.language.counters import COUNTERS
from reader.language.numbers import Number
from reader.language.spellings import Run, dictionary_forms, halves, modern_form, plain_form
from reader.language.tokenizer import Token
from reader.language.words import Span
from reader.model import EntryKind, EntryRef

_MOST = 12  # entries for one word
_MOST_HOMOGRAPHS = 5  # of those, entries of the whole word before its parts
_MOST_OF_A_PART = 3
_CERTAIN = (("助詞",), ("助動詞",), ("動詞",))  # parts of speech that UniDic hardly ever mistakes
_COUNTER = ("名詞", "普通名詞", "助数詞可能")


@dataclass(slots=True)
class Lookups:
    """What the dictionaries have for one paragraph by spelling, and the ``known_runs`` of its tokens.

    ``people`` are spellings that mean a person in it.
    """

    words: Mapping[str, Sequence[Candidate]]
    names: Mapping[str, Sequence[NameCandidate]]
    runs: Sequence[Sequence[Run]]
    people: Collection[str] = ()


def entries_for(
    tokens: Sequence[Token], span: Span, number: Number | None, base_reading: str, lookups: Lookups
) -> tuple[EntryRef, ...]:
    """The word's own entries, the likeliest first, and those of its parts. There may be more: ``further``."""
    token = tokens[span.first]
    start, end = token.start, tokens[span.last - 1].end
    is_one_token = span.core == span.first + 1
    context = _context(token, base_reading) if is_one_token else Context(base_reading)
    spellings = (span.headword, *(dictionary_forms(token) if is_one_token else ()))
    if number and number.spelling:
        spellings = (*spellings, number.spelling)
    words = _words(spellings, context, (start, end), lookups, _MOST_HOMOGRAPHS)
    if number:  # 10分 is 十分 (ten minutes), but no 十分 (enough), and saved as it is written
        words = [ref._replace(headword=span.headword) for ref in words if ref.reading == number.reading]
    names: list[EntryRef] = []
    if candidates := lookups.names.get(span.headword):
        likeliest = rank_names(candidates, context)[:_MOST_HOMOGRAPHS]
        names = [name_reference(name, context, start, end) for name in likeliest]
    is_name = token.pos[1] == "固有名詞" or span.headword in lookups.people
    if is_name:
        known = [word for word in words if word.gloss[0][0].isupper() and word.reading == base_reading]
        own = [*known, *names, *words]  # 日本 is Japan before it is a surname
    else:
        own = words if number else [*words, *names]
    if span.last > span.core:  # よって is a headword besides a form of よる
        surface = "".join(token.surface for token in tokens[span.first : span.last])
        at = _MOST_HOMOGRAPHS - 1
        if not all(word.kana_for_kanji for word in lookups.words.get(surface, ())):  # した is no 舌
            own[at:at] = _words((surface,), Context(), (start, end), lookups, 1)
    parts = _counters(number, lookups) if number else _parts(tokens, span, base_reading, lookups)
    if own and own[0].kind is EntryKind.NAME:  # 習近平 is a man, and no plain
        parts = [part for part in parts if part.end - part.start > 1]
    if number:  # 百人 is seldom the surname
        parts = [*parts, *names]
    return _without_doubles([*own[:_MOST_HOMOGRAPHS], *parts])[:_MOST]


def _without_doubles(refs: Sequence[EntryRef]) -> tuple[EntryRef, ...]:
    kept: dict[tuple[int, int, int], EntryRef] = {}
    for ref in refs:
        kept.setdefault((ref.id, ref.start, ref.end), ref)
    return tuple(kept.values())


def _words(
    spellings: tuple[str, ...], context: Context, place: tuple[int, int], lookups: Lookups, most: int
) -> list[EntryRef]:
    """The entries under these spellings as explanations of ``text[place[0]:place[1]]``, likeliest first."""
    candidates: list[Candidate] = []
    for spelling in dict.fromkeys(spellings):
        candidates += lookups.words.get(spelling, ())
    if not candidates:
        return []
    likely = _possible(rank(candidates, context), context)[:most]
    return references(likely, context, *place)


def _possible(candidates: list[Candidate], context: Context) -> list[Candidate]:
    """Of grammar and verbs in kana, those that can be it, if any can: は is no leaf, した no 擦る."""
    if context.pos[:1] not in _CERTAIN:
        return candidates
    codes = fitting_codes(context.pos, context.ctype)
    possible = [each for each in candidates if not codes.isdisjoint(each.pos) or not is_kana(each.headword)]
    if possible and is_kana(possible[0].headword):  # する is no 為る
        possible = [each for each in possible if context.reading in each.readings] or possible
    return possible or candidates


def _context(token: Token, base_reading: str) -> Context:
    return Context(base_reading, token.pos, token.ctype, token.lemma)


def _parts(tokens: Sequence[Token], span: Span, base_reading: str, lookups: Lookups) -> list[EntryRef]:
    """The entries of what a word is made of: shorter words in its core, tokens, the verbs that colour it."""
    found: list[EntryRef] = []
    particles: list[EntryRef] = []
    is_grammar = tokens[span.first].pos[0] in ("助詞", "助動詞")
    for index in range(span.first, span.last):
        token = tokens[index]
        is_whole = index == span.first and span.core == span.first + 1
        if index >= span.core and token.pos[0] not in ("動詞", "形容詞"):
            continue
        longer = _longest_within(tokens, index, span, lookups) if index < span.core else []
        own: list[EntryRef] = []
        if not is_whole:
            reading = _reading_within(tokens, index, span, base_reading)
            forms, context = dictionary_forms(token), _context(token, reading)
            own = _words(forms, context, (token.start, token.end), lookups, _MOST_OF_A_PART)
            own = [ref for ref in own if ref.reading == reading] or own  # 的 of 政治的 is no まと
            if index == span.core - 1 and not reading:
                own = [ref for ref in own if base_reading.endswith(ref.reading)] or own
        if is_grammar and token.pos[0] == "助詞":  # in を通じて, を tells least
            particles += own
            own = []
        # in に比べて, 比べる tells more than 比べて; but おける of における is no 置く
        is_verb = token.pos[0] == "動詞" and not token.ctype.startswith("文語")
        found += [*own, *longer] if is_grammar and is_verb else [*longer, *own]
        found += _halves(token, lookups)
    return [*found, *particles]


def _reading_within(tokens: Sequence[Token], index: int, span: Span, base_reading: str) -> str:
    """A token's reading, "" where that of the whole word (じん of スロバキア人) shows that it is another."""
    token = tokens[index]
    reading = "" if plain_form(token) else to_hiragana(token.base_kana)
    if modern_form(token).endswith("じる") and reading.endswith("ずる"):  # 応じ of に応じて
        reading = reading[:-2] + "じる"
    if token.ctype or not base_reading:
        return reading
    is_wrong = (index == span.first and not base_reading.startswith(reading)) or (
        index == span.core - 1 and not base_reading.endswith(reading)
    )
    return "" if is_wrong else reading


def _longest_within(tokens: Sequence[Token], first: int, span: Span, lookups: Lookups) -> list[EntryRef]:
    """The longest word from the token ``first`` on within a longer one: 証券 + 取引所."""
    if tokens[first].pos[0] in ("助詞", "助動詞"):  # において holds no におい
        return []
    for last, spellings in lookups.runs[first]:
        if last < span.core or (last == span.core and first > span.first):
            start, end = tokens[first].start, tokens[last - 1].end
            if refs := _words(spellings, Context(), (start, end), lookups, 1):
                return refs
    return []


def _halves(token: Token, lookups: Lookups) -> list[EntryRef]:
    """The two words that one token is made of, where the dictionary has both."""
    for pair in halves(token):
        refs = [_words(part.forms, Context(), (part.start, part.end), lookups, 1) for part in pair]
        if all(refs):
            return [ref for part in refs for ref in part]
    return []


def _counters(number: Number, lookups: Lookups) -> list[EntryRef]:
    """The counter's own entry: 分 of 50分; 人 of 10万人 as にん only."""
    found: list[EntryRef] = []
    for piece, spelling in zip(number.pieces, number.parts, strict=True):
        if not spelling.isdecimal():
            counter = COUNTERS.get(spelling)
            readings = (piece.reading, counter.reading) if counter else (piece.reading,)  # 30分: ふん
            context, place = Context(readings[-1], _COUNTER), (piece.start, piece.end)
            refs = _words((spelling,), context, place, lookups, 2)
            found += [ref for ref in refs if ref.reading in readings] or refs
    return found
