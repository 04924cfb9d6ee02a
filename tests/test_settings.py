"""Settings come back; what is damaged is set aside and said."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.model import Duplicates, FuriganaMode, ReadingSource
from reader.settings import ExportRows, Settings, Theme, load_settings, save_settings

CHANGED = Settings(
    window_geometry="AdnQywAD",
    splitter_sizes=(220, 640, 0),
    panel_sizes=(300, 500),
    hidden_sides=("articles",),
    english_shares=(40, 25),
    last_article="sample:lunar-probe",
    zoom=1.25,
    furigana=FuriganaMode.HOVER,
    compact_furigana=True,
    small_kana=False,
    reading_source=ReadingSource.PYKAKASI,
    theme=Theme.DARK,
    japanese_font="源ノ明朝",
    english_font="Charter",
    line_spacing=1.2,
    line_length=28,
    mark_unknown=True,
    keys={"save": ("Ctrl+S", "S"), "known": ()},
    vocabulary_sort="-reading",
    open_folder="/texts",
    export_folder="/cards",
    export_format="json",
    export_rows=ExportRows.NEW,
    export_columns=("Expression", "Note"),
    review_without_anki=True,
    anki_port=8766,
    anki_deck="日本語",
    anki_note_type="Basic",
    anki_fields=(("Front", "Expression"), ("Back", "")),
    anki_duplicates=Duplicates.UPDATE,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_the_example_changes_every_setting() -> None:
    assert all(getattr(CHANGED, field.name) != getattr(Settings(), field.name) for field in fields(Settings))


def test_nothing_there_yet(path: Path) -> None:
    assert load_settings(path) == (Settings(), None)


def test_saved_settings_come_back(path: Path) -> None:
    for settings in (CHANGED, Settings()):
        save_settings(path, settings)
        assert load_settings(path) == (settings, None)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_unknown_keys_are_ignored_and_kept(path: Path) -> None:
    write(path, json.dumps({"zoom": 1.5, "from_a_newer_version": {"a": [1]}}))
    settings, message = load_settings(path)
    assert (settings, message) == (Settings(zoom=1.5), None)
    save_settings(path, settings)
    assert json.loads(path.read_text())["from_a_newer_version"] == {"a": [1]}


WRONG = [
    ("window_geometry", 5),
    ("window_geometry", None),
    ("splitter_sizes", "220"),
    ("splitter_sizes", [220, "640"]),
    ("splitter_sizes", [220, -1]),
    ("splitter_sizes", [True, 640]),
    ("splitter_sizes", [1.5]),
    ("hidden_sides", "articles"),
    ("last_article", ["sample:cat"]),
    ("zoom", "1.5"),
    ("zoom", True),
    ("zoom", 0),
    ("zoom", -1),
    ("zoom", 1e400),
    ("zoom", 10**400),
    ("zoom", float("nan")),
    ("furigana", "sometimes"),
    ("keys", ["S"]),
    ("line_spacing", 0),
    ("line_length", 2),
    ("line_length", 30.5),
    ("theme", "pink"),
    ("keys", {"save": "S"}),
    ("furigana", ["all"]),
    ("furigana", "ALL"),
    ("reading_source", 1),
    ("mark_unknown", 1),
    ("mark_unknown", "true"),
    ("theme", "solarized"),
    ("theme", None),
    ("japanese_font", False),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_wrong_value_falls_back_alone(path: Path, key: str, value: object) -> None:
    kept = {"japanese_font": "源ノ明朝"} if key != "japanese_font" else {"last_article": "article:1"}
    write(path, json.dumps({key: value, **kept}))
    settings, message = load_settings(path)
    assert settings == Settings(**kept)  # type: ignore[arg-type]
    assert message is None


def test_a_whole_number_is_a_zoom(path: Path) -> None:
    write(path, '{"zoom": 2}')
    assert load_settings(path)[0].zoom == 2.0


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"zoom"',
    b"\xff\xfe\x00",
    b"{" * 10,
    b"[" * 200_000,
    b'{"zoom": 1.5} x',
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:6]))
def test_a_damaged_file_is_set_aside_and_said(path: Path, content: bytes) -> None:
    write(path, content)
    settings, message = load_settings(path)
    aside = path.with_name("settings.json.damaged-1")
    assert settings == Settings()
    assert message is not None
    assert str(aside) in message
    assert aside.read_bytes() == content
    assert load_settings(path) == (Settings(), None)


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    write(path, b"first")
    load_settings(path)
    path.write_bytes(b"second")
    load_settings(path)
    assert path.with_name("settings.json.damaged-1").read_bytes() == b"first"
    assert path.with_name("settings.json.damaged-2").read_bytes() == b"second"


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    settings, message = load_settings(path)
    assert settings == Settings()
    assert message is not None
    assert "could not be read" in message
    assert path.is_dir()
    with pytest.raises(ReaderError):
        save_settings(path, Settings())


def test_saving_over_a_damaged_file(path: Path) -> None:
    write(path, b"{")
    save_settings(path, CHANGED)
    assert load_settings(path) == (CHANGED, None)


def test_saving_where_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file")
    with pytest.raises(ReaderError, match="could not be saved"):
        save_settings(tmp_path / "config" / "settings.json", Settings())


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from([field.name for field in fields(Settings)])


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, JSON))
def test_any_values_give_settings_that_can_be_saved(tmp_path: Path, values: dict[str, object]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(values))
    settings, message = load_settings(path)
    assert message is None
    save_settings(path, settings)
    assert load_settings(path) == (settings, None)
