"""The compact network and its streamed form."""

import itertools
from typing import Any

import pytest
import torch
from torch import Tensor

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.networks.compact.compact_unet import CompactUNet, Upsample
from rsd_app.core.networks.compact.row_stream import RowStream, fold

SHAPES: dict[str, dict[str, Any]] = {
    "even": {"widths": (8, 12, 16), "blocks": (1, 2, 1)},
    "more going up": {"widths": (8, 12, 16), "blocks": (1, 2, 1), "up": (3, 1)},
    "with a tail": {"widths": (8, 12), "blocks": (1, 1), "up": (2,), "tail": 2},
    "flat": {"widths": (8,), "blocks": (3,), "tail": 1},
}


def tiny(noise_channels: int = 1, shape: str = "even", latent_channels: int = 12) -> CompactUNet:
    """A network whose every weight matters: the zero starts are overwritten."""
    torch.manual_seed(3)
    network = CompactUNet(
        latent_channels=latent_channels, noise_channels=noise_channels, steps=4, condition_dim=8, **SHAPES[shape]
    )
    with torch.no_grad():
        for p in network.parameters():
            p.add_(0.1 * torch.randn_like(p))
    return network.eval()


def inputs(height: int, width: int) -> Tensor:
    return torch.randn(1, 16, height, width, generator=torch.Generator().manual_seed(5))


@torch.no_grad()
def whole(network: CompactUNet, x: Tensor, severity: float | None) -> Tensor:
    known = None if severity is None else torch.tensor([severity])
    z_lq = torch.zeros_like(x[:, :12])
    out: Tensor = network(x[:, :12], torch.tensor([3]), x[:, 12:15], z_lq, noise=x[:, 15:], severity=known)
    return out


@pytest.mark.parametrize("strip", [4, 8, 20, 44])
@pytest.mark.parametrize("severity", [None, 0.4])
@pytest.mark.parametrize("shape", SHAPES)
def test_that_strips_give_the_whole_picture(strip: int, severity: float | None, shape: str) -> None:
    network, x = tiny(shape=shape), inputs(44, 12)
    stream = RowStream(fold(network, 3, severity, torch.float32))
    parts = [stream.push(x[:, :, y : y + strip], last=y + strip >= 44) for y in range(0, 44, strip)]
    assert torch.allclose(torch.cat(parts, dim=2), whole(network, x, severity), atol=1e-5)


@pytest.mark.parametrize("pixel_order", [0, 4])
def test_that_a_tail_draws_in_the_order_of_the_latent(pixel_order: int) -> None:
    network = tiny(shape="with a tail", latent_channels=48)
    x = torch.randn(1, 52, 24, 12, generator=torch.Generator().manual_seed(5))
    known = torch.tensor([0.4])
    with torch.no_grad():
        expected = network(x[:, :48], torch.tensor([3]), x[:, 48:51], 0 * x[:, :48], noise=x[:, 51:], severity=known)
    order = torch.arange(48).view(3, 4, 4).permute(1, 2, 0).flatten() if pixel_order else torch.arange(48)
    stream = RowStream(fold(network, 3, 0.4, torch.float32, pixel_order=pixel_order))
    turned = torch.cat([x[:, :48][:, order], x[:, 48:]], dim=1)
    drawn = torch.cat([stream.push(turned[:, :, y : y + 8], last=y == 16) for y in range(0, 24, 8)], dim=2)
    assert torch.allclose(drawn, expected[:, order], atol=1e-5)


@pytest.mark.parametrize("shape", SHAPES)
def test_that_the_margin_covers_the_receptive_field(shape: str) -> None:
    """Rows farther than the margin do not reach; the last row within it does not either, one half-way does."""
    network, x = tiny(shape=shape), inputs(96, 8)
    margin = fold(network, 3, None, torch.float32).margin
    before = whole(network, x, None)
    changed = x.clone()
    changed[:, :, :4] += 1
    difference = (whole(network, changed, None) - before).abs().amax(dim=(0, 1, 3))
    assert float(difference[4 + margin :].max()) == 0
    assert float(difference[margin // 2]) > 0


def test_that_severity_and_its_absence_change_the_result() -> None:
    network, x = tiny(), inputs(8, 8)
    results = [whole(network, x, severity) for severity in (None, 0.0, 1.0)]
    assert all(float((a - b).abs().max()) > 1e-4 for a, b in itertools.pairwise(results))


def test_that_a_fresh_network_returns_its_base() -> None:
    network = CompactUNet(latent_channels=12, widths=(8, 8), blocks=(1, 1))
    z = torch.randn(2, 12, 4, 4)
    assert torch.equal(network(z, torch.tensor([0, 1]), z[:, :3], z), z)


def test_that_wrong_shapes_and_layouts_are_refused() -> None:
    x = inputs(6, 8)
    with pytest.raises(ShapeError, match="multiples of 4"):
        whole(tiny(), x, None)
    with pytest.raises(ShapeError, match="noise"):
        tiny(0)(x[:, :12, :4], torch.tensor([0]), x[:, :3, :4], x[:, :12, :4], noise=x[:, 15:, :4])
    with pytest.raises(ConfigError, match="widths"):
        CompactUNet(widths=(8, 8), blocks=(1,))


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_that_enlarging_is_a_convolution_and_a_pixel_shuffle(layout: torch.memory_format) -> None:
    torch.manual_seed(6)
    upsample = Upsample(5, 3)
    for p in upsample.parameters():
        p.data.add_(torch.randn_like(p))
    x = torch.randn(2, 5, 4, 6).contiguous(memory_format=layout)
    weight, bias = upsample.conv.parameters()
    plain = torch.nn.functional.pixel_shuffle(torch.nn.functional.conv2d(x, weight, bias), 2)
    wanted = torch.autograd.grad(plain.square().sum(), (weight, bias))
    found = upsample(x)
    torch.testing.assert_close(found, plain)
    torch.testing.assert_close(torch.autograd.grad(found.square().sum(), (weight, bias)), wanted)
