"""Parts of a picture with a realism or a variant of their own: painted, or found.

Everything is in ten-thousandths, so that a region is exact as JSON and holds for every size of its picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from rsd_app.core.decode import DecodeError, decode, parse_json
from rsd_app.core.errors import ConfigError

UNIT = 10_000  # of a side
MAX_POINTS = 3000  # of all regions together, which have to fit into the XMP of a JPEG
OWN_POINTS = 3  # the room of so many points is taken by a region itself
MAX_VARIANT = 1000


@dataclass(frozen=True, kw_only=True)
class Region:
    """A line that was painted, or an area with its outline.

    Args:
        points: x and y of each, in ten-thousandths of the picture's width and height; a line or the corners of an area.
        radius: half the width of a line, from whose middle on it fades; how far an area fades beyond its outline. In
            ten-thousandths of the longer side.
        area: the points enclose an area.
        realism: of what lies there, 0 faithful to 1 realistic; None: as elsewhere.
        variant: so many seeds after the picture's own; None: as elsewhere.

    Raises:
        ConfigError: a value is out of its range.
    """

    points: tuple[tuple[int, int], ...]
    radius: int
    area: bool = False
    realism: float | None = None
    variant: int | None = None

    def __post_init__(self) -> None:
        least = 3 if self.area else 1
        if len(self.points) < least:
            raise _wrong(f"has {len(self.points)} points", f"give {least} or more")
        if not all(-UNIT <= value <= 2 * UNIT for point in self.points for value in point):
            raise _wrong("has a point far outside", f"give x and y from 0 to {UNIT}")
        if not 0 <= self.radius <= UNIT:
            raise _wrong(f"has the radius {self.radius}", f"give 0 to {UNIT}")
        if self.realism is not None and not 0 <= self.realism <= 1:
            raise _wrong(f"has the realism {self.realism}", "give 0 to 1")
        if self.variant is not None and not 0 <= self.variant <= MAX_VARIANT:
            raise _wrong(f"has the variant {self.variant}", f"give 0 to {MAX_VARIANT}")

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON; `regions_from` reads them."""
        return asdict(self)

    def as_row(self) -> list[Any]:
        """A compact list for JSON: radius, area, realism, variant, then x and y of each point; `from_row` reads it."""
        return [
            self.radius,
            int(self.area),
            self.realism,
            self.variant,
            *(value for point in self.points for value in point),
        ]

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Region:
        """Read what `as_row` writes."""
        radius, area, realism, variant, *values = row
        return decode(
            cls,
            {
                "points": list(zip(values[::2], values[1::2], strict=True)),
                "radius": radius, "area": bool(decode(Literal[0, 1], area, "area")),
                "realism": realism, "variant": variant,
            },
        )  # fmt: skip


def _wrong(problem: str, remedy: str) -> ConfigError:
    return ConfigError("a region", problem, remedy)


def regions_from(values: Any) -> tuple[Region, ...]:
    """Regions from what JSON holds.

    Raises:
        ConfigError: it is something else.
    """
    try:
        found = []
        for value in values:
            if isinstance(value, list | tuple):
                found.append(Region.from_row(value))
            else:
                found.append(decode(Region, value))
    except (TypeError, ValueError) as error:
        raise _wrong(f"is not understood ({error})", "give objects with points, radius, realism or variant") from error
    check_regions(found)
    return tuple(found)


def read_regions(path: Path) -> tuple[Region, ...]:
    """Regions from a file: a list of them, or the sidecar of a result that has some.

    Raises:
        ConfigError: it cannot be read, or holds something else.
    """
    try:
        values = parse_json(path.read_bytes())
        if isinstance(values, dict):
            settings = parse_json(decode(str, values.get("Settings"), "Settings"))
            values = decode(dict[str, Any], settings).get("regions", [])
        values = decode(list[Any], values)
    except OSError as error:
        raise ConfigError(path, f"cannot be read ({error.strerror})", "name another file") from error
    except DecodeError as error:
        raise ConfigError(path, "holds no regions", "give a list of them, or a result's sidecar") from error
    return regions_from(values)


def check_regions(regions: Sequence[Region]) -> None:
    """Hold that they fit into the record of a result.

    Raises:
        ConfigError: there are too many points.
    """
    room = sum(room_of(len(region.points)) for region in regions)
    if room > MAX_POINTS:
        raise ConfigError("the regions", f"take the room of {room} points", f"{MAX_POINTS} are the most")


def room_of(points: int) -> int:
    """What a region of so many points takes of MAX_POINTS."""
    return points + OWN_POINTS
