"""LPIPS, the learned perceptual distance (Zhang et al. 2018, arXiv:1801.03924), version 0.1.

And ST-LPIPS, which a shift by a pixel does not disturb (Ghildyal and Liu 2022, arXiv:2207.13686): the same distance on
an AlexNet whose strides are each a blur followed by a stride.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from rsd_app.core.errors import ShapeError, TrainingError
from trainer.perceptual.unit_distance import unit_distance
from trainer.perceptual.weights import lpips_weights

# ImageNet's mean and deviation, rewritten for pixels in [-1, 1] as in the official code.
_SHIFT = (-0.030, -0.088, -0.188)
_SCALE = (0.458, 0.448, 0.450)


_Network = TypeVar("_Network", bound=nn.Module)


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One convolution followed by a ReLU."""

    channels: int
    kernel: int = 3
    stride: int = 1
    pool_before: bool = False  # a max pooling in front of the convolution
    tap: bool = False  # the ReLU's output is one of the five features


@dataclass(frozen=True, kw_only=True)
class Architecture:
    """The convolutions of a classification network as far as its last feature."""

    layers: tuple[Layer, ...]
    pool_kernel: int  # stride is always 2
    smallest: int  # the smallest side that leaves a pixel in the last feature
    blurred: bool = False  # `blur_and_halve` in place of strides: after each pooling and the first convolution


ALEX = Architecture(
    pool_kernel=3,
    smallest=31,
    layers=(
        Layer(channels=64, kernel=11, stride=4, tap=True),
        Layer(channels=192, kernel=5, pool_before=True, tap=True),
        Layer(channels=384, pool_before=True, tap=True),
        Layer(channels=256, tap=True),
        Layer(channels=256, tap=True),
    ),
)
VGG16 = Architecture(
    pool_kernel=2,
    smallest=16,
    layers=tuple(
        Layer(channels=width, pool_before=stage > 0 and i == 0, tap=i == depth - 1)
        for stage, (width, depth) in enumerate(((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)))
        for i in range(depth)
    ),
)
ST_ALEX = Architecture(
    pool_kernel=3,
    smallest=21,
    blurred=True,
    layers=(Layer(channels=64, kernel=11, tap=True), *ALEX.layers[1:]),
)
_ARCHITECTURES = {"alex": ALEX, "vgg": VGG16, "st-alex": ST_ALEX}


def make_convolutions(architecture: Architecture) -> nn.ModuleList:
    """The convolutions in order, from three channels on."""
    convolutions = nn.ModuleList()
    width = 3
    for layer in architecture.layers:
        # AlexNet's first kernel of 11 has a padding of 2, all others keep the size.
        padding = 2 if layer.kernel > 3 else 1
        convolutions.append(nn.Conv2d(width, layer.channels, layer.kernel, layer.stride, padding))
        width = layer.channels
    return convolutions


