"""Pictures from files: what one is (probe), and its upright rows as arrays (open_image)."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pyvips

from rsd_app.core.errors import ImageReadError, ImageTooLargeError
from rsd_app.core.image_io.color import spaces
from rsd_app.core.image_io.color.choices import Gamut
from rsd_app.core.image_io.color.code_points import code_points_of
from rsd_app.core.image_io.formats import rare_tiff
from rsd_app.core.image_io.formats.decoded import DAMAGE, notices_of, with_notices
from rsd_app.core.image_io.formats.png import with_chunks
from rsd_app.core.image_io.formats.registry import LOSSY, READABLE, Kind, kind_of
from rsd_app.core.image_io.formats.tiff_pages import photo_channels, photo_in, with_shared
from rsd_app.core.image_io.formats.vips import open_lazily
from rsd_app.core.image_io.info import ImageInfo, Text
from rsd_app.core.image_io.metadata import source_metadata
from rsd_app.core.image_io.metadata.companions import (
    companions_in_xmp,
    companions_of_boxes,
    companions_of_jpeg,
    with_extension,
)
from rsd_app.core.image_io.metadata.exif_directory import COMPRESSION, exif_of_tiff, iptc_of_tiff, numbers
from rsd_app.core.image_io.metadata.jpeg_segments import facts_of_jpeg
from rsd_app.core.image_io.metadata.png_chunks import as_text, facts_of_png

log = logging.getLogger(__name__)

BACK_ROWS = 160  # how far read_rows may step back without decoding from the top again
IN_ORDER = (1, 2)  # orientations that need no more than one row at a time: as stored, and mirrored
NO_SPACE = "no space left"


@dataclass(frozen=True)
class Pixels:
    """A part of a picture.

    Args:
        color: (h, w, 1 or 3), uint8 or uint16, not premultiplied.
        alpha: (h, w) of the same type, or None.
    """

    color: np.ndarray[Any, np.dtype[Any]]
    alpha: np.ndarray[Any, np.dtype[Any]] | None


class ImageSource:
    """An open picture. Made by open_image; close it, or use it as a context manager.

    Rows are decoded as they are asked for where the orientation lets them come in order; turned pictures
    are decoded at the first row by libvips, in memory below 100 MB, in a temporary file above.

    Args:
        info: as probe finds it, except that an alpha channel which is opaque all over is gone, and that of three
            channels which are equal all over one is left.
    """

    def __init__(self, info: ImageInfo, kind: Kind) -> None:
        self.info = info
        self._kind = kind
        self._fail_on = kind.fail_on
        self._in_order = info.orientation in IN_ORDER and bool(kind.loader)
        self._decoded: Any = None  # as another library than libvips has made it
        self._images: dict[str, Any] = {}  # by access: sequential for rows, random for regions
        self._kept = self._no_rows()
        self._kept_top = 0

    def read_rows(self, y0: int, y1: int) -> Pixels:
        """Rows y0 to y1 (exclusive) of the upright picture.

        Fast with increasing y0; a step back of up to 160 rows costs nothing, a larger one decodes again from the top.

        Raises:
            ValueError: the rows are not within the picture.
            ImageReadError: the file turns out to be damaged.
        """
        self._check_within(0, y0, self.info.width, y1)
        if not self._in_order:
            return self._pixels(self._fetch("random", 0, y0, self.info.width, y1))
        kept_bottom = self._kept_top + len(self._kept)
        if y0 < self._kept_top:
            self._images.pop("sequential", None)
        if not self._kept_top <= y0 <= kept_bottom:
            self._kept, self._kept_top, kept_bottom = self._no_rows(), y0, y0
        if y1 > kept_bottom:
            fresh = self._fetch("sequential", 0, kept_bottom, self.info.width, y1)
            self._kept = np.concatenate([self._kept, fresh]) if len(self._kept) else fresh
        wanted = self._kept[y0 - self._kept_top : y1 - self._kept_top]
        forget = max(0, y0 - BACK_ROWS - self._kept_top)
        self._kept, self._kept_top = self._kept[forget:].copy(), self._kept_top + forget
        return self._pixels(wanted)

    def read_region(self, x0: int, y0: int, x1: int, y1: int) -> Pixels:
        """Columns x0 to x1 and rows y0 to y1 (exclusive), in any order of calls; for previews.

        Raises: as read_rows.
        """
        self._check_within(x0, y0, x1, y1)
        return self._pixels(self._fetch("random", x0, y0, x1, y1))

    def close(self) -> None:
        """Let go of the file and of what was decoded; safe to call twice."""
        self._images.clear()
        self._decoded = None
        self._kept = self._no_rows()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_within(self, x0: int, y0: int, x1: int, y1: int) -> None:
        if not (0 <= x0 < x1 <= self.info.width and 0 <= y0 < y1 <= self.info.height):
            size = f"{self.info.width}x{self.info.height}"
            raise ValueError(f"({x0}, {y0}) to ({x1}, {y1}) is not within a picture of {size}")

    def _no_rows(self) -> np.ndarray[Any, np.dtype[Any]]:
        bands = self.info.channels + self.info.has_alpha
        return np.empty((0, self.info.width, bands), np.uint8 if self.info.bits == 8 else np.uint16)

    def _fetch(self, access: str, x0: int, y0: int, x1: int, y1: int) -> np.ndarray[Any, np.dtype[Any]]:
        """(y1 - y0, x1 - x0, bands) of the upright picture, a copy of its own."""
        try:
            region = pyvips.Region.new(self._image(access))
            data = region.fetch(x0, y0, x1 - x0, y1 - y0)
        except pyvips.Error as error:
            self._go_on_after(error)
            return self._fetch(access, x0, y0, x1, y1)
        pixels = np.frombuffer(data, self._kept.dtype).reshape(y1 - y0, x1 - x0, -1)
        return pixels[:, :, : self._kept.shape[2]].copy()  # without an alpha channel that is opaque

    def _image(self, access: str) -> Any:
        if access not in self._images:
            image = self._opened() if self._kind.part else _open(self.info.path, self._kind, access, self._fail_on)
            plain, _ = spaces.to_plain(image, self.info.path)
            self._images[access] = (spaces.one_of_equal(plain) if self.info.gray_as_rgb else plain).autorot()
        return self._images[access]

    def _pixels(self, rows: np.ndarray[Any, np.dtype[Any]]) -> Pixels:
        channels = self.info.channels
        return Pixels(rows[:, :, :channels], rows[:, :, channels] if self.info.has_alpha else None)

    def _go_on_after(self, error: pyvips.Error) -> None:
        """Read on, from the top, after what was a mere warning: stray bytes between markers, an odd entry.

        Raises:
            ImageReadError: it was damage.
        """
        if self._fail_on != "warning" or any(sign in str(error) for sign in self._kind.damage):
            raise _damaged(self.info.path, error) from error
        log.info("%s: read on after a warning: %s", self.info.path, _in_one_line(error))
        self._fail_on = "error"
        self._images.clear()

    def _scanned(self, measure: Callable[[Any], bool], *, plain: bool) -> bool:
        """What `measure` says of the whole picture, read in a stream: of the plain one, or as it is stored."""
        try:
            image = self._opened()
            return measure(spaces.to_plain(image, self.info.path)[0] if plain else image)
        except pyvips.Error as error:
            self._go_on_after(error)
            return self._scanned(measure, plain=plain)

    def _opened(self) -> Any:
        """The picture for one more scan; what another library has decoded is kept and not decoded again."""
        if self._kind.part is None:
            return _open(self.info.path, self._kind, "sequential", self._fail_on)
        if self._decoded is None:
            self._decoded = _open(self.info.path, self._kind, "sequential", self._fail_on)
        return self._decoded

    def _refuse_what_is_no_number(self) -> None:
        """Read a picture of floating point through, once, for NaN and infinity.

        Raises:
            ImageReadError: there are some.
        """
        if not self._scanned(spaces.is_finite, plain=False):
            problem, remedy = "holds values that are no numbers (NaN or infinity)", "export it again without them"
            raise ImageReadError(self.info.path, problem, remedy)

    def _is_opaque(self) -> bool:
        """Whether the alpha channel is full everywhere; reads the picture once."""
        top = 2**self.info.bits - 1
        return self._scanned(lambda image: bool(image[image.bands - 1].min() == top), plain=True)

    def _is_gray(self) -> bool:
        """Whether its three colour channels are equal everywhere; reads on as long as they are."""
        slack = (2**self.info.bits - 1) // 255 if self._kind.name in LOSSY else 0  # a level of 255
        return self._scanned(lambda image: spaces.channels_are_equal(image, slack), plain=True)

    def _settled(self, **changes: Any) -> ImageSource:
        """The same with facts that only its pixels tell."""
        source = ImageSource(replace(self.info, **changes), self._kind)
        source._decoded, source._fail_on = self._decoded, self._fail_on
        return source


def probe(path: Path, *, max_megapixels: float, raw_gamut: Gamut = "srgb") -> ImageInfo:
    """What the file at `path` is, from its header alone.

    Args:
        raw_gamut: the colour space that a camera's RAW is developed into.

    `has_alpha` is what the header says: open_image knows whether it is opaque all over.

    Raises:
        ImageTooLargeError: it has more than `max_megapixels`; nothing was decoded.
        ImageReadError: it is missing, forbidden, empty, damaged or not a picture.
    """
    return _inspect(path, max_megapixels, raw_gamut)[0]


def format_of(path: Path) -> str:
    """What the file at `path` is by its first bytes, as in ImageInfo.format.

    Raises:
        ImageReadError: it is missing, forbidden, empty or not a picture.
    """
    return _kind_at(path, "srgb").name


def open_image(path: Path, *, max_megapixels: float, raw_gamut: Gamut = "srgb") -> ImageSource:
    """Open the picture at `path` for reading.

    Raises: as probe; pictures with alpha or in gray are read through once, so damage in them is found here.
    """
    info, kind = _inspect(path, max_megapixels, raw_gamut)
    source = ImageSource(info, kind)
    if info.is_float:
        source._refuse_what_is_no_number()
    if info.has_alpha and source._is_opaque():
        source = source._settled(has_alpha=False)
    if info.channels == 3 and source._is_gray():
        source = source._settled(channels=1, gray_as_rgb=True)
    return source


def open_tolerantly(path: Path, info: ImageInfo, *, shrink: int = 1) -> Any:
    """A probed picture of libvips', plain and upright, which shows as much of a damaged file as there is.

    Args:
        shrink: of JPEG's decoder: 2, 4 or 8 decode at that part of the size.

    Raises:
        ImageReadError: it has gone, or another library cannot read it.
        pyvips.Error: nothing of it can be read.
    """
    kind = _kind_at(path, "srgb")
    access = "sequential" if info.orientation in IN_ORDER else "random"
    if shrink > 1:
        image = open_lazily(path, kind, access, "error", shrink=shrink)
    else:
        image = _open(path, kind, access, "error")
    return spaces.to_plain(image, path)[0].autorot()


def _inspect(path: Path, max_megapixels: float, raw_gamut: Gamut) -> tuple[ImageInfo, Kind]:
    kind = _kind_at(path, raw_gamut)
    try:
        image = _open(path, kind, "sequential", kind.fail_on, header_only=True)
        megapixels = image.width * image.height / 1e6
        if megapixels > max_megapixels:
            raise ImageTooLargeError(
                path,
                f"has {image.width} x {image.height} = {megapixels:,.1f} megapixels,"
                f" more than the limit of {max_megapixels:,g}",
                f"raise the limit with --max-megapixels {int(megapixels) + 1}",
            )
        return _info(path, kind, image), kind
    except (pyvips.Error, *DAMAGE) as error:
        raise _damaged(path, error) from error


def _info(path: Path, kind: Kind, image: Any) -> ImageInfo:
    plain, changes = spaces.to_plain(image, path)
    orientation = image.get("orientation") if image.get_typeof("orientation") else 1
    if not 1 <= orientation <= 8:
        orientation = 1
    transposed = orientation >= 5
    page = photo_in(path) if kind.name == "tiff" else None
    pictures, xmp, texts, beside = _beside(path, kind, image)
    return ImageInfo(
        path=path,
        width=image.height if transposed else image.width,
        height=image.width if transposed else image.height,
        channels=spaces.color_bands(plain),
        has_alpha=plain.bands in (2, 4),
        bits=spaces.bits_of(plain),
        is_float=image.format == "float",
        format=kind.name,
        icc=source_metadata.blob(plain, "icc-profile-data") or _late_profile(path, kind),
        exif=exif_of_tiff(path, page.directory) if page else source_metadata.exif_block(image),
        xmp=xmp,
        iptc=iptc_of_tiff(path, page.directory) if page else source_metadata.iptc_records(image),
        orientation=orientation,
        dpi=source_metadata.dpi_of(image, transposed=transposed),
        texts=texts,
        notices=_page_notice(page.pictures if page else pictures) + beside + notices_of(image) + changes,
    )


def _beside(path: Path, kind: Kind, image: Any) -> tuple[int, bytes | None, tuple[Text, ...], tuple[str, ...]]:
    """How many pictures the file has, its whole XMP, its texts, and a sentence for each thing that is not read."""
    pictures, xmp = _frames(image), source_metadata.blob(image, "xmp-data")
    texts: tuple[Text, ...] = ()
    beside: tuple[str, ...] = ()
    if kind.name == "jpeg":
        facts = facts_of_jpeg(path)
        pictures, beside = facts.pictures, companions_of_jpeg(facts)
        texts = tuple(as_text("Comment", comment) for comment in facts.comments)
        xmp = with_extension(xmp, facts.extension) if facts.extension else xmp
    elif kind.name == "png":
        texts = tuple(facts_of_png(path).texts)
    elif kind.name in ("heif", "avif", "jxl"):
        beside = companions_of_boxes(path)
    return pictures, xmp, texts, tuple(dict.fromkeys(beside + companions_in_xmp(xmp)))


def _late_profile(path: Path, kind: Kind) -> bytes | None:
    decoder = kind.decoder
    if decoder is None or decoder.profile is None:
        return None
    try:
        return decoder.profile(path)
    except DAMAGE as error:
        raise _damaged(path, error) from error


def _frames(image: Any) -> int:
    frames: int = image.get("n-pages") if image.get_typeof("n-pages") else 1
    return frames


def _page_notice(pages: int) -> tuple[str, ...]:
    return (f"It has {pages} pages or frames; the first one is used.",) if pages > 1 else ()


def _kind_at(path: Path, raw_gamut: Gamut) -> Kind:
    """What kind of picture the file is, by its first bytes; its name says nothing."""
    try:
        if path.is_dir():
            raise ImageReadError(path, "is a folder, not a picture", "name a picture in it")
        if path.exists() and not path.is_file():  # a pipe would keep us waiting
            raise ImageReadError(path, "is not a file", "save the picture as a file first")
        with path.open("rb") as file:
            head = file.read(32)
    except FileNotFoundError as error:
        raise ImageReadError(path, "does not exist", "check the name") from error
    except PermissionError as error:
        raise ImageReadError(path, "may not be read", "check the permissions of it and its folder") from error
    except OSError as error:
        raise ImageReadError(path, f"cannot be read ({error.strerror})", "check the disk") from error
    if not head:
        raise ImageReadError(path, "is empty (0 bytes)", "copy it again from where it came from")
    kind = kind_of(head, path.suffix.lower(), raw_gamut)
    if kind is None:
        raise ImageReadError(
            path,
            "is not a picture of a known kind, whatever its name says",
            f"convert it to one of {READABLE}",
        )
    if kind.name == "tiff" and _compression(path) in rare_tiff.COMPRESSIONS:
        return replace(kind, loader="", part=lambda: rare_tiff.RARE)
    return kind


def _compression(path: Path) -> int:
    """Of a TIFF's photo; 1 is none."""
    return (numbers(photo_in(path).directory.get(COMPRESSION)) or (1,))[0]


