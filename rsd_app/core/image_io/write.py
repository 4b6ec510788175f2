"""The result into its file: streamed from raw rows, whole or not at all, with all that the source carried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyvips

from rsd_app.core.errors import DiskFullError, ImageWriteError, OutputExistsError
from rsd_app.core.image_io.color.choices import Keep
from rsd_app.core.image_io.color.icc import is_srgb
from rsd_app.core.image_io.color.spaces import as_rgb
from rsd_app.core.image_io.destination import check_destination, destination_for, kind_for
from rsd_app.core.image_io.formats import vips  # noqa: F401 - sets libvips up
from rsd_app.core.image_io.formats.encoding import Encoding
from rsd_app.core.image_io.formats.registry import WritableKind
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.metadata import source_metadata
from rsd_app.core.image_io.metadata.carried import carried
from rsd_app.core.image_io.raw_source import open_rows
from rsd_app.core.image_io.replacing import replacing
from rsd_app.core.progress import CancelToken

__all__ = ["RawPicture", "check_destination", "destination_for", "write_picture"]

NO_SPACE = ("no space left", "file too large", "quota exceeded")


@dataclass(frozen=True, kw_only=True)
class RawPicture:
    """Interleaved rows in a scratch file, in the machine's byte order, without a header."""

    path: Path
    width: int
    height: int
    bands: int  # 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha (not premultiplied)
    bits: Literal[8, 16]
    # (rows, columns, 1 or 3), of the range 0 to 1: taken from the colours, spread over the whole picture
    shift: np.ndarray[Any, np.dtype[np.float32]] | None = None


def write_picture(  # noqa: PLR0913 - what a picture needs, and how its file comes to its place
    raw: RawPicture,
    destination: Path,
    info: ImageInfo,
    *,
    width: int,
    height: int,
    bits: int,
    quality: int,
    cancel: CancelToken,
    keep: Keep = "all",
    record: Mapping[str, str] | None = None,
    replace_existing: bool = True,
    private: bool = False,
) -> tuple[str, ...]:
    """Write `raw`, resized to `width` x `height` where it differs, to `destination`.

    The file is no more open to other users than the source is.

    Memory does not grow with the picture, except for WebP, AVIF and JPEG XL, whose encoders want it whole.

    Args:
        raw: the rows of the result, at the model's own scale.
        destination: its extension says the format.
        info: the source, whose profile, EXIF, XMP, IPTC and resolution go along.
        width: of the file, in pixels; Lanczos makes it from the rows.
        height: of the result, in pixels.
        bits: 8 or 16, where the format has both.
        quality: of JPEG, WebP, AVIF and JPEG XL, 1 to 100.
        cancel: looked at while libvips works.
        keep: what of the metadata goes along.
        record: how the picture was made, for its XMP.
        replace_existing: whether a destination that exists gives way.
        private: the file is for this user alone.
    Returns:
        notices: one sentence for each thing that the format could not hold.
    Raises:
        Cancelled: `cancel` was set; nothing is left behind.
        OutputExistsError: the destination exists by now, and was not to be replaced.
        ImageWriteError: disk full, no permission, another process writes it; nothing is left behind.
    """
    kind = kind_for(destination)
    cancel.raise_if_cancelled()
    info, notices = carried(info, width=width, height=height, keep=keep, record=record)
    try:
        layout = {"width": raw.width, "height": raw.height, "bands": raw.bands, "bits": raw.bits}
        placed = replacing(destination, like=info.path, private=private, replace=replace_existing)
        with open_rows(raw.path, **layout) as rows, placed as temporary:
            image = resized(_shifted(rows, raw), width, height)
            image, more = _fitted(as_rgb(image) if info.gray_as_rgb else image, kind, bits)
            notices += more
            image = source_metadata.set_resolution(image, info.dpi)
            image, more = _with_profile(image, info.icc, kind)
            notices += more + _carry(info, image, kind)
            notices += _save(image, temporary, kind, Encoding(info, quality, cancel))
    except (OSError, pyvips.Error) as error:
        cancel.raise_if_cancelled()  # libvips reports being stopped as an error
        raise _failed(destination, error) from error
    return notices


def _shifted(image: Any, raw: RawPicture) -> Any:
    """The picture less `raw.shift`, which is spread linearly between the middles of its cells."""
    if raw.shift is None:
        return image
    rows, columns, colors = raw.shift.shape
    levels = np.ascontiguousarray(raw.shift * np.float32(2**raw.bits - 1))
    grid = pyvips.Image.new_from_memory(levels.data.cast("B"), columns, rows, colors, "float")
    spread = grid.resize(image.width / columns, vscale=image.height / rows, kernel="linear")
    shifted = (image.extract_band(0, n=colors) - spread).rint().cast(image.format)
    if image.bands > colors:
        shifted = shifted.bandjoin(image[colors])
    return shifted.copy(interpretation=image.interpretation)


