"""What is chosen for a photo in the window: plain values that survive a restart, and the engine's configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from rsd_app.core.errors import ConfigError
from rsd_app.core.image_io.color.choices import Gamut, Keep
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, check_template
from rsd_app.engine.settings.config import DEFAULT_MODEL, Format, Precision, UpscaleConfig
from rsd_app.engine.settings.regions import Region, regions_from
from rsd_app.engine.settings.sizing import MAX_FACTOR, PrintSize, SizeTarget, result_size

SizeBy = Literal["factor", "width", "height", "long_side", "short_side", "megapixels", "print"]
SIZES: tuple[SizeBy, ...] = ("factor", "width", "height", "long_side", "short_side", "megapixels", "print")
SMALLEST_SCALE = 0.05
BY_KIND = ""  # in place of a model's name: the default of the photo's kind


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Settings of one photo or of all."""

    model: str = DEFAULT_MODEL  # or BY_KIND
    size_by: SizeBy = "factor"
    size: float = 4.0  # a factor, pixels, or megapixels; a print has paper and dpi
    paper: str = "A4"  # or sides, as 40x30cm, 12in
    dpi: int = 300
    severity: float | None = None  # None: auto
    realism: float = 1.0  # 0 faithful
    regions: tuple[Region, ...] = ()  # painted on one photo: only what holds for it has some
    guard: bool = True  # faces and text stay faithful
    seed: int = 0
    format: Format = "same"
    quality: int = 95
    bits: int | None = None
    folder: str | None = None  # None: beside each photo
    name: str = DEFAULT_TEMPLATE  # of results
    metadata: Keep = "all"
    colour_fix: bool = True
    raw_gamut: Gamut = "srgb"
    device: str = "auto"
    precision: Precision = "auto"
    memory_mb: int | None = None
    tile: int | None = None

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Choices:
        """What can be understood of saved choices, the rest as by default."""
        found = cls()
        for field in fields(cls):
            if field.name in data:
                try:
                    value: Any = data[field.name]
                    value = regions_from(value) if field.name == "regions" else value
                    changed = replace(found, **{field.name: value})
                    changed.config(100, 100)
                    changed.print_size()
                    check_template(changed.name)
                except (ConfigError, TypeError, ValueError, ArithmeticError):
                    continue
                found = changed
        return found

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON; `from_json` reads them."""
        return asdict(self)

    def print_size(self) -> PrintSize:
        """The sheet that a print covers.

        Raises:
            ConfigError: the paper or the resolution is none.
        """
        return PrintSize.parse(f"{self.paper}@{self.dpi}")

    def scale_for(self, width: int, height: int) -> float:
        """The enlargement of each side that gives a photo the size asked for, as far as the engine goes.

        Raises:
            ConfigError, ValueError: a size that is unknown or not above 0.
        """
        if self.size_by not in SIZES or not self.size > 0:
            raise ValueError(f"{self.size_by} {self.size} is no size")
        asked = self.size
        if self.size_by == "print":
            asked = SizeTarget(print=self.print_size()).factor(width, height)
        elif self.size_by != "factor":
            value = self.size if self.size_by == "megapixels" else round(self.size)
            asked = SizeTarget(**{self.size_by: value}).factor(width, height)  # type: ignore[arg-type]
        return float(max(SMALLEST_SCALE, min(MAX_FACTOR, asked)))

    def result_size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height of the result of a photo."""
        return result_size(width, height, self.scale_for(width, height))

    def config(self, width: int, height: int) -> UpscaleConfig:
        """For the engine; a result that exists is never replaced, an interrupted run is continued.

        Who has BY_KIND as a model asks the document first which that is.

        Raises:
            ConfigError: a value is out of its range.
        """
        return UpscaleConfig(
            model=self.model,
            scale=self.scale_for(width, height),
            size=SizeTarget(print=self.print_size()) if self.size_by == "print" else None,  # the file says its dpi
            severity=self.severity,
            realism=self.realism,
            guard=self.guard,
            regions=self.regions,
            seed=self.seed,
            format=self.format,
            quality=self.quality,
            bits=self.bits,
            device=self.device,
            precision=self.precision,
            memory_mb=self.memory_mb,
            tile=self.tile,
            metadata=self.metadata,
            colour_fix=self.colour_fix,
            raw_gamut=self.raw_gamut,
            resume=True,
        )

    def destination_folder(self) -> Path | None:
        """Where results go; None for beside each photo."""
        return None if self.folder is None else Path(self.folder)
