"""The pool of pairs: the same whatever is cached, cut ahead or resumed; memory that does not grow."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from rsd_app.core.errors import TrainingError
from rsd_app.core.progress import CancelToken
from tests.trainer.data.test_survey import paired_folder
from tests.trainer.scenes import scene
from tests.trainer.tiny import TINY
from trainer.config import override
from trainer.data.paired import PairedStore, inspect_pairs
from trainer.data.photo_cache import PhotoCache
from trainer.data.photo_files import find_photos
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import UNKNOWN, PairPool, Severities
from trainer.events import TrainingEvent
from trainer.run.order import Host, Order
from trainer.run.training import resume_run, start_run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "photos"
    place.mkdir()
    for seed in range(4):
        Image.fromarray(scene(seed, 120, 160)).save(place / f"{seed}.png")
    return place


def make_pool(folder: Path, cache: PhotoCache | None = None, budget_mb: int = 64) -> PairPool:
    store = PhotoStore(find_photos([folder]), smallest=48, budget_mb=budget_mb, cache=cache)
    return PairPool(store, groups=2, side=48, scale=4, seed=3)


def test_that_a_share_of_the_pairs_is_gray_and_the_others_are_as_without(folder: Path) -> None:
    store = PhotoStore(find_photos([folder]), smallest=48)
    pools = [
        PairPool(store, groups=6, side=48, scale=4, seed=3, severities=Severities(gray_share=share))
        for share in (0.0, 0.5)
    ]
    for pool in pools:
        pool.fill()
    colored, mixed = pools
    gray = [bool((x[:, :1] == x).all()) for x in mixed.lq.split(16)]
    assert 0 < sum(gray) < 6
    for group, is_gray in enumerate(gray):
        at = slice(16 * group, 16 * group + 16)
        assert bool((mixed.hq[at, :1] == mixed.hq[at]).all()) == is_gray
        assert torch.equal(mixed.lq[at], colored.lq[at]) != is_gray
        assert torch.equal(mixed.severity[at], colored.severity[at])


def test_that_a_share_of_the_pairs_is_dark_and_the_others_are_as_without(folder: Path) -> None:
    store = PhotoStore(find_photos([folder]), smallest=48)
    plain, mixed = (
        PairPool(store, groups=8, side=48, scale=4, seed=3, severities=Severities(dark_share=share))
        for share in (0.0, 0.5)
    )
    for pool in (plain, mixed):
        pool.fill()
    changed = 0
    for of_plain, of_mixed, lq_plain, lq_mixed in zip(
        plain.hq.split(16), mixed.hq.split(16), plain.lq.split(16), mixed.lq.split(16)
    ):
        if torch.equal(of_plain, of_mixed):
            assert torch.equal(lq_plain, lq_mixed)
            continue
        changed += 1
        gain = float(of_mixed.float().sum() / of_plain.float().sum())
        assert 0.11 < gain < 0.51
        assert float((of_plain * gain - of_mixed).abs().max()) < 1.5
        assert float(lq_mixed.float().mean()) < 0.6 * float(of_plain.float().mean())
    assert 1 < changed < 7


def test_that_a_share_of_the_crops_shows_most_of_a_photo(tmp_path: Path) -> None:
    """Whose columns hold their own number: a crop's range tells its span."""
    ramp = np.linspace(0, 255, 240).round().astype(np.uint8)
    Image.fromarray(np.broadcast_to(ramp[:, None, None], (240, 240, 3)).copy()).save(tmp_path / "ramp.png")

    def spans(share: float) -> list[float]:
        store = PhotoStore([tmp_path / "ramp.png"], smallest=24, scene_share=share)
        rng = np.random.default_rng(1)
        return [float(np.ptp(store.crop(rng, 24).astype(int))) / 255 for _ in range(200)]

    most = [sum(span > 0.55 for span in spans(share)) / 200 for share in (0.0, 0.4, 1.0)]
    assert most[0] == 0  # without, a crop spans 0.1 to 0.35
    assert most[1] == pytest.approx(0.4, abs=0.1)
    assert most[2] == 1


def test_that_crops_of_much_detail_are_preferred_and_plain_ones_still_come(tmp_path: Path) -> None:
    half = scene(0, 160, 240)
    half[:, :120] = 128  # sky
    Image.fromarray(half).save(tmp_path / "half.png")

    def detail(tries: int) -> list[float]:
        store, rng = PhotoStore([tmp_path / "half.png"], smallest=48, detail_tries=tries), np.random.default_rng(0)
        return [float(store.crop(rng, 48).astype(float).std()) for _ in range(100)]

    any_crop, chosen = detail(1), detail(4)
    flat = [sum(value == 0 for value in values) for values in (any_crop, chosen)]
    assert 0 < flat[1] < 0.7 * flat[0]
    assert np.mean(chosen) > np.mean(any_crop)


def same(a: PairPool, b: PairPool) -> bool:
    return all(torch.equal(x, y) for x, y in ((a.hq, b.hq), (a.lq, b.lq), (a.severity, b.severity)))


@pytest.mark.slow
def test_that_memory_disk_and_work_ahead_give_the_same_pairs(folder: Path, tmp_path: Path) -> None:
    plain = make_pool(folder)
    cached = make_pool(folder, PhotoCache(tmp_path / "cache", limit_mb=100), budget_mb=0)
    again = make_pool(folder, PhotoCache(tmp_path / "cache", limit_mb=100), budget_mb=0)
    again.work_ahead()
    for pool in (plain, cached, again):
        pool.fill()
        for _ in range(3):
            pool.renew()
    again.close()
    assert same(plain, cached)
    assert same(plain, again)
    assert len(list((tmp_path / "cache").glob("*.npy"))) == 4
    resumed = make_pool(folder)
    resumed.fill(3)
    assert same(plain, resumed)