def _open(path: Path, kind: Kind, access: str, fail_on: str, *, header_only: bool = False) -> Any:
    page = photo_in(path) if kind.name == "tiff" else None
    decoder = kind.decoder
    if decoder is None:
        image = open_lazily(path, kind, access, fail_on, **(page.options if page else {}))
    else:
        try:
            image = decoder.header(path) if header_only else decoder.pixels(path)
        except DAMAGE as error:
            raise _damaged(path, error) from error
    if page:
        image = with_notices(*photo_channels(with_shared(image, path, page), page))
    if kind.name == "png":
        return with_chunks(image, path)
    return spaces.with_named_colors(image, path, code_points_of(path, kind.name))


def _damaged(path: Path, error: Exception) -> ImageReadError:
    if NO_SPACE in str(error).lower():  # a turned picture that is large is decoded into a temporary file
        folder = tempfile.gettempdir()
        return ImageReadError(path, f"has to be turned, and {folder} is full", "free some space, or set TMPDIR")
    if not path.exists():
        return ImageReadError(path, "was removed while it was read", "put it back and try again")
    if isinstance(error, MemoryError):
        return ImageReadError(path, "asks for more memory than there is", "if it is not that large, it is damaged")
    return ImageReadError(
        path,
        f"is damaged or cut off ({_in_one_line(error)})",
        "copy it again from where it came from, or repair it in another program",
    )


def _in_one_line(error: Exception) -> str:
    """The last thing that libvips complains of; the first is only which of its functions failed."""
    if isinstance(error, MemoryError):
        return "it asks for more memory than there is"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
