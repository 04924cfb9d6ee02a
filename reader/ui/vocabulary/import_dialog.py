"""The dialog that takes in words: those known from elsewhere, or an export of this program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.engine.protocol import (
    ListedWords,
    MatchWords,
    Priority,
    Question,
    ReadListedWords,
    ReadWordTables,
    Refused,
    TableSample,
    WordMatch,
    WordMatches,
    WordTables,
)
from reader.settings import Settings
from reader.ui.engine_bridge import EngineBridge
from reader.ui.screen import resize_on_screen
from reader.ui.theme import japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.importing import exported_contents, is_own_export
from reader.vocabulary.json_file import Contents
from reader.vocabulary.model import SavedWord, Status
from reader.vocabulary.word_tables import ListedWord

_SIZE = (720, 640)
_AT_ONCE = 200  # words in one question
_SHOWN = 2000  # rows of the preview
_PIXELS = 16
_FILES = "Lists of words (*.txt *.csv *.tsv *.json *.apkg *.colpkg *.anki2 *.anki21 *.anki21b);;All files (*)"
_AS_LISTED = "as the list says"
_NOTHING_YET = (
    "Paste words, one a line, or open a file: a table, an Anki package or collection, an export of ours."
)


class ImportDialog(QDialog):
    """Reads a list, shows which entry each word was found to be, and adds those that were found.

    Reading and finding are the engine's. It has no signals.
    """

    def __init__(
        self,
        saved: SavedWords,
        engine: EngineBridge,
        settings: Settings,
        change: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Import words")
        self._saved, self._engine = saved, engine
        self._settings, self._change = settings, change
        self._source: Path | str = ""
        self._tables: Sequence[TableSample] = ()
        self._listed: Sequence[ListedWord] = ()
        self._matches: list[WordMatch] = []
        self._own: Contents | None = None  # an export of ours, taken in as it is
        self._ticket: int | None = None
        self._is_closed = False
        self._pasted = QPlainTextEdit(self)
        self._pasted.setPlaceholderText(_NOTHING_YET)
        self._pasted.setTabChangesFocus(True)
        self._pasted.setFixedHeight(5 * self._pasted.fontMetrics().lineSpacing() + 20)
        self._read = QPushButton("Read the pasted words", self)
        self._read.clicked.connect(lambda: self._read_list(self._pasted.toPlainText()))
        self._pasted.textChanged.connect(
            lambda: self._read.setEnabled(bool(self._pasted.toPlainText().strip()))
        )
        self._read.setEnabled(False)
        self._open = QPushButton("Open a file…", self)
        self._open.clicked.connect(self._choose_file)
        self._table, self._words, self._readings = QComboBox(self), QComboBox(self), QComboBox(self)
        self._table.activated.connect(lambda _index: self._show_columns())
        for box in (self._words, self._readings):
            box.activated.connect(lambda _index: self._read_words())
        self._status = QComboBox(self)
        for text in (_AS_LISTED, *(status.value for status in Status)):
            self._status.addItem(text.capitalize())
        self._status.setCurrentText(Status.KNOWN.value.capitalize())
        self._columns = QWidget(self)
        self._preview = QTableWidget(0, 4, self)
        self._preview.setHorizontalHeaderLabels(["Listed", "Word", "Reading", "Meaning"])
        self._preview.setAccessibleName("What was found")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._import = QPushButton("Import", self)
        self._import.setEnabled(False)
        self._import.clicked.connect(self._take_in)
        self._lay_out()

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.addWidget(self._read)
        sources.addWidget(self._open)
        sources.addStretch()
        form = QFormLayout(self._columns)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("List", self._table)
        form.addRow("Words are in", self._words)
        form.addRow("Readings are in", self._readings)
        form.addRow("Mark them", self._status)
        self._columns.hide()
        preview = self._preview
        preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        preview.setShowGrid(False)
        preview.verticalHeader().hide()
        preview.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        preview.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        close = QPushButton("Close", self)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self._import)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self._pasted)
        layout.addLayout(sources)
        layout.addWidget(self._columns)
        layout.addWidget(preview, 1)
        layout.addLayout(buttons)
        resize_on_screen(self, *_SIZE)

    # --- reading ---

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, "Import words", self._settings.open_folder, _FILES)
        if name:
            self._change(open_folder=str(Path(name).parent))
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file: an export of ours as it is, anything else as a list."""

        def look() -> Contents | None:
            with path.open("rb") as file:
                head = file.read(4096)
            return exported_contents(path.read_bytes()) if is_own_export(head) else None

        def looked(contents: Contents | None) -> None:
            if contents is None:
                self._read_list(path)
            else:
                self._offer_own(contents)

        def attempt() -> Contents | None:
            try:
                return look()
            except OSError:
                return None  # the engine says what is wrong with the file

        self._begin("Reading…")
        self._saved.run(attempt, self._if_open(looked), self._if_open(self._refuse))

    def _offer_own(self, contents: Contents) -> None:
        self._own = contents
        self._show_words(contents.words)
        number = len(contents.words)
        self._ready(
            f"An export of this program: {_words(number)}. What is here already stays and is completed."
        )

    def _read_list(self, source: Path | str) -> None:
        self._begin("Reading…")
        self._source = source
        self._ask(ReadWordTables(source), self._show_tables)

    def _show_tables(self, answer: WordTables) -> None:
        self._tables = answer.tables
        self._table.clear()
        for table in answer.tables:
            self._table.addItem(f"{table.name or 'Pasted'} ({table.length:,})")
        self._columns.show()
        self._show_columns()

    def _show_columns(self) -> None:
        table = self._tables[self._table.currentIndex()]
        self._words.clear()
        self._readings.clear()
        self._readings.addItem("no column")
        for number, name in enumerate(table.columns):
            example = next((row[number] for row in table.rows if row[number]), "")
            text = f"{name}: {example[:24]}" if example else name
            self._words.addItem(text)
            self._readings.addItem(text)
        self._words.setCurrentIndex(table.word_column)
        self._readings.setCurrentIndex(0 if table.reading_column is None else table.reading_column + 1)
        self._read_words()

    def _read_words(self) -> None:
        self._begin("Reading…")
        reading = self._readings.currentIndex() - 1
        question = ReadListedWords(
            self._source,
            self._table.currentIndex(),
            self._words.currentIndex(),
            reading if reading >= 0 else None,
        )
        self._ask(question, self._match)

    # --- finding ---

    def _match(self, answer: ListedWords) -> None:
        self._listed = answer.words
        self._matches = []
        self._match_next()

    def _match_next(self) -> None:
        done, number = len(self._matches), len(self._listed)
        if done == number:
            self._show_matches()
            return
        self._said.setText(f"Looking up {done:,} of {number:,}…")
        question = MatchWords(tuple(self._listed[done : done + _AT_ONCE]))
        self._ask(question, self._matched, Priority.SCREEN)

    def _matched(self, answer: WordMatches) -> None:
        self._matches += answer.matches
        self._match_next()

    def _show_matches(self) -> None:
        found = sum(match.word is not None for match in self._matches)
        unsure = sum(match.others > 0 for match in self._matches)
        missing = len(self._matches) - found
        parts = [f"{_words(found)} found"]
        if unsure:
            parts.append(f"{unsure:,} of them could be other entries, too")
        if missing:
            parts.append(f"{missing:,} not in the dictionary are left out")
        self._preview.setRowCount(0)
        self._preview.setRowCount(min(len(self._matches), _SHOWN))
        for row, match in enumerate(self._matches[:_SHOWN]):
            self._show_row(row, match.listed.spelling, match.word)
        self._ready("; ".join(parts) + ".", is_ready=found > 0)

    def _show_words(self, words: Sequence[SavedWord]) -> None:
        self._preview.setRowCount(0)
        self._preview.setRowCount(min(len(words), _SHOWN))
        for row, word in enumerate(words[:_SHOWN]):
            self._show_row(row, word.key.spelling, word)

    def _show_row(self, row: int, listed: str, word: SavedWord | None) -> None:
        cells = (
            (listed, word.key.spelling, word.key.reading, word.gloss.split("\n")[0])
            if word
            else (listed, "—", "", "not in the dictionary")
        )
        font = japanese_font(self._settings.japanese_font, _PIXELS)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text[:200])
            if column < 2:
                item.setFont(font)
            self._preview.setItem(row, column, item)

    # --- taking in ---

    def _take_in(self) -> None:
        self._import.setEnabled(False)
        if self._own is not None:
            self._saved.merge(self._own)
            self._said.setText("Imported. Ctrl+Z takes it back.")
            return
        chosen = self._status.currentText().lower()
        status = None if chosen == _AS_LISTED else Status(chosen)
        words = [match.word for match in self._matches if match.word]
        self._saved.take_in(words, status)
        self._said.setText(f"{_words(len(words))} imported. Ctrl+Z takes that back.")

    # --- behind it ---

    def _begin(self, sentence: str) -> None:
        self._own = None
        self._matches = []
        self._import.setEnabled(False)
        self._said.setText(sentence)
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
            self._ticket = None

    def _ready(self, sentence: str, *, is_ready: bool = True) -> None:
        self._said.setText(sentence)
        self._import.setEnabled(is_ready)

    def _refuse(self, sentence: str) -> None:
        self._preview.setRowCount(0)
        self._columns.hide()
        self._said.setText(sentence)

    def _ask(
        self, question: Question, then: Callable[..., None], priority: Priority = Priority.POINTER
    ) -> None:
        def answered(answer: object) -> None:
            self._ticket = None
            if isinstance(answer, Refused):
                self._refuse(answer.message)
            else:
                then(answer)

        self._ticket = self._engine.ask(question, self._if_open(answered), priority)

    def _if_open(self, then: Callable[..., None]) -> Callable[..., None]:
        """``then``, unless this window has been closed meanwhile."""
        return lambda *given: None if self._is_closed else then(*given)

    def done(self, result: int) -> None:  # however it is closed: by its button, its frame or Esc
        self._is_closed = True
        if self._ticket is not None:
            self._engine.cancel(self._ticket)
        super().done(result)


def _words(number: int) -> str:
    return "1 word" if number == 1 else f"{number:,} words"
