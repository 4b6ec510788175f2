"""Teach a finished student to estimate a photo's severity, from what each severity costs.

The student enlarges crops with a known original several times, each time at another severity; LPIPS-alex says what
that cost. From its own features (`core.networks.compact.severity_estimator`) a ridge regression learns to predict
these costs. So it learns what is best to say, which is less than the truth, as LPIPS sees it, and no more than can be
seen in a crop.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from rsd_app.core.diffusion.severity import SeverityEstimate
from rsd_app.core.errors import ConfigError, TrainingError
from rsd_app.core.files.model_file import ModelHeader, read_model, write_model
from rsd_app.core.networks.codecs import from_levels
from rsd_app.core.networks.compact.compact_unet import UNKNOWN_SEVERITY, CompactUNet
from rsd_app.core.networks.compact.severity_estimator import SeverityEstimator
from rsd_app.core.progress import CancelToken
from trainer.config import Recipe
from trainer.damage.presets import degrade_with
from trainer.data.photo_store import PhotoStore
from trainer.data.pool import GROUP, PairPool, Severities
from trainer.models.build import Network
from trainer.models.enlarged_latent import enlarged_latent
from trainer.models.start_model import read_start
from trainer.models.workplace import Workplace, own_noise
from trainer.perceptual.lpips import Lpips, load_lpips
from trainer.run.training import training_place

TOLD = (0.0, 0.1, 0.2, 0.35, 0.6)
SIDE = 48  # of the crops, in pixels of lq: what the engine looks at
LARGEST_REDUCTION = 16.0  # a whole photo in a crop: foliage, so small, looks like noise
DETAIL_TRIES = 2
RIDGE = 1.0  # times the number of crops
FOLDS = 5
FEWEST_CROPS = 2 * FOLDS * GROUP


@dataclass(frozen=True, kw_only=True)
class Learned:
    """What it brings: means of LPIPS-alex over all crops, each estimated from those of the other folds alone."""

    crops: int
    fixed: float  # with the severity that is best for all of them
    severity: float  # that one
    estimated: float
    best: float  # with the best severity of each crop, which nobody can know
    untold: float  # with unknown severity, which is what auto means without an estimator

    @property
    def worth_it(self) -> bool:
        """Whether auto is better with it."""
        return self.estimated < self.untold


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """How it is learned.

    Args:
        crops: their number, 160 or more; a multiple of 16 is taken.
        progressed: called with the share done, 0 to 1.
        finished: called with what was learned.
    """

    crops: int
    device: str = "auto"
    cancel: CancelToken
    progressed: Callable[[float], None] = lambda share: None
    finished: Callable[[Learned], None] = lambda learned: None


@dataclass(frozen=True)
class _Costs:
    """Of N crops: features (N, F), costs (N, K), and of unknown severity (N,)."""

    features: Tensor
    costs: Tensor
    untold: Tensor


def learn_estimator(path: Path, recipe: Recipe, photos: Sequence[Path], lesson: Lesson) -> None:
    """Write an estimator into the file of a student, instead of one that is there; its curve of trust goes.

    Args:
        recipe: whose damage the student was trained for.
        photos: to learn from.

    Raises:
        ConfigError: too few crops, or no student.
        DeviceError: the device is not to be had.
        ModelError: the file is damaged, no student of the compact family, or cannot be written.
        TrainingError: there are no photos to damage.
        Cancelled: the file is as it was.
    """
    model, recipe = read_start(path, dataclasses.replace(recipe, method="direct"))
    if model.is_teacher:
        raise ConfigError(path.name, "is a teacher", "give a student")
    estimator, _ = teach(model.network(recipe), recipe, photos, lesson)
    header, tensors = read_model(path)
    write_model(path, *with_estimator(header, tensors, estimator))


def teach(
    network: Network, recipe: Recipe, photos: Sequence[Path], lesson: Lesson
) -> tuple[SeverityEstimator, Learned]:
    """An estimator for a finished student, and what it brings.

    Args:
        recipe: of its network, and whose damage it was trained for.
        photos: to learn from.

    Raises:
        ConfigError: fewer than 160 crops, or no student of the compact family.
        DeviceError: the device is not to be had.
        TrainingError: there are no photos to damage.
        Cancelled: by the lesson.
    """
    if lesson.crops < FEWEST_CROPS:
        raise ConfigError("crops to learn auto from", f"are {lesson.crops}", f"give {FEWEST_CROPS} or more")
    if not photos:
        raise TrainingError("auto", "is learned from photos that are damaged for it", "give a folder of good photos")
    if not isinstance(network, CompactUNet):
        raise ConfigError(recipe.name, "makes models of the family paper, which know no severity", "leave auto out")
    place = training_place(recipe, lesson.device)
    found = _measured(network.to(place.device).eval(), recipe, photos, place, lesson)
    learned = _judged(found)
    lesson.finished(learned)
    return _fitted(found.features, found.costs), learned


def with_estimator(
    header: ModelHeader, tensors: Mapping[str, Tensor], estimator: SeverityEstimator
) -> tuple[ModelHeader, dict[str, Tensor]]:
    """A model that has it, instead of one that was there; its curve of trust goes: auto means something else now."""
    known = {name: tensor for name, tensor in tensors.items() if not name.startswith("estimator.")}
    own = {f"estimator.{name}": tensor for name, tensor in estimator.state_dict().items()}
    arguments = dict(header.network) | {"estimator": list(TOLD)}
    return dataclasses.replace(header, network=arguments, trust=None), known | own


@torch.no_grad()
def _measured(network: CompactUNet, recipe: Recipe, photos: Sequence[Path], place: Workplace, lesson: Lesson) -> _Costs:
    """Enlarge the crops with each severity; one group of 16 shares its damage and is made at a time."""
    data = recipe.data
    side = min(SIDE * recipe.scale, data.pair_side)  # photos of that size are there
    store = PhotoStore(
        photos, smallest=side, largest_reduction=LARGEST_REDUCTION, detail_tries=DETAIL_TRIES,
        budget_mb=data.photo_memory_mb,
    )  # fmt: skip
    severities = Severities.of(data)
    lpips = load_lpips("alex", place.device)
    estimate = SeverityEstimate(network, place.process, place.codec)
    generator = torch.Generator(place.device).manual_seed(recipe.seed)
    features, costs, groups = [], [], lesson.crops // GROUP
    for number in range(groups):
        lesson.cancel.raise_if_cancelled()
        pool = PairPool(
            store, groups=1, side=side, scale=recipe.scale, seed=recipe.seed * 100_003 + number,
            severities=severities, degrade=degrade_with(data, recipe.scale, place.device), device=place.device,
        )  # fmt: skip
        pool.fill()
        hq, lq = map(from_levels, (pool.hq, pool.lq))
        features.append(estimate.features(lq).cpu())
        costs.append(_costs(network, place, lpips, hq, lq, generator).cpu())
        lesson.progressed((number + 1) / groups)
    told = torch.cat(costs)
    return _Costs(torch.cat(features), told[:, :-1], told[:, -1])


def _costs(
    network: CompactUNet, place: Workplace, lpips: Lpips, hq: Tensor, lq: Tensor, generator: torch.Generator
) -> Tensor:
    """LPIPS-alex of each crop for each of `TOLD`, and for none, with the same noise: (B, K + 1)."""
    z_lq = enlarged_latent(lq, place.codec)
    z_t = place.process.prior(z_lq, torch.randn(z_lq.shape, generator=generator, device=place.device))
    t = torch.full((len(lq),), place.process.last, device=place.device)
    noise = own_noise(network, z_t, generator)
    with place.autocast():
        of_hq = lpips.features(hq)
        each = []
        for severity in (*TOLD, UNKNOWN_SEVERITY):
            told = torch.full((len(lq),), severity, device=place.device)
            made = place.process.predict(network, z_t, t, lq, z_lq, noise=noise, severity=told)
            image = place.codec.decode(made.float()).clamp(-1, 1)
            each.append(lpips.compare(lpips.features(image), of_hq))
    return torch.stack(each, dim=1)


def _fitted(features: Tensor, costs: Tensor) -> SeverityEstimator:
    """Ridge regression of the costs, without what is common to all severities of a crop."""
    estimator = SeverityEstimator(features.shape[1], TOLD)
    estimator.centre.copy_(features.mean(dim=0))
    estimator.spread.copy_(features.std(dim=0).clamp_min(1e-4))
    x = estimator.standardised(features).double()
    y = (costs - costs.mean(dim=1, keepdim=True)).double()
    mean = x.mean(dim=0)
    x = x - mean
    penalty = RIDGE * len(x) * torch.eye(x.shape[1], dtype=torch.float64)
    weight = torch.linalg.solve(x.T @ x + penalty, x.T @ (y - y.mean(dim=0)))
    with torch.no_grad():
        estimator.costs.weight.copy_(weight.T)
        estimator.costs.bias.copy_(y.mean(dim=0) - mean @ weight)
    return estimator


@torch.no_grad()
def _judged(found: _Costs) -> Learned:
    told, costs = torch.tensor(TOLD), found.costs
    groups = torch.arange(len(costs)) // GROUP
    estimated = torch.empty(len(costs))
    for fold in range(FOLDS):
        here = groups % FOLDS == fold
        estimator = _fitted(found.features[~here], costs[~here])
        estimated[here] = _between(told, costs[here], estimator.cautious(estimator(found.features[here])))
    means = costs.mean(dim=0)
    return Learned(
        crops=len(costs),
        fixed=float(means.min()),
        severity=TOLD[int(means.argmin())],
        estimated=float(estimated.mean()),
        best=float(costs.min(dim=1).values.mean()),
        untold=float(found.untold.mean()),
    )


def _between(told: Tensor, costs: Tensor, severity: Tensor) -> Tensor:
    """What severities (N,) between those that were tried cost, straight between them: (N,)."""
    above = torch.searchsorted(told, severity).clamp(1, len(told) - 1)
    share = ((severity - told[above - 1]) / (told[above] - told[above - 1])).clamp(0, 1)
    low, high = (costs.gather(1, index[:, None])[:, 0] for index in (above - 1, above))
    return low + share * (high - low)
