"""The losses of a student's picture against the true one: L1, LPIPS and what repeats with the grid."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from trainer.config import DistillConfig
from trainer.losses.grid import grid_loss
from trainer.losses.perceptual import Lpips
from trainer.stage import Workplace


class ImageLoss:
    """The weighted sum of all three, as a recipe has them.

    Args:
        config: the weights, and how LPIPS is kept from a pattern that is tied to its own grid.
        place: its precision, and the codec, whose period the network's grid has.
        lpips: the perceptual distance, on the device.
    """

    def __init__(self, config: DistillConfig, place: Workplace, lpips: Lpips) -> None:
        self._config, self._place, self._lpips = config, place, lpips

    def __call__(self, image: Tensor, hq: Tensor, random: torch.Generator) -> tuple[Tensor, dict[str, Tensor]]:
        """The sum, and each part without its weight: "l1", "lpips" and, where it counts, "grid".

        Args:
            image, hq: in [-1, 1], (B, 3, H, W).
            random: what shift and scale are drawn from.
        """
        config = self._config
        figures = {"l1": F.l1_loss(image, hq), "lpips": self._perceptual(image, hq, random)}
        loss = config.w_l1 * figures["l1"] + config.w_lpips * figures["lpips"]
        if config.w_grid > 0:
            # Twice the codec's own period: the network's coarser levels leave longer ones.
            figures["grid"] = grid_loss(image, hq, 2 * self._place.codec.scale)
            loss = loss + config.w_grid * figures["grid"]
        return loss, figures

    def _perceptual(self, image: Tensor, hq: Tensor, random: torch.Generator) -> Tensor:
        """LPIPS after one random shift and one random scale of both.

        LPIPS-alex looks at every fourth pixel first, as a network of scale 4 repeats: unless the two grids are
        moved against each other, a pattern that hides between them pays.
        """
        y, x = torch.randint(self._config.lpips_shift + 1, (2,), generator=random, device=random.device).tolist()
        image, hq = image[..., y:, x:], hq[..., y:, x:]
        if self._config.lpips_scale > 0:
            draw = 2 * float(torch.rand((), generator=random, device=random.device)) - 1
            image, hq = (self._resized(picture, 1 + self._config.lpips_scale * draw) for picture in (image, hq))
        with self._place.autocast():
            return self._lpips(image, hq).mean()  # type: ignore[no-any-return]

    def _resized(self, picture: Tensor, factor: float) -> Tensor:
        """Bilinear, low-passed where it shrinks; never below what LPIPS can see."""
        smallest = self._lpips.architecture.smallest
        size = [max(smallest, round(side * factor)) for side in picture.shape[2:]]
        return F.interpolate(picture.float(), size, mode="bilinear", antialias=True)
