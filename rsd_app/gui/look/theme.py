"""Colours, sizes and fonts, in one place; light and dark, as the system says or the user chooses.

The picture area is the same neutral gray in both, so that it does not falsify the judgement of colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from rsd_app.core.resources import resource_path

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")

CHOSEN = "rsd_scheme"  # property of the application
PICTURE_GRAY = "#303030"  # L* about 20, neutral
# On the picture area and on its overlays, whatever the scheme.
TEXT = "#e6e6e6"
QUIET_TEXT = "#a8a8a8"
ACCENT = "#5aa5ee"
DIVIDER, DIVIDER_EDGE = QColor(255, 255, 255, 235), QColor(0, 0, 0, 70)
OVERLAY = QColor(20, 20, 20, 170)  # under names and handles that lie on the picture
HANDLE_RADIUS_PX = 12
RADIUS_PX = 4  # of corners
GRID_PX = 8
TEXT_PX = 13
CONTROL_PX = 3 * GRID_PX  # height of a field, a box, a button of the panel
PANEL_PX = 35 * GRID_PX
STRIP_PX = 18 * GRID_PX
THUMBNAIL_PX = 14 * GRID_PX


@dataclass(frozen=True, kw_only=True)
class Colors:
    """One scheme. Texts keep 4.5:1 to what they stand on, marks and edges of controls 3:1 (WCAG AA)."""

    panel: str  # bars, strip and settings
    raised: str  # fields and buttons
    hover: str
    line: str  # between parts; decoration only
    edge: str  # of fields and boxes
    text: str
    quiet: str  # explanations
    disabled: str
    accent: str  # the one thing to do next, and what is chosen
    on_accent: str
    accent_hover: str
    error: str  # ground of the error bar
    on_error: str
    warning: str  # marks in the strip
    good: str


DARK = Colors(
    panel="#262626",
    raised="#343434",
    hover="#414141",
    line="#1b1b1b",
    edge="#7c7c7c",
    text="#e6e6e6",
    quiet="#b0b0b0",
    disabled="#757575",
    accent="#5aa5ee",
    on_accent="#0d1620",
    accent_hover="#7cb9f3",
    error="#572a2a",
    on_error="#f5e3e3",
    warning="#e8a33d",
    good="#6fbf73",
)
LIGHT = Colors(
    panel="#f2f2f2",
    raised="#ffffff",
    hover="#e2e2e2",
    line="#d6d6d6",
    edge="#808080",
    text="#1c1c1c",
    quiet="#555555",
    disabled="#9a9a9a",
    accent="#1a66b0",
    on_accent="#ffffff",
    accent_hover="#12559a",
    error="#f7dcdc",
    on_error="#5c1616",
    warning="#9a5b00",
    good="#1f7a2e",
)


def current() -> Colors:
    """The colours that the application shows now; dark where the system does not say."""
    app = QApplication.instance()
    chosen = None if app is None else app.property(CHOSEN)
    if chosen in ("light", "dark"):  # not every platform takes a scheme from its application
        return LIGHT if chosen == "light" else DARK
    return LIGHT if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Light else DARK


def choose(app: QApplication, scheme: Scheme) -> None:
    """Follow the system or keep to one scheme, and dress the application in it."""
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme, Qt.ColorScheme.Unknown)
    app.setProperty(CHOSEN, scheme)
    app.styleHints().setColorScheme(wanted)  # for the frame of the window and the system's dialogs
    dress(app)


def dress(app: QApplication) -> None:
    """Palette, style sheet and font for the scheme that is on."""
    colors = current()
    app.setFont(ui_font())
    app.setPalette(palette(colors))
    app.setStyleSheet(style_sheet(colors))


def ui_font() -> QFont:
    """The system's, in our size; figures of one width, so that counters stand still."""
    font = QFont(QApplication.font())
    font.setPixelSize(TEXT_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def contrast(first: str, second: str) -> float:
    """Ratio of luminances after WCAG 2, 1 to 21."""
    high, low = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def palette(colors: Colors) -> QPalette:
    """For what the style draws itself: arrows, ticks, selections, menus."""
    made, role = QPalette(), QPalette.ColorRole
    pairs = {
        role.Window: colors.panel,
        role.WindowText: colors.text,
        role.Base: colors.raised,
        role.AlternateBase: colors.panel,
        role.Text: colors.text,
        role.Button: colors.raised,
        role.ButtonText: colors.text,
        role.BrightText: colors.text,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.ToolTipBase: colors.raised,
        role.ToolTipText: colors.text,
        role.PlaceholderText: colors.quiet,
        role.Link: colors.accent,
        role.Accent: colors.accent,
        role.Mid: colors.edge,
        role.Dark: colors.edge,
        role.Light: colors.hover,
        role.Midlight: colors.hover,
        role.Shadow: colors.line,
    }
    for where, color in pairs.items():
        made.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colors.disabled))
    return made


def style_sheet(c: Colors) -> str:
    """Style sheet for what the palette cannot express."""
    return _of_menus(c) + _of_controls(c) + _of_places(c)


def _of_menus(c: Colors) -> str:
    """Style of tool tips, menus and tool bars."""
    g = GRID_PX
    return f"""
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: {g // 2}px; }}
QMenuBar {{ background: {c.panel}; color: {c.text}; }}
QMenuBar::item {{ padding: {g // 2}px {g}px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {c.hover}; color: {c.text}; }}
QMenu {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.edge}; padding: {g // 2}px 0; }}
QMenu::item {{ padding: {g // 2}px {3 * g}px; }}
QMenu::icon {{ padding-left: {g}px; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.hover}; margin: {g // 2}px 0; }}
QToolBar {{ background: {c.panel}; border: 0; border-bottom: 1px solid {c.line}; padding: {g // 2}px {g}px;
    spacing: {g // 2}px; }}
QToolBar::separator {{ width: 1px; background: {c.hover}; margin: {g // 2}px {g // 2}px; }}
"""


