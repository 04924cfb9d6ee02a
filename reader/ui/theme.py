"""Which colours are in use, and how they reach widgets, style sheet and icons."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reader.resources import resource
from reader.settings import Theme as ThemeChoice
from reader.ui.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, SEPIA, Colours
from reader.ui.fonts import JAPANESE_SANS, text_families
from reader.ui.page.painting import PageColours
from reader.vocabulary.model import Status

_SMALLEST_UI_POINTS = 10.5
_MIDDLE = 128  # of the lightness of colours


class Theme(QObject):
    """Keeps the application in one theme.

    Signals: ``changed()`` when the colours are others than before, by the user's choice or the desktop's.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._style_sheet = (resource("resources") / "styles" / "reader.qss").read_text(encoding="utf-8")
        application = _application()
        application.setFont(_ui_font(application.font()))
        self._apply()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return colours_of(self._choice, is_dark=_system_is_dark(), is_contrast=_system_wants_contrast())

    def choose(self, choice: ThemeChoice) -> None:
        """Use this theme from now on."""
        before, self._choice = self.colours, choice
        if self.colours != before:
            self._apply()
            self.changed.emit()

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """The drawing ``resources/icons/NAME.svg`` in ``colour`` (else the text's)."""
        colour = colour or self.colours.text
        if (name, colour) not in self._icons:
            drawing = (resource("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            self._icons[name, colour] = _icon(drawing.replace("currentColor", colour))
        return self._icons[name, colour]

    def _follow_system(self) -> None:
        if self._choice in {ThemeChoice.SYSTEM, ThemeChoice.CONTRAST}:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        application = _application()
        application.setPalette(_palette(self.colours))
        sheet = self._style_sheet.replace("@icons", (resource("resources") / "icons").as_posix())
        is_dark = QColor(self.colours.accent).lightness() < _MIDDLE
        sheet = sheet.replace("@tick", "light" if is_dark else "dark")
        # the longest names first, since "@accent" begins "@accent_soft"
        for name, value in sorted(asdict(self.colours).items(), reverse=True):
            sheet = sheet.replace(f"@{name}", value)
        application.setStyleSheet(sheet)


def colours_of(choice: ThemeChoice, *, is_dark: bool, is_contrast: bool) -> Colours:
    """The colours that were chosen; some depend on whether the system is dark or has high contrast."""
    fixed = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.SEPIA: SEPIA}
    if choice in fixed:
        return fixed[choice]
    if choice is ThemeChoice.CONTRAST or is_contrast:
        return CONTRAST_DARK if is_dark else CONTRAST
    return DARK if is_dark else LIGHT


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _system_wants_contrast() -> bool:
    """Whether the desktop is set to high contrast; Qt knows that from 6.10 on."""
    hints = QGuiApplication.styleHints()
    return (
        hasattr(hints, "accessibility")
        and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    )


def page_colours(colours: Colours) -> PageColours:
    """The theme's colours as the page uses them."""
    return PageColours(
        background=QColor(colours.page),
        text=QColor(colours.text),
        ruby=QColor(colours.quiet),
        muted=QColor(colours.quiet),
        hover=QColor(colours.hover),
        current=QColor(colours.accent_soft),
        selection=QColor(colours.selection),
        hit=QColor(colours.hit),
        hit_current=QColor(colours.hit_current),
        lit=QColor(colours.lit),
        bar=QColor(colours.accent),
        accents={
            Status.NEW: QColor(colours.saved),
            Status.LEARNING: QColor(colours.saved),
            None: _half_transparent(colours.quiet),
        },
    )


def _half_transparent(colour: str) -> QColor:
    softer = QColor(colour)
    softer.setAlphaF(0.5)
    return softer


def polish_again(widget: QWidget) -> None:
    """Apply the style sheet to a widget anew, one of whose properties it asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def japanese_font(family: str, pixels: int) -> QFont:
    """The font of Japanese headwords, ``family`` if the user chose one."""
    font = QFont()
    font.setFamilies(text_families(family))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


def _ui_font(system: QFont) -> QFont:
    """The desktop's font, large enough to read glosses in, its kanji in their Japanese shapes."""
    font = QFont(system)
    font.setFamilies([*system.families(), *JAPANESE_SANS])
    font.setPointSizeF(max(system.pointSizeF(), _SMALLEST_UI_POINTS))
    return font


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, value in (
        ((role.Window, role.Button, role.AlternateBase), colours.chrome),
        ((role.Base, role.ToolTipBase, role.Light), colours.page),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText), colours.text),
        ((role.PlaceholderText,), colours.quiet),
        ((role.Highlight,), colours.accent_soft),
        ((role.Link, role.LinkVisited, role.Accent), colours.accent),
        ((role.Mid, role.Midlight, role.Dark), colours.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.quiet))
    return palette


def _icon(drawing: str) -> QIcon:
    """The SVG ``drawing`` at the sizes of ordinary and of dense screens."""
    icon = QIcon()
    for pixels in (16, 24, 32, 48):
        sized = drawing.replace("<svg ", f'<svg width="{pixels}" height="{pixels}" ', 1)
        pixmap = QPixmap()
        pixmap.loadFromData(sized.encode(), "SVG")
        pixmap.setDevicePixelRatio(pixels / 16)
        icon.addPixmap(pixmap)
    return icon


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


ICON_SIZE = QSize(16, 16)
