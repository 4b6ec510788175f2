"""The paper family through the engine: one recipe, one picture, for one step and for many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from rsd_app.core.device.choice import Device
from rsd_app.core.diffusion.process import ResidualShifting
from rsd_app.core.errors import DeviceError, ModelError
from rsd_app.core.files.model_file import read_header
from rsd_app.core.networks.codecs import upsample_bicubic
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.events import Advanced, Done, Event, Stopped
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.render.noise import NoiseField, quantile_table
from rsd_app.engine.render.protocol import Depth, Window
from rsd_app.engine.render.published.model import PublishedModel, load_published
from rsd_app.engine.render.tiles import tile_plan, tile_renderer
from rsd_app.engine.render.tiles.tile_batch import VALUES_PER_PIXEL, enlarge_all, tiles_at_once
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_published import toy_unet, toy_vq, write_toy

Pixels = NDArray[np.uint8]
CPU = Device(torch.device("cpu"), torch.float32, "CPU")
KINDS = {"rsd": ("student", 1), "sinsr": ("student", 0), "resshift": ("teacher", 0)}


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Models of the user, and small tiles."""
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    for module, name, value in (
        (tile_renderer, "MULTIPLE", 32), (tile_plan, "TILE_PX", 32), (tile_plan, "OVERLAP_PX", 12),
        (tile_plan, "UNSEEN_PX", 2),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    return tmp_path / "models"


def load(library: Path, kind: str = "rsd", dtype: torch.dtype = torch.float32) -> PublishedModel:
    return load_published(write_toy(library, *KINDS[kind]), Device(torch.device("cpu"), dtype, "CPU"))


def picture(width: int, height: int) -> Pixels:
    y, x = np.mgrid[0:height, 0:width]
    waves = [127 + 60 * np.sin(x / (5 + c)) + 50 * np.cos(y / (9 - c)) for c in range(3)]
    return np.stack(waves, axis=2).astype(np.uint8)


def render(model: PublishedModel, seen: NDArray[np.generic], window: Window | None = None, seed: int = 1) -> Pixels:
    height, width = seen.shape[:2]
    renderer = model.renderer(width, height, seed)
    asked = 0

    def rows(y0: int, y1: int) -> NDArray[np.generic]:
        nonlocal asked
        assert asked <= y0 < y1 <= height  # from top to bottom, each once
        asked = y1
        return seen[y0:y1]

    depth = Depth(3 if seen.shape[2] == 3 else 1, 16 if seen.dtype == np.uint16 else 8)
    window = window or Window(0, 0, width, height)
    made, at = [], window.y0
    for y, samples in renderer.rows(rows, window, depth=depth, strip=None, cancel=CancelToken()):  # type: ignore[arg-type]
        assert y == at
        at += len(samples) // 4
        made.append(samples)
    assert at == window.y1
    return np.concatenate(made)  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_small_picture_is_what_the_process_defines(library: Path, kind: str) -> None:
    seen, (role, noise_channels) = picture(25, 20), KINDS[kind]
    process = ResidualShifting(steps=4, kappa=2.0, min_noise_level=0.2)
    network, vq = toy_unet(noise_channels), toy_vq()
    padded = np.pad(seen, ((0, 12), (0, 7), (0, 0)), mode="reflect")
    lq = torch.from_numpy(padded.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
    count = 3 * (4 if role == "teacher" else 1) + noise_channels
    field = torch.from_numpy(quantile_table()[NoiseField(1, count).levels(0, 0, 32, 32)]).permute(2, 0, 1)[None]
    with torch.inference_mode():
        z_lq = vq.encode(upsample_bicubic(lq, 4))
        z = process.prior(z_lq, field[:, :3])
        for step in (3, 2, 1, 0) if role == "teacher" else (3,):
            own = field[:, 3:] if noise_channels else None
            z0 = process.predict(network, z, torch.tensor([step]), lq, z_lq, noise=own)
            z = z0 if role == "student" else process.posterior(z, z0, torch.tensor([step]), field[:, 3 * step :][:, :3])
        image = vq.decode(z)[0].permute(1, 2, 0)[:80, :100]
    expected = ((image.clamp(-1, 1) + 1) * 127.5).numpy()
    assert np.abs(render(load(library, kind), seen) - expected).max() < 0.6


@pytest.mark.slow
def test_that_a_window_is_a_part_of_the_whole(library: Path) -> None:
    model, seen = load(library), picture(75, 50)
    whole = render(model, seen)
    for window in (Window(0, 0, 9, 9), Window(19, 15, 61, 39), Window(70, 45, 75, 50), Window(0, 21, 75, 50)):
        part = whole[window.y0 * 4 : window.y1 * 4, window.x0 * 4 : window.x1 * 4]
        assert np.array_equal(render(model, seen, window), part)


@pytest.mark.slow
def test_that_weights_that_stay_in_the_file_make_the_same_picture(library: Path) -> None:
    seen = picture(75, 40)
    for kind in KINDS:
        path = write_toy(library, *KINDS[kind])
        whole, streamed = load_published(path, CPU, budget_mb=1000), load_published(path, CPU, budget_mb=0)
        assert np.array_equal(render(streamed, seen), render(whole, seen))
        weights = [sum(p.numel() for p in model.network.parameters()) for model in (streamed, whole)]
        assert weights[0] < 0.1 * weights[1]


def test_that_a_file_that_changes_under_a_run_is_named(library: Path) -> None:
    path = write_toy(library)
    model, seen = load_published(path, CPU, budget_mb=0), picture(20, 20)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(ModelError, match="has changed while it was in use"):
        render(model, seen)
    path.unlink()
    with pytest.raises(ModelError, match="does not exist"):
        render(model, seen)


@pytest.mark.slow
def test_that_a_seed_is_a_picture(library: Path) -> None:
    for kind in KINDS:
        model, seen = load(library, kind), picture(20, 30)
        assert np.array_equal(render(model, seen), render(model, seen))
        assert not np.array_equal(render(model, seen), render(model, seen, seed=2))


@pytest.mark.slow
def test_that_borders_of_tiles_do_not_show(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against the picture in one tile: no column deviates much more than others, as it does where tiles abut."""
    model, seen = load(library), picture(160, 64)

    def tiled(side: int, overlap: int, unseen: int) -> NDArray[np.float64]:
        for name, value in (("TILE_PX", side), ("OVERLAP_PX", overlap), ("UNSEEN_PX", unseen)):
            monkeypatch.setattr(tile_plan, name, value)
        return render(model, seen).astype(np.float64)

    def deviation(result: NDArray[np.float64]) -> NDArray[np.float64]:
        columns = np.abs(result - whole).mean(axis=(0, 2)).reshape(-1, 8).mean(axis=1)
        inner: NDArray[np.float64] = columns[6:-6]  # at the ends the padding reaches in differently
        return inner

    whole = tiled(192, 24, 4)
    blended = deviation(tiled(64, 24, 4))
    monkeypatch.setattr(tile_plan.AxisPlan, "weights", lambda plan, index, scale: np.ones(plan.tile * scale))
    abutting = deviation(tiled(64, 0, 0))
    assert blended.max() < 1.8 * np.median(blended)
    assert abutting.max() > 2.0 * np.median(abutting)
    assert blended.max() < 0.7 * abutting.max()


def test_that_gray_and_sixteen_bits_stay(library: Path) -> None:
    model, seen = load(library), picture(30, 20)
    gray = render(model, seen[..., :1])
    assert gray.shape == (80, 120, 1)
    deep = render(model, seen.astype(np.uint16) * 257)
    assert deep.dtype == np.uint16
    assert np.abs(deep / 257 - render(model, seen)).max() < 0.6


@pytest.mark.slow
def test_that_half_precision_is_close(library: Path) -> None:
    seen = picture(32, 32)
    whole = render(load(library), seen).astype(np.float64)
    other_seed = np.abs(render(load(library), seen, seed=2) - whole).mean()
    for dtype, most in ((torch.bfloat16, 0.4), (torch.float16, 0.1)):  # of codes, some become their neighbours
        assert np.abs(render(load(library, dtype=dtype), seen) - whole).mean() < most * other_seed


def test_that_ends_and_the_attention_of_all_to_all_stay_float(library: Path) -> None:
    model = load(library, dtype=torch.float16)
    halves = [module.decoder.mid.attn_1.q for module in (model.autoencoder,)]
    assert halves[0].weight.dtype == torch.float32
    assert model.autoencoder.decoder.conv_out.weight.dtype == torch.float32
    assert model.autoencoder.quantize.embedding.weight.dtype == torch.float32
    assert model.network.out[2].weight.dtype == torch.float32
    assert model.autoencoder.decoder.conv_in.weight.dtype == torch.float16


def test_that_an_overflow_of_fp16_is_done_again_in_float(library: Path) -> None:
    model, seen = load(library, dtype=torch.float16), picture(32, 32)
    expected = render(model, seen)
    block = model.autoencoder.decoder.up[0].block[0]
    plain = block.forward

    def overflowing(x: Tensor) -> Tensor:
        result = plain(x)
        return result * float("inf") if result.dtype == torch.float16 else result

    block.forward = overflowing
    again = render(model, seen)
    assert np.abs(again.astype(np.int64) - expected).mean() < 1.0
    assert block.conv1.weight.dtype == torch.float16


def test_that_a_teacher_stops_between_steps_and_tells_each(library: Path) -> None:
    model, token, told = load(library, "resshift"), CancelToken(), []

    def progressed(rows: float) -> None:
        told.append(rows)
        if len(told) == 3:  # the encoder, two of four steps
            token.cancel()

    seen = picture(32, 32)
    whole = model.renderer(32, 32, 1).rows(
        lambda y0, y1: seen[y0:y1], Window(0, 0, 32, 32), depth=Depth(3, 8), strip=None, cancel=token,
        progressed=progressed,
    )  # fmt: skip
    with pytest.raises(Cancelled):
        list(whole)
    assert len(told) == 3
    assert told == sorted(told)
    assert 0 < told[0] < told[2] < 32


@pytest.mark.slow
@pytest.mark.keeps_canvas
def test_that_a_file_goes_through_the_engine(library: Path, tmp_path: Path) -> None:
    write_toy(library)
    source = tmp_path / "photo.png"
    Image.fromarray(picture(30, 90)).save(source)
    events: list[Event] = []

    def run(cancel: CancelToken, emit: Callable[[Event], None], **more: object) -> list[object]:
        config = UpscaleConfig(
            model="toy", device="cpu", precision="fp32", format="png", resume=True, colour_fix=False, **more
        )  # type: ignore[arg-type]
        return list(upscale_files([source], tmp_path / "out.png", config, emit=emit, cancel=cancel))

    token = CancelToken()

    def stop_late(event: Event) -> None:
        if isinstance(event, Advanced) and event.rows > 0:
            token.cancel()

    assert run(token, stop_late) == [Stopped(source=source, resumable=True)]
    assert isinstance(run(CancelToken(), events.append)[0], Done)
    fractions = [event.fraction for event in events if isinstance(event, Advanced)]
    assert fractions == sorted(fractions)
    with Image.open(tmp_path / "out.png") as image:
        resumed = np.asarray(image)
    assert np.array_equal(resumed, render(load(library), picture(30, 90), seed=0))
    (tmp_path / "out.png").unlink()
    run(CancelToken(), events.append, scale=2.0)
    with Image.open(tmp_path / "out.png") as image:
        assert image.size == (60, 180)


def test_that_a_result_is_made_again(library: Path, tmp_path: Path) -> None:
    write_toy(library)
    source, result = tmp_path / "photo.png", tmp_path / "out.png"
    Image.fromarray(picture(30, 20)).save(source)
    nothing: Callable[[Event], None] = lambda event: None  # noqa: E731
    config = UpscaleConfig(model="toy", device="cpu", precision="fp32", seed=3)
    upscale_files([source], result, config, emit=nothing, cancel=CancelToken())
    found = reproduce(
        result, source=None, model=None, out=None, device="cpu", emit=nothing, cancel=CancelToken()
    )  # fmt: skip
    assert isinstance(found, Reproduced)
    assert found.same_file


def test_that_a_model_without_its_autoencoder_is_named(library: Path) -> None:
    path = write_toy(library)
    (library / "autoencoders" / "vq-f4-toy.safetensors").unlink()
    with pytest.raises(ModelError, match=r"autoencoder .* is not in .*import"):
        load_published(path, CPU)


def test_that_an_autoencoder_alone_enlarges_nothing(library: Path) -> None:
    assert all(read_header(write_toy(library, *kind)).enlarges for kind in KINDS.values())
    assert not read_header(library / "autoencoders" / "vq-f4-toy.safetensors").enlarges
    with pytest.raises(ModelError, match="is an autoencoder, a part of other models"):
        load_published(library / "autoencoders" / "vq-f4-toy.safetensors", CPU)


# Tiles at once, with a device that only says that it is a GPU.


def test_that_tiles_at_once_follow_the_budget() -> None:
    gpu, tile = Device(torch.device("cuda:0"), torch.float16, "GPU"), 512 * 512
    one_mb = tile * VALUES_PER_PIXEL * 2 / 2**20
    assert tiles_at_once(CPU, tile, 10**6) == 1
    assert tiles_at_once(gpu, tile, None) == 1
    assert [tiles_at_once(gpu, tile, int(one_mb * n)) for n in (0.5, 1, 2.5, 8, 1000)] == [1, 1, 2, 8, 16]


class _SmallGpu:
    """Enlarges by repeating pixels, and has memory for so many tiles at once."""

    def __init__(self, tiles: int) -> None:
        self.device, self.scale, self.tiles = CPU, 4, tiles
        self.sizes: list[int] = []
        self.forgot = 0

    def forget_recordings(self) -> None:
        self.forgot += 1

    def enlarge(self, lq: Tensor, noise: Tensor, *, cancel: CancelToken, progressed: Callable[[float], None]) -> Tensor:
        self.sizes.append(len(lq))
        if len(lq) > self.tiles:
            raise torch.OutOfMemoryError("CUDA out of memory")
        progressed(1.0)
        return lq.repeat_interleave(4, 2).repeat_interleave(4, 3)


def _enlarged(gpu: _SmallGpu, count: int, at_once: int) -> Iterator[tuple[int, Tensor]]:
    def inputs(tile: int) -> tuple[Tensor, Tensor]:
        return torch.full((3, 2, 2), float(tile)), torch.zeros(4, 2, 2)

    return enlarge_all(gpu, range(count), inputs, at_once, cancel=CancelToken(), progressed=lambda share: None)  # type: ignore[arg-type]


def test_that_tiles_that_do_not_fit_are_halved_until_they_do() -> None:
    gpu = _SmallGpu(3)
    made = list(_enlarged(gpu, 7, 8))
    assert [(tile, float(image.mean())) for tile, image in made] == [(i, float(i)) for i in range(7)]
    assert gpu.sizes == [7, 3, 3, 1]
    assert gpu.forgot == 1, "recordings keep memory"


def test_that_one_tile_too_many_is_an_error_with_a_remedy() -> None:
    with pytest.raises(DeviceError, match="too little memory for one tile; close other programs"):
        list(_enlarged(_SmallGpu(0), 2, 2))
