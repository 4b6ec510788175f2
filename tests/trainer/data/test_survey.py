"""Which photos are fit to train on: measures of known damage, doubles, held-out photos, pairs."""

import io
import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import TrainingError
from rsd_app.core.resources import resource_path
from tests.trainer.scenes import scene
from trainer.data.inspection import measure
from trainer.data.paired import PairedStore, inspect_pairs, phase_shift, split_pairs
from trainer.data.photo_files import find_photos, read_photo
from trainer.data.survey import choose_held_out, look_at, survey
from trainer.types import Picture


@pytest.fixture(scope="module")
def photo() -> Picture:
    return scene(1)


@pytest.mark.parametrize("sigma", [1.0, 2.0, 3.5])
def test_that_blur_is_measured(photo: Picture, sigma: float) -> None:
    blurred = np.asarray(cv2.GaussianBlur(photo, (0, 0), sigma), np.uint8)
    own = measure(photo).blur
    assert own < 0.8
    assert measure(blurred).blur == pytest.approx(np.hypot(sigma, own), rel=0.2)


@pytest.mark.parametrize("sigma", [2.0, 6.0, 15.0])
def test_that_noise_is_measured(photo: Picture, sigma: float) -> None:
    smooth = cv2.GaussianBlur(photo, (0, 0), 2)
    gray_noise = np.random.default_rng(0).normal(0, sigma, (*photo.shape[:2], 1))
    noisy = (smooth + gray_noise).clip(0, 255).round().astype(np.uint8)
    assert measure(noisy).noise == pytest.approx(sigma, rel=0.15)


