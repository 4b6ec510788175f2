"""A source photo as a job sees it: opened, measured and hashed once, whoever asks."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import Self

from rsd_app.core.errors import ImageReadError
from rsd_app.core.image_io.info import ImageInfo
from rsd_app.core.image_io.read import ImageSource, open_image
from rsd_app.engine.settings.config import UpscaleConfig


class Photo:
    """An open photo; close it, or use it as a context manager.

    Args:
        config: whose limit of megapixels and colors of RAW it is opened with.

    Attributes:
        image: its rows; may be read by one thread at a time.
        stamp: its size in bytes and its time of change, in ns, when it was opened.

    Raises:
        ImageReadError, ImageTooLargeError: it cannot be read.
    """

    def __init__(self, path: Path, config: UpscaleConfig) -> None:
        self.path, self._config = path, config
        self.image = self.opened_again()
        try:
            stat = path.stat()
        except OSError as error:
            self.close()
            raise ImageReadError(path, f"cannot be read ({error.strerror})", "check its disk") from error
        self.stamp = (stat.st_size, stat.st_mtime_ns)

    @property
    def info(self) -> ImageInfo:
        """What the file says of itself; an alpha channel that is opaque all over is gone."""
        return self.image.info

    @cached_property
    def sha256(self) -> str:
        """Of the file; read through when first asked for.

        Raises:
            ImageReadError: it has gone, or cannot be read.
        """
        return hash_of(self.path)

    def opened_again(self) -> ImageSource:
        """Its rows for a second reader, from the top."""
        return open_image(self.path, max_megapixels=self._config.max_megapixels, raw_gamut=self._config.raw_gamut)

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        self.image.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def hash_of(path: Path) -> str:
    """SHA-256 of a file.

    Raises:
        ImageReadError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ImageReadError(path, "was removed while it was enlarged", "put it back and try again") from error
    except OSError as error:
        raise ImageReadError(path, f"cannot be read ({error.strerror})", "check its disk and permissions") from error
