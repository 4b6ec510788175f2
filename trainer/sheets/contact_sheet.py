"""Results beside each other at 100 %: the middle of each picture, unscaled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from trainer.sheets.strips import labelled_rows
from trainer.types import Picture

SIDE_PX = 256
MOST_PICTURES = 24


def contact_sheet(names: Sequence[str], columns: Mapping[str, Sequence[Picture]]) -> Picture:
    """One row per picture, one column per model, in the order given.

    Args:
        names: of the pictures.
        columns: by the column's name, a picture for every name; of one row all have one size.
    """
    rows = []
    for index, name in enumerate(names[:MOST_PICTURES]):
        cells = [_middle(pictures[index]) for pictures in columns.values()]
        title = f"{name}:  " + "  |  ".join(columns)
        rows.append((title, cells))
    return labelled_rows(rows)


def _middle(picture: Picture) -> Picture:
    """256×256 of the middle, with gray around a smaller one."""
    height, width = picture.shape[:2]
    y, x = max(0, height - SIDE_PX) // 2, max(0, width - SIDE_PX) // 2
    part = picture[y : y + SIDE_PX, x : x + SIDE_PX]
    cell = np.full((SIDE_PX, SIDE_PX, 3), 64, np.uint8)
    top, left = (SIDE_PX - part.shape[0]) // 2, (SIDE_PX - part.shape[1]) // 2
    cell[top : top + part.shape[0], left : left + part.shape[1]] = part
    return cell
