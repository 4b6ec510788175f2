"""Levels of a picture and the range of the networks."""

from __future__ import annotations

import torch

from rsd_app.core.networks.codecs import from_levels, to_levels


def test_that_every_level_comes_back() -> None:
    levels = torch.arange(256, dtype=torch.uint8)
    assert torch.equal(to_levels(from_levels(levels)), levels)
    assert from_levels(levels)[[0, 255]].tolist() == [-1, 1]


def test_that_values_out_of_range_are_clipped_not_wrapped() -> None:
    assert to_levels(torch.tensor([-1.5, -1.0, 0.0, 1.0, 1.5])).tolist() == [0, 0, 128, 255, 255]
