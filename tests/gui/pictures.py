"""Pictures of one colour, for tests of the window."""

from PySide6.QtGui import QColor, QImage

RED, BLUE = QColor(200, 30, 30), QColor(30, 30, 200)


def filled(color: QColor, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    return image
