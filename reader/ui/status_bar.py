"""The line at the bottom: what was just done, else how much is known; at the right, the keys."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

_SHOWN_FOR = 8000  # milliseconds
_MOMENT = 1000


class StatusBar(QWidget):
    """Says what was done for some seconds, then shows the counts again.

    Signals: ``undo_wanted()`` when the button beside a message was pressed; ``stop_wanted()`` when the one
    beside the progress was.
    """

    undo_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = ""
        self._is_quiet = False
        self._text = QLabel(self)
        self._text.setObjectName("quiet")
        self._text.setMinimumWidth(40)
        self._undo = QToolButton(self)
        self._undo.setObjectName("flat")
        self._undo.setText("Undo")
        self._undo.hide()
        self._undo.clicked.connect(self._undo_pressed)
        self._begun = QElapsedTimer()
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(120, 6)
        self._progress.setAccessibleName("Analysing the article")
        self._progress.setToolTip("Analysing the article")
        self._stop = QToolButton(self)
        self._stop.setObjectName("flat")
        self._stop.setText("Stop")
        self._stop.setToolTip("Analyse only what comes on screen")
        self._stop.clicked.connect(self.stop_wanted)
        for widget in (self._progress, self._stop):
            widget.hide()
        self._hint = QLabel(self)
        self._hint.setObjectName("quiet")
        small = self._hint.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        for label in (self._text, self._hint):
            label.setFont(small)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self.clear)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 3, 16, 3)
        self._layout.addWidget(self._text)
        self._layout.addWidget(self._undo)
        self._layout.addWidget(self._progress)
        self._layout.addWidget(self._stop)
        self._layout.addStretch(1)
        self._layout.addWidget(self._hint)

    def set_hint(self, text: str) -> None:
        """What to say at the right, where there is room."""
        self._hint.setText(text)
        self._fit()

    def set_quiet(self, quiet: bool) -> None:
        """Say only what was done, neither counts nor keys; or all of it again."""
        self._is_quiet = quiet
        if not self._timer.isActive():
            self._show_counts()
        self._fit()

    def show_progress(self, part: float | None) -> None:
        """Show how much of the article is analysed, once that takes more than a moment; None when it is."""
        if part is None:
            self._begun.invalidate()
        elif not self._begun.isValid():
            self._begun.start()
        is_long = part is not None and self._begun.elapsed() >= _MOMENT
        self._progress.setValue(round((part or 0) * 100))
        if is_long != self._stop.isVisibleTo(self):
            for widget in (self._progress, self._stop):
                widget.setVisible(is_long)
            self._fit()

    def show_counts(self, text: str) -> None:
        """What to show while there is nothing to say."""
        self._counts = text
        if not self._timer.isActive():
            self._show_counts()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what was done; ``undoable`` offers to take it back."""
        self._undo.setVisible(undoable)
        self._show(sentence)
        self._timer.start()

    def clear(self) -> None:
        """Forget what was said last and show the counts."""
        self._timer.stop()
        self._undo.hide()
        self._show_counts()

    def text(self) -> str:
        """What is shown at the left."""
        return self._text.text()

    def _undo_pressed(self) -> None:
        self.clear()
        self.undo_wanted.emit()

    def _show_counts(self) -> None:
        self._show("" if self._is_quiet else self._counts)

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self._fit()

    def _fit(self) -> None:
        """Show the keys where there is room for them."""
        self._hint.show()
        self._hint.setVisible(not self._is_quiet and self._layout.totalSizeHint().width() <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
