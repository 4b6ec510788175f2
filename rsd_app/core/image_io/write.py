"""The result into its file: streamed from raw rows, whole or not at all, with all that the source carried."""

from __future__ import annotations

import os
import struct
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
from rsd_app.core.image_io.formats import jpeg_xl
from rsd_app.core.image_io.formats.registry import WritableKind
from rsd_app.core.image_io.info import ImageInfo, Text
from rsd_app.core.image_io.metadata import source_metadata, xmp
from rsd_app.core.image_io.metadata.carried import carried
from rsd_app.core.image_io.metadata.exif_directory import add_to_tiff
from rsd_app.core.image_io.metadata.headed_file import (
    PNG_HEADER_BYTES,
    SOI,
    TooLargeError,
    headed_target,
    jpeg_head,
    png_chunk,
)
from rsd_app.core.image_io.metadata.png_chunks import raw_profile
from rsd_app.core.image_io.metadata.webp_file import add_exif
from rsd_app.core.image_io.raw_source import open_rows
from rsd_app.core.image_io.replacing import replacing
from rsd_app.core.progress import CancelToken

__all__ = ["RawPicture", "check_destination", "destination_for", "write_picture"]

# Measured on a photo of 24 megapixels, one core (MP/s, MB): png 2 "up" 43, 24; png 1 "up" 70, 35;
# png 6 "all" 10, 21. jpg 165. tiff deflate 2 as png 2; lzw 28, 25. webp effort 2 23, effort 4 11.
PNG = {"compression": 2, "filter": "up"}
TIFF = {"compression": "deflate", "level": 2, "predictor": "horizontal"}
WEBP_EFFORT = 2
BIGTIFF_FROM_BYTES = 3_500_000_000  # a classic TIFF ends at 4 GiB, and deflate may not help
AVIF_EFFORT = 1  # a megapixel takes 0.1 s; with 4, 2 s
BESIDES_EXIF = "icc|xmp|iptc"
JPEG_XMP_BYTES = 65_502
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


@dataclass(frozen=True)
class _Request:
    """What an encoder needs beside the pixels."""

    info: ImageInfo
    quality: int
    cancel: CancelToken


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
            notices += _save(image, temporary, kind, _Request(info, quality, cancel))
            if kind.name == "tiff" and (info.exif or info.iptc):
                notices += _finish_tiff(temporary, info, width, height)
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
    """Set the source's metadata on `image`; a sentence for what cannot go along."""
    notices: tuple[str, ...] = ()
    packet = info.xmp
    if packet and kind.name == "jpg" and len(packet) > JPEG_XMP_BYTES:
        packet, names = xmp.shrunk(packet, JPEG_XMP_BYTES)
        packet = packet if len(packet) <= JPEG_XMP_BYTES else None
        lost = ", ".join(names) if packet else "all of it"
        notices += (f"The XMP is larger than a JPEG can hold; left out: {lost}.",)
    source_metadata.set_blob(image, "xmp-data", packet)
    if info.iptc and kind.name == "jpg":
        source_metadata.set_blob(image, "iptc-data", source_metadata.photoshop_resources(info.iptc))
    elif info.iptc and not kind.iptc:
        notices += (f"{kind.name} has no place for IPTC, which was left out.",)
    homeless = [text.keyword for text in info.texts if kind.name != "png" and not _is_comment(text, kind)]
    if homeless:
        keywords = ", ".join(dict.fromkeys(homeless))
        notices += (f"{kind.name} has no place for texts, which were left out: {keywords}.",)
    if info.exif and kind.name == "avif":  # JPEG, PNG, WebP, JPEG XL: see _save; TIFF: see _finish_tiff
        try:
            source_metadata.set_exif(image, info.exif)
        except (pyvips.Error, ValueError, struct.error):
            notices += ("The EXIF is damaged and was left out.",)
    return notices


def _save(image: Any, path: Path, kind: WritableKind, request: _Request) -> tuple[str, ...]:
    """Encode into the file at `path`; a sentence for what could not be kept."""
    notices: tuple[str, ...] = ()
    name, exif, cancel = os.fsencode(path), request.info.exif, request.cancel
    image = image.copy()  # so that the signal is on the picture that is computed
    image.set_progress(True)
    image.signal_connect("eval", lambda running, _: running.set_kill(True) if cancel.cancelled else None)
    if kind.name == "png":
        with headed_target(path, PNG_HEADER_BYTES, _png_head(request.info)) as target:
            image.pngsave_target(target, keep=BESIDES_EXIF, **PNG)
    elif kind.name == "jpg":
        dpi = request.info.dpi or (source_metadata.DEFAULT_DPI, source_metadata.DEFAULT_DPI)
        comments = [text.text for text in request.info.texts if _is_comment(text, kind)]
        try:
            head = jpeg_head(exif, dpi, comments)
        except TooLargeError:
            head, notices = (
                jpeg_head(None, dpi, comments),
                ("The EXIF is larger than a JPEG can hold and was left out.",),
            )
        with headed_target(path, len(SOI), head) as target:
            image.jpegsave_target(target, Q=request.quality, subsample_mode="off", keep=BESIDES_EXIF)
    elif kind.name == "webp":
        image.webpsave(name, Q=request.quality, effort=WEBP_EFFORT, keep=BESIDES_EXIF)
        if exif:
            add_exif(path, exif, width=image.width, height=image.height, alpha=image.bands in (2, 4))
    elif kind.name == "avif":
        depth = 12 if image.format == "ushort" else 8
        settings = {"compression": "av1", "bitdepth": depth, "effort": AVIF_EFFORT, "subsample_mode": "off"}
        image.heifsave(name, Q=request.quality, **settings)
    elif kind.name == "jxl":
        _save_jxl(image, path, request)
    else:
        sample = 2 if image.format == "ushort" else 1
        size = image.width * image.height * image.bands * sample
        image.tiffsave(name, bigtiff=size > BIGTIFF_FROM_BYTES, **TIFF)
    cancel.raise_if_cancelled()
    return notices


def _is_comment(text: Text, kind: WritableKind) -> bool:
    """Whether a text goes into a JPEG as its comment."""
    return kind.name == "jpg" and text.keyword == "Comment"


def _png_head(info: ImageInfo) -> bytes:
    """The chunks that libvips would not write, or not as they were."""
    chunks = [(b"eXIf", info.exif)] if info.exif else []
    if info.iptc:
        chunks.append(raw_profile("iptc", info.iptc))
    return b"".join(png_chunk(*chunk) for chunk in (*chunks, *(text.chunk for text in info.texts)))


def _save_jxl(image: Any, path: Path, request: _Request) -> None:
    data = image.write_to_memory()
    sample = np.uint16 if image.format == "ushort" else np.uint8
    pixels = np.frombuffer(data, sample).reshape(image.height, image.width, image.bands)
    request.cancel.raise_if_cancelled()
    encoded = jpeg_xl.encode(pixels, path, quality=request.quality, exif=request.info.exif, xmp=request.info.xmp)
    path.write_bytes(encoded)


def _finish_tiff(path: Path, info: ImageInfo, width: int, height: int) -> tuple[str, ...]:
    """Add what libvips does not write into TIFF."""
    try:
        add_to_tiff(path, exif=info.exif, iptc=info.iptc, width=width, height=height)
    except (ValueError, struct.error):
        return ("EXIF and IPTC could not be written into this TIFF and were left out.",)
    return ()


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