@pytest.mark.slow
def test_that_the_cache_keeps_its_limit_and_uses_the_newest_file(folder: Path, tmp_path: Path) -> None:
    paths = find_photos([folder])
    big = tmp_path / "big.png"
    Image.fromarray(scene(9, 700, 800)).save(big)  # 1.6 MB raw
    cache = PhotoCache(tmp_path / "cache", limit_mb=1)
    for path in [*paths, big]:
        assert cache.photo(path).shape[2] == 3
    assert 0 < cache.bytes <= 2**20
    Image.fromarray(255 - scene(0, 120, 160)).save(paths[0])
    assert np.array_equal(cache.photo(paths[0]), 255 - scene(0, 120, 160))
    for path in (tmp_path / "cache").glob("*.npy"):
        path.write_bytes(b"cut off")
    assert np.array_equal(cache.photo(paths[1]), scene(1, 120, 160))


def test_that_a_photo_lost_while_training_is_replaced_not_fatal(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = PhotoStore(find_photos([folder]), smallest=48)
    rng = np.random.default_rng(0)
    for name in ("0.png", "2.png"):
        (folder / name).write_bytes(b"lost")
    with caplog.at_level(logging.WARNING):
        for _ in range(30):
            assert store.crop(rng, 48).shape == (48, 48, 3)
    assert sum("others take its place" in message for message in caplog.messages) == 2
    other = PhotoStore(find_photos([folder]), smallest=48)
    for path in folder.iterdir():
        path.write_bytes(b"lost")
    with pytest.raises(TrainingError, match="is the disk there"):
        other.crop(rng, 48)


@pytest.mark.slow
def test_that_pairs_and_photos_mix_in_the_given_share(folder: Path, tmp_path: Path) -> None:
    facts = [f for f in inspect_pairs(paired_folder(tmp_path / "pairs"), scale=4, smallest=48) if not f.reason]
    pairs = PairedStore(facts, scale=4, share=0.25)
    photos = PhotoStore(find_photos([folder]), smallest=48)
    mixed = PairPool(photos, groups=40, side=48, scale=4, seed=0, pairs=pairs)
    mixed.fill()
    share = float((mixed.severity == UNKNOWN).float().mean())
    assert 0.1 < share < 0.45
    only = PairPool(None, groups=2, side=48, scale=4, seed=0, pairs=pairs)
    only.fill()
    assert bool((only.severity == UNKNOWN).all())
    small = torch.nn.functional.interpolate(only.hq.float(), scale_factor=0.25, mode="area")
    assert float((small - only.lq.float()).abs()[..., 2:-2, 2:-2].mean()) < 5


@pytest.mark.slow
def test_that_memory_does_not_grow_over_2000_iterations(folder: Path) -> None:
    pool = make_pool(folder)
    pool.fill()
    pool.work_ahead()
    generator = torch.Generator().manual_seed(0)

    def iterate(count: int) -> None:
        for iteration in range(count):
            pool.batch(2, 8, generator)
            if iteration % 20 == 0:
                pool.renew()

    iterate(300)  # pools of allocator, caches, plans of the FFT
    before = resident_mb()
    iterate(2000)
    pool.close()
    assert resident_mb() - before < 12


def resident_mb() -> float:
    """Of this process, now."""
    status = Path("/proc/self/statm")
    if not status.exists():
        pytest.skip("only Linux tells it so simply")
    return int(status.read_text().split()[1]) * 4096 / 2**20


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_a_run_keeps_its_files_and_trains_on_pairs_too(photos: Path, tmp_path: Path) -> None:
    pairs, run = paired_folder(tmp_path / "pairs"), tmp_path / "run"
    recipe = override(TINY, ["distill.iterations=0", "teacher.iterations=2"])
    events: list[TrainingEvent] = []
    host = Host(device="cpu", emit=events.append, cancel=CancelToken())
    start_run(Order(recipe=recipe, data=[photos, pairs], out=run), host)
    assert any("3 of 17 files are left out" in getattr(event, "text", "") for event in events)
    kept = json.loads((run / "photos.json").read_text())
    assert {name: len(files) for name, files in kept.items()} == {
        "photos": 4, "held_out": 1, "pairs": 8, "held_out_pairs": 1,
    }  # fmt: skip
    Image.fromarray(scene(0)).save(photos / "new.png")
    Path(kept["photos"][0]).unlink()
    resume_run(run, host, settings=["teacher.iterations=3"])
    assert "1 files that this run was started with are gone" in str(events)
    assert json.loads((run / "photos.json").read_text()) == kept


@pytest.mark.parametrize(("power", "median"), [(1.0, 0.5), (3.0, 0.875)])
def test_that_severities_lean_to_heavy_damage_where_asked(power: float, median: float) -> None:
    rng = np.random.default_rng(3)
    drawn = np.array([Severities(clean_share=0.2, power=power).draw(rng) for _ in range(2000)])
    assert np.mean(drawn == 0) == pytest.approx(0.2, abs=0.03)
    assert np.median(drawn[drawn > 0]) == pytest.approx(median, abs=0.03)
    assert drawn.max() <= 1
