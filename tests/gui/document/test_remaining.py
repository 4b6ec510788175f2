"""Remaining time, with a clock of one's own."""

import itertools

import pytest

from rsd_app.gui.document.remaining import Remaining


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_that_steady_work_counts_down_with_the_clock() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    remaining.start(None)
    assert remaining.update(100.0, None) is None
    shown = []
    for second in range(50):
        clock.now = float(second)
        shown.append(remaining.update(100.0 - second, 1.0))
    assert shown == pytest.approx([100.0 - second for second in range(50)])


def test_that_an_uneven_rate_does_not_make_it_jump() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    remaining.start(None)
    left, shown = 200.0, []
    for second in range(100):
        clock.now = float(second)
        rate = 2.0 if second % 2 else 0.7  # as strips of sky and of leaves take turns
        left -= rate
        shown.append(remaining.update(left, rate) or 0.0)
    steps = [b - a for a, b in itertools.pairwise(shown)]
    assert max(steps) <= 0.0
    assert min(steps[20:]) > -3.0


def test_that_an_estimate_that_was_far_off_is_given_up_soon() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    remaining.start(10.0)  # an earlier run was ten times as fast
    first = remaining.update(100.0, None)
    for second in range(1, 30):
        clock.now = float(second)
        last = remaining.update(100.0 - second, 1.0)
    assert first == pytest.approx(10.0)
    assert last == pytest.approx(71.0, rel=0.2)
