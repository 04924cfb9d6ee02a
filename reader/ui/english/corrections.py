"""What the user may do to a pair of Japanese and English that were found wrong: pure functions.

Each gives the pairs to be fixed; all else is aligned again around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Alignment, Pair

_Span = tuple[int, int]


def join(alignment: Alignment, number: int) -> tuple[Pair, ...]:
    """Pair ``number`` and the one after it as one; nothing if it is the last."""
    if number + 1 >= len(alignment.pairs):
        return ()
    one, other = alignment.pairs[number : number + 2]
    return (_fixed(_union(one.ja, other.ja), _union(one.en, other.en)),)


def split(alignment: Alignment, number: int, ja_offset: int) -> tuple[Pair, ...]:
    """Pair ``number`` cut in two before the Japanese sentence that holds ``ja_offset`` (after it, if that is
    the first); if it has only one, after its first English sentence. Nothing if there is nothing to cut.

    The English is cut at the same share of its length; where it has one sentence, that stays with the part
    that comes first, and the other part looks for a partner.
    """
    pair = alignment.pairs[number]
    if pair.ja is None or pair.en is None:
        return ()
    japanese, english = _within(alignment.ja_sentences, pair.ja), _within(alignment.en_sentences, pair.en)
    if len(japanese) < 2:
        return (_fixed(pair.ja, english[0]),) if len(english) > 1 else ()
    cut = max(sum(start <= ja_offset for start, _end in japanese) - 1, 1)
    before, after = (pair.ja[0], japanese[cut - 1][1]), (japanese[cut][0], pair.ja[1])
    if len(english) < 2:
        return (_fixed(before, pair.en),)
    wanted = pair.en[0] + (before[1] - pair.ja[0]) / (pair.ja[1] - pair.ja[0]) * (pair.en[1] - pair.en[0])
    last = min(range(len(english) - 1), key=lambda at: abs(english[at][1] - wanted))
    return (
        _fixed(before, (pair.en[0], english[last][1])),
        _fixed(after, (english[last + 1][0], pair.en[1])),
    )


def unlink(alignment: Alignment, number: int) -> tuple[Pair, ...]:
    """Both sides of a pair without a partner; nothing if one has none already."""
    pair = alignment.pairs[number]
    return (_fixed(pair.ja, None), _fixed(None, pair.en)) if pair.ja and pair.en else ()


def shift(alignment: Alignment, number: int, step: int) -> tuple[Pair, ...]:
    """The first English sentence of pair ``number`` moved to the Japanese before (``step`` -1), or its last
    one to that after (1). Nothing if there is none."""
    pair = alignment.pairs[number]
    target = _beside(alignment.pairs, number, step)
    if pair.en is None or target is None:
        return ()
    sentences = _within(alignment.en_sentences, pair.en)
    return move(alignment, sentences[0 if step < 0 else -1], target)


def move(alignment: Alignment, sentence: _Span, target: int) -> tuple[Pair, ...]:
    """An English sentence moved to the Japanese of pair ``target``.

    It joins the English there if it stands beside that, else it takes its place. Nothing if the pair has no
    Japanese, or has the sentence already.
    """
    pair = alignment.pairs[target]
    if pair.ja is None or (pair.en and pair.en[0] <= sentence[0] < pair.en[1]):
        return ()
    sentences = alignment.en_sentences
    if pair.en is not None:
        at = sentences.index(sentence)
        is_beside = (at > 0 and sentences[at - 1][1] == pair.en[1]) or (
            at + 1 < len(sentences) and sentences[at + 1][0] == pair.en[0]
        )
        if is_beside:
            return (_fixed(pair.ja, _union(pair.en, sentence)),)
    return (_fixed(pair.ja, sentence),)


def sentence_at(sentences: Sequence[_Span], offset: int) -> _Span | None:
    """The sentence that holds an offset."""
    return next(((start, end) for start, end in sentences if start <= offset < end), None)


def fix(fixed: Iterable[Pair], new: Sequence[Pair]) -> tuple[Pair, ...]:
    """All pairs that are fixed once ``new`` ones are: older ones that touch or cross these are given up."""
    kept = [old for old in fixed if not any(_disagree(old, pair) for pair in new)]
    return tuple(sorted((*kept, *new), key=lambda pair: (pair.ja or (-1, 0), pair.en or (-1, 0))))


def _disagree(one: Pair, other: Pair) -> bool:
    if _touch(one.ja, other.ja) or _touch(one.en, other.en):
        return True
    if one.ja and one.en and other.ja and other.en:
        return (one.ja < other.ja) != (one.en < other.en)
    return False


def _touch(one: _Span | None, other: _Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _fixed(ja: _Span | None, en: _Span | None) -> Pair:
    return Pair(ja, en, 1.0, fixed=True)


def _union(one: _Span | None, other: _Span | None) -> _Span | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _within(sentences: Iterable[_Span], span: _Span) -> list[_Span]:
    return [(start, end) for start, end in sentences if span[0] <= start < span[1]]


def _beside(pairs: Sequence[Pair], number: int, step: int) -> int | None:
    """The nearest pair before or after that has Japanese."""
    end = -1 if step < 0 else len(pairs)
    return next((at for at in range(number + step, end, step) if pairs[at].ja), None)
