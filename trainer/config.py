"""What a training consists of: frozen, validated, saved resolved with every run. Without torch."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from rsd_app.core.errors import ConfigError


@dataclass(frozen=True, kw_only=True)
class NetworkConfig:
    """The compact network; see `rsd_app.core.networks.compact_unet.CompactUNet`."""

    widths: tuple[int, ...] = (64, 96, 192)  # channels of each level, finest first
    blocks: tuple[int, ...] = (2, 2, 4)  # residual blocks of each level
    condition_dim: int = 128  # length of the vector made of time and severity


@dataclass(frozen=True, kw_only=True)
class ScheduleConfig:
    """The residual-shifting process, in pixel space for the compact family."""

    steps: int = 15  # T
    kappa: float = 0.5  # noise strength
    min_noise_level: float = 0.04  # m
    power: float = 0.3  # p
    sigma_data: float = 1.0


@dataclass(frozen=True, kw_only=True)
class DataConfig:
    """Pairs and crops."""

    pairs: int = 12_288  # size of the pool of degraded pairs; a multiple of 16
    pair_side: int = 192  # side of a pooled hq crop, in pixels
    crop: int = 32  # side of a training crop, in lq pixels
    clean_share: float = 0.1  # share of pairs with severity 0
    unknown_share: float = 0.5  # share of samples whose severity is hidden from the network
    held_out: int = 24  # photos kept for validation, chosen by a hash of their names
    photo_memory_mb: int = 4096  # for decoded photos


@dataclass(frozen=True, kw_only=True)
class TeacherConfig:
    """ResShift training: mean squared error of the z0 prediction."""

    share: float = 0.3  # of a time budget; the distillation takes the rest
    iterations: int = 40_000  # where no time budget is given
    batch: int = 16
    muon_lr: float = 0.01  # of the inner convolutions
    lr: float = 8e-4  # AdamW, of the rest
    betas: tuple[float, float] = (0.9, 0.99)
    ema: float = 0.999
    clip: float = 1.0  # largest norm of the gradient
    warmup: int = 200  # iterations
    decay_share: float = 0.6  # last part of the budget, in which the rate falls to zero
    renew_every: int = 10  # iterations between two renewed groups of the pool


@dataclass(frozen=True, kw_only=True)
class DistillConfig:
    """RSD: the student against an explicit fake network (arXiv 2503.13358)."""

    iterations: int = 15_000  # where no time budget is given
    batch: int = 16
    fake_updates: int = 1  # K; 0: one in the same pass as the student's, see `trainer.distill`
    student_times: int = 4  # N, evenly spaced, T-1 among them
    last_share: float = 0.5  # share of the samples at T-1; the others uniform over the N times
    lr: float = 2e-4
    fake_lr: float = 4e-4
    muon_lr: float = 0.0  # of the student's inner convolutions; 0: AdamW for them too, as in the paper
    fake_muon_lr: float = 0.0  # likewise of the fake network's
    betas: tuple[float, float] = (0.9, 0.95)
    ema: float = 0.999
    clip: float = 1.0
    warmup: int = 100
    decay_share: float = 0.6
    w_rsd: float = 1.0
    rsd_floor: float = -0.01  # the RSD term rests while its average is below: the fake network is behind
    w_lpips: float = 0.5
    w_l1: float = 0.5  # on the image; 0 in the paper
    w_grid: float = 0.0  # on what of the error repeats with the grid; 0 in the paper
    w_gan: float = 0.0  # 3e-3 in the paper
    lpips_shift: int = 4  # random shift before LPIPS, in pixels, so that no grid pays
    renew_every: int = 3


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One model from photos to file."""

    name: str
    description: str = ""
    scale: int = 4
    seed: int = 1
    network: NetworkConfig = field(default_factory=NetworkConfig)
    schedule: ScheduleConfig = field(default_factory=ScheduleConfig)
    data: DataConfig = field(default_factory=DataConfig)
    teacher: TeacherConfig = field(default_factory=TeacherConfig)
    distill: DistillConfig = field(default_factory=DistillConfig)
    save_every_s: float = 240.0  # between two checkpoints
    log_every_s: float = 10.0

    def __post_init__(self) -> None:
        if not 2 <= self.scale <= 8:
            raise ConfigError("scale", f"is {self.scale}", "give 2 to 8")
        if self.data.pairs < 16 or self.data.pairs % 16:
            raise ConfigError("data.pairs", f"is {self.data.pairs}", "give a multiple of 16, at least 16")
        if self.data.crop * self.scale > self.data.pair_side or self.data.pair_side % self.scale:
            raise ConfigError(
                "data.crop", f"{self.data.crop} × {self.scale} exceeds data.pair_side {self.data.pair_side}",
                f"give at most {self.data.pair_side // self.scale}",
            )  # fmt: skip
        multiple = 2 ** (len(self.network.widths) - 1)
        if self.data.crop % multiple or self.data.pair_side // self.scale % multiple:
            raise ConfigError("data.crop", f"is {self.data.crop}", f"crops must be multiples of {multiple}")
        for name, share in (
            ("teacher.share", self.teacher.share),
            ("data.unknown_share", self.data.unknown_share),
            ("data.clean_share", self.data.clean_share),
            ("distill.last_share", self.distill.last_share),
        ):
            if not 0 <= share <= 1:
                raise ConfigError(name, f"is {share}", "give a number from 0 to 1")
        if self.distill.fake_updates == 0 and self.distill.w_gan > 0:
            raise ConfigError("distill.fake_updates", "is 0, with distill.w_gan above 0", "give 1 or more")
        if not 1 <= self.distill.student_times <= self.schedule.steps:
            raise ConfigError(
                "distill.student_times",
                f"is {self.distill.student_times}",
                f"give 1 to {self.schedule.steps}",
            )


