"""The convolution with fewer multiplications: what norm, SiLU and convolution compute, whatever the size."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from rsd_app.core.networks.published.fast_cpu import winograd
from rsd_app.core.networks.published.fast_cpu.winograd import WinogradConv
from rsd_app.core.networks.published.norm_act import GroupNorm


@pytest.mark.parametrize(("height", "width"), [(16, 16), (7, 10), (1, 3), (40, 64), (33, 5)])
@pytest.mark.parametrize("strip", [1, 5, 128])
def test_that_it_is_norm_silu_and_convolution(
    height: int, width: int, strip: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(winograd, "STRIP_TILES", strip)
    torch.manual_seed(3)
    norm, conv = GroupNorm(32, silu=True), nn.Conv2d(32, 48, 3, padding=1)
    with torch.no_grad():
        norm.weight.normal_()
        norm.bias.normal_()
    x = torch.randn(2, 32, height, width).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        made = WinogradConv(norm, conv)(x)
        normed = F.group_norm(x.double().contiguous(), 32, norm.weight.double(), norm.bias.double(), norm.eps)
        wanted = F.conv2d(F.silu(normed), conv.weight.double(), conv.bias.double(), padding=1)  # type: ignore[union-attr]
    assert made.shape == wanted.shape
    assert float((made - wanted).abs().max() / wanted.std()) < 1e-4


def test_that_the_matrices_are_winograds() -> None:
    """Four results of three taps, by exact products of polynomials' values: A' [(G g) · (B' d)] = d * g."""
    inputs, taps, results = (
        torch.tensor(m, dtype=torch.float64) for m in (winograd._INPUTS, winograd._TAPS, winograd._RESULTS)
    )
    d, g = torch.randn(6, dtype=torch.float64), torch.randn(3, dtype=torch.float64)
    torch.testing.assert_close(results @ ((taps @ g) * (inputs @ d)), d.unfold(0, 3, 1) @ g)
