"""The small window that asks for a text: a title, a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

_WIDTH, _LINES = 460, 6


def ask_line(parent: QWidget, title: str, text: str, accept: Callable[[str], None]) -> None:
    """Ask for one line, beginning with ``text``; ``accept`` is called with it unless the user cancels."""
    field = QLineEdit(text)
    field.selectAll()
    _open(parent, title, field, lambda: accept(field.text().strip()))


def ask_lines(parent: QWidget, title: str, text: str, accept: Callable[[str], None]) -> None:
    """Ask for a text of any length. Tab moves on, Ctrl+Enter accepts; space around the text is left out."""
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 24)
    field.selectAll()
    dialog = _open(parent, title, field, lambda: accept(field.toPlainText().strip()))
    field.installEventFilter(_Finisher(dialog))


def _open(
    parent: QWidget, title: str, field: QLineEdit | QPlainTextEdit, accepted: Callable[[], None]
) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    label = QLabel(title, dialog)
    label.setBuddy(field)
    field.setAccessibleName(title)
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel, dialog)
    buttons.button(standard.Ok).setToolTip("Ctrl+Enter" if isinstance(field, QPlainTextEdit) else "Enter")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.accepted.connect(accepted)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(10)
    for widget in (label, field, buttons):
        layout.addWidget(widget)
    dialog.resize(_WIDTH, dialog.sizeHint().height())
    field.setFocus()
    dialog.open()
    return dialog


class _Finisher(QObject):
    """Accepts its dialog when Ctrl+Enter is pressed where Enter alone makes a new line. It has no signals."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._dialog.accept()
            return True
        return super().eventFilter(watched, event)
