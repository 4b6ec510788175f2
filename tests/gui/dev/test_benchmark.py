"""rsd bench gui: its parts in a process of their own, and the photo that they look at."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from rsd_app.core.errors import RsdError
from rsd_app.gui.dev import benchmark


@pytest.mark.slow
def test_that_a_start_is_measured_from_the_process_on(tmp_path: Path) -> None:
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "DATA")}
    command = [sys.executable, "-m", "rsd_app", "bench", "gui", "--part", "start", "--folder", str(tmp_path)]
    began = time.time()
    done = subprocess.run(
        [*command, "--began", repr(began)],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(done.stdout.splitlines()[-1])
    assert 0 < figures["usable_s"] < time.time() - began
    assert figures["peak_rss_mb"] > 20


def test_that_the_photo_has_the_size_asked_for(tmp_path: Path) -> None:
    benchmark.write_photo(tmp_path / "photo.jpg", 400, 320)
    with Image.open(tmp_path / "photo.jpg") as image:
        assert image.size == (400, 320)


def test_that_all_parts_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "start": {"usable_s": 1.0, "import_gap_ms": 20.0, "peak_rss_mb": 400.0},
        "drop": {"drop_gap_ms": 30.0, "peak_rss_mb": 500.0},
        "pan": {"paint_ms_p99": 5.0, "peak_rss_mb": 300.0},
        "run": {"worst_gap_ms": 20.0, "peak_rss_mb": 800.0},
        "preview": {"preview_s": 0.9, "peak_rss_mb": 700.0},
    }
    monkeypatch.setattr(benchmark, "write_photo", lambda path, width, height: None)
    monkeypatch.setattr(benchmark, "_in_child", lambda part, folder: dict(found[part]))
    figures = benchmark.measure_window()
    wanted = {"usable_s": 1.0, "paint_ms_p99": 5.0, "worst_gap_ms": 20.0, "preview_s": 0.9, "peak_rss_mb": 800.0}
    assert wanted.items() <= figures.items()


def test_that_a_part_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none_such")
    with pytest.raises(RsdError, match="bench gui, start"):
        benchmark._in_child("start", tmp_path)
