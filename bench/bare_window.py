"""The least that shows a text with PySide6: ``python bench/bare_window.py FILE``.

``--edit FILE`` shows it in the widget for long texts, at its end; ``--hover`` shows what marks the line under
the pointer. What our window is measured against; it imports nothing of ours.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser, QWidget

SIZE = (1360, 860)
ROW = 40


class Hovered(QWidget):
    """White, but for the row under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self._row = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._row = self._row, int(event.position().y()) // ROW
        for row in {before, self._row}:
            self.update(QRect(0, row * ROW, self.width(), ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.fillRect(QRect(0, self._row * ROW, self.width(), ROW), Qt.GlobalColor.lightGray)


def main() -> None:
    application = QApplication(sys.argv)
    window: QWidget
    if sys.argv[1] == "--hover":
        window = Hovered()
    elif sys.argv[1] == "--edit":
        window = edit = QPlainTextEdit()
        edit.setPlainText(Path(sys.argv[2]).read_text(encoding="utf-8"))
        edit.moveCursor(QTextCursor.MoveOperation.End)  # or else only the beginning is laid out
    else:
        window = browser = QTextBrowser()
        browser.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    window.resize(*SIZE)
    window.show()
    application.exec()


main()
