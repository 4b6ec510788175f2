"""Small upright pictures for lists: of every kind that can be read, by the shortest way."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.color import spaces
from rsd_app.core.image_io.formats import camera_raw
from rsd_app.core.image_io.formats.decoded import from_array
from rsd_app.core.image_io.formats.registry import RAW_NAME
from rsd_app.core.image_io.metadata import source_metadata
from rsd_app.core.image_io.read import ImageSource, open_image, probe

STRIP_PX = 512


def thumbnail(path: Path, side: int, *, max_megapixels: float, image: ImageSource | None = None) -> NDArray[np.uint8]:
    """The picture within a square of `side`, sRGB, (h, w, 3) or with alpha (h, w, 4); never enlarged.

    A camera's RAW gives the preview that the camera has put into it, where there is one.

    Args:
        image: the picture, where it is open already; it stays open.

    Raises:
        ImageReadError, ImageTooLargeError: as read.probe.
    """
    info = probe(path, max_megapixels=max_megapixels) if image is None else image.info
    try:
        small = _of_preview(path, side) if info.format == RAW_NAME else None
        if small is None:
            small = _of_jpeg(path, side) if info.format == "jpeg" else _reduced(path, side, max_megapixels, image)
        return _as_array(small)
    except pyvips.Error as error:
        raise ImageReadError(path, "is damaged or cut off", "copy it again from where it came from") from error


def _of_preview(path: Path, side: int) -> Any:
    preview = camera_raw.preview_of(path)
    if preview is None:
        return None
    return pyvips.Image.thumbnail_buffer(preview, side, height=side, size="down", output_profile="srgb")


def _of_jpeg(path: Path, side: int) -> Any:
    """libjpeg decodes an eighth of a picture in an eighth of the time."""
    # bytes of the file where its name is no text: libvips takes such names elsewhere, but not here
    if _is_text(path):
        source = pyvips.Source.new_from_file(str(path))
        return pyvips.Image.thumbnail_source(source, side, height=side, size="down", output_profile="srgb")
    return pyvips.Image.thumbnail_buffer(path.read_bytes(), side, height=side, size="down", output_profile="srgb")


def _reduced(path: Path, side: int, max_megapixels: float, image: ImageSource | None) -> Any:
    """Every so many pixels of a row and every so many rows, twice as many as wanted; then properly."""
    rows = []
    with nullcontext(image) if image is not None else open_image(path, max_megapixels=max_megapixels) as source:
        info = source.info
        step = max(1, max(info.width, info.height) // (2 * side))
        strip = max(step, STRIP_PX // step * step)
        for y in range(0, info.height, strip):
            part = source.read_rows(y, min(y + strip, info.height))
            bands = part.color if part.alpha is None else np.concatenate([part.color, part.alpha[..., None]], axis=2)
            rows.append(bands[::step, ::step])
    small = from_array(np.concatenate(rows))
    if info.gray_as_rgb:
        small = spaces.as_rgb(small)
    if info.channels == 3 or info.gray_as_rgb:
        source_metadata.set_blob(small, spaces.PROFILE, info.icc)
    return small.thumbnail_image(side, height=side, size="down", output_profile="srgb")


def _as_array(image: Any) -> NDArray[np.uint8]:
    pixels: NDArray[np.uint8] = image.colourspace("srgb").cast("uchar").numpy()
    return pixels


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
