"""The guard in the window: faces and text are found beside it, and the preview has what the run will have."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from rsd_app.engine.record.recipe import read_record
from rsd_app.engine.render.guard import find_guarded
from rsd_app.engine.settings.regions import Region
from rsd_app.gui.document.photo import State
from rsd_app.gui.threads.jobs import enlarge_with_engine
from tests.engine.toy_models import write_toy_model
from tests.gui.conftest import MakeWindow, opened


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors", 2)
    write_toy_model(tmp_path / "models" / "plain.safetensors", 1)
    return tmp_path / "models"


@pytest.fixture
def sign(tmp_path: Path) -> Path:
    pixels = np.full((120, 240, 3), 200, np.uint8)
    cv2.putText(pixels, "Boulangerie", (20, 70), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20, 20, 60), 2, cv2.LINE_AA)
    Image.fromarray(pixels).save(tmp_path / "sign.png")
    return tmp_path / "sign.png"


@pytest.mark.slow
def test_that_text_is_guarded_in_preview_and_run(
    library: Path, sign: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(enlarge_with_engine)
    window.warm_up()
    window.document.change([], model="toy", seed=5)
    opened(window, qtbot, sign)
    photo = window.strip.current()
    assert photo is not None
    qtbot.waitUntil(lambda: bool(photo.guarded))
    assert photo.guarded == find_guarded(sign, 500)
    painted = Region(points=((5000, 5000),), radius=100, realism=1.0)
    window.document.paint(photo, (painted,))
    assert window.document.config_of(photo).regions == (*photo.guarded, painted)
    part = window.pane.seen_part
    assert part is not None
    assert part.config.regions == (*photo.guarded, painted)
    window.start_all()
    qtbot.waitUntil(lambda: photo.state is State.DONE)
    assert photo.result is not None
    assert read_record(photo.result).config().regions == (*photo.guarded, painted)
    window.document.change([], guard=False)
    assert window.document.config_of(photo).regions == (painted,)


def test_that_nobody_looks_where_it_makes_no_difference(
    library: Path, sign: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.warm_up()
    window.document.change([], model="plain")
    opened(window, qtbot, sign)
    photo = window.strip.current()
    assert photo is not None
    qtbot.waitUntil(lambda: window.panel.model.box.chosen is not None)
    window.document.change([], model="toy", guard=False)
    assert not window.guard._asked
    window.document.change([], guard=True)
    qtbot.waitUntil(lambda: photo.guarded is not None)


@pytest.mark.slow
def test_that_a_result_that_is_there_stays_in_view_after_a_restart(
    library: Path, sign: Path, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """What it shows was guarded when it was made; with other settings, its text is looked for again."""
    result = tmp_path / "result.png"
    Image.fromarray(np.zeros((480, 960, 3), np.uint8)).save(result)
    window = make_window()
    window.warm_up()
    window.document.change([], model="toy")
    window.add_pair(sign, result)
    photo = window.strip.current()
    assert photo is not None
    photo.made_with = window.document.choices_of(photo)
    qtbot.waitUntil(lambda: photo.state is State.DONE and window.panel.model.box.chosen is not None)
    window.settings.show()
    assert not window.guard._asked
    window.document.change([], seed=7)
    qtbot.waitUntil(lambda: bool(photo.guarded))
