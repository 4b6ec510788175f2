"""Icons from qtawesome's Phosphor font, in the colours of the theme."""

from __future__ import annotations

from functools import cache

import qtawesome
from PySide6.QtGui import QIcon
from qtawesome.iconic_font import IconicFont

from rsd_app.gui.look import theme

FONT = "ph"


@cache
def _font() -> IconicFont:
    """One font of qtawesome's twelve: to load them all takes a third of a second of the start."""
    return IconicFont(*[font for font in qtawesome._BUNDLED_FONTS if font[0] == FONT])


def icon(name: str, *, primary: bool = False) -> QIcon:
    """An icon by its Phosphor name ("folder-open"), for the scheme that is on."""
    colors = theme.current()
    color = colors.on_accent if primary else colors.text
    made: QIcon = _font().icon(f"{FONT}.{name}", color=color, color_disabled=colors.disabled)
    return made
