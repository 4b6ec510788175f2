"""A part of a photo as a model enlarges it, and as plain arithmetic does; on the engine's thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from rsd_app.core.progress import CancelToken
from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.look import theme

if TYPE_CHECKING:
    from rsd_app.engine.render.protocol import Samples
    from rsd_app.gui.compare.pictures.scene import Rgb

CUBIC_REACH = 2  # source pixels on each side that an enlarged one depends on


def enlarged_by(
    part: SeenPart, model: str, tiles: TileStore, scale: int | None, models: ModelPool, token: CancelToken
) -> QImage:
    """The pixels that a run with the model would give, before it corrects colours that drift over the whole picture.

    Args:
        scale: of the picture that is returned; where it is not the model's, the result is resized. None: the model's.

    Raises:
        As samples_of.
    """
    part = replace(part, config=replace(part.config, model=model, exact_model=True))
    image = _picture(_on_gray(samples_of(part, tiles, models, token)), part)
    size = image.size() if scale is None else QSize(part.width, part.height) * scale
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image if image.size() == size else image.scaled(size, keep, smooth)


def samples_of(part: SeenPart, tiles: TileStore, models: ModelPool, token: CancelToken) -> Samples:
    """What the model makes of a part, as its canvas would hold it: (h·s, w·s, colours and alpha).

    Args:
        tiles: what is there is not computed; what is computed is there afterwards.

    Raises:
        Cancelled: nobody wants it any more.
        RsdError: the photo, the model or the device do not allow it.
    """
    from rsd_app.engine.picture.preview import open_preview
    from rsd_app.engine.render.protocol import Window

    preview = open_preview(part.photo, part.config, models, tiles)
    try:
        for _ in preview.render(Window(*part.box), token):
            pass
        found = tiles.read(preview.recipe, *part.box, preview.scale)
    finally:
        preview.close()
    if found is None:
        raise RuntimeError(f"{part.width}x{part.height} pixels are more than the store of tiles holds")
    return found[0]


def enlarged_plainly(part: SeenPart, scale: int) -> QImage:
    """By bicubic interpolation.

    Raises:
        ImageReadError: the photo cannot be read.
    """
    import cv2
    import numpy as np

    from rsd_app.core.image_io.read import open_image

    x0, y0, x1, y1 = part.box
    with open_image(part.photo, max_megapixels=part.config.max_megapixels, raw_gamut=part.config.raw_gamut) as source:
        left, top = max(0, x0 - CUBIC_REACH), max(0, y0 - CUBIC_REACH)
        right, bottom = min(source.info.width, x1 + CUBIC_REACH), min(source.info.height, y1 + CUBIC_REACH)
        pixels = source.read_region(left, top, right, bottom)
    samples = pixels.color if pixels.alpha is None else np.dstack([pixels.color, pixels.alpha])
    size = ((right - left) * scale, (bottom - top) * scale)
    large = cv2.resize(_on_gray(samples), size, interpolation=cv2.INTER_CUBIC).reshape(size[1], size[0], -1)
    rows, cols = slice((y0 - top) * scale, (y1 - top) * scale), slice((x0 - left) * scale, (x1 - left) * scale)
    return _picture(np.asarray(large[rows, cols], np.uint8), part)


def _on_gray(samples: Any) -> Rgb:
    from rsd_app.gui.compare.pictures.pixels import for_screen

    return for_screen(samples, QColor(theme.PICTURE_GRAY).lightness())


def _picture(rgb: Rgb, part: SeenPart) -> QImage:
    from rsd_app.gui.compare.pictures.pixels import ArrayPixels
    from rsd_app.gui.compare.pictures.tile_maker import picture_of

    return picture_of(ArrayPixels(rgb), 0, part.to_screen)
