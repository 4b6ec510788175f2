"""The losses of a student's picture against the true one: L1, distances in the features of two networks,
discriminators, what draws a pattern.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from trainer.config import DistillConfig
from trainer.losses.feature_gan import FeatureGan
from trainer.losses.features import FeatureLoss, weighted_mean
from trainer.losses.grid import grid_loss
from trainer.losses.lines import line_loss
from trainer.losses.patch_gan import PatchGan
from trainer.models.workplace import Workplace
from trainer.optim.states import State
from trainer.perceptual.lpips import Lpips, load_lpips

SEEN_AT_LEAST = 0.1  # weight of the perceptual losses for a picture without noise: among faithful ones, a pleasant one
_UNWEIGHTED = ("discriminator", "heads", "alex_heads")  # figures that tell how a discriminator does


class ImageLoss:
    """The weighted sum of all of them, as a recipe has them.

    LPIPS-VGG sees what LPIPS-alex does not, at ten times the work: it looks at a part of each picture only, or of some
    of them. Few large parts are better than many small ones: what it sees near a border is mostly its own padding.

    Args:
        config: the weights, and how LPIPS is kept from a pattern that is tied to its own grid.
        place: its precision, and the codec, whose period the network's grid has.
        lpips: the perceptual distance, on the device.
        seed: of the discriminators' first weights.

    Raises:
        TrainingError: LPIPS-VGG counts, and its weights were not fetched.
    """

    def __init__(self, config: DistillConfig, place: Workplace, lpips: Lpips, seed: int = 0) -> None:
        self._config, self._place = config, place
        self._smallest = lpips.architecture.smallest
        self._alex = FeatureLoss.of_alex(config, place, lpips, seed + 2)
        self._vgg = None
        if config.w_vgg > 0:
            vgg = load_lpips("vgg", place.device)
            vgg.conv.to(place.dtype)  # once, for autocast converts frozen weights in every pass
            self._vgg = FeatureLoss.of_vgg(config, place, vgg, seed + 1)
        self._gan = PatchGan(place, config.patch_gan_lr, seed) if config.w_patch_gan > 0 else None

    def __call__(
        self, image: Tensor, hq: Tensor, random: torch.Generator, realism: Tensor | None = None
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """The weighted sum, and each part without its weight, by the name of its weight; parts of weight 0 are
        skipped, but for "l1" and "lpips". Discriminators learn from the pair first; their own losses are the figures
        "discriminator", "heads" and "alex_heads".

        Args:
            image, hq: in [-1, 1], (B, 3, H, W).
            random: what shift, scale and parts are drawn from.
            realism: (B,) in [0, 1], how realistic each is wanted: the less, the more the squared error
                counts ("faithful") and the less what eyes like; None: all of it.
        """
        config = self._config
        moved = self._moved(image, hq, random)
        seen = None if realism is None else SEEN_AT_LEAST + (1 - SEEN_AT_LEAST) * realism
        figures = {"l1": F.l1_loss(image, hq)} | self._alex(*moved, seen)
        if self._vgg is not None:
            picked = _some(image, config.vgg_pictures, random)
            few = [picture[picked] for picture in moved]
            parts = _part(few[0], few[1], config.vgg_side, random)
            squares = config.vgg_pool == "squares" or (config.vgg_pool == "either" and bool(_draw(2, random)))
            figures |= self._vgg(*parts, None if seen is None else seen[picked], mean_squares=squares)
        if realism is not None:
            figures["faithful"] = weighted_mean((image - hq).square().mean(dim=(1, 2, 3)), 1 - realism)
        if config.w_grid > 0:
            # Twice the codec's own period: the network's coarser levels leave longer ones.
            figures["grid"] = grid_loss(image, hq, 2 * self._place.codec.period)
        if config.w_lines > 0:
            figures["lines"] = line_loss(image, hq)
        if self._gan is not None:
            figures["discriminator"] = self._gan.learn(*moved, seen)
            figures["patch_gan"] = self._gan.loss(*moved, seen)
        weighted = [getattr(config, f"w_{name}") * x for name, x in figures.items() if name not in _UNWEIGHTED]
        return torch.stack(weighted).sum(), figures

    def clear(self) -> None:
        """Drop the gradients of an aborted step."""
        for part in self._trained().values():
            part.clear()

    def state(self) -> State:
        """What of it is trained, for an exact resume: the discriminators, where there are any."""
        return {name: part.state() for name, part in self._trained().items()}

    def load_state(self, state: State) -> None:
        """The reverse of `state`; a discriminator that it does not hold stays new."""
        for name, part in self._trained().items():
            if name in state:
                part.load_state(state[name])

    def _trained(self) -> dict[str, PatchGan | FeatureGan]:
        of_vgg = None if self._vgg is None else self._vgg.heads
        parts = {"patch_gan": self._gan, "feature_gan": of_vgg, "alex_gan": self._alex.heads}
        return {name: part for name, part in parts.items() if part is not None}

    def _moved(self, image: Tensor, hq: Tensor, random: torch.Generator) -> tuple[Tensor, Tensor]:
        """Both after one random shift and at one random scale.

        LPIPS-alex looks at every fourth pixel first, as a network of scale 4 repeats: unless the two grids are
        moved against each other, a pattern that hides between them pays.
        """
        y, x = _draw(self._config.lpips_shift + 1, random), _draw(self._config.lpips_shift + 1, random)
        image, hq = image[..., y:, x:], hq[..., y:, x:]
        if self._config.lpips_scale > 0:
            draw = 2 * float(torch.rand((), generator=random, device=random.device)) - 1
            image, hq = (self._resized(picture, 1 + self._config.lpips_scale * draw) for picture in (image, hq))
        return image, hq

    def _resized(self, picture: Tensor, factor: float) -> Tensor:
        """Bilinear, low-passed where it shrinks; never below what LPIPS can see."""
        smallest = self._smallest
        size = [max(smallest, round(side * factor)) for side in picture.shape[2:]]
        return F.interpolate(picture.float(), size, mode="bilinear", antialias=True)


def _draw(count: int, random: torch.Generator) -> int:
    return int(torch.randint(count, (), generator=random, device=random.device))


def _some(batch: Tensor, count: int, random: torch.Generator) -> Tensor | slice:
    """Which of a batch: so many at random, each once; all for 0."""
    if count in (0, len(batch)):
        return slice(None)
    return torch.randperm(len(batch), generator=random, device=random.device)[:count]


def _part(image: Tensor, hq: Tensor, side: int, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """The same part of both, at most `side` pixels high and wide."""
    height, width = image.shape[2:]
    y, x = _draw(max(1, height - side + 1), random), _draw(max(1, width - side + 1), random)
    return image[..., y : y + side, x : x + side], hq[..., y : y + side, x : x + side]
