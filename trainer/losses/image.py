"""The losses of a student's picture against the true one: L1, LPIPS of two networks, textures, a discriminator, what
draws a pattern.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from trainer.config import DistillConfig
from trainer.losses.grid import grid_loss
from trainer.losses.lines import line_loss
from trainer.losses.patch_gan import PatchGan
from trainer.losses.texture import texture_distance
from trainer.models.workplace import Workplace
from trainer.optim.states import State
from trainer.perceptual.lpips import Lpips, load_lpips

SEEN_AT_LEAST = 0.1  # weight of the perceptual losses for a picture without noise: among faithful ones, a pleasant one


class ImageLoss:
    """The weighted sum of all of them, as a recipe has them.

    LPIPS-VGG sees what LPIPS-alex does not, at ten times the work: it looks at a part of each picture only, or of some
    of them. Few large parts are better than many small ones: what it sees near a border is mostly its own padding.

    Args:
        config: the weights, and how LPIPS is kept from a pattern that is tied to its own grid.
        place: its precision, and the codec, whose period the network's grid has.
        lpips: the perceptual distance, on the device.
        seed: of the discriminator's first weights.

    Raises:
        TrainingError: LPIPS-VGG counts, and its weights were not fetched.
    """

    def __init__(self, config: DistillConfig, place: Workplace, lpips: Lpips, seed: int = 0) -> None:
        self._config, self._place, self._lpips = config, place, lpips
        self._vgg = load_lpips("vgg", place.device) if config.w_vgg > 0 else None
        if self._vgg is not None:
            self._vgg.conv.to(place.dtype)  # once, for autocast converts frozen weights in every pass
        self._gan = PatchGan(place, config.patch_gan_lr, seed) if config.w_patch_gan > 0 else None

    def __call__(
        self, image: Tensor, hq: Tensor, random: torch.Generator, realism: Tensor | None = None
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """The weighted sum, and each part without its weight, by the name of its weight; parts of weight 0 are not
        worked out, but for "l1" and "lpips". Where there is a discriminator it learns from the pair first; its own loss
        is the figure "discriminator".

        Args:
            image, hq: in [-1, 1], (B, 3, H, W).
            random: what shift and scale are drawn from.
            realism: (B,) in [0, 1], how realistic each is wanted: the less, the more the squared error
                counts ("faithful") and the less what eyes like; None: all of it.
        """
        config = self._config
        moved = self._moved(image, hq, random)
        seen = None if realism is None else SEEN_AT_LEAST + (1 - SEEN_AT_LEAST) * realism
        with self._place.autocast():
            figures = {"l1": F.l1_loss(image, hq), "lpips": _mean(self._lpips(*moved), seen)}
        if self._vgg is not None:
            picked = _some(image, config.vgg_pictures, random)
            few = [picture[picked] for picture in moved]
            parts = _part(few[0], few[1], config.vgg_side, random)
            figures |= self._of_vgg(self._vgg, *parts, None if seen is None else seen[picked])
        if realism is not None:
            figures["faithful"] = _mean((image - hq).square().mean(dim=(1, 2, 3)), 1 - realism)
        if config.w_grid > 0:
            # Twice the codec's own period: the network's coarser levels leave longer ones.
            figures["grid"] = grid_loss(image, hq, 2 * self._place.codec.period)
        if config.w_lines > 0:
            figures["lines"] = line_loss(image, hq)
        told = {}
        if self._gan is not None:
            told = {"discriminator": self._gan.learn(*moved, seen)}
            figures["patch_gan"] = self._gan.loss(*moved, seen)
        loss = torch.stack([getattr(config, f"w_{name}") * value for name, value in figures.items()]).sum()
        return loss, figures | told

    def clear(self) -> None:
        """Drop the gradients of a step that was broken off."""
        if self._gan is not None:
            self._gan.clear()

    def state(self) -> State:
        """What of it is trained, for an exact resume: the discriminator, where there is one."""
        return {} if self._gan is None else {"patch_gan": self._gan.state()}

    def load_state(self, state: State) -> None:
        """The reverse of `state`; without a discriminator in it, that of this loss stays new."""
        if self._gan is not None and "patch_gan" in state:
            self._gan.load_state(state["patch_gan"])

    def _of_vgg(self, vgg: Lpips, image: Tensor, hq: Tensor, weights: Tensor | None) -> dict[str, Tensor]:
        """LPIPS-VGG and, where it counts, the distance of textures in the same features."""
        with self._place.autocast():
            of_image = vgg.features(image)
            with torch.no_grad():
                of_hq = vgg.features(hq)
        figures = {"vgg": _mean(vgg.compare(of_image, of_hq), weights)}
        if self._config.w_texture > 0:
            figures["texture"] = _mean(texture_distance(of_image, of_hq), weights)
        return figures

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
        smallest = self._lpips.architecture.smallest
        size = [max(smallest, round(side * factor)) for side in picture.shape[2:]]
        return F.interpolate(picture.float(), size, mode="bilinear", antialias=True)


def _mean(values: Tensor, weights: Tensor | None) -> Tensor:
    """Of the samples' values, each times its weight."""
    return values.mean() if weights is None else (values * weights).mean()


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
