"""What a training consists of: frozen, validated, saved resolved with every run. Without torch."""

from __future__ import annotations

import dataclasses
import difflib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, TypeVar, get_type_hints

from rsd_app.core.errors import ConfigError

DAMAGES = ("restore", "resaved", "photo", "dark", "film", "web", "mixed", "bicubic", "custom")

_Value = TypeVar("_Value")


def limited(default: _Value, low: float, high: float) -> _Value:
    """A field whose value, or each item of whose value, is a number from `low` to `high`."""
    return field(default=default, metadata={"range": (low, high)})


def one_of(default: str, *choices: str) -> str:
    """A field that takes one of a few words."""
    return field(default=default, metadata={"choices": choices})


class Section:
    """What a recipe says of the network of one family; the fields are arguments of that network."""

    fold: int = 1  # pixels of the lq picture, each way, for one place of the network
    learns_realism: ClassVar[bool] = False
    optional: ClassVar[tuple[str, ...]] = ()  # fields that a header holds only where they are not as by default

    @property
    def multiple(self) -> int:
        """What the sides of lq are multiples of."""
        raise NotImplementedError

    def check(self) -> None:
        """Hold that the fields fit together.

        Raises:
            ConfigError: they do not.
        """

    def arguments(self) -> dict[str, Any]:
        """Of the network, as a header holds them."""
        plain: dict[str, Any] = {}
        for entry in dataclasses.fields(self):  # type: ignore[arg-type]
            value = getattr(self, entry.name)
            if entry.name not in self.optional or value != entry.default:
                plain[entry.name] = list(value) if isinstance(value, tuple) else value
        return plain

    @classmethod
    def of_arguments(cls, arguments: Mapping[str, Any]) -> Self:
        """The reverse; what no recipe sets, as the noise channels, is left out."""
        names = {entry.name for entry in dataclasses.fields(cls)}  # type: ignore[arg-type]
        known = {name: value for name, value in arguments.items() if name in names}
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()})


@dataclass(frozen=True, kw_only=True)
class NetworkConfig(Section):
    """The compact network; see `rsd_app.core.networks.compact.compact_unet.CompactUNet`."""

    widths: tuple[int, ...] = limited((64, 96, 192), 8, 2048)  # channels of each level, finest first
    blocks: tuple[int, ...] = limited((2, 2, 4), 1, 64)  # residual blocks of each level
    up: tuple[int, ...] = limited((), 1, 64)  # of each level but the last, going up; none given: as many as going down
    tail: int = limited(0, 0, 64)  # residual blocks at twice the size of the finest level, at half of its width
    condition_dim: int = limited(128, 4, 4096)  # length of the vector made of time and severity
    fold: int = limited(1, 1, 4)  # pixels of the lq picture, each way, for one place of the network

    learns_realism = True
    optional = ("up", "tail", "fold")

    @property
    def multiple(self) -> int:
        """See `Section`."""
        return self.fold * int(2 ** (len(self.widths) - 1))

    def check(self) -> None:
        """See `Section`."""
        if not 1 <= len(self.widths) <= 6 or len(self.widths) != len(self.blocks):
            problem = f"have {len(self.widths)} and {len(self.blocks)} levels"
            raise ConfigError("network.widths, network.blocks", problem, "give one number per level to both, 1 to 6")
        if self.up and len(self.up) != len(self.widths) - 1:
            problem = f"has {len(self.up)} numbers"
            raise ConfigError(
                "network.up", problem, f"give {len(self.widths) - 1}, one per level but the last, or none"
            )


@dataclass(frozen=True, kw_only=True)
class SwinConfig(Section):
    """The network of the paper family; see `rsd_app.core.networks.published.swin_unet.SwinUNet`."""

    base_channels: int = limited(160, 32, 1024)
    multipliers: tuple[int, ...] = limited((1, 2, 2, 4), 1, 16)
    blocks: int = limited(2, 1, 16)
    swin_width: int = limited(192, 32, 1024)
    head_channels: int = limited(32, 1, 1024)
    window: int = limited(8, 2, 32)
    mlp_ratio: float = limited(4.0, 0.25, 16)
    image_size: int = limited(64, 8, 512)

    @property
    def multiple(self) -> int:
        """See `Section`."""
        return int(self.window * 2 ** (len(self.multipliers) - 1))


