"""The second column: the whole English, its sentences lit up as those of the page are pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from reader.ui.page.smooth_scroll import SmoothScroll
from reader.ui.page.utf16 import code_points_by_unit, units_by_code_point

_LINE_HEIGHT, _TITLE_HEIGHT = 1.55, 1.7  # ems
_MARGIN = 1.2  # ems beside the text
_FOLLOWED_AT = 0.3  # of the height: where the English of what is read stands

_Span = tuple[int, int]


class EnglishPane(QTextEdit):
    """Shows paragraphs of English, to be selected and copied like any text. Offsets are code points into the
    whole text, its paragraphs joined by one line break each.

    Signals: ``hovered(int | None)`` when the pointer is over another character, or over none;
    ``activated(int)`` when one was clicked; ``menu_requested(int | None, QPoint)`` for a context menu at this
    global position.
    """

    hovered = Signal(object)
    activated = Signal(int)
    menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("english")
        self.setReadOnly(True)
        self.setAccessibleName("English")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._paragraphs: tuple[str, ...] = ()
        self._has_title = False
        self._offsets: Sequence[int] = (0,)
        self._units: Sequence[int] = (0,)
        self._hovered: int | None = None
        self._pressed: QPoint | None = None
        self._tentative: Sequence[_Span] = ()
        self._lit: Sequence[_Span] = ()
        self._lit_colour, self._quiet_colour = QColor(), QColor()
        self._glide = SmoothScroll(self._scroll_by, self)

    def set_text(self, paragraphs: tuple[str, ...], *, has_title: bool) -> None:
        """Show these paragraphs, the first as a title if it is one."""
        if (paragraphs, has_title) == (self._paragraphs, self._has_title):
            return
        self._paragraphs, self._has_title = paragraphs, has_title
        text = "\n".join(paragraphs)
        self._offsets, self._units = code_points_by_unit(text), units_by_code_point(text)
        self._lit = self._tentative = ()
        self.setPlainText(text)
        self._format()

    def set_look(self, font: QFont, text: QColor, quiet: QColor, lit: QColor) -> None:
        """Choose the font and the colours: of the text, of what is tentative, and behind what is lit."""
        font = QFont(font)
        font.setKerning(True)
        self._lit_colour, self._quiet_colour = lit, quiet
        palette = self.palette()
        palette.setColor(palette.ColorRole.Text, text)
        self.setPalette(palette)
        if font != self.document().defaultFont():
            self.setFont(font)
            self.document().setDefaultFont(font)
            self._format()
        self._mark()

    def set_tentative(self, spans: Sequence[_Span]) -> None:
        """Mark these as what may belong to another sentence."""
        if spans != self._tentative:
            self._tentative = spans
            self._mark()

    def light(self, spans: Sequence[_Span]) -> None:
        """Light up these spans, and nothing else."""
        if spans != self._lit:
            self._lit = spans
            self._mark()

    def follow(self, offset: int, share: float) -> None:
        """Glide so far that the character stands at ``share`` of the height, as near as the text allows."""
        wanted = self.cursorRect(self._cursor(offset, offset)).top() - share * self.viewport().height()
        self._glide.stop()
        self._glide.add(wanted)

    def bring_into_sight(self, offset: int) -> None:
        """Glide to a character only if it is out of sight."""
        rect = self.cursorRect(self._cursor(offset, offset))
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.follow(offset, _FOLLOWED_AT)

    def offset_at(self, point: QPoint) -> int | None:
        """The character at a point of the viewport."""
        cursor = self.cursorForPosition(point)
        rect = self.cursorRect(cursor)
        if abs(point.y() - rect.center().y()) > rect.height() or not self._offsets:
            return None
        position = cursor.position() - (point.x() < rect.left())
        return self._offsets[position] if 0 <= position < len(self._offsets) - 1 else None

    # --- inside ---

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units[start])
        cursor.setPosition(self._units[end], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _format(self) -> None:
        em = self.document().defaultFont().pixelSize()
        self.document().setDocumentMargin(em * _MARGIN)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(_block_format(em, _LINE_HEIGHT))
        if self._has_title and self._paragraphs:
            title = QTextCharFormat()
            title.setFontWeight(QFont.Weight.Bold)
            title.setProperty(QTextCharFormat.Property.FontPixelSize, round(em * 1.15))
            cursor = self._cursor(0, len(self._paragraphs[0]))
            cursor.mergeCharFormat(title)
            cursor.mergeBlockFormat(_block_format(em, _TITLE_HEIGHT))

    def _mark(self) -> None:
        tentative = QTextCharFormat()
        tentative.setForeground(self._quiet_colour)
        tentative.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        tentative.setUnderlineColor(self._quiet_colour)
        lit = QTextCharFormat()
        lit.setBackground(self._lit_colour)
        selections = []
        for spans, format_ in ((self._tentative, tentative), (self._lit, lit)):
            for start, end in spans:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = self._cursor(start, end), format_
                selections.append(selection)
        self.setExtraSelections(selections)

    def _scroll_by(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _point_at(self, offset: int | None) -> None:
        if offset != self._hovered:
            self._hovered = offset
            self.hovered.emit(offset)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.offset_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        is_click = (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if is_click and (offset := self.offset_at(point)) is not None:
            self.activated.emit(offset)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.offset_at(event.pos()), event.globalPos())


def _block_format(em: int, line_height: float) -> QTextBlockFormat:
    # fixed: a proportional one would count the room that a Japanese font leaves above its letters
    block = QTextBlockFormat()
    block.setLineHeight(em * line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setBottomMargin(em * 0.8)
    return block
