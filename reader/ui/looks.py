"""How the text looks: fonts, size, spacing and colours, in the preferences and below the button Aa."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings, Theme
from reader.ui.change import Change
from reader.ui.choice import choice
from reader.ui.fonts import japanese_families, latin_families

_THEMES = {
    Theme.SYSTEM: "As the system",
    Theme.LIGHT: "Light",
    Theme.DARK: "Dark",
    Theme.SEPIA: "Sepia",
    Theme.CONTRAST: "High contrast",
}
_SIZES = range(50, 301)  # per cent
_SPACINGS = range(80, 161)  # per cent
_LENGTHS = range(16, 61)  # characters
_WIDEST_NUMBER = "60 characters"


def looks_page(settings: Settings, change: Change) -> QWidget:
    """Controls that show the settings and call back with each change, so that the page shows it at once."""
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(4, 6, 4, 4)
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.addRow("Theme", choice(_THEMES, settings.theme, lambda theme: change(theme=theme)))
    form.addRow(
        "Japanese font",
        _fonts(japanese_families(), settings.japanese_font, lambda family: change(japanese_font=family)),
    )
    form.addRow(
        "English font",
        _fonts(latin_families(), settings.english_font, lambda family: change(english_font=family)),
    )
    form.addRow(
        "Size", _slider(_SIZES, round(settings.zoom * 100), "%", lambda value: change(zoom=value / 100))
    )
    form.addRow(
        "Line spacing",
        _slider(
            _SPACINGS,
            round(settings.line_spacing * 100),
            "%",
            lambda value: change(line_spacing=value / 100),
        ),
    )
    form.addRow(
        "Line length",
        _slider(_LENGTHS, settings.line_length, "characters", lambda value: change(line_length=value)),
    )
    return page


class LooksPopup(QFrame):
    """The same controls in a frame over the window, closed by a click beside it or Esc. It has no signals."""

    def __init__(self, settings: Settings, change: Change, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("looks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(looks_page(settings, change))
        self.resize(max(self.sizeHint().width(), 380), self.sizeHint().height())

    def show_below(self, corner: QPoint) -> None:
        """Show it with its top left at ``corner`` (on the screen), as far as the screen allows, with the
        first of its controls in focus."""
        screen = self.screen().availableGeometry()
        x = min(corner.x(), screen.right() - self.width())
        y = min(corner.y(), screen.bottom() - self.height())
        self.move(max(x, screen.left()), max(y, screen.top()))
        self.show()
        self.focusNextChild()  # whoever opened it with a key goes on with keys


def _fonts(families: Sequence[str], chosen: str, change: Callable[[str], None]) -> QComboBox:
    box = QComboBox()
    box.addItem("Chosen by the program", "")
    for family in families:
        box.addItem(family, family)
        box.setItemData(box.count() - 1, QFont(family), Qt.ItemDataRole.FontRole)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.setMinimumContentsLength(24)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.currentIndexChanged.connect(lambda _index: change(box.currentData()))
    return box


def _slider(values: range, value: int, unit: str, change: Callable[[int], None]) -> QWidget:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(values[0], values[-1])
    slider.setPageStep(max(len(values) // 20, 1))
    slider.setValue(value)
    shown = QLabel(f"{slider.value()} {unit}")
    shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance(_WIDEST_NUMBER))

    def moved(new: int) -> None:
        shown.setText(f"{new} {unit}")
        change(new)

    slider.valueChanged.connect(moved)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(slider, 1)
    layout.addWidget(shown)
    return row
