"""A finished model on the held-out crops of a run, for a line that a training from nothing is held against."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch

from rsd_app.core.errors import RsdError
from trainer.config import Recipe
from trainer.data.pool import PairPool
from trainer.events import Noticed, Referred
from trainer.models.start_model import read_start
from trainer.models.workplace import Workplace, make_workplace
from trainer.notices import notice
from trainer.perceptual.lpips import Lpips
from trainer.run.held_out import HeldOut


def measure_reference(path: Path, recipe: Recipe, pool: PairPool, place: Workplace, lpips: Lpips) -> Referred | Noticed:
    """Figures of a student, measured as the run's own are; a notice if it cannot be held against this run.

    Args:
        pool: of held-out pairs, filled.
        place: of the run.
    """
    try:
        model, its_recipe = read_start(path, dataclasses.replace(recipe, method="direct"))
        its_place = make_workplace(its_recipe, place.device, place.dtype)
        with torch.random.fork_rng(devices=[]):  # the run's own networks begin as they would without this
            network = model.network(its_recipe).to(place.device)
        figures = HeldOut(pool, its_place, lpips, recipe.seed).measure_network(network)
    except RsdError as error:
        return notice("no-reference", text=str(error))
    return Referred(name=model.header.name, figures=figures)
