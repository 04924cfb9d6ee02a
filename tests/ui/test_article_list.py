"""The line below a title in the list of articles."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from reader.articles.library import LibraryItem
from reader.ui.article_list import source_line

WHOLE = "harbour.txt · 40% read"


@pytest.mark.usefixtures("qapp")
def test_how_far_an_article_is_read_goes_before_its_source_is_cut() -> None:
    metrics = QFontMetrics(QFont())
    row = LibraryItem("1", "港", "", "harbour.txt", 100, progress=0.4)
    assert source_line(row, metrics, metrics.horizontalAdvance(WHOLE) + 2) == WHOLE
    assert source_line(row, metrics, metrics.horizontalAdvance(WHOLE) - 2) == "harbour.txt"
    assert source_line(row, metrics, metrics.horizontalAdvance("harbour.txt") // 2).endswith("…")
