"""Where a result goes, and whether it can go there: known before the work begins."""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path

from rsd_app.core.errors import DiskFullError, ImageWriteError, OutputExistsError
from rsd_app.core.image_io.color.icc import is_srgb
from rsd_app.core.image_io.formats.registry import SAME_AS, WRITABLE, WritableKind, writable_kind
from rsd_app.core.image_io.info import ImageInfo


def extension_for(format: str, source_format: str) -> str:
    """The extension, with the dot, of a result.

    Args:
        format: as in `destination_for`.
        source_format: ImageInfo.format.
    """
    return "." + (SAME_AS.get(source_format, "png") if format == "same" else format)


def kept_format(info: ImageInfo) -> str:
    """The format of a source, or of what can hold its colours where it cannot be written with its profile."""
    kind = WRITABLE.get(SAME_AS.get(info.format, ""))
    lost = kind is not None and not kind.profiles and info.icc is not None and not is_srgb(info.icc)
    return "png" if lost else info.format


def destination_for(source: Path, out: Path | str | None, *, scale: float, format: str, source_format: str) -> Path:
    """The file that the enlarged `source` is written to.

    Args:
        source: the picture that is enlarged.
        out: a file; or a folder, when it is one already or ends with a separator (which a Path forgets:
            give a str then); None for the folder of the source.
        scale: goes into the name: photo_x4.png, photo_x1.5.png.
        format: png, jpg, webp, tiff, avif, jxl, or "same" for the source's own, else png.
        source_format: ImageInfo.format.
    Raises:
        ImageWriteError: `out` is a file of a kind that cannot be written, or of another than `format`.
    """
    name = f"{source.stem}_x{scale:g}{extension_for(format, source_format)}"
    if out is None:
        return source.with_name(name)
    separators = tuple(filter(None, (os.sep, os.altsep)))
    if str(out).endswith(separators) or _is_folder(Path(out)):
        return Path(out) / name
    asked = kind_for(Path(out))
    if format not in ("same", asked.name):
        raise ImageWriteError(out, f"does not end like the format {format}", "leave out --format, or rename it")
    return Path(out)


def check_destination(path: Path, *, width: int, height: int, overwrite: bool, scratch_bytes: int = 0) -> None:
    """Refuse what would fail after the work, before it.

    Args:
        path: of the result.
        width: of the result, in pixels.
        height: of the result, in pixels.
        overwrite: whether a file that exists may be replaced.
        scratch_bytes: what else will be written to the same folder: the canvas.
    Raises:
        OutputExistsError: it exists and `overwrite` is not set.
        ImageWriteError: no such folder, no permission, too large for the format, too little disk space.
    """
    kind, folder = kind_for(path), path.absolute().parent
    try:
        is_folder, exists, has_folder = path.is_dir(), path.exists(), folder.is_dir()
    except OSError as error:  # a folder above may not be looked into, or the name is too long
        raise ImageWriteError(path, f"cannot be written ({error.strerror})", "name another with -o") from error
    if is_folder:
        raise ImageWriteError(path, "is a folder", "name a file in it")
    if exists and not overwrite:
        raise OutputExistsError(path, "exists already", "give --overwrite to replace it, or another name")
    if not has_folder:
        raise ImageWriteError(path, f"there is no folder {folder}", "make it first, or name another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ImageWriteError(path, f"the folder {folder} may not be written to", "name another with -o")
    if not _holds(kind, width, height):
        limit = f"{kind.max_side:,} pixels per side"
        if kind.max_megapixels < math.inf:
            limit += f" and {kind.max_megapixels:g} megapixels"
        others = " or ".join(other.name for other in WRITABLE.values() if _holds(other, width, height))
        raise ImageWriteError(
            path,
            f"would be {width} x {height}, and {kind.name} ends at {limit}",
            f"use --format {others}, or a smaller --scale",
        )
    needed, free = int(width * height * kind.bytes_per_pixel) + scratch_bytes, shutil.disk_usage(folder).free
    if needed > free:
        raise DiskFullError(
            path,
            f"needs about {needed / 1e6:,.0f} MB and {folder} has {free / 1e6:,.0f} MB free",
            "free some space, or name a folder on another disk with -o",
        )


def kind_for(path: Path) -> WritableKind:
    """The kind of file that the extension of `path` asks for.

    Raises:
        ImageWriteError: there is no extension, or it is none of those that can be written.
    """
    kind = writable_kind(path)
    if kind is None:
        known = ", ".join(extension for known in WRITABLE.values() for extension in known.extensions)
        problem = f"{path.suffix} cannot be written" if path.suffix else "has no extension"
        raise ImageWriteError(path, problem, f"use one of {known}")
    return kind


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it cannot be looked at: check_destination says why
        return False


def _holds(kind: WritableKind, width: int, height: int) -> bool:
    return max(width, height) <= kind.max_side and width * height <= kind.max_megapixels * 1e6