@pytest.mark.parametrize("factor", [2, 3])
@pytest.mark.parametrize("way", [cv2.INTER_CUBIC, cv2.INTER_LANCZOS4])
def test_that_an_enlargement_is_seen(factor: int, way: int) -> None:
    photo = read_photo(resource_path("samples/budgie.jpg"))
    height, width = photo.shape[:2]
    small = cv2.resize(photo, (width // factor, height // factor), interpolation=cv2.INTER_AREA)
    large = np.asarray(cv2.resize(small, (width, height), interpolation=way), np.uint8)
    assert measure(large).detail == pytest.approx(1 / factor, abs=0.2)
    assert measure(photo).detail == 1


@pytest.mark.parametrize("quality", [10, 35, 50, 77, 95])
def test_that_the_blocks_of_a_jpeg_are_seen(photo: Picture, quality: int) -> None:
    file = io.BytesIO()
    Image.fromarray(photo).save(file, "JPEG", quality=quality)
    with Image.open(file) as image:
        again = np.asarray(image)
    if quality <= 35:
        assert measure(again).blocking > 1.6
    assert measure(photo).blocking < 1.2


def flawed_folder(folder: Path) -> Path:
    """Ten good photos and one of every flaw."""
    folder.mkdir()
    good = [scene(seed) for seed in range(10)]
    for seed, picture in enumerate(good):
        Image.fromarray(picture).save(folder / f"good-{seed}.png")
    first = good[0]
    (folder / "copy.png").write_bytes((folder / "good-1.png").read_bytes())
    Image.fromarray(good[2]).save(folder / "again.jpg", quality=88)
    Image.fromarray(good[3]).resize((256, 192), Image.Resampling.LANCZOS).save(folder / "smaller.png")
    Image.fromarray(np.asarray(cv2.GaussianBlur(scene(20), (0, 0), 3))).save(folder / "blurred.png")
    with Image.open(resource_path("samples/budgie.jpg")) as real:
        little = real.resize((real.width // 2, real.height // 2), Image.Resampling.LANCZOS)
        little.resize(real.size, Image.Resampling.BICUBIC).save(folder / "enlarged.png")
    Image.fromarray(scene(22)).save(folder / "squeezed.jpg", quality=25)
    noise = np.random.default_rng(0).normal(0, 20, first.shape)
    Image.fromarray((scene(23) + noise).clip(0, 255).astype(np.uint8)).save(folder / "noisy.png")
    Image.fromarray(scene(24)[:100]).save(folder / "small.png")
    Image.fromarray(scene(25)).convert("L").save(folder / "gray.png")
    (folder / "no-picture.jpg").write_text("hello")
    Image.fromarray(scene(26)).save(folder / "cut.jpg", quality=95)
    (folder / "cut.jpg").write_bytes((folder / "cut.jpg").read_bytes()[:9000])
    (folder / "._good-1.png").write_bytes(b"AppleDouble")
    return folder


@pytest.mark.slow
def test_that_every_flaw_is_found_and_named(tmp_path: Path) -> None:
    found = survey(find_photos([flawed_folder(tmp_path / "photos")]), smallest=192, held_out=24)
    left_out = {v.facts.path.name: v.kind for v in found.verdicts if v.reason}
    double = left_out.pop("good-1.png", None) or left_out.pop("copy.png")
    assert double == "duplicate"
    assert left_out == {
        "again.jpg": "near duplicate",
        "smaller.png": "near duplicate",
        "blurred.png": "blurred",
        "enlarged.png": "enlarged",
        "squeezed.jpg": "compressed",
        "noisy.png": "noisy",
        "small.png": "small",
        "no-picture.jpg": "unreadable",
        "cut.jpg": "unreadable",
    }
    facts = found.as_dict()
    assert (facts["used"], facts["held_out"], facts["gray"]) == (9, 2, 1)
    assert any("are few" in line for line in facts["advice"])
    everything = survey([v.facts.path for v in found.verdicts], smallest=192, held_out=0, good_only=False)
    assert {"blurred.png", "noisy.png"} <= {path.name for path in everything.used}


@pytest.mark.slow
def test_that_held_out_photos_stay_held_out(tmp_path: Path) -> None:
    facts = []
    for seed in range(40):
        path = tmp_path / f"{seed}.png"
        Image.fromarray(scene(seed, 64, 64)).save(path)
        facts.append(look_at(path))
    chosen = choose_held_out(facts[:30], 6)
    assert len(chosen) == 6
    moved = [f for f in facts[:30] if f.path in chosen]
    for f in moved:
        f.path.rename(tmp_path / f"renamed-{f.path.name}")
    again = [look_at(p) for p in sorted(tmp_path.iterdir())]
    originals = [f for f in again if f.path.name.removeprefix("renamed-") in {g.path.name for g in facts[:30]}]
    assert {p.name for p in choose_held_out(originals, 6)} == {f"renamed-{p.name}" for p in chosen}
    assert len(choose_held_out(again, 6) & {tmp_path / f"renamed-{p.name}" for p in chosen}) >= 3
    assert choose_held_out(facts[:4], 6) == set()


@pytest.mark.parametrize("shift", [(0, 0), (3, -2), (9, 5)])
def test_that_a_shift_between_pairs_is_measured(photo: Picture, shift: tuple[int, int]) -> None:
    x, y = shift
    hq = photo[32:288, 32:352]
    moved = photo[32 - y : 288 - y, 32 - x : 352 - x]
    lq = np.asarray(cv2.resize(moved, (80, 64), interpolation=cv2.INTER_AREA), np.uint8)
    found, response = phase_shift(hq, lq)
    assert found == pytest.approx(shift, abs=1.0)
    assert response > 0.05


def paired_folder(folder: Path) -> Path:
    """Eight good pairs, one of a wrong size, one moved, one without lq, one tinted."""
    for part in ("hq", "lq"):
        (folder / part).mkdir(parents=True)
    for seed in range(12):
        whole = scene(seed, 200, 264)
        hq = whole[4:196, 4:260]
        source = whole[12:204, 4:260] if seed == 9 else hq
        if seed == 9:
            source, hq = whole[8:200, 8:264], whole[0:192, 0:256]
        lq = np.asarray(cv2.resize(source, (64, 48), interpolation=cv2.INTER_AREA))
        if seed == 8:
            lq = lq[:40]
        if seed == 11:
            lq = (lq * np.array([1.15, 1.0, 1.0])).clip(0, 255).astype(np.uint8)
        Image.fromarray(hq).save(folder / f"hq/{seed}.png")
        if seed != 10:
            Image.fromarray(lq).save(folder / f"lq/{seed}.png")
    return folder


def test_that_pairs_are_checked_before_anything_starts(tmp_path: Path) -> None:
    facts = inspect_pairs(paired_folder(tmp_path / "pairs"), scale=4, smallest=64)
    reasons = {f.hq.stem: f.reason for f in facts if f.reason}
    assert reasons.keys() == {"8", "9", "10"}
    assert "256×160 was expected" in reasons["8"]
    assert "moved by -8" in reasons["9"] or "moved by 8" in reasons["9"]
    assert "no file of its name" in reasons["10"]
    assert "differs in colour" in next(f.notice for f in facts if f.hq.stem == "11")
    train, held = split_pairs(facts, 2)
    assert (len(train), len(held)) == (8, 1)  # at most a fifth
    store, rng = PairedStore(train, scale=4), np.random.default_rng(0)
    for _ in range(20):
        hq, lq = store.crop(rng, 96)
        assert (hq.shape, lq.shape) == ((96, 96, 3), (24, 24, 3))
        reduced = cv2.resize(hq, (24, 24), interpolation=cv2.INTER_AREA).astype(float)
        assert np.abs(reduced[4:-4, 4:-4, 1] - lq[4:-4, 4:-4, 1]).mean() < 4  # cut at the same place, turned alike
    with pytest.raises(TrainingError, match="no usable pair"):
        PairedStore([], scale=4)


@pytest.mark.slow
def test_that_check_tells_it_as_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, pairs = flawed_folder(tmp_path / "photos"), paired_folder(tmp_path / "pairs")
    assert main(["train", "check", str(folder), str(pairs)]) == 0
    told = capsys.readouterr().out
    assert "blurred.png: blurred: its sharpest edges are" in told
    assert "9 used, 2 held out, 10 left out" in told
    assert "pairs: 8 used, 1 held out, 3 left out" in told
    assert main(["train", "check", str(folder), str(pairs), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["left_out"]["near duplicate"] == 2
    assert [p["use"] for p in facts["photos"] if p["path"].endswith("noisy.png")] == ["left out"]
    assert len(facts["pairs"]) == 12
    assert main(["train", "check", str(tmp_path / "nowhere")]) == 1
