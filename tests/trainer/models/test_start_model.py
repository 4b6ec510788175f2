"""What a training starts from: a smaller network in a larger one."""

from pathlib import Path

import pytest
import torch

from rsd_app.core.errors import ConfigError
from tests.engine.toy_models import toy_network, write_toy_model
from trainer.config import NetworkConfig, Recipe
from trainer.models.start_model import read_start

SMALL = {"widths": (16, 16, 16), "blocks": (1, 1, 1), "condition_dim": 8}


def recipe(**changes: object) -> Recipe:
    network = NetworkConfig(**(SMALL | changes))  # type: ignore[arg-type]
    return Recipe(name="toy", method="direct", growth="blocks", network=network)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_toy_model(tmp_path / "small.safetensors", 2)


def test_that_a_grown_network_draws_as_the_small_one_and_learns_in_all_its_parts(small: Path) -> None:
    model, grown = read_start(small, recipe(blocks=(2, 1, 3), up=(4, 2), tail=1))
    network, before = model.network(grown), toy_network(2)
    assert len(network.up[0]) == 4
    random = torch.Generator().manual_seed(1)
    z, lq, noise = (torch.randn((1, c, 8, 8), generator=random) for c in (48, 3, 2))
    given = (z, torch.tensor([3]), lq, z)
    with torch.no_grad():
        torch.testing.assert_close(network(*given, noise=noise), before(*given, noise=noise), atol=2e-2, rtol=0)
    network(*given, noise=noise).square().mean().backward()
    new = (network.up[0][3].conv2, network.middle[2].conv2, network.tail_head)
    assert all(float(part.weight.grad.abs().max()) > 0 for part in new)


def test_that_what_does_not_fit_is_named(small: Path) -> None:
    with pytest.raises(ConfigError, match=r"stem.weight.*same network.widths"):
        read_start(small, recipe(widths=(24, 16, 16)))
    with pytest.raises(ConfigError, match=r"has .*as many blocks"):
        read_start(small, recipe(widths=(16, 16), blocks=(1, 1)))