def resized(image: Any, width: int, height: int) -> Any:
    """Lanczos, with colours weighted by their alpha so that what is invisible does not bleed in."""
    if (image.width, image.height) == (width, height):
        return image
    number_format = image.format
    scales = {"vscale": height / image.height, "kernel": "lanczos3"}
    if image.bands in (1, 3):
        return image.resize(width / image.width, **scales)
    weighted = image.premultiply().resize(width / image.width, **scales).unpremultiply()
    return weighted.rint().cast(number_format).copy(interpretation=image.interpretation)


def _fitted(image: Any, kind: WritableKind, bits: int) -> tuple[Any, tuple[str, ...]]:
    """The picture in the channels and bits that the format holds."""
    notices: tuple[str, ...] = ()
    if bits > kind.bits:
        notices += (f"{kind.name} holds {kind.bits} bits per channel; the 16 were rounded.",)
        bits = 8 if kind.bits == 8 else 16  # the encoder rounds to those between
    gray = image.bands < 3
    if bits == 8 and image.format == "ushort":
        # rounded; libvips' own conversion cuts off the lower byte
        image = (image / 257.0).rint().cast("uchar").copy(interpretation="b-w" if gray else "srgb")
    elif bits == 16 and image.format == "uchar":
        image = (image * 257.0).cast("ushort").copy(interpretation="grey16" if gray else "rgb16")
    if image.bands in (2, 4) and not kind.alpha:
        image = image.flatten(background=[255])
        notices += (f"{kind.name} has no transparency; the picture was put on white.",)
    return image, notices


def _with_profile(image: Any, profile: bytes | None, kind: WritableKind) -> tuple[Any, tuple[str, ...]]:
    """The picture with the source's profile; in sRGB where the format has no place for one."""
    if not profile:
        return image, ()
    if not source_metadata.fits_profile(profile, 1 if image.bands < 3 else 3):
        return image, ("The colour profile is for another kind of colour and was left out.",)
    source_metadata.set_blob(image, "icc-profile-data", profile)
    if kind.profiles or is_srgb(profile) or image.bands < 3:
        return image, ()
    depth = 16 if image.format == "ushort" else 8
    try:
        image = image.icc_transform("srgb", embedded=True, intent="relative", depth=depth)
    except pyvips.Error:
        return image, (f"{kind.name} is written without a profile here; that of the source is damaged.",)
    return image, (f"{kind.name} is written in sRGB here; colours beyond it were clipped.",)


def _carry(info: ImageInfo, image: Any, kind: WritableKind) -> tuple[str, ...]:
    """Set on `image` what every encoder takes from there; a sentence for what the format has no place for."""
    notices: tuple[str, ...] = ()
    source_metadata.set_blob(image, "xmp-data", info.xmp)
    if info.iptc and not kind.iptc:
        notices += (f"{kind.name} has no place for IPTC, which was left out.",)
    homeless = [text.keyword for text in info.texts if not kind.texts(text.keyword)]
    if homeless:
        keywords = ", ".join(dict.fromkeys(homeless))
        notices += (f"{kind.name} has no place for texts, which were left out: {keywords}.",)
    return notices


def _save(image: Any, path: Path, kind: WritableKind, encoding: Encoding) -> tuple[str, ...]:
    """Encode into the file at `path`; a sentence for what could not be kept."""
    cancel = encoding.cancel
    image = image.copy()  # so that the signal is on the picture that is computed
    image.set_progress(True)
    image.signal_connect("eval", lambda running, _: running.set_kill(True) if cancel.cancelled else None)
    notices = kind.encoder(image, path, encoding)
    cancel.raise_if_cancelled()
    return notices


def _failed(destination: Path, error: Exception) -> ImageWriteError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    text = (error.strerror if isinstance(error, OSError) else None) or (lines[-1] if lines else "")
    if any(sign in str(error).lower() for sign in NO_SPACE):
        remedy = "free some space, or name a folder on another disk with -o"
        return DiskFullError(destination, f"the disk is full ({text})", remedy)
    if isinstance(error, FileExistsError):
        remedy = "give --overwrite to replace it, or another name"
        return OutputExistsError(destination, "has come to exist while its picture was made", remedy)
    if isinstance(error, BlockingIOError):
        return ImageWriteError(destination, "is being written by another process", "wait for it, or name another file")
    if isinstance(error, PermissionError):
        return ImageWriteError(destination, "its folder may not be written to", "name another with -o")
    return ImageWriteError(destination, f"cannot be written ({text})", "try another folder or format")
