"""Which key does what: the overview of all keys, and which keys can be given to a command."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from reader.ui.actions import (
    COMMANDS,
    Command,
    Group,
    Keys,
    Scope,
    keys_of,
    plain_text,
    shown_key,
    shown_keys,
)

_HINT = {
    "save": "save",
    "known": "known",
    "english_toggle": "English",
    "furigana_next": "furigana",
    "keys": "all keys",
}
_TAKEN = {"Tab": "moves the focus", "Shift+Tab": "moves the focus back"}


def overview(keys: Keys) -> Iterator[tuple[Group, list[tuple[str, str]]]]:
    """What the ``?`` window shows: for each group the keys and texts of its commands that have keys."""
    for group in Group:
        rows = []
        for command in COMMANDS:
            own = keys_of(command, keys)
            if command.group is not group or not own:
                continue
            if not command.id.startswith("save_sense_") or command.id in keys:
                rows.append((shown_keys(own), plain_text(command)))
            elif command.id == "save_sense_1":
                rows.append(("1 – 9", "Save that sense"))
        yield group, rows


def hint(keys: Keys) -> str:
    """The keys that one needs most, for the status bar."""
    found = {command.id: keys_of(command, keys) for command in COMMANDS}
    return " · ".join(f"{shown_key(found[id_][0])} {text}" for id_, text in _HINT.items() if found[id_])


def page_keys(keys: Keys) -> dict[str, str]:
    """The ids of the commands that the page handles itself, by their keys."""
    return {
        normal_key(key): command.id
        for command in COMMANDS
        if command.scope is Scope.PAGE
        for key in keys_of(command, keys)
    }


def normal_key(key: str) -> str:
    """A key sequence as the page compares it; "" for what is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def refusal(command: Command, key: str, keys: Keys) -> str | None:
    """Why a command cannot have a key, in a sentence; None if it can."""
    key = normal_key(key)
    if not key:
        return "That is not a key that can be used."
    if key in _TAKEN:
        return f"{shown_key(key)} {_TAKEN[key]} everywhere. Choose another key."
    for other in COMMANDS:
        if other.id != command.id and key in map(normal_key, keys_of(other, keys)):
            return f"{shown_key(key)} is the key of “{plain_text(other)}”. Give that another key first."
    return None
