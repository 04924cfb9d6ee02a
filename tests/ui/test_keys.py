"""Which key does what."""

from __future__ import annotations

import pytest

from reader.ui.actions import COMMANDS, Command, Keys
from reader.ui.keys import hint, overview, page_keys, refusal

BY_ID = {command.id: command for command in COMMANDS}


def rows(keys: Keys) -> list[tuple[str, str]]:
    return [row for _group, found in overview(keys) for row in found]


def test_the_overview_shows_every_key_once_and_the_digits_as_one() -> None:
    assert len(rows({})) == sum(bool(command.keys) for command in COMMANDS) - 8
    assert ("1 – 9", "Save that sense") in rows({})
    assert ("F3, Ctrl+G", "Find the next one") in rows({})


def test_the_overview_shows_the_users_keys() -> None:
    shown = rows({"save": ("Ctrl+S",), "known": (), "save_sense_3": ("Alt+3",)})
    assert ("Ctrl+S", "Save") in shown
    assert ("Alt+3", "Save sense 3") in shown
    assert "Known" not in [text for _key, text in shown]


def test_the_hint_leaves_out_what_has_no_key() -> None:
    shown = hint({"known": (), "save": ("Ctrl+S",)})
    assert shown.startswith("Ctrl+S save · ")
    assert "known" not in shown


def test_the_page_handles_its_own_commands() -> None:
    keys = page_keys({"next_word": ("J",)})
    assert (keys["J"], keys["Left"], keys["Return"]) == ("next_word", "previous_word", "look_up")
    assert "Right" not in keys
    assert "S" not in keys


@pytest.mark.parametrize(
    ("command", "key", "keys", "sentence"),
    [
        ("save", "Ctrl+S", {}, None),
        ("save", "S", {}, None),
        ("save", "K", {}, "K is the key of “Known”. Give that another key first."),
        ("save", "K", {"known": ("Alt+K",)}, None),
        ("save", "Alt+K", {"known": ("Alt+K",)}, "Alt+K is the key of “Known”. Give that another key first."),
        ("next_word", "Ctrl+=", {}, "Ctrl+= is the key of “Larger text”. Give that another key first."),
        ("save", "Right", {}, "→ is the key of “Next word”. Give that another key first."),
        ("save", "Tab", {}, "Tab moves the focus everywhere. Choose another key."),
        ("save", "", {}, "That is not a key that can be used."),
    ],
)
def test_refusal(command: str, key: str, keys: Keys, sentence: str | None) -> None:
    found: Command = BY_ID[command]
    assert refusal(found, key, keys) == sentence
