"""The bar below the page in which the user types what to find in the article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.find.finder import Finder
from reader.ui.theme import Theme

_WIDEST_FIELD = 300
_HINT = "Text, reading in kana, or dictionary form"


class FindBar(QWidget):
    """A field for the text, how many hits there are, and buttons to go from one to the next.

    It is hidden until ``open``. Signals: ``closed()`` when the user is done with it.
    """

    closed = Signal()

    def __init__(self, finder: Finder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._finder, self._theme = finder, theme
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_HINT)
        self._field.setAccessibleName("Find in the article")
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(_WIDEST_FIELD)
        self._field.textChanged.connect(self._look_for)
        self._field.returnPressed.connect(partial(finder.go, 1))
        backwards = QShortcut(QKeySequence("Shift+Return"), self._field, partial(finder.go, -1))
        backwards.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        self._buttons = [
            self._button("up", "Previous", partial(finder.go, -1)),
            self._button("down", "Next", partial(finder.go, 1)),
            self._button("close", "Close", self.close_bar),
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(4)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._buttons[0])
        layout.addWidget(self._buttons[1])
        layout.addSpacing(8)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self._buttons[2])
        finder.changed.connect(self._show_count)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def open(self, text: str) -> None:
        """Show the bar, with ``text`` in its field unless that is empty."""
        if text:
            self._field.setText(text)
        self.show()
        self._finder.look_for(self._field.text())
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar, and its hits with it. What was typed is there again when it is opened."""
        self.closed.emit()  # first, so that the focus goes where it belongs
        self.hide()
        self._finder.close()

    def go(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1); where the bar was closed, open it again."""
        if self.isHidden():
            self.open("")
        else:
            self._finder.go(step)

    def _look_for(self, text: str) -> None:
        if not self.isHidden():
            self._finder.look_for(text)

    def _show_count(self) -> None:
        finder, count = self._finder, self._finder.count()
        if not self._field.text().strip():
            text = ""
        elif count:
            text = f"{finder.number():,} of {count:,}" if finder.number() else f"{count:,}"
        else:
            text = "searching…" if finder.is_searching else "not found"
        self._count.setText(text)
        for button in self._buttons[:2]:
            button.setEnabled(count > 0)

    def _button(self, drawing: str, tip: str, pressed: partial[None] | object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        button.setProperty("drawing", drawing)
        button.setIconSize(QSize(14, 14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(pressed)
        return button

    def _restyle(self) -> None:
        for button in self._buttons:
            button.setIcon(self._theme.icon(button.property("drawing"), self._theme.colours.quiet))
