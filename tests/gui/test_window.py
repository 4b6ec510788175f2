"""The window, offscreen: drop, open, run, stop, fail, close."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.core.progress import CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Event, Failed, Outcome
from rsd_app.gui import main_window
from rsd_app.gui.main_window import MainWindow, in_words
from tests.gui.pictures import BLUE, RED, filled

MakeWindow = Callable[..., MainWindow]
Emit = Callable[[Event], None]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    filled(RED, 40, 30).save(str(tmp_path / "photo.png"))
    return tmp_path / "photo.png"


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    windows: list[MainWindow] = []

    def make(enlarge: Callable[..., Outcome]) -> MainWindow:
        window = MainWindow(enlarge)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()


def nothing(*_: object) -> Outcome:
    raise AssertionError("nothing to enlarge")


def enlarged(source: Path, config: UpscaleConfig, emit: Emit, cancel: CancelToken) -> Outcome:
    result = source.with_name("photo_x4.png")
    emit(Advanced(source=source, fraction=0.5, remaining_s=150.0, mp_s=1.0))
    filled(BLUE, 160, 120).save(str(result))
    return Done(source=source, destination=result, seconds=0.1, megapixels=0.02)


def until_cancelled(source: Path, config: UpscaleConfig, emit: Emit, cancel: CancelToken) -> Outcome:
    emit(Advanced(source=source, fraction=0.5, remaining_s=150.0, mp_s=1.0))
    while True:
        cancel.raise_if_cancelled()
        time.sleep(0.005)


def opened(window: MainWindow, photo: Path, qtbot: QtBot) -> MainWindow:
    window.open_photo(photo)
    qtbot.waitUntil(lambda: window.start_action.isEnabled())
    return window


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))


def test_that_a_dropped_photo_is_shown(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(nothing)
    drop(window, photo)
    qtbot.waitUntil(lambda: window.view.before is not None)
    assert window.view.isVisibleTo(window)
    assert window.windowTitle().startswith("photo.png")


def test_that_a_photo_is_enlarged_and_compared(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(enlarged), photo, qtbot)
    window.start_action.trigger()
    qtbot.waitUntil(lambda: window.view.after is not None)
    assert window.view.after is not None
    assert window.view.after.size.width() == 160
    assert not window.error_bar.isVisibleTo(window)


def test_that_a_pair_is_shown_as_it_is(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    result = photo.with_name("other.png")
    filled(BLUE, 160, 120).save(str(result))
    window = make_window(nothing)
    window.open_photo(photo, result)
    qtbot.waitUntil(lambda: window.view.after is not None)


def test_that_the_sample_is_enlarged_at_once(
    tmp_path: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Pictures"))
    window = make_window(enlarged)
    window.empty_page.sample_button.click()
    qtbot.waitUntil(lambda: window.view.after is not None)
    assert (tmp_path / "Pictures" / "RSD Studio" / "budgie.jpg").is_file()


def test_that_a_stop_ends_the_job_and_allows_another(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(until_cancelled), photo, qtbot)
    window.start()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "2 min left")
    assert not window.start_action.isEnabled()
    window.stop_action.trigger()
    qtbot.waitUntil(lambda: window.start_action.isEnabled())
    assert window.statusBar().currentMessage() == "Stopped."
    assert not window.error_bar.isVisibleTo(window)


def test_that_a_result_does_not_join_another_photo(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    other = photo.with_name("other.png")
    filled(BLUE, 20, 20).save(str(other))

    def enlarge(source: Path, config: UpscaleConfig, emit: Emit, cancel: CancelToken) -> Outcome:
        while not cancel.cancelled:
            time.sleep(0.005)
        return enlarged(source, config, emit, cancel)

    window = opened(make_window(enlarge), photo, qtbot)
    window.start()
    window.open_photo(other)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("other.png"))
    window.stop()
    qtbot.waitUntil(lambda: window.start_action.isEnabled())
    qtbot.wait(100)
    assert window.view.after is None


def test_that_an_error_keeps_the_picture(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    def enlarge(source: Path, *_: object) -> Outcome:
        return Failed(source=source, error="the disk is full", details="Traceback: all of it")

    window = opened(make_window(enlarge), photo, qtbot)
    window.start()
    qtbot.waitUntil(lambda: window.error_bar.isVisibleTo(window))
    assert window.error_bar.text.text() == "the disk is full"
    assert window.view.before is not None
    assert window.view.isVisibleTo(window)
    assert window.start_action.isEnabled()
    window.error_bar.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: all of it"


def test_that_an_unreadable_file_is_named_and_the_picture_stays(
    photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    (photo.parent / "text.png").write_text("no picture")
    window = opened(make_window(nothing), photo, qtbot)
    window.open_photo(photo.parent / "text.png")
    qtbot.waitUntil(lambda: window.error_bar.isVisibleTo(window))
    assert "text.png" in window.error_bar.text.text()
    assert window.windowTitle().startswith("photo.png")
    assert window.start_action.isEnabled()


def test_that_closing_stops_the_job_and_leaves_no_thread(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(until_cancelled), photo, qtbot)
    window.start()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "2 min left")
    threads = [thread for thread, _ in window._threads._running]
    window.close()
    assert threads
    assert all(thread.isFinished() for thread in threads)
    qtbot.wait(20)  # late signals meet a closed window


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.42, "0.4 s"), (12.3, "12 s"), (99.4, "99 s"), (240, "4 min"), (7800, "2 h 10 min")]
)
def test_that_durations_are_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
