"""The scrolling part of the gloss panel, put together from a few kinds of lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.language.inflection import EXPLANATIONS
from reader.model import Sense
from reader.ui.panel.gloss_pages import sense_html
from reader.ui.panel.heading import heading
from reader.ui.panel.link_row import LinkRow, RowText
from reader.ui.theme import Colours, japanese_font

_ROW_PIXELS = 17
_FIRST = 9
"""Lines made in the frame of the click; what a long entry has more follows in the next, below the edge."""


class GlossBody(QWidget):
    """Lines are added from top to bottom; ``finish`` ends it.

    Signals: ``save_wanted(sense)`` for the sense whose plus was pressed, from 1; ``text_wanted(text)`` when a
    reference to another entry was followed.
    """

    save_wanted = Signal(int)
    text_wanted = Signal(str)

    def __init__(self, colours: Colours, japanese: str) -> None:
        super().__init__()
        self.setObjectName("body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = colours
        self._font = japanese_font(japanese, _ROW_PIXELS)
        self._pluses: dict[int, QToolButton] = {}
        self._marked: tuple[int, ...] = ()
        self._lines = 0
        self._later: list[Callable[[], object]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 4, 16, 14)
        self._layout.setSpacing(5)

    def add_remark(self, text: str) -> None:
        """A quiet line."""
        self._line(lambda: self._layout.addWidget(self._label(text, name="quiet")))

    def add_heading(self, text: str) -> None:
        """A line across, then a small heading."""
        self._line(partial(self._put_heading, text))

    def add_inflection(self, base: str, steps: Sequence[str]) -> None:
        """How the word came by its form, from the dictionary form on; each step is explained on hover."""
        label = self._label(" › ".join((base, *steps)), name="quiet")
        explained = "\n".join(f"{step}: {EXPLANATIONS[step]}" for step in steps if step in EXPLANATIONS)
        label.setToolTip(explained)
        label.setAccessibleDescription(explained)
        self._line(partial(self._layout.addWidget, label))

    def add_senses(self, senses: Sequence[Sense]) -> None:
        """Numbered senses, each with a plus that saves it alone."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self._layout.addLayout(grid)
        for index, sense in enumerate(senses):
            before = senses[max(index - 1, 0)].pos
            self._line(partial(self._put_sense, grid, index + 1, sense, before))

    def add_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Named values; those that are empty are left out."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            grid.addWidget(self._label(name, name="quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(value), row, 1)
        self._layout.addLayout(grid)

    def add_row(self, text: RowText, chosen: Callable[[], None]) -> None:
        """A row that leads to another page."""
        self._line(partial(self._put_row, text, chosen))

    def mark_senses(self, numbers: tuple[int, ...]) -> None:
        """Show which senses are in the vocabulary."""
        self._marked = numbers
        for number, plus in self._pluses.items():
            plus.setText("✓" if number in numbers else "+")

    def finish(self) -> None:
        """Nothing follows."""
        if self._later:
            QTimer.singleShot(0, self, self._put_later)
        else:
            self._layout.addStretch(1)

    def _line(self, put: Callable[[], object]) -> None:
        """Put a line now, or with the rest if there are many before it."""
        self._lines += 1
        if self._lines <= _FIRST:
            put()
        else:
            self._later.append(put)

    def _put_later(self) -> None:
        for put in self._later:
            put()
        self._layout.addStretch(1)

    def _put_heading(self, text: str) -> None:
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        self._layout.addSpacing(5)
        self._layout.addWidget(line)
        self._layout.addSpacing(2)
        self._layout.addWidget(heading(text, self))

    def _put_sense(self, grid: QGridLayout, number: int, sense: Sense, pos_before: tuple[str, ...]) -> None:
        text = self._label(sense_html(sense, pos_before, self._colours.quiet))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.linkActivated.connect(self.text_wanted)
        plus = QToolButton(self)
        plus.setObjectName("flat")
        plus.setText("✓" if number in self._marked else "+")
        plus.setToolTip(f"Save this sense ({number})" if number <= 9 else "Save this sense")
        plus.setAccessibleName(f"Save sense {number}")
        plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        plus.clicked.connect(lambda: self.save_wanted.emit(number))
        self._pluses[number] = plus
        top = Qt.AlignmentFlag.AlignTop
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(self._label(str(number), name="quiet"), number, 0, top | right)
        grid.addWidget(text, number, 1, top)
        grid.addWidget(plus, number, 2, top)

    def _put_row(self, text: RowText, chosen: Callable[[], None]) -> None:
        row = LinkRow(text, self._font, self._colours, self)
        row.clicked.connect(lambda _checked: chosen())
        self._layout.addWidget(row)

    def _label(self, text: str, name: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label
