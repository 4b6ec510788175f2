"""The size of a result, by factor, side, megapixels or print, and the passes that reach it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields

from rsd_app.core.errors import ConfigError

CM_PER_INCH = 2.54
DEFAULT_DPI = 300.0
MAX_FACTOR = 16.0
# Width and height in cm, upright.
PAPERS = {
    "A0": (84.1, 118.9), "A1": (59.4, 84.1), "A2": (42.0, 59.4), "A3": (29.7, 42.0), "A4": (21.0, 29.7),
    "A5": (14.8, 21.0), "A6": (10.5, 14.8), "Letter": (21.59, 27.94), "Legal": (21.59, 35.56),
    "Tabloid": (27.94, 43.18), "4x6": (10.16, 15.24), "5x7": (12.7, 17.78), "8x10": (20.32, 25.4),
    "11x14": (27.94, 35.56), "16x20": (40.64, 50.8), "20x30": (50.8, 76.2), "24x36": (60.96, 91.44),
}  # fmt: skip
_PRINT = re.compile(
    r"(?P<width>\d+(?:\.\d+)?)?\s*(?:x\s*(?P<height>\d+(?:\.\d+)?))?\s*(?P<unit>cm|mm|in)", re.IGNORECASE
)
_PER_CM = {"cm": 1.0, "mm": 0.1, "in": CM_PER_INCH}


@dataclass(frozen=True, kw_only=True)
class PrintSize:
    """A sheet for the picture to cover; one side may be left open.

    Raises:
        ConfigError: no side, or not above zero.
    """

    width_cm: float | None = None
    height_cm: float | None = None
    dpi: float = DEFAULT_DPI
    turns: bool = False  # a paper format: the sheet is turned as the picture is

    def __post_init__(self) -> None:
        sides = [side for side in (self.width_cm, self.height_cm) if side is not None]
        if not sides or not all(0 < number < math.inf for number in (*sides, self.dpi)):
            raise ConfigError("--print", "has no size above zero", "write 40x30cm@300, 12in@240 or A3")

    @classmethod
    def parse(cls, text: str) -> PrintSize:
        """Read "A3", "A3@240", "40x30cm@300", "40cm", "x30cm" or "12x8in@240".

        Raises:
            ConfigError: it is none of these.
        """
        size, _, dpi_text = text.strip().partition("@")
        papers = {name.casefold(): sides for name, sides in PAPERS.items()}
        try:
            dpi = float(dpi_text.lower().removesuffix("dpi")) if dpi_text else DEFAULT_DPI
            if size.casefold() in papers:
                width, height = papers[size.casefold()]
                return cls(width_cm=width, height_cm=height, dpi=dpi, turns=True)
            match = _PRINT.fullmatch(size.strip())
            if match is None:
                raise ValueError(size)
            unit = _PER_CM[match["unit"].lower()]
            sides = [None if side is None else float(side) * unit for side in (match["width"], match["height"])]
            return cls(width_cm=sides[0], height_cm=sides[1], dpi=dpi)
        except ValueError:
            names = ", ".join(PAPERS)
            raise ConfigError("--print", f"is {text!r}", f"write 40x30cm@300, 12in@240 or one of {names}") from None

    def pixels(self, width: int, height: int) -> tuple[float, float]:
        """Sides in pixels for a picture of `width` x `height`; 0 for the open one."""
        across, down = (
            0.0 if side is None else side / CM_PER_INCH * self.dpi for side in (self.width_cm, self.height_cm)
        )
        return (down, across) if self.turns and (width > height) != (across > down) else (across, down)


@dataclass(frozen=True, kw_only=True)
class SizeTarget:
    """One way to say how large: exactly one field is set. The sides keep their ratio.

    Raises:
        ConfigError: none or several are set, or one is not above zero.
    """

    width: int | None = None  # pixels
    height: int | None = None
    long_side: int | None = None
    short_side: int | None = None
    megapixels: float | None = None
    print: PrintSize | None = None

    def __post_init__(self) -> None:
        given = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        if len(given) != 1:
            names = ", ".join("--" + f.name.replace("_", "-") for f in fields(self))
            raise ConfigError("the size", f"is given {len(given)} times", f"give one of --scale, {names}")
        ((name, value),) = given.items()
        if not isinstance(value, PrintSize) and not 0 < value < math.inf:
            raise ConfigError("--" + name.replace("_", "-"), f"is {value}", "give a number above zero")

    def factor(self, width: int, height: int) -> float:
        """The enlargement of each side of a picture of `width` x `height`."""
        if self.megapixels is not None:
            return math.sqrt(self.megapixels * 1e6 / (width * height))
        if self.print is not None:
            across, down = self.print.pixels(width, height)
            return max(across / width, down / height)
        sides = {
            "width": width, "height": height, "long_side": max(width, height), "short_side": min(width, height)
        }  # fmt: skip
        wanted: dict[str, int | None] = {name: getattr(self, name) for name in sides}
        return next(value / sides[name] for name, value in wanted.items() if value is not None)

    @property
    def dpi(self) -> tuple[float, float] | None:
        """The resolution to write into the file; None: that of the source."""
        return (self.print.dpi, self.print.dpi) if self.print is not None else None


@dataclass(frozen=True)
class Pass:
    """One run of the network, and the size that its result is reduced to."""

    width: int
    height: int


def result_size(width: int, height: int, factor: float) -> tuple[int, int]:
    """Sides of a picture enlarged by a factor, in whole pixels."""
    return max(1, round(width * factor)), max(1, round(height * factor))


def passes_to(width: int, height: int, factor: float, native: int) -> tuple[Pass, ...]:
    """The fewest passes of a network that enlarges `native` times, the smallest first.

    All but the first enlarge by exactly `native`, so that only what is small is computed twice: eight times is
    four times, reduced to two, times four.

    Args:
        width, height: of the source.
        factor: of the result.
    """
    count = 1
    while native**count < factor - 1e-9 and native > 1:
        count += 1
    sizes = [result_size(width, height, factor / native**left) for left in range(count - 1, 0, -1)]
    return tuple(Pass(*size) for size in (*sizes, result_size(width, height, factor)))
