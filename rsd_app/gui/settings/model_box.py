"""The list of models in the settings; where kinds of photos have models of their own, the first entry follows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rsd_app.core.image_io.color.choices import Kind
from rsd_app.engine.library.sisters import sisters
from rsd_app.gui.document.choices import BY_KIND, Choices
from rsd_app.gui.settings.fields import ChoiceBox


@dataclass(frozen=True)
class ModelChoice:
    """A model that can be chosen."""

    name: str
    line: str  # what it is for
    scale: int = 4
    severity: bool = True  # it takes a severity
    realism: bool = False  # it takes a realism

    def knows(self, other: ModelChoice) -> bool:
        """Whether it takes every setting that another model takes."""
        return self.severity >= other.severity and self.realism >= other.realism


@dataclass(frozen=True)
class ByKind:
    """What the kind of the photo that is shown leads to."""

    model: str
    kind: Kind | None  # None while it is not known


class ModelBox(ChoiceBox):
    """Knows the models and shows which is chosen, or which the photo's kind has chosen."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._models: dict[str, ModelChoice] = {}
        self._by_kind: ByKind | None = None
        self._asked = Choices().model

    @property
    def chosen(self) -> ModelChoice | None:
        """The model that the photo is enlarged with, if it is known."""
        return self._models.get(self._by_kind.model if self._by_kind and self._asked == BY_KIND else self._asked)

    def stand_in(self, factor: float) -> ModelChoice | None:
        """The sister that takes the chosen model's place for an enlargement of each side, if one does."""
        chosen = self.chosen
        for name, scale in () if chosen is None else sisters(chosen.name, factor).items():
            sister = self._models.get(name)
            if sister is not None and chosen is not None and sister.scale == scale and sister.knows(chosen):
                return sister
        return None

    @property
    def default(self) -> str:
        """The value after a reset."""
        return BY_KIND if self._by_kind is not None else Choices().model

    def set_models(self, models: Sequence[ModelChoice]) -> None:
        """Offer the installed models."""
        self._models = {model.name: model for model in models}
        self.show_choice(self._asked)

    def set_by_kind(self, by_kind: ByKind | None) -> None:
        """Offer that the photo's kind decides; None: no kind has a model of its own."""
        if by_kind != self._by_kind:
            self._by_kind = by_kind
            self.show_choice(self._asked)

    def show_choice(self, asked: str) -> None:
        """Show a model's name, or that the kind decides."""
        self._asked = asked
        entries = [(model.name, model.name) for model in self._models.values()]
        if self._by_kind is not None:
            entries.insert(0, (self.tr("By kind: {0}").format(self._by_kind.model), BY_KIND))
        if entries != [(self.itemText(row), self.itemData(row)) for row in range(self.count())]:
            self.clear()
            for text, value in entries:
                self.addItem(text, value)
        self.choose(asked)
        self.setToolTip(self._why(self._by_kind) if self._by_kind is not None and asked == BY_KIND else "")

    def _why(self, by_kind: ByKind) -> str:
        """The whole name, for which the box may be too narrow, and the reason."""
        if by_kind.kind == "gray":
            reason = self.tr("Chosen for black and white photos")
        elif by_kind.kind == "colour":
            reason = self.tr("Chosen for colour photos")
        else:
            reason = self.tr("Chosen by the kind of each photo")
        return f"{by_kind.model}: {reason}"
