"""The grid loss: what of the error repeats with the network's own grid, which perceptual distances overlook."""

from __future__ import annotations

from torch import Tensor

from rsd_app.core.errors import ShapeError


def grid_loss(result: Tensor, original: Tensor, period: int) -> Tensor:
    """Power of the error at multiples of 1/period of the sampling rate: hatching and checkerboards. Scalar.

    The error is averaged over all places of equal phase; what then differs between the phases is a pattern of
    this period that is fixed to the grid. Its mean is left out: colour is the business of other losses.

    Args:
        result, original: images, (B, C, H, W) of one shape, H and W multiples of `period`.

    Raises:
        ShapeError: a side is no multiple of the period.
    """
    batch, channels, height, width = result.shape
    if height % period or width % period:
        raise ShapeError("grid loss", f"images of {width}×{height}", f"sides must be multiples of {period}")
    error = (result.float() - original.float()).view(batch, channels, height // period, period, -1, period)
    phases = error.mean(dim=(2, 4))
    return (phases - phases.mean(dim=(2, 3), keepdim=True)).square().mean()
