"""What a guide makes: worked out once, mixed into the targets, in a pool that grows."""

from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from rsd_app.core.errors import TrainingError
from tests.trainer.scenes import scene
from trainer.data.photo_files import find_photos
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import FIRST_GROUPS, GROUP, PairPool
from trainer.guide.results import GuideResults, guided_target
from trainer.models.workplace import Batch


class Counting:
    """Enlarges by repeating pixels, and counts how often it was asked."""

    def __init__(self) -> None:
        self.pictures = 0

    def __call__(self, lq: Tensor) -> Tensor:
        self.pictures += len(lq)
        return F.interpolate(lq, scale_factor=4, mode="nearest")


def pictures(count: int = 5) -> Tensor:
    return torch.randint(0, 256, (count, 3, 8, 12), dtype=torch.uint8, generator=torch.Generator().manual_seed(1))


def test_that_results_are_worked_out_once_and_found_by_content(tmp_path: Path) -> None:
    guide, lq = Counting(), pictures()
    first = GuideResults(guide, tmp_path / "kept", budget_mb=1)(lq)
    again = GuideResults(guide, tmp_path / "kept", budget_mb=1)(lq)
    assert guide.pictures == 5
    assert torch.equal(first, again)
    assert torch.equal(first, lq.repeat_interleave(4, 2).repeat_interleave(4, 3))
    GuideResults(guide, tmp_path / "kept", budget_mb=1)(lq + 1)
    assert guide.pictures == 10
    assert {file.suffix for file in (tmp_path / "kept").iterdir()} == {".npy"}


def test_that_nothing_is_kept_beyond_the_budget_and_damage_is_named(tmp_path: Path) -> None:
    guide, lq = Counting(), pictures()
    for _ in range(2):
        GuideResults(guide, tmp_path, budget_mb=0)(lq)
    assert guide.pictures == 10
    assert not list(tmp_path.iterdir())
    GuideResults(guide, tmp_path, budget_mb=1)(lq)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    with pytest.raises(TrainingError, match=rf"{kept.name}.*cannot be read"):
        GuideResults(guide, tmp_path, budget_mb=1)(lq)


def test_that_targets_follow_the_guide_where_damaged_in_the_originals_colors() -> None:
    generator = torch.Generator().manual_seed(2)
    hq = torch.rand((8, 3, 64, 64), generator=generator) - 0.5
    drawing = 0.2 * torch.randn((8, 1, 64, 64), generator=generator)
    guide = (hq + drawing + 0.1).clamp(-1, 1)  # another drawing, and a wrong tone
    severity = torch.tensor([0.0, 0.04, 0.24, 0.5, 1.0, 1.0, 0.0, 0.9])
    target = guided_target(hq, guide, severity, 1.0, generator)
    follows = (target - hq).abs().amax(dim=(1, 2, 3)) > 0
    assert follows.tolist() == (severity >= 0.24).tolist()
    assert float((target - hq).mean(dim=(1, 2, 3)).abs().max()) < 0.01  # the tone is the original's
    fine = (target - guide)[follows]
    assert float(fine.std(dim=(2, 3)).max()) < 0.1 < float((hq - guide)[follows].std())
    assert torch.equal(guided_target(hq, guide, severity, 0.0, generator), hq)


def test_that_a_pool_with_a_guide_grows_and_is_the_same_after_a_resume(tmp_path: Path) -> None:
    for seed in range(3):
        Image.fromarray(scene(seed, 64, 80)).save(tmp_path / f"{seed}.png")
    guide = GuideResults(Counting(), tmp_path / "kept", budget_mb=64)

    def pool(renewals: int) -> PairPool:
        store = PhotoStore(find_photos([tmp_path]), smallest=32)
        made = PairPool(store, groups=FIRST_GROUPS + 2, side=32, scale=4, seed=3, guide=guide)
        made.fill(renewals)
        return made

    grown = pool(0)
    sizes = [grown.ready]
    for _ in range(4):
        grown.renew()
        sizes.append(grown.ready)
    assert sizes == [GROUP * (FIRST_GROUPS + n) for n in (0, 1, 2, 2, 2)]
    resumed = pool(4)
    assert grown.guided is not None
    assert resumed.guided is not None
    for a, b in ((grown.hq, resumed.hq), (grown.lq, resumed.lq), (grown.guided, resumed.guided)):
        assert torch.equal(a, b)
    hq, lq, severity, guided = grown.batch(5, 4, torch.Generator().manual_seed(1))
    assert hq.shape == guided.shape == (5, 3, 16, 16)
    torch.testing.assert_close(guided, F.interpolate(lq, scale_factor=4, mode="nearest"))
    halves = Batch(hq, lq, severity, guided).split(2)
    assert torch.equal(torch.cat([part.wanted for part, _ in halves]), guided)
    assert torch.equal(Batch(hq, lq, severity).wanted, hq)
