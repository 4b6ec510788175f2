"""Models beside each other on what is seen of the open photo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rsd_app.engine.picture.preview_tiles import TileStore
from rsd_app.gui.compare.drawing.picture_row import PictureRow
from rsd_app.gui.compare.seen_part import SeenPart
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import error_words
from rsd_app.gui.models.part_enlarged import enlarged_by, enlarged_plainly
from rsd_app.gui.settings.fields import ChoiceBox
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Request, Work

MOST_MODELS = 3
SHARE = 0.96  # of the window that the dialog takes
AROUND_PX = 14 * theme.GRID_PX  # above and below the pictures


class ModelComparison(QDialog):
    """The part enlarged plainly, then by each model; the middle of it where it would not fit at full size.

    Args:
        engine: computes, one picture after the other.
        part: what is seen.
        models: name and scale of all that can be chosen.
        names: those that are shown first, three at most.
    """

    def __init__(
        self, engine: EngineThread, part: SeenPart, models: Mapping[str, int], names: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._engine, self._tiles = engine, TileStore()
        self._scale = max(models.values())
        self._requests: dict[PictureRow, Request] = {}
        self.setWindowTitle(self.tr("Compare models"))
        whole = parent.parentWidget() or parent
        self.resize(whole.size() * SHARE)
        across = (self.width() - 2 * theme.GRID_PX) // (len(names) + 1) - theme.GRID_PX
        self._part = part.middle(across // self._scale, (self.height() - AROUND_PX) // self._scale)
        self.plain = PictureRow(self.tr("Plain enlargement (bicubic)"))
        self.pictures = [PictureRow(self.tr("Result of model {0}").format(i + 1)) for i in range(MOST_MODELS)]
        self.boxes = [self._make_box(i, models) for i in range(MOST_MODELS)]
        self._compose()
        self._have_made(self.plain, lambda _models, _token: enlarged_plainly(self._part, self._scale))
        for i, name in enumerate([*names, None, None, None][:MOST_MODELS]):
            self.boxes[i].choose(name)
            self._show_model(i)

    def done(self, result: int) -> None:
        """Closed: what is not made yet is not wanted."""
        for request in self._requests.values():
            request.cancel()
        super().done(result)

    def _make_box(self, number: int, models: Mapping[str, int]) -> ChoiceBox:
        box = ChoiceBox(self.tr("Model {0}").format(number + 1))
        box.setMinimumContentsLength(10)
        box.addItem(self.tr("No model"), None)
        for name in models:
            box.addItem(name, name)
        box.activated.connect(lambda _: self._show_model(number))
        return box

    def _compose(self) -> None:
        part = self._part
        words = self.tr("{0}: {1} × {2} pixels of what you see, enlarged {3} times")
        head = QLabel(words.format(part.photo.name, part.width, part.height, self._scale))
        head.setProperty("quiet", True)
        self._row = QHBoxLayout()
        name = QLabel(self.plain.accessibleName())
        name.setFixedHeight(theme.CONTROL_PX)
        for picture, below in ((self.plain, name), *zip(self.pictures, self.boxes, strict=True)):
            column = QVBoxLayout()
            column.addWidget(picture, 1)
            column.addWidget(below, 0, Qt.AlignmentFlag.AlignBottom)
            self._row.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(head)
        whole.addLayout(self._row, 1)
        whole.addWidget(buttons)

    def _show_model(self, number: int) -> None:
        """Have made what the box says; a column without a model leaves its room to the others."""
        picture, name = self.pictures[number], self.boxes[number].currentData()
        picture.setVisible(name is not None)
        self._row.setStretch(number + 1, 0 if name is None else 1)
        if name is None:
            self._drop(picture)
            return
        part, tiles, scale = self._part, self._tiles, self._scale
        self._have_made(picture, lambda models, token: enlarged_by(part, name, tiles, scale, models, token))

    def _have_made(self, picture: PictureRow, work: Work) -> None:
        self._drop(picture)
        picture.say(self.tr("Computing …"))
        request = self._requests[picture] = Request(work)
        request.finished.connect(lambda image: self._on_made(picture, image))
        request.failed.connect(lambda error: self._on_failed(picture, error))
        self._engine.ask(request)

    def _drop(self, picture: PictureRow) -> None:
        request = self._requests.pop(picture, None)
        if request is not None:
            request.cancel()

    @Slot(object, object)
    def _on_made(self, picture: PictureRow, image: QImage) -> None:
        picture.show_pictures([("", QPixmap.fromImage(image))])

    @Slot(object, object)
    def _on_failed(self, picture: PictureRow, error: Exception) -> None:
        picture.say(error_words(error, self._part.photo))
