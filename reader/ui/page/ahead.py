"""Getting the next screen ready while the user reads this one."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from reader.ui.page.page import Page
from reader.ui.page.painting import Marks, PageColours, PagePainter


def prepare(page: Page, top: float, bottom: float, seconds: float, unseen: PagePainter | None = None) -> bool:
    """Set the blocks between ``top`` and ``bottom`` and find what draws their lines, for so long at most.

    With a painter, they are drawn, too.
    Returns whether nothing is left to be done.
    """
    end = time.perf_counter() + seconds
    number = page.block_at(top)
    while number < len(page) and page.top(number) < bottom:
        layout = page.layout(number)
        begin = page.top(number)
        first, last = layout.line_at(top - begin), layout.line_at(bottom - begin)
        for line in range(first, min(last + 1, len(layout.lines))):
            if line not in layout.drawn:
                if time.perf_counter() > end:
                    return False
                layout.draw_line(line)
                layout.draw_readings(line)
                if unseen is not None:
                    middle = begin + layout.line_top(line) + layout.style.pitch / 2
                    unseen.paint(QRectF(0, middle, page.column, 1), Marks())
        number += 1
    return True


def prepare_glyphs(page: Page, top: float, bottom: float, seconds: float, to_device: QTransform) -> bool:
    """As ``prepare``, and let Qt make the pictures of all glyphs: it keeps them, for each size and angle.

    ``to_device`` leads from the page to the pixels of the screen.
    """
    nowhere = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(nowhere)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(to_device)
        return prepare(page, top, bottom, seconds, PagePainter(painter, page, PageColours()))
    finally:
        painter.end()