def override(recipe: Recipe, settings: Sequence[str]) -> Recipe:
    """The recipe with `key=value` settings, keys dotted as in `distill.lr=1e-4`.

    Raises:
        ConfigError: no such key (the nearest is named), or a value of the wrong type or out of range.
    """
    changed = to_dict(recipe)
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise ConfigError(f"--set {setting}", "has no '='", "write key=value")
        place: Any = changed
        *parents, last = key.strip().split(".")
        for parent in parents:
            place = place.get(parent) if isinstance(place, dict) else None
        if not isinstance(place, dict) or last not in place or isinstance(place[last], dict):
            raise _unknown(key, _flat_keys(to_dict(recipe)))
        try:
            place[last] = json.loads(text)
        except ValueError:
            place[last] = text
    return from_dict(changed)


def to_dict(recipe: Recipe) -> dict[str, Any]:
    """Plain values that JSON holds."""
    plain: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(recipe)))
    return plain


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """The reverse of `to_dict`; unknown keys and wrong types are errors.

    Raises:
        ConfigError: names the key and the value.
    """
    recipe: Recipe = _build(Recipe, values, "")
    return recipe


def _build(kind: type[Any], values: Mapping[str, Any], prefix: str) -> Any:
    hints = get_type_hints(kind)
    names = [f.name for f in dataclasses.fields(kind)]
    arguments: dict[str, Any] = {}
    for name, value in values.items():
        key = prefix + name
        if name not in names:
            raise _unknown(key, [prefix + n for n in names])
        wanted = hints[name]
        if dataclasses.is_dataclass(wanted):
            if not isinstance(value, Mapping):
                raise ConfigError(key, f"is {value!r}", "give its settings as an object")
            arguments[name] = _build(wanted, value, key + ".")  # type: ignore[arg-type]
        else:
            arguments[name] = _convert(key, value, wanted)
    return kind(**arguments)


def _convert(key: str, value: Any, wanted: Any) -> Any:
    """A JSON value as the field's type."""
    if wanted is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if wanted is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if wanted is str and isinstance(value, str):
        return value
    if getattr(wanted, "__origin__", None) is tuple and isinstance(value, list | tuple):
        inner = wanted.__args__[0]
        return tuple(_convert(key, item, inner) for item in value)
    raise ConfigError(key, f"is {value!r}", f"give a value of type {getattr(wanted, '__name__', wanted)}")


def _flat_keys(values: Mapping[str, Any], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for name, value in values.items():
        keys += _flat_keys(value, f"{prefix}{name}.") if isinstance(value, dict) else [prefix + name]
    return keys


def _unknown(key: str, known: Sequence[str]) -> ConfigError:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
    return ConfigError(key, "is no setting of a recipe", hint)
