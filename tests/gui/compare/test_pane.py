"""The pane with the engine behind it: preview, run, result; what is seen at each moment."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from rsd_app.engine.canvas.scratch_file import Canvas, CanvasSpec, canvas_path
from rsd_app.engine.events import Advanced, Done, Started
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.compare.pictures.pixels import PyramidPixels
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Job
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def engine() -> Iterator[EngineThread]:
    made = EngineThread()
    yield made
    made.close()


@pytest.fixture
def pane(qtbot: QtBot, engine: EngineThread) -> Iterator[ComparePane]:
    made = ComparePane(engine)
    qtbot.addWidget(made)
    made.resize(400, 300)
    yield made
    made.close_threads()


@pytest.fixture
def toy(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def photo(folder: Path, width: int = 60, height: int = 40, name: str = "photo.png", mode: str = "RGB") -> Path:
    values = np.random.default_rng(1).integers(0, 256, (height, width, len(mode)), dtype=np.uint8)
    Image.fromarray(values).save(folder / name)
    return folder / name


def settings(model: str, **others: object) -> UpscaleConfig:
    fixed = {
        "model": model,
        "device": "cpu",
        "precision": "fp32",
        "colour_fix": False,
        "overwrite": True,
        "format": "png",
    }
    return UpscaleConfig(**(fixed | others))  # type: ignore[arg-type]


def seen(pane: ComparePane) -> NDArray[np.uint8]:
    pane.view._fade_names(0.0)  # names and handle lie on the picture for a second
    image = pane.view.grab().toImage()
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4)[..., 2::-1].copy()


def previewed(pane: ComparePane, qtbot: QtBot) -> NDArray[np.uint8]:
    """What is seen once the preview of the present settings is all there."""

    def done() -> bool:
        preview = pane._preview
        at_rest = preview._task is None and not preview._settled.isActive() and preview._preview is not None
        return at_rest and pane.view.screen_.complete() and not pane.view.screen_.cache._wanted

    qtbot.waitUntil(done, timeout=20000)
    qtbot.wait(50)
    return seen(pane)


def open_photo(pane: ComparePane, path: Path, qtbot: QtBot, result: Path | None = None) -> None:
    with qtbot.waitSignal(pane.shown, timeout=30000):
        pane.open(path, result)


def run(pane: ComparePane, engine: EngineThread, config: UpscaleConfig, path: Path, qtbot: QtBot) -> Path:
    """A full run whose result is shown; its file."""
    ended: list[Done] = []
    engine.progressed.connect(lambda job, event: pane.on_event(event))
    engine.finished.connect(lambda job, outcome: (ended.append(outcome), pane.on_event(outcome)))
    engine.run(Job(1, path, config, tiles=pane.tiles))
    qtbot.waitUntil(lambda: bool(ended), timeout=20000)
    assert isinstance(ended[0], Done), ended
    qtbot.waitUntil(lambda: pane._stack.holds_result_of(config), timeout=30000)
    qtbot.waitUntil(lambda: not pane.view.screen_.cache._wanted, timeout=30000)
    qtbot.wait(100)
    return ended[0].destination


@pytest.mark.parametrize(("scale", "mode"), [(4.0, "RGB"), (2.0, "RGB"), (2.7, "RGB"), (4.0, "RGBA")])
def test_that_the_preview_is_what_the_run_gives(
    pane: ComparePane, engine: EngineThread, tmp_path: Path, toy: str, qtbot: QtBot, scale: float, mode: str
) -> None:
    path, config = photo(tmp_path, mode=mode), settings(toy, scale=scale, seed=4)
    pane.set_config(config)
    open_photo(pane, path, qtbot)
    pane.view.zoom_to(1.0)
    pane.view.divider = 0.0
    before = seen(pane)
    early = previewed(pane, qtbot)
    assert (early != before).any()
    result = run(pane, engine, config, path, qtbot)
    assert np.array_equal(seen(pane)[:, 3:], early[:, 3:])
    if mode == "RGB":
        with Image.open(result) as image:
            inner = np.asarray(image)[: round(40 * scale), : round(60 * scale)]
        top, left = (300 - inner.shape[0]) // 2, (400 - inner.shape[1]) // 2
        shown = early[top : top + inner.shape[0], left : left + inner.shape[1]]
        assert np.array_equal(shown, inner)


def test_that_the_old_result_stays_until_the_preview_of_new_settings(
    pane: ComparePane, tmp_path: Path, toy: str, qtbot: QtBot
) -> None:
    path = photo(tmp_path)
    pane.set_config(settings(toy, seed=1))
    open_photo(pane, path, qtbot)
    pane.view.zoom_to(1.0)
    pane.view.divider = 0.0
    first = previewed(pane, qtbot)
    pane.set_config(settings(toy, seed=2))
    qtbot.wait(20)
    assert np.array_equal(seen(pane)[30:, 3:], first[30:, 3:])
    second = previewed(pane, qtbot)
    assert (second != first).any()
    pane.set_config(settings(toy, seed=1))
    assert np.array_equal(previewed(pane, qtbot)[30:, 3:], first[30:, 3:])


def test_that_only_the_last_of_many_wishes_is_computed(
    pane: ComparePane, tmp_path: Path, toy: str, qtbot: QtBot
) -> None:
    path = photo(tmp_path)
    pane.set_config(settings(toy))
    open_photo(pane, path, qtbot)
    previewed(pane, qtbot)
    ready: list[str] = []
    pane._preview.ready.connect(lambda preview: ready.append(preview.recipe))
    for seed in range(1, 30):
        pane.set_config(settings(toy, seed=seed))
        qtbot.wait(5)
    previewed(pane, qtbot)
    assert len(ready) == 1


def test_that_finished_rows_appear_while_a_run_goes_on(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    path, out = photo(tmp_path), tmp_path / "photo_x4.png"
    pane.set_config(None)
    open_photo(pane, path, qtbot)
    pane.view.zoom_to(1.0)
    canvas = Canvas.create(canvas_path(out), CanvasSpec(recipe="r", width=240, height=160, bands=3, bits=8))
    started = Started(source=path, destination=out, width=60, height=40, out_width=240, out_height=160, device="CPU")
    pane.on_event(started)
    rows = np.full((80, 240, 3), (10, 200, 30), np.uint8)
    canvas.write_rows(0, rows)
    pane.view.divider = 0.0
    pane.on_event(Advanced(source=path, fraction=0.5, remaining_s=None, mp_s=None, rows=80))
    qtbot.waitUntil(lambda: tuple(seen(pane)[100, 200]) == (10, 200, 30), timeout=20000)
    assert tuple(seen(pane)[200, 200]) != (10, 200, 30)
    pane.view.move_divider(1.0)
    assert tuple(seen(pane)[100, 200]) != (10, 200, 30)
    pane.view.move_divider(0.0)
    canvas.write_rows(80, rows)
    canvas.discard()  # the run is through: the canvas has gone, the file is not read yet
    Image.fromarray(np.full((160, 240, 3), (10, 200, 30), np.uint8)).save(out)
    pane.on_event(Done(source=path, destination=out, seconds=1, megapixels=0.04))
    qtbot.waitUntil(lambda: tuple(seen(pane)[200, 200]) == (10, 200, 30), timeout=20000)


def test_that_a_large_result_is_read_from_the_disk(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    """Beyond what is kept in memory: through a pyramid, whose file goes with the pane."""
    values = np.random.default_rng(5).integers(0, 256, (25, 30, 3), dtype=np.uint8).repeat(80, 0).repeat(80, 1)
    path, result = photo(tmp_path, 600, 500), tmp_path / "large.jpg"
    Image.fromarray(values).save(result, quality=95)
    open_photo(pane, path, qtbot, result)
    qtbot.waitUntil(lambda: pane.result_is_whole, timeout=30000)
    assert pane.view.scene is not None
    assert isinstance(pane.view.scene.over[0], PyramidPixels)
    pane.view.zoom_to(1.0)
    pane.view.divider = 0.0
    middle = values[1000 + 90, 1200 + 90]
    qtbot.waitUntil(lambda: np.abs(seen(pane)[240, 290].astype(int) - middle).max() < 12, timeout=20000)


def test_that_what_cannot_be_read_leaves_the_old_picture(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    open_photo(pane, photo(tmp_path), qtbot)
    qtbot.waitUntil(pane.view.screen_.complete, timeout=20000)
    shown = seen(pane)
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff no picture")
    with qtbot.waitSignal(pane.failed, timeout=20000) as failed:
        pane.open(broken)
    assert failed.args[0] == broken
    assert "broken.jpg" in failed.args[1]
    assert np.array_equal(seen(pane), shown)


def test_that_a_photos_profile_is_shown_in_the_screens_colors(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    from PySide6.QtGui import QColorSpace, QImage

    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 100, 50))
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    image.save(str(tmp_path / "adobe.png"))
    open_photo(pane, tmp_path / "adobe.png", qtbot)
    qtbot.waitUntil(pane.view.screen_.complete, timeout=20000)
    qtbot.waitUntil(lambda: seen(pane)[150, 200][0] > 215, timeout=2000)
    red, green, blue = (int(value) for value in seen(pane)[150, 200])
    assert (red, green, blue) == pytest.approx((228, 100, 43), abs=4)


def test_that_another_photo_closes_what_the_first_has_open(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = photo(tmp_path), photo(tmp_path, 80, 50, "second.png")
    open_photo(pane, first, qtbot)
    open_photo(pane, second, qtbot)
    assert pane.picture_size == QSize(320, 200)
    pane.close_photo()
    assert pane.picture_size.isEmpty()
    assert tuple(seen(pane)[150, 200]) == (48, 48, 48)


def test_that_the_flip_works_from_where_it_is_listened_to(pane: ComparePane, tmp_path: Path, qtbot: QtBot) -> None:
    result = tmp_path / "result.png"
    Image.fromarray(np.full((160, 240, 3), (10, 200, 30), np.uint8)).save(result)
    open_photo(pane, photo(tmp_path), qtbot, result)
    qtbot.waitUntil(lambda: tuple(seen(pane)[150, 220]) == (10, 200, 30), timeout=20000)
    other = QListWidget()
    qtbot.addWidget(other)
    pane.listen_to(other)
    qtbot.keyPress(other, Qt.Key.Key_Backslash)
    assert tuple(seen(pane)[150, 220]) != (10, 200, 30)
    qtbot.keyRelease(other, Qt.Key.Key_Backslash)
    assert tuple(seen(pane)[150, 220]) == (10, 200, 30)
