"""The vocabulary to read and to print."""

import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader.vocabulary.model import SavedWord
from reader.vocabulary.word_list import write_html, write_markdown
from tests.vocabulary.examples import KAIDAN, MITOMERU, words


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "words.html"
    english = MITOMERU.encounters[0]._replace(english="He admitted his mistake.")
    write_html([KAIDAN, MITOMERU._replace(note="見留める", encounters=(english,))], path)
    page = path.read_text(encoding="utf-8")
    assert "Vocabulary: 2 words" in page
    assert "<ruby>認<rp>(</rp><rt>みと</rt><rp>)</rp></ruby>める" in page
    assert "誤りを<b>認めた</b>。" in page
    for text in ("He admitted his mistake.", "見留める", "to recognize; to admit", "米露電話会談 (news.txt)"):
        assert text in page


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "words.md"
    write_markdown([MITOMERU, KAIDAN._replace(ruby=(), note="*1* _x_", gloss="talks\nmeeting")], path)
    assert path.read_text(encoding="utf-8").splitlines() == [
        "# Vocabulary",
        "",
        "- **<ruby>認<rp>(</rp><rt>みと</rt><rp>)</rp></ruby>める**: to recognize; to admit",
        "  - 誤りを**認めた**。",
        "- **<ruby>会談<rp>(</rp><rt>かいだん</rt><rp>)</rp></ruby>**: talks; meeting",
        "  - 両首脳は**会談**した。",
        r"  - \*1\* \_x\_",
    ]


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("usu. (between)", "usu. (between)"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("# no heading", r"\# no heading"),
        ("a|b [c](d) `e`", r"a\|b \[c\](d) \`e\`"),
        ("<b> & c", r"&lt;b&gt; \& c"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_shows_a_note_as_it_is(tmp_path: Path, note: str, shown: str) -> None:
    path = tmp_path / "words.md"
    write_markdown([MITOMERU._replace(note=note)], path)
    assert path.read_text(encoding="utf-8").splitlines()[-1] == f"  - {shown}"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.add(tag)


@given(words)
@settings(max_examples=40)
def test_a_word_brings_no_markup_of_its_own(word: SavedWord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list")
        write_html([word], path)
        tags = _Tags()
        tags.feed(path.read_text(encoding="utf-8").partition("<body>")[2])
        assert tags.found <= {"h1", "dl", "dt", "dd", "p", "b", "br", "ruby", "rt", "rp"}
        write_markdown([word], path)
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<(?!/?(?:ruby|rt|rp)>)", text)