@dataclass(frozen=True, kw_only=True)
class ScheduleConfig:
    """The residual-shifting process, in pixel space for the compact family."""

    steps: int = limited(15, 2, 1000)  # T
    kappa: float = limited(0.5, 0.01, 20)  # noise strength
    min_noise_level: float = limited(0.04, 0.001, 0.98)  # m
    power: float = limited(0.3, 0.01, 10)  # p
    sigma_data: float = limited(1.0, 0.01, 100)


@dataclass(frozen=True, kw_only=True)
class DataConfig:
    """How pairs and crops are made."""

    pairs: int = limited(12_288, 16, 10_000_000)  # size of the pool of degraded pairs; a multiple of 16
    pair_side: int = limited(192, 32, 4096)  # side of a pooled hq crop, in pixels
    crop: int = limited(32, 4, 1024)  # side of a training crop, in lq pixels
    detail_tries: int = limited(1, 1, 64)  # crops of which the richest is taken, at most, see `trainer.data.pool`
    scene_share: float = limited(0.0, 0, 1)  # of crops that show most of a photo, reduced, as small pictures do
    clean_share: float = limited(0.1, 0, 1)  # share of pairs with severity 0
    severity_power: float = limited(1.0, 0.1, 10)  # above 1 leans to heavy damage, see `trainer.data.pool`
    gray_share: float = limited(0.0, 0, 1)  # share of pairs that are made gray, so that gray scans stay gray
    dark_share: float = limited(0.0, 0, 1)  # share of pairs that are made dark, with the damage `dark`
    unknown_share: float = limited(0.5, 0, 1)  # share of samples whose severity is hidden from the network
    held_out: int = limited(24, 0, 100_000)  # photos kept for validation, chosen by a hash of their names
    select: str = one_of("good", "good", "all")  # whether blurred, enlarged, compressed and noisy photos are left out
    damage: str = one_of("restore", *DAMAGES)  # kind of `trainer.damage.presets`, or measured: custom
    custom_blur: tuple[float, float] = limited((0.0, 0.0), 0, 20)  # measured, see `rsd train run --like`
    custom_noise: tuple[float, float] = limited((0.0, 0.0), 0, 128)
    custom_quality: tuple[int, int] = limited((100, 100), 1, 100)
    guide: str = one_of("none", "none", "x4plus")  # a network whose results are targets, see `trainer.guide`
    paired_share: float = limited(0.5, 0, 1)  # of the groups, where folders of pairs and of photos are given
    cache_mb: int = limited(16_384, 0, 100_000_000)  # on disk, for decoded photos that exceed photo_memory_mb
    photo_memory_mb: int = limited(4096, 64, 4_000_000)  # for decoded photos


@dataclass(frozen=True, kw_only=True)
class TeacherConfig:
    """ResShift training: mean squared error of the z0 prediction."""

    share: float = limited(0.3, 0, 1)  # of a time budget; the distillation takes the rest
    iterations: int = limited(40_000, 0, 100_000_000)  # where no time budget is given
    batch: int = limited(16, 0, 65_536)  # 0: as many as memory allows, see `trainer.run.batch_size`
    muon_lr: float = limited(0.01, 0, 1)  # of the inner convolutions
    lr: float = limited(8e-4, 1e-8, 1)  # AdamW, of the rest
    betas: tuple[float, float] = limited((0.9, 0.99), 0, 0.99999)
    ema: float = limited(0.999, 0, 0.999999)
    clip: float = limited(1.0, 1e-6, 1e6)  # largest norm of the gradient
    warmup: int = limited(200, 0, 10_000_000)  # iterations
    decay_share: float = limited(0.6, 0, 1)  # last part of the budget, in which the rate falls to zero
    renew_every: int = limited(10, 1, 1_000_000)  # iterations between two renewed groups of the pool


