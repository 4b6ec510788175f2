"""Decoding of pictures for the window."""

from pathlib import Path

from PySide6.QtGui import QColorSpace

from rsd_app.gui.picture import Picture
from rsd_app.gui.worker import Decoder
from tests.gui.pictures import RED, filled


def test_that_a_photo_is_shown_in_srgb(tmp_path: Path) -> None:
    wide = filled(RED, 8, 8)
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    shown = Picture.from_image(wide)
    assert shown.levels[0].pixelColor(4, 4).red() > RED.red() + 10


def test_that_a_misnamed_photo_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    filled(RED, 8, 6).save(str(path), "png")
    got: list[Picture | str] = []
    decoder = Decoder(path)
    decoder.finished.connect(lambda _, picture: got.append(picture))
    decoder.run()
    assert isinstance(got[0], Picture)
    assert got[0].size.width() == 8
