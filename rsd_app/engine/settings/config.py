"""What a user may choose for one picture: validated once, here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.color.choices import GAMUTS, KEEP, Gamut, Keep
from rsd_app.engine.settings.regions import Region, check_regions
from rsd_app.engine.settings.sizing import MAX_FACTOR, SizeTarget

Format = Literal["same", "png", "jpg", "webp", "tiff", "avif", "jxl"]
Precision = Literal["auto", "fp32", "bf16", "fp16"]
FORMATS: tuple[Format, ...] = ("same", "png", "jpg", "webp", "tiff", "avif", "jxl")
PRECISIONS: tuple[Precision, ...] = ("auto", "fp32", "bf16", "fp16")
DEFAULT_MODEL = "restore-x4"
DEFAULT_MAX_MEGAPIXELS = 500.0
MAX_TRUST_SEEDS = 64


@dataclass(frozen=True, kw_only=True)
class UpscaleConfig:
    """Settings of one enlargement.

    Raises:
        ConfigError: a value is out of its range.
    """

    model: str = DEFAULT_MODEL  # a name of the library, or a path of a model file
    exact_model: bool = False  # keep to it where a sister of it draws the same size with less work
    scale: float = 4.0  # enlargement of each side, up to 16; 1 restores only
    size: SizeTarget | None = None  # another way to say how large; goes before scale
    severity: float | None = None  # damage of the source, 0 clean to 1 heavy; None lets the model judge
    realism: float = 1.0  # 0 faithful: what is sure; 1 realistic: a full sample, details invented where they are lost
    regions: tuple[Region, ...] = ()  # parts with a realism or a variant of their own; later ones lie over earlier ones
    guard: bool = True  # keep faces and text faithful, where the model knows its realism; see `engine.render.guard`
    seed: int = 0  # the noise of the sample: same seed, same picture
    device: str = "auto"  # auto, cpu, cuda or cuda:N
    precision: Precision = "auto"  # auto takes bf16 on a CPU only where a probe shows it faster
    memory_mb: int | None = None  # budget of the network's working memory and large weights; None: from what is free
    tile: int | None = None  # side of the parts worked on, in source pixels; None: from the budget
    format: Format = "same"  # same as the source, where that can be written, else png
    bits: int | None = None  # 8 or 16 per channel; None: as the source
    quality: int = 95  # of JPEG, WebP, AVIF and JPEG XL, 1 to 100
    overwrite: bool = False  # replace an output that exists
    colour_fix: bool = True  # correct colours that drift at large scale by more than 1/255 on average
    metadata: Keep = "all"  # what of the source's goes along: all, no-place (without GPS) or none
    keep_times: bool = False  # give the result the times and permissions of the source
    sidecar: bool = False  # write the recipe beside the result too: NAME.rsd.json
    raw_gamut: Gamut = "srgb"  # of a camera's RAW: srgb, or wide for Display P3
    trust: Path | None = None  # where the map of trust goes: a file, or a folder for several; None makes none
    trust_seeds: int = 8  # that it compares, the picture's own included
    check: Path | None = None  # where the back-check map goes, in the same way
    resume: bool = False  # continue the canvas that an interrupted run has left
    max_megapixels: float = DEFAULT_MAX_MEGAPIXELS  # refuse larger sources before decoding them

    def __post_init__(self) -> None:
        _within("scale", self.scale, 0.05, MAX_FACTOR)
        if self.severity is not None:
            _within("severity", self.severity, 0.0, 1.0, "or auto")
        _within("realism", self.realism, 0.0, 1.0)
        check_regions(self.regions)
        _within("seed", self.seed, 0, 2**63 - 1)
        _within("trust-seeds", self.trust_seeds, 2, MAX_TRUST_SEEDS)
        _within("quality", self.quality, 1, 100)
        _within("max-megapixels", self.max_megapixels, 0.0, math.inf)
        if self.memory_mb is not None:
            _within("memory-mb", self.memory_mb, 64, 2**24)
        if self.tile is not None:
            _within("tile", self.tile, 16, 2**20, "or auto")
        if self.bits not in (None, 8, 16):
            raise ConfigError("--bits", f"is {self.bits}", "give 8 or 16")
        _one_of("format", self.format, FORMATS)
        _one_of("precision", self.precision, PRECISIONS)
        _one_of("metadata", self.metadata, KEEP)
        _one_of("raw-gamut", self.raw_gamut, GAMUTS)

    def factor(self, width: int, height: int) -> float:
        """The enlargement of each side of a picture of `width` x `height`.

        Raises:
            ConfigError: it is larger than can be reached.
        """
        if self.size is None:
            return self.scale
        factor = self.size.factor(width, height)
        if factor > MAX_FACTOR:
            problem = f"asks for {factor:.1f} times the sides of {width} x {height}"
            raise ConfigError("the size", problem, f"{MAX_FACTOR:g} times is the most")
        return factor


def _one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ConfigError(f"--{name}", f"is {value!r}", f"give one of {', '.join(known)}")


def _within(name: str, value: float, low: float, high: float, also: str = "") -> None:
    if not low <= value <= high:  # also refuses NaN
        raise ConfigError(f"--{name}", f"is {value}", f"give a number from {low:g} to {high:g} {also}".rstrip())
