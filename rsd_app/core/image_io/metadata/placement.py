"""Where a place of the stored picture lies in the result, which is turned upright and enlarged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Placement:
    """How the stored picture lies in the result.

    Args:
        orientation: of EXIF, 1 to 8, by which the stored pixels were turned.
        stored_width, stored_height: in pixels, before that.
        width, height: of the result.
    """

    orientation: int
    stored_width: int
    stored_height: int
    width: int
    height: int

    @property
    def is_turned(self) -> bool:
        return self.orientation != 1

    @property
    def is_transposed(self) -> bool:
        """Whether columns have become rows."""
        return self.orientation >= 5

    @property
    def scale(self) -> tuple[float, float]:
        """Result pixels per source pixel, across and down the result."""
        across, down = self.extent(self.stored_width, self.stored_height)
        return self.width / across, self.height / down

    def unturned(self) -> Placement:
        """The same for places given in the upright picture."""
        across, down = self.extent(self.stored_width, self.stored_height)
        size = {"width": self.width, "height": self.height}
        return Placement(orientation=1, stored_width=int(across), stored_height=int(down), **size)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point in shares of the sides, 0 to 1."""
        if self.orientation in (2, 3, 7, 8):
            x = 1 - x
        if self.orientation in (3, 4, 6, 7):
            y = 1 - y
        return (y, x) if self.is_transposed else (x, y)

    def extent(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of something, in any unit, as the result shows it."""
        return (height, width) if self.is_transposed else (width, height)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture in pixels."""
        across, down = self.point(x / self.stored_width, y / self.stored_height)
        return across * self.width, down * self.height

    def pixels(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of something in pixels."""
        (across, down), scale = self.extent(width, height), self.scale
        return across * scale[0], down * scale[1]

    def subject(self, area: Sequence[int]) -> list[int]:
        """A SubjectArea of EXIF in pixels: a point, a circle (middle and diameter), or a rectangle around its middle.

        Raises:
            ValueError: it is none of these.
        """
        if not 2 <= len(area) <= 4:
            raise ValueError(f"an area of {len(area)} numbers")
        x, y = self.pixel(area[0], area[1])
        extent = self.pixels(area[2], area[-1])[: len(area) - 2] if len(area) > 2 else ()
        return [round(value) for value in (x, y, *extent)]
