"""The lines below words and readings: under words of the vocabulary, and under readings that are not sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.model import Analysis, Word
from reader.ui.page import word_walk
from reader.ui.page.furigana import Stretch
from reader.ui.page.other_reading import is_unsure
from reader.vocabulary.model import Status

_NO_WORDS = Analysis((), ())


class WordLines:
    """The lines in the paragraphs in sight, found once: in each paragraph the spans of underlined words with
    their status (None: not in the vocabulary), and of the readings that are not sure.
    """

    def __init__(self) -> None:
        self.is_unknown_marked = False
        """Whether words that are not in the vocabulary are underlined, too."""
        self.underlined: dict[int, list[tuple[int, int, Status | None]]] = {}
        self.unsure: dict[int, list[Stretch]] = {}

    def find(
        self,
        paragraphs: range,
        analyses: Mapping[int, Analysis],
        status_of: Callable[[Word], Status | None],
    ) -> None:
        """Find the lines of these paragraphs where they are not known yet, and forget those of others."""
        for paragraph in self.underlined.keys() - paragraphs:
            del self.underlined[paragraph]
        for paragraph in self.unsure.keys() - paragraphs:
            del self.unsure[paragraph]
        for paragraph in paragraphs:
            if paragraph not in self.underlined:
                found = analyses.get(paragraph, _NO_WORDS)
                self.underlined[paragraph] = self._underlines(found, status_of)
            if paragraph not in self.unsure:
                found = analyses.get(paragraph, _NO_WORDS)
                self.unsure[paragraph] = _unsure_readings(found)

    def forget(self, paragraph: int) -> None:
        """A paragraph has other words now."""
        self.underlined.pop(paragraph, None)
        self.unsure.pop(paragraph, None)

    def forget_statuses(self) -> None:
        """Words have other statuses now, or others are underlined."""
        self.underlined.clear()

    def clear(self) -> None:
        """Forget all words."""
        self.underlined.clear()
        self.unsure.clear()

    def _underlines(
        self, analysis: Analysis, status_of: Callable[[Word], Status | None]
    ) -> list[tuple[int, int, Status | None]]:
        statuses = ((word, status_of(word)) for word in analysis.words)
        return [
            (word.start, word.end, status)
            for word, status in statuses
            if status is not None or (self.is_unknown_marked and word_walk.is_unknown(word, None))
        ]


def _unsure_readings(analysis: Analysis) -> list[Stretch]:
    return [Stretch(word.ruby[0].start, word.ruby[-1].end) for word in analysis.words if is_unsure(word)]
