"""Which words show their readings in each furigana mode."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.model import Analysis, FuriganaMode, Paragraph, Place, Word, WordKey
from reader.vocabulary.model import Status

_NOT_NEEDED = {Status.KNOWN, Status.IGNORED}


class Stretch(NamedTuple):
    """The code points ``start`` to ``end`` of a paragraph, over which readings are shown."""

    start: int
    end: int


def is_over(offset: int, stretches: Sequence[Stretch]) -> bool:
    """Whether the offset lies in one of the stretches, which are in order."""
    number = bisect_right(stretches, offset, key=lambda stretch: stretch.start) - 1
    return number >= 0 and offset < stretches[number].end


class FirstPlaces:
    """Where each word first stands in an article, as far as that is analysed, in whatever order."""

    def __init__(self) -> None:
        self._places: dict[WordKey, Place] = {}

    def add(self, paragraph: int, firsts: Mapping[WordKey, int]) -> bool:
        """Take note of where each word of a paragraph first stands there. Returns whether one of them was
        taken to be first elsewhere."""
        moved = False
        for key, start in firsts.items():
            place = Place(paragraph, start)
            before = self._places.setdefault(key, place)
            if place < before:
                self._places[key] = place
                moved = True
        return moved

    def is_first(self, paragraph: int, word: Word) -> bool:
        """Whether the word stands nowhere before."""
        return self._places.get(word.key) == (paragraph, word.start)

    def clear(self) -> None:
        """Forget all words."""
        self._places.clear()


def shows_reading(
    mode: FuriganaMode, status_of: Callable[[Word], Status | None], firsts: FirstPlaces
) -> Callable[[int, Word], bool]:
    """Tells of a paragraph's word whether its reading is shown without being pointed at."""
    match mode:
        case FuriganaMode.ALL:
            return lambda _paragraph, _word: True
        case FuriganaMode.UNKNOWN:
            return lambda _paragraph, word: status_of(word) not in _NOT_NEEDED
        case FuriganaMode.FIRST:
            return firsts.is_first
        case _:
            return lambda _paragraph, _word: False


def stretches(
    number: int, paragraph: Paragraph, analysis: Analysis | None, accept: Callable[[int, Word], bool]
) -> list[Stretch]:
    """Where in paragraph ``number`` readings are shown, in order: over the accepted words.

    The author's reading of what is in no word is shown as well, since nothing speaks against it.
    """
    words: Sequence[Word] = analysis.words if analysis else ()
    shown = [Stretch(word.start, word.end) for word in words if accept(number, word)]
    if paragraph.ruby:
        in_words = {offset for word in words for offset in range(word.start, word.end)}
        shown += (Stretch(ruby.start, ruby.end) for ruby in paragraph.ruby if ruby.start not in in_words)
        shown.sort()
    return shown


class ShownReadings:
    """Which readings of an article are drawn in a mode, and whether only those have room."""

    def __init__(self) -> None:
        self.mode = FuriganaMode.ALL
        self.is_compact = False
        self._firsts = FirstPlaces()
        self._chosen: dict[int, list[Stretch]] = {}  # of the paragraphs asked for lately

    @property
    def leaves_out_room(self) -> bool:
        """Whether some readings have no room, because they are not drawn."""
        return self.is_compact and self.mode not in {FuriganaMode.ALL, FuriganaMode.HOVER}

    def add(self, paragraph: int, firsts: Mapping[WordKey, int]) -> bool:
        """Take note of where each word of a paragraph first stands there. Returns whether that changes what
        is drawn elsewhere."""
        self._chosen.pop(paragraph, None)
        return self._firsts.add(paragraph, firsts) and self.mode is FuriganaMode.FIRST

    def stretches(
        self,
        number: int,
        paragraph: Paragraph,
        analysis: Analysis | None,
        status_of: Callable[[Word], Status | None],
    ) -> list[Stretch]:
        """Where readings are drawn in paragraph ``number`` without being pointed at, in order."""
        if number not in self._chosen:
            self._chosen[number] = stretches(number, paragraph, analysis, self.choice(status_of))
        return self._chosen[number]

    def choice(self, status_of: Callable[[Word], Status | None]) -> Callable[[int, Word], bool]:
        """Tells of a paragraph's word whether its reading is drawn without being pointed at."""
        return shows_reading(self.mode, status_of, self._firsts)

    def keep(self, paragraphs: range) -> None:
        """Forget what was chosen for other paragraphs, which are out of sight."""
        for number in self._chosen.keys() - paragraphs:
            del self._chosen[number]

    def forget_choice(self) -> None:
        """Choose anew: another mode, or words have another status."""
        self._chosen.clear()

    def clear(self) -> None:
        """Forget all words."""
        self._chosen.clear()
        self._firsts.clear()
