"""CLIPIQA and MUSIQ, judges of a picture alone, through pyiqa where the user has installed it (extra `iqa`).

pyiqa and the weights, which it downloads itself at the first use, are not free for commercial work; nothing of them
comes with this package.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

import numpy as np
import torch

from rsd_app.core.errors import TrainingError
from trainer.types import Picture

Judge = Callable[[Picture], float | None]

IQA_METRICS = ("clipiqa", "musiq")  # as pyiqa calls them, and fields of `trainer.metrics.report.QualityRow`


def load_iqa(device: torch.device | str = "cpu") -> Mapping[str, Judge]:
    """A judge of each name in IQA_METRICS.

    Raises:
        TrainingError: pyiqa is missing, or could not get its weights.
    """
    title = "CLIPIQA, MUSIQ"
    try:
        pyiqa = importlib.import_module("pyiqa")
    except ImportError as error:
        raise TrainingError(title, f"need the iqa extra ({error})", "pip install 'rsd-studio[iqa]'") from error
    judges = {}
    for name in IQA_METRICS:
        try:
            judges[name] = _judge(pyiqa.create_metric(name, device=torch.device(device)), torch.device(device))
        except (OSError, RuntimeError, ValueError) as error:
            remedy = "pyiqa downloads its weights at the first use: check the network"
            raise TrainingError(title, f"pyiqa could not make {name} ({error})", remedy) from error
    return judges


def _judge(metric: Callable[[torch.Tensor], torch.Tensor], device: torch.device) -> Judge:
    """A metric of tensors (1, 3, H, W) in [0, 1] as one of pictures."""

    def judge(picture: Picture) -> float:
        pixels = torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255
        with torch.no_grad():
            return float(metric(pixels.to(device)).item())

    return judge
