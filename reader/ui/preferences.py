"""The one window for all that can be preferred, page by page; what is chosen takes effect at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model import FuriganaMode, ReadingSource
from reader.settings import Settings
from reader.ui.change import Change
from reader.ui.choice import choice
from reader.ui.keys_page import keys_page
from reader.ui.looks import looks_page
from reader.ui.screen import resize_on_screen

_FURIGANA = {
    FuriganaMode.ALL: "Over all words",
    FuriganaMode.UNKNOWN: "Over words not known yet",
    FuriganaMode.FIRST: "Where a word comes first",
    FuriganaMode.HOVER: "Over the word under the pointer",
    FuriganaMode.NONE: "None",
}
_SOURCES = {
    ReadingSource.CONTEXT: "Chosen in context (recommended)",
    ReadingSource.PYKAKASI: "pykakasi alone",
}


Page = Callable[[Settings, Change], QWidget]
"""Makes the widget of one page, its controls showing the settings and calling back with each change."""


def reading_page(settings: Settings, change: Change) -> QWidget:
    """Furigana, and where they come from."""
    page, form = _form()
    form.addRow("Furigana", choice(_FURIGANA, settings.furigana, lambda mode: change(furigana=mode)))
    compact = QCheckBox("Close up where none are shown")
    compact.setToolTip("Else lines stay where they are, whichever furigana are shown")
    compact.setChecked(settings.compact_furigana)
    compact.toggled.connect(lambda chosen: change(compact_furigana=chosen))
    form.addRow("", compact)
    small = QCheckBox("Small kana in furigana (きょう, not きよう)")
    small.setChecked(settings.small_kana)
    small.toggled.connect(lambda chosen: change(small_kana=chosen))
    form.addRow("", small)
    source = choice(_SOURCES, settings.reading_source, lambda chosen: change(reading_source=chosen))
    form.addRow("Readings", source)
    return page


PAGES: tuple[tuple[str, Page], ...] = (
    ("Reading", reading_page),
    ("Appearance", looks_page),
    ("Keys", keys_page),
)
"""The pages by their titles; a new feature adds its own here."""


def show_preferences(parent: QWidget, settings: Settings, change: Change) -> None:
    """Open the window. ``change`` is called with each new value as soon as it is chosen."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Preferences")
    titles, stack = QListWidget(dialog), QStackedWidget(dialog)
    titles.setObjectName("pages")
    titles.setFixedWidth(150)
    for title, page in PAGES:
        titles.addItem(title)
        stack.addWidget(page(settings, change))
    titles.currentRowChanged.connect(stack.setCurrentIndex)
    titles.setCurrentRow(0)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    content = QHBoxLayout()
    content.setSpacing(16)
    content.addWidget(titles)
    content.addWidget(stack, 1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.addLayout(content, 1)
    layout.addWidget(buttons)
    resize_on_screen(dialog, 680, 480)
    dialog.open()


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(4, 6, 4, 4)
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return page, form
