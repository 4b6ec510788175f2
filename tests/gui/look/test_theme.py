"""Colours: contrast after WCAG AA, a neutral picture area, both schemes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.gui.look import theme
from rsd_app.gui.look.theme import DARK, LIGHT, Colors, contrast

TEXT_AA, MARK_AA = 4.5, 3.0


@pytest.mark.parametrize("c", [DARK, LIGHT], ids=["dark", "light"])
def test_that_texts_and_marks_keep_the_contrast_of_wcag_aa(c: Colors) -> None:
    texts = [
        (c.text, c.panel), (c.text, c.raised), (c.text, c.hover), (c.quiet, c.panel), (c.quiet, c.hover),
        (c.on_accent, c.accent), (c.on_accent, c.accent_hover), (c.on_error, c.error), (c.quiet, c.raised),
    ]  # fmt: skip
    assert {pair: contrast(*pair) for pair in texts if contrast(*pair) < TEXT_AA} == {}
    marks = [(c.edge, c.panel), (c.accent, c.panel), (c.accent, c.hover), (c.warning, c.panel), (c.good, c.panel)]
    assert {pair: contrast(*pair) for pair in marks if contrast(*pair) < MARK_AA} == {}


def test_that_texts_on_the_picture_area_can_be_read() -> None:
    for color in (theme.TEXT, theme.QUIET_TEXT, theme.ACCENT):
        assert contrast(color, theme.PICTURE_GRAY) >= TEXT_AA


def test_that_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_that_the_picture_area_is_neutral_and_of_lightness_20() -> None:
    color = QColor(theme.PICTURE_GRAY)
    assert color.red() == color.green() == color.blue()
    luminance = ((color.redF() + 0.055) / 1.055) ** 2.4
    assert 116 * luminance ** (1 / 3) - 16 == pytest.approx(20, abs=1)


def test_that_the_scheme_can_be_chosen(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style = app.styleSheet()
    try:
        for scheme, colors in (("light", LIGHT), ("dark", DARK)):
            theme.choose(app, scheme)  # type: ignore[arg-type]
            assert theme.current() is colors
            assert app.palette().window().color() == QColor(colors.panel)
    finally:
        theme.choose(app, "system")
        app.setStyleSheet(style)
