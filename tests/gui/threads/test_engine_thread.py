"""The engine's thread: one end for every job, short work in between, pause and stop."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.core.errors import ImageReadError, ImageWriteError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.events import Advanced, Done, Event, Failed, Outcome, Stopped
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Job, Request, free_destination
from tests.gui.pictures import RED, filled

Emit = Callable[[Event], None]
MakeEngine = Callable[..., EngineThread]


@pytest.fixture
def make_engine(qtbot: QtBot) -> Iterator[MakeEngine]:
    made: list[EngineThread] = []

    def make(enlarge: Callable[[Job, ModelPool, Emit], Outcome]) -> EngineThread:
        made.append(EngineThread(enlarge))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


def done(job: Job) -> Done:
    return Done(source=job.photo, destination=job.photo, seconds=0, megapixels=0)


def strips(job: Job, models: ModelPool, emit: Emit) -> Outcome:
    """Strip after strip, until the photo's name says that it is enough."""
    count = 0
    while job.photo.stem != str(count):
        job.token.raise_if_cancelled()
        emit(Advanced(source=job.photo, fraction=0.1, remaining_s=None, mp_s=None))
        count += 1
        time.sleep(0.002)
    return done(job)


def ended(engine: EngineThread) -> list[tuple[int, Outcome]]:
    outcomes: list[tuple[int, Outcome]] = []
    engine.finished.connect(lambda job, outcome: outcomes.append((job.key, outcome)))
    return outcomes


def test_that_every_job_ends_once_and_in_order(make_engine: MakeEngine, qtbot: QtBot) -> None:
    def enlarge(job: Job, models: ModelPool, emit: Emit) -> Outcome:
        if job.key == 1:
            raise ValueError("broken")
        if job.key == 2:
            raise ImageReadError(job.photo, "is torn", "take another")
        return strips(job, models, emit)

    engine = make_engine(enlarge)
    outcomes = ended(engine)
    for key in range(5):
        engine.run(Job(key, Path("3.png"), UpscaleConfig()))
    qtbot.waitUntil(lambda: not engine.busy)
    qtbot.wait(20)
    assert [key for key, _ in outcomes] == [0, 1, 2, 3, 4]
    assert [type(outcome) for _, outcome in outcomes] == [Done, Failed, Failed, Done, Done]
    torn = outcomes[2][1]
    assert isinstance(torn, Failed)
    assert torn.error == "3.png: is torn; take another"
    assert "Traceback" in torn.details


def test_that_a_request_is_served_between_the_strips_of_a_run(make_engine: MakeEngine, qtbot: QtBot) -> None:
    engine = make_engine(strips)
    outcomes, answers, threads = ended(engine), [], set()
    job = Job(0, Path("endless.png"), UpscaleConfig())
    engine.run(job)
    with qtbot.waitSignal(engine.progressed):
        pass

    def work(models: ModelPool, cancel: CancelToken) -> object:
        threads.add(threading.get_ident())
        return "seen"

    request = Request(work)
    request.finished.connect(answers.append)
    engine.ask(request)
    qtbot.waitUntil(lambda: answers == ["seen"])
    assert not outcomes
    assert threads != {threading.get_ident()}
    job.token.cancel()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert isinstance(outcomes[0][1], Stopped)


def test_that_a_paused_run_waits_and_still_serves(make_engine: MakeEngine, qtbot: QtBot) -> None:
    engine = make_engine(strips)
    events, answers = [], []
    engine.progressed.connect(lambda _, event: events.append(event))
    job = Job(0, Path("400.png"), UpscaleConfig())
    engine.run(job)
    qtbot.waitUntil(lambda: bool(events))
    job.token.pause(True)
    qtbot.wait(30)
    seen = len(events)
    request = Request(lambda models, cancel: 1)
    request.finished.connect(answers.append)
    engine.ask(request)
    qtbot.waitUntil(lambda: answers == [1])
    assert len(events) == seen
    job.token.pause(False)
    qtbot.waitUntil(lambda: len(events) > seen)
    job.token.cancel()
    qtbot.waitUntil(lambda: not engine.busy)


def test_that_a_cancelled_request_stays_silent_and_a_failed_one_says_why(make_engine: MakeEngine, qtbot: QtBot) -> None:
    engine = make_engine(strips)
    answers, errors = [], []

    def fail(models: ModelPool, cancel: CancelToken) -> object:
        raise ImageReadError("a.png", "is torn")

    silent, failing = Request(lambda models, cancel: 1), Request(fail)
    silent.finished.connect(answers.append)
    failing.failed.connect(errors.append)
    silent.cancel()
    engine.ask(silent)
    engine.ask(failing)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ImageReadError)
    assert not answers


def test_that_closing_ends_what_runs_and_what_waits(make_engine: MakeEngine, qtbot: QtBot) -> None:
    engine = make_engine(strips)
    outcomes = ended(engine)
    for key in range(3):
        engine.run(Job(key, Path("endless.png"), UpscaleConfig()))
    engine.close()
    qtbot.waitUntil(lambda: len(outcomes) == 3)
    assert {type(outcome) for _, outcome in outcomes} == {Stopped}


def test_that_a_folder_that_has_gone_is_named(tmp_path: Path) -> None:
    filled(RED, 8, 6).save(str(tmp_path / "photo.png"))
    with pytest.raises(ImageWriteError, match="unplugged: there is no such folder"):
        free_destination(tmp_path / "photo.png", UpscaleConfig(), tmp_path / "unplugged")


def test_that_an_earlier_result_is_not_replaced(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    filled(RED, 8, 6).save(str(photo))
    assert free_destination(photo, UpscaleConfig()).name == "photo_x4.png"
    (tmp_path / "photo_x4.png").touch()
    (tmp_path / "photo_x4-2.png").touch()
    assert free_destination(photo, UpscaleConfig()).name == "photo_x4-3.png"


def test_that_a_result_is_named_by_its_template(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    filled(RED, 30, 20).save(str(photo))
    config = UpscaleConfig(scale=2.0, model="models/other.safetensors", format="jpg")
    name = "{seq:03}-{stem}-{model}-{width}x{height}"
    made = free_destination(photo, config, tmp_path, name, 7)
    assert made == tmp_path / "007-photo-other-60x40.jpg"
