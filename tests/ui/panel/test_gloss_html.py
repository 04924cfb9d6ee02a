"""The panel's text, as HTML."""

from __future__ import annotations

from reader.model import Entry, EntryKind, EntryRef, Form, Kanji, PartOfSpeech, Sense, Word
from reader.ui.panel.gloss_html import Look, page_html, sense_html
from reader.ui.panel.gloss_pages import CharacterPage, ResultsPage, WordPage

LOOK = Look("#777", "#00f", "#ccc", ("Serif",))
USUALLY_KANA = "word usually written using kana alone"
REFERENCE = EntryRef(1, EntryKind.WORD, 0, 2, "来る", "くる", ("to come",))
WORD = Word(
    0,
    2,
    surface="来た",
    base="来る",
    base_reading="くる",
    reading="きた",
    pos=PartOfSpeech.VERB,
    inflection=("past",),
    entries=(REFERENCE, EntryRef(2, EntryKind.WORD, 0, 1, "来", "らい", ("next",))),
)
ENTRY = Entry(
    1,
    EntryKind.WORD,
    (Form("来る"),),
    (Form("くる"),),
    (Sense(("to come",), misc=(USUALLY_KANA,)), Sense(("to become",), misc=(USUALLY_KANA, "archaism"))),
)


def test_a_sense_names_its_part_of_speech_only_where_that_changes() -> None:
    sense = Sense(("to hang",), pos=("transitive",))
    assert sense_html(sense, ("transitive",), (), LOOK) == "to hang"
    assert sense_html(sense, (), (), LOOK).startswith('<span style="color:#777">transitive</span><br>')


def test_a_sense_is_silent_on_what_is_said_of_all() -> None:
    first, second = ENTRY.senses
    assert sense_html(first, (), (USUALLY_KANA,), LOOK) == "to come"
    assert ">archaic</span>" in sense_html(second, (), (USUALLY_KANA,), LOOK)
    assert ">usually kana</span>" in sense_html(first, (), (), LOOK)


def test_text_from_the_dictionary_is_no_markup() -> None:
    html = sense_html(Sense(("a < b",), info=("<i>",), see_also=('"x"&・1',)), (), (), LOOK)
    assert "a &lt; b" in html
    assert "&lt;i&gt;" in html
    assert 'href="text:%22x%22%26%E3%83%BB1"' in html
    assert ">&quot;x&quot;&amp;</a>" in html


def test_a_word_has_its_inflection_senses_and_rows() -> None:
    html = page_html(WordPage(WORD, {1: ENTRY}), LOOK, saved=(2,))
    assert "来る › past" in html
    assert "past: -ta: it happened, or is completed" in html
    assert [html.count(f'href="{link}"') for link in ("save:1", "save:2", "save:3", "row:0", "row:1")] == [
        1,
        1,
        0,
        1,
        0,
    ]
    assert html.index("+") < html.index("✓") < html.index("PARTS")
    assert USUALLY_KANA not in html
    assert "usually kana" not in html


def test_a_word_without_its_entry_has_the_gloss_of_its_reference() -> None:
    assert "to come" in page_html(WordPage(WORD), LOOK, saved=())
    unknown = page_html(WordPage(WORD._replace(entries=())), LOOK, saved=())
    assert "Not in the dictionaries as a whole." in unknown


def test_a_number_has_its_meaning() -> None:
    number = WORD._replace(inflection=(), entries=(), pos=PartOfSpeech.NUMBER, meaning="2 < 3 people")
    html = page_html(WordPage(number), LOOK, ())
    assert "2 &lt; 3 people" in html
    assert "Not in the dictionaries" not in html


def test_a_kanji_has_what_is_known_of_it() -> None:
    html = page_html(CharacterPage("来", Kanji("来", ("come", "next"), ("ライ",), ())), LOOK, saved=())
    assert "come; next" in html
    assert "On" in html
    assert "Kun" not in html
    assert "does not have" in page_html(CharacterPage("〆", None), LOOK, saved=())


def test_a_search_without_result_says_what_to_do() -> None:
    assert "dictionary form" in page_html(ResultsPage("<x>"), LOOK, saved=())
    assert "&lt;x&gt;" in page_html(ResultsPage("<x>"), LOOK, saved=())
