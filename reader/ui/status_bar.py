"""The line at the bottom: what was just done, else how much is known; at the right, the keys."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

_SHOWN_FOR = 8000  # milliseconds
_HINT = "S save · K known · T English · F furigana · ? all keys"


class StatusBar(QWidget):
    """Says what was done for some seconds, then shows the counts again.

    Signals: ``undo_wanted()`` when the button beside a message was pressed.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = ""
        self._text = QLabel(self)
        self._text.setObjectName("quiet")
        self._text.setMinimumWidth(40)
        self._undo = QToolButton(self)
        self._undo.setObjectName("flat")
        self._undo.setText("Undo")
        self._undo.hide()
        self._undo.clicked.connect(self._undo_pressed)
        hint = QLabel(_HINT, self)
        hint.setObjectName("quiet")
        small = hint.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        for label in (self._text, hint):
            label.setFont(small)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self._fall_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 3, 16, 3)
        layout.addWidget(self._text)
        layout.addWidget(self._undo)
        layout.addStretch(1)
        layout.addWidget(hint)

    def show_counts(self, text: str) -> None:
        """What to show while there is nothing to say."""
        self._counts = text
        if not self._timer.isActive():
            self._text.setText(text)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what was done; ``undoable`` offers to take it back."""
        self._text.setText(sentence)
        self._undo.setVisible(undoable)
        self._timer.start()

    def text(self) -> str:
        """What is shown at the left."""
        return self._text.text()

    def _undo_pressed(self) -> None:
        self._fall_back()
        self.undo_wanted.emit()

    def _fall_back(self) -> None:
        self._timer.stop()
        self._undo.hide()
        self._text.setText(self._counts)
