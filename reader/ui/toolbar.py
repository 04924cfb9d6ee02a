"""The bar at the top, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.ui.actions import MENUS, TOOLBAR, Actions
from reader.ui.theme import Theme, polish_again

_MENU_TITLES = {"furigana": "Furigana", "english": "English"}
_DRAWINGS = {
    "show_articles": "side-left",
    "open": "open",
    "paste": "paste",
    "find": "find",
    "show_panel": "side-right",
}
_WITHOUT_TEXT = {"find", "show_articles", "show_panel"}
_LEAST_NEEDED = ("smaller", "larger")  # what Aa can do, too
_IN_MENUS = ("find", "direction")  # of the bar and of the page
_NARROWEST_FIELD, _READABLE_FIELD, _WIDEST_FIELD = 90, 150, 210


class Toolbar(QWidget):
    """Buttons, drop-downs and the field that looks up a word.

    Where it is narrow, the buttons leave out what is chosen, some go, and the field gives way.

    Signals: ``looked_up(text)`` when a text was typed and Enter pressed; ``left()`` when the keys belong to
    the page again: a button was clicked or a menu closed.
    """

    looked_up = Signal(str)
    left = Signal()

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._menu_buttons: dict[str, QToolButton] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._choices: dict[str, str] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._layout.setSpacing(4)
        for item in TOOLBAR:
            if not item:
                self._add_line()
            elif item in MENUS:
                self._add_menu(item, actions)
            else:
                self._add_button(item, actions)
        self._layout.addStretch(0)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText("Look up a word")
        self._field.setAccessibleName("Look up a word")
        self._field.setToolTip(actions["search"].toolTip())
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(_NARROWEST_FIELD)
        self._field.setMaximumWidth(_WIDEST_FIELD)
        self._field.returnPressed.connect(self._look_up)
        self._layout.addWidget(self._field, 1)
        self._icons = (self._add_menu("theme", actions), self._add_menu("program", actions))
        for button, tip in zip(self._icons, ("Theme", "More"), strict=True):
            button.setText("")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._add_button("show_panel", actions)  # above what it shows
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_choice(self, menu: str, text: str, *, active: bool) -> None:
        """Show on the button of ``menu`` what is chosen ("all"), tinted if ``active``."""
        button = self._menu_buttons[menu]
        self._choices[menu] = text
        self._fit()
        button.setToolTip(f"{_MENU_TITLES[menu]}: {text}")
        button.setProperty("active", active)
        polish_again(button)

    def focus_search(self) -> None:
        """Put the cursor into the look-up field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Say on the buttons what is chosen if there is room for it."""
        for menu, choice in self._choices.items():
            self._menu_buttons[menu].setText(f"{_MENU_TITLES[menu]}: {choice} ▾")
        self._show_texts(is_shown=True)
        for command in (*_LEAST_NEEDED, *_IN_MENUS):
            self._buttons[command].show()
        if self._is_too_wide(_READABLE_FIELD):
            for menu in self._choices:
                self._menu_buttons[menu].setText(f"{_MENU_TITLES[menu]} ▾")
        if self._is_too_wide(_READABLE_FIELD):
            for command in _LEAST_NEEDED:
                self._buttons[command].hide()
        if self._is_too_wide(_READABLE_FIELD):
            self._show_texts(is_shown=False)
        for command in _IN_MENUS:
            if self._is_too_wide(_NARROWEST_FIELD):
                self._buttons[command].hide()
        self._layout.activate()  # now, or what was too wide would be seen for a moment

    def _show_texts(self, *, is_shown: bool) -> None:
        """Show the texts beside drawings that say as much, or the drawings alone."""
        styles = Qt.ToolButtonStyle
        for command in _DRAWINGS:
            with_text = is_shown and command not in _WITHOUT_TEXT
            style = styles.ToolButtonTextBesideIcon if with_text else styles.ToolButtonIconOnly
            self._buttons[command].setToolButtonStyle(style)

    def _is_too_wide(self, field: int) -> bool:
        """Whether there is no room for all that is shown with a field of this width."""
        self._layout.invalidate()
        return self._layout.totalMinimumSize().width() - _NARROWEST_FIELD + field > self.width()

    def below(self, command: str) -> QPoint:
        """The bottom left corner of a command's button, on the screen."""
        button = self._buttons[command]
        return button.mapToGlobal(QPoint(0, button.height() + 4))

    def _look_up(self) -> None:
        if text := self._field.text().strip():
            self.looked_up.emit(text)

    def _add_line(self) -> None:
        line = QFrame(self)
        line.setFixedSize(1, 20)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        self._layout.addSpacing(6)
        self._layout.addWidget(line)
        self._layout.addSpacing(6)

    def _add_button(self, command: str, actions: Actions) -> None:
        button = QToolButton(self)
        button.setDefaultAction(actions[command])
        button.setAccessibleName(actions[command].toolTip().split(" (", maxsplit=1)[0])
        self._buttons[command] = button
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._leave(button))
        self._layout.addWidget(button)

    def _add_menu(self, name: str, actions: Actions) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{_MENU_TITLES.get(name, '')} ▾")
        menu = actions.menu(name, button)
        # after the menu has given the focus back to whatever had it
        menu.aboutToHide.connect(self.left, Qt.ConnectionType.QueuedConnection)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu_buttons[name] = button
        self._layout.addWidget(button)
        return button

    def _leave(self, button: QToolButton) -> None:
        if not button.hasFocus():  # who works with the keys may want to press it again
            self.left.emit()

    def _restyle(self) -> None:
        for button, name in zip(self._icons, ("theme", "menu"), strict=True):
            button.setIcon(self._theme.icon(name))
        for command, name in _DRAWINGS.items():
            # of the command: a button takes it from there again whenever anything about that changes
            self._actions[command].setIcon(self._theme.icon(name, self._theme.colours.quiet))
