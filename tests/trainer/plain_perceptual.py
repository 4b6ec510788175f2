"""LPIPS and DISTS written down a second time, plainly, to hold the package's versions against."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

ALEX = [(64, 11, 4, 2, False), (192, 5, 1, 2, True), (384, 3, 1, 1, True), (256, 3, 1, 1, False)]
ALEX += [(256, 3, 1, 1, False)]
VGG_WIDTHS = [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512]
VGG_LAST_OF_STAGE = (1, 3, 6, 9, 12)


def random_weights(net: str, seed: int) -> dict[str, Tensor]:
    """Weights of a size that keeps the features alive, heads not negative as in the published ones."""
    generator = torch.Generator().manual_seed(seed)
    shapes: list[tuple[int, int]] = (
        [(width, kernel) for width, kernel, *_ in ALEX]
        if net == "alex"
        else [(int(width), 3) for width in VGG_WIDTHS if width != "M"]
    )
    tensors: dict[str, Tensor] = {}
    before = 3
    for i, (width, kernel) in enumerate(shapes):
        spread = (2 / (before * kernel**2)) ** 0.5
        shape = (width, before, kernel, kernel)
        tensors[f"conv.{i}.weight"] = torch.randn(shape, generator=generator) * spread
        tensors[f"conv.{i}.bias"] = torch.randn(width, generator=generator) * 0.1
        before = width
    taps = range(5) if net == "alex" else VGG_LAST_OF_STAGE
    for i, tap in enumerate(taps):
        tensors[f"head.{i}"] = torch.rand(shapes[tap][0], generator=generator)
    return tensors


def plain_lpips(net: str, weights: dict[str, Tensor], a: Tensor, b: Tensor) -> Tensor:
    """Official v0.1 arithmetic for images in [-1, 1]."""
    total = torch.zeros(a.shape[0])
    for i, (of_a, of_b) in enumerate(zip(_lpips_taps(net, weights, a), _lpips_taps(net, weights, b))):
        unit_a = of_a / (torch.sqrt(torch.sum(of_a**2, 1, keepdim=True)) + 1e-10)
        unit_b = of_b / (torch.sqrt(torch.sum(of_b**2, 1, keepdim=True)) + 1e-10)
        head = weights[f"head.{i}"].view(1, -1, 1, 1)
        total = total + F.conv2d((unit_a - unit_b) ** 2, head).mean((1, 2, 3))
    return total


def _lpips_taps(net: str, weights: dict[str, Tensor], x: Tensor) -> list[Tensor]:
    x = (x - torch.tensor([-0.030, -0.088, -0.188])[:, None, None]) / torch.tensor([0.458, 0.448, 0.450])[
        :, None, None
    ]
    if net == "vgg":
        return _vgg_taps(weights, x, lambda y: F.max_pool2d(y, 2, 2))
    taps = []
    for i, (_, _, stride, padding, pool) in enumerate(ALEX):
        if pool:
            x = F.max_pool2d(x, 3, 2)
        x = torch.relu(F.conv2d(x, weights[f"conv.{i}.weight"], weights[f"conv.{i}.bias"], stride, padding))
        taps.append(x)
    return taps


def _vgg_taps(weights: dict[str, Tensor], x: Tensor, pool) -> list[Tensor]:
    taps, i = [], 0
    for width in VGG_WIDTHS:
        if width == "M":
            x = pool(x)
            continue
        x = torch.relu(F.conv2d(x, weights[f"conv.{i}.weight"], weights[f"conv.{i}.bias"], 1, 1))
        if i in VGG_LAST_OF_STAGE:
            taps.append(x)
        i += 1
    return taps


def plain_dists(weights: dict[str, Tensor], a: Tensor, b: Tensor) -> Tensor:
    """DISTS of images in [0, 1] in float64, channel by channel as in eq. 3 to 5 of the paper."""
    weights = {name: tensor.double() for name, tensor in weights.items()}
    of_a, of_b = (_dists_features(weights, x.double()) for x in (a, b))
    result, channel = torch.zeros(a.shape[0], dtype=torch.float64), 0
    for x, y in zip(of_a, of_b):
        for c in range(x.shape[1]):
            p, q = x[:, c].flatten(1), y[:, c].flatten(1)
            mean_p, mean_q = p.mean(1), q.mean(1)
            texture = (2 * mean_p * mean_q + 1e-6) / (mean_p**2 + mean_q**2 + 1e-6)
            covariance = (p * q).mean(1) - mean_p * mean_q
            spread = p.var(1, correction=0) + q.var(1, correction=0)
            structure = (2 * covariance + 1e-6) / (spread + 1e-6)
            result += weights["alpha"][channel] * texture + weights["beta"][channel] * structure
            channel += 1
    return 1 - result / (weights["alpha"].sum() + weights["beta"].sum())


def _dists_features(weights: dict[str, Tensor], x: Tensor) -> list[Tensor]:
    deviation = torch.tensor([0.229, 0.224, 0.225], dtype=x.dtype)[:, None, None]
    mean = torch.tensor([0.485, 0.456, 0.406], dtype=x.dtype)[:, None, None]
    return [x, *_vgg_taps(weights, (x - mean) / deviation, _l2_pool)]


def _l2_pool(x: Tensor) -> Tensor:
    hanning = np.hanning(5)[1:-1]
    window = torch.from_numpy(np.outer(hanning, hanning) / np.outer(hanning, hanning).sum())
    padded = F.pad(x**2, (1, 1, 1, 1))
    height, width = (x.shape[2] + 1) // 2, (x.shape[3] + 1) // 2
    pooled = torch.zeros(*x.shape[:2], height, width, dtype=x.dtype)
    for i in range(3):
        for j in range(3):
            pooled += window[i, j] * padded[:, :, i : i + 2 * height - 1 : 2, j : j + 2 * width - 1 : 2]
    return (pooled + 1e-12).sqrt()
