"""Measuring models: layouts of sets, the teacher's way, paired comparison, tables, contact sheet."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.progress import Cancelled, CancelToken
from tests.trainer.scenes import scene
from tests.trainer.tiny import TINY, train
from trainer.metrics.comparison import compare
from trainer.metrics.pair_sets import find_set
from trainer.metrics.report import QualityReport, measure_pairs
from trainer.metrics.tables import comparison_markdown, markdown, table_csv
from trainer.models.build import make_network
from trainer.models.sampling import Sampler
from trainer.models.workplace import make_workplace
from trainer.perceptual.lpips import load_lpips
from trainer.sheets.contact_sheet import contact_sheet

LAYOUTS = {
    "ours": ("lq/{}.png", "hq/{}.png"),
    "imagenet_test": ("lq/{}.JPEG", "gt/{}.png"),
    "realsr_crops": ("test_LR/{}.png", "test_HR/{}.png"),
    "drealsr": ("test_LR/{}_x1.png", "test_HR/{}_x4.png"),
    "realsr": ("{}_LR4.png", "{}_HR.png"),
    "div2k": ("DIV2K_valid_LR_bicubic/X4/{}x4.png", "DIV2K_valid_HR/{}.png"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_the_layouts_of_the_papers_are_known(tmp_path: Path, layout: str) -> None:
    for name in ("0801", "Canon_003"):
        for form in LAYOUTS[layout]:
            path = tmp_path / form.format(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    (tmp_path / ".DS_Store").touch()
    found = find_set(tmp_path)
    assert found.has_originals
    low, high = LAYOUTS[layout]
    expected = [(tmp_path / low.format(name), tmp_path / high.format(name)) for name in ("0801", "Canon_003")]
    assert list(found.pairs) == expected


def test_that_sets_without_originals_and_without_anything_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no pictures"):
        find_set(tmp_path)
    (tmp_path / "a.png").touch()
    assert not find_set(tmp_path).has_originals
    (tmp_path / "lq").mkdir()
    with pytest.raises(ConfigError, match="no hq/ or gt/"):
        find_set(tmp_path)
    with pytest.raises(ConfigError, match="is not a folder"):
        find_set(tmp_path / "nowhere")


def test_that_a_teacher_is_sampled_alike_whatever_the_size() -> None:
    place = make_workplace(TINY, torch.device("cpu"), torch.float32)
    network = make_network(TINY, noise_channels=0)
    lq = np.asarray(cv2.resize(scene(1), (33, 25), interpolation=cv2.INTER_AREA), np.uint8)
    for steps in (1, 15):
        sampler = Sampler(network, place, steps=steps, seed=3)
        made = sampler(lq)
        assert made.shape == (100, 132, 3)
        assert np.array_equal(made, sampler(lq))
        # Its last convolution starts at zero: it predicts the enlarged picture itself.
        plain = cv2.resize(lq, (132, 100), interpolation=cv2.INTER_CUBIC).astype(float)
        assert np.abs(made.astype(float) - plain)[16:-16, 16:-16].mean() < 2
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        Sampler(network, place, steps=15, seed=3)(lq, token)
    with pytest.raises(ValueError, match="3 steps"):
        Sampler(network, place, steps=3, seed=3)


def report(noise: float, count: int = 8) -> QualityReport:
    pairs = []
    for seed in range(count):
        original = scene(seed, 64, 64)
        grain = np.random.default_rng(seed).normal(0, noise, original.shape)
        pairs.append((f"p{seed}", (original + grain).clip(0, 255).astype(np.uint8), original))
    return measure_pairs(pairs, load_lpips("alex"))


@pytest.mark.slow
def test_that_a_paired_comparison_tells_difference_from_chance() -> None:
    good, bad = report(4), report(12)
    found = {c.figure: c for c in compare(bad, good)}
    assert found.keys() == {"psnr", "ssim", "lpips_alex"}
    assert {c.verdict for c in found.values()} == {"better"}
    assert found["psnr"].wins == found["psnr"].pictures == 8
    assert found["psnr"].difference == pytest.approx(good.psnr - bad.psnr)
    assert found["psnr"].interval[0] < found["psnr"].difference < found["psnr"].interval[1]
    assert {c.verdict for c in compare(good, bad)} == {"worse"}
    assert {c.verdict for c in compare(good, good)} == {"alike"}
    with pytest.raises(TrainingError, match="different pictures"):
        compare(good, report(4, count=3))


def test_that_tables_hold_what_the_reports_do() -> None:
    reports = {"mine": report(4, 3), "other": report(12, 3)}
    table = markdown(reports)
    assert table.splitlines()[0] == "| model | pictures | PSNR ↑ | SSIM ↑ | LPIPS-alex ↓ | strokes dB | pattern dB |"
    low, high = reports["mine"].intervals["psnr"]
    assert f"| mine | 3 | {reports['mine'].psnr:.2f} ({low:.2f}–{high:.2f}) |" in table
    assert all(line.count("|") == 8 for line in table.splitlines())
    rows = table_csv(reports).splitlines()
    assert len(rows) == 7
    assert rows[0].startswith("model,name,psnr")
    text = comparison_markdown("other", "mine", compare(reports["other"], reports["mine"]))
    assert "| PSNR ↑ | +" in text
    assert "3 of 3 | better |" in text


def test_that_a_contact_sheet_is_at_100_percent() -> None:
    big, small = scene(1, 600, 500), scene(2, 100, 120)
    sheet = contact_sheet(["a", "b"], {"one": [big, small], "original": [big, small]})
    assert sheet.shape == (2 * (256 + 18), 2 * 256 + 2, 3)
    assert np.array_equal(sheet[18 : 18 + 256, :256], big[172:428, 122:378])


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_training")
def test_that_student_and_teacher_of_a_run_are_measured(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run, pairs, sheet = tmp_path / "run", tmp_path / "set", tmp_path / "sheet.png"
    train(photos, run)
    for part in ("lq", "gt"):
        (pairs / part).mkdir(parents=True)
    for seed in range(2):
        original = scene(seed, 64, 96)
        Image.fromarray(original).save(pairs / f"gt/{seed}.png")
        Image.fromarray(np.asarray(cv2.resize(original, (24, 16)))).save(pairs / f"lq/{seed}.png")
    command = ["train", "evaluate", str(run), "--set", str(pairs)]
    assert main([*command, "--markdown", "--bicubic", "--sheet", str(sheet)]) == 0
    told = capsys.readouterr().out
    assert "| student | 2 |" in told
    assert "| student against bicubic |" in told
    with Image.open(sheet) as picture:
        assert picture.size == (3 * 256 + 4, 2 * 274)
    assert main([*command, "--role", "teacher", "--device", "cpu", "--json"]) == 0
    teacher = json.loads(capsys.readouterr().out)
    assert (teacher["n"], len(teacher["rows"])) == (2, 2)
    assert main([*command, "--steps", "7", "--role", "teacher"]) == 2
    assert "--steps: is 7; give 1 or 15" in capsys.readouterr().err
    alone = [*command[:-1], str(pairs / "gt"), "--sheet", str(sheet), "--markdown"]
    assert main(alone) == 0
    told = capsys.readouterr()
    assert "no originals: results are judged alone" in told.err
    assert "| model | pictures | NIQE ↓ | blocks ↓ | strokes dB | pattern dB |" in told.out  # 384×256 of each
    with Image.open(sheet) as picture:
        assert picture.size == (256, 2 * 274)
    monkeypatch.setitem(sys.modules, "pyiqa", None)
    assert main([*alone, "--iqa"]) == 1
    assert "pip install 'rsd-studio[iqa]'" in capsys.readouterr().err
