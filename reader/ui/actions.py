"""All that the user can tell the program to do: one table for keys, toolbar, menus and the key overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Keys = Mapping[str, tuple[str, ...]]
"""The keys that the user gave to commands, by their ids."""


class Scope(Enum):
    """Where a command's keys act."""

    WINDOW = "everywhere"
    READING = "while the page or the panel has the focus"
    PAGE = "while the page has the focus, which handles these keys itself"


class Group(StrEnum):
    """The headings of the key overview."""

    ARTICLE = "Articles"
    MOVING = "Moving about"
    SELECTING = "Selecting and copying"
    WORD = "The current word"
    VIEW = "The page"
    ENGLISH = "The English"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. ``keys`` are portable key sequences; ``choice`` names the set it is one of, if any;
    an ``is_switch`` is on or off.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    group: Group
    scope: Scope = Scope.WINDOW
    choice: str = ""
    is_switch: bool = False


COMMANDS = (
    Command("open", "Open…", ("Ctrl+O",), Group.ARTICLE),
    Command("paste", "Paste", ("Ctrl+V",), Group.ARTICLE),
    Command("print", "Print…", ("Ctrl+P",), Group.ARTICLE),
    Command("save_pdf", "Save as PDF…", (), Group.ARTICLE),
    Command("save_web_page", "Save as web page…", (), Group.ARTICLE),
    Command("next_word", "Next word", ("Right",), Group.MOVING, Scope.PAGE),
    Command("previous_word", "Previous word", ("Left",), Group.MOVING, Scope.PAGE),
    Command("next_line", "Word in the next line", ("Down",), Group.MOVING, Scope.PAGE),
    Command("previous_line", "Word in the previous line", ("Up",), Group.MOVING, Scope.PAGE),
    Command("next_unknown", "Next unknown word", ("N",), Group.MOVING, Scope.PAGE),
    Command("previous_unknown", "Previous unknown word", ("Shift+N",), Group.MOVING, Scope.PAGE),
    Command("screen_on", "One screen on", ("Space", "PgDown"), Group.MOVING, Scope.PAGE),
    Command("screen_back", "One screen back", ("Shift+Space", "PgUp"), Group.MOVING, Scope.PAGE),
    Command("beginning", "Beginning of the article", ("Home", "Ctrl+Home"), Group.MOVING, Scope.PAGE),
    Command("end", "End of the article", ("End", "Ctrl+End"), Group.MOVING, Scope.PAGE),
    Command("page", "Back to the text", ("Esc",), Group.MOVING),
    Command("find", "Find in the article…", ("Ctrl+F",), Group.MOVING),
    Command("find_next", "Find the next one", ("F3", "Ctrl+G"), Group.MOVING),
    Command("find_previous", "Find the one before", ("Shift+F3", "Ctrl+Shift+G"), Group.MOVING),
    Command("search", "Look up a word", ("Ctrl+L",), Group.MOVING),
    Command("back", "Back in the panel", ("Alt+Left",), Group.MOVING),
    Command("forward", "Forward in the panel", ("Alt+Right",), Group.MOVING),
    Command("look_up", "Look up", ("Return",), Group.WORD, Scope.PAGE),
    Command("save", "Save", ("S",), Group.WORD, Scope.READING),
    *(
        Command(f"save_sense_{number}", f"Save sense {number}", (str(number),), Group.WORD, Scope.READING)
        for number in range(1, 10)
    ),
    Command("known", "Known", ("K",), Group.WORD, Scope.READING),
    Command("ignore", "Ignore", ("I",), Group.WORD, Scope.READING),
    Command("other_reading", "The other reading", ("R",), Group.WORD, Scope.READING),
    Command("correct", "Correct…", ("C",), Group.WORD, Scope.READING),
    Command("known_in_sight", "Mark the rest in sight as known", ("Shift+K",), Group.WORD, Scope.READING),
    Command("known_all", "Mark the rest of the article as known", (), Group.WORD),
    Command("select_next", "One character more", ("Shift+Right",), Group.SELECTING, Scope.PAGE),
    Command("select_previous", "One character less", ("Shift+Left",), Group.SELECTING, Scope.PAGE),
    Command("select_next_word", "One word more", ("Ctrl+Shift+Right",), Group.SELECTING, Scope.PAGE),
    Command("select_previous_word", "One word less", ("Ctrl+Shift+Left",), Group.SELECTING, Scope.PAGE),
    Command("select_next_line", "One line more", ("Shift+Down",), Group.SELECTING, Scope.PAGE),
    Command("select_previous_line", "One line less", ("Shift+Up",), Group.SELECTING, Scope.PAGE),
    Command("select_line_end", "To the end of the line", ("Shift+End",), Group.SELECTING, Scope.PAGE),
    Command(
        "select_line_beginning", "To the beginning of the line", ("Shift+Home",), Group.SELECTING, Scope.PAGE
    ),
    Command("select_end", "To the end of the article", ("Ctrl+Shift+End",), Group.SELECTING, Scope.PAGE),
    Command(
        "select_beginning",
        "To the beginning of the article",
        ("Ctrl+Shift+Home",),
        Group.SELECTING,
        Scope.PAGE,
    ),
    Command("select_all", "Select everything", ("Ctrl+A",), Group.SELECTING, Scope.PAGE),
    Command("copy", "Copy", ("Ctrl+C",), Group.SELECTING, Scope.PAGE),
    Command("copy_furigana", "Copy with furigana", ("Ctrl+Shift+C",), Group.SELECTING, Scope.READING),
    Command("undo", "Undo", ("Ctrl+Z",), Group.WORD),
    Command("redo", "Redo", ("Ctrl+Shift+Z",), Group.WORD),
    Command("prepare", "Unknown words of this article…", ("Ctrl+Shift+U",), Group.WORD),
    Command("vocabulary", "Vocabulary…", ("Ctrl+Shift+V",), Group.WORD),
    Command("review", "Review…", ("Ctrl+R",), Group.WORD),
    Command("statistics", "Statistics…", (), Group.WORD),
    Command("restore", "Restore the vocabulary…", (), Group.WORD),
    Command("send_to_anki", "Send to Anki…", (), Group.WORD),
    Command("import", "Import words…", (), Group.WORD),
    Command("export", "Export the vocabulary…", ("Ctrl+E",), Group.WORD),
    Command("furigana_next", "Furigana: over more or fewer words", ("F",), Group.VIEW, Scope.READING),
    Command("furigana_all", "Over all words", (), Group.VIEW, choice="furigana"),
    Command("furigana_unknown", "Over words not known yet", (), Group.VIEW, choice="furigana"),
    Command("furigana_first", "Where a word comes first", (), Group.VIEW, choice="furigana"),
    Command("furigana_hover", "On hover", (), Group.VIEW, choice="furigana"),
    Command("furigana_none", "None", (), Group.VIEW, choice="furigana"),
    Command("furigana_compact", "Close up where none are shown", (), Group.VIEW, is_switch=True),
    Command("english_toggle", "The English of this sentence", ("T",), Group.ENGLISH, Scope.READING),
    Command("english_hidden", "Hidden until asked for", (), Group.ENGLISH, choice="english"),
    Command("english_below", "Below each paragraph", (), Group.ENGLISH, choice="english"),
    Command("english_beside", "In a second column", (), Group.ENGLISH, choice="english"),
    Command("english_file", "Add English from a file…", (), Group.ENGLISH),
    Command("english_paste", "Add English from the clipboard", (), Group.ENGLISH),
    Command("english_remove", "Remove the English", (), Group.ENGLISH),
    Command("english_stop", "Stop comparing", (), Group.ENGLISH),
    Command("english_copy", "Copy the English", (), Group.ENGLISH),
    Command(
        "english_up", "Move its English to the sentence before", ("Ctrl+Up",), Group.ENGLISH, Scope.READING
    ),
    Command(
        "english_down", "Move its English to the sentence after", ("Ctrl+Down",), Group.ENGLISH, Scope.READING
    ),
    Command("english_join", "Join with the next sentence", ("J",), Group.ENGLISH, Scope.READING),
    Command("english_split", "Split here", ("Shift+J",), Group.ENGLISH, Scope.READING),
    Command("english_unlink", "Unlink from its English", ("X",), Group.ENGLISH, Scope.READING),
    Command("show_articles", "Article list", ("F8",), Group.VIEW, is_switch=True),
    Command("show_panel", "Word panel", ("F9",), Group.VIEW, is_switch=True),
    Command("full_screen", "Full screen, the page alone", ("F11",), Group.VIEW, is_switch=True),
    Command("mark_unknown", "Mark unknown words", ("U",), Group.VIEW, Scope.READING, is_switch=True),
    Command("direction", "横/縦", ("W",), Group.VIEW, Scope.READING),
    Command("looks", "Aa", ("A",), Group.VIEW, Scope.READING),
    Command("smaller", "A−", ("Ctrl+-",), Group.VIEW),
    Command("larger", "A+", ("Ctrl++", "Ctrl+="), Group.VIEW),
    Command("normal_size", "Normal size", ("Ctrl+0",), Group.VIEW),
    Command("theme_system", "As the system", (), Group.VIEW, choice="theme"),
    Command("theme_light", "Light", (), Group.VIEW, choice="theme"),
    Command("theme_dark", "Dark", (), Group.VIEW, choice="theme"),
    Command("theme_sepia", "Sepia", (), Group.VIEW, choice="theme"),
    Command("theme_contrast", "High contrast", (), Group.VIEW, choice="theme"),
    Command("keys", "All keys", ("?",), Group.PROGRAM),
    Command("preferences", "Preferences…", ("Ctrl+,",), Group.PROGRAM),
    Command("about", "About Japanese Reader", (), Group.PROGRAM),
    Command("quit", "Quit", ("Ctrl+Q",), Group.PROGRAM),
)

