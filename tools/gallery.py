"""Pictures of the window in every look: each theme, writing direction and furigana mode, and of hard texts.

make gallery    writes them to build/gallery, with an index.html that shows them all
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reader.engine.client import Engine
from reader.model import Direction, FuriganaMode
from reader.paths import paths_in
from reader.settings import Settings, Theme
from reader.ui.engine_bridge import EngineBridge
from reader.ui.main_window import MainWindow
from reader.ui.page.reading_view import ReadingView
from reader.ui.toolbar import Toolbar

FOLDER = Path("build") / "gallery"
SIZE, NARROW = (1200, 760), (720, 480)
PATIENCE = 20.0  # seconds

HARD_TEXT = """長い語と記号
2021年12月30日、NATO(北大西洋条約機構)の第1回会合で「7,500億円を3.5%増やす」と決まった……と伝えた——本当に!?
https://example.org/a/very/long/address/that/does/not/end/anywhere/near/the/edge?of=the&page=1
Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenproduktionsmaschinen
{katakana}
𠮷野家で👩‍👧と🍣を食べ、か゛と書く。「『（重なる括弧）』」、。と続く。

一
"""


def main() -> int:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    engine = EngineBridge(Engine())
    names: list[str] = []
    try:
        with tempfile.TemporaryDirectory(prefix="reader-gallery-") as folder:
            hard = Path(folder, "hard.txt")
            hard.write_text(HARD_TEXT.format(katakana="アイウエオ" * 20), encoding="utf-8")
            for file in (None, hard):
                paths = paths_in(Path(folder, "user"))
                window = MainWindow(paths, Settings(), engine, file)
                window.resize(*SIZE)
                window.show()
                names += _pictures(application, window, "hard" if file else "sample")
                window.close()
            _write_index(names)
    finally:
        engine.close()
    print(f"{len(names)} pictures: {FOLDER / 'index.html'}")
    return 0


def _pictures(application: QApplication, window: MainWindow, text: str) -> Iterator[str]:
    """Take the pictures of one text; their names."""
    view = window.findChild(ReadingView)
    assert view is not None
    _wait(application, lambda: view.analysis(0) is not None and window.findChild(Toolbar) is not None)
    themes = [theme for theme in Theme if theme is not Theme.SYSTEM]
    modes = list(FuriganaMode) if text == "sample" else [FuriganaMode.ALL]
    sizes = {"": SIZE} if text == "sample" else {"": SIZE, "-narrow": NARROW}
    for theme, direction, mode, size in product(themes, Direction, modes, sizes):
        window.resize(*sizes[size])
        window.change(theme=theme, furigana=mode)
        view.set_direction(direction)
        _wait(application, lambda: True)
        name = f"{text}-{theme}-{direction}-{mode}{size}.png"
        window.grab().save(str(FOLDER / name))
        yield name


def _wait(application: QApplication, condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds, and a little longer."""
    started, held = time.monotonic(), None
    while time.monotonic() - started < PATIENCE:
        application.processEvents()
        if held is None and condition():
            held = time.monotonic()
        if held is not None and time.monotonic() - held > 0.15:
            return
        time.sleep(0.005)
    raise TimeoutError("the window did not get ready")


def _write_index(names: list[str]) -> None:
    figures = "\n".join(
        f'<figure><a href="{name}"><img src="{name}" width="600"></a><figcaption>{name}</figcaption></figure>'
        for name in names
    )
    style = "<style>figure { display: inline-block; margin: 8px; font: 14px sans-serif; }</style>"
    page = f'<!DOCTYPE html><meta charset="utf-8"><title>Gallery</title>{style}\n{figures}\n'
    (FOLDER / "index.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
