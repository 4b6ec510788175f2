"""Size and thumbnail of a picture file; called on threads of a pool."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.color.choices import Kind
from rsd_app.engine.settings.config import DEFAULT_MAX_MEGAPIXELS
from rsd_app.gui.threads.quiet_import import import_codecs


@dataclass(frozen=True)
class Seen:
    """What the strip needs of a photo."""

    width: int  # upright
    height: int
    same_as: str  # the format of a result that is to be as the photo
    thumbnail: QImage
    kind: Kind


def look_at(path: Path, side: int) -> Seen:
    """Size of a photo, and a copy that fits into a square of `side` pixels.

    Raises:
        ImageReadError: the engine could not read it either.
    """
    # Here, not above: they bring libvips and codecs, which the window does not need to be shown.
    import_codecs()
    from rsd_app.core.image_io.formats.registry import SAME_AS
    from rsd_app.core.image_io.read import probe

    info = probe(path, max_megapixels=DEFAULT_MAX_MEGAPIXELS)
    for reader in (_by_vips, _by_qt, _by_engine):
        image = reader(path, side)
        if image is not None and not image.isNull():
            return Seen(info.width, info.height, SAME_AS.get(info.format, "png"), image, _kind_of(image))
    raise ImageReadError(path, "cannot be decoded", "open it in another program and save it again")


def _kind_of(image: QImage) -> Kind:
    import numpy as np

    from rsd_app.core.image_io.color.photo_kind import kind_of

    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return kind_of(pixels[..., :3])


def _by_vips(path: Path, side: int) -> QImage | None:
    """Fast, for libvips shrinks while it decodes; None for kinds that it does not read."""
    import pyvips

    try:
        small = pyvips.Image.thumbnail(str(path), side, height=side, size="down", output_profile="srgb", fail_on="none")
        small = small.colourspace("srgb")
        if small.format != "uchar":
            small = small.cast("uchar")
        if not small.hasalpha():
            small = small.bandjoin(255)
        data = small.write_to_memory()
    except pyvips.Error:
        return None
    image = QImage(data, small.width, small.height, small.width * 4, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # a copy: `data` goes


def _by_qt(path: Path, side: int) -> QImage | None:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return _fitting(image, side)


def _by_engine(path: Path, side: int) -> QImage | None:
    """Kinds that only the engine reads, such as RAW; every so many rows and columns, for a strip that is enough."""
    import numpy as np

    from rsd_app.core.image_io.read import open_image

    with open_image(path, max_megapixels=DEFAULT_MAX_MEGAPIXELS) as source:
        info = source.info
        step = max(1, max(info.width, info.height) // (2 * side))
        rows = [source.read_rows(y, y + 1).color[0, ::step] for y in range(0, info.height, step)]
    pixels: np.ndarray[Any, Any] = np.stack(rows)
    if pixels.dtype != np.uint8:
        pixels = (pixels >> 8).astype(np.uint8)
    pixels = np.ascontiguousarray(np.broadcast_to(pixels, (*pixels.shape[:2], 3)))
    height, width = pixels.shape[:2]
    return _fitting(QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy(), side)


def _fitting(image: QImage, side: int) -> QImage:
    """No larger than a square of `side` pixels."""
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
