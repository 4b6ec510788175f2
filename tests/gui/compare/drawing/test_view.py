"""The view, offscreen: divider, zoom, pan, flip, modes and loupe, by mouse and by keys."""

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.gui.compare.drawing.overlay import LOUPE_PX, loupe_place
from rsd_app.gui.compare.drawing.view import CompareView
from rsd_app.gui.look import theme
from tests.gui.compare.scenes import BLUE, RED, plain, scene_of


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CompareView]:
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_scene(scene_of(plain(RED, 100, 75), plain(BLUE, 400, 300)))
    settle(made, qtbot)
    yield made
    made.close_threads()


def settle(view: CompareView, qtbot: QtBot) -> None:
    view.grab()
    qtbot.waitUntil(view.screen_.complete, timeout=5000)


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


def test_that_keys_move_the_divider(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.divider == pytest.approx(0.51)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.divider == pytest.approx(0.41)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.divider == 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.divider == 0


def test_that_the_handle_fades_after_a_second(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    shown = color_at(view, 204 + 6, 150)
    qtbot.waitUntil(lambda: color_at(view, 204 + 6, 150) == BLUE, timeout=3000)
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
    view.set_scene(scene_of(plain(RED, 200, 150), plain(BLUE, 800, 600)), new_photo=True)
    assert view.zoom == 0.5
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.zoom == 1.0
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert view.zoom == 0.5


def test_that_a_drag_pans_up_to_the_borders(view: CompareView, qtbot: QtBot) -> None:
    view.zoom_to(2.0)
    start = view.to_picture(QPointF(100, 100))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(140, 80))
    assert (view.to_picture(QPointF(140, 80)) - start).manhattanLength() < 1e-6
    qtbot.mouseMove(view, QPoint(9000, 9000))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.to_picture(QPointF(0, 0)) == QPointF(0, 0)


def test_that_arrows_with_control_pan(view: CompareView, qtbot: QtBot) -> None:
    view.zoom_to(2.0)
    start = view.to_picture(QPointF(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert view.to_picture(QPointF(0, 0)) - start == QPointF(20, -15)
    assert view.divider == 0.5


def test_that_another_size_of_the_result_keeps_the_view(view: CompareView) -> None:
    view.zoom_to(4.0, QPointF(10, 10))
    place = view.to_picture(QPointF(200, 150))
    view.set_scene(scene_of(plain(RED, 100, 75), plain(BLUE, 200, 150)))
    assert view.zoom == 8.0
    assert (view.to_picture(QPointF(200, 150)) * 2 - place).manhattanLength() < 1e-6


@pytest.mark.parametrize("zoom", [1, 2, 4])
def test_that_pixels_are_exact_at_whole_zooms_after_odd_pans(view: CompareView, zoom: int, qtbot: QtBot) -> None:
    y, x = np.mgrid[0:300, 0:400]
    checked = np.where(((x + y) % 2 == 1)[..., None], RED.getRgb()[:3], BLUE.getRgb()[:3]).astype(np.uint8)
    view.set_scene(scene_of(plain(RED, 100, 75), checked))
    view.divider = 0.0
    view.zoom_to(1.37, QPointF(111.3, 77.7))
    view.grab()
    view.zoom_to(float(zoom), QPointF(33.3, 202.2))
    view.pan(0.0031, 0.017)
    settle(view, qtbot)
    shown = view.grab().toImage()
    row = [shown.pixelColor(x, 211) for x in range(100, 140)]
    assert set(map(QColor.name, row)) == {RED.name(), BLUE.name()}
    edges = [i for i in range(1, 40) if row[i] != row[i - 1]]
    assert {b - a for a, b in itertools.pairwise(edges)} == {zoom}


@pytest.mark.parametrize("flipped", [False, True])
@pytest.mark.parametrize("zoom", [0.3, 0.77, 1.0, 1.6, 3.0])
def test_that_a_panned_frame_is_what_a_fresh_one_would_be(
    view: CompareView, zoom: float, flipped: bool, qtbot: QtBot
) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (900, 1200, 3), dtype=np.uint8)
    view.set_scene(scene_of(noise[:225, :300], noise), new_photo=True)
    view.zoom_to(zoom)
    settle(view, qtbot)
    for step in ((0.11, 0.07), (-0.21, 0.03), (0.02, -0.3)):
        view.pan(*step)
        settle(view, qtbot)
    view.move_divider(0.7)
    view.set_flipped(flipped)  # what was not looked at while the view moved
    panned = view.grab().toImage().convertToFormat(view.grab().toImage().format())
    for frame in view.screen_._frames.values():
        frame.forget()
    fresh = view.grab().toImage()
    a, b = (np.frombuffer(i.constBits(), np.uint8).reshape(300, 400, 4)[..., :3].astype(int) for i in (panned, fresh))
    assert np.abs(a - b).max() <= 2


def test_that_a_large_picture_is_shrunk_without_moire(view: CompareView, qtbot: QtBot) -> None:
    stripes = plain(RED, 1600, 1200)
    stripes[:, ::2] = BLUE.getRgb()[:3]
    view.set_scene(scene_of(stripes), new_photo=True)
    settle(view, qtbot)
    shown = view.grab().toImage()
    for x in range(20, 380, 7):
        assert shown.pixelColor(x, 150).red() == pytest.approx((RED.red() + BLUE.red()) / 2, abs=3)


def test_that_side_by_side_shows_the_same_place_twice(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Y)
    assert view.mode == "side"
    settle(view, qtbot)
    assert color_at(view, 100, 150) == RED
    assert color_at(view, 300, 150) == BLUE
    assert color_at(view, 199, 150) == QColor(theme.PICTURE_GRAY)
    assert view.to_picture(QPointF(50, 60)) == view.to_picture(QPointF(50 + 201, 60))
    wheel(view, QPointF(290, 100), 240)
    assert view.to_picture(QPointF(50, 60)) == view.to_picture(QPointF(50 + 201, 60))
    qtbot.keyClick(view, Qt.Key.Key_Y)
    assert view.mode == "split"
    assert view.divider == 0.5


def test_that_the_difference_is_gray_where_nothing_changed(view: CompareView, qtbot: QtBot) -> None:
    after = plain(RED, 400, 300)
    after[:, 200:] = (210, 30, 30)
    view.set_scene(scene_of(plain(RED, 100, 75), after))
    qtbot.keyClick(view, Qt.Key.Key_D)
    settle(view, qtbot)
    assert color_at(view, 100).getRgb()[:3] == (128, 128, 128)
    assert color_at(view, 300).getRgb()[:3] == (148, 128, 128)


def test_that_the_loupe_magnifies_what_is_under_the_cursor(view: CompareView, qtbot: QtBot) -> None:
    after = plain(BLUE, 400, 300)
    after[140:142, 100:102] = 255
    view.set_scene(scene_of(plain(RED, 100, 75), after))
    settle(view, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_L)
    cursor = QPointF(101, 141)
    view.move_loupe(cursor)
    place = loupe_place(cursor, view.rect())
    x, y = place.left() + LOUPE_PX // 2, place.top() + LOUPE_PX // 2
    qtbot.waitUntil(lambda: color_at(view, x + LOUPE_PX + 1, y) == QColor("white"), timeout=3000)
    assert color_at(view, x + LOUPE_PX + 8, y) == BLUE
    assert color_at(view, x, y) == RED
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert color_at(view, x + LOUPE_PX + 1, y) == BLUE


def test_that_the_old_picture_stays_until_the_new_one_is_there(view: CompareView, qtbot: QtBot) -> None:
    view.set_scene(scene_of(plain(BLUE, 100, 75), plain(RED, 800, 600)))
    assert color_at(view, 100) == RED  # before, of the old scene
    settle(view, qtbot)
    assert color_at(view, 100) == BLUE
    assert color_at(view, 300) == RED


def test_that_a_part_that_is_new_is_shown_in_its_place(view: CompareView, qtbot: QtBot) -> None:
    scene = view.scene
    assert scene is not None
    after = plain(BLUE, 400, 300)
    after[:100] = 255
    newer = scene_of(plain(RED, 100, 75), after, epoch=scene.epoch)
    view.set_scene(newer, newer_part := view.seen.adjusted(0, 0, 0, -200))
    assert newer_part.height() == 100
    assert color_at(view, 300, 50) == BLUE  # stays until then
    qtbot.waitUntil(lambda: color_at(view, 300, 60) == QColor("white"), timeout=3000)
    assert color_at(view, 300, 200) == BLUE


def test_that_a_view_is_kept_as_plain_data(view: CompareView, qtbot: QtBot) -> None:
    view.set_mode("side")
    view.zoom_to(3.0, QPointF(10, 20))
    view.divider = 0.25
    state = view.state()
    other = CompareView()
    qtbot.addWidget(other)
    other.resize(400, 300)
    other.restore(state)
    other.set_scene(scene_of(plain(RED, 100, 75), plain(BLUE, 400, 300)), new_photo=True)
    assert other.state() == state
    other.restore({"mode": "odd", "divider": "x", "zoom": None})
    assert other.state() | {"fits": False} == state
    other.close_threads()


def test_that_work_under_a_fifth_of_a_second_is_not_mentioned(view: CompareView, qtbot: QtBot) -> None:
    accent = QColor(theme.ACCENT)
    view.set_busy(0.5)
    assert color_at(view, 100, 0) != accent
    qtbot.waitUntil(lambda: color_at(view, 100, 0) == accent, timeout=2000)
    assert color_at(view, 300, 0) == BLUE
    view.set_busy(None)
    assert color_at(view, 100, 0) == RED
