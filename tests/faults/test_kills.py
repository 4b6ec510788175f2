"""A batch that is killed at random moments and gone on with: as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.faults.scene import ROOT, Scene

KILLS = int(os.environ.get("RSD_TEST_KILLS", "4"))
PHOTOS = 20 if "RSD_TEST_KILLS" in os.environ else 5
SEED = int(os.environ.get("RSD_TEST_SEED", "4"))
LONGEST_S = 2.5  # that a run lives, from when it has loaded its libraries

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
    pytest.mark.keeps_canvas,
]


def test_that_kills_lose_nothing(tmp_path: Path) -> None:
    scene, rng, killed = Scene.make(tmp_path, PHOTOS), np.random.default_rng(SEED), 0
    while killed < KILLS:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(scene.command("--resume", "--wait"), cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
            assert process.stdout.readline() == "ready\n"
            process.stdin.write("\n")
            process.stdin.flush()
            try:
                process.wait(timeout=float(rng.uniform(0.02, LONGEST_S)))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                killed += 1
                scene.check_own()
                continue
        scene.check_all_there()  # it came to its end first: begin anew
        scene.clean()
    scene.run("--resume")
    scene.check_own()
    scene.check_all_there()