TOOLBAR = (
    "show_articles",
    "open",
    "paste",
    "",
    "furigana",
    "english",
    "",
    "direction",
    "looks",
    "smaller",
    "larger",
    "find",
)
"""Commands and menus by their ids; an empty one is a line between groups."""

MENUS = {
    "furigana": (
        "furigana_all",
        "furigana_unknown",
        "furigana_first",
        "furigana_hover",
        "furigana_none",
        "",
        "furigana_compact",
    ),
    "english": (
        "english_toggle",
        "",
        "english_hidden",
        "english_below",
        "english_beside",
        "",
        "english_file",
        "english_paste",
        "english_remove",
        "english_stop",
    ),
    "english_sentence": (
        "english_copy",
        "",
        "english_up",
        "english_down",
        "english_join",
        "english_split",
        "english_unlink",
    ),
    "theme": ("theme_system", "theme_light", "theme_dark", "theme_sepia", "theme_contrast"),
    "export": ("export", "send_to_anki", "", "import"),
    "word": (
        "look_up",
        "save",
        "known",
        "ignore",
        "correct",
        "other_reading",
        "",
        "next_unknown",
        "previous_unknown",
        "mark_unknown",
        "known_in_sight",
        "known_all",
        "",
        "copy",
        "copy_furigana",
    ),
    "page": (
        "copy",
        "copy_furigana",
        "select_all",
        "find",
        "",
        "mark_unknown",
        "known_in_sight",
        "known_all",
        "",
        "direction",
        "looks",
        "",
        "show_articles",
        "show_panel",
        "full_screen",
    ),
    "program": (
        "find",
        "vocabulary",
        "prepare",
        "review",
        "statistics",
        "restore",
        "",
        "print",
        "save_pdf",
        "save_web_page",
        "",
        "show_articles",
        "show_panel",
        "full_screen",
        "",
        "preferences",
        "keys",
        "about",
        "",
        "quit",
    ),
}

