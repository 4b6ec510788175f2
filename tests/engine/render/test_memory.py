"""Memory of a whole enlargement: it does not grow with the picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.engine.toy_models import write_plain_model

PEAK = """
import sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from rsd_app.core.device.memory import peak_rss_mb
from rsd_app.core.progress import CancelToken
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.picture.job import prepare
config = UpscaleConfig(
    model=sys.argv[2], device="cpu", precision="fp32", format="tiff", bits=16, tile=64, check=Path(sys.argv[1]).parent
)
prepare(Path(sys.argv[1]), config).run(None, emit=lambda event: None, cancel=CancelToken())
print(peak_rss_mb())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_that_memory_does_not_grow_with_the_picture(tmp_path: Path) -> None:
    """Of the same width, three times as high: 131 megabytes more of 16-bit result."""
    model, peaks = write_plain_model(tmp_path / "plain.safetensors"), []
    for height in (1200, 3200):
        photo = tmp_path / f"{height}.png"
        Image.fromarray(np.full((height, 640, 3), 90, np.uint8)).save(photo)
        command = [sys.executable, "-c", PEAK, str(photo), str(model)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append(float(done.stdout))
    assert peaks[1] - peaks[0] < 80, peaks  # the allocator alone takes up to 52 more on a busy machine
