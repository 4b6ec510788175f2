"""The window, offscreen: compare by mouse and keys, open, run, stop, fail."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Event, Outcome, Stopped
from rsd_app.gui.compare_view import CompareView
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.worker import Job

RED, BLUE = QColor(200, 30, 30), QColor(30, 30, 200)


def filled(color: QColor, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    return image


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_photo(filled(RED, 100, 75))
    made.show_result(filled(BLUE, 400, 300))
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    filled(RED, 40, 30).save(str(tmp_path / "photo.png"))
    return tmp_path / "photo.png"


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def make(enlarge: Callable[..., Outcome]) -> MainWindow:
        window = MainWindow(enlarge)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()


def color_at(view: CompareView, x: int) -> QColor:
    return view.grab().toImage().pixelColor(x, 200)


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


def test_that_a_flip_lasts_as_long_as_its_key(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyPress(view, Qt.Key.Key_Backslash)
    assert color_at(view, 100) == BLUE
    qtbot.keyRelease(view, Qt.Key.Key_Backslash)
    assert color_at(view, 100) == RED


def test_that_zoom_keeps_the_place_under_the_cursor(view: CompareView) -> None:
    at = QPointF(310, 90)
    before = view.to_picture(at)
    view.zoom_to(4.0, at)
    after = view.to_picture(at)
    assert view.zoom == 4.0
    assert (after - before).manhattanLength() < 1e-6


def test_that_a_result_keeps_the_view(view: CompareView) -> None:
    view.show_photo(filled(RED, 100, 75))
    view.zoom_to(4.0, QPointF(10, 10))
    place = view.to_picture(QPointF(200, 150))
    view.show_result(filled(BLUE, 400, 300))
    assert view.zoom == 1.0
    assert (view.to_picture(QPointF(200, 150)) - place * 4).manhattanLength() < 1e-6


def test_that_a_photo_is_enlarged_and_compared(
    photo: Path, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    result = photo.with_name("photo_x4.png")

    def enlarge(source: Path, config: UpscaleConfig, emit: Callable[[Event], None], cancel: CancelToken) -> Outcome:
        emit(Advanced(source=source, fraction=0.5, remaining_s=3.0, mp_s=1.0))
        filled(BLUE, 160, 120).save(str(result))
        return Done(source=source, destination=result, seconds=0.1, megapixels=0.02)

    window = make_window(enlarge)
    window.open_photo(photo)
    qtbot.waitUntil(lambda: window.start_action.isEnabled())
    window.start_action.trigger()
    qtbot.waitUntil(lambda: window.view.after is not None)
    assert window.view.after is not None
    assert window.view.after.width() == 160
    assert not window.error_bar.isVisibleTo(window)


def test_that_an_error_keeps_the_picture(photo: Path, make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    def enlarge(source: Path, *_: object) -> Outcome:
        raise RuntimeError("the disk is full")

    window = make_window(enlarge)
    window.open_photo(photo)
    qtbot.waitUntil(lambda: window.start_action.isEnabled())
    window.start()
    qtbot.waitUntil(lambda: window.error_bar.isVisibleTo(window))
    assert "the disk is full" in window.error_text.text()
    assert window.view.before is not None
    assert window.start_action.isEnabled()


def test_that_an_unreadable_file_is_named(tmp_path: Path, make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    (tmp_path / "text.png").write_text("no picture")
    window = make_window(lambda *_: pytest.fail("nothing to enlarge"))
    window.open_photo(tmp_path / "text.png")
    qtbot.waitUntil(lambda: window.error_bar.isVisibleTo(window))
    assert "text.png" in window.error_text.text()


@pytest.mark.parametrize("ending", ["stop", "failure", "success"])
def test_that_a_job_finishes_exactly_once(photo: Path, qtbot: QtBot, ending: str) -> None:
    def enlarge(source: Path, config: UpscaleConfig, emit: Callable[[Event], None], cancel: CancelToken) -> Outcome:
        if ending == "failure":
            raise ValueError("broken")
        try:
            cancel.raise_if_cancelled()
        except Cancelled:
            return Stopped(source=source, resumable=False)
        return Done(source=source, destination=source, seconds=0, megapixels=0)

    token = CancelToken()
    if ending == "stop":
        token.cancel()
    job = Job(photo, UpscaleConfig(), token, enlarge)
    outcomes: list[object] = []
    job.finished.connect(outcomes.append)
    job.run()
    assert [type(o).__name__ for o in outcomes] == [{"stop": "Stopped", "failure": "Failed", "success": "Done"}[ending]]
