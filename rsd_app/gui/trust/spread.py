"""How far other seeds differ on a part of a photo, as a map; on the engine's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.compare.places import Box
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.variants.difference import FULL, overlay_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rsd_app.core.files.model_file import TrustCurve
    from rsd_app.engine.render.protocol import Samples

AROUND_PX = 4  # source pixels on each side of a place that are averaged with it
LEAST_FULL = 1e-3  # a curve may say that there is no error at all


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What is known of a part before the first pass.

    Args:
        source: width and height of the photo.
        quick: whether a part costs little enough to be made unasked.
        curve: from spread to error; None: the model is not calibrated.
    """

    source: tuple[int, int]
    quick: bool
    curve: TrustCurve | None


@dataclass(frozen=True, kw_only=True)
class TrustMap:
    """Immutable.

    Args:
        box: what is compared, in source pixels.
        source: width and height of the photo.
        levels: (h, w), one a source pixel: the spread over seeds, or the error to expect, in levels of 255.
        overlay: a colour of that size, the more opaque the higher the level.
        mean: of the levels.
        limit: above which details are invented, in levels.
        share: of the result's pixels above the limit, 0 to 1.
        expected: whether levels are errors to expect.
    """

    box: Box
    source: tuple[int, int]
    levels: NDArray[np.float32]
    overlay: QImage
    mean: float
    limit: float
    share: float
    expected: bool

    def around(self, x: float, y: float) -> float | None:
        """The mean level around a place in source pixels; None where nothing is compared."""
        x0, y0, x1, y1 = self.box
        if not (x0 <= x < x1 and y0 <= y < y1):
            return None
        column, row = int(x) - x0, int(y) - y0
        rows = slice(max(0, row - AROUND_PX), row + AROUND_PX + 1)
        part = self.levels[rows, max(0, column - AROUND_PX) : column + AROUND_PX + 1]
        return float(part.mean())


def ground_of(part: SeenPart, tiles: TileStore, models: ModelPool, token: CancelToken) -> Ground:
    """Look at photo and model.

    Raises:
        Cancelled: nobody wants it any more.
        RsdError: the photo, the model or the device do not allow it.
    """
    from rsd_app.engine.picture.preview import open_preview

    curve = models.get(part.config).header.trust
    token.raise_if_cancelled()
    preview = open_preview(part.photo, part.config, models, tiles)
    try:
        info = preview.info
        return Ground(source=(info.width, info.height), quick=preview.quick, curve=curve)
    finally:
        preview.close()


def map_of(part: SeenPart, ground: Ground, samples: Sequence[Samples]) -> TrustMap:
    """The map of a part.

    Args:
        samples: what its seeds give, (h·s, w·s, colours and alpha) each; two or more.
    """
    import numpy as np

    from rsd_app.engine.maps.calibration import expected
    from rsd_app.engine.maps.trust import INVENTED, spread_of

    bands = samples[0].shape[2]
    colors = 1 if bands <= 2 else 3
    top = np.iinfo(samples[0].dtype).max
    spread = spread_of([each[..., :colors] for each in samples]) * np.float32(255 / top)
    told = expected(ground.curve, spread)
    limit, full = expected(ground.curve, np.array([INVENTED, FULL], np.float32)).tolist()
    scale = told.shape[0] // part.height
    levels = told.reshape(part.height, scale, part.width, scale).mean(axis=(1, 3), dtype=np.float32)
    return TrustMap(
        box=part.box,
        source=ground.source,
        levels=levels,
        overlay=overlay_of(levels, max(full, LEAST_FULL)),
        mean=float(levels.mean()),
        limit=limit,
        share=float((told > limit).mean()),
        expected=ground.curve is not None,
    )
