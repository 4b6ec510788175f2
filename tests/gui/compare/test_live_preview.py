"""Live preview without an engine behind it: what is asked for, in which order, and what is dropped."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rsd_app.core.errors import ModelError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture import preview as engine_preview
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.protocol import Window
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.compare import live_preview
from rsd_app.gui.compare.live_preview import LivePreview, middle_of
from rsd_app.gui.threads.jobs import Request

PHOTO = Path("photo.jpg")
SMALL = (0, 0, 100, 80)


class Engine(QObject):
    """Does what it is asked when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Request:
        self.asked.append(request)
        return request

    def work(self, count: int = 1000) -> None:
        while self.asked and count:
            request, count = self.asked.pop(0), count - 1
            if request.token.cancelled:
                continue
            try:
                result = request.work(self, request.token)  # type: ignore[arg-type]
            except Exception as error:
                request.failed.emit(error)
            else:
                request.finished.emit(result)

    def get(self, config: UpscaleConfig) -> object:
        """As a pool of models."""
        if config.model == "broken":
            raise ModelError("broken", "is damaged", "get it again")
        return object()

    def get_for(self, config: UpscaleConfig, photo: Path) -> tuple[UpscaleConfig, object]:
        return config, self.get(config)


class Picture:
    """Stands for engine.preview.Preview: strips of 40 rows."""

    scale, quick, computed_px = 4, True, 1000
    made: ClassVar[list["Picture"]] = []

    def __init__(self, photo: Path, config: UpscaleConfig, model: object, tiles: TileStore) -> None:
        self.config, self.windows, self.closed, self.ended = config, [], False, 0
        self.made.append(self)

    def render(self, window: Window, cancel: CancelToken) -> Iterator[Window]:
        self.windows.append(window)
        try:
            for y in range(window.y0, window.y1, 40):
                yield Window(window.x0, y, window.x1, min(y + 40, window.y1))
        finally:
            self.ended += 1

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def live(engine: Engine, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[LivePreview]:
    monkeypatch.setattr(engine_preview, "Photo", lambda path, config: path)
    monkeypatch.setattr(engine_preview, "Preview", Picture)
    monkeypatch.setattr(live_preview, "SETTLED_MS", 30)
    Picture.made = []
    made = LivePreview(engine, TileStore())  # type: ignore[arg-type]
    made.set_config(UpscaleConfig())
    made.set_photo(PHOTO)
    yield made
    made.close()


def heard(signal: Any) -> list[Any]:
    values: list[Any] = []
    signal.connect(values.append)
    return values


def settle(qtbot: QtBot, engine: Engine) -> None:
    qtbot.waitUntil(lambda: bool(engine.asked), timeout=3000)


def test_that_a_photo_is_looked_at_without_delay(live: LivePreview, engine: Engine) -> None:
    patched, shares, speeds = heard(live.patched), heard(live.advanced), heard(live.measured)
    live.look_at(SMALL)
    assert live.busy
    engine.work()
    assert patched == [(0, 0, 100, 40), (0, 40, 100, 80)]
    assert shares == [0.0, 0.5, 1.0, None]
    assert len(speeds) == 1
    assert not live.busy


def test_that_a_moved_view_is_asked_for_when_it_has_settled(live: LivePreview, engine: Engine, qtbot: QtBot) -> None:
    live.look_at(SMALL)
    engine.work()
    for x in range(1, 20):
        live.look_at((x, 0, 100 + x, 80))
        assert not engine.asked
    settle(qtbot, engine)
    engine.work()
    assert [window.x0 for window in Picture.made[0].windows] == [0, 19]


def test_that_an_outdated_request_is_dropped_and_its_strips_end(
    live: LivePreview, engine: Engine, qtbot: QtBot
) -> None:
    patched = heard(live.patched)
    live.look_at(SMALL)
    engine.work(2)  # made ready, and one strip
    live.look_at((500, 0, 600, 80))
    settle(qtbot, engine)
    while len(engine.asked) < 2:
        qtbot.wait(10)
    assert Picture.made[0].ended == 1
    engine.work()
    assert patched == [(0, 0, 100, 40), (500, 0, 600, 40), (500, 40, 600, 80)]


@pytest.mark.parametrize("largest", [64_000, 240_000])
def test_that_of_a_large_view_the_middle_is_computed(largest: int) -> None:
    x0, y0, x1, y1 = middle_of((100, 0, 4100, 3000), largest)
    assert (x1 - x0) * (y1 - y0) == pytest.approx(largest, rel=0.01)
    assert (x0 + x1, y0 + y1) == pytest.approx((4200, 3000), abs=2)
    assert (x1 - x0) / (y1 - y0) == pytest.approx(4 / 3, rel=0.01)


def test_that_the_middle_comes_first_and_more_of_it_after(live: LivePreview, engine: Engine) -> None:
    shares = heard(live.advanced)
    live.look_at((0, 0, 4000, 3000))
    engine.work()
    first, second = Picture.made[0].windows
    assert (first.x1 - first.x0) * (first.y1 - first.y0) < (second.x1 - second.x0) * (second.y1 - second.y0)
    assert shares[-1] is None


def test_that_other_settings_need_another_preview(live: LivePreview, engine: Engine, qtbot: QtBot) -> None:
    live.look_at(SMALL)
    engine.work()
    for seed in range(1, 9):
        live.set_config(UpscaleConfig(seed=seed))
    settle(qtbot, engine)
    qtbot.wait(60)
    engine.work()
    assert [picture.config.seed for picture in Picture.made] == [0, 8]
    assert Picture.made[0].closed
    live.set_config(None)
    qtbot.wait(60)
    engine.work()
    assert Picture.made[1].closed
    assert len(Picture.made) == 2


def test_that_a_failure_is_told_once_and_the_next_wish_is_tried(
    live: LivePreview, engine: Engine, qtbot: QtBot
) -> None:
    failed, patched = heard(live.failed), heard(live.patched)
    live.look_at(SMALL)
    engine.work()
    live.set_config(UpscaleConfig(model="broken"))
    settle(qtbot, engine)
    qtbot.wait(60)
    engine.work()
    assert failed == ["broken: is damaged; get it again"]
    assert not live.busy
    live.set_config(UpscaleConfig(seed=3))
    settle(qtbot, engine)
    qtbot.wait(60)
    engine.work()
    assert len(patched) == 4


def test_that_slow_models_make_no_preview_by_themselves(
    live: LivePreview, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Picture, "quick", False)
    ready, patched, declined = heard(live.ready), heard(live.patched), heard(live.declined)
    live.look_at(SMALL)
    engine.work()
    assert declined == ready
    assert len(ready) == 1
    assert not patched
    assert not live.busy


def test_that_what_is_needed_is_loaded_ahead(
    live: LivePreview, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []
    monkeypatch.setattr(engine_preview, "try_out", tried.append)
    live.warm_up(UpscaleConfig())
    engine.work()
    assert len(tried) == 1
