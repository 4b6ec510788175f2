"""A batch over two local Ray workers, in a process of its own: Ray leaves threads behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.ray_runner import upscale_with_ray
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.batch.search import FolderRules
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_toy_model


@pytest.mark.slow
def test_that_two_workers_make_what_one_process_makes(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="an extra")
    root, out, alone = tmp_path / "in", tmp_path / "out", tmp_path / "alone"
    (root / "sub").mkdir(parents=True)
    for number in range(4):
        values = np.random.default_rng(number).integers(0, 256, (20, 30, 3), dtype=np.uint8)
        Image.fromarray(values).save(root / ("sub" if number % 2 else "") / f"{number}.png")
    (root / "bad.png").write_bytes(b"")
    model = str(write_toy_model(tmp_path / "toy.safetensors"))
    command = [
        sys.executable, "-m", "rsd_app", "upscale", "in", "-o", "out", "--recursive", "--ray", "--workers", "2",
        "--model", model, "--device", "cpu", "--precision", "fp32", "--report", "report.json",
    ]  # fmt: skip
    # Not the folder for temporary files of the tests: its name is too long for Ray's sockets.
    environment = os.environ | {"RAY_TMPDIR": "/tmp", "RAY_AUTH_MODE": "disabled"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr  # of the bad one
    rows = json.loads((tmp_path / "report.json").read_text())
    assert [row["state"] for row in rows] == ["done", "done", "failed", "done", "done"]
    assert "is empty" in rows[2]["message"]
    config = UpscaleConfig(model=model, device="cpu", precision="fp32")
    rules = FolderRules(recursive=True)
    upscale_files([root], alone, config, emit=lambda event: None, cancel=CancelToken(), rules=rules)
    names = sorted(path.relative_to(alone) for path in alone.rglob("*.png"))
    assert sorted(path.relative_to(out) for path in out.rglob("*.png")) == names
    for name in names:
        with Image.open(alone / name) as one, Image.open(out / name) as other:
            assert np.abs(np.asarray(one).astype(int) - np.asarray(other)).max() <= 1  # threads differ


def test_that_a_missing_ray_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ConfigError, match=r"--ray: needs the ray extra; pip install 'rsd-studio\[ray\]'"):
        upscale_with_ray([tmp_path], None, UpscaleConfig(), emit=lambda event: None, cancel=CancelToken())
