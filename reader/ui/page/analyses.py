"""The analyses of an article's paragraphs: those in use at hand, the others packed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, MutableMapping

from reader.engine.packing import pack, unpack
from reader.engine.protocol import PackedAnalysis
from reader.model import Analysis

_AT_HAND = 2_000  # words, of some 1,500 bytes each; packed they take a twentieth
_LEAST = 4  # paragraphs at hand, however long: what a screen shows is asked for again and again


class Analyses(MutableMapping[int, Analysis]):
    """Analyses by the numbers of their paragraphs; what was asked for lately is quick to get.

    What comes packed stays so beside what is at hand. Of the others at most one is packed at a time, so that
    no call takes long.
    """

    def __init__(self) -> None:
        self._at_hand: OrderedDict[int, Analysis] = OrderedDict()
        self._packed: dict[int, bytes] = {}
        self._words = 0  # of those at hand

    def __getitem__(self, number: int) -> Analysis:
        analysis = self._at_hand.get(number)
        if analysis is None:
            analysis = unpack(self._packed[number])
            self._put(number, analysis)
            self._pack_oldest()
        self._at_hand.move_to_end(number)
        return analysis

    def __setitem__(self, number: int, analysis: Analysis) -> None:
        self.put(number, analysis)

    def put(self, number: int, analysis: Analysis | PackedAnalysis) -> None:
        """Take over an analysis, packed or not."""
        self._take_out(number)
        if isinstance(analysis, PackedAnalysis):
            self._packed[number] = analysis.data
        else:
            self._packed.pop(number, None)
            self._put(number, analysis)
            self._pack_oldest()

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._take_out(number)
        self._packed.pop(number, None)

    def __contains__(self, number: object) -> bool:
        return number in self._at_hand or number in self._packed

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._at_hand.keys() | self._packed.keys()))

    def __len__(self) -> int:
        return len(self._at_hand.keys() | self._packed.keys())

    def clear(self) -> None:
        """Forget everything."""
        self._at_hand.clear()
        self._packed.clear()
        self._words = 0

    def copy(self) -> Analyses:
        """The same analyses, whatever becomes of these."""
        copy = Analyses()
        copy._at_hand = self._at_hand.copy()
        copy._packed = self._packed.copy()
        copy._words = self._words
        return copy

    def _put(self, number: int, analysis: Analysis) -> None:
        self._at_hand[number] = analysis
        self._words += len(analysis.words)

    def _take_out(self, number: int) -> None:
        analysis = self._at_hand.pop(number, None)
        if analysis is not None:
            self._words -= len(analysis.words)

    def _pack_oldest(self) -> None:
        if self._words <= _AT_HAND or len(self._at_hand) <= _LEAST:
            return
        oldest = next(iter(self._at_hand))
        if oldest not in self._packed:
            self._packed[oldest] = pack(self._at_hand[oldest])
        self._take_out(oldest)
