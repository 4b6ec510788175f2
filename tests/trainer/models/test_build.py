"""Networks of recipes: what a recipe says is what a header holds, and a checkpoint tells how much noise one takes."""

from __future__ import annotations

import pytest

from rsd_app.core.networks.families import FAMILIES
from trainer.config import SECTIONS, NetworkConfig, Recipe, SwinConfig
from trainer.models.build import make_network, noise_channels

COMPACT = NetworkConfig(widths=(8, 16), blocks=(1, 2), up=(3,), tail=1, condition_dim=8, fold=2)
SWIN = SwinConfig(base_channels=32, multipliers=(1, 2), blocks=1, swin_width=32, head_channels=16, window=4)
RECIPES = {
    "compact": Recipe(name="toy", network=COMPACT),
    "paper": Recipe(name="toy", family="paper", swin=SWIN),
}


def test_that_recipes_and_files_know_the_same_families() -> None:
    assert SECTIONS.keys() == FAMILIES.keys()
    for name, family in FAMILIES.items():
        section = RECIPES[name].section
        assert section.fold == family.fold(section.arguments())


@pytest.mark.parametrize("name", RECIPES)
def test_that_a_header_holds_all_that_the_network_was_made_of(name: str) -> None:
    recipe = RECIPES[name]
    arguments = recipe.section.arguments()
    assert type(recipe.section).of_arguments(arguments | {"noise_channels": 1}) == recipe.section
    again = FAMILIES[name].build(arguments | {"noise_channels": 1}, role="student", scale=4, steps=15)
    made = make_network(recipe, noise_channels=1)
    assert [(n, p.shape) for n, p in again.named_parameters()] == [(n, p.shape) for n, p in made.named_parameters()]


def test_that_headers_of_plain_networks_stay_as_they_were() -> None:
    plain = NetworkConfig(widths=(64, 96, 192), blocks=(2, 2, 4))
    assert plain.arguments() == {"widths": [64, 96, 192], "blocks": [2, 2, 4], "condition_dim": 128}


@pytest.mark.parametrize("channels", [0, 1, 2])
@pytest.mark.parametrize("name", RECIPES)
def test_that_weights_tell_the_noise_channels(name: str, channels: int) -> None:
    made = make_network(RECIPES[name], noise_channels=channels)
    assert noise_channels(made.state_dict(), RECIPES[name]) == made.noise_channels == channels
