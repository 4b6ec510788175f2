"""What an encoder is given and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.progress import CancelToken

BESIDES_EXIF = "icc|xmp|iptc"  # of libvips' metadata, where the EXIF is put into the file byte by byte


@dataclass(frozen=True)
class Encoding:
    """What an encoder needs beside the pixels."""

    info: ImageInfo  # of the source, as it goes along
    quality: int  # 1 to 100, of the lossy ones
    cancel: CancelToken  # libvips looks at it by itself


# The picture, an own copy that has its profile, XMP and resolution; the file; what else is needed. It writes the file
# with all that `Encoding.info` has, and returns a sentence for each thing that the format could not hold.
# It raises pyvips.Error, OSError, Cancelled.
Encoder = Callable[[Any, Path, Encoding], tuple[str, ...]]
