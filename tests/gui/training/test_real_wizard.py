"""The whole wizard in real windows, by keys and clicks alone; and what a kill in the middle costs."""

import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rsd_app.engine.record.recipe import read_record
from tests.engine.toy_models import write_toy_model
from tests.gui.test_real_window import NEEDED, SIZE, RealWindow, display, window
from tests.gui.training.test_wizard import trainer_pid
from tests.trainer.scenes import scene

__all__ = ["display", "window"]  # fixtures
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.xdist_group("screen"),
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]
TINY = "data.pairs=16 data.pair_side=64 data.crop=16 distill.batch=2 log_every_s=0.2 save_every_s=2 data.held_out=2"
PATIENCE_S = 300.0  # a training stands back behind all tests beside it
EXPERT_FIELD = (396, 296)  # on the third page


class RealWizard:
    """The wizard beside its main window."""

    def __init__(self, window: RealWindow, home: Path) -> None:
        self._window, self.home = window, home
        self._focused = ""

    @property
    def trainings(self) -> list[Path]:
        return sorted((self.home / "data" / "rsd-studio" / "trainings").glob("*"))

    def title(self) -> str:
        found = self._window._tool("search", "--onlyvisible", "--name", "A model of your own", "getwindowname")
        return found.stdout.decode()

    def focus(self, name: str) -> None:
        wait(lambda: self._window._tool("search", "--onlyvisible", "--name", name).stdout)
        self._window._tool("search", "--onlyvisible", "--name", name, "windowfocus", "--sync")
        self._focused = name

    def open(self) -> None:
        """From the main window."""
        self.focus("RSD Studio")
        self.key_until("ctrl+t", lambda: self.title())
        self._window._tool("search", "--onlyvisible", "--name", "A model of your own", "windowsize", *map(str, SIZE))
        self._window._tool("search", "--onlyvisible", "--name", "A model of your own", "windowmove", "0", "0")
        self.focus("A model of your own")

    def add_folder(self, folder: Path) -> None:
        """Through Qt's own dialog."""
        self.key_until("ctrl+o", lambda: self._window._tool("search", "--name", "Add a folder of photos").stdout)
        self.focus("Add a folder of photos")
        self._window._tool("type", "--delay", "25", str(folder))
        self._window.key("Return")
        wait(lambda: not self._window._tool("search", "--onlyvisible", "--name", "Add a folder of photos").stdout)
        self.focus("A model of your own")

    def go_on_to(self, step: str) -> None:
        self.key_until("ctrl+Return", lambda: self.title().startswith(step))

    def key_until(self, key: str, done: Callable[[], object]) -> None:
        """Again, until it has had its effect: a page may not be ready yet."""
        end = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < end, self.title()
            # Without a window manager the focus goes to nobody when a dialog goes, which may be after `focus`.
            self._window._tool("search", "--onlyvisible", "--name", self._focused, "windowfocus")
            self._window.key(key)
            for _ in range(20):
                time.sleep(0.1)
                if done():
                    return

    def prepare(self, folder: Path, settings: str) -> None:
        """To the end of the third page."""
        self.open()
        self.add_folder(folder)
        self.go_on_to("Damage")
        self.go_on_to("Effort")
        self._window._tool("mousemove", *map(str, EXPERT_FIELD), "click", "1")
        time.sleep(0.3)
        self._window._tool("type", "--delay", "25", settings)
        self._window.key("shift+Tab", "shift+Tab", "shift+Tab", "Down")  # start from the tiny model

    def events(self) -> list[dict[str, Any]]:
        try:
            lines = (self.trainings[-1] / "run" / "events.jsonl").read_text().splitlines()
            return [json.loads(line) for line in lines]
        except (OSError, ValueError, IndexError):
            return []

    def has_finished(self) -> bool:
        return any(event["event"] == "runended" and event["finished"] for event in self.events())


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With a tiny model, to start from."""
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors")
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def wizard(library: Path, window: RealWindow, tmp_path: Path) -> RealWizard:
    """The program with twelve photos beside it, and one to be enlarged."""
    (tmp_path / "scenes").mkdir()
    for seed in range(12):
        Image.fromarray(scene(seed, 224, 224)).save(tmp_path / "scenes" / f"{seed}.png")
    Image.fromarray(scene(20, 40, 48)).save(tmp_path / "photo.png")
    return RealWizard(window, tmp_path / "home")


def test_that_keys_and_clicks_alone_lead_to_a_model_that_is_used(
    wizard: RealWizard, window: RealWindow, library: Path, tmp_path: Path
) -> None:
    window.start(tmp_path / "photo.png")
    wait(lambda: "photo.png" in window.title())
    wizard.prepare(tmp_path / "scenes", f"{TINY} distill.iterations=8")
    wizard.go_on_to("Train")
    wait(wizard.has_finished)
    wizard.go_on_to("Compare")
    wait(lambda: "comparisons" in _json(wizard.trainings[-1] / "compare" / "report.json"))
    wizard.go_on_to("Install")
    window._tool("type", "--delay", "25", "of scenes")
    window.key("Return")
    wait((library / "of-scenes.safetensors").exists)
    settings = wizard.home / "config" / "rsd-studio" / "settings.json"
    wait(lambda: "of-scenes" in str(_json(settings).get("choices")))  # it is chosen
    wizard.key_until("ctrl+Return", lambda: not wizard.title())  # Close

    wizard.focus("RSD Studio")
    result = tmp_path / "photo_x4.png"
    wizard.key_until("F5", result.exists)
    assert read_record(result).model == "of scenes"
    assert window.quit() == 0


def test_that_a_killed_trainer_and_a_killed_window_cost_nothing(
    wizard: RealWizard, window: RealWindow, tmp_path: Path
) -> None:
    window.start()
    wizard.prepare(tmp_path / "scenes", f"{TINY} distill.iterations=150")
    wizard.go_on_to("Train")
    wait(lambda: sum(event["event"] == "saved" for event in wizard.events()) >= 2)
    os.kill(trainer_pid(wizard.trainings[-1]), signal.SIGKILL)
    assert window.process is not None
    window.process.kill()
    window.process.wait()
    assert not wizard.has_finished()
    killed_at = wizard.events()[-1]["iteration"]

    window.start()
    wizard.open()
    wizard.key_until("Return", lambda: wizard.title().startswith("Train"))  # opens the training in the list
    time.sleep(1)
    window.key("ctrl+p")  # continue
    wait(wizard.has_finished)
    restarts = [event["iteration"] for event in wizard.events() if event["event"] == "stagestarted"]
    assert restarts[0] == 0
    assert 0 < restarts[-1] <= killed_at
    wizard.focus("RSD Studio")
    assert window.quit() == 0


def _json(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return found