@dataclass(frozen=True, kw_only=True)
class DistillConfig:
    """RSD: the student against an explicit fake network (arXiv 2503.13358).

    The methods sinsr and direct take from it what they have: rates, average, batch, weights of L1, LPIPS and grid.
    """

    iterations: int = limited(15_000, 0, 100_000_000)  # where no time budget is given
    batch: int = limited(16, 0, 65_536)  # 0: as many as memory allows
    fake_updates: int = limited(1, 0, 100)  # K; 0: one in the same pass as the student's, see `trainer.methods.rsd`
    student_times: int = limited(4, 1, 1000)  # N, evenly spaced, T-1 among them
    last_share: float = limited(0.5, 0, 1)  # share of the samples at T-1; the others uniform over the N times
    lr: float = limited(2e-4, 1e-8, 1)
    fake_lr: float = limited(4e-4, 1e-8, 1)
    muon_lr: float = limited(0.0, 0, 1)  # of the student's inner convolutions; 0: AdamW for them too, as in the paper
    fake_muon_lr: float = limited(0.0, 0, 1)  # the same for the fake network
    betas: tuple[float, float] = limited((0.9, 0.95), 0, 0.99999)
    ema: float = limited(0.999, 0, 0.999999)
    clip: float = limited(1.0, 1e-6, 1e6)
    warmup: int = limited(100, 0, 10_000_000)
    decay_share: float = limited(0.6, 0, 1)
    w_rsd: float = limited(1.0, 0, 1e4)
    guide_share: tuple[float, float] = limited(
        (1.0, 1.0), 0, 1
    )  # of damaged samples, at the begin and end of the budget
    rsd_every: int = limited(1, 1, 1000)  # iterations; in those between, pictures alone teach, at half the cost
    rsd_floor: float = limited(-0.003, -1e6, 1e6)  # the RSD term rests while its average is below: the fake is behind
    w_lpips: float = limited(0.5, 0, 1e4)
    w_vgg: float = limited(0.0, 0, 1e4)  # LPIPS-VGG; its weights are fetched by `rsd train fetch-metrics`
    vgg_side: int = limited(64, 16, 4096)  # of the part of each picture that it looks at, in pixels
    vgg_pictures: int = limited(0, 0, 65_536)  # of a batch, that it looks at; 0: all
    vgg_pool: str = one_of("max", "max", "squares", "either")  # of its features; either: drawn for each step
    w_dists: float = limited(0.0, 0, 1e4)  # DISTS on its features, where w_vgg is above 0; 0 in the paper
    w_texture: float = limited(0.0, 0, 1e4)  # statistics of VGG's features, where w_vgg is above 0; 0 in the paper
    w_l1: float = limited(0.5, 0, 1e4)  # on the image; 0 in the paper
    w_grid: float = limited(0.0, 0, 1e6)  # on what of the error repeats with the grid; 0 in the paper
    w_lines: float = limited(0.0, 0, 1e4)  # on lines of the spectrum that the true image lacks; 0 in the paper
    realism_share: float = limited(0.0, 0, 1)  # of the samples at T-1, with less noise, down to none; 0: not learned
    clean_realism: float = limited(1.0, 0, 1)  # wanted at severity 0; see `trainer.models.workplace.asked_realism`
    w_faithful: float = limited(20.0, 0, 1e4)  # squared error, by how much realism is missing
    w_gan: float = limited(0.0, 0, 1e4)  # 3e-3 in the paper
    w_patch_gan: float = limited(0.0, 0, 1e4)  # of a discriminator on pixels; 0 in the paper
    patch_gan_lr: float = limited(2e-4, 1e-8, 1)
    w_feature_gan: float = limited(0.0, 0, 1e4)  # of heads on VGG's features, where w_vgg is above 0; 0 in the paper
    w_alex_gan: float = limited(0.0, 0, 1e4)  # of heads on AlexNet's features; 0 in the paper
    feature_gan_lr: float = limited(1e-3, 1e-8, 1)
    feature_gan_after: int = limited(30, 0, 1_000_000)  # iterations that the heads learn before they count
    lpips_shift: int = limited(4, 0, 64)  # random shift before LPIPS, in pixels, so that no grid pays
    lpips_scale: float = limited(0.0, 0, 0.5)  # 0.2: both pictures by one random factor of 0.8 to 1.2 before LPIPS
    renew_every: int = limited(3, 1, 1_000_000)


