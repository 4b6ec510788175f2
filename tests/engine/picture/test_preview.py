"""The preview is the picture: a part computed first is that of the full run, to the last bit, and is used there."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.events import Advanced, Done
from rsd_app.engine.picture import passes
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.picture.preview import Preview, open_preview
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.pool import ModelPool
from rsd_app.engine.render.protocol import Window
from rsd_app.engine.render.rows import canvas_rows
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def toy(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def photo(folder: Path, width: int, height: int, mode: str = "RGB") -> Path:
    values = np.random.default_rng(1).integers(0, 256, (height, width, len(mode)), dtype=np.uint8)
    Image.fromarray(values if len(mode) > 1 else values[..., 0]).save(folder / "photo.png")
    return folder / "photo.png"


def settings(model: str, **others: Any) -> UpscaleConfig:
    return UpscaleConfig(
        **{"model": model, "device": "cpu", "precision": "fp32", "overwrite": True, "colour_fix": False} | others
    )


def preview_of(source: Path, config: UpscaleConfig, tiles: TileStore) -> Preview:
    return open_preview(source, config, ModelPool(), tiles)


def see(preview: Preview, tiles: TileStore, window: Window) -> NDArray[Any]:
    """The window of the result, as the store has it after a preview of it."""
    for _ in preview.render(window, CancelToken()):
        pass
    found = tiles.read(preview.recipe, window.x0, window.y0, window.x1, window.y1, preview.scale)
    assert found is not None
    assert found[1].all()
    return found[0]


def run(source: Path, config: UpscaleConfig, tiles: TileStore | None = None) -> NDArray[Any]:
    outcome = prepare(source, config, tiles=tiles).run(None, emit=lambda event: None, cancel=CancelToken())
    assert isinstance(outcome, Done)
    with Image.open(outcome.destination) as image:
        return np.asarray(image)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_that_a_preview_is_the_full_run_to_the_last_bit(tmp_path: Path, toy: str, precision: str, mode: str) -> None:
    source, config, tiles = photo(tmp_path, 203, 150, mode), settings(toy, precision=precision, seed=9), TileStore()
    whole = run(source, config)
    preview = preview_of(source, config, tiles)
    for x0, y0, x1, y1 in [(0, 0, 50, 40), (77, 31, 178, 99), (150, 90, 203, 150), (101, 60, 102, 61)]:
        seen = see(preview, tiles, Window(x0, y0, x1, y1))
        expected = whole[y0 * 4 : y1 * 4, x0 * 4 : x1 * 4]
        assert np.array_equal(seen.squeeze(), expected)
    preview.close()


@pytest.mark.slow
def test_that_the_bundled_model_previews_what_it_will_make(tmp_path: Path) -> None:
    """In the precision that this machine chooses, so with its fused convolutions."""
    source, config, tiles = photo(tmp_path, 190, 140), settings("restore-x4", precision="auto"), TileStore()
    whole = run(source, config)
    preview = preview_of(source, config, tiles)
    seen = see(preview, tiles, Window(61, 30, 131, 77))
    preview.close()
    assert np.array_equal(seen, whole[30 * 4 : 77 * 4, 61 * 4 : 131 * 4])


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_that_a_run_takes_what_the_preview_has_made(
    tmp_path: Path, toy: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, config, tiles = photo(tmp_path, 40, 190, mode), settings(toy), TileStore()
    whole = run(source, config)
    computed: list[Window] = []

    def noted(renderer: Any, info: Any, read: Any, window: Window, **others: Any) -> Any:
        computed.append(window)
        return canvas_rows(renderer, info, read, window, **others)

    monkeypatch.setattr(passes, "canvas_rows", noted)
    preview = preview_of(source, config, tiles)
    see(preview, tiles, Window(0, 60, 40, 150))
    preview.close()
    assert np.array_equal(run(source, config, tiles), whole)
    assert computed == [Window(0, 0, 40, 60), Window(0, 150, 40, 190)]
    computed.clear()
    assert np.array_equal(run(source, settings(toy, seed=1), tiles), run(source, settings(toy, seed=1)))
    assert computed[0] == Window(0, 0, 40, 190)


def test_that_a_preview_computes_only_what_is_missing(tmp_path: Path, toy: str) -> None:
    source, tiles = photo(tmp_path, 100, 90), TileStore()
    preview = preview_of(source, settings(toy), tiles)
    see(preview, tiles, Window(0, 0, 60, 60))
    parts = list(preview.render(Window(10, 0, 70, 80), CancelToken()))
    assert {(part.x0, part.x1) for part in parts} == {(60, 70), (10, 70)}
    assert not list(preview.render(Window(10, 0, 70, 80), CancelToken()))
    preview.close()


def test_that_what_takes_two_passes_is_not_previewed_unasked(tmp_path: Path, toy: str) -> None:
    """The second works on what the first has made of the whole picture."""
    source = photo(tmp_path, 40, 30)
    for scale, quick in ((4.0, True), (1.0, True), (5.0, False)):
        preview = preview_of(source, settings(toy, scale=scale), TileStore())
        assert preview.quick is quick
        preview.close()


def test_that_a_cancelled_preview_stops_and_keeps_what_it_has(tmp_path: Path, toy: str) -> None:
    source, tiles, cancel = photo(tmp_path, 60, 3000), TileStore(), CancelToken()
    preview = preview_of(source, settings(toy), tiles)
    parts = preview.render(Window(0, 0, 60, 3000), cancel)
    first = next(parts)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(parts)
    assert tiles.known(preview.recipe, 0, first.y0, 60, first.y1).all()
    preview.close()


def test_that_a_canvas_is_read_while_it_fills_and_after_it_is_gone(tmp_path: Path, toy: str) -> None:
    source, config = photo(tmp_path, 50, 120), settings(toy, tile=16)
    readers: list[tuple[int, CanvasReader]] = []
    passes.EMIT_EVERY_S, before = -1.0, passes.EMIT_EVERY_S

    def emit(event: object) -> None:
        if isinstance(event, Advanced) and event.rows >= 200 and not readers:
            readers.append((event.rows, CanvasReader(tmp_path / ".photo_x4.png.rsdcanvas")))
            early.append(readers[0][1].read(8, 100, 150, 200))

    early: list[NDArray[Any]] = []
    try:
        prepare(source, config).run(None, emit=emit, cancel=CancelToken())
    finally:
        passes.EMIT_EVERY_S = before
    ((_, reader),) = readers
    with Image.open(tmp_path / "photo_x4.png") as image:
        whole = np.asarray(image)
    assert np.array_equal(early[0], whole[100:200, 8:150])
    assert np.array_equal(reader.read(0, 0, 200, 480), whole)
    reader.close()
    source.write_bytes(b"no canvas")
    with pytest.raises(ValueError, match="not a canvas"):
        CanvasReader(source)
