"""What each severity costs, and which one is told."""

import pytest
import torch

from rsd_app.core.errors import ConfigError
from rsd_app.core.networks.compact.severity_estimator import CAUTION, SeverityEstimator, pooled

TOLD = (0.0, 0.1, 0.2, 0.35, 0.6)


def test_that_the_cheapest_severity_lies_between_those_that_were_tried() -> None:
    estimator = SeverityEstimator(4, TOLD)
    roots = torch.tensor(TOLD).sqrt()
    wanted = torch.tensor([0.0, 0.05, 0.15, 0.28, 0.6])
    costs = (roots - wanted.sqrt()[:, None]).square() + torch.arange(5.0)[:, None]
    torch.testing.assert_close(estimator.cheapest(costs), wanted, atol=0.004, rtol=0)
    torch.testing.assert_close(estimator.cautious(costs), CAUTION * estimator.cheapest(costs))


def test_that_a_part_that_says_nothing_changes_nothing() -> None:
    estimator = SeverityEstimator(4, TOLD)
    steep, flat = (torch.tensor(TOLD) - 0.3).square(), torch.full((5,), 7.0)
    both = torch.stack([steep, flat]).mean(dim=0, keepdim=True)
    assert estimator.cheapest(both) == estimator.cheapest(steep[None])


def test_that_what_lies_far_out_is_brought_back() -> None:
    estimator = SeverityEstimator(2, TOLD)
    estimator.centre.copy_(torch.tensor([1.0, -1.0]))
    estimator.spread.copy_(torch.tensor([0.5, 2.0]))
    far = estimator.standardised(torch.tensor([[1000.0, -1.0], [1.5, -5.0]]))
    torch.testing.assert_close(far, torch.tensor([[3.0, 0.0], [1.0, -2.0]]))


@pytest.mark.parametrize("told", [(0.0, 0.2, 0.4), (0.0, 0.2, 0.1, 0.4), (0.0, 0.2, 0.5, 1.5), (-0.1, 0.0, 0.2, 0.4)])
def test_that_severities_that_make_no_sense_are_refused(told: tuple[float, ...]) -> None:
    with pytest.raises(ConfigError, match="four or more, rising"):
        SeverityEstimator(4, told)


def test_that_the_size_of_a_picture_is_not_seen() -> None:
    generator = torch.Generator().manual_seed(1)
    levels = [torch.rand(2, 3, 8, 8, generator=generator), torch.rand(2, 5, 4, 4, generator=generator)]
    wide = [torch.cat([level, level], dim=3) for level in levels]
    assert pooled(levels).shape == (2, 16)
    torch.testing.assert_close(pooled(levels), pooled(wide))