SECTIONS = {"compact": "network", "paper": "swin"}  # the part of a recipe that describes the network of a family


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One model from photos to file."""

    name: str
    description: str = ""
    method: str = one_of("rsd", "rsd", "sinsr", "direct", "teacher")  # what makes the student; teacher: none does
    family: str = one_of("compact", *SECTIONS)  # paper: ResShift's network, in latents of its autoencoder
    precision: str = one_of("auto", "auto", "float32")  # auto: bfloat16 where the device gains by it
    growth: str = one_of("none", "none", "blocks")  # of the compact network given by --from; blocks: see `grown_start`
    scale: int = limited(4, 2, 8)
    seed: int = limited(1, 0, 2**31)
    network: NetworkConfig = field(default_factory=NetworkConfig)  # of the family compact
    swin: SwinConfig = field(default_factory=SwinConfig)  # of the family paper
    schedule: ScheduleConfig = field(default_factory=ScheduleConfig)
    data: DataConfig = field(default_factory=DataConfig)
    teacher: TeacherConfig = field(default_factory=TeacherConfig)
    distill: DistillConfig = field(default_factory=DistillConfig)
    save_every_s: float = limited(240.0, 0.01, 86_400)  # between two checkpoints
    keep_newest: int = limited(2, 2, 1000)  # checkpoints of each stage; the best one is kept besides
    milestones: int = limited(4, 1, 1000)  # a checkpoint is kept for good at each of these parts of a budget
    log_every_s: float = limited(10.0, 0, 3600)

    @property
    def section(self) -> Section:
        """What it says of its family's network."""
        section: Section = getattr(self, SECTIONS[self.family])
        return section

    def with_section(self, section: Section) -> Recipe:
        """The same with another description of the network."""
        changed: dict[str, Any] = {SECTIONS[self.family]: section}
        return dataclasses.replace(self, **changed)

    @property
    def student_channels(self) -> int:
        """Noise channels of the student: its noise and, where it learns it, its realism."""
        return 2 if self.distill.realism_share > 0 and self.method != "sinsr" else 1

    @property
    def multiple(self) -> int:
        """What the sides of lq are multiples of."""
        return self.section.multiple

    @property
    def period(self) -> int:
        """Pixels of the true picture, each way, for one place of the network."""
        return self.scale * self.section.fold

    def __post_init__(self) -> None:
        for key, value, metadata in _numbers(self, ""):
            _check(key, value, metadata)
        data = self.data
        if not self.name.isprintable() or not 0 < len(self.name) <= 200:
            raise ConfigError("name", f"is {self.name!r}", "give one line of text")
        if data.pairs % 16:
            raise ConfigError("data.pairs", f"is {data.pairs}", "give a multiple of 16, at least 16")
        if data.pair_side % self.scale:
            raise ConfigError("data.pair_side", f"is {data.pair_side}", f"give a multiple of the scale, {self.scale}")
        if data.crop * self.scale > data.pair_side:
            raise ConfigError(
                "data.crop", f"{data.crop} × {self.scale} exceeds data.pair_side {data.pair_side}",
                f"give at most {data.pair_side // self.scale}",
            )  # fmt: skip
        if data.guide != "none" and self.scale != 4:
            raise ConfigError("data.guide", f"enlarges 4 times, the recipe {self.scale} times", "give none")
        for key in ("custom_blur", "custom_noise", "custom_quality"):
            low, high = getattr(data, key)
            if low > high:
                raise ConfigError(f"data.{key}", f"is {low:g}, {high:g}", "give the lower end first")
        for name in SECTIONS.values():
            getattr(self, name).check()
        multiple = self.multiple
        if data.crop % multiple or data.pair_side // self.scale % multiple:
            raise ConfigError("data.crop", f"is {data.crop}", f"crops must be multiples of {multiple}")
        self._check_distillation()

    def _check_distillation(self) -> None:
        side = self.data.crop * self.scale
        if self.distill.w_lines > 0 and (side < 64 or side % 8):
            problem = f"gives pictures of {side} pixels, whose spectrum has no lines to weigh"
            raise ConfigError("data.crop", problem, "make crop × scale a multiple of 8 from 64 on, or w_lines 0")
        if self.distill.fake_updates == 0 and self.distill.w_gan > 0:
            raise ConfigError("distill.fake_updates", "is 0, with distill.w_gan above 0", "give 1 or more")
        if self.distill.realism_share > 0 and not self.section.learns_realism:
            problem = f"is above 0, and the networks of the family {self.family} have no place for it"
            raise ConfigError("distill.realism_share", problem, "give 0")
        if self.distill.student_times > self.schedule.steps:
            problem = f"is {self.distill.student_times}"
            raise ConfigError("distill.student_times", problem, f"give 1 to {self.schedule.steps}")


