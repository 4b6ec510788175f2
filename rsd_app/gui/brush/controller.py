"""Between the window and the brush."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.regions import Region, check_regions
from rsd_app.gui.brush.bar import BrushBar
from rsd_app.gui.brush.layer import PaintLayer
from rsd_app.gui.brush.strokes import Tool
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.variants.controller import VariantController


class BrushController(QObject):
    """Paints on the photo that is looked at while the action is on.

    Signals:
        said: something the user should know.
    """

    said = Signal(str)

    def __init__(
        self,
        pane: ComparePane,
        document: Document,
        strip: Filmstrip,
        panel: SettingsPanel,
        variants: VariantController,
        action: QAction,
    ) -> None:
        super().__init__(pane)
        self._view = pane.view
        self._document, self._strip, self._panel, self._action = document, strip, panel, action
        self._variant: int | None = None
        self.layer = PaintLayer(pane.view)
        self.bar = BrushBar(pane.view)
        action.toggled.connect(self._on_toggled)
        self.layer.painted.connect(self._on_painted)
        self.layer.erased.connect(self._on_erased)
        self.layer.resized.connect(self.bar.show_radius)
        self.layer.left.connect(self._leave)
        self.bar.left.connect(self._leave)
        self.bar.tool_chosen.connect(self._on_tool)
        self.bar.radius_chosen.connect(self.layer.set_radius)
        self.bar.clear_asked.connect(lambda: self._put(()))
        variants.paint_asked.connect(self.paint_variant)
        strip.current_changed.connect(self._show)
        document.choices_changed.connect(self._show)

    @Slot(int)
    def paint_variant(self, number: int) -> None:
        """Paint with a variant: so many seeds after the picture's own."""
        self._variant = self.layer.variant = number
        self._action.setChecked(True)
        self._show()
        self.bar.choose("variant")

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if not on:
            self.layer.hide()
            self.bar.hide()
            self._view.setFocus()
            return
        if self._strip.current() is None:
            self._action.setChecked(False)
            self.said.emit(self.tr("Open a photo first."))
            return
        self.layer.begin()
        self.bar.begin()
        self._show()

    @Slot()
    def _leave(self) -> None:
        self._action.setChecked(False)

    @Slot(str)
    def _on_tool(self, tool: Tool) -> None:
        self.layer.tool = tool
        self.layer.update()

    @Slot()
    def _show(self) -> None:
        photo = self._strip.current()
        if photo is None:
            self._action.setChecked(False)
            return
        self.layer.set_regions(photo.regions)
        known = self._panel.model.box.chosen
        realism = known is None or known.realism
        self.bar.offer(realism=realism, variant=self._variant)
        self.bar.clear_button.setEnabled(bool(photo.regions))
        if not realism and self.layer.tool in ("faithful", "realistic"):
            self.bar.choose("erase" if self._variant is None else "variant")

    @Slot(object)
    def _on_painted(self, region: Region) -> None:
        photo = self._strip.current()
        if photo is None:
            return
        try:
            check_regions([*photo.regions, region])
        except ConfigError:
            self.said.emit(self.tr("The picture's record is full. Erase some strokes first."))
            return
        self._put((*photo.regions, region))

    @Slot(int)
    def _on_erased(self, number: int) -> None:
        photo = self._strip.current()
        if photo is not None:
            self._put((*photo.regions[:number], *photo.regions[number + 1 :]))

    def _put(self, regions: tuple[Region, ...]) -> None:
        photo: Photo | None = self._strip.current()
        if photo is not None:
            self._document.paint(photo, regions)
