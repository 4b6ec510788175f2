"""Where a result is invented: how far results of other seeds differ from it, pixel by pixel.

A one-step model draws a sample. Where the source leaves no choice all seeds agree; where it does, they differ. That
they agree is no proof: they may all be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import ConfigError
from rsd_app.core.files.model_file import TrustCurve
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import ImageSource
from rsd_app.core.progress import Cancelled, CancelToken
from rsd_app.engine.canvas.map_file import UNIT, as_samples, check_map
from rsd_app.engine.canvas.reader import CanvasReader
from rsd_app.engine.canvas.scratch_file import Canvas
from rsd_app.engine.maps.calibration import expected
from rsd_app.engine.render.protocol import Depth, Model, RowRenderer, RowSource, Samples, Window
from rsd_app.engine.render.rows import ReadRows, colors_of

INVENTED = 8.0  # levels of 255: seeds that differ by more show other details
ROWS = 256  # of a map that are looked at at once
ROWS_AT_ONCE = 32  # of strips that are compared: bounds what exact sums take

Levels = NDArray[np.float32]


def other_renderers(
    model: Model, info: ImageInfo, seed: int, seeds: int, budget_mb: int | None = None
) -> list[RowRenderer]:
    """What renders the picture with the seeds that follow its own.

    Args:
        seeds: all of them, the picture's own included.
        budget_mb: of them together.
    """
    share = None if budget_mb is None else max(1, budget_mb // (seeds - 1))
    others = range(seed + 1, seed + seeds)
    return [model.renderer(info.width, info.height, other, budget_mb=share) for other in others]


def spread_rows(
    picture: Callable[[int, int], Samples],
    others: Sequence[RowRenderer],
    info: ImageInfo,
    read: ReadRows,
    window: Window,
    *,
    depth: Depth,
    scale: int,
    strip: int | None,
    cancel: CancelToken,
    progressed: Callable[[float], None] | None = None,
) -> Iterator[tuple[int, Levels]]:
    """How much seeds differ: the standard deviation, averaged over the colours, in levels of 255.

    All renderers go down the picture together, so that memory does not grow with it.

    Args:
        picture: rows of the result of the first seed, (n, w·s, bands).
        others: renderers of the other seeds.
        read: rows of the source, whole width.
        window: whole rows.
        depth: that the picture was made in, and the others are.
        strip, progressed: as in RowRenderer.rows.

    Yields:
        (y, spread): y in source pixels, and (n·s, w·s).

    Raises:
        Cancelled: between strips.
    """
    source = _Shared(colors_of(read, info), len(others))
    running = [one.rows(source, window, depth=depth, strip=strip, cancel=cancel) for one in others[:-1]]
    running.append(others[-1].rows(source, window, depth=depth, strip=strip, cancel=cancel, progressed=progressed))
    for strips in zip(*running, strict=True):
        y, size = strips[0][0], len(strips[0][1])
        samples = [picture(y * scale, y * scale + size)[..., : depth.channels], *(rows for _, rows in strips)]
        yield y, spread_of(samples) * np.float32(255 / depth.top)


def spread_of(samples: Sequence[Samples]) -> Levels:
    """The standard deviation over some pictures (h, w, C), averaged over the colours: (h, w)."""
    found = np.empty(samples[0].shape[:2], np.float32)
    count = len(samples)
    for top in range(0, len(found), ROWS_AT_ONCE):
        part = slice(top, top + ROWS_AT_ONCE)
        # Whole numbers, whose sums are exact: no order or size of strips shows.
        total = samples[0][part].astype(np.float64)
        squares = total**2
        for rows in samples[1:]:
            total += rows[part]
            squares += rows[part].astype(np.float64) ** 2
        variance = np.maximum(squares - total**2 / count, 0) / (count - 1)
        found[part] = np.sqrt(variance).mean(axis=2)
    return found


class _Shared:
    """Rows of a source for several that ask for the same ones in turn: read once."""

    def __init__(self, read: RowSource, count: int) -> None:
        self._read, self._count = read, count
        self._held: dict[tuple[int, int], tuple[Samples, int]] = {}

    def __call__(self, y0: int, y1: int) -> Samples:
        rows, left = self._held.pop((y0, y1), (None, self._count))
        if rows is None:
            rows = self._read(y0, y1)
        if left > 1:
            self._held[y0, y1] = rows, left - 1
        return rows


def check_trust(path: Path, *, width: int, height: int, passes: int, overwrite: bool) -> None:
    """Refuse what would fail after the work.

    Raises:
        ConfigError: a size that takes several passes, or as check_map.
        ImageWriteError: as check_map.
    """
    if passes > 1:
        problem = "is for results of one pass, and this size takes several"
        raise ConfigError("--trust", problem, "ask for a smaller size, or leave it out")
    check_map(path, width=width, height=height, overwrite=overwrite)


def fill_map(
    trust: Canvas,
    picture: Canvas,
    others: Sequence[RowRenderer],
    image: ImageSource,
    *,
    depth: Depth,
    scale: int,
    strip: int | None,
    cancel: CancelToken,
    progressed: Callable[[float], None],
    curve: TrustCurve | None,
) -> None:
    """Compute the map of a picture whose canvas is full, from where it stands on; what is finished stays.

    Args:
        trust, picture: the canvases.
        image: the source, read from its top. The rest is as in spread_rows.
        curve: of the model: the map then shows the expected error.

    Raises:
        Cancelled: the map is closed and stays, if there is something in it.
        RsdError: it is removed.
    """
    window = Window(0, trust.done // scale, image.info.width, image.info.height)
    try:
        if window.y0 < window.y1:
            with closing(CanvasReader(picture.path)) as reader:

                def rows(y0: int, y1: int) -> Samples:
                    return reader.read(0, y0, picture.spec.width, y1)

                for y, spread in spread_rows(
                    rows, others, image.info, image.read_rows, window, depth=depth, scale=scale, strip=strip,
                    cancel=cancel, progressed=progressed,
                ):  # fmt: skip
                    trust.write_rows(y * scale, as_samples(expected(curve, spread)))
                    progressed(y + len(spread) / scale)
    except Cancelled:
        trust.flush()
        if trust.done:
            trust.close()
        else:
            trust.discard()
        raise
    except BaseException:
        trust.discard()
        raise


@dataclass(frozen=True)
class TrustSummary:
    """A trust map in figures."""

    seeds: int
    what: str  # the map shows: the spread, or the expected error
    mean: float  # in levels of 255
    limit: float  # above it, details count as invented, in the same unit
    invented: float  # share of the pixels above it

    def __str__(self) -> str:
        """As it stands in the record of a result."""
        return f"{self.seeds} seeds: {self.what} {self.mean:.2f} of 255; above {self.limit:.0f} in {self.invented:.1%}"


def summary_of(trust: Canvas, seeds: int, curve: TrustCurve | None) -> TrustSummary:
    """The figures of a map that is full."""
    limit = float(expected(curve, np.array(INVENTED, np.float32)))
    total, above, spec = 0.0, 0, trust.spec
    with closing(CanvasReader(trust.path)) as reader:
        for y in range(0, spec.height, ROWS):
            rows: NDArray[Any] = reader.read(0, y, spec.width, min(y + ROWS, spec.height))
            total += float(rows.sum(dtype=np.float64))
            above += int((rows > limit * UNIT).sum())
    pixels = spec.width * spec.height
    what = "spread" if curve is None else "expected error"
    return TrustSummary(seeds, what, total / pixels / UNIT, limit, above / pixels)