def _numbers(section: Any, prefix: str) -> Iterator[tuple[str, Any, Mapping[str, Any]]]:
    """Dotted key, value and metadata of every setting of a section and those below it."""
    for entry in dataclasses.fields(section):
        value = getattr(section, entry.name)
        if dataclasses.is_dataclass(value):
            yield from _numbers(value, f"{prefix}{entry.name}.")
        else:
            yield prefix + entry.name, value, entry.metadata


def _check(key: str, value: Any, metadata: Mapping[str, Any]) -> None:
    """Hold a value against the range or the choices of its field."""
    if "choices" in metadata and value not in metadata["choices"]:
        near = difflib.get_close_matches(str(value), metadata["choices"], n=1)
        hint = f"did you mean {near[0]}?" if near else f"give one of {', '.join(metadata['choices'])}"
        raise ConfigError(key, f"is {value!r}", hint)
    if "range" in metadata:
        low, high = metadata["range"]
        for item in value if isinstance(value, tuple) else (value,):
            if not (math.isfinite(item) and low <= item <= high):
                raise ConfigError(key, f"is {item:g}", f"give a number from {low:g} to {high:g}")


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
            place[last] = text if isinstance(place[last], str) else json.loads(text)
        except ValueError:
            place[last] = text
    return from_dict(changed)


def to_dict(recipe: Recipe) -> dict[str, Any]:
    """Plain values for JSON."""
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
            raise _unknown(key, [prefix + n for n in names] if prefix else _all_keys())
        wanted = hints[name]
        if dataclasses.is_dataclass(wanted):
            if not isinstance(value, Mapping):
                raise ConfigError(key, f"is {value!r}", "give its settings as an object")
            arguments[name] = _build(wanted, value, key + ".")  # type: ignore[arg-type]
        else:
            arguments[name] = _convert(key, value, wanted)
    if kind is Recipe and "name" not in arguments:
        raise ConfigError("name", "is missing", "give the recipe a name")
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
        inner, *others = wanted.__args__
        if others and others[-1] is not ... and len(value) != len(wanted.__args__):
            raise ConfigError(key, f"has {len(value)} items", f"give {len(wanted.__args__)}")
        return tuple(_convert(key, item, inner) for item in value)
    raise ConfigError(key, f"is {value!r}", f"give a value of type {getattr(wanted, '__name__', wanted)}")


def _flat_keys(values: Mapping[str, Any], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for name, value in values.items():
        keys += _flat_keys(value, f"{prefix}{name}.") if isinstance(value, dict) else [prefix + name]
    return keys


def _all_keys() -> list[str]:
    return _flat_keys(to_dict(Recipe(name="any"))) + [f.name for f in dataclasses.fields(Recipe)]


def _unknown(key: str, known: Sequence[str]) -> ConfigError:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
    return ConfigError(key, "is no setting of a recipe", hint)
