"""How strongly a JPEG is compressed: read from its own tables, without decoding it."""

from __future__ import annotations

from pathlib import Path

from PIL import JpegImagePlugin

# The sum of the luma table of ITU-T T.81, annex K, which libjpeg scales by the quality.
_SUM_AT_50 = 3688


def jpeg_quality(path: Path) -> float | None:
    """The quality, on libjpeg's scale of 1 to 100, whose luma table is as coarse on average as that of a JPEG.

    Cameras and Photoshop have tables of their own; for them it is the nearest one by that measure.

    Returns:
        None for a file that is no JPEG, is damaged, or has no table of its own.
    """
    try:
        # Not Image.open: its limit of pixels is not ours, and of other formats it would try every one.
        with path.open("rb") as file, JpegImagePlugin.JpegImageFile(file) as image:
            table = image.quantization.get(0)
    except (OSError, SyntaxError, ValueError):
        return None
    if not table:
        return None
    percent = 100 * sum(table) / _SUM_AT_50
    return max(1.0, 100 - percent / 2 if percent <= 100 else 5000 / percent)
