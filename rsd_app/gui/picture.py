"""A decoded picture with smaller copies of itself, so that a large one is drawn fast and without moiré."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColorSpace, QImage

SMALLEST_COPY_PX = 512  # of the longer side; below, no further copy is made


@dataclass(frozen=True)
class Picture:
    """Levels of one picture, each half as large as the one before; the first is the picture itself."""

    levels: tuple[QImage, ...]

    @classmethod
    def from_image(cls, image: QImage) -> Picture:
        """Convert to sRGB where the file says that it is something else, and make the smaller copies."""
        srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
        space = image.colorSpace()
        if space.isValid() and space != srgb:
            converted = image.convertedToColorSpace(srgb)
            image = image if converted.isNull() else converted
        see_through = image.hasAlphaChannel()
        drawn = QImage.Format.Format_ARGB32_Premultiplied if see_through else QImage.Format.Format_RGB32
        levels = [image.convertToFormat(drawn)]
        while max(levels[-1].width(), levels[-1].height()) > SMALLEST_COPY_PX:
            half = QSize(max(1, levels[-1].width() // 2), max(1, levels[-1].height() // 2))
            levels.append(
                levels[-1].scaled(
                    half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
        return cls(tuple(levels))

    @property
    def size(self) -> QSize:
        return self.levels[0].size()

    def level_for(self, width: float) -> QImage:
        """The smallest copy that is at least `width` screen pixels wide."""
        wide_enough = [level for level in self.levels if level.width() >= width]
        return wide_enough[-1] if wide_enough else self.levels[0]
