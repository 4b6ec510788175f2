"""What a drop or the clipboard holds, and how it becomes files."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtGui import QImage

from rsd_app.core.errors import ImageWriteError
from rsd_app.core.resources import resource_path
from rsd_app.gui.file_names import path_of

log = logging.getLogger(__name__)

SAMPLE = "samples/budgie.jpg"
ENCODED = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/tiff": ".tif"}


@dataclass(frozen=True)
class Incoming:
    """Paths, or the one picture itself; both empty if there is nothing for us."""

    paths: tuple[Path, ...] = ()
    picture: bytes | QImage | None = field(default=None, repr=False)
    suffix: str = ".png"

    def __bool__(self) -> bool:
        return bool(self.paths) or self.picture is not None


def holds_something(data: QMimeData) -> bool:
    """Cheap: asked at every step of a drag."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage() or any(map(data.hasFormat, ENCODED))


def incoming(data: QMimeData) -> Incoming:
    """Files first, for a file manager offers a picture of their icon too; then a picture, then paths as text."""
    paths = tuple(path_of(url) for url in data.urls() if url.isLocalFile())
    if paths:
        return Incoming(paths)
    for kind, suffix in ENCODED.items():
        if data.hasFormat(kind):  # as it was copied: a browser's JPEG stays one
            return Incoming(picture=bytes(data.data(kind).data()), suffix=suffix)
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Incoming(picture=image)
    lines = [line.strip().strip('"') for line in data.text().splitlines()] if data.hasText() else []
    named = tuple(Path(line).expanduser() for line in lines if line)
    return Incoming(named) if named and all(path.is_absolute() and path.exists() for path in named) else Incoming()


def pictures_folder() -> Path:
    """Where pasted pictures and the sample are put, so that their results have a place."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures or Path.home()) / "RSD Studio"


def save_pasted(picture: bytes | QImage, suffix: str, clock: Callable[[], float] = time.time) -> Path:
    """Write a pasted picture to a new file; called on a thread of a pool.

    Raises:
        ImageWriteError: the folder cannot be written to.
    """
    folder = pictures_folder()
    name = time.strftime("pasted %Y-%m-%d %H.%M.%S", time.localtime(clock()))
    path = folder / f"{name}{suffix}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{suffix}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if isinstance(picture, bytes):
            path.write_bytes(picture)
        elif not picture.save(str(path)):
            raise ImageWriteError(path, "cannot be written", "free some space, or check the folder's permissions")
    except OSError as error:
        raise ImageWriteError(path, f"cannot be written ({error.strerror})", "check the folder") from error
    return path


def place_sample() -> Path:
    """The sample photo, copied to where results may be written.

    Raises:
        RsdError: there is no sample, or no place for it.
    """
    source = resource_path(SAMPLE)
    copy = pictures_folder() / source.name
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
    except OSError as error:
        raise ImageWriteError(copy, f"cannot be written ({error.strerror})", "check the folder") from error
    return copy
