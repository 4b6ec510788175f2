"""What a user may choose for one picture: each setting once, with its flag, help, range and row; see `setting.py`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.color.choices import GAMUTS, KEEP, Gamut, Keep
from rsd_app.core.image_io.formats.registry import WRITABLE
from rsd_app.engine.settings.regions import Region, check_regions, read_regions
from rsd_app.engine.settings.setting import Row, check, label, setting
from rsd_app.engine.settings.sizing import MAX_FACTOR, SizeTarget

Format = str  # one of FORMATS
Precision = Literal["auto", "fp32", "bf16", "fp16"]
FORMATS: tuple[Format, ...] = ("same", *WRITABLE)
PRECISIONS: tuple[Precision, ...] = ("auto", "fp32", "bf16", "fp16")
DEFAULT_MODEL = "restore-x4"
DEFAULT_MAX_MEGAPIXELS = 500.0
MAX_TRUST_SEEDS = 64
_AUTOMATIC = label("Automatic")


@dataclass(frozen=True, kw_only=True)
class CommonSettings:
    """What both the command line and the window let a user choose. A field added here is in both, and in the recipe."""

    model: str = setting(  # a name of the library, or a path of a model file
        DEFAULT_MODEL, "an installed model or a model file", metavar="NAME|FILE", decides="picture"
    )
    severity: float | None = setting(
        None,
        "damage: 0 clean, 1 heavy",
        decides="drawing",
        metavar="auto|0..1",
        none="auto",  # the model judges
        limits=(0.0, 1.0),
    )
    realism: float = setting(
        1.0,
        "0 faithful, 1 realistic (default 1)",
        decides="drawing",
        metavar="0..1",
        limits=(0.0, 1.0),
        row=Row(
            place="restore",
            text=label("Detail"),
            tip=label("Faithful: only what is certain. Realistic: lost detail is invented."),
            name=label("Detail, from faithful to realistic"),
            words={0.0: label("faithful"), 1.0: label("realistic")},
        ),
    )
    seed: int = setting(  # of the noise: same seed, same picture
        0,
        "a different seed gives a different sample (default 0)",
        decides="drawing",
        metavar="N",
        limits=(0, 2**63 - 1),
        row=Row(place="restore", text=label("Seed")),
    )
    regions: tuple[Region, ...] = setting(  # later ones lie over earlier ones
        (),
        "regions with a realism of their own: JSON, or a result's sidecar",
        decides="drawing",
        metavar="FILE",
        read=read_regions,
        before=(),
    )
    guard: bool = setting(  # where the model knows its realism; what it finds becomes regions (`engine.render.guard`)
        True,
        "do not keep faces and text faithful",
        decides="file",
        before=False,
        row=Row(
            place="advanced",
            text=label("Guard"),
            tip=label("Detected and kept faithful: nothing is invented there"),
            words={True: label("Faces and text")},
        ),
    )
    format: Format = setting(  # same as the source, where that can be written, else png
        "same",
        "of the result (default: as the source)",
        decides="file",
        choices=FORMATS,
        row=Row(
            place="output",
            text=label("Format"),
            words={"same": label("Same as the photo")} | {name: name.upper() for name in FORMATS[1:]},
        ),
    )
    quality: int = setting(
        95,
        "of JPEG, WebP, AVIF and JPEG XL (default 95); 100 makes JPEG XL lossless",
        decides="file",
        metavar="1..100",
        limits=(1, 100),
    )
    bits: int | None = setting(
        None,
        "bits per channel (default: as the source)",
        decides="picture",
        choices=(8, 16),
        row=Row(
            place="output",
            text=label("Depth"),
            words={None: label("Same as the photo"), 8: label("8 bits per channel"), 16: label("16 bits per channel")},
        ),
    )
    device: str = setting(
        "auto",
        "where it is computed (default: the fastest)",
        decides="nothing",  # the record names its kind by itself
        metavar="auto|cpu|cuda:0",
        row=Row(place="computer", text=label("Device"), words={"auto": label("The fastest"), "cpu": "CPU"}),
    )
    metadata: Keep = setting(
        "all",
        "which metadata to copy; no-place: without GPS",
        decides="file",
        choices=KEEP,
        row=Row(
            place="advanced",
            text=label("Metadata"),
            tip=label("Which of the photo's metadata is copied into the result"),
            words={"all": label("All of it"), "no-place": label("Without the location"), "none": label("None")},
        ),
    )
    colour_fix: bool = setting(
        True,
        "do not correct colours that drift by more than 1/255",
        decides="picture",
        row=Row(
            place="advanced",
            text=label("Colours"),
            tip=label("Corrects colours that the model lets drift over large areas"),
            words={True: label("As in the photo")},
        ),
    )
    raw_gamut: Gamut = setting(
        "srgb",
        "colour space of developed camera RAW; wide is Display P3",
        decides="drawing",
        choices=GAMUTS,
        row=Row(
            place="advanced",
            text=label("Camera RAW"),
            tip=label("The colour space that camera RAW is developed into"),
            words={"srgb": "sRGB", "wide": "Display P3"},
        ),
    )
    precision: Precision = setting(  # auto takes bf16 on a CPU only where a probe shows it faster
        "auto",
        "of the network's numbers (default: the fastest that is good enough)",
        decides="picture",
        choices=PRECISIONS,
        row=Row(place="advanced", text=label("Precision"), words={"auto": _AUTOMATIC}),
    )
    memory_mb: int | None = setting(  # of working memory and large weights; None: from what is free
        None,
        "memory budget of the network",
        decides="nothing",
        metavar="N",
        limits=(64, 2**24),
        row=Row(place="advanced", text=label("Memory"), words={None: _AUTOMATIC}, unit="MB", step=64),
    )
    tile: int | None = setting(  # None: from the budget
        None,
        "side of the parts processed at once, in source pixels",
        decides="nothing",
        metavar="auto|N",
        none="auto",
        limits=(16, 2**20),
        row=Row(place="advanced", text=label("Tile"), words={None: _AUTOMATIC}, unit="px", step=16),
    )


@dataclass(frozen=True, kw_only=True)
class UpscaleConfig(CommonSettings):
    """Settings of one enlargement: those in common, and those of the engine and the command line alone.

    Raises:
        ConfigError: a value is out of its range.
    """

    exact_model: bool = setting(
        False, "always use the named model, even where its ×2 sibling would do", decides="nothing"
    )
    scale: float = setting(  # --scale is read with the other sizes
        4.0, "factor per side, up to 16; 1 restores only", decides="picture", flag=None, limits=(0.05, MAX_FACTOR)
    )
    size: SizeTarget | None = setting(  # goes before scale
        None, "another way to say how large", decides="picture", flag=None
    )
    keep_times: bool = setting(False, "give results the times and permissions of their photos", decides="nothing")
    sidecar: bool = setting(False, "write the recipe beside the result too: NAME.rsd.json", decides="nothing")
    trust: Path | None = setting(
        None,
        "a 16-bit gray map of where samples differ: detail is invented there",
        decides="nothing",
        commands="upscale",
        metavar="FILE|DIR",
    )
    trust_seeds: int = setting(
        8,
        "number of samples compared (default 8); takes as long as N results",
        decides="nothing",
        commands="upscale",
        metavar="N",
        limits=(2, MAX_TRUST_SEEDS),
    )
    check: Path | None = setting(
        None,
        "a map of where the result, reduced again, contradicts the photo",
        decides="nothing",
        flag="--back-check",
        commands="upscale",
        metavar="FILE|DIR",
    )
    max_megapixels: float = setting(
        DEFAULT_MAX_MEGAPIXELS, "refuse larger sources", decides="nothing", metavar="N", limits=(0.0, math.inf)
    )
    overwrite: bool = setting(False, "replace results that exist", decides="nothing")
    resume: bool = setting(False, "continue an interrupted run", decides="nothing", commands="upscale")

    def __post_init__(self) -> None:
        check(self)
        check_regions(self.regions)

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
