"""What is invented, in the picture: where the colour lies, which numbers are told, and when nothing is computed."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from rsd_app.core.files.model_file import TrustCurve, read_model, write_model
from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.regions import UNIT, Region
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.trust import live_trust
from rsd_app.gui.trust.spread import AROUND_PX
from rsd_app.gui.variants.difference import FULL, INVENTED
from rsd_app.gui.variants.seeds import COUNT, SEEDS, seeds_from
from tests.engine.toy_models import write_toy_model
from tests.gui.conftest import MakeWindow, opened

WIDTH, HEIGHT, SCALE = 60, 45, 4
REALISM = 0.3  # so that the toy's seeds differ by more and by less than the limit
LIMIT = 8.0  # levels of 255 above which the engine calls details invented


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors", 2)
    return tmp_path / "models"


def noise(path: Path, width: int = WIDTH, height: int = HEIGHT) -> Path:
    values = np.random.default_rng(1).integers(60, 196, (height, width, 3), dtype=np.uint8)
    Image.fromarray(values).save(path)
    return path


@pytest.fixture
def window(library: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """With a photo whose preview is there, at one pixel of the screen for one of the result."""
    made = make_window()
    made.resize(1024, 640)
    made.show()
    made.document.change([], model="toy", seed=5, realism=REALISM)
    opened(made, qtbot, noise(tmp_path / "noise.png"))
    qtbot.waitUntil(lambda: made.pane.previewed_px >= WIDTH * HEIGHT and not made.pane.previewing)
    made.pane.view.zoom_to(1.0)
    at_rest(made, qtbot)
    return made


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(50)
    screen = window.pane.view.screen_
    qtbot.waitUntil(lambda: not window.pane.previewing and screen.complete() and not screen.cache._wanted)
    qtbot.wait(50)


def asked(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """With the map of what is seen."""
    window.actions_["differences"].trigger()
    qtbot.waitUntil(lambda: window.trust.live.fits)
    return window


def seen(window: MainWindow) -> NDArray[np.int16]:
    """What the view shows above the bar, (h, w, 3), names and handle away."""
    view = window.pane.view
    view._fade_names(0.0)
    image = view.grab().toImage()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[: window.trust.bar.y(), :, 2::-1].astype(np.int16)


def hover(window: MainWindow, qtbot: QtBot, x: float, y: float) -> str:
    """What is told of a place in source pixels."""
    view = window.pane.view
    place = view.to_widget(QPointF(x * SCALE, y * SCALE)).toPoint()
    qtbot.mouseMove(view, place + QPoint(7, 7))
    qtbot.mouseMove(view, place)
    return window.trust.bar.here.text()


@pytest.fixture
def spread(window: MainWindow, tmp_path: Path) -> NDArray[np.float64]:
    """Of whole runs with the six seeds, by its definition."""
    photo = window.strip.current()
    assert photo is not None
    results = []
    for seed in range(5, 11):
        config = replace(window.document.config_of(photo), seed=seed, colour_fix=False, overwrite=True)
        out = tmp_path / f"{seed}.png"
        prepare(photo.path, config).run(out, emit=lambda _: None, cancel=CancelToken())
        with Image.open(out) as image:
            results.append(np.asarray(image, np.float64))
    found: NDArray[np.float64] = np.std(results, axis=0, ddof=1).mean(axis=2)
    return found


def by_source(spread: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = spread.reshape(HEIGHT, SCALE, WIDTH, SCALE).mean(axis=(1, 3))
    return found


def test_that_the_color_lies_on_the_side_of_the_result_alone(
    window: MainWindow, spread: NDArray[np.float64], qtbot: QtBot
) -> None:
    pane = window.pane
    plain = seen(window)
    asked(window, qtbot).trust.bar.strength.setValue(100)
    covered, middle = seen(window), window.pane.view.width() // 2
    plain = plain[: len(covered)]
    assert np.array_equal(covered[:, : middle - 1], plain[:, : middle - 1])
    # In the middle of a source pixel on the right, the colour is as opaque as the spread there says.
    corner = pane.view.to_widget(QPointF(0, 0)).toPoint()
    levels, wrong = by_source(spread), []
    for row in range(2, 30, 3):
        for column in range(WIDTH // 2 + 2, WIDTH - 2, 3):
            alpha = levels[row : row + 2, column : column + 2].mean().clip(0, FULL) / FULL
            x, y = corner.x() + SCALE * (column + 1), corner.y() + SCALE * (row + 1)  # where four of them meet
            wanted = plain[y, x] * (1 - alpha) + np.array(INVENTED.getRgb()[:3]) * alpha
            wrong.append(np.abs(covered[y, x] - wanted).max())
    assert np.percentile(wrong, 90) < 12
    assert np.abs(covered - plain)[:, middle + 2 :].max() > 20
    pane.view.set_flipped(True)
    assert not np.array_equal(seen(window)[:, : middle - 1], plain[:, : middle - 1])
    pane.view.set_flipped(False)
    pane.view.move_divider(1.0)
    uncovered = seen(window)
    window.actions_["differences"].trigger()
    assert np.array_equal(uncovered, seen(window)[: len(uncovered)])


def test_that_the_color_stays_on_its_place_when_the_view_moves_and_zooms(window: MainWindow, qtbot: QtBot) -> None:
    photo = window.strip.current()
    assert photo is not None
    sure = Region(points=((UNIT // 2, UNIT // 2),), radius=UNIT // 6, realism=0.0)  # in the middle all seeds agree
    window.document.paint(photo, (sure,))
    asked(window, qtbot)
    window.pane.view.set_mode("side")
    window.pane.view.zoom_to(3.0)
    window.pane.view.pan(0.2, 0.1)
    at_rest(window, qtbot)
    qtbot.waitUntil(lambda: window.trust.live.fits)
    window.trust.bar.strength.setValue(100)
    covered, found = seen(window), window.trust.live.found
    window.actions_["differences"].trigger()
    plain, second = seen(window)[: len(covered)], window.pane.view._second_x()
    assert np.array_equal(covered[:, :second], plain[:, :second])
    assert found is not None
    room = np.abs(np.array(INVENTED.getRgb()[:3]) - plain).sum(axis=2)
    alpha, wrong = np.abs(covered - plain).sum(axis=2) / np.maximum(room, 1), []
    for row, column in np.ndindex(found.levels.shape):
        place = QPointF((found.box[0] + column + 0.5) * SCALE, (found.box[1] + row + 0.5) * SCALE)
        at = window.pane.view.to_widget(place).toPoint()
        if second < at.x() < alpha.shape[1] and 0 <= at.y() < alpha.shape[0]:
            wrong.append(abs(alpha[at.y(), at.x()] - min(found.levels[row, column] / FULL, 1)))
    assert len(wrong) > 100
    assert np.percentile(wrong, 90) < 0.05
    assert found.levels.std() > 0.1 * FULL


def test_that_the_numbers_are_those_of_runs_with_the_seeds(
    window: MainWindow, spread: NDArray[np.float64], qtbot: QtBot
) -> None:
    bar = asked(window, qtbot).trust.bar
    share = round(100 * (spread > LIMIT).mean())
    assert bar.seen.text() == f"In view: {spread.mean():.1f} of 255, {share} % likely invented"
    assert "proves nothing" in bar.caveat.text()
    assert "outlined" not in bar.caveat.text()
    assert bar.here.text() == ""
    levels = by_source(spread)
    for x, y in ((20, 15), (WIDTH - 1, 20)):
        rows = slice(y - AROUND_PX, y + AROUND_PX + 1)
        level = levels[rows, x - AROUND_PX : x + AROUND_PX + 1].mean()
        kind = "seeds agree" if level <= LIMIT / 4 else "details differ" if level < 0.75 * LIMIT else "likely invented"
        assert hover(window, qtbot, x + 0.5, y + 0.5) == f"Here: {round(level)} of 255, {kind}"
    assert hover(window, qtbot, -3, 20) == ""  # beside the picture


def test_that_a_calibrated_model_tells_the_error_to_expect(
    library: Path, window: MainWindow, spread: NDArray[np.float64], qtbot: QtBot
) -> None:
    curve = TrustCurve(seeds=COUNT, spread=[0.0, 50.0], error=[10.0, 110.0])  # 10 + twice the spread
    header, tensors = read_model(library / "toy.safetensors")
    write_model(library / "toy.safetensors", replace(header, trust=curve), tensors)
    bar = asked(window, qtbot).trust.bar
    share = round(100 * (spread > LIMIT).mean())
    wanted = f"Error to expect in view: {10 + 2 * spread.mean():.1f} of 255, {share} % likely invented"
    assert bar.seen.text() == wanted
    told = re.fullmatch(r"Here: error of about (\d+) of 255, .+", hover(window, qtbot, 20.5, 15.5))
    assert told is not None
    assert int(told[1]) == round(10 + 2 * by_source(spread)[11:20, 16:25].mean())


def test_that_t_again_and_esc_hide_it_and_nothing_is_computed_any_more(window: MainWindow, qtbot: QtBot) -> None:
    plain = seen(window)
    for key in (Qt.Key.Key_T, Qt.Key.Key_Escape):
        qtbot.keyClick(window.pane.view, Qt.Key.Key_T)
        qtbot.waitUntil(lambda: window.trust.live.fits)
        assert window.trust.bar.isVisible()
        assert not np.array_equal(seen(window), plain[: window.trust.bar.y()])
        qtbot.keyClick(window.pane.view, key)
        assert not window.actions_["differences"].isChecked()
        assert not window.trust.bar.isVisible()
        assert np.array_equal(seen(window), plain[: window.trust.bar.y()])
    window.pane.view.zoom_to(2.0)
    at_rest(window, qtbot)
    assert not window.trust.live.fits
    assert not window.engine.asked


class Gate:
    """Holds what computes seeds after the first, until it is opened or the work is not wanted any more."""

    def __init__(self, through: Callable[..., Any]) -> None:
        self.open, self.holds, self.cancelled, self._through = False, False, 0, through
        self.boxes: list[tuple[int, int, int, int]] = []

    def __call__(self, part: Any, tiles: Any, models: Any, token: CancelToken) -> Any:
        self.boxes.append(part.box)
        while not self.open and part.config.seed != 5:
            self.holds = True
            if token.cancelled:
                self.holds, self.cancelled = False, self.cancelled + 1
                token.raise_if_cancelled()
        return self._through(part, tiles, models, token)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate(live_trust.samples_of)
    monkeypatch.setattr(live_trust, "samples_of", made)
    return made


def test_that_what_is_computed_is_dropped_when_the_view_moves(window: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    live = window.trust.live
    window.pane.view.zoom_to(6.0)
    at_rest(window, qtbot)
    gate.open = True
    asked(window, qtbot)
    old = live.found
    assert old is not None
    gate.open = False
    window.pane.view.pan(0.2, 0.0)
    qtbot.waitUntil(lambda: gate.holds)
    assert live.made == 1
    assert live.found is old  # of the same photo: it stays on its place until there is better
    assert window.trust.bar.seen.text() == f"Computing other seeds: 1 of {COUNT}"
    window.pane.view.pan(-0.5, 0.0)
    assert live.made is None
    qtbot.waitUntil(lambda: gate.cancelled == 1)
    gate.open = True
    qtbot.waitUntil(lambda: live.fits)
    assert live.found is not None
    assert live.found.box[0] < old.box[0]
    assert gate.boxes[-1] == live.found.box


def test_that_other_settings_take_the_color_away_at_once(window: MainWindow, gate: Gate, qtbot: QtBot) -> None:
    gate.open = True
    live = asked(window, qtbot).trust.live
    old = live.found
    gate.open = False
    window.document.change([], severity=0.7)
    assert live.found is None
    qtbot.waitUntil(lambda: gate.holds)
    qtbot.keyClick(window.pane.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: gate.cancelled == 1 and not window.engine.asked)
    gate.open = True
    asked(window, qtbot)
    assert live.found is not None
    assert old is not None
    assert not np.array_equal(live.found.levels, old.levels)


def test_that_of_a_large_view_the_middle_is_compared_and_outlined(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(live_trust, "LARGEST_PX", WIDTH * HEIGHT // 4)
    plain = seen(window)
    bar = asked(window, qtbot).trust.bar
    assert "outlined" in bar.caveat.text()
    assert window.trust.live.found is not None
    assert window.trust.live.found.box == (15, 11, 45, 33)
    changed = np.abs(seen(window) - plain[: bar.y()]).max(axis=2) > 0
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    corner = window.pane.view.to_widget(QPointF(45 * SCALE, 11 * SCALE)).toPoint()
    assert abs(columns[-1] - corner.x()) <= 1
    assert abs(rows[0] - corner.y()) <= 1
    assert hover(window, qtbot, 50, 20) == ""


def test_that_what_takes_several_passes_is_not_compared_unasked(window: MainWindow, qtbot: QtBot) -> None:
    window.document.change([], size=16.0)
    window.actions_["differences"].trigger()
    qtbot.waitUntil(lambda: window.trust.live.declined)
    assert "Variants (V)" in window.trust.bar.seen.text()
    assert window.trust.live.found is None


def test_that_an_error_is_told_in_the_bar(library: Path, window: MainWindow, qtbot: QtBot) -> None:
    (library / "toy.safetensors").write_bytes(b"cut")
    window.actions_["differences"].trigger()
    qtbot.waitUntil(lambda: "toy" in window.trust.bar.seen.text())
    assert window.trust.live.made is None


def test_that_esc_leaves_the_brush_first(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, qtbot)
    window.actions_["brush"].trigger()
    bar, view = window.trust.bar, window.pane.view
    assert view.childAt(bar.geometry().center()) in (bar, *bar.findChildren(type(bar.seen)))  # not beneath the sheet
    for action in ("brush", "differences"):
        assert window.actions_[action].isChecked()
        focus = window.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Escape)
        assert not window.actions_[action].isChecked()


def test_that_without_a_photo_it_waits_for_one(
    library: Path, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.document.change([], model="toy")
    assert not window.actions_["differences"].isEnabled()
    opened(window, qtbot, noise(tmp_path / "first.png"), noise(tmp_path / "second.png", 40, 40))
    asked(window, qtbot)
    first = window.trust.live.found
    window.strip.step(1)
    qtbot.waitUntil(lambda: window.trust.live.fits and window.trust.live.found is not first)
    assert window.trust.live.found is not None
    assert window.trust.live.found.source == (40, 40)
    window.queue.remove_all()
    qtbot.waitUntil(lambda: window.trust.live.found is None)


def test_that_seeds_go_on_from_zero_after_the_largest() -> None:
    assert seeds_from(SEEDS - 2) == [SEEDS - 2, SEEDS - 1, 0, 1, 2, 3]
