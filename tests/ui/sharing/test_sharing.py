"""The commands that take an article along, in a window with its engine."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.sharing.sharing import Sharing
from tests.ui.conftest import OpenWindow


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()


@pytest.fixture
def sharing(window: MainWindow) -> Sharing:
    found = window.findChild(Sharing)
    assert found is not None
    return found


def choose(monkeypatch: pytest.MonkeyPatch, name: Path | str) -> list[str]:
    """Have every file dialog return ``name``; the names that were proposed."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, proposal: str, _filter: str) -> tuple[str, str]:
        proposed.append(proposal)
        return str(name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_a_pdf_with_all_readings(
    sharing: Sharing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = choose(monkeypatch, tmp_path / "tsunami")
    with qtbot.waitSignal(sharing.said, timeout=20_000) as said:
        sharing.save_pdf()
    assert proposed[0].endswith("環太平洋18カ国、津波警報網の統合で合意 費用分担は結論持ち越し.pdf")
    assert said.args == [f"Saved {tmp_path / 'tsunami.pdf'}"]
    text = "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "tsunami.pdf")
    )
    assert "津波警報" in text and "つなみけいほう" in text.replace(" ", "")


def test_a_web_page_and_the_folder_is_remembered(
    window: MainWindow, sharing: Sharing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, tmp_path / "page.html")
    with qtbot.waitSignal(sharing.said, timeout=20_000):
        sharing.save_web_page()
    assert "<rt>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert window.settings.export_folder == str(tmp_path)


def test_what_cannot_be_written_is_said(
    sharing: Sharing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, tmp_path / "missing" / "page.html")
    with qtbot.waitSignal(sharing.refused, timeout=20_000) as refused:
        sharing.save_web_page()
    assert "Choose another folder" in refused.args[0]


def test_nothing_is_written_without_a_name_or_after_cancelling(
    sharing: Sharing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, "")
    sharing.save_pdf()
    choose(monkeypatch, tmp_path / "cancelled.pdf")
    sharing.save_pdf()
    sharing.cancel()
    qtbot.wait(100)
    assert list(tmp_path.glob("*.pdf")) == []


def test_printing(sharing: Sharing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def into_a_file(dialog: QPrintDialog) -> None:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "show", into_a_file)
    with qtbot.waitSignal(sharing.said, timeout=20_000) as said:
        sharing.print_article()
    assert said.args == ["Printed"]
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    assert "津波" in page.get_textpage().get_text_range()
