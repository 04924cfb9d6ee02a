"""Reading files: the English beside them, and a sentence for each that cannot be read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.text_files import LARGEST, read_file, read_text
from reader.errors import ReaderError

TEXT = "市場の朝\n八百屋が店先に大根を並べている。\n"
ENGLISH = "Morning at the market\nThe greengrocer sets out daikon.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16", "iso2022_jp"])
def test_file_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    article = read_file(write(tmp_path / "朝.txt", TEXT.replace("\n", "\r\n").encode(encoding)))
    assert article.title == "市場の朝"
    assert [paragraph.text for paragraph in article.paragraphs] == TEXT.splitlines()
    assert article.source == "朝.txt"


def test_text_alone_keeps_its_line_ends(tmp_path: Path) -> None:
    text = "一行目。\r\n\r\n三行目。\n"
    assert read_text(write(tmp_path / "lines.txt", text.encode("cp932"))) == text
    assert read_text(write(tmp_path / "empty.txt", b"")) == ""


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("asa.ja.txt", "asa.en.txt"),
        ("asa.txt", "asa.en.txt"),
        ("a.b.ja.txt", "a.b.en.txt"),
        ("ASA.JA.TXT", "ASA.en.txt"),
    ],
)
def test_english_beside_it(tmp_path: Path, name: str, english: str) -> None:
    write(tmp_path / english, ENGLISH)
    assert read_file(write(tmp_path / name, TEXT)).english == tuple(ENGLISH.splitlines())


@pytest.mark.parametrize("other", ["asa.en.md", "other.en.txt", "asa.en.txt.bak"])
def test_no_english_beside_it(tmp_path: Path, other: str) -> None:
    write(tmp_path / other, ENGLISH)
    assert read_file(write(tmp_path / "asa.ja.txt", TEXT)).english == ()


@pytest.mark.parametrize("name", ["asa.ja.txt", "asa.txt"])
def test_the_english_finds_its_japanese(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, TEXT)
    english = write(tmp_path / "asa.en.txt", ENGLISH)
    assert read_file(english) == read_file(tmp_path / name)
    assert read_file(english).english == tuple(ENGLISH.splitlines())


def test_english_alone_is_an_article(tmp_path: Path) -> None:
    assert read_file(write(tmp_path / "asa.en.txt", ENGLISH)).english == ()


def test_english_in_the_encoding_of_windows(tmp_path: Path) -> None:
    write(tmp_path / "asa.en.txt", "It’s morning.\n".encode("cp1252"))
    assert read_file(write(tmp_path / "asa.txt", TEXT)).english == ("It’s morning.",)


def test_damaged_english_is_named(tmp_path: Path) -> None:
    write(tmp_path / "asa.en.txt", b"\x00\x01\x02" * 50)
    with pytest.raises(ReaderError, match=r"asa\.en\.txt is not a text file"):
        read_file(write(tmp_path / "asa.txt", TEXT))


REFUSED = [
    (b"", "is empty"),
    (b" \r\n\t", "is empty"),
    ("　\n".encode("cp932"), "is empty"),
    (b"\xef\xbb\xbf", "is empty"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
    (b"PK\x03\x04" + bytes(range(256)), "not a text file"),
    (TEXT.encode()[:-5] + b"\n", "line 2 is not valid UTF-8"),
    ("Вчера мы гуляли".encode("koi8-r"), "encoding that cannot be recognised"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_content_that_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = write(tmp_path / "refused.txt", data)
    with pytest.raises(ReaderError, match=reason) as caught:
        read_file(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="does not exist"):
        read_file(tmp_path / "nowhere.txt")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="is a folder"):
        read_file(tmp_path)


def test_path_through_a_file(tmp_path: Path) -> None:
    write(tmp_path / "file", TEXT)
    with pytest.raises(ReaderError, match="could not be read"):
        read_file(tmp_path / "file" / "inside.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReaderError, match="not a file that can be read"):
        read_file(tmp_path / "pipe")


def test_size_limit(tmp_path: Path) -> None:
    head = "大きな本\n".encode()
    largest = write(tmp_path / "largest.txt", head + b"a" * (LARGEST - len(head)))
    assert len(read_file(largest).paragraphs[1].text) == LARGEST - len(head)
    with largest.open("ab") as file:
        file.write(b"a")
    with pytest.raises(ReaderError, match="too large"):
        read_file(largest)


@pytest.fixture
def without_rights() -> Iterator[None]:
    """Root may read everything: be somebody else for a while."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights work differently here")
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.fixture
def unreadable() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = write(Path(folder, "secret.txt"), TEXT)
        path.chmod(0)
        yield path


def test_unreadable_file(unreadable: Path, without_rights: None) -> None:
    with pytest.raises(ReaderError, match="may not be read"):
        read_file(unreadable)


def test_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"old-\x93\xfa.txt"), TEXT)
    assert read_file(path).source == "old-��.txt"
