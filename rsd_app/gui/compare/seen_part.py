"""The part of a photo that is seen, with all that is needed to enlarge it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.compare.places import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QColorTransform


@dataclass(frozen=True, kw_only=True)
class SeenPart:
    """Immutable.

    Args:
        config: what the photo is to be enlarged with.
        box: in source pixels.
        to_screen: from the photo's colours to the screen's; None where they are the same.
    """

    photo: Path
    config: UpscaleConfig
    box: Box
    to_screen: QColorTransform | None

    @property
    def width(self) -> int:
        """Width, in source pixels."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """Height, in source pixels."""
        return self.box[3] - self.box[1]

    def middle(self, width: int, height: int) -> SeenPart:
        """No more than so many source pixels of it."""
        width, height = min(self.width, max(1, width)), min(self.height, max(1, height))
        left, top = self.box[0] + (self.width - width) // 2, self.box[1] + (self.height - height) // 2
        return replace(self, box=(left, top, left + width, top + height))
