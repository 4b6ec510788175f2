"""What the engine needs of a loaded model, whatever its family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rsd_app.core.device.choice import Device
from rsd_app.core.diffusion.severity import SeverityEstimate
from rsd_app.core.files.model_file import ModelHeader
from rsd_app.core.progress import CancelToken
from rsd_app.engine.settings.regions import Region

Samples = NDArray[np.uint8] | NDArray[np.uint16]


class RowSource(Protocol):
    """Rows of an upright picture, asked for from top to bottom: (n, width, 1 | 3)."""

    def __call__(self, y0: int, y1: int) -> Samples: ...


@dataclass(frozen=True)
class Window:
    """A part of a picture, in source pixels; x1 and y1 are beyond it."""

    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True)
class Depth:
    """Number of colour channels and bits per sample of the result."""

    channels: Literal[1, 3]
    bits: Literal[8, 16]

    @property
    def top(self) -> int:
        """The largest value of a sample."""
        return int(2**self.bits - 1)


class RowRenderer(Protocol):
    """Renders one picture; any window of it with the same pixels."""

    @property
    def margin(self) -> int:
        """Rows above and below a window that are computed for it and not given out."""

    def rows(
        self,
        source: RowSource,
        window: Window,
        *,
        depth: Depth,
        strip: int | None,
        cancel: CancelToken,
        progressed: Callable[[float], None] | None = None,
    ) -> Iterator[tuple[int, Samples]]:
        """The window of the result, from top to bottom.

        Args:
            source: gives rows of the whole width.
            depth: channels and bits of the result.
            strip: rows of the source worked on at once, where that is free; None: what suits.
            progressed: called between results with the rows finished, in source rows from the top.

        Yields:
            (y, rows): y in source pixels, and samples (n·s, w·s, 1 | 3).

        Raises:
            Cancelled: between strips or steps.
        """


class Model(Protocol):
    """A model on its device, ready to render."""

    @property
    def header(self) -> ModelHeader:
        """What its file says of it."""

    @property
    def hash(self) -> str:
        """Of everything that decides the picture."""

    @property
    def device(self) -> Device:
        """The device that holds the weights."""

    @property
    def scale(self) -> int:
        """Enlargement of each side."""

    @property
    def weights_mb(self) -> int:
        """Memory that its weights take, in MiB."""

    @property
    def quick(self) -> bool:
        """Whether a part of a picture takes so little that a preview may follow every change."""

    @property
    def knows_realism(self) -> bool:
        """Whether it learned to do with less noise."""

    @property
    def estimate(self) -> SeverityEstimate | None:
        """The estimator of a photo's severity, on the CPU; None where the model has none, or the severity is fixed."""

    def at_severity(self, severity: float | None) -> Model:
        """The same model told how damaged a photo is, 0 to 1, or nothing; as far as it knows that."""

    def at_realism(self, realism: float, regions: Sequence[Region] = ()) -> Model:
        """The same model with so much of its noise, 0 to 1, and another amount or other noise in some regions; as far
        as it knows that.
        """

    def renderer(self, width: int, height: int, seed: int, *, budget_mb: int | None = None) -> RowRenderer:
        """What renders a picture of this size; `budget_mb` bounds its working memory where it can."""


def quantise(values: Tensor, depth: Depth) -> Samples:
    """Round values in [0, top] to whole levels; overwrites them. The same shape, uint8 or uint16."""
    levels = values.add_(0.5).clamp_(0, depth.top)
    if depth.bits == 8:
        eight: NDArray[np.uint8] = levels.to(torch.uint8).cpu().numpy()
        return eight
    return levels.to(torch.int32).cpu().numpy().astype(np.uint16)
