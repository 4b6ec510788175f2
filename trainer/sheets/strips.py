"""Sample strips: fixed held-out crops as the network makes them, through the time of a training."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from rsd_app.core.atomic_write import write_bytes
from trainer.types import Picture

CROPS = 6
LINES = 10  # of the sheet: input, eight moments, original
_LABEL_PX = 18
_GAP_PX = 2
_GRAY = 40


class Strips:
    """The folder `samples` of a run: one strip a checkpoint, and a sheet of them for each stage.

    Args:
        folder: made with the first strip.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, stage: str, iteration: int, made: list[Picture], lq: list[Picture], hq: list[Picture]) -> Path:
        """Write the strip of a moment, and the sheet again.

        Args:
            made, lq, hq: the same crops from the network, before (enlarged) and as they should be; RGB, one size.

        Returns:
            The sheet.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        write_png(self._folder / f"{stage}-{iteration:08}.png", _beside(made))
        strips = sorted(self._folder.glob(f"{stage}-*.png"))
        lines = [("input", [_beside(lq)])]
        lines += [(f"{_iteration(path):,}", [_read(path)]) for path in _spread(strips, LINES - 2)]
        lines.append(("original", [_beside(hq)]))
        sheet = self._folder / f"{stage}.png"
        write_png(sheet, labelled_rows(lines))
        return sheet

    def forget_after(self, stage: str, iteration: int) -> None:
        """Remove the strips that a resumed or rolled back training makes again."""
        for path in self._folder.glob(f"{stage}-*.png"):
            if _iteration(path) > iteration:
                path.unlink(missing_ok=True)


def labelled_rows(rows: list[tuple[str, list[Picture]]]) -> Picture:
    """One picture of rows of pictures of one size, each below its name; rows of another width are left out."""
    lines = [(name, _beside(pictures)) for name, pictures in rows]
    width = lines[0][1].shape[1]
    parts = [part for name, line in lines if line.shape[1] == width for part in (_label(name, width), line)]
    return np.concatenate(parts)


def write_png(path: Path, picture: Picture) -> None:
    """Whole or not at all; by way of bytes, for OpenCV cannot open every name on Windows.

    Raises:
        OSError: the folder is missing or full.
    """
    _, coded = cv2.imencode(".png", np.ascontiguousarray(picture[..., ::-1]))
    write_bytes(path, coded.tobytes())


def _spread(paths: list[Path], count: int) -> list[Path]:
    """At most `count` of them, evenly, the first and the last among them."""
    if len(paths) <= count:
        return paths
    return [paths[round(i * (len(paths) - 1) / (count - 1))] for i in range(count)]


def _iteration(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def _beside(pictures: list[Picture]) -> Picture:
    gap = np.full((pictures[0].shape[0], _GAP_PX, 3), _GRAY, np.uint8)
    parts = [part for picture in pictures for part in (picture, gap)]
    return np.concatenate(parts[:-1], axis=1)


def _label(text: str, width: int) -> Picture:
    line = np.full((_LABEL_PX, width, 3), _GRAY, np.uint8)
    cv2.putText(line, text, (4, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (230, 230, 230), 1, cv2.LINE_AA)
    return line


def _read(path: Path) -> Picture:
    coded = np.frombuffer(path.read_bytes(), np.uint8)
    picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    if picture is None:  # cut off by a crash: a black line is left out by its width
        return np.zeros((1, 1, 3), np.uint8)
    return np.ascontiguousarray(picture[..., ::-1].astype(np.uint8))
