"""Which model: the list, what the chosen one is for, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.controls import Control
from rsd_app.gui.settings.fields import ElidedLabel, quiet_button
from rsd_app.gui.settings.model_box import ByKind, ModelBox, ModelChoice


class ModelControl(Control):
    """The model that is chosen, and the one that draws the size.

    Signals:
        models_asked: the user wants to see the installed models.
    """

    models_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = ModelBox(self.tr("Model"))
        self.button = quiet_button(self.tr("Models"), self.tr("See, import and remove models"))
        self.widgets = (self.box, self.button)
        self.box.activated.connect(lambda: self.edit(model=self.box.currentData()))
        self.button.clicked.connect(self.models_asked)
        self.line = ElidedLabel(3)

    def set_models(self, models: Sequence[ModelChoice]) -> None:
        """Offer the installed models."""
        self.box.set_models(models)
        self.describe()

    def set_by_kind(self, by_kind: ByKind | None) -> None:
        """Offer that the photo's kind decides about its model."""
        self.box.set_by_kind(by_kind)

    @property
    def drawn_by(self) -> str:
        """The model that the photo is enlarged with: the chosen one, or its sister of the size; empty if unknown."""
        found = self._stand_in() or self.box.chosen
        return "" if found is None else found.name

    def fill(self, choices: Choices) -> None:
        """Show the entry of the model."""
        self.box.show_choice(choices.model)

    def describe(self) -> None:
        """Say what the model is for, or who takes its place at this size."""
        known, sister = self.box.chosen, self._stand_in()
        line = "" if known is None else known.line
        self.line.show_text(line if sister is None else self.tr("At this size: {0}").format(sister.name))

    def restyle(self) -> None:
        """Take icons in the colours of the scheme that is on."""
        self.button.setIcon(icon("cube"))

    def _stand_in(self) -> ModelChoice | None:
        if self.subject is None and self.choices.size_by != "factor":
            return None
        sides = (1, 1) if self.subject is None else (self.subject.width, self.subject.height)  # a factor fits all
        return self.box.stand_in(self.choices.scale_for(*sides))
