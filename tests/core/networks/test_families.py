"""What holds of every family: what it builds is what it says, and a file of it gives the same network again."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from rsd_app.core.errors import ModelError
from rsd_app.core.files.model_file import ModelHeader, ScheduleSpec, read_model, write_model
from rsd_app.core.files.network_of_file import build_network
from rsd_app.core.networks.families import FAMILIES, VARIANTS
from rsd_app.core.networks.family import Family, LatentNetwork, Recognised

SMALL = {
    "compact": {"widths": [8, 16], "blocks": [1, 1], "condition_dim": 8},
    "paper": {
        "base_channels": 32,
        "multipliers": [1, 2],
        "blocks": 1,
        "swin_width": 32,
        "head_channels": 16,
        "window": 4,
        "image_size": 16,
    },
}
SCHEDULE = ScheduleSpec(steps=4, power=0.3, kappa=0.5, min_noise_level=0.04, sigma_data=1.0)


def built(family: Family, noise_channels: int, role: str = "student") -> LatentNetwork:
    torch.manual_seed(3)
    arguments = SMALL[family.name] | {"noise_channels": noise_channels}
    return family.build(arguments, role=role, scale=4, steps=SCHEDULE.steps)


def predicted(network: LatentNetwork) -> Tensor:
    generator = torch.Generator().manual_seed(5)
    side = 4 * network.multiple

    def normal(channels: int) -> Tensor:
        return torch.randn(1, channels, side, side, generator=generator)

    z, lq = normal(network.latent_channels), normal(3)
    noise = normal(network.noise_channels) if network.noise_channels else None
    with torch.no_grad():
        result: Tensor = network(z, torch.tensor([3]), lq, z, noise=noise)
    return result


@pytest.mark.parametrize("name", FAMILIES)
def test_that_the_last_inputs_of_the_first_weight_are_the_noise(name: str) -> None:
    family = FAMILIES[name]
    teacher, student = built(family, 0, "teacher"), built(family, 1)
    weight = family_weight(student)
    assert weight.shape[1] == family_weight(teacher).shape[1] + 1
    for parameter in student.parameters():
        parameter.data = torch.randn_like(parameter).mul_(0.1)  # a fresh head is zero, and shows nothing
    before = predicted(student)
    weight.data[:, -1:].add_(0.5)
    assert not torch.equal(predicted(student), before)


def family_weight(network: LatentNetwork) -> Tensor:
    return network.get_parameter(network.first_weight)


@pytest.mark.parametrize("name", FAMILIES)
def test_that_a_file_gives_the_network_again(name: str, tmp_path: Path) -> None:
    family = FAMILIES[name]
    network = built(family, 1)
    for parameter in network.parameters():  # as a file of bfloat16 holds them
        parameter.data = torch.randn_like(parameter).mul_(0.1).bfloat16().float()
    header = ModelHeader(
        name="toy",
        family=name,
        role="student",
        scale=4,
        schedule=SCHEDULE,
        network=SMALL[name] | family.noise_argument(1),
        codec=family.codec,
        severity=family.severity,
        licence="",
        created="2026-01-01",
    )
    path = tmp_path / "toy.safetensors"
    write_model(path, header, network.stored())
    again = build_network(*read_model(path), path)
    assert torch.equal(predicted(again), predicted(network.eval()))
    with pytest.raises(ModelError, match="do not fit its header"):
        build_network(header, {}, path)


def test_that_variants_say_all_that_a_header_needs() -> None:
    for variant in VARIANTS.values():
        spec = ScheduleSpec(**variant.schedule)
        assert variant.runs == (1 if variant.role == "student" else spec.steps)


def test_that_only_what_shapes_allow_is_offered() -> None:
    for family in FAMILIES.values():
        for channels in (0, 1):
            network = Recognised(family=family.name, kind="network", arguments={"noise_channels": channels}, names={})
            assert set(family.variants_of(network)) <= set(family.variants)
    assert list(FAMILIES["paper"].variants_of(network)) == ["rsd"]
