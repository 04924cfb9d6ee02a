"""Getting the next screen ready while the user reads this one."""

from __future__ import annotations

import time

from reader.ui.page.page import Page


def prepare(page: Page, top: float, bottom: float, seconds: float) -> bool:
    """Set the blocks between ``top`` and ``bottom`` and find what draws their lines, for so long at most.

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
        number += 1
    return True