def _of_controls(c: Colors) -> str:
    """Style of buttons, fields and combo boxes."""
    g, caret = GRID_PX, resource_path("icons/caret.svg").as_posix()
    return f"""QToolButton, QPushButton {{ color: {c.text}; background: transparent; padding: {g // 2 - 1}px {g}px;
    border: 1px solid transparent; border-radius: {RADIUS_PX}px; min-height: {2 * g}px; }}
QPushButton {{ background: {c.raised}; }}
QToolButton:hover, QPushButton:hover {{ background: {c.hover}; }}
QToolButton:checked, QPushButton:checked {{ background: {c.hover}; border-color: {c.accent}; }}
QToolButton:disabled, QPushButton:disabled {{ color: {c.disabled}; }}
QToolButton:focus, QPushButton:focus, QComboBox:focus, QAbstractSpinBox:focus, QFrame#notice QLineEdit:focus,
QDialog#wizard QLineEdit:focus, QLineEdit#field:focus,
QListView:focus {{ border: 1px solid {c.accent}; }}
*[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; }}
*[primary="true"]:hover {{ background: {c.accent_hover}; }}
*[primary="true"]:focus {{ border: 1px solid {c.text}; }}
*[primary="true"]:disabled {{ background: {c.raised}; color: {c.disabled}; }}
QToolButton[primary="true"] {{ padding: {g // 2 - 1}px {2 * g}px; }}
QComboBox, QAbstractSpinBox, QFrame#notice QLineEdit, QDialog#wizard QLineEdit, QLineEdit#field {{
    background: {c.raised}; color: {c.text}; border: 1px solid {c.edge};
    border-radius: {RADIUS_PX}px; padding: 0 {g // 2}px; min-height: {CONTROL_PX - 2}px;
    max-height: {CONTROL_PX - 2}px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {c.disabled}; border-color: {c.hover}; }}
QComboBox::drop-down {{ border: 0; width: {2 * g + 4}px; }}
QComboBox::down-arrow {{ image: url({caret}); width: 12px; height: 12px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QDialog#wizard QComboBox QLineEdit {{ border: 0; background: transparent; padding: 0; }}
QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
"""


def _of_places(c: Colors) -> str:
    """Status bar, panels, lists, notices, sliders and scroll bars."""
    g = GRID_PX
    return f"""QStatusBar {{ background: {c.panel}; color: {c.quiet}; border-top: 1px solid {c.line}; }}
QStatusBar QLabel {{ color: {c.quiet}; }}
QStatusBar::item {{ border: 0; }}
QWidget#panel, QWidget#strip {{ background: {c.panel}; }}
QListView#gallery {{ background: {PICTURE_GRAY}; border: 0; outline: 0; }}
QListView#photos {{ background: {c.panel}; border: 1px solid transparent; outline: 0; }}
QListView#models {{ background: {c.panel}; border: 1px solid {c.hover}; outline: 0; }}
QListView#models::item {{ padding: {g // 2}px {g}px; }}
QWidget#panel QPushButton {{ padding: {g // 2 - 1}px {g // 2}px; }}
QToolButton#advanced, QToolButton#advanced:checked {{ padding-left: 0; background: transparent;
    border-color: transparent; }}
QToolButton#advanced:focus {{ border-color: {c.accent}; }}
QLabel[quiet="true"] {{ color: {c.quiet}; }}
QLabel#section {{ color: {c.text}; }}
QFrame#error {{ background: {c.error}; }}
QFrame#error QLabel {{ color: {c.on_error}; }}
QFrame#error QPushButton {{ background: transparent; color: {c.on_error}; border: 1px solid {c.on_error}; }}
QFrame#notice {{ background: {c.raised}; }}
QFrame#target {{ background: transparent; border: 2px dashed #7a7a7a; border-radius: 12px; }}
QWidget#empty {{ background: {PICTURE_GRAY}; }}
QWidget#empty QLabel {{ color: {QUIET_TEXT}; }}
QLabel#title {{ font-size: 24px; }}
QWidget#empty QLabel#title {{ color: {TEXT}; }}
QFrame#onpicture {{ background: rgba({OVERLAY.red()}, {OVERLAY.green()}, {OVERLAY.blue()}, 215);
    border-radius: {RADIUS_PX}px; }}
QFrame#onpicture QLabel, QFrame#onpicture QToolButton {{ color: {TEXT}; }}
QFrame#onpicture QLabel[quiet="true"] {{ color: {QUIET_TEXT}; }}
QFrame#onpicture QToolButton:hover {{ background: {DARK.hover}; }}
QProgressBar {{ background: {c.hover}; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
QSlider::groove:horizontal {{ height: 4px; background: {c.hover}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: 2px; }}
QSlider::sub-page:horizontal:disabled {{ background: {c.hover}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: {c.text}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {c.accent}; width: 12px; height: 12px; margin: -6px 0; }}
QSlider::handle:horizontal:disabled {{ background: {c.disabled}; }}
QFrame#onpicture QSlider::groove:horizontal {{ background: {DARK.edge}; }}
QFrame#onpicture QSlider::sub-page:horizontal {{ background: {ACCENT}; }}
QFrame#onpicture QSlider::handle:horizontal {{ background: {TEXT}; }}
QScrollBar:vertical {{ background: transparent; width: {g}px; }}
QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {g // 2}px; min-height: {4 * g}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {g}px; }}
QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {g // 2}px; min-width: {4 * g}px; }}
"""
