"""The published networks: every key and shape, and the outputs of small ones, from `reference/`."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from rsd_app.core.errors import ConfigError, ShapeError
from rsd_app.core.networks.published.fast_cpu.phase_upsample import PhaseUpsample, Upsample, fold_upsamples
from rsd_app.core.networks.published.norm_act import GroupNorm
from rsd_app.core.networks.published.swin_unet import SwinUNet
from rsd_app.core.networks.published.vq_autoencoder import Attention, VqAutoencoder
from tests.core.networks.published import tiny_unet, tiny_vq

REFERENCE = Path(__file__).parent / "reference"
CLOSE = 1e-4


@pytest.fixture(scope="module")
def given() -> dict[str, Tensor]:
    return load_file(REFERENCE / "tiny_networks.safetensors")


def published_shapes() -> dict[str, dict[str, list[int]]]:
    shapes: dict[str, dict[str, list[int]]] = json.loads(
        gzip.decompress((REFERENCE / "published_shapes.json.gz").read_bytes())
    )
    return shapes


@pytest.mark.parametrize("name", ["unet_teacher", "unet_student", "vq_f4"])
def test_that_every_key_and_shape_is_the_published_one(name: str) -> None:
    with torch.device("meta"):
        network = VqAutoencoder() if name == "vq_f4" else SwinUNet(noise_channels=int(name == "unet_student"))
    shapes = {key: list(tensor.shape) for key, tensor in network.state_dict().items()}
    assert shapes == published_shapes()[name]


def as_in_the_engine(network: nn.Module) -> None:
    for parameter in network.parameters():
        if parameter.dim() == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    fold_upsamples(network)


@torch.inference_mode()
@pytest.mark.parametrize("folded", [False, True])
def test_that_the_network_gives_the_published_numbers(given: dict[str, Tensor], folded: bool) -> None:
    network = tiny_unet()
    if folded:
        as_in_the_engine(network)
    out = network(given["unet.x"], given["unet.t"], given["unet.lq"])
    assert (out - given["unet.out"]).abs().max() < CLOSE


@torch.inference_mode()
@pytest.mark.parametrize("folded", [False, True])
def test_that_the_autoencoder_gives_the_published_numbers(given: dict[str, Tensor], folded: bool) -> None:
    vq = tiny_vq()
    if folded:
        as_in_the_engine(vq)
    assert (vq.encode(given["vq.x"]) - given["vq.z"]).abs().max() < CLOSE
    assert (vq.decode(given["vq.z"]) - given["vq.decoded"]).abs().max() < CLOSE
    unquantised = vq.decode(given["vq.z"], quantise=False)
    assert (unquantised - given["vq.decoded_without_quantization"]).abs().max() < CLOSE


@pytest.mark.slow
def test_that_a_batch_of_different_times_is_each_picture_alone(given: dict[str, Tensor]) -> None:
    network, t = tiny_unet(), torch.tensor([0, 14])
    x, lq = given["unet.x"].repeat(2, 1, 1, 1)[:, :, :64], given["unet.lq"].repeat(2, 1, 1, 1)[:, :, :64]
    with torch.inference_mode():
        both = network(x, t, lq)
        assert (network(x[:1], t[:1], lq[:1]) - both[:1]).abs().max() < CLOSE
        assert (network(x[1:], t[1:], lq[1:]) - both[1:]).abs().max() < CLOSE
    assert (both[0] - both[1]).abs().max() > 0.01


@pytest.mark.slow
def test_that_inference_is_what_training_computes(given: dict[str, Tensor]) -> None:
    network = tiny_unet()
    arguments = (given["unet.x"], given["unet.t"], given["unet.lq"])
    trained = network(*arguments)
    trained.square().mean().backward()
    assert all(p.grad is not None for p in network.parameters())
    with torch.inference_mode():
        assert (network(*arguments) - trained).abs().max() < 5e-4  # torch's own norm rounds more


def test_that_a_gradient_passes_the_codebook() -> None:
    vq = tiny_vq()
    z = torch.randn(1, 3, 8, 8, generator=torch.Generator().manual_seed(1)).requires_grad_()
    vq.quantize(z).sum().backward()
    assert z.grad is not None
    assert torch.equal(z.grad, torch.ones_like(z))
    with torch.no_grad():
        distances = (vq.quantize.embedding.weight[:, :, None, None] - z).square().sum(1)
        expected = vq.quantize.embedding.weight[distances.argmin(0)].permute(2, 0, 1)[None]
    assert torch.allclose(vq.quantize(z), expected, atol=1e-6)


@torch.inference_mode()
def test_that_the_phases_of_an_enlargement_are_the_enlargement() -> None:
    torch.manual_seed(2)
    plain = Upsample(8)
    x = torch.randn(2, 8, 5, 7)
    assert torch.allclose(PhaseUpsample(plain)(x), plain(x), atol=1e-5)


@torch.inference_mode()
def test_that_the_norm_keeps_its_digits() -> None:
    torch.manual_seed(3)
    norm = GroupNorm(64, eps=1e-6, silu=True)
    nn.init.normal_(norm.weight)
    x = (torch.randn(2, 64, 32, 32) + 30).contiguous(memory_format=torch.channels_last)
    expected = F.silu(F.group_norm(x.double(), 32, norm.weight.double(), norm.bias.double(), 1e-6))
    assert (norm(x) - expected).abs().max() < 5e-5


@torch.inference_mode()
def test_that_attention_in_blocks_is_attention(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(4)
    attention, x = Attention(32), torch.randn(1, 32, 6, 9)
    whole = attention(x)
    monkeypatch.setattr("rsd_app.core.networks.published.vq_autoencoder.QUERY_BLOCK", 7)
    assert torch.allclose(attention(x), whole, atol=1e-5)


@pytest.mark.slow
def test_that_sizes_that_do_not_fit_are_named() -> None:
    with pytest.raises(ShapeError, match="input is 64×72"):
        tiny_unet()(torch.zeros(1, 3, 72, 64), torch.zeros(1, dtype=torch.long), torch.zeros(1, 3, 72, 64))
    with pytest.raises(ShapeError, match="has 1 noise channels"):
        tiny_unet(1)(torch.zeros(1, 3, 64, 64), torch.zeros(1, dtype=torch.long), torch.zeros(1, 3, 64, 64))
    with pytest.raises(ShapeError, match="multiples of 4"):
        tiny_vq().encode(torch.zeros(1, 3, 62, 64))
    with pytest.raises(ConfigError, match="multiples of 32"):
        SwinUNet(base_channels=40)
    with pytest.raises(ConfigError, match="multiples of 32"):
        VqAutoencoder(base_channels=40)
