"""Size and thumbnail of a picture file; called on threads of a pool."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from rsd_app.engine.config import DEFAULT_MAX_MEGAPIXELS


def read_thumbnail(path: Path, side: int) -> tuple[int, int, QImage]:
    """Width and height of a photo, upright, and a copy that fits into a square of `side` pixels.

    Raises:
        ImageReadError: the engine could not read it either.
    """
    from rsd_app.core.errors import ImageReadError
    from rsd_app.core.image_io.read import probe

    info = probe(path, max_megapixels=DEFAULT_MAX_MEGAPIXELS)
    made = _by_vips(path, side)
    if made is None:
        made = _by_qt(path, side)
    if made.isNull():
        raise ImageReadError(path, "cannot be decoded", "open it in another program and save it anew")
    return info.width, info.height, made


def _by_vips(path: Path, side: int) -> QImage | None:
    """Fast, for libvips shrinks while it decodes; None for kinds that it does not read."""
    import pyvips

    try:
        small = pyvips.Image.thumbnail(str(path), side, height=side, size="down", output_profile="srgb", fail_on="none")
        if small.format != "uchar":
            small = small.colourspace("srgb").cast("uchar")
        if small.bands == 2:
            small = small.colourspace("srgb")
        if not small.hasalpha():
            small = small.colourspace("srgb").bandjoin(255)
        data = small.write_to_memory()
    except pyvips.Error:
        return None
    image = QImage(data, small.width, small.height, small.width * 4, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # a copy: `data` goes


def _by_qt(path: Path, side: int) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image
