"""The noise field: a function of seed and position."""

import numpy as np
import pytest

from rsd_app.engine.render.noise import NoiseField, quantile_table


def test_that_a_window_is_part_of_the_whole() -> None:
    field = NoiseField(3, 5)
    whole = field.levels(0, 0, 150, 40)
    assert np.array_equal(field.levels(60, 13, 131, 35), whole[13:35, 60:131])


def test_that_seeds_blocks_and_channels_differ() -> None:
    a, b = NoiseField(1, 2).levels(0, 0, 128, 32), NoiseField(2, 2).levels(0, 0, 128, 32)
    assert (a == b).mean() < 0.01
    assert (a[:, :64] == a[:, 64:]).mean() < 0.01
    assert (a[:16] == a[16:]).mean() < 0.01
    assert (a[..., 0] == a[..., 1]).mean() < 0.01


def test_that_it_is_normal_and_white() -> None:
    values = quantile_table()[NoiseField(9, 4).levels(0, 0, 256, 256)].astype(np.float64)
    assert values.mean() == pytest.approx(0, abs=0.01)
    assert values.std() == pytest.approx(1, abs=0.01)
    assert (np.abs(values) > 1.96).mean() == pytest.approx(0.05, abs=0.003)
    assert (values[:, 1:] * values[:, :-1]).mean() == pytest.approx(0, abs=0.01)


def test_that_the_field_stays_what_it_was() -> None:
    """Pictures of earlier versions can be made again: these numbers must never change."""
    levels = NoiseField(7, 3).levels(64, 16, 66, 17)
    assert levels.tolist() == [[[6168, 4344, 45911], [13332, 34615, 54927]]]