_KEY_NAMES = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_PLAIN_TEXTS = {
    "direction": "Horizontal or vertical writing",
    "looks": "Fonts, size and spacing",
    "smaller": "Smaller text",
    "larger": "Larger text",
}


class Actions:
    """A QAction for each command, doing what ``handlers`` say; raises KeyError if one of them is missing.

    Commands of one ``choice`` are exclusive; they and switches are checkable.
    """

    def __init__(self, parent: QObject, handlers: Mapping[str, Callable[[], None]], keys: Keys) -> None:
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(_in_menu(command), parent)
            action.setIconText(command.text.rstrip("…"))  # what a button says
            action.setIconVisibleInMenu(False)
            action.triggered.connect(_without_argument(handlers[command.id]))
            if command.scope is Scope.READING:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if command.choice:
                groups.setdefault(command.choice, QActionGroup(parent)).addAction(action)
            action.setCheckable(bool(command.choice) or command.is_switch)
            self._actions[command.id] = action
        self._keys: Keys | None = None
        self.set_keys(keys)

    def set_keys(self, keys: Keys) -> None:
        """Let each command have these keys, where they are not its own."""
        if keys == self._keys:
            return
        self._keys = keys
        for command in COMMANDS:
            action, own = self._actions[command.id], keys_of(command, keys)
            action.setToolTip(f"{plain_text(command)} ({shown_key(own[0])})" if own else plain_text(command))
            if command.scope is not Scope.PAGE:
                action.setShortcuts([QKeySequence(key) for key in own])
            elif own:  # a key that Qt does not know of, and would not show
                action.setText(f"{_in_menu(command)}\t{shown_key(own[0])}")

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def attach(self, window: QWidget, reading: Iterable[QWidget]) -> None:
        """Let the keys act in ``window``, those of the reader only in the widgets ``reading``."""
        reading = tuple(reading)
        for command in COMMANDS:
            for widget in reading if command.scope is Scope.READING else (window,):
                widget.addAction(self._actions[command.id])

    def menu(self, name: str, parent: QWidget) -> QMenu:
        """The menu ``name`` of ``MENUS``, its keys shown beside the texts."""
        menu = QMenu(parent)
        for command_id in MENUS[name]:
            if command_id:
                menu.addAction(self._actions[command_id])
            else:
                menu.addSeparator()
        return menu


def keys_of(command: Command, keys: Keys) -> tuple[str, ...]:
    """The keys that a command has: those that the user chose, or else its own."""
    return keys.get(command.id, command.keys)


def _in_menu(command: Command) -> str:
    return _PLAIN_TEXTS.get(command.id, command.text)


def plain_text(command: Command) -> str:
    """What a command does, without signs."""
    return _PLAIN_TEXTS.get(command.id, command.text.rstrip("…"))


def shown_key(key: str) -> str:
    """A key sequence as this system writes it, but by the names that stand on a keyboard."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    before, plus, last = shown.rpartition("+") if not shown.endswith("+") else ("", "", shown)
    return before + plus + _KEY_NAMES.get(last, last)


def shown_keys(keys: Iterable[str]) -> str:
    """All keys of a command as people read them."""
    return ", ".join(map(shown_key, keys))


def _without_argument(handler: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: handler()
