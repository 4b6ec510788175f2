"""What the window's tests share: photos, a window with an engine of one's own, drops."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rsd_app.engine.events import Advanced, Done, Event, Outcome
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.state.preferences import Preferences
from rsd_app.gui.threads.jobs import Job
from tests.gui.pictures import BLUE, RED, filled

MakeWindow = Callable[..., MainWindow]
Emit = Callable[[Event], None]


class PatientQtBot(QtBot):
    """Waits longer: a machine that does other work at the same time fails no test."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 30_000) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = 30_000, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientQtBot:
    """As pytest-qt's own, with more patience."""
    return PatientQtBot(request)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    filled(RED, 40, 30).save(str(tmp_path / "photo.png"))
    return tmp_path / "photo.png"


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Windows without the user's files; closed at the end without a question."""
    windows: list[MainWindow] = []

    def make(enlarge: Callable[..., Outcome] = enlarged, *, restore: bool = False) -> MainWindow:
        window = MainWindow(enlarge, Preferences.load() if restore else Preferences(), restore=restore)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.runner.stop()
        window.hide()
        window.close()


def enlarged(job: Job, models: ModelPool, emit: Emit) -> Outcome:
    """A result four times as large, at once."""
    result = (job.folder or job.photo.parent) / f"{job.photo.stem}_x4.png"
    emit(Advanced(source=job.photo, fraction=0.5, remaining_s=150.0, mp_s=1.0))
    filled(BLUE, 160, 120).save(str(result))
    return Done(source=job.photo, destination=result, seconds=0.1, megapixels=0.02)


def until_cancelled(job: Job, models: ModelPool, emit: Emit) -> Outcome:
    """Half of the work, then no more."""
    emit(Advanced(source=job.photo, fraction=0.5, remaining_s=150.0, mp_s=0.01))
    while True:
        job.token.raise_if_cancelled()
        time.sleep(0.005)


def opened(window: MainWindow, qtbot: QtBot, *paths: Path) -> MainWindow:
    """The window with photos that have been read."""
    window.add_paths(paths)
    qtbot.waitUntil(lambda: window.document.queue.rowCount() > 0 and not window.intake.busy)
    return window


def drop(window: QWidget, data: QMimeData) -> None:
    """As a file manager does it."""
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))


def files(*paths: Path) -> QMimeData:
    """What a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