class Lpips(nn.Module):
    """The frozen LPIPS v0.1 network with its linear heads; differentiable towards the images.

    The convolutions follow the caller's autocast; lengths, heads and sums are float32 always.

    Args:
        net: "alex" (what the paper trains with), "vgg", or "st-alex" (ST-LPIPS, for evaluation: no loss knows it).
    """

    shift: Tensor
    scale: Tensor

    def __init__(self, net: str = "alex") -> None:
        super().__init__()
        if net not in _ARCHITECTURES:
            raise TrainingError("LPIPS", f"unknown network {net!r}", f"known are {', '.join(_ARCHITECTURES)}")
        self.architecture = _ARCHITECTURES[net]
        self.conv = make_convolutions(self.architecture)
        widths = [layer.channels for layer in self.architecture.layers if layer.tap]
        self.head = nn.ParameterList([nn.Parameter(torch.ones(width)) for width in widths])
        self.register_buffer("shift", torch.tensor(_SHIFT).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("scale", torch.tensor(_SCALE).view(1, 3, 1, 1), persistent=False)
        self.requires_grad_(False).eval()

    def forward(self, a: Tensor, b: Tensor) -> Tensor:
        """Distance of each pair: 0 is identical, about 0.7 is unrecognisable.

        Only the images that require a gradient pay for one; without any, both go in one pass.

        Args:
            a, b: images in [-1, 1], (B, 3, H, W), sides of at least 31 (alex), 16 (vgg) or 21 (st-alex).
        Returns:
            (B,), float32.
        Raises:
            ShapeError: the shapes differ, or the images are too small for the network.
        """
        if a.shape != b.shape:
            raise ShapeError("LPIPS", f"images of {tuple(a.shape)} and {tuple(b.shape)}")
        wants_gradient = torch.is_grad_enabled() and (a.requires_grad or b.requires_grad)
        if wants_gradient:
            return self.compare(self.features(a), self.features(b))
        both = self.features(torch.cat((a, b)))
        count = a.shape[0]
        return self.compare([f[:count] for f in both], [f[count:] for f in both])

    def features(self, image: Tensor, *, mean_squares: bool = False) -> list[Tensor]:
        """The five features, in the type of the convolutions; keep them for a fixed target.

        Args:
            image: in [-1, 1], (B, 3, H, W).
            mean_squares: pool by `root_mean_square_pool`, as DISTS does, not by maxima as published.
        """
        smallest = self.architecture.smallest
        if image.ndim != 4 or image.shape[1] != 3 or min(image.shape[2:]) < smallest:
            raise ShapeError(
                "LPIPS",
                f"an image of {tuple(image.shape)}",
                f"it needs (B, 3, H, W) of at least {smallest} pixels",
            )
        x = ((image - self.shift) / self.scale).contiguous(memory_format=torch.channels_last)
        taps: list[Tensor] = []
        for layer, convolution in zip(self.architecture.layers, self.conv, strict=True):
            if layer.pool_before:
                x = root_mean_square_pool(x) if mean_squares else self._pooled(x)
            x = convolution(x)
            if self.architecture.blurred and not taps:
                x = blur_and_halve(x)
            x = F.relu(x, inplace=True)
            if layer.tap:
                taps.append(x)
        return taps

    def _pooled(self, x: Tensor) -> Tensor:
        """Maxima, at every second place."""
        if self.architecture.blurred:
            return blur_and_halve(F.max_pool2d(x, self.architecture.pool_kernel, 1))
        return F.max_pool2d(x, self.architecture.pool_kernel, 2)

    def compare(self, a: list[Tensor], b: list[Tensor]) -> Tensor:
        """Distance (B,), float32, of two `features`: `unit_distance` of each layer, summed."""
        total = torch.zeros(len(a[0]), device=a[0].device)
        for head, of_a, of_b in zip(self.head, a, b, strict=True):
            total = total + unit_distance(of_a, of_b, head)
        return total


def blur_and_halve(x: Tensor) -> Tensor:
    """The window [1 2 1]/4 each way at every second place, two further pixels reflected on each side (ST-LPIPS)."""
    window = _window(x).expand(x.shape[1], 1, 3, 3)
    return F.conv2d(F.pad(x, (2, 2, 2, 2), mode="reflect"), window, stride=2, groups=x.shape[1])


def root_mean_square_pool(x: Tensor) -> Tensor:
    """Root of the mean of squares in windows [1 2 1]/4 each way, at every second place (DISTS, section 3.1)."""
    window = _window(x).expand(x.shape[1], 1, 3, 3)
    pooled: Tensor = (F.conv2d(x * x, window, stride=2, padding=1, groups=x.shape[1]) + 1e-12).sqrt()
    return pooled


def _window(x: Tensor) -> Tensor:
    taps = x.new_tensor([0.25, 0.5, 0.25])
    return torch.outer(taps, taps)


def load_lpips(net: str = "alex", device: torch.device | str = "cpu", folder: Path | None = None) -> Lpips:
    """LPIPS v0.1, or ST-LPIPS, with its published weights.

    Args:
        net: "alex" (bundled), "vgg" or "st-alex" (fetched beforehand by `rsd train fetch-metrics`).
        folder: where fetched weights lie, the user's cache folder by default.
    Raises:
        RsdError: the weights are missing or do not fit.
    """
    network = Lpips(net)
    return frozen_network(network, lpips_weights(net, folder), f"LPIPS-{net}", device)


def frozen_network(network: _Network, tensors: dict[str, Tensor], name: str, device: torch.device | str) -> _Network:
    """Put weights of any float type into a network and move it, in channels-last layout, to a device."""
    try:
        network.load_state_dict(tensors)
    except RuntimeError as error:
        raise TrainingError(name, f"its weights do not fit ({error})", "fetch or install them again") from error
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # missing in torch's stub
    return network.to(device)
