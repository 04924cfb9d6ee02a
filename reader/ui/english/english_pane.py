"""The second column: the whole English, its sentences lit up as those of the page are pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
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

DRAGGED = "application/x-japanese-reader-english"

_GRIP_DOT, _GRIP_GAP = 2.0, 4.0  # pixels
_GRIP_DOTS = [(column, row) for column in range(2) for row in range(3)]

_Span = tuple[int, int]


class EnglishPane(QTextEdit):
    """Shows paragraphs of English, to be selected and copied like any text. Offsets are code points into the
    whole text, its paragraphs joined by one line break each.

    Signals: ``hovered(int | None)`` when the pointer is over another character, or over none;
    ``activated(int)`` when one was clicked; ``menu_requested(int | None, QPoint)`` for a context menu at this
    global position; ``dragging(bool)`` when a sentence begins to be dragged by its grip, and when it was let
    go: its data in the format ``DRAGGED`` is the offset where it begins.
    """

    hovered = Signal(object)
    activated = Signal(int)
    menu_requested = Signal(object, QPoint)
    dragging = Signal(bool)

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
        self._byline: int | None = None
        self._offsets: Sequence[int] = (0,)
        self._units: Sequence[int] = (0,)
        self._hovered: int | None = None
        self._pressed: QPoint | None = None
        self._grip: _Span | None = None
        self._is_grip_pressed = False
        self._tentative: Sequence[_Span] = ()
        self._lit: Sequence[_Span] = ()
        self._lit_colour, self._quiet_colour = QColor(), QColor()
        self._glide = SmoothScroll(self._scroll_by, self)

    def set_text(self, paragraphs: tuple[str, ...], *, has_title: bool, byline: int | None) -> None:
        """Show these paragraphs, the first as a title if it is one, and number ``byline`` as that."""
        if (paragraphs, has_title, byline) == (self._paragraphs, self._has_title, self._byline):
            return
        self._paragraphs, self._has_title, self._byline = paragraphs, has_title, byline
        text = "\n".join(paragraphs)
        self._offsets, self._units = code_points_by_unit(text), units_by_code_point(text)
        self._lit = self._tentative = ()
        self._grip = None
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
            self._format()

    def light(self, spans: Sequence[_Span]) -> None:
        """Light up these spans, and nothing else."""
        if spans != self._lit:
            self._lit = spans
            self._mark()

    def set_grip(self, sentence: _Span | None) -> None:
        """Offer a grip in the margin by which this sentence can be dragged."""
        if sentence != self._grip:
            self._grip = sentence
            self.viewport().update()

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
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        cursor.mergeBlockFormat(_block_format(em, _LINE_HEIGHT))
        if self._has_title and self._paragraphs:
            title = QTextCharFormat()
            title.setFontWeight(QFont.Weight.Bold)
            title.setProperty(QTextCharFormat.Property.FontPixelSize, round(em * 1.15))
            first = self._paragraph(0)
            first.mergeCharFormat(title)
            first.mergeBlockFormat(_block_format(em, _TITLE_HEIGHT))
        if self._byline is not None:
            byline = QTextCharFormat()
            byline.setProperty(QTextCharFormat.Property.FontPixelSize, round(em * 0.85))
            byline.setForeground(self._quiet_colour)
            self._paragraph(self._byline).mergeCharFormat(byline)
        tentative = QTextCharFormat()
        tentative.setForeground(self._quiet_colour)
        tentative.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        tentative.setUnderlineColor(self._quiet_colour)
        for start, end in self._tentative:
            self._cursor(start, end).mergeCharFormat(tentative)
        cursor.endEditBlock()

    def _paragraph(self, number: int) -> QTextCursor:
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        """Light up what is to be lit."""
        format_ = QTextCharFormat()
        format_.setBackground(self._lit_colour)
        selections = []
        for start, end in self._lit:
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

    def _grip_rect(self) -> QRectF | None:
        """The grip's box in the viewport: in the margin, where its sentence begins."""
        if self._grip is None:
            return None
        line = self.cursorRect(self._cursor(self._grip[0], self._grip[0]))
        size = 2 * _GRIP_GAP + _GRIP_DOT
        left = (self.document().documentMargin() - _GRIP_GAP - _GRIP_DOT) / 2
        return QRectF(left, line.center().y() - size / 2, _GRIP_GAP + _GRIP_DOT, size)

    def _is_at_grip(self, point: QPoint) -> bool:
        rect = self._grip_rect()
        return rect is not None and rect.adjusted(-8, -8, 8, 8).contains(point.toPointF())

    def _drag(self) -> None:
        """Drag the sentence whose grip was pressed, until it is let go."""
        self._is_grip_pressed = False
        if self._grip is None:
            return
        start, end = self._grip
        data = QMimeData()
        data.setData(DRAGGED, str(start).encode())
        data.setText("\n".join(self._paragraphs)[start:end])
        drag = QDrag(self)
        drag.setMimeData(data)
        self.dragging.emit(True)
        drag.exec(Qt.DropAction.MoveAction)
        self.dragging.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if (rect := self._grip_rect()) is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._quiet_colour)
        for column, row in _GRIP_DOTS:
            at = rect.topLeft() + QPointF(column, row) * _GRIP_GAP
            painter.drawEllipse(QRectF(at, QSizeF(_GRIP_DOT, _GRIP_DOT)))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        self._pressed = event.position().toPoint()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._is_grip_pressed = is_left and self._is_at_grip(self._pressed)
        if not self._is_grip_pressed:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._is_grip_pressed and self._pressed is not None:
            if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._drag()
            return
        super().mouseMoveEvent(event)
        is_at_grip = self._is_at_grip(point)
        shape = Qt.CursorShape.OpenHandCursor if is_at_grip else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if not is_at_grip:
            self._point_at(self.offset_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_grip_pressed:
            self._is_grip_pressed, self._pressed = False, None
            return
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
