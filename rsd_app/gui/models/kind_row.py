"""For which kinds of photos a model is the default: a row of the manager."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rsd_app.core.image_io.color.choices import KINDS, Kind
from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.document.choices import BY_KIND
from rsd_app.gui.look import theme
from rsd_app.gui.models.labels import kind_words


@dataclass(frozen=True)
class Use:
    """What photos without settings of their own are enlarged with."""

    shared: str  # a model, or BY_KIND
    kinds: Mapping[Kind, str]  # the default of each

    @property
    def followed(self) -> bool:
        """Whether the kind of a photo decides."""
        return self.shared == BY_KIND

    @property
    def single(self) -> str:
        """The model that all photos are enlarged with; empty where kinds differ."""
        models = set(self.kinds.values()) if self.followed else {self.shared}
        return models.pop() if len(models) == 1 else ""

    def kinds_of(self, model: str) -> list[Kind]:
        """The kinds whose default a model is."""
        return [kind for kind in KINDS if self.kinds[kind] == model]


class KindRow(QWidget):
    """A box for each kind.

    Signals:
        given: a kind, and the model that is its default from now on.
    """

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._model = ""
        name = QLabel(self.tr("Default for"))
        name.setProperty("quiet", True)
        self.boxes: dict[Kind, QCheckBox] = {}
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(name)
        for kind in KINDS:
            box = QCheckBox(kind_words(kind))
            box.setAccessibleName(self.tr("Default for: {0}").format(kind_words(kind)))
            box.clicked.connect(partial(self._on_clicked, kind))
            self.boxes[kind] = box
            row.addWidget(box)
        row.addStretch()
        self.note = QLabel()
        self.note.setProperty("quiet", True)
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX // 2)
        column.addLayout(row)
        column.addWidget(self.note)

    def show_use(self, model: str, *, usable: bool, use: Use) -> None:
        """Show for which kinds of photo a model is the default."""
        self._model = model
        for kind, box in self.boxes.items():
            of_this = use.kinds[kind] == model
            kept = of_this and model == DEFAULT_MODEL
            box.setChecked(of_this)
            box.setEnabled(usable and not kept)
            if kept:
                tip = self.tr("The bundled model serves every kind that has no other")
            else:
                tip = self.tr("Photos of this kind are enlarged with this model, unless another is chosen for them")
            box.setToolTip(tip)
        idle = not use.followed and set(use.kinds.values()) != {DEFAULT_MODEL}
        text = self.tr(
            "Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models."
        )
        self.note.setText(text.format(use.shared) if idle else "")
        self.note.setVisible(idle)

    def _on_clicked(self, kind: Kind) -> None:
        self.given.emit(kind, self._model if self.boxes[kind].isChecked() else DEFAULT_MODEL)
