"""The wizard with real processes of the trainer and tiny settings: from photos to a model that is installed."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rsd_app.engine.library.installed import list_models
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.training.process.trainings import list_trainings
from rsd_app.gui.training.wizard import TrainWizard
from tests.engine.toy_models import write_toy_model
from tests.trainer.scenes import scene

TINY = (
    "data.pairs=16 data.pair_side=64 data.crop=16 distill.batch=2 log_every_s=0 distill.iterations={} data.held_out=2"
)
PATIENCE_MS = 180_000
Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    def until(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    return until


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, a tiny model in the library to start from, and twelve photos."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[3]))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "tiny.safetensors")
    (tmp_path / "scenes").mkdir()
    for seed in range(12):
        Image.fromarray(scene(seed, 96, 96)).save(tmp_path / "scenes" / f"{seed}.png")
    return tmp_path


@pytest.fixture
def make_wizard(qapp: QApplication, home: Path) -> Iterator[Callable[[], TrainWizard]]:
    made: list[TrainWizard] = []

    engine = EngineThread()

    def make() -> TrainWizard:
        wizard = TrainWizard(engine)
        wizard.show()
        made.append(wizard)
        return wizard

    yield make
    for wizard in made:
        training = wizard.training
        if training is not None and training.at_work:
            training.tell("stop")
        wizard.close_down()
    engine.close()


def prepared(wizard: TrainWizard, home: Path, wait: Wait, iterations: int) -> TrainWizard:
    """At the step before the training, with tiny settings."""
    wizard.photos.settings = ["data.pair_side=64", "data.crop=16"]
    wizard.start_from("tiny")
    wizard.add_photos([home / "scenes"])
    wait(lambda: wizard.photos.ready)
    wizard.go_to("damage")
    wait(lambda: len(wizard.damage.row.names) == 2 and not wizard.assistant.busy)
    wizard.damage.cards["web"].click()
    wizard.effort.expert.setText(TINY.format(iterations))
    wizard.go_to("effort")
    wait(lambda: wizard.effort.cards["quick"].text().count("…") == 0)
    return wizard


@pytest.mark.slow
def test_that_photos_become_an_installed_model(make_wizard: Callable[[], TrainWizard], home: Path, wait: Wait) -> None:
    wizard = prepared(make_wizard(), home, wait, iterations=6)
    assert wizard.step == "effort"
    wizard.go_next()
    assert wizard.step == "train"
    wait(lambda: wizard.train.follower is not None and wizard.train.follower.progress.ended is not None)
    assert wizard.train.follower is not None
    assert wizard.train.follower.progress.held_out["distill"]["lpips"][-1][0] == 6
    assert len(wizard.train.timeline.row.names) == 4
    wait(lambda: wizard.train.phase.text() == "Finished.")

    assert wizard.training is not None
    assert "data.damage=web" in wizard.training.plan.settings
    assert '"damage": "web"' in (wizard.training.run / "config.json").read_text()

    wizard.go_to("compare")
    wait(lambda: "comparisons" in wizard.compare.report)
    assert wizard.compare.report["unseen"]
    assert wizard.compare.report["against"] == "tiny"
    assert wizard.compare.verdict.text()

    wizard.go_to("install")
    wizard.install.name.setText("of scenes")
    with_signal: list[str] = []
    wizard.installed.connect(with_signal.append)
    wizard.install.auto.setChecked(True)
    assert not wizard.install.auto.isHidden()
    wizard.install.install()
    wait(lambda: "Learning to judge damage" in wizard.install.said.text())
    wizard.install.stop_button.click()
    assert not wizard.install.command.running
    assert not [model for model in list_models() if model.name == "of-scenes"]
    wizard.install.auto.setChecked(False)
    wizard.install.install()
    wait(lambda: with_signal)
    header = next(model.header for model in list_models() if model.name == "of-scenes")
    assert header is not None
    assert (header.name, header.description) == ("of scenes", "For photos like those in scenes.")


@pytest.mark.slow
def test_that_neither_a_killed_trainer_nor_a_closed_window_loses_anything(
    make_wizard: Callable[[], TrainWizard], home: Path, wait: Wait
) -> None:
    wizard = prepared(make_wizard(), home, wait, iterations=5000)
    wizard.begin()
    follower = wizard.train.follower
    assert follower is not None
    wait(lambda: len(follower.progress.trained.get("distill", {}).get("l1", [])) > 3)
    training = follower.training
    training.tell("save")
    wait(lambda: follower.progress.saved)
    wizard.close_down()
    assert training.at_work

    again = make_wizard()  # attaches by itself
    assert again.step == "train"
    attached = again.train.follower
    assert attached is not None
    assert attached.training.folder == training.folder
    wait(lambda: attached.progress.trained.get("distill"))
    assert not list_trainings()[0].finished

    os.kill(trainer_pid(training.folder), signal.SIGKILL)
    wait(lambda: not attached.at_work)
    wait(lambda: again.train.phase.text().startswith("Stopped"))
    saved = attached.progress.saved
    again.train.pause_button.click()  # says Continue now
    wait(lambda: attached.at_work and attached.progress.iteration > (saved or 0))
    wait(lambda: again.train.stop_button.isEnabled())
    again.train.stop_button.click()
    wait(lambda: attached.progress.ended is not None and not attached.at_work)
    assert again.train.ready


def trainer_pid(folder: Path) -> int:
    """Of the process whose command names the folder."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(folder) in command and "train" in command:
            return int(process.name)
    raise AssertionError("no trainer")
