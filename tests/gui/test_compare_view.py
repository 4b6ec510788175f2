"""The canvas, offscreen: divider, zoom, pan and flip, by mouse and by keys."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.gui import theme
from rsd_app.gui.compare_view import CompareView
from rsd_app.gui.picture import Picture
from tests.gui.pictures import BLUE, RED, filled, picture


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_photo(picture(RED, 100, 75))
    made.show_result(picture(BLUE, 400, 300))
    return made


def color_at(view: CompareView, x: int, y: int = 200) -> QColor:
    return view.grab().toImage().pixelColor(x, y)


def wheel(view: CompareView, at: QPointF, delta: int) -> None:
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(view, QWheelEvent(at, at, QPoint(), QPoint(0, delta), *none, False))


def test_that_before_is_left_and_after_right_of_the_divider(view: CompareView) -> None:
    assert color_at(view, 100) == RED
    assert color_at(view, 300) == BLUE


def test_that_the_divider_follows_the_mouse_to_the_edges(view: CompareView, qtbot: QtBot) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(202, 100))
    qtbot.mouseMove(view, QPoint(320, 100))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(320, 100))
    assert view.divider == pytest.approx(0.8, abs=0.01)
    assert color_at(view, 300) == RED
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(320, 100))
    qtbot.mouseMove(view, QPoint(-50, 100))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.divider == 0


def test_that_arrow_keys_move_the_divider(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.divider == pytest.approx(0.51)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.divider == pytest.approx(0.41)


def test_that_the_handle_hides_after_a_second(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    shown = color_at(view, 204 + 6, 150)
    qtbot.waitUntil(lambda: color_at(view, 204 + 6, 150) == BLUE, timeout=2000)
    assert shown != BLUE


def test_that_a_flip_lasts_as_long_as_its_key(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyPress(view, Qt.Key.Key_Backslash)
    assert color_at(view, 100) == BLUE
    assert color_at(view, 300) == RED
    qtbot.keyRelease(view, Qt.Key.Key_Backslash)
    assert color_at(view, 100) == RED


def test_that_a_flip_ends_when_the_focus_goes_elsewhere(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
        view.setFocus()
    qtbot.keyPress(view, Qt.Key.Key_Backslash)
    view.clearFocus()
    assert color_at(view, 100) == RED


def test_that_keys_of_other_alphabets_are_let_pass(view: CompareView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0x0416, Qt.KeyboardModifier.NoModifier, "Ж")
    QApplication.sendEvent(view, event)  # an exception here fails the test
    assert view.divider == 0.5


@pytest.mark.parametrize("at", [QPointF(310, 90), QPointF(20, 280)])
def test_that_the_wheel_zooms_at_the_cursor(view: CompareView, at: QPointF) -> None:
    place = view.to_picture(at)
    wheel(view, at, 480)
    assert view.zoom == pytest.approx(1.0015**480)
    assert (view.to_picture(at) - place).manhattanLength() < 1e-6


@pytest.mark.parametrize(("key", "zoom"), [(Qt.Key.Key_1, 1.0), (Qt.Key.Key_2, 2.0), (Qt.Key.Key_3, 4.0)])
def test_that_figures_set_the_zoom(view: CompareView, qtbot: QtBot, key: Qt.Key, zoom: float) -> None:
    wheel(view, QPointF(200, 150), 120)
    qtbot.keyClick(view, key)
    assert view.zoom == zoom


def test_that_space_and_double_click_go_between_fit_and_full(view: CompareView, qtbot: QtBot) -> None:
    view.show_photo(picture(RED, 200, 150))
    view.show_result(picture(BLUE, 800, 600))
    assert view.zoom == 0.5
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.zoom == 1.0
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert view.zoom == 0.5


def test_that_a_drag_pans_and_does_not_lose_the_picture(view: CompareView, qtbot: QtBot) -> None:
    view.zoom_to(2.0)
    start = view.to_picture(QPointF(100, 100))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(140, 80))
    assert view.to_picture(QPointF(140, 80)) == start
    qtbot.mouseMove(view, QPoint(9000, 9000))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.to_picture(QPointF(200, 150)) == QPointF(0, 0)


def test_that_a_result_keeps_the_view(view: CompareView) -> None:
    view.show_photo(picture(RED, 100, 75))
    view.zoom_to(4.0, QPointF(10, 10))
    place = view.to_picture(QPointF(200, 150))
    view.show_result(picture(BLUE, 400, 300))
    assert view.zoom == 1.0
    assert (view.to_picture(QPointF(200, 150)) - place * 4).manhattanLength() < 1e-6


def test_that_a_fitted_small_photo_does_not_jump_when_its_result_comes(view: CompareView) -> None:
    view.show_photo(picture(RED, 20, 15))
    corner = view.grab().toImage().pixelColor(162, 122)
    view.show_result(picture(BLUE, 80, 60))
    assert corner == RED
    assert color_at(view, 162, 122) == RED
    assert color_at(view, 158, 122) == QColor(theme.PICTURE_GRAY)


@pytest.mark.parametrize("zoom", [1, 2, 4])
def test_that_pixels_are_exact_at_whole_zooms_after_odd_pans(view: CompareView, zoom: int) -> None:
    stripes = QImage(400, 300, QImage.Format.Format_RGB32)
    for x in range(400):
        for y in range(300):
            stripes.setPixelColor(x, y, RED if (x + y) % 2 else BLUE)
    view.show_result(Picture.from_image(stripes))
    view.divider = 0.0
    view.zoom_to(1.37, QPointF(111.3, 77.7))
    view.zoom_to(float(zoom), QPointF(33.3, 202.2))
    shown = view.grab().toImage()
    row = [shown.pixelColor(x, 211) for x in range(100, 140)]
    assert set(map(QColor.name, row)) == {RED.name(), BLUE.name()}
    edges = [i for i in range(1, 40) if row[i] != row[i - 1]]
    assert {b - a for a, b in itertools.pairwise(edges)} == {zoom}


def test_that_a_large_picture_is_shrunk_without_moire(view: CompareView) -> None:
    stripes = filled(RED, 1600, 1200)
    for x in range(0, 1600, 2):
        for y in range(1200):
            stripes.setPixelColor(x, y, BLUE)
    view.show_photo(Picture.from_image(stripes))
    shown = view.grab().toImage()
    for x in range(20, 380, 7):
        assert shown.pixelColor(x, 150).red() == pytest.approx((RED.red() + BLUE.red()) / 2, abs=3)
