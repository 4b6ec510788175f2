"""One tile of the view from the pictures of a scene: sampled, laid over each other, in the screen's colours."""

from __future__ import annotations

import math

import cv2
import numpy as np
from PySide6.QtGui import QColorTransform, QImage

from rsd_app.gui.compare.pictures.scene import Known, Layer, Pixels, Rgb, Scene

TILE_PX = 256
CUBIC_REACH = 2
DIFFERENCE_GAIN = 2.0
SAME = 128  # gray of the difference where nothing changed
WHOLE = 254.5  # of 255: a pixel that lies within what is known


def make_tile(scene: Scene, layer: Layer, level: int, column: int, row: int) -> QImage:
    """The tile of a layer; smaller than TILE_PX at the right and lower border.

    Args:
        level: a pixel of the tile stands for 2^level × 2^level of the result.
    """
    side = 1 << level
    box = (
        column * TILE_PX,
        row * TILE_PX,
        min((column + 1) * TILE_PX, -(-scene.width // side)),
        min((row + 1) * TILE_PX, -(-scene.height // side)),
    )
    before = _in_color(_sampled(scene.before, scene, level, box)[0])  # type: ignore[index]
    if layer == Layer.BEFORE:
        return as_image(before, scene.to_screen)
    after = before
    for pixels in scene.over:
        found = _sampled(pixels, scene, level, box)
        if found is None:
            continue
        rgb, known = found
        after = _in_color(rgb) if known is None else np.where(known[..., None], _in_color(rgb), after)
    if layer == Layer.AFTER:
        return as_image(after, scene.to_screen)
    change = (after.astype(np.float32) - before) * DIFFERENCE_GAIN + SAME
    return as_image(np.clip(change, 0, 255).astype(np.uint8), None)


def picture_of(pixels: Pixels, level: int, to_screen: QColorTransform | None) -> QImage:
    """A whole level as a picture for the screen."""
    found = pixels.read(level, 0, 0, max(1, pixels.width >> level), max(1, pixels.height >> level))
    return QImage() if found is None else as_image(_in_color(found[0]), to_screen)


def as_image(rgb: Rgb, to_screen: QColorTransform | None) -> QImage:
    """(h, w, 3) as a picture for the screen, with memory of its own."""
    height, width = rgb.shape[:2]
    bgra = cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2BGRA)
    image = QImage(bgra.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    if to_screen is not None:
        image.applyColorTransform(to_screen)
        image.convertTo(QImage.Format.Format_RGB32)
    return image


def _in_color(rgb: Rgb) -> Rgb:
    return rgb if rgb.shape[2] == 3 else np.repeat(rgb, 3, axis=2)


def _sampled(
    pixels: Pixels, scene: Scene, level: int, box: tuple[int, int, int, int]
) -> tuple[Rgb, Known | None] | None:
    """A box of a level of the scene from a picture of any size: enlarged by bicubic, or from a level that is larger.

    Box and result are in pixels of the scene's level.
    """
    x0, y0, x1, y1 = box
    across, down = (pixels.width << level) / scene.width, (pixels.height << level) / scene.height
    own = max(0, min(pixels.levels - 1, math.floor(math.log2(min(across, down)) + 1e-6)))
    across, down = across / (1 << own), down / (1 << own)  # pixels of the picture's level for one of the box
    width, height = max(1, pixels.width >> own), max(1, pixels.height >> own)
    if across == down == 1.0 and x1 <= width and y1 <= height:
        return pixels.read(own, x0, y0, x1, y1)
    left, top = math.floor(x0 * across) - CUBIC_REACH, math.floor(y0 * down) - CUBIC_REACH
    right, bottom = math.ceil(x1 * across) + CUBIC_REACH, math.ceil(y1 * down) + CUBIC_REACH
    inner = (min(max(0, left), width - 1), min(max(0, top), height - 1), min(right, width), min(bottom, height))
    found = pixels.read(own, *inner)
    if found is None:
        return None
    rgb, known = found
    # Centre of the box's pixel i in the part that was read: (i + x0 + 0.5) · across - 0.5 - inner's corner.
    move = np.array(
        [
            [across, 0, (x0 + 0.5) * across - 0.5 - inner[0]],
            [0, down, (y0 + 0.5) * down - 0.5 - inner[1]],
        ]
    )
    size = (x1 - x0, y1 - y0)
    kind = cv2.INTER_CUBIC if across < 1 or down < 1 else cv2.INTER_LINEAR
    flags = kind | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(np.ascontiguousarray(rgb), move, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    out = np.asarray(warped, np.uint8).reshape(size[1], size[0], -1)
    if known is None:
        return out, None
    shares = cv2.warpAffine(
        known.astype(np.float32) * 255,
        move,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return out, shares > WHOLE
