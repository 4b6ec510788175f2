"""Photos to cut crops from."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rsd_app.core.errors import ImageReadError, TrainingError
from rsd_app.core.image_io.read import probe
from trainer.data.photo_cache import PhotoCache
from trainer.data.photo_files import LARGEST_MP, read_photo
from trainer.types import Picture

log = logging.getLogger(__name__)

SCENE_SPAN = 0.62  # of a photo's shorter side, that a scene spans at least


class PhotoStore:
    """Photos to cut crops from, decoded when they are needed.

    They are kept in memory as far as the budget goes; if all of them together exceed it, as raw pixels in a
    cache on the disk, of which a crop reads only its own rows.

    Args:
        paths: of the photos.
        smallest: shorter sides than this are left out, in pixels.
        largest_reduction: of the photos that are reduced first, where they allow it.
        scene_share: of the crops, that span 0.62 to all of a photo's shorter side, reduced as far as that takes: what
            small pictures show. In the others, things are larger than in any small picture.
        detail_tries: draw k in [1, detail_tries] crops each time and keep the most detailed.
        budget_mb: memory for decoded photos.
        cache: on the disk; None: photos beyond the budget are decoded again each time.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        smallest: int,
        largest_reduction: float = 3.5,
        scene_share: float = 0.0,
        detail_tries: int = 1,
        budget_mb: int = 4096,
        cache: PhotoCache | None = None,
    ) -> None:
        self._detail_tries, self._largest_reduction = detail_tries, largest_reduction
        self._scene_share = scene_share
        self._budget = budget_mb * 2**20
        self._memory: OrderedDict[int, Picture] = OrderedDict()
        self._size = 0
        self._broken: set[int] = set()
        kept: list[tuple[Path, int]] = []
        for path in paths:
            try:
                info = probe(path, max_megapixels=LARGEST_MP)
            except ImageReadError as error:
                log.warning("%s; left out", error)
                continue
            if min(info.width, info.height) < smallest:
                log.warning("%s is %d×%d, under %d; left out", path, info.width, info.height, smallest)
            else:
                kept.append((path, info.width * info.height))
        if not kept:
            raise TrainingError(
                f"{len(paths)} photos",
                f"none is readable and at least {smallest}×{smallest}",
                "add larger photos",
            )
        self.paths = [path for path, _ in kept]
        self._cache = cache if 3 * sum(area for _, area in kept) > self._budget else None
        # Large photos hold more crops, but a panorama must not drown the others: the square root.
        weights = np.sqrt([area for _, area in kept])
        self._share = weights / weights.sum()

    def crop(self, rng: np.random.Generator, side: int) -> Picture:
        """A random crop (side, side, 3), mirrored and turned at random, half of them (or of the scenes' rest) reduced.

        Much of a photo is sky and blur, which teach little: of several crops the richest may be taken.
        """
        # No number is drawn for one try, as in the runs before there were more.
        tries = int(rng.integers(1, self._detail_tries + 1)) if self._detail_tries > 1 else 1
        return max((self._any_crop(rng, side) for _ in range(tries)), key=_detail)

    def _any_crop(self, rng: np.random.Generator, side: int) -> Picture:
        photo = self._readable(int(rng.choice(len(self.paths), p=self._share)))
        height, width = photo.shape[:2]
        largest = min(height, width) / side
        factor = self._factor(rng, largest)
        span = min(int(side * factor), height, width)
        y, x = rng.integers(height - span + 1), rng.integers(width - span + 1)
        crop: NDArray[np.uint8] = np.asarray(photo[y : y + span, x : x + span])
        if span != side:
            # Lanczos, as photos are reduced for the web: by areas they would be softer than those.
            crop = np.asarray(Image.fromarray(crop).resize((side, side), Image.Resampling.LANCZOS))
        crop = np.rot90(crop, int(rng.integers(4)))
        return np.ascontiguousarray(crop[:, ::-1] if rng.random() < 0.5 else crop)

    def _factor(self, rng: np.random.Generator, largest: float) -> float:
        """How far a crop is reduced, 1 to `largest`."""
        # No number is drawn for a share of 0, as in the runs before there was one.
        if self._scene_share > 0 and rng.random() < self._scene_share:
            return max(1.0, largest * float(rng.uniform(SCENE_SPAN, 1)))
        if rng.random() < 0.5 and largest > 1:
            return float(np.exp(rng.uniform(0, np.log(min(self._largest_reduction, largest)))))
        return 1.0

    def _readable(self, index: int) -> Picture:
        """A photo; in place of one that cannot be read any more, the next that can."""
        for step in range(len(self.paths)):
            place = (index + step) % len(self.paths)
            if place in self._broken:
                continue
            try:
                return self._load(place)
            except ImageReadError as error:
                self._broken.add(place)
                log.warning("%s; others take its place", error)
        raise TrainingError(self.paths[index], "and all other photos cannot be read any more", "is the disk there?")

    def _load(self, index: int) -> Picture:
        photo = self._memory.get(index)
        if photo is not None:
            self._memory.move_to_end(index)
            return photo
        path = self.paths[index]
        if self._cache is not None:
            return self._cache.photo(path)
        photo = read_photo(path)
        self._memory[index] = photo
        self._size += photo.nbytes
        while self._size > self._budget and len(self._memory) > 1:
            _, dropped = self._memory.popitem(last=False)
            self._size -= dropped.nbytes
        return photo


def _detail(crop: Picture) -> float:
    """Mean amount of the Laplacian of the green, which is most of the luma, in levels."""
    green: NDArray[np.float32] = crop[..., 1].astype(np.float32)
    return float(np.abs(cv2.Laplacian(green, cv2.CV_32F)).mean())
