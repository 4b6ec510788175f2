from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsd_app.engine.render.tiles.tile_plan import OVERLAP_PX, TILE_PX, UNSEEN_PX, AxisPlan
from rsd_app.engine.render.tiles.tile_renderer import MULTIPLE

SIZES = (1, 2, 40, 63, 64, 65, 128, 129, 192, 250, 256, 500, 1000, 4000)


@pytest.mark.parametrize("size", SIZES)
def test_that_tiles_cover_a_side_and_count_as_one(size: int) -> None:
    plan, scale = AxisPlan.of(size, 64, 8), 4
    total, tiles = np.zeros(plan.padded * scale), np.zeros(plan.padded)
    for index, start in enumerate(plan.starts):
        total[start * scale : (start + plan.tile) * scale] += plan.weights(index, scale)
        tiles[start : start + plan.tile] += 1
    assert total == pytest.approx(np.ones_like(total))
    assert tiles.min() == 1
    assert tiles.max() <= 2
    assert plan.padded % 64 == 0
    assert 0 <= plan.padded - size < 64
    assert all(start % 8 == 0 for start in plan.starts)


@pytest.mark.parametrize("size", [250, 1000, 4000])
def test_that_neighbours_overlap_and_borders_do_not_count(size: int) -> None:
    plan = AxisPlan.of(size, 64, 8)
    assert plan.tile == TILE_PX
    for index in range(1, len(plan.starts)):
        assert plan.starts[index - 1] + plan.tile - plan.starts[index] >= OVERLAP_PX
        weights = plan.weights(index, 4)
        assert (weights[: UNSEEN_PX * 4] == 0).all()
        assert (np.diff(weights[: plan.tile * 2]) >= 0).all()


@pytest.mark.parametrize("size", SIZES)
def test_that_tiles_within_a_range_are_those_that_count_there(size: int) -> None:
    plan = AxisPlan.of(size, 64, 8)
    for low, high in ((0, 1), (size // 3, size // 2 + 1), (size - 1, size)):
        counted = []
        for index, start in enumerate(plan.starts):
            weights = np.zeros(plan.padded)
            weights[start : start + plan.tile] = plan.weights(index, 1)
            if weights[low:high].any():
                counted.append(index)
        assert set(counted) <= set(plan.within(low, high))
        assert len(plan.within(low, high)) <= len(counted) + 1


def test_that_a_small_side_is_reflected_as_often_as_it_takes() -> None:
    assert AxisPlan.of(3, 64, 8).sources[:9].tolist() == [0, 1, 2, 1, 0, 1, 2, 1, 0]
    assert AxisPlan.of(1, 64, 8).sources.tolist() == [0] * 64
    assert AxisPlan.of(100, 64, 8).sources[98:103].tolist() == [98, 99, 98, 97, 96]


@given(size=st.integers(1, 5000), scale=st.sampled_from([1, 2, 4]))
def test_that_every_pixel_counts_once(size: int, scale: int) -> None:
    plan = AxisPlan.of(size, MULTIPLE, 8)
    total = np.zeros(plan.padded * scale)
    for index, start in enumerate(plan.starts):
        total[start * scale : (start + plan.tile) * scale] += plan.weights(index, scale)
    assert total == pytest.approx(np.ones_like(total), abs=1e-6)
    assert list(plan.starts) == sorted(set(plan.starts))
    assert plan.starts[0] == 0
    assert (plan.sources[:size] == np.arange(size)).all()
    assert set(plan.sources) <= set(range(size))


@given(size=st.integers(1, 5000), at=st.floats(0, 1), length=st.integers(1, 200))
def test_that_the_tiles_of_a_window_cover_it(size: int, at: float, length: int) -> None:
    plan = AxisPlan.of(size, 64, 8)
    low = int(at * (size - 1))
    high = min(low + length, size)
    covered = np.zeros(plan.padded)
    for index in plan.within(low, high):
        covered[plan.starts[index] : plan.starts[index] + plan.tile] += plan.weights(index, 1)
    assert covered[low:high] == pytest.approx(np.ones(high - low), abs=1e-6)
