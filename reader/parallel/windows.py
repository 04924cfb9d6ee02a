"""Groups the sentences of long texts window by window: time and memory grow with their length alone.

Of each window only what is before a pair beyond doubt is kept, and the next begins there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.parallel.grouping import Group
from reader.parallel.landmarks import Landmarks

WINDOW = 80
"""The Japanese sentences of a window."""

_OVERLAP = 20  # the last of them are done again with what follows
_SLACK = 15  # English sentences around a landmark
_WIDEST = 600  # English sentences
_BEYOND_DOUBT = 0.99
_SURE = 0.9
_COMPANY, _CLOSE_BY = 3, 6  # so many sure pairs among so many groups

GroupWindow = Callable[[range, range], list[Group]]
"""The groups of some Japanese and some English sentences, numbered from 0."""


def group_in_windows(n_ja: int, n_en: int, landmarks: Landmarks, group: GroupWindow) -> Iterator[Group]:
    """The groups of texts with so many sentences, in order."""
    ja = en = 0
    while ja < n_ja and en < n_en:
        ja_to = min(n_ja, ja + WINDOW)
        en_to = min(n_en, max(landmarks.behind(ja_to), en) + _SLACK, en + _WIDEST)
        groups = [_moved(found, ja, en) for found in group(range(ja, ja_to), range(en, en_to))]
        if ja_to < n_ja:
            groups = groups[: _beyond_doubt(groups, ja_to - _OVERLAP)]
        yield from groups
        if groups:
            ja, en = groups[-1].ja_end, groups[-1].en_end
            continue
        # nothing of it is in the English, or not where it was looked for
        ja_to -= _OVERLAP
        en_to = max(en, min(n_en, landmarks.before(ja_to) - _SLACK))
        yield from _left_out(ja, ja_to, en, en_to)
        ja, en = ja_to, en_to
    yield from _left_out(ja, n_ja, en, n_en)


def _moved(found: Group, ja: int, en: int) -> Group:
    return Group(
        found.ja_start + ja, found.ja_end + ja, found.en_start + en, found.en_end + en, found.confidence
    )


def _beyond_doubt(groups: list[Group], ja_to: int) -> int:
    """How many of the groups to keep: up to the last single pair before ``ja_to`` that is beyond doubt.

    It has sure pairs close by, too, since where one side has nothing, a single pair is easily a mistake.
    """
    kept = 0
    sure = [found.confidence >= _SURE and _is_pair(found) for found in groups]
    for number, found in enumerate(groups, start=1):
        if found.ja_end > ja_to:
            break
        single = found.ja_end - found.ja_start == found.en_end - found.en_start == 1
        company = sum(sure[max(0, number - _CLOSE_BY) : number])
        if single and found.confidence >= _BEYOND_DOUBT and company >= _COMPANY:
            kept = number
    return kept


def _is_pair(found: Group) -> bool:
    return found.ja_end > found.ja_start and found.en_end > found.en_start


def _left_out(ja: int, ja_to: int, en: int, en_to: int) -> Iterator[Group]:
    for one in range(ja, ja_to):
        yield Group(one, one + 1, en, en, 1.0)
    for one in range(en, en_to):
        yield Group(ja_to, ja_to, one, one + 1, 1.0)
