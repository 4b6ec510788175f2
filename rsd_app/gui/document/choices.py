"""What is chosen for a photo in the window: plain values that survive a restart, and the engine's configuration."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from rsd_app.core.decode import Fields, field_types
from rsd_app.core.errors import ConfigError
from rsd_app.engine.batch.naming import DEFAULT_TEMPLATE, check_template
from rsd_app.engine.settings.config import CommonSettings, UpscaleConfig
from rsd_app.engine.settings.regions import regions_from
from rsd_app.engine.settings.sizing import MAX_FACTOR, PrintSize, SizeTarget, result_size

SizeBy = Literal["factor", "width", "height", "long_side", "short_side", "megapixels", "print"]
SIZES: tuple[SizeBy, ...] = ("factor", "width", "height", "long_side", "short_side", "megapixels", "print")
SMALLEST_SCALE = 0.05
BY_KIND = ""  # in place of a model's name: the default of the photo's kind


@dataclass(frozen=True, kw_only=True)
class Choices(CommonSettings):
    """Settings of one photo or of all: those of the engine, and what the window has of its own.

    The model may be BY_KIND; regions are painted on one photo, so only what holds for it has some.
    """

    size_by: SizeBy = "factor"
    size: float = 4.0  # a factor, pixels, or megapixels; a print has paper and dpi
    paper: str = "A4"  # or sides, as 40x30cm, 12in
    dpi: int = 300
    folder: str | None = None  # None: beside each photo
    name: str = DEFAULT_TEMPLATE  # of results

    @classmethod
    def from_json(cls, data: object, problems: list[str] | None = None, where: str = "") -> Choices:
        """What can be understood of saved choices, the rest as by default.

        Args:
            problems, where: as in `Fields`.
        """
        problems = [] if problems is None else problems
        values, found = Fields(data, problems, where), cls()
        for name, kind in field_types(cls).items():
            if name not in values:
                continue
            value: Any = values.get(name, list[Any] if name == "regions" else kind, getattr(found, name))
            try:
                value = regions_from(value) if name == "regions" else value
                changed = replace(found, **{name: value})
                changed.config(100, 100)
                changed.print_size()
                check_template(changed.name)
            except (ConfigError, ValueError, ArithmeticError) as error:
                problems.append(f"{values.place(name)}: {error}")
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
        common: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(CommonSettings)}
        return UpscaleConfig(
            **common,
            scale=self.scale_for(width, height),
            size=SizeTarget(print=self.print_size()) if self.size_by == "print" else None,  # the file says its dpi
            resume=True,
        )

    def destination_folder(self) -> Path | None:
        """Where results go; None for beside each photo."""
        return None if self.folder is None else Path(self.folder)
