"""Contact sheets: all photos, all programs, pixel for pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tools.drawing import GAP_PX, LABEL_PX
from tools.sheets import ROWS, main


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    rng, made = np.random.default_rng(0), {}
    for program, scale in (("photos", 1), ("a", 4), ("b", 4)):
        made[program] = tmp_path / program
        made[program].mkdir()
        for i in range(ROWS + 1):
            pixels = rng.integers(0, 256, (20 * scale, 30 * scale, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(made[program] / f"p{i}.png")
    return made


def test_that_all_photos_are_shown_at_100_percent(
    folders: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programs = [f"{name}={folders[name]}" for name in ("a", "b")]
    assert main([str(folders["photos"]), *programs, "-o", str(tmp_path / "out"), "--side", "40"]) == 0
    first, second = (Path(line) for line in capsys.readouterr().out.splitlines())
    for path, rows in ((first, ROWS), (second, 1)):
        with Image.open(path) as sheet:
            assert sheet.size == (3 * 40 + 2 * GAP_PX, rows * (40 + LABEL_PX))
            shown = np.asarray(sheet)
    with Image.open(folders["b"] / f"p{ROWS}.png") as result:
        middle = np.asarray(result)[20:60, 40:80]
    assert np.array_equal(shown[LABEL_PX:, 2 * (40 + GAP_PX) :], middle)
    with Image.open(folders["photos"] / f"p{ROWS}.png") as photo:
        plain = np.asarray(photo.resize((120, 80), Image.Resampling.BICUBIC))[20:60, 40:80]
    assert np.abs(shown[LABEL_PX:, :40].astype(int) - plain)[4:-4, 4:-4].max() <= 1


def test_that_a_missing_result_is_named(
    folders: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folders["b"] / "p3.png").unlink()
    programs = [f"{name}={folders[name]}" for name in ("a", "b")]
    assert main([str(folders["photos"]), *programs, "-o", str(tmp_path / "out")]) == 1
    assert "p3: has no result of b" in capsys.readouterr().err
