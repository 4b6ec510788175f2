"""Workers on real threads: one end each, whatever happens."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColorSpace
from pytestqt.qtbot import QtBot

from rsd_app.core.progress import CancelToken
from rsd_app.engine.config import UpscaleConfig
from rsd_app.engine.events import Advanced, Done, Event, Failed, Outcome, Stopped
from rsd_app.gui.picture import Picture
from rsd_app.gui.worker import Decoder, Job, Threads, _free_destination
from tests.gui.pictures import RED, filled


@pytest.mark.parametrize(("ending", "kind"), [("stop", Stopped), ("failure", Failed), ("success", Done)])
def test_that_a_job_finishes_exactly_once(tmp_path: Path, qtbot: QtBot, ending: str, kind: type[Outcome]) -> None:
    token = CancelToken()
    entered = threading.Event()

    def enlarge(source: Path, config: UpscaleConfig, emit: Callable[[Event], None], cancel: CancelToken) -> Outcome:
        emit(Advanced(source=source, fraction=0.1, remaining_s=None, mp_s=None))
        entered.set()
        if ending == "failure":
            raise ValueError("broken")
        while ending == "stop":
            cancel.raise_if_cancelled()
            time.sleep(0.005)
        return Done(source=source, destination=source, seconds=0, megapixels=0)

    threads, outcomes, events = Threads(), [], []
    job = Job(tmp_path / "photo.png", UpscaleConfig(), token, enlarge)
    job.finished.connect(outcomes.append)
    job.progressed.connect(events.append)
    threads.start(job)
    assert entered.wait(5)
    token.cancel()
    qtbot.waitUntil(lambda: bool(outcomes) and not threads._running)
    qtbot.wait(50)
    assert [type(outcome) for outcome in outcomes] == [kind]
    assert len(events) == 1


def test_that_a_photo_is_shown_in_srgb(tmp_path: Path) -> None:
    wide = filled(RED, 8, 8)
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    shown = Picture.from_image(wide)
    assert shown.levels[0].pixelColor(4, 4).red() > RED.red() + 10


def test_that_a_misnamed_photo_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    filled(RED, 8, 6).save(str(path), "png")
    got: list[Picture | str] = []
    decoder = Decoder(path)
    decoder.finished.connect(lambda _, picture: got.append(picture))
    decoder.run()
    assert isinstance(got[0], Picture)
    assert got[0].size.width() == 8


def test_that_an_earlier_result_is_not_replaced(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    filled(RED, 8, 6).save(str(photo))
    assert _free_destination(photo, UpscaleConfig()).name == "photo_x4.png"
    (tmp_path / "photo_x4.png").touch()
    (tmp_path / "photo_x4-2.png").touch()
    assert _free_destination(photo, UpscaleConfig()).name == "photo_x4-3.png"
