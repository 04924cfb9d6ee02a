"""The dialog that writes words to a file: in which format, which words, which columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.engine.protocol import Exported, ExportVocabulary, Refused
from reader.model import WordKey
from reader.settings import ExportRows, Settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.screen import resize_on_screen
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.queries import WordFilter
from reader.vocabulary.selection import Selection
from reader.vocabulary.tables import ALL_COLUMNS, COLUMNS

_SIZE = (480, 520)
_FORMATS = {
    "csv": "Table for a spreadsheet (CSV)",
    "tsv": "Table with tabs (TSV)",
    "json": "Everything, to be read again (JSON)",
    "apkg": "Anki package",
    "html": "Word list with furigana (web page)",
    "md": "Word list with furigana (Markdown)",
}
_TABLES = {"csv", "tsv"}
_ROWS = {
    ExportRows.ALL: "All that were saved",
    ExportRows.NEW: "New or changed since the last export",
    ExportRows.LISTED: "Those that the vocabulary window lists",
    ExportRows.SELECTED: "Those selected there",
}
_COLUMN_NAMES = {"PartOfSpeech": "Part of speech", "LookedUp": "Looked up", "EntryId": "Entry number"}


class ExportDialog(QDialog):
    """Asks what to export and lets the engine write it. It has no signals.

    ``listed`` is what the vocabulary window lists and ``selected`` what is selected there; None where it
    is not open. What was chosen is remembered with ``change``.
    """

    def __init__(
        self,
        saved: SavedWords,
        engine: EngineBridge,
        settings: Settings,
        change: Callable[..., None],
        *,
        listed: WordFilter | None = None,
        selected: Sequence[WordKey] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export the vocabulary")
        self._saved, self._engine, self._settings, self._change = saved, engine, settings, change
        self._listed, self._selected = listed, tuple(selected)
        self._ticket: int | None = None
        self._is_closed = False
        self._format = _box(self, _FORMATS, settings.export_format)
        offered = {
            rows: text
            for rows, text in _ROWS.items()
            if (rows is not ExportRows.LISTED or listed is not None)
            and (rows is not ExportRows.SELECTED or selected)
        }
        self._rows = _box(self, offered, ExportRows.SELECTED if selected else settings.export_rows)
        self._columns = QListWidget(self)
        self._columns.setObjectName("pages")
        self._columns.setAccessibleName("Columns")
        for name in ALL_COLUMNS:
            item = QListWidgetItem(_COLUMN_NAMES.get(name, name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            chosen = name in (settings.export_columns or COLUMNS)
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self._columns.addItem(item)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._export = QPushButton("Export…", self)
        self._export.setDefault(True)
        self._export.clicked.connect(self._choose_file)
        self._format.currentIndexChanged.connect(self._refresh)
        self._columns.itemChanged.connect(self._refresh)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("Format", self._format)
        form.addRow("Words", self._rows)
        form.addRow("Columns", self._columns)
        close = QPushButton("Close", self)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._export)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form, 1)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        resize_on_screen(self, *_SIZE)

    def _chosen_columns(self) -> tuple[str, ...]:
        items = (self._columns.item(row) for row in range(self._columns.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _refresh(self) -> None:
        """Offer columns where there are any, and export only what has some."""
        is_table = self._format.currentData() in _TABLES
        self._columns.setEnabled(is_table)
        self._export.setEnabled(bool(self._chosen_columns()) or not is_table)

    # --- exporting ---

    def _choose_file(self) -> None:
        kind: str = self._format.currentData()
        proposed = Path(self._settings.export_folder, f"vocabulary.{kind}")
        name, _filter = QFileDialog.getSaveFileName(self, "Export the vocabulary", str(proposed), f"*.{kind}")
        if not name:
            return
        target = Path(name)
        if not target.suffix:
            target = target.with_suffix(f".{kind}")
        rows, columns = ExportRows(self._rows.currentData()), self._chosen_columns()
        self._change(
            export_folder=str(target.parent), export_format=kind, export_rows=rows, export_columns=columns
        )
        self._export.setEnabled(False)
        self._said.setText("Exporting…")
        # By way of the vocabulary's thread in any case: what is still being written is to be exported, too.
        self._saved.fetch(
            lambda vocabulary: vocabulary.last_export(kind),
            lambda revision: self._ask(kind, target, self._selection(rows, revision), columns),
        )

    def _selection(self, rows: ExportRows, last: int) -> Selection | None:
        match rows:
            case ExportRows.NEW:
                return Selection(WordFilter(newer_than=last))
            case ExportRows.LISTED if self._listed is not None:
                return Selection(self._listed, marked=True)
            case ExportRows.SELECTED:
                return Selection(keys=self._selected, marked=True)
            case _:
                return None

    def _ask(self, kind: str, target: Path, selection: Selection | None, columns: tuple[str, ...]) -> None:
        if not self._is_closed:
            question = ExportVocabulary(self._saved.path, kind, target, selection, columns)
            self._ticket = self._engine.ask(question, self._exported)

    def _exported(self, answer: Exported | Refused) -> None:
        self._ticket = None
        self._refresh()
        if isinstance(answer, Refused):
            self._said.setText(answer.message)
        else:
            words = "1 word" if answer.words == 1 else f"{answer.words:,} words"
            self._said.setText(f"Exported {words} to {answer.path}")
            self._saved.refresh()

    def done(self, result: int) -> None:  # however it is closed: by its button, its frame or Esc
        self._is_closed = True
        if self._ticket is not None:
            self._engine.cancel(self._ticket)  # what was begun is finished all the same
        super().done(result)


def _box(parent: QWidget, texts: Mapping[Any, str], chosen: str) -> QComboBox:
    box = QComboBox(parent)
    for value, text in texts.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(list(texts).index(chosen) if chosen in texts else 0, 0))
    return box
