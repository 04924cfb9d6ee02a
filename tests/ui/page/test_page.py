"""Blocks in a column."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from reader.model import Analysis, Article, Paragraph, Place
from reader.ui.page.blocks import Block, WordRuby, blocks_of, rubies_of
from reader.ui.page.furigana import Stretch
from reader.ui.page.page import Page
from reader.ui.page.typography import Look, Role, typography
from tests.ui.reading_samples import SENTENCE, analyse, article, text_of

LONG = "|".join([SENTENCE] * 6)


def page(
    source: Article,
    analyses: dict[int, Analysis] | None = None,
    column: float = 400,
    english: dict[int, str] | None = None,
) -> Page:
    def rubies(block: Block) -> list[WordRuby]:
        paragraph = source.paragraphs[block.paragraph]
        return rubies_of(block, paragraph, (analyses or {}).get(block.paragraph))

    return Page(blocks_of(source, english or {}), typography(Look()), column, rubies)


@pytest.fixture
def long_page(qtbot: QtBot) -> Page:
    return page(article([LONG] * 5), {2: analyse(LONG)})


def test_blocks_stand_below_each_other(long_page: Page) -> None:
    for number in range(len(long_page)):
        long_page.layout(number)
    for number in range(len(long_page) - 1):
        assert long_page.top(number) + long_page.extent(number) == long_page.top(number + 1)
    last = len(long_page) - 1
    end = long_page.top(last) + long_page.extent(last) + long_page.typography.bottom
    assert long_page.height == end


def test_estimates_are_near_the_truth(long_page: Page) -> None:
    estimated = long_page.height
    for number in range(len(long_page)):
        long_page.layout(number)
    assert estimated == pytest.approx(long_page.height, rel=0.2)


def test_a_point_finds_its_character_and_its_place_again(long_page: Page) -> None:
    for offset in range(len(long_page.blocks[2].text)):
        (rect,) = long_page.rects(2, offset, offset + 1)
        centre = rect.center()
        assert long_page.character_at(centre.x(), centre.y()) == Place(2, offset)
        assert long_page.position_at(rect.left(), centre.y()) == Place(2, offset)
        assert long_page.line_top(Place(2, offset)) == rect.top()


def test_a_word_over_two_lines_has_two_boxes(long_page: Page) -> None:
    layout = long_page.layout(2)
    start = layout.lines.starts[1]
    rects = long_page.rects(2, start - 1, start + 1)
    assert len(rects) == 2
    assert rects[1].left() < 20 < rects[0].left()
    assert rects[0].bottom() == rects[1].top()


def test_beside_the_text_there_is_no_character(long_page: Page) -> None:
    (rect,) = long_page.rects(0, 0, 1)
    assert long_page.character_at(rect.left() - 3, rect.center().y()) is None
    assert long_page.character_at(rect.left(), rect.top() - 20) is None
    assert long_page.character_at(5000, rect.center().y()) is None


def test_readings_stand_inside_the_column(long_page: Page) -> None:
    layout = long_page.layout(2)
    assert len(layout.lines) > 2
    for line in layout.lines:
        assert line.rubies
        assert line.rubies[0].inline[0] >= 0
        assert line.rubies[-1].extent <= long_page.column + 0.01


def test_room_for_readings_is_there_before_them(qtbot: QtBot) -> None:
    source = article([SENTENCE])
    without, analysed = page(source), page(source, {2: analyse(SENTENCE)})
    assert without.layout(2).line_top(0) == analysed.layout(2).line_top(0)
    assert without.layout(2).style.baseline == analysed.layout(2).style.baseline


def test_another_column(long_page: Page) -> None:
    before = len(long_page.layout(3).lines)
    long_page.set_column(200)
    assert len(long_page.layout(3).lines) > before * 1.5


def test_single_readings_move_with_the_column(long_page: Page) -> None:
    def positions(of: Page) -> list[list[QPointF]]:
        layout, everywhere = of.layout(2), [Stretch(0, len(text_of(LONG)))]
        drawn = [layout.draw_readings_over(line, everywhere) for line in range(len(layout.lines))]
        return [reading.glyphs.positions() for readings in drawn for reading in readings]

    before = positions(long_page)
    long_page.set_column(270)
    after = positions(long_page)
    assert after == positions(page(article([LONG] * 5), {2: analyse(LONG)}, column=270))
    assert after != before


def test_what_is_out_of_sight_is_not_measured_anew_after_two_changes(long_page: Page) -> None:
    shaped = long_page.layout(3).shaped
    for column in (300, 200):
        long_page.set_column(column)
        long_page.layout(2)
    assert long_page.layout(3).shaped is shaped
    assert long_page.layout(3).lines.task.setting.measure == 200


def test_where_places_are_on_the_whole_page(qtbot: QtBot) -> None:
    whole = page(article([SENTENCE] * 10))
    middle, end = Place(6, 0), Place(11, len(text_of(SENTENCE)))
    parts = sorted(whole.parts([Place(), middle, middle, end], depth=100))
    assert len(parts) == 3
    assert parts[0] < 0.1
    assert 0.4 < parts[1] < 0.7
    assert parts[1] < parts[2] <= 1
    assert max(whole.parts([end], depth=whole.height * 4)) < 0.25
    assert whole.parts([], depth=100) == set()


def test_english_has_no_characters_to_point_at(qtbot: QtBot) -> None:
    english = page(article([SENTENCE]), english={2: "A harbour in the morning."})
    top = english.top(3)
    assert english.blocks[3].role is Role.ENGLISH
    assert english.character_at(20, top + 15) is None
    assert english.position_at(20, top + 15).paragraph == 2


def test_the_character_of_english_at_a_point(qtbot: QtBot) -> None:
    text = "A harbour in the morning, when the boats come in and the gulls cry. " * 3
    english = page(article([SENTENCE]), english={2: text})
    layout, top = english.layout(3), english.top(3)
    for number, line in enumerate(layout.lines):
        middle = top + layout.line_top(number) + layout.style.pitch / 2
        for index in (0, 5):
            x = layout.style.indent + (line.inline[index] + line.ends[index]) / 2
            assert english.english_at(x, middle) == Place(2, line.start + index)
    assert english.english_at(layout.style.indent - 5, top + 15) is None
    assert english.english_at(50, english.top(2) + 30) is None


def test_only_so_many_layouts_are_kept(qtbot: QtBot) -> None:
    many = page(Article("", tuple(Paragraph("港" * 1900) for _ in range(40))))
    first = many.layout(0)
    for number in range(len(many)):
        many.layout(number)
        many.trim(range(number, number + 1))
    assert many.layout(39) is many.layout(39)
    assert many.layout(0) is not first


@pytest.mark.parametrize("text", ["", "\n", " ", "𠮷", "👩\u200d👧" * 30, "カ" * 100, "a" * 300, "朝\n\n港"])
@pytest.mark.parametrize("column", [80.0, 640.0])
def test_strange_paragraphs(qtbot: QtBot, text: str, column: float) -> None:
    strange = page(Article("", (Paragraph(text), Paragraph("港"))), column=column)
    layout = strange.layout(0)
    assert "".join(text[line.start : line.end] for line in layout.lines) == text
    assert strange.top(1) > strange.top(0)
    assert all(line.extent <= column + 20 for line in layout.lines)
    assert strange.position_at(5, strange.top(0) + 40).paragraph == 0
