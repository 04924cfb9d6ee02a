"""The scrolling part of the gloss panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.ui.panel.gloss_html import NUMBER_PIXELS


class GlossBody(QTextBrowser):
    """Shows the HTML that ``gloss_html`` makes. One document takes a tenth of the time of a widget a line.

    Signals: ``save_wanted(sense)`` for the sense whose plus was chosen, from 1; ``row_chosen(number)`` for a
    row, from 0; ``text_wanted(text)`` when a reference to another entry was followed.
    """

    save_wanted = Signal(int)
    row_chosen = Signal(int)
    text_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setAccessibleName("Meanings")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(20, 4, 10, 0)
        self.setTabStopDistance(NUMBER_PIXELS)
        self.document().setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, html: str) -> None:
        """Show another page, from its top."""
        self.setHtml(html)

    def refresh(self, html: str) -> None:
        """Show the same page in a new state: what is in sight and what has the focus stay."""
        top, before = self.verticalScrollBar().value(), self.textCursor()
        start, end = before.selectionStart(), before.selectionEnd()
        self.setHtml(html)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(top)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()  # without a position: our links are nothing to copy
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _follow(self, url: QUrl) -> None:
        what, value = url.scheme(), url.path(QUrl.ComponentFormattingOption.FullyDecoded)
        if what == "save":
            self.save_wanted.emit(int(value))
        elif what == "row":
            self.row_chosen.emit(int(value))
        else:
            self.text_wanted.emit(value)
