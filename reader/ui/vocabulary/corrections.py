"""What the user corrects in the open article, and the dialog in which they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.kana import to_hiragana
from reader.model import Article, EntryRef, Place, WordAt
from reader.ui.reading_session import ReadingSession
from reader.ui.theme import japanese_font
from reader.ui.vocabulary.saved_words import SavedWords
from reader.vocabulary.model import Correction, CorrectionTarget, Scope

_SCOPES = {
    Scope.PLACE: "Only here",
    Scope.ARTICLE: "In this article",
    Scope.EVERYWHERE: "In every article",
}
_PIXELS, _WIDTH = 20, 460
_WIDEST_ENTRY = 48  # characters


class Corrections(QObject):
    """Keeps the corrections of the open article with the session that analyses it.

    Signals: ``changed()`` after others hold than before.
    """

    changed = Signal()

    def __init__(
        self,
        saved: SavedWords,
        session: ReadingSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._saved, self._session = saved, session
        self._article, self._text_id = Article("", ()), ""
        self._all: tuple[Correction, ...] = ()
        saved.changed.connect(self._read)

    def set_article(self, article: Article, text_id: str) -> None:
        """The article that is open now, and what names its text."""
        self._article, self._text_id, self._all = article, text_id, ()
        self._read()

    def text_of(self, at: WordAt) -> str:
        """The paragraph of a word."""
        return self._article.paragraphs[at.paragraph].text

    def target(self, surface: str, scope: Scope, place: Place) -> CorrectionTarget:
        """What is corrected if ``surface`` is, which stands at ``place``, in this scope."""
        if scope is Scope.EVERYWHERE:
            return CorrectionTarget(surface, scope)
        if scope is Scope.ARTICLE:
            return CorrectionTarget(surface, scope, self._text_id)
        return CorrectionTarget(surface, scope, self._text_id, place)

    def keep_reading(self, before: WordAt, after: WordAt) -> None:
        """Keep how a word is read that the page reads otherwise now, as a correction of its place."""
        word = after.word
        self._session.count_as(after.paragraph, [before.word], [word])
        target = self.target(word.surface, Scope.PLACE, Place(after.paragraph, word.start))
        self._saved.correct(Correction(target, word.reading), f"{word.surface} is read {word.reading} here")

    def of(self, at: WordAt) -> list[Correction]:
        """What was corrected where this word stands, in any scope."""
        word, text = at.word, self.text_of(at)
        found = []
        for correction in self._all:
            surface, scope, _text_id, place = correction.target
            if scope is Scope.PLACE:
                starts = [place.offset] if place.paragraph == at.paragraph else []
            else:
                first = max(word.end - len(surface), 0)
                starts = [start for start in range(first, word.start + 1) if text.startswith(surface, start)]
            if any(start <= word.start and word.end <= start + len(surface) for start in starts):
                found.append(correction)
        return found

    def _read(self) -> None:
        text_id = self._text_id

        def arrived(found: tuple[Correction, ...]) -> None:
            if text_id == self._text_id and found != self._all:
                self._all = found
                self._session.set_corrections(found)
                self.changed.emit()

        self._saved.fetch(lambda vocabulary: vocabulary.corrections(text_id), arrived)


class CorrectionDialog(QDialog):
    """Asks how a word is to be read, where it begins and ends, and which entry it is. It has no signals.

    The words are written with spaces between them: fewer than before joins, more splits.
    """

    def __init__(
        self,
        corrections: Corrections,
        saved: SavedWords,
        at: WordAt,
        *,
        family: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Correct {at.word.surface}")
        self._corrections, self._saved, self._at = corrections, saved, at
        self._text = corrections.text_of(at)
        self._end = at.word.end
        self._words = QLineEdit(at.word.surface, self)
        self._words.setFont(japanese_font(family, _PIXELS))
        self._words.setToolTip("Type spaces where words divide")
        self._words.textChanged.connect(self._check)
        self._join = QPushButton("Join with what follows", self)
        self._join.clicked.connect(self._join_next)
        self._reading = QLineEdit(at.word.reading, self)
        self._reading.textChanged.connect(self._check)
        self._entry = QComboBox(self)
        self._entry.addItem("As found", None)
        for ref in at.word.entries:
            if (ref.start, ref.end) == (at.word.start, at.word.end):
                self._entry.addItem(_entry_text(ref), ref.id)
        self._scope = QComboBox(self)
        for scope, text in _SCOPES.items():
            self._scope.addItem(text, scope)
        self._said = QLabel(self)
        self._said.setObjectName("quiet")
        self._said.setWordWrap(True)
        self._ok = QPushButton("Correct", self)
        self._ok.setDefault(True)
        self._ok.clicked.connect(self._correct)
        self._lay_out()
        self._check()
        self._reading.setFocus()
        self._reading.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        words = QHBoxLayout()
        words.addWidget(self._words, 1)
        words.addWidget(self._join)
        form.addRow("Words", words)
        form.addRow("Reading", self._reading)
        form.addRow("Entry", self._entry)
        form.addRow("Where", self._scope)
        buttons = QHBoxLayout()
        if held := self._corrections.of(self._at):
            withdraw = QPushButton("Take the correction back", self)
            withdraw.clicked.connect(lambda: self._withdraw([correction.target for correction in held]))
            buttons.addWidget(withdraw)
        buttons.addStretch()
        cancel = QPushButton("Cancel", self)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(self._ok)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())

    # --- what is asked for ---

    def _join_next(self) -> None:
        """Take the next character that is no space into the stretch, and the word as one."""
        rest = self._text[self._end :]
        more = len(rest) - len(rest.lstrip()) + 1
        if len(rest) >= more:
            self._end += more
            self._words.setText(self._text[self._at.word.start : self._end])

    def _pieces(self) -> tuple[int, ...] | None:
        """The lengths of the words that were typed; None where they are not the text."""
        pieces = self._words.text().split()
        surface = self._text[self._at.word.start : self._end]
        if "".join(pieces) != surface:
            return None
        return tuple(map(len, pieces))

    def _check(self) -> None:
        """Say what is wrong; what is right can be kept."""
        pieces = self._pieces()
        one = pieces is not None and len(pieces) == 1
        self._reading.setEnabled(one)
        self._entry.setEnabled(one)
        complaint = ""
        if pieces is None:
            complaint = "Only spaces may be added: the text itself stays as it is."
        elif one and not _is_kana(self._reading.text().strip()):
            complaint = "Type the reading in kana."
        elif not one:
            complaint = "After this, each word can be corrected by itself."
        self._said.setText(complaint)
        self._ok.setEnabled(pieces is not None and (not one or complaint == ""))

    def _correct(self) -> None:
        word, pieces = self._at.word, self._pieces()
        assert pieces is not None
        surface = self._text[word.start : self._end]
        is_new_extent = pieces != (len(word.surface),)
        is_one = len(pieces) == 1
        reading = to_hiragana(self._reading.text().strip())
        is_new_reading = is_one and (is_new_extent or reading != word.reading)
        entry_id = self._entry.currentData() if is_one else None
        self.close()
        if is_new_extent or is_new_reading or entry_id is not None:
            target = self._corrections.target(
                surface, Scope(self._scope.currentData()), Place(self._at.paragraph, word.start)
            )
            self._saved.correct(
                Correction(
                    target, reading if is_new_reading else None, pieces if is_new_extent else None, entry_id
                )
            )

    def _withdraw(self, targets: Sequence[CorrectionTarget]) -> None:
        self.close()
        self._saved.withdraw(targets)


def _entry_text(ref: EntryRef) -> str:
    text = f"{ref.headword} {ref.reading} – {'; '.join(ref.gloss)}"
    return text if len(text) <= _WIDEST_ENTRY else f"{text[:_WIDEST_ENTRY]}…"


def _is_kana(text: str) -> bool:
    return bool(text) and all("\u3040" <= character <= "\u30ff" for character in text)
