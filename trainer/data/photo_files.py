"""Photos as files: finding them, and reading them the way the app does, upright and as 8-bit RGB."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rsd_app.core.errors import TrainingError
from rsd_app.core.image_io.formats.registry import readable_suffixes
from rsd_app.core.image_io.read import open_image
from trainer.types import Picture

SUFFIXES = readable_suffixes()
LARGEST_MP = 400.0


def find_photos(folders: Sequence[Path]) -> list[Path]:
    """Every picture below the folders, by name; the order is that of the paths, each once.

    Hidden files and those in hidden folders (thumbnails, AppleDouble copies) are passed over.

    Raises:
        TrainingError: a folder is missing, or none holds a picture.
    """
    found: dict[Path, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            problem = "is not a folder" if folder.exists() else "does not exist: it is not a folder"
            raise TrainingError(folder, problem, "give --data a folder of photos")
        for path in folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
                found.setdefault(path.resolve(), path)
    if not found:
        names = ", ".join(map(str, folders))
        raise TrainingError(names, "holds no picture", f"put photos there ({', '.join(sorted(SUFFIXES))})")
    return sorted(found.values())


def read_photo(path: Path) -> Picture:
    """RGB (H, W, 3) uint8, upright; transparency is dropped, 16 bits are rounded to 8.

    Raises:
        ImageReadError: it cannot be read, or is cut off or damaged anywhere.
    """
    with open_image(path, max_megapixels=LARGEST_MP) as image:
        color = image.read_rows(0, image.info.height).color
    if color.dtype == np.uint16:
        color = ((color.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if color.shape[2] == 1:
        color = np.repeat(color, 3, axis=2)
    return np.ascontiguousarray(color)
