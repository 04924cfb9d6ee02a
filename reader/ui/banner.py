"""A message inside the window that stays until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.ui.theme import Theme


class Banner(QFrame):
    """Says in one sentence what went wrong and what to do. Signals: ``dismissed()``."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = theme
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setObjectName("flat")
        self._close.setToolTip("Dismiss (Esc)")
        self._close.setAccessibleName("Dismiss")
        self._close.clicked.connect(self.dismiss)
        self._offered: QAction | None = None
        self._offer = QPushButton(self)
        self._offer.clicked.connect(self._accept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_message(self, sentence: str, offer: QAction | None = None) -> None:
        """Show ``sentence`` in place of what was shown, and a button for what can be done about it."""
        self._offered = offer
        self._offer.setVisible(offer is not None)
        self._offer.setText(offer.text() if offer else "")
        self._close.setIcon(self._theme.icon("close"))
        self._text.setText(sentence)
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        if self.isVisible():
            self.hide()
            self.dismissed.emit()

    def _accept(self) -> None:
        self.dismiss()
        if self._offered is not None:
            self._offered.trigger()

    def text(self) -> str:
        """The message, "" if there is none."""
        return self._text.text() if not self.isHidden() else ""
