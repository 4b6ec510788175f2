"""Where variants differ, as a colour over the picture; on the engine's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INVENTED = QColor(255, 70, 170)  # a colour that photos hardly have
FULL = 24.0  # levels of 255 at which the colour is at its strongest


@dataclass(frozen=True)
class Difference:
    """Immutable.

    Args:
        overlay: INVENTED, the more opaque the more the variants differ.
        mean: of their standard deviation, in levels of 255.
        share: of the pixels where it is over half of FULL, 0 to 1.
    """

    overlay: QImage
    mean: float
    share: float


def difference_of(images: Sequence[QImage]) -> Difference:
    """Of two variants or more, all of one size."""
    from rsd_app.engine.maps.trust import spread_of

    spread = spread_of([_samples(image) for image in images])
    return Difference(overlay_of(spread, FULL), float(spread.mean()), float((spread > FULL / 2).mean()))


def overlay_of(levels: NDArray[np.float32], full: float) -> QImage:
    """The colour of invented details, the more opaque the higher the level.

    Args:
        levels: (h, w), of any range.
        full: at which it is at its strongest, over 0.
    """
    import numpy as np

    height, width = levels.shape
    bgra = np.empty((height, width, 4), np.uint8)
    bgra[..., :3] = (INVENTED.blue(), INVENTED.green(), INVENTED.red())
    bgra[..., 3] = np.minimum(levels / full, 1) * 255
    image = QImage(bgra.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # in memory of its own, quick to draw


def _samples(image: QImage) -> NDArray[np.uint8]:
    import numpy as np

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].copy()
